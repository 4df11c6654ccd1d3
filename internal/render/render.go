// Package render turns targets into bytes.
//
// It owns the templates and their assets: reading them (the site's own files
// over the built-in ones), running them, and writing feeds and other machine
// files in their form. What comes in is a target with its view; what goes out is
// the file's content, or a problem at a line of a template. It never decides
// what exists, never looks into a view, never touches the output folder.
//
// # Templates
//
// base.html is a whole document with two gaps, {{slot "head"}} and {{slot
// "main"}}; it is run once for each section of the site and sees a views.Frame.
// head.html fills the first gap of every page, KIND.html the second; both see a
// views.Page. redirect.html, at old addresses, is a document of its own and sees a
// views.MovedView. So the part that all pages of a section share costs nothing per
// page, and still every value goes through html/template's escaping: the slots
// stand between tags, where the escaper starts and ends anyway.
//
// Files in parts/ hold {{define}}d pieces, files in assets/ are copied under a
// name that holds their digest, so that hosts may cache them for ever. assets/tokens.css
// goes out within assets/style.css.
//
// The functions templates may call, besides html/template's own:
//
//	word KEY ARGS…   one of the pages' own words, in the site's language
//	body BODY        an article's text
//	asset NAME       the address of a file in assets/
//	part NAME VIEW   a piece made by the template NAME, made once for each VIEW; it
//	                 must stand between tags, and NAME must begin and end there
//	parts NAME TEXT VIEWS
//	                 a piece for each of several views, with TEXT between them
//	slot NAME        a gap, in base.html only
package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"slices"
	"sort"
	"strings"
	"sync"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/memo"
	"blandongan/internal/plan"
	"blandongan/internal/views"
)

// Folder is the name of the templates' folder in a site, as problems give it.
const Folder = "templates"

// Theme is a set of templates and assets that has been read. It is safe for
// concurrent use.
type Theme struct {
	set    *template.Template
	assets map[string]Asset // by name
	uses   uses
	base   string // the text of base.html
	broken bool
}

// Broken says that a template could not be read, so that pages miss something
// that is written there.
func (t *Theme) Broken() bool { return t.broken }

// Asset is a file of the templates' own.
type Asset struct {
	// Path is where it goes, below the output folder.
	Path string
	Data []byte
}

// Files are the templates and assets as they were read.
type Files struct {
	text map[string][]byte
	// own are the site's own that no built-in one has the name of, also those that are
	// neither template nor asset; over are those that stand for a built-in one.
	own, over []string
}

// Read reads the templates: built-in ones, and over them, file by file, the
// site's own, which lie in root at the paths given.
func Read(builtin, root fs.FS, own []string) (Files, diag.List) {
	l := loader{files: map[string][]byte{}}
	l.readBuiltin(builtin)
	known := maps.Clone(l.files)
	var added, over []string
	for _, file := range own {
		name := strings.TrimPrefix(file, Folder+"/")
		if isTemplate(name) || isAsset(name) {
			l.read(root, file, name)
		}
		if known[name] == nil {
			added = append(added, name)
		} else {
			over = append(over, name)
		}
	}
	return Files{l.files, added, over}, l.problems
}

// Digest is that of all names and texts.
func (f Files) Digest() memo.Digest {
	var h memo.Hash
	for _, name := range slices.Sorted(maps.Keys(f.text)) {
		h.Text(name)
		h.Digest(memo.Of(f.text[name]))
	}
	h.Texts(f.own)
	h.Texts(f.over)
	return h.Sum()
}

// Differ returns the names of the files that are other in f than in g, from the
// site's root.
func (f Files) Differ(g Files) []string {
	var names []string
	for name, text := range f.text {
		if old, known := g.text[name]; !known || !bytes.Equal(old, text) {
			names = append(names, path.Join(Folder, name))
		}
	}
	for name := range g.text {
		if _, still := f.text[name]; !still {
			names = append(names, path.Join(Folder, name))
		}
	}
	slices.Sort(names)
	return names
}

// Parse makes a theme of the files.
func Parse(f Files) (*Theme, diag.List) {
	l := loader{theme: &Theme{assets: map[string]Asset{}}, files: f.text}
	l.sort()
	return l.theme, append(l.problems, l.theme.unused(f)...)
}

type loader struct {
	theme    *Theme
	files    map[string][]byte
	problems diag.List
}

func (l *loader) readBuiltin(fsys fs.FS) {
	_ = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error { // they are in the program
		if err == nil && !d.IsDir() && (isTemplate(name) || isAsset(name)) {
			l.read(fsys, name, name)
		}
		return err
	})
}

func (l *loader) read(fsys fs.FS, file, name string) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		place := diag.Place{File: path.Join(Folder, name)}
		l.problems = append(l.problems, diag.At(place, "file-unreadable", diag.Reason(err)))
		return
	}
	l.keep(name, data)
}

// keep takes a file that was read. Text that is not UTF-8 would become garbage on
// every page.
func (l *loader) keep(name string, data []byte) {
	if isTemplate(name) || slices.Contains([]string{".css", ".js", ".svg"}, path.Ext(name)) {
		text, problems := files.Clean(path.Join(Folder, name), data)
		l.problems = append(l.problems, problems...)
		if problems != nil {
			return
		}
		if isTemplate(name) || name == assetFolder+tokensFile {
			data = text // a byte order mark would stand in the middle of a page or style sheet
		}
	}
	l.files[name] = data
}

func isAsset(name string) bool { return strings.HasPrefix(name, assetFolder) }

func isTemplate(name string) bool { return path.Ext(name) == ".html" && !isAsset(name) }

// assetFolder holds the assets, below Folder.
const assetFolder = "assets/"

// sort makes assets of the files in assets/ and parses the others.
func (l *loader) sort() {
	t := l.theme
	t.set = template.New("").Option("missingkey=error").Funcs(placeholders)
	names := make([]string, 0, len(l.files))
	for name := range l.files {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		if asset, ok := strings.CutPrefix(name, assetFolder); ok {
			l.addAsset(asset, l.files[name])
			continue
		}
		if !strings.Contains(name, "/") && len(bytes.TrimSpace(l.files[name])) == 0 {
			p := diag.At(diag.Place{File: path.Join(Folder, name)}, "template-empty").WithHint("template-back")
			l.problems = append(l.problems, p)
			l.standIn(name)
			continue
		}
		if _, err := t.set.New(name).Parse(string(l.files[name])); err != nil {
			l.problems = append(l.problems, explain(err, name))
			l.standIn(name)
		}
	}
	t.base = string(l.files["base.html"])
	t.uses = usesOf(t)
}

func (l *loader) addAsset(name string, data []byte) {
	switch name {
	case tokensFile:
		return
	case styleFile:
		data = l.withTokens(data)
	}
	l.theme.assets[name] = Asset{Path: plan.AssetFolder + hashed(name, data), Data: data}
}

// hashed puts a digest into a file's name: style.css → style.1f8ac10f.css.
func hashed(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
}

// Assets returns the theme's assets, sorted by path.
func (t *Theme) Assets() []Asset {
	list := make([]Asset, 0, len(t.assets))
	for _, a := range t.assets {
		list = append(list, a)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Path < list[j].Path })
	return list
}

// Renderer makes the files of one plan. It is safe for concurrent use.
type Renderer struct {
	set     *template.Template
	frames  map[string]frame
	digests map[string]memo.Digest // by template
	parts   parts
	marks   []diag.Place // what each mark stands for, without one the folder itself
	// hopeless are the runs that had to be ended, by template.
	hopeless sync.Map
}

// frame is a section's document, cut at its gaps.
type frame struct {
	before, between, after []byte
	digest                 memo.Digest
}

// Digest is that of all that a page is made from besides its view: the templates that
// it uses, and no others; their assets and words; the frame around it. It is zero for
// what has no template.
func (r *Renderer) Digest(template, frame string) memo.Digest {
	if template == "" {
		return memo.Digest{}
	}
	var h memo.Hash
	h.Digest(r.digests[template+".html"])
	if frame == plan.NoFrame {
		return h.Sum()
	}
	h.Digest(r.digests["head.html"])
	h.Digest(r.frames[frame].digest)
	return h.Sum()
}

// Renderer prepares a theme for a plan: binds the functions to its language and
// addresses, and runs the frames.
func (t *Theme) Renderer(p *plan.Plan) (*Renderer, diag.List) {
	set, err := t.set.Clone()
	if err != nil {
		return nil, diag.List{explain(err, "base.html")}
	}
	r := &Renderer{frames: map[string]frame{}, digests: t.digests(p)}
	functions := t.functions(p, r)
	r.set = set.Funcs(functions).Funcs(bounded)
	r.bind(functions)
	r.escapeAll(t.used(p))
	r.fold()
	r.mark()
	var problems diag.List
	for _, section := range sections(p) {
		f, problem := t.frame(r, p.Frames[section])
		if problem != nil {
			return nil, append(problems, *problem)
		}
		r.frames[section] = f
	}
	return r, append(problems, r.check(p)...)
}

func sections(p *plan.Plan) []string {
	var names []string
	for name := range p.Frames {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// check wants every template that the plan names.
func (r *Renderer) check(p *plan.Plan) diag.List {
	var problems diag.List
	seen := map[string]bool{}
	for _, t := range p.Targets {
		if t.Template == "" || seen[t.Template] {
			continue
		}
		seen[t.Template] = true
		for _, name := range []string{"head.html", t.Template + ".html"} {
			if r.set.Lookup(name) == nil {
				place := diag.Place{File: path.Join(Folder, name)}
				problems = append(problems, diag.At(place, "template-missing", name))
			}
		}
	}
	return problems
}

func (t *Theme) frame(r *Renderer, view views.Frame) (frame, *diag.Problem) {
	var b bytes.Buffer
	if err := r.run(&b, "base.html", view); err != nil {
		p := explain(err, "base.html")
		return frame{}, &p
	}
	f := frame{digest: memo.Of(b.Bytes())}
	rest := b.Bytes()
	for _, gap := range []struct {
		slot string
		part *[]byte
	}{{"head", &f.before}, {"main", &f.between}} {
		before, after, ok := bytes.Cut(rest, []byte(marker(gap.slot)))
		if !ok || bytes.Contains(after, []byte(marker(gap.slot))) {
			p := diag.At(t.slot(gap.slot), "template-slot", gap.slot)
			return frame{}, &p
		}
		*gap.part, rest = before, after
	}
	f.after = rest
	return f, nil
}

// run executes a template. html/template panics on a few faults of a template
// that it should report; those are the author's, not ours.
func (r *Renderer) run(b *bytes.Buffer, name string, view any) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("template: %s:1: %v", name, x)
		}
	}()
	if known, ok := r.hopeless.Load(name); ok {
		return known.(endless) // ten thousand pages would wait for it, each anew
	}
	m := meter{to: b, start: b.Len()}
	if err = r.set.ExecuteTemplate(&m, name, view); m.ended {
		end := endless{r.marks[m.last]}
		r.hopeless.Store(name, end)
		return end
	}
	return err
}

// Page renders a target with its view, appending to b.
func (r *Renderer) Page(b *bytes.Buffer, t plan.Target, view any) *diag.Problem {
	if t.Template == "" {
		return encode(b, t, view)
	}
	if t.Frame == plan.NoFrame {
		return r.fill(b, t.Template+".html", view)
	}
	f := r.frames[t.Frame]
	b.Write(f.before)
	if p := r.fill(b, "head.html", view); p != nil {
		return p
	}
	b.Write(f.between)
	if p := r.fill(b, t.Template+".html", view); p != nil {
		return p
	}
	b.Write(f.after)
	return nil
}

// fill runs a template and says what is wrong with it.
func (r *Renderer) fill(b *bytes.Buffer, name string, view any) *diag.Problem {
	if err := r.run(b, name, view); err != nil {
		p := explain(err, name)
		return &p
	}
	return nil
}
