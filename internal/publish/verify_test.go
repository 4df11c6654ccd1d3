package publish

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
)

// check publishes a site and fetches it from a server that has its own ideas.
func check(t *testing.T, all bool, spoil func(w http.ResponseWriter, r *http.Request, serve http.Handler)) Verdict {
	t.Helper()
	b := newBench(t)
	long := strings.Repeat("kecamatan ", 500)
	f := version(1)
	f["halaman panjang/#1 100%/index.html"] = long
	f["_headers"], f["404.html"] = "x", "y"
	f.write(t, b.public)
	plan, _, err := b.publish()
	if err != nil {
		t.Fatal(err)
	}
	files := http.FileServer(http.Dir(b.target))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		spoil(w, r, http.StripPrefix("/kota/", files))
	}))
	defer server.Close()
	tree := treeOf(t, b.public)
	v, err := New(nil, tree, b.config).Verify(t.Context(), plan, Check{Address: server.URL + "/kota/", All: all, Headers: func(string) []Header {
		return []Header{{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "same-origin"}}
	}})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// treeOf is a folder as it was read.
func treeOf(t *testing.T, dir string) *Tree {
	t.Helper()
	tree, err := ReadTree(t.Context(), dir, allIn(dir), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { tree.Close() })
	return tree
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
	packed, err := gz.encode(strings.NewReader(version(1)["index.html"]))
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
	data, err := gz.encode(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Only some of many are fetched, and all when asked.
func TestVerifySample(t *testing.T) {
	dir := t.TempDir()
	f := files{"index.html": "x"}
	for i := range 100 {
		f[strings.Repeat("x", i+1)+"/index.html"] = "x"
	}
	f.write(t, dir)
	tree := treeOf(t, dir)
	p := New(nil, tree, Config{})
	plan := &Plan{}
	for _, f := range tree.files {
		plan.Acts = append(plan.Acts, Act{Path: f.path})
	}
	if some, all := len(p.toFetch(plan, false)), len(p.toFetch(plan, true)); some != someFiles || all != 101 {
		t.Errorf("%d and %d", some, all)
	}
}

// Where nobody answers, that is told once.
func TestVerifyNobodyAnswers(t *testing.T) {
	b := newBench(t)
	version(1).write(t, b.public)
	plan, _, err := b.publish()
	if err != nil {
		t.Fatal(err)
	}
	tree := treeOf(t, b.public)
	b.config.Tell = func(g Progress) { t.Errorf("told of %s: %v", g.Path, g.Failed) }
	address := "http://" + lab.FreeAddress(t) + "/"
	_, err = New(nil, tree, b.config).Verify(t.Context(), plan, Check{Address: address})
	isFault(t, err, "unreachable", address, "refused")
}

// Where all is wrong, not every file is waited for.
func TestVerifyAllWrong(t *testing.T) {
	dir := t.TempDir()
	f := files{}
	for i := range 200 {
		f[strings.Repeat("x", i+1)+"/index.html"] = "x"
	}
	f.write(t, dir)
	tree := treeOf(t, dir)
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		http.NotFound(w, r)
	}))
	defer server.Close()
	config := Config{Sleep: func(context.Context, time.Duration) error { return nil }}
	v, err := New(nil, tree, config).Verify(t.Context(), &Plan{}, Check{Address: server.URL + "/", All: true})
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
	b := newBench(t)
	files{"index.html": "x", "lama/index.html": "pindah", "baru/index.html": "baru"}.write(t, b.public)
	tree := treeOf(t, b.public)
	for to, wrong := range map[string]int{"/baru/": 0, "/": 1} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/lama/" {
				http.Redirect(w, r, to, http.StatusMovedPermanently)
				return
			}
			http.FileServer(http.Dir(b.public)).ServeHTTP(w, r)
		}))
		defer server.Close()
		v, err := New(nil, tree, b.config).Verify(t.Context(), &Plan{}, Check{Address: server.URL + "/", All: true, Moved: map[string]string{"lama/index.html": "baru/index.html"}})
		if err != nil || len(v.Wrong) != wrong {
			t.Errorf("sent on to %s: %v, %v", to, v.Wrong, err)
		}
	}
}
