package lang

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	hole     = regexp.MustCompile(`%(\[\d\])?[-+#0]*[\d.]*[a-z%]`)
	template = regexp.MustCompile(`\bword "([^"]+)"`)
	said     = regexp.MustCompile(`(?:\b(?:lang|w|say)\.Word|\.Counted|\.print|\.warn|` +
		`\b[fF]ail|\bfault|\bbecause|Faults\.Error)\((?:err, )?"([^"]+)"[,)]`)
)

// themes are all tables, and which of the project's files say their sentences.
var themes = map[string]struct {
	theme Theme
	files []string
}{
	"pages": {Pages, []string{
		"internal/ground/*.go", "internal/figures/*.go", "internal/views/*.go", "internal/formats/*.go",
		"internal/opendata/*.go", "internal/searchable/*.go", "internal/plan/*.go", "templates/*.html",
		"internal/lang/lang.go", "internal/lang/date.go", "internal/lang/replace.go",
	}},
	"command": {Command, []string{
		"internal/command/*.go", "internal/author/*.go",
		"internal/start/*.go", "cmd/blandongan/*.go",
	}},
	"faults":  {Faults, []string{"internal/publish/*.go"}},
	"overlay": {Overlay, []string{"internal/dev/*.go"}},
	"schemas": {Schemas, []string{"internal/schema/*.go"}},
}

// holes lists what a sentence is to be filled with, by place.
func holes(s string) map[string]int {
	found := map[string]int{}
	for i, h := range hole.FindAllStringSubmatch(s, -1) {
		place := h[1]
		if place == "" {
			place = "[" + string(rune('1'+i)) + "]"
		}
		found[place+h[0][len(h[0])-1:]]++
	}
	return found
}

func TestBothLanguagesHaveTheSameHoles(t *testing.T) {
	all := map[string]Theme{"open data": OpenData} // who says these is looked at in package opendata
	for name, x := range themes {
		all[name] = x.theme
	}
	for name, theme := range all {
		for key, s := range theme {
			if s.id == "" || s.en == "" {
				t.Errorf("%s: %q is empty in a language", name, key)
			}
			id, en := holes(s.id), holes(s.en)
			for h := range id {
				if en[h] == 0 {
					t.Errorf("%s: %q takes %v in Indonesian but %v in English", name, key, id, en)
				}
			}
			if len(id) != len(en) {
				t.Errorf("%s: %q takes %v in Indonesian but %v in English", name, key, id, en)
			}
		}
	}
}

// A missing word stops the build only on a page that needs it; here all of them
// are looked up.
func TestEverySentenceThatIsUsedIsThere(t *testing.T) {
	for name, x := range themes {
		code := textOf(t, x.files)
		for _, m := range append(template.FindAllStringSubmatch(code, -1), said.FindAllStringSubmatch(code, -1)...) {
			if _, there := x.theme[m[1]]; !there {
				t.Errorf("%s: no sentence for %q", name, m[1])
			}
		}
	}
}

// A sentence is used where its key stands, or the beginning of its key that is
// completed by a value.
func TestEverySentenceIsUsed(t *testing.T) {
	for name, x := range themes {
		code := textOf(t, x.files)
		for key := range x.theme {
			used := InAddresses(key) || strings.Contains(code, `"`+strings.TrimSuffix(key, "-one")+`"`)
			for i, r := range key {
				used = used || r == '-' && regexp.MustCompile(`"`+key[:i+1]+`" ?\+`).MatchString(code)
			}
			if !used {
				t.Errorf("%s: nobody says %q", name, key)
			}
		}
	}
}

// textOf is the text of files, without tests.
func textOf(t *testing.T, patterns []string) string {
	t.Helper()
	var all strings.Builder
	for _, pattern := range patterns {
		dir, base := filepath.Split(filepath.Join("..", "..", pattern))
		found := false
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			match, _ := filepath.Match(base, filepath.Base(name))
			if err != nil || !match || strings.HasSuffix(name, "_test.go") {
				return err
			}
			found = true
			data, err := os.ReadFile(name)
			all.Write(data)
			return err
		})
		if err != nil || !found {
			t.Fatalf("nothing like %s: %v", pattern, err)
		}
	}
	return all.String()
}
