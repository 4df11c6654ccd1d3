package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// fenced are the README's examples: a file's text, named by its first line or,
// where that must be the text's own, by the sentence after it.
var fenced = regexp.MustCompile("(?s)```(?:yaml|markdown)\n(?:# (at the end of )?([a-z/.-]+)\n)?(.*?)```(?:\n\nThat is `([^`]+)`)?")

// TestReadmeSite builds the site that the README spells out: without a problem.
func TestReadmeSite(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	root, files := t.TempDir(), 0
	for _, m := range fenced.FindAllSubmatch(readme, -1) {
		name := string(m[2]) + string(m[4])
		if name == "" {
			continue
		}
		files++
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		var old []byte
		if len(m[1]) > 0 {
			if old, err = os.ReadFile(file); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(file, append(old, m[3]...), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var stdout, stderr bytes.Buffer
	if code := run([]string{"blandongan", "build", "--root", root}, &stdout, &stderr); code != exitFine || stderr.Len() > 0 || files != 7 {
		t.Errorf("exit code %d of %d files\n%s%s", code, files, &stdout, &stderr)
	}
}
