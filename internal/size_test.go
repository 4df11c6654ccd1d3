package internal_test

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"unicode/utf8"
)

// What a room may measure. A room that outgrows it has two themes, or one that deserves
// rooms below it.
const (
	mostFiles   = 16
	mostLines   = 2800
	mostLetters = 120 // in a line, a tab counts 4
)

// No folder has more files than one looks through, no room more lines than one keeps in
// mind, no line more letters than a window shows. Tests count by their lines' length alone.
func TestSizes(t *testing.T) {
	files, lines := map[string]int{}, map[string]int{}
	err := fs.WalkDir(os.DirFS(".."), ".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".ci" || d.Name() == ".git" || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || path.Ext(file) != ".go":
			return nil
		}
		text, err := os.ReadFile(path.Join("..", file))
		if err != nil {
			return err
		}
		n, quoted := 0, false // what is between backquotes may be what somebody else writes
		for line := range strings.Lines(string(text)) {
			n++
			letters := utf8.RuneCountInString(line) - 1 + 3*strings.Count(line, "\t")
			if letters > mostLetters && !quoted {
				t.Errorf("%s:%d has %d letters, more than %d", file, n, letters, mostLetters)
			}
			if strings.Count(line, "`")%2 == 1 {
				quoted = !quoted
			}
		}
		if !strings.HasSuffix(file, "_test.go") {
			files[path.Dir(file)]++
			lines[path.Dir(file)] += n
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room, n := range files {
		if n > mostFiles {
			t.Errorf("%s has %d files without tests, more than %d", room, n, mostFiles)
		}
		most := mostLines
		if room == "internal/lang" {
			most += mostLines / 4 // tables of sentences are looked up, not kept in mind
		}
		if lines[room] > most && room != "internal/site" {
			t.Errorf("%s has %d lines, more than %d", room, lines[room], most)
		}
	}
	if len(files) < len(table)-1 {
		t.Errorf("%d rooms were measured, the table has %d", len(files), len(table))
	}
}
