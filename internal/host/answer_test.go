package host_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"blandongan/internal/host"
)

// fill puts a tree, with compressed siblings of its texts.
func fill(t *testing.T, root string, trees ...map[string]string) {
	for _, tree := range trees {
		for name, text := range tree {
			write(t, filepath.Join(root, name), text)
			if host.IsText(name) {
				write(t, filepath.Join(root, name+".gz"), pack(t, "gzip", text))
				write(t, filepath.Join(root, name+".br"), pack(t, "br", text))
			}
		}
	}
}

func pack(t *testing.T, encoding, text string) string {
	var b bytes.Buffer
	var w io.WriteCloser = gzip.NewWriter(&b)
	if encoding == "br" {
		w = brotli.NewWriter(&b)
	}
	_, err := w.Write([]byte(text))
	must(t, err)
	must(t, w.Close())
	return b.String()
}

func unpack(t *testing.T, encoding, data string) string {
	t.Helper()
	var r io.Reader = strings.NewReader(data)
	switch encoding {
	case "gzip":
		z, err := gzip.NewReader(r)
		must(t, err)
		r = z
	case "br":
		r = brotli.NewReader(r)
	}
	text, err := io.ReadAll(r)
	must(t, err)
	return string(text)
}

// answer is what a server said.
type answer struct {
	*http.Response
	body string
}

// ask asks for an address from the host's root, with headers as NAME, VALUE
// pairs. No redirect is followed, nothing unpacked.
func (s *served) ask(t *testing.T, method, address string, headers ...string) answer {
	t.Helper()
	r, err := http.NewRequest(method, s.url+address, nil)
	must(t, err)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	if r.Header.Get("Accept-Encoding") == "" {
		r.Header.Set("Accept-Encoding", "identity")
	}
	w, err := http.DefaultTransport.RoundTrip(r)
	must(t, err)
	defer w.Body.Close()
	body, err := io.ReadAll(w.Body)
	must(t, err)
	return answer{w, string(body)}
}

// at is the address of a file.
func (s *served) at(name string) string {
	return s.site.Prefix + strings.TrimSuffix(strings.NewReplacer(" ", "%20", "%", "%25").Replace(name), "index.html")
}

// says wants a header to have exactly one value.
func (a answer) says(t *testing.T, name, value string) {
	t.Helper()
	if got := a.Header.Values(name); len(got) != 1 || got[0] != value {
		t.Errorf("%s %s: %d, %s is %q, not %q", a.Request.Method, a.Request.URL, a.StatusCode, name, got, value)
	}
}

func (a answer) is(t *testing.T, status int) {
	t.Helper()
	if a.StatusCode != status {
		t.Errorf("%s %s: %d, not %d: %.80s", a.Request.Method, a.Request.URL, a.StatusCode, status, a.body)
	}
}

// safe wants the headers that go with every answer.
func (a answer) safe(t *testing.T, s host.Site) {
	t.Helper()
	for _, h := range s.Headers("x.html")[2:] {
		a.says(t, h.Name, h.Value)
	}
}
