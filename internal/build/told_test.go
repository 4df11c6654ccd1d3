package build_test

import (
	"strings"
	"testing"
)

// What does not hold between facts is told by the next process too, where the last build of this one
// took it over with all else but words.
func TestStandingProblemsAreRemembered(t *testing.T) {
	files := base(t)
	const head = "---\ndate: 2024-01-01\nsummary: S.\n"
	files[article] = head + "title: Satu\ntags: [rawan banjir]\n---\n\nKata.\n"
	files["content/news/dua.md"] = head + "title: Dua\ntags: [Rawan  Banjir, rawan-banjir]\n---\n\nKata.\n"
	p := newProcesses(t, files)
	b := p.watch()
	var want string
	for _, words := range []string{"Kata.", "Kata lain.", "Lagi."} {
		write(t, p.dir, map[string]string{article: strings.Replace(files[article], "Kata.", words, 1)})
		b.Tell([]string{article})
		_, problems, err := b.Build(noon)
		if err != nil || len(problems) == 0 || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		if want == "" {
			want = said(problems)
		}
		if got := said(problems); got != want {
			t.Errorf("%s: the problems are\n%s\nnot\n%s", words, got, want)
		}
	}
	if !b.Stood() {
		t.Error("the last build did all anew")
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if r, got := p.build(true); !r.Recalled || got != want {
		t.Errorf("recalled: %t; the next process says\n%s\nnot\n%s", r.Recalled, got, want)
	}
}
