package publish

import (
	"testing"

	"blandongan/internal/publish/store"
)

// Rules that lead old addresses to new pages come after those pages.
func TestRulesComeAfterPages(t *testing.T) {
	for _, name := range []string{".htaccess", "a/.htaccess", "_redirects"} {
		if g := groupOf(store.File{Path: name}); g != lists {
			t.Errorf("%s has its turn in group %d", name, g)
		}
	}
}
