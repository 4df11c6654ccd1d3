package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"blandongan/internal/command"
)

// fenced are the examples of a page: a file's text, named by its first line or,
// where that must be the text's own, by the sentence after it.
var fenced = regexp.MustCompile("(?s)```(?:yaml|markdown)\n(?:# (at the end of )?([a-z/.-]+)\n)?(.*?)```(?:\n\n" +
	"That is `([^`]+)`)?")

// TestReadmeSite builds the site that the README spells out, and the same with what
// PUBLISHING.md says instead: without a problem.
func TestReadmeSite(t *testing.T) {
	root := t.TempDir()
	for _, page := range []struct {
		name  string
		files int
	}{{"../../README.md", 8}, {"PUBLISHING.md", 1}} {
		if files := writeExamples(t, root, page.name); files != page.files {
			t.Errorf("%s has %d examples, not %d", page.name, files, page.files)
		}
		var stdout, stderr bytes.Buffer
		code := run([]string{"blandongan", "build", "--root", root}, &stdout, &stderr)
		if code != command.Fine || stderr.Len() > 0 {
			t.Errorf("%s: exit code %d\n%s%s", page.name, code, &stdout, &stderr)
		}
	}
}

// writeExamples writes the files that a page spells out, and returns how many.
func writeExamples(t *testing.T, root, page string) (files int) {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range fenced.FindAllSubmatch(text, -1) {
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
	return files
}
