package publish

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/folder"
	"blandongan/internal/publish/publishtest"
)

// At whatever moment the power ends after the word that all is published, all is
// there. Where no loop device can be had, other tests hold the order of the calls.
func TestPowerCut(t *testing.T) {
	lab.Slow(t)
	for name, open := range map[string]func(string) (Store, error){
		"folder":   openFolder,
		"releases": func(dir string) (Store, error) { return folder.OpenReleases(dir, 2, time.Now) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			image := lab.NewImage(t, 96<<20)
			b := newBench(t)
			b.target, b.open, b.consent.Removals = image.Dir, open, true
			for n := 1; n <= 2; n++ {
				site := manyPages(n)
				site.Write(t, b.public)
				if _, _, err := b.publish(); err != nil {
					t.Fatal(err)
				}
				for _, wait := range []time.Duration{0, 2500 * time.Millisecond} {
					time.Sleep(wait) // the names come to the disk now, if they had not yet
					after := image.Cut(t)
					if name == "releases" {
						after = filepath.Join(after, "current")
					}
					got := publishtest.ReadFiles(t, after)
					for path := range got {
						if site[path] == "" && !isPage(path) {
							delete(got, path) // in its grace
						}
					}
					publishtest.Same(t, got, site)
				}
			}
		})
	}
}

// manyPages is a version with some pages more.
func manyPages(n int) publishtest.Files {
	site := publishtest.Version(n)
	for i := range 300 {
		site[fmt.Sprintf("berita/%d-%d/index.html", n, i)] = strings.Repeat(fmt.Sprintf("word %d of %d ", i, n), 500)
	}
	return site
}
