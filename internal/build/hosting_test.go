package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blandongan/internal/build"
)

// TestHeadersFile wants the file that some hosts read to be ours, or the site's own
// where it has one.
func TestHeadersFile(t *testing.T) {
	read := func(files map[string]string, base string) string {
		t.Helper()
		dir := t.TempDir()
		write(t, dir, files)
		root, err := build.OpenDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		out := filepath.Join(t.TempDir(), "public")
		r, problems, err := build.New(build.Config{Root: root, Out: out, Templates: builtin, BaseURL: base}).Build(noon)
		if err != nil || problems.HasErrors() {
			t.Fatal(problems, err)
		}
		got, err := os.ReadFile(filepath.Join(out, "_headers"))
		if err != nil {
			t.Fatal(err)
		}
		if own := files["content/files/_headers"]; own == "" && string(got) != string(r.Host.HeadersFile()) {
			t.Errorf("%s\nnot\n%s", got, r.Host.HeadersFile())
		}
		return string(got)
	}
	files := full(t)
	secure, open := read(files, "https://kota.example/"), read(files, "http://kota.example/baru/")
	if !strings.HasPrefix(secure, "/*\n") || !strings.Contains(secure, "Strict-Transport-Security") ||
		!strings.Contains(secure, "\n/aset/*\n") {
		t.Error(secure)
	}
	if !strings.HasPrefix(open, "/baru/*\n") || strings.Contains(open, "Strict-Transport-Security") {
		t.Error(open)
	}
	files["content/files/_headers"] = "/*\n  X-Robots-Tag: noindex\n"
	if got := read(files, "https://kota.example/"); got != files["content/files/_headers"] {
		t.Errorf("the site's own file became %q", got)
	}
}
