package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"blandongan/internal/diag"
)

// untold are problems that no story can bring about.
var untold = map[diag.Code]string{
	"file-changing":   "another program would have to write at the same instant",
	"markdown-broken": "a fault of the Markdown library itself; none is known",
}

// TestEveryProblemHasItsStory holds that each kind of problem is shown, in both
// languages, as an editor would meet it. Rules of the desk have their pages.
func TestEveryProblemHasItsStory(t *testing.T) {
	told := expectations(t)
	for _, code := range diag.Codes() {
		if diag.IsRule(code) {
			continue
		}
		for lang, text := range told {
			found := strings.Contains(text, "["+string(code)+"]\n")
			if why, ok := untold[code]; ok == found {
				t.Errorf("%s in %s: told %v, excused %q", code, lang, found, why)
			}
		}
	}
}

// expectations returns what all stories expect to be printed, by language.
func expectations(t *testing.T) map[string]string {
	t.Helper()
	scripts, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	told := map[string]string{"id": "", "en": ""}
	for _, script := range scripts {
		archive, err := txtar.ParseFile(script)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if lang := strings.TrimPrefix(filepath.Ext(f.Name), "."); lang == "id" || lang == "en" {
				told[lang] += string(f.Data)
			}
		}
	}
	return told
}
