package lsp

import (
	"io/fs"
	"reflect"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/lsp/text"
)

// session is the work on one site. One goroutine, run, tells the client of problems; another
// walks through the site, one walk at a time.
type session struct {
	server  *server
	path    string // of the site's folder, as the machine names it
	disk    *disk
	shelf   *shelf
	builder *build.Builder

	latest atomic.Pointer[walked]
	walks  chan *walked
	wake   chan struct{}
	done   chan struct{}
	runs   sync.WaitGroup

	mu           sync.Mutex
	dirty        map[string]string // the files of documents that changed, by URI
	stale        bool              // something changed since the last walk began
	begun, ended int               // walks
	next         chan struct{}     // is closed when a walk ends

	// What the client was told last, by file, and in which language: run's alone.
	shown map[string]told
	spoke lang.Language
}

// told is what the client was told of a file, under the name by which it knows it.
type told struct {
	uri  string
	list []diagnostic
}

// walked is what a walk found.
type walked struct {
	*build.Known
	number int // of the walk, from 1
	// problems are those of each file.
	problems map[string]diag.List
	// beyond are those of each document that was open then, which only the walk can tell.
	beyond map[string]diag.List
	// texts are what these documents held.
	texts map[string]string
}

func newSession(s *server, path string, root fs.FS) *session {
	x := &session{
		server: s, path: path, disk: &disk{FS: root, listed: map[string][]fs.DirEntry{}}, shelf: &shelf{},
		walks: make(chan *walked, 1), wake: make(chan struct{}, 1), done: make(chan struct{}),
		dirty: map[string]string{}, stale: true, next: make(chan struct{}), shown: map[string]told{},
	}
	x.builder = build.New(build.Config{Root: x.shelf, Templates: s.config.Templates, Again: true, Desk: true})
	return x
}

func (x *session) close() {
	close(x.done)
	x.runs.Wait()
}

// known is what is known of the site, nil before the first walk.
func (x *session) known() *build.Known {
	if w := x.latest.Load(); w != nil {
		return w.Known
	}
	return nil
}

// language is that of what we say.
func (x *session) language() lang.Language {
	if l := x.server.config.Language; l != "" {
		return l
	}
	if k := x.known(); k != nil {
		return lang.Of(k.Language)
	}
	return lang.Indonesian
}

func (x *session) say(key string, args ...any) string {
	return lang.Server.For(x.language()).Word(key, args...)
}

// changed notes that a document did, or for nil a file on the disk. It returns the number of the
// next walk to begin, which sees the change.
func (x *session) changed(d *document) (next int) {
	x.mu.Lock()
	if x.stale = true; d != nil {
		x.dirty[d.uri] = d.file
	}
	next = x.begun + 1
	x.mu.Unlock()
	select {
	case x.wake <- struct{}{}:
	default:
	}
	return next
}

func (x *session) isStale() bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.stale
}

// start begins to look.
func (x *session) start() {
	x.runs.Add(1)
	go x.run()
}

// run tells the client of problems, at once and after each walk, until the session ends.
func (x *session) run() {
	defer x.runs.Done()
	walking := true
	go x.walk()
	quiet := time.NewTimer(time.Hour)
	defer quiet.Stop()
	for {
		select {
		case <-x.done:
			if walking {
				<-x.walks
			}
			return
		case <-x.wake:
			x.tellChanged()
			quiet.Reset(x.server.config.Quiet)
		case w := <-x.walks:
			walking = false
			if w != nil {
				x.tellAll(x.latest.Swap(w), w)
			}
			x.mu.Lock()
			x.ended++
			close(x.next)
			x.next = make(chan struct{})
			x.mu.Unlock()
			if x.isStale() {
				quiet.Reset(x.server.config.Quiet)
			}
		case <-quiet.C:
			if !walking && x.isStale() {
				walking = true
				go x.walk()
			}
		}
	}
}

// walk looks at the whole site as it is now.
func (x *session) walk() {
	var w *walked
	defer func() {
		if fault := recover(); fault != nil {
			x.server.log("walk", fault)
			w = nil
		}
		x.walks <- w
	}()
	x.mu.Lock()
	x.stale = false
	x.begun++
	number := x.begun
	x.mu.Unlock()
	if !x.server.client.Capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		x.disk.forget("") // nobody tells us what other programs change
	}
	x.shelf.now = folder{x.disk, x.server.buffers()}
	known := x.builder.Examine(x.server.config.Now())
	w = &walked{known, number, map[string]diag.List{}, map[string]diag.List{}, map[string]string{}}
	for _, p := range known.Problems {
		w.problems[p.Place.File] = append(w.problems[p.Place.File], p)
	}
	for file, b := range x.shelf.now.open {
		w.texts[file] = b.text
		_, alone := known.Look(x.shelf.now, file)
		for _, p := range w.problems[file] {
			same := func(q diag.Problem) bool { return q.Place == p.Place && q.Code == p.Code }
			if !slices.ContainsFunc(alone, same) {
				w.beyond[file] = append(w.beyond[file], p)
			}
		}
	}
}

// tellChanged tells of the documents that changed.
func (x *session) tellChanged() {
	x.mu.Lock()
	dirty := x.dirty
	x.dirty = map[string]string{}
	x.mu.Unlock()
	if x.known() == nil {
		return // the walk that is under way tells of all
	}
	for uri, file := range dirty {
		if d, _, open := x.server.document(uri); open {
			x.tellDocument(d)
		} else {
			x.tellFile(file)
		}
	}
}

// tellAll tells of all files whose problems are not those of the walk before, nil for the first.
func (x *session) tellAll(before, w *walked) {
	open := map[string]bool{}
	for _, d := range x.server.open() {
		open[d.file] = true
		x.tellDocument(d)
	}
	again := before == nil || x.spoke != x.language()
	x.spoke = x.language()
	for file, problems := range w.problems {
		if !open[file] && (again || !reflect.DeepEqual(before.problems[file], problems)) {
			x.tellFile(file)
		}
	}
	for file := range x.shown {
		if !open[file] && len(w.problems[file]) == 0 {
			x.tellFile(file)
		}
	}
}

// tellFile tells of the problems of a file that is not open. It is not read: each problem has
// its line.
func (x *session) tellFile(file string) {
	defer x.survive("look")
	uri := x.shown[file].uri
	if uri == "" {
		uri = x.server.uri(file)
	}
	var list []diagnostic
	if w := x.latest.Load(); w != nil {
		for _, p := range w.problems[file] {
			list = append(list, x.quoted(p))
		}
	}
	x.tell(file, uri, nil, list)
}

// survive logs a fault of ours, and goes on.
func (x *session) survive(doing string) {
	if fault := recover(); fault != nil {
		x.server.log(doing, fault)
	}
}

// tellDocument tells of the problems of an open document as it is now.
func (x *session) tellDocument(d *document) {
	defer x.survive("look")
	t, version, problems := x.problems(d)
	x.tell(d.file, d.uri, version, x.diagnostics(t, problems))
}

// problems are those of a document as it is now, and those that the last walk found beyond it.
func (x *session) problems(d *document) (*text.Text, *int, diag.List) {
	found := x.server.look(d)
	problems := found.problems
	if w := x.latest.Load(); w != nil {
		if w.texts[d.file] == found.text.String() && w.Known == found.known {
			return found.text, &found.version, w.problems[d.file]
		}
		problems = append(slices.Clip(problems), carried(w.beyond[d.file], found.text)...)
	}
	return found.text, &found.version, problems
}

// carried are problems that a walk found in a text as it was, in the text as it is: each goes
// with its line, to the nearest that says the same, and with the line it is gone.
func carried(problems diag.List, t *text.Text) diag.List {
	var list diag.List
	for _, p := range problems {
		if p.Place.Line == 0 {
			list = append(list, p)
			continue
		}
		for away := range t.Lines() {
			if same := nearby(t, p, away); same > 0 {
				p.Place.Line = same
				list = append(list, p)
				break
			}
		}
	}
	return list
}

// nearby returns the number of a line so far away from a problem's that says what that did, 0
// when there is none.
func nearby(t *text.Text, p diag.Problem, away int) int {
	for _, n := range []int{p.Place.Line + away, p.Place.Line - away} {
		if line, _ := t.Line(n - 1); n > 0 && n <= t.Lines() && line == p.Excerpt {
			return n
		}
	}
	return 0
}

// tell publishes the problems of a file under a name, unless the client knows them.
func (x *session) tell(file, uri string, version *int, list []diagnostic) {
	last, known := x.shown[file]
	if known && last.uri != uri { // the client has opened it by another name
		x.tell(file, last.uri, nil, nil)
		last, known = told{}, false
	}
	x.shown[file] = told{uri, list}
	open := version != nil
	if !open && len(list) == 0 {
		delete(x.shown, file)
		known = known || len(last.list) == 0
	}
	if known && slices.Equal(last.list, list) && (!open || len(list) == 0) {
		return // of an open document more is told: what was shown there went with its letters
	}
	if list == nil {
		list = []diagnostic{}
	}
	x.server.push("textDocument/publishDiagnostics", published{uri, version, list})
}
