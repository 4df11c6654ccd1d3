package verify

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// check fetches a site from a server that has its own ideas.
func check(t *testing.T, all bool, spoil func(w http.ResponseWriter, r *http.Request, serve http.Handler)) Verdict {
	t.Helper()
	dir := t.TempDir()
	f := publishtest.Version(1)
	f["halaman panjang/#1 100%/index.html"] = strings.Repeat("kecamatan ", 500)
	f["_headers"], f["404.html"] = "x", "y"
	f.Write(t, dir)
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		spoil(w, r, http.StripPrefix("/kota/", files))
	}))
	defer server.Close()
	var told atomic.Int64
	v, err := Look(t.Context(), Check{
		Address: server.URL + "/kota/", Files: filesIn(t, dir), All: all, Sent: every, Retry: atOnce,
		OnFetch: func(int, int) { told.Add(1) },
		Headers: func(string) []Header {
			return []Header{{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "same-origin"}}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if told.Load() != int64(v.Fetched) {
		t.Errorf("told of %d files, of %d", told.Load(), v.Fetched)
	}
	return v
}

// atOnce tries again without a pause.
var atOnce = store.Retry{Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }}

func every(string) bool { return true }

func no(string) bool { return false }

// filesIn are the files of a folder as they were read.
func filesIn(t *testing.T, dir string) []store.File {
	t.Helper()
	tree, err := publish.ReadTree(t.Context(), dir, publishtest.AllIn(dir), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { tree.Close() })
	return tree.Files()
}

func TestVerify(t *testing.T) {
	v := check(t, false, func(w http.ResponseWriter, r *http.Request, serve http.Handler) { serve.ServeHTTP(w, r) })
	if v.Fetched != 9 || len(v.Wrong) > 0 {
		t.Errorf("fetched %d, wrong %v", v.Fetched, v.Wrong)
	}
	if len(v.Headers) != 1 || v.Headers[0].Name != "Referrer-Policy" || v.Headers[0].More != 8 {
		t.Errorf("headers %+v", v.Headers)
	}
}

func TestVerifySeesWhatIsWrong(t *testing.T) {
	for name, spoil := range map[string]func(w http.ResponseWriter, r *http.Request, serve http.Handler){
		"other bytes of equal length": func(w http.ResponseWriter, r *http.Request, serve http.Handler) {
			rec := httptest.NewRecorder()
			serve.ServeHTTP(rec, r)
			body := rec.Body.Bytes()
			if r.URL.Path == "/kota/" {
				body = bytes.ToUpper(body)
			}
			w.WriteHeader(rec.Code)
			_, _ = w.Write(body)
		},
		"missing": func(w http.ResponseWriter, r *http.Request, serve http.Handler) {
			if r.URL.Path == "/kota/" {
				http.NotFound(w, r)
				return
			}
			serve.ServeHTTP(w, r)
		},
		"a failing server": func(w http.ResponseWriter, r *http.Request, serve http.Handler) {
			if r.URL.Path == "/kota/" {
				panic(http.ErrAbortHandler)
			}
			serve.ServeHTTP(w, r)
		},
	} {
		v := check(t, true, spoil)
		if len(v.Wrong) != 1 || !strings.HasSuffix(v.Wrong[0].URL, "/kota/") {
			t.Errorf("%s: %v", name, v.Wrong)
		}
	}
}

// A server may send the compressed file; a stale one is found.
func TestVerifyCompressed(t *testing.T) {
	packed, err := store.Gzip.Encode(strings.NewReader(publishtest.Version(1)["index.html"]))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		body  []byte
		wrong int
	}{"right": {packed, 0}, "stale": {mustEncode(t, "old"), 1}, "broken": {[]byte("no gzip"), 1}} {
		v := check(t, false, func(w http.ResponseWriter, r *http.Request, serve http.Handler) {
			if r.URL.Path != "/kota/" || !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
				serve.ServeHTTP(w, r)
				return
			}
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(c.body)
		})
		if len(v.Wrong) != c.wrong {
			t.Errorf("%s: %v", name, v.Wrong)
		}
	}
}

func mustEncode(t *testing.T, s string) []byte {
	t.Helper()
	data, err := store.Gzip.Encode(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Only some of many are fetched, and all when asked.
func TestVerifySample(t *testing.T) {
	dir := t.TempDir()
	f := publishtest.Files{"index.html": "x"}
	for i := range 100 {
		f[strings.Repeat("x", i+1)+"/index.html"] = "x"
	}
	f.Write(t, dir)
	c := Check{Files: filesIn(t, dir), Sent: every}
	some := len(c.toFetch())
	c.All = true
	if all := len(c.toFetch()); some != someFiles || all != 101 {
		t.Errorf("%d and %d", some, all)
	}
}

// Where nobody answers, that is told once.
func TestVerifyNobodyAnswers(t *testing.T) {
	dir := t.TempDir()
	publishtest.Version(1).Write(t, dir)
	address := "http://" + lab.FreeAddress(t) + "/"
	_, err := Look(t.Context(), Check{Address: address, Files: filesIn(t, dir), Sent: every, Retry: atOnce})
	publishtest.IsFault(t, err, "unreachable", address, "refused")
}

// Where all is wrong, not every file is waited for.
func TestVerifyAllWrong(t *testing.T) {
	dir := t.TempDir()
	f := publishtest.Files{}
	for i := range 200 {
		f[strings.Repeat("x", i+1)+"/index.html"] = "x"
	}
	f.Write(t, dir)
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		http.NotFound(w, r)
	}))
	defer server.Close()
	v, err := Look(t.Context(), Check{Address: server.URL + "/", Files: filesIn(t, dir), All: true, Sent: no,
		Retry: atOnce})
	if err != nil || len(v.Wrong) != 200 {
		t.Fatalf("%d are wrong: %v", len(v.Wrong), err)
	}
	if n := asked.Load(); n > 200+2*(someFiles+8) {
		t.Errorf("%d requests", n)
	}
}

// A server may send visitors of an old address on to the page that it leads to, but
// to no other.
func TestVerifyMoved(t *testing.T) {
	dir := t.TempDir()
	publishtest.Files{"index.html": "x", "lama/index.html": "pindah", "baru/index.html": "baru"}.Write(t, dir)
	files := filesIn(t, dir)
	for to, wrong := range map[string]int{"/baru/": 0, "/": 1} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/lama/" {
				http.Redirect(w, r, to, http.StatusMovedPermanently)
				return
			}
			http.FileServer(http.Dir(dir)).ServeHTTP(w, r)
		}))
		defer server.Close()
		v, err := Look(t.Context(), Check{
			Address: server.URL + "/", Files: files, All: true, Sent: no, Retry: atOnce,
			Moved: map[string]string{"lama/index.html": "baru/index.html"},
		})
		if err != nil || len(v.Wrong) != wrong {
			t.Errorf("sent on to %s: %v, %v", to, v.Wrong, err)
		}
	}
}
