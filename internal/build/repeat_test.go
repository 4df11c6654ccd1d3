package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/lab"
)

// What a list names twice is said to be, and is shown and counted once.
func TestRepeatsCountOnce(t *testing.T) {
	article := "---\ntitle: Unik\ndate: 2024-01-02\nsummary: S\nkecamatan: [hulu]\ntags: [air]\n---\nx\n"
	files := full(t)
	files["content/news/p.md"] = article
	once, _ := buildFiles(t, files)
	files["content/news/p.md"] = strings.NewReplacer("[hulu]", "[hulu, hulu, ' hulu']", "[air]",
		"[air, air]").Replace(article)
	twice, problems := buildFiles(t, files)
	if len(problems) != 3 || slices.ContainsFunc(problems,
		func(p diag.Problem) bool { return p.Code != "duplicate-entry" }) {
		t.Errorf("%v", problems)
	}
	for name, data := range lab.Tree(t, once) {
		if other, err := os.ReadFile(filepath.Join(twice, name)); err != nil || string(other) != string(data) {
			t.Errorf("%s differs", name)
		}
	}
}

// What stands behind a repeat keeps its place.
func TestPlacesBehindARepeat(t *testing.T) {
	files := full(t)
	files["content/news/p.md"] = "---\ntitle: Unik\ndate: 2024-01-02\nsummary: S\ntags: [air, air, \"!!!\"]\n---\nx\n"
	_, problems := check(t, files)
	var places []string
	for _, p := range problems {
		places = append(places, fmt.Sprintf("%s %s", p.Place, p.Code))
	}
	want := []string{"content/news/p.md:5:13 duplicate-entry", "content/news/p.md:5:18 bad-slug"}
	if !slices.Equal(places, want) {
		t.Errorf("%q, want %q", places, want)
	}
}
