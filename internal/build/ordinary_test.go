package build_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// A warning that is false teaches editors to read none.
func TestOrdinaryNewsIsNotWarnedOf(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/ordinary.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files, paragraphs := base(t), 0
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
		_, body, _ := strings.Cut(string(f.Data)[4:], "\n---\n")
		paragraphs += len(regexp.MustCompile(`\n\n+`).Split(strings.TrimSpace(body), -1))
	}
	if paragraphs < 100 {
		t.Errorf("only %d paragraphs", paragraphs)
	}
	if _, problems := buildFiles(t, files); len(problems) > 0 {
		t.Errorf("%s", said(problems))
	}
}
