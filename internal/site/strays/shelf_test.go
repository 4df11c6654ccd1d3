package strays

import "testing"

// A folder of pictures is none of pages, however alike the words are.
func TestShelfMeant(t *testing.T) {
	for folder, want := range map[string]string{
		"content/images/": "", "content/image/": "", "content/foto/": "", "content/pagess/": "content/pages/",
		"content/Berita/": "content/news/", "data/program/": "data/programs/",
	} {
		if got := shelfMeant(folder); got != want {
			t.Errorf("%s: %q, not %q", folder, got, want)
		}
	}
}
