package output

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/files"
	"blandongan/internal/lab"
)

// world is what a folder must hold, kept beside the folder: who owns which
// address, and what a person has laid there.
type world struct {
	t       *testing.T
	dir     string
	chance  *rand.Rand
	ours    contents // addresses of the last build that ended well
	foreign contents // what lies there and is not ours; "-> x" is a link
}

// path makes few different paths, so that files and folders often collide.
func (w *world) path() string {
	elements := make([]string, 1+w.chance.IntN(3))
	for i := range elements {
		elements[i] = string(rune('a' + w.chance.IntN(3)))
	}
	return strings.Join(elements, "/")
}

// text is short and often the same, now and then longer than a buffer.
func (w *world) text() string {
	if w.chance.IntN(20) == 0 {
		return strings.Repeat("p", bufferSize-1+w.chance.IntN(3))
	}
	return []string{"", "x", "y"}[w.chance.IntN(3)]
}

// site is a random site without clashes.
func (w *world) site() contents {
	site := contents{}
	above := map[string]bool{}
	for range w.chance.IntN(8) {
		p := w.path()
		clash := above[p]
		for dir := range foldersAbove(p) {
			_, taken := site[dir]
			clash = clash || taken
		}
		if clash {
			continue
		}
		for dir := range foldersAbove(p) {
			above[dir] = true
		}
		site[p] = w.text()
	}
	return site
}

// meddle is a person's hand in the folder.
func (w *world) meddle() {
	p := w.path()
	name := filepath.Join(w.dir, p)
	_, isOurs := w.ours[p]
	if !w.roomFor(p) {
		return
	}
	info, err := os.Lstat(name)
	switch there := err == nil; {
	case there && info.IsDir():
	case there && isOurs && w.chance.IntN(2) == 0:
		w.edit(p, info)
	case there:
		w.take(p)
	case w.chance.IntN(4) == 0 && !isOurs && lab.CanLink(w.t):
		symlink(w.t, "a", w.dir, p)
		w.foreign[p] = "-> a"
	default:
		text := w.text()
		write(w.t, w.dir, p, text)
		if !isOurs { // else it is ours, edited by hand
			w.foreign[p] = text
		}
	}
}

// edit writes a file until that shows: clocks of file systems tick a few hundred times a second.
func (w *world) edit(p string, was os.FileInfo) {
	text := w.text()
	for is := was; is != nil && files.StampOf(is) == files.StampOf(was); {
		write(w.t, w.dir, p, text)
		is, _ = os.Lstat(filepath.Join(w.dir, p))
	}
}

// roomFor says whether only folders lie above p, and makes them.
func (w *world) roomFor(p string) bool {
	return !belowFile(w.dir, p) && os.MkdirAll(filepath.Dir(filepath.Join(w.dir, p)), 0o755) == nil
}

// take removes p and the folders that it leaves empty.
func (w *world) take(p string) {
	if err := os.Remove(filepath.Join(w.dir, p)); err != nil {
		w.t.Fatal(err)
	}
	delete(w.foreign, p)
	for dir := range foldersAbove(p) {
		if os.Remove(filepath.Join(w.dir, dir)) != nil {
			break
		}
	}
}

// tree is what lies in the folder, nothing if there is none.
func (w *world) tree() contents {
	w.t.Helper()
	if _, err := os.Stat(w.dir); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return forgetful(tree(w.t, w.dir))
}

// builder is one that remembers, or one that does not.
func (w *world) builder() builder { return builders[w.chance.IntN(3) > 0] }

// inTheWay is what Commit must complain about.
func (w *world) inTheWay(site contents) []string {
	found := map[string]bool{}
	for p, text := range site {
		if lies, there := w.foreign[p]; there && lies != text {
			found[p] = true
		}
		for dir := range foldersAbove(p) {
			if _, there := w.foreign[dir]; there {
				found[dir] = true
			}
		}
		for q := range w.foreign {
			if strings.HasPrefix(q, p+"/") {
				found[q] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// build builds site and compares everything with what must be.
func (w *world) build(what string, site contents) {
	w.t.Helper()
	want := w.inTheWay(site)
	before := w.tree()
	_, err := w.builder()(w.dir, site, straight)
	var foreign *ForeignError
	switch {
	case len(want) == 0 && err != nil:
		w.t.Errorf("%s: %v", what, err)
	case len(want) > 0 && (!errors.As(err, &foreign) || !slices.Equal(foreign.Paths, want)):
		w.t.Errorf("%s: got %v, want %q", what, err, want)
	case len(want) > 0:
		same(w.t, what+": refused", w.tree(), before)
	default:
		same(w.t, what, w.tree(), clean(site, w.foreign))
		w.ours = maps.Clone(site)
		for p := range w.foreign {
			delete(w.ours, p) // it happens to be equal
		}
	}
}

// fail builds site on a disk that breaks, after which the same or another site
// must come out clean.
func (w *world) fail(what string, site contents) {
	w.t.Helper()
	if len(w.inTheWay(site)) > 0 || w.adopts(site) {
		return
	}
	all := faults()
	first := ""
	x, n := all[w.chance.IntN(len(all))], 1+w.chance.IntN(80)
	_, err := w.builder()(w.dir, site, x.strike(n, &first))
	what = fmt.Sprintf("%s: %s at %d (%s)", what, x.name, n, first)
	got := w.tree()
	for p, text := range w.foreign {
		if got[p] != text {
			w.t.Errorf("%s: foreign %s was changed", what, p)
		}
	}
	// Back to the former site, unless that would be refused: then the addresses
	// the failed build did reach would stay ours, and the model does not know them.
	if err != nil && w.chance.IntN(2) == 0 && len(w.inTheWay(w.ours)) == 0 {
		site = w.ours
	}
	w.build(what, site)
}

// adopts says whether a build of site takes over foreign files: one that fails
// may or may not have done so, and the model would have to ask which.
func (w *world) adopts(site contents) bool {
	for p := range site {
		if _, there := w.foreign[p]; there {
			return true
		}
	}
	return false
}

func TestStories(t *testing.T) {
	seeds := uint64(60)
	if testing.Short() {
		seeds = 10
	}
	for seed := range seeds {
		w := &world{t: t, dir: filepath.Join(scratch(t), "public"), chance: rand.New(rand.NewPCG(seed, 1)),
			ours: contents{}, foreign: contents{}}
		w.build("first", w.site())
		for step := 0; step < 40 && !t.Failed(); step++ {
			what := fmt.Sprintf("seed %d, step %d", seed, step)
			for range w.chance.IntN(3) {
				w.meddle()
			}
			if w.chance.IntN(4) == 0 {
				w.fail(what, w.site())
			} else {
				w.build(what, w.site())
			}
		}
	}
}
