package build

import (
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"blandongan/internal/address"
	"blandongan/internal/atlas/geojson"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/memo"
	"blandongan/internal/output"
	"blandongan/internal/render"
	"blandongan/internal/site"
	"blandongan/internal/site/strays"
)

// decoded is what a file holds, with its problems: a file that is not read
// again still repeats its warnings.
type decoded struct {
	entries []*site.Entry
	// survey is what the map's file holds, nil when it could not be read.
	survey   *geojson.Survey
	problems diag.List
	// head is the digest of all entries but their texts, and of where they stand.
	head memo.Digest
}

// seen is a file as a build found it.
type seen struct {
	path string
	role site.Role
	// stamp tells that the file has not changed since, if it had settled then.
	stamp   files.Stamp
	settled bool
	bytes   memo.Digest
	decoded
}

// look finds the files.
func (w *walk) look() {
	w.looked = time.Now() // by the clock of the files, whatever time the build is told
	found, problems := files.List(w.config.Root, files.Looking{Together: each, Folders: &w.folders, Now: w.looked}, Inputs()...)
	w.say(problems)
	for i := range found {
		w.judge(&found[i])
	}
	design := slices.IndexFunc(found, func(f files.File) bool { return strings.HasPrefix(f.Path, render.Folder+"/") }) // they come last
	if design < 0 {
		design = len(found)
	}
	w.files, w.design = found[:design:design], found[design:]
	w.lookAround()
}

// lookAround finds what was meant to be read and is at another place, or nowhere.
func (w *walk) lookAround() {
	var folders, loose []string
	entries, _ := fs.ReadDir(w.config.Root, ".") // without, nothing is to be found
	for _, e := range entries {
		if e.IsDir() {
			folders = append(folders, e.Name())
		} else if e.Type().IsRegular() {
			loose = append(loose, e.Name())
		}
	}
	exists := func(name string) bool { _, err := fs.Stat(w.config.Root, name); return err == nil }
	root := strays.Root{Folders: folders, Files: loose, Exists: exists, Names: w.namesIn, Head: w.head}
	problems, missed := root.Misspelt(Inputs(), w.holds)
	w.say(problems)
	w.say(root.Outside())
	lost, unread := strays.Find(w.files)
	w.say(lost)
	for _, name := range missed {
		unread = append(unread, name+"/")
	}
	if !slices.Contains(missed, contentFolder) && !exists(contentFolder) {
		unread = append(unread, w.lost()...)
	}
	for _, folder := range unread {
		w.files = append(w.files, files.File{Path: folder, Name: folder, Broken: true})
	}
}

// namesIn lists the files right in a folder.
func (w *walk) namesIn(folder string) (names []string) {
	entries, _ := fs.ReadDir(w.config.Root, folder) // without, nothing is to be found
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}

// holds says whether a folder in the root holds what is read in a wanted one: an
// office has folders of its own named Templates.
func (w *walk) holds(name, wanted string) bool {
	patterns := []string{"*.html", "assets"}
	if wanted != render.Folder {
		if strings.EqualFold(name, wanted) {
			return true
		}
		patterns = []string{"*.md", "*/*.md", "*.yaml"}
	}
	inside, err := fs.Sub(w.config.Root, name)
	return err == nil && slices.ContainsFunc(patterns, func(pattern string) bool {
		found, _ := fs.Glob(inside, pattern)
		return len(found) > 0
	})
}

// lost tells that all articles are gone which the last build had, with their
// folder: rather a disk that is not there than somebody who deleted them all.
func (w *walk) lost() []string {
	last, err := output.List(w.config.Out)
	if w.config.Out == "" || err != nil {
		return nil
	}
	articles := 0
	for _, p := range last.Paths {
		if address.IsArticle(p) {
			articles++
		}
	}
	if articles == 0 {
		return nil
	}
	folder := contentFolder + "/"
	w.say(diag.List{diag.At(diag.Place{File: folder}, "folder-missing", diag.Count(articles)).WithHint("folder-back", contentFolder)})
	return []string{folder}
}

const contentFolder = "content"

// judge breaks off a link that leads to what is not for readers.
func (w *walk) judge(f *files.File) {
	if f.Target != "" && !f.Broken && !site.MayLead(f.Name, f.Target) {
		f.Broken = true
		w.say(diag.List{diag.At(diag.Place{File: f.Path}, "symlink-private", f.Target).WithHint("copy-here")})
	}
}

// decode turns the written files into entries, those that changed anew.
func (w *walk) decode() {
	before := w.matches()
	now := make([]seen, len(w.files))
	fresh := make([]bool, len(w.files))
	var read atomic.Int64
	each(len(w.files), func(i int) {
		var old *seen
		if before[i] >= 0 {
			old = &w.seen[before[i]]
		}
		now[i], fresh[i] = w.see(w.files[i], old, &read)
	})
	w.report.Read = int(read.Load())
	if w.built {
		w.report.Edited = w.edited(now, fresh, before)
	}
	w.fresh = fresh
	w.seen = now
	for i := range now {
		w.say(now[i].problems)
	}
}

// matches returns for each file its position among those of the last build, -1
// for a new one. Most often the lists differ by nothing or by one.
func (w *walk) matches() []int {
	at := make([]int, len(w.files))
	var byPath map[string]int
	shift := 0
	for i, f := range w.files {
		if j := i + shift; j >= 0 && j < len(w.seen) && w.seen[j].path == f.Path {
			at[i] = j
			continue
		}
		if byPath == nil {
			byPath = make(map[string]int, len(w.seen))
			for j := range w.seen {
				byPath[w.seen[j].path] = j
			}
		}
		j, known := byPath[f.Path]
		if !known {
			at[i] = -1
			shift--
			continue
		}
		at[i], shift = j, j-i
	}
	return at
}

// edited names the files that changed, came or went.
func (w *walk) edited(now []seen, fresh []bool, before []int) []string {
	var names []string
	met := 0
	for i := range now {
		if fresh[i] {
			names = append(names, now[i].path)
		}
		if before[i] >= 0 {
			met++
		}
	}
	if met < len(w.seen) {
		still := make(map[int]bool, met)
		for _, j := range before {
			still[j] = true
		}
		fresh := w.byBytes(now, before)
		for j := range w.seen {
			if !still[j] {
				names = append(names, w.seen[j].path)
				w.renamed[w.seen[j].path] = fresh[w.seen[j].bytes]
			}
		}
	}
	return names
}

// byBytes finds the files that were not there before by what is in them: one that
// holds what a missing file held is that file by another name.
func (w *walk) byBytes(now []seen, before []int) map[memo.Digest]string {
	paths := map[memo.Digest]string{}
	for i := range now {
		if before[i] < 0 && now[i].bytes != (memo.Digest{}) {
			paths[now[i].bytes] = now[i].path
		}
	}
	return paths
}

// see returns a file as it is now, and whether it is another than it was.
func (w *walk) see(f files.File, old *seen, read *atomic.Int64) (s seen, fresh bool) {
	if old != nil && old.settled && old.stamp == f.Stamp && !f.Broken {
		return *old, false
	}
	s = seen{path: f.Path, role: site.RoleOf(f.Name), stamp: f.Stamp, settled: f.Stamp.Settled(w.looked)}
	switch {
	case f.Broken:
		s.settled = false
		s.entries, s.problems = site.Unread(f.Path)
		s.digestHead()
	case s.role == site.Written, s.role == site.Drawn:
		read.Add(1)
		return s.read(w, f, old)
	}
	return s, old == nil || old.stamp != f.Stamp
}

// read parses a file unless its bytes are what they were.
func (s seen) read(w *walk, f files.File, old *seen) (seen, bool) {
	text, problems := files.Read(w.config.Root, f)
	if problems != nil {
		s.settled = false // what could not be read may be read the next time
		entries, faults := site.Unread(f.Path)
		s.entries, s.problems = entries, append(problems, faults...)
		s.digestHead()
		return s, true
	}
	s.bytes = memo.Of(text)
	if old != nil && old.bytes == s.bytes && old.role == s.role {
		s.decoded = old.decoded
		return s, false
	}
	if s.role == site.Drawn {
		s.survey, s.problems = geojson.Read(f.Path, text)
		return s, true
	}
	record, found := site.Parse(f.Path, text, w.markdown)
	entries, faults := site.Decode(record)
	s.entries, s.problems = entries, append(found, faults...)
	s.digestHead()
	return s, true
}

func (s *seen) digestHead() {
	var h memo.Hash
	h.Text(s.path)
	for _, e := range s.entries {
		h.Text(e.Kind)
		h.Text(e.ID)
		h.Text(e.Name)
		h.Text(e.Language)
		h.Bool(e.Sound)
		h.Digest(e.Head)
	}
	s.head = h.Sum()
}

// each calls do(0) … do(n-1), as many at a time as there are processors.
func each(n int, do func(int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
}

// language guesses the editors' language from the site's own file when it could
// not be read: that problem, too, should be told in it.
func (w *walk) language() string {
	for line := range strings.Lines(files.Contents(w.config.Root, SiteFile)) {
		if tag, ok := strings.CutPrefix(line, "language:"); ok {
			tag, _, _ = strings.Cut(tag, "#")
			return strings.Trim(strings.TrimSpace(tag), `"'`)
		}
	}
	return ""
}

// SiteFile is the file by which the folder of a site is known.
const SiteFile = site.ConfigFile

func cutFolder(file, folder string) (string, bool) { return strings.CutPrefix(file, folder+"/") }
