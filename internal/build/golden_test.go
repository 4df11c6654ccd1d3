package build_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite testdata/golden.txtar; read the diff")

// digests are those in the names of assets and posters: a new colour is no new page.
var digests = regexp.MustCompile(`([./])([0-9a-f]{8}|[0-9a-f]{16})\.(css|js|svg|png)`)

// parts are those of an index, in the list of all files: what they are called follows from every word of the site.
var parts = regexp.MustCompile(`(?m)^aset/cari/.*\n`)

// TestGolden compares one page of each kind, and every file for machines, of the
// full second city with testdata/golden.txtar.
func TestGolden(t *testing.T) {
	out, problems := buildFiles(t, full(t))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	golden, err := txtar.ParseFile("testdata/golden.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range golden.Files {
		got, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(f.Name)))
		if err != nil {
			t.Error(err)
			continue
		}
		text := digests.ReplaceAllString(strings.ReplaceAll(string(got), "\r\n", "\n"), "${1}DIGEST.$3")
		text = parts.ReplaceAllString(text, "")
		if filepath.Base(f.Name) == "manifest" { // the digests decided the order
			names := strings.SplitAfter(text, "\n")
			slices.Sort(names[1 : len(names)-1])
			text = strings.Join(names, "")
		}
		if !strings.HasSuffix(text, "\n") {
			text += "\n"
		}
		if text != string(f.Data) && !*update {
			t.Errorf("%s is\n%s\nnot\n%s", f.Name, text, f.Data)
		}
		golden.Files[i].Data = []byte(text)
	}
	if *update {
		if err := os.WriteFile("testdata/golden.txtar", txtar.Format(golden), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
