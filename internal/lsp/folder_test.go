package lsp

import (
	"path/filepath"
	"testing"
)

// Editors' programs write the same path in many ways, that of a drive above all.
func TestURIs(t *testing.T) {
	for uri, want := range map[string]string{
		"file:///C:/Situs%20kota/data/a.yaml":   "C:/Situs kota/data/a.yaml",
		"file:///c%3A/Situs%20kota/data/a.yaml": "c:/Situs kota/data/a.yaml",
		"file://C:/Situs/a.yaml":                "C:/Situs/a.yaml",
		"file://server/kota/a.yaml":             "//server/kota/a.yaml",
		"file://localhost/kota/a.yaml":          "/kota/a.yaml",
		"file:///kota/%C3%A9%23.md":             "/kota/\u00e9#.md",
	} {
		if got, ok := pathOf(uri); !ok || filepath.ToSlash(got) != want {
			t.Errorf("%s: %q, want %q", uri, got, want)
		}
	}
	for _, uri := range []string{"untitled:Untitled-1", "http://localhost/a", "C:/a", ""} {
		if got, ok := pathOf(uri); ok {
			t.Errorf("%s: %q is no file's", uri, got)
		}
	}
	for path, want := range map[string]string{
		"C:/Situs kota/a.yaml": "file:///C:/Situs%20kota/a.yaml", "/kota/a#.md": "file:///kota/a%23.md",
		"//server/kota/a.md": "file://server/kota/a.md",
	} {
		uri := uriOf(filepath.FromSlash(path))
		if back, ok := pathOf(uri); uri != want || !ok || filepath.ToSlash(back) != path {
			t.Errorf("%s: %s, and back %q, want %s", path, uri, back, want)
		}
	}
}
