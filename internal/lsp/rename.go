package lsp

import (
	"cmp"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/creachadair/jrpc2"

	"blandongan/internal/diag"
	"blandongan/internal/lsp/text"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// requestFailed is the protocol's code for a request that is right and cannot be met.
const requestFailed jrpc2.Code = -32803

// refuse is why a request cannot be met, in words.
func (x *session) refuse(key string, args ...any) error {
	return jrpc2.Errorf(requestFailed, "%s", x.say(key, args...))
}

// prepareRename says which id would be renamed at a point.
func (s *server) prepareRename(p at) (*prepared, error) {
	ref, c, from, to, ok := s.target(p)
	if !ok || !s.session.known().Site.Exists(ref.Kind, ref.ID) {
		return nil, nil
	}
	return &prepared{*s.rangeOf(c.text, from, to), ref.ID}, nil
}

// rename gives the thing at a point another id: in its file's name or its key, and wherever it
// is named. Readers of its old addresses are led on.
func (s *server) rename(p struct {
	at
	NewName string `json:"newName"`
}) (*workspaceEdit, error) {
	if s.session == nil {
		return nil, nil
	}
	if !s.session.refresh() {
		return nil, s.session.refuse("rename-stale")
	}
	ref, _, _, _, ok := s.target(p.at)
	if !ok || !s.session.known().Site.Exists(ref.Kind, ref.ID) {
		return nil, s.session.refuse("rename-nothing")
	}
	r := renamer{server: s, ref: ref, to: p.NewName, edits: map[string][]edit{}, folders: map[string]string{}}
	if err := r.check(); err != nil {
		return nil, err
	}
	if err := r.thing(); err != nil {
		return nil, err
	}
	if err := r.uses(); err != nil {
		return nil, err
	}
	can := s.client.Capabilities.Workspace.WorkspaceEdit.ResourceOperations
	if len(r.files) > 0 && !slices.Contains(can, "rename") {
		return nil, s.session.refuse("rename-files")
	}
	return r.edit(), nil
}

// longestWait is for how long a renaming waits for a walk.
const longestWait = time.Minute

// refresh waits until a walk has seen the site as it is now, and says whether one has.
func (x *session) refresh() bool {
	want := x.changed(nil)
	timeout := time.NewTimer(longestWait)
	defer timeout.Stop()
	for {
		x.mu.Lock()
		ended, next := x.ended, x.next
		x.mu.Unlock()
		if ended >= want {
			w := x.latest.Load()
			return w != nil && w.number >= want // else the walk has failed
		}
		select {
		case <-next:
		case <-x.done:
			return false
		case <-timeout.C:
			return false
		}
	}
}

// edit is one of a file, between two offsets.
type edit struct {
	from, to int
	with     string
}

// renamer gathers what changes when a thing gets another id.
type renamer struct {
	*server
	ref     site.Ref
	to      string
	edits   map[string][]edit
	files   [][2]string       // old and new path, in order
	folders map[string]string // those among files that are folders
}

func (r *renamer) check() error {
	x, k := r.session, r.session.known()
	if r.to == r.ref.ID {
		return x.refuse("rename-same", r.to)
	}
	if slug := value.Slugify(r.to); slug != r.to {
		return x.refuse("rename-unfit", r.to, slug)
	}
	if p := new(value.Slug).ReadLiteral(r.to); p != nil {
		return jrpc2.Errorf(requestFailed, "%s", p.Text(x.language()))
	}
	if at, taken := k.Site.PlaceOf(r.ref.Kind, r.to); taken {
		return x.refuse("rename-taken", r.to, at.File)
	}
	for e := range r.entries() {
		if !e.WellFormed {
			return x.refuse("rename-unread", cmp.Or(e.Place.File, site.PathOfKind(e.Kind)))
		}
	}
	return nil
}

// thing renames the thing itself.
func (r *renamer) thing() error {
	for e := range r.entries() {
		if e.Kind != r.ref.Kind || e.ID != r.ref.ID || e.Value == nil {
			continue
		}
		kind, _ := site.KindAt(e.Place.File)
		if kind.Keyed {
			if err := r.word(e.Place, r.ref.ID, r.to); err != nil {
				return err
			}
			continue
		}
		if !kind.IsFolder {
			return r.session.refuse("rename-nothing")
		}
		if err := r.file(kind, e); err != nil {
			return err
		}
		r.alias(e)
	}
	return nil
}

// file renames the file of a thing, or the folder in which it lies with its pictures.
func (r *renamer) file(kind site.Kind, e *site.Entry) error {
	old, name := e.Place.File, cmp.Or(e.Name, e.ID)
	dir, base := path.Split(old)
	to := ""
	if rest, is := strings.CutPrefix(base, name+"."); is {
		to = dir + r.to + "." + rest
	} else if path.Base(dir) == name && dir != kind.Path {
		old = path.Clean(dir)
		to = path.Join(path.Dir(old), r.to)
		r.folders[old] = to
	} else {
		return r.session.refuse("rename-nothing")
	}
	if _, err := r.session.disk.Stat(to); err == nil {
		return r.session.refuse("rename-taken", r.to, to)
	}
	if pair := [2]string{old, to}; !slices.Contains(r.files, pair) {
		r.files = append(r.files, pair)
	}
	return nil
}

// alias adds the addresses of a thing's pages to those at which readers still look for it.
func (r *renamer) alias(e *site.Entry) {
	file := e.Place.File
	kind, _ := site.KindAt(file)
	if fieldOf(kind.Shape, "aliases") == nil {
		return
	}
	var lost []string
	for _, at := range r.session.known().Addresses(file) {
		if path.Base(at) == r.ref.ID {
			lost = append(lost, at)
		}
	}
	if len(lost) == 0 {
		return
	}
	t, _ := r.textOf(file)
	whole := t.String()
	root := outlineOf(file, whole, -1)
	switch n := root.Find("aliases"); {
	case n == nil:
		end, _ := region(file, whole)
		line := "aliases: [" + strings.Join(lost, ", ") + "]\n"
		if end > 0 && whole[end-1] != '\n' {
			line = "\n" + line
		}
		r.add(file, end, end, line)
	case n.Flow && n.To > n.From+1 && whole[n.To-1] == ']':
		before := ", "
		if len(n.Children) == 0 {
			before = ""
		}
		r.add(file, n.To-1, n.To-1, before+strings.Join(lost, ", "))
	case len(n.Children) > 0:
		last := n.Children[len(n.Children)-1]
		line, at := t.Line(t.LineAt(last.KeyFrom))
		begin := "\n" + line[:last.KeyFrom-at] + "- "
		r.add(file, last.To, last.To, begin+strings.Join(lost, begin))
	default:
		list := append([]string{}, lost...)
		if n.Value != "" {
			list = append([]string{whole[n.From:n.To]}, list...)
		}
		begin := ""
		if n.From == n.KeyTo+1 {
			begin = " "
		}
		r.add(file, n.From, n.To, begin+"["+strings.Join(list, ", ")+"]")
	}
}

// uses renames wherever the thing is named.
func (r *renamer) uses() error {
	written := map[string]map[string]string{} // file → what its links say → what they are to say
	for _, u := range r.server.uses(r.ref) {
		if u.link == "" {
			if err := r.word(u.place, r.ref.ID, r.to); err != nil {
				return err
			}
			continue
		}
		note(written, u.place.File, u.link, r.rewritten(u))
	}
	for e := range r.entries() { // links to the pictures in a folder that is renamed
		if e.Text == nil || len(r.folders) == 0 {
			continue
		}
		for _, l := range e.Text.Links {
			if l.Scheme == "" && l.To != "" {
				r.inFolder(written, e.Place.File, l.To)
			}
		}
	}
	for _, file := range slices.Sorted(maps.Keys(written)) {
		for _, old := range slices.Sorted(maps.Keys(written[file])) {
			if !r.targets(file, old, written[file][old]) {
				return r.session.refuse("rename-moved", file)
			}
		}
	}
	return nil
}

func note(written map[string]map[string]string, file, old, now string) {
	if written[file] == nil {
		written[file] = map[string]string{}
	}
	written[file][old] = now
}

// rewritten is what a link says once the thing has its new id.
func (r *renamer) rewritten(u use) string {
	if u.link == r.ref.Kind+":"+r.ref.ID {
		return r.ref.Kind + ":" + r.to
	}
	dir, base := path.Split(u.link)
	if rest, is := strings.CutPrefix(base, r.ref.ID+"."); is {
		return dir + r.to + "." + rest
	}
	if before, is := strings.CutSuffix(path.Clean(dir), r.ref.ID); is {
		return before + r.to + "/" + base
	}
	return u.link // within its own folder
}

func (r *renamer) inFolder(written map[string]map[string]string, file, to string) {
	for old, now := range r.folders {
		below, inside := strings.CutPrefix(path.Join(path.Dir(file), to), old+"/")
		if !inside || strings.HasPrefix(file, old+"/") || written[file][to] != "" {
			continue
		}
		base := filepath.FromSlash(path.Dir(file))
		if rel, err := filepath.Rel(base, filepath.FromSlash(path.Join(now, below))); err == nil {
			note(written, file, to, filepath.ToSlash(rel))
		}
	}
}

// targets replaces what links of a file lead to; false when none does.
func (r *renamer) targets(file, old, now string) bool {
	if old == now {
		return true
	}
	t, _ := r.textOf(file)
	s, any := t.String(), false
	for at := 0; ; {
		i := strings.Index(s[at:], old)
		if i < 0 {
			return any
		}
		from := at + i
		at = from + len(old)
		if beginsTarget(s[:from]) && endsTarget(s[at:]) {
			r.add(file, from, at, now)
			any = true
		}
	}
}

// beginsTarget says whether a link's target begins behind a text: in brackets, in a definition,
// as the value of a key.
func beginsTarget(before string) bool {
	before = strings.TrimRight(before, " \t")
	for _, sign := range []string{"(", "<", "]:", "link:", `"`, "'"} {
		if strings.HasSuffix(before, sign) {
			return true
		}
	}
	return false
}

func endsTarget(after string) bool {
	return after == "" || strings.IndexByte(")>#? \t\r\n\"',}", after[0]) >= 0
}

// word replaces a word at a place.
func (r *renamer) word(at diag.Place, old, now string) error {
	t, _ := r.textOf(at.File)
	from := wordAt(t, t.At(at.Line, at.Col), old)
	if from < 0 {
		return r.session.refuse("rename-moved", at.File)
	}
	r.add(at.File, from, from+len(old), now)
	return nil
}

func (r *renamer) add(file string, from, to int, with string) {
	if e := (edit{from, to, with}); !slices.Contains(r.edits[file], e) {
		r.edits[file] = append(r.edits[file], e)
	}
}

// edit is what the client has to do: first the texts, then the files.
func (r *renamer) edit() *workspaceEdit {
	w := &workspaceEdit{}
	for _, file := range slices.Sorted(maps.Keys(r.edits)) {
		t, version := r.textOf(file)
		list := r.edits[file]
		slices.SortStableFunc(list, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
		w.DocumentChanges = append(w.DocumentChanges,
			documentEdit{versioned{r.uri(file), version}, textEdits(t, list, r.encoding)})
	}
	for _, f := range r.files {
		w.DocumentChanges = append(w.DocumentChanges, renameFile{"rename", r.uri(f[0]), r.uri(f[1])})
	}
	return w
}

func textEdits(t *text.Text, list []edit, e text.Encoding) []textEdit {
	edits := make([]textEdit, len(list))
	for i, x := range list {
		edits[i] = textEdit{t.Range(x.from, x.to, e), x.with}
	}
	return edits
}
