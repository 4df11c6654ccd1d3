package internal

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// documents are the pages that tell of the project, below the top.
var documents = []string{
	"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "templates/README.md",
	"cmd/blandongan/EDITING.md", "cmd/blandongan/PUBLISHING.md",
}

var (
	documentLink    = regexp.MustCompile(`\]\(([^():#]*)(#[a-z-]+)?\)`)
	documentHeading = regexp.MustCompile(`(?m)^#+ (.+)$`)
)

// TestDocumentLinks holds that what these pages link to is there.
func TestDocumentLinks(t *testing.T) {
	for _, name := range documents {
		text := document(t, name)
		for _, m := range documentLink.FindAllStringSubmatch(text, -1) {
			target := name
			if m[1] != "" {
				target = path.Join(path.Dir(name), m[1])
			}
			if _, err := os.Stat(filepath.Join("..", target)); err != nil {
				t.Errorf("%s: nothing is at %q", name, m[0])
			} else if m[2] != "" && !hasHeading(document(t, target), m[2]) {
				t.Errorf("%s: no heading for %q", name, m[0])
			}
		}
	}
}

// hasHeading says whether a page has a heading that GitHub gives this anchor.
func hasHeading(text, anchor string) bool {
	for _, m := range documentHeading.FindAllStringSubmatch(text, -1) {
		if strings.NewReplacer(" ", "-", ",", "").Replace(strings.ToLower(m[1])) == anchor[1:] {
			return true
		}
	}
	return false
}

// TestDependenciesHaveReasons holds that every module that go.mod asks for itself has
// a line in CONTRIBUTING.md.
func TestDependenciesHaveReasons(t *testing.T) {
	text := document(t, "CONTRIBUTING.md")
	found := regexp.MustCompile(`(?m)^\t(\S+) v\S+$`).FindAllStringSubmatch(document(t, "go.mod"), -1)
	if len(found) == 0 {
		t.Error("go.mod asks for nothing")
	}
	for _, m := range found {
		if !strings.Contains(text, "| `"+m[1]+"` |") && !strings.Contains(text, "| *tests:* `"+m[1]+"` |") {
			t.Errorf("CONTRIBUTING.md does not tell what %s is for", m[1])
		}
	}
}

// document returns the text of a file below the top.
func document(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
