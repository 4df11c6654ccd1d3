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
// views.Page. Between them may be a third, {{slot "languages"}}: languages.html fills it
// where a site has several languages, with the page's versions, else with those of the frame.
// redirect.html, at old addresses, is a document of its own and sees a
// views.MovedView. So the part that all pages of a section share costs nothing per
// page, and still every value goes through html/template's escaping: the slots
// stand between tags, where the escaper starts and ends anyway.
//
// Files in parts/ hold {{define}}d pieces, files in assets/ are copied under a
// name that holds their digest, so that hosts may cache them for ever. assets/tokens.css
// goes out within assets/style.css, what searches (package search) in front of
// assets/search.js.
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
	"fmt"
	"html/template"
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/memo"
	"blandongan/internal/plan"
	"blandongan/internal/poster"
	"blandongan/internal/views"
)

// Folder is the name of the templates' folder in a site, as problems give it.
const Folder = "templates"

// Renderer makes the files of one plan. It is safe for concurrent use.
type Renderer struct {
	editions []*edition
	painter  *poster.Painter
}

// edition makes the pages in one language.
type edition struct {
	set     *template.Template
	frames  map[string]frame
	digests map[string]memo.Digest // by template
	parts   parts
	marks   []diag.Place // what each mark stands for, without one the folder itself
	foreign bool         // there may be texts in another language
	// endlessRuns are the runs that had to be ended, by template.
	endlessRuns sync.Map
}

// Digest is that of all that a page of the edition at a position is made from besides its view:
// the templates that it uses, and no others; their assets and words; the frame around it. It is
// zero for what has no template.
func (r *Renderer) Digest(number int, template, frame string) memo.Digest {
	if template == "" {
		return memo.Digest{}
	}
	e := r.editions[number]
	var h memo.Hash
	h.Digest(e.digests[template+".html"])
	if frame == plan.NoFrame {
		return h.Sum()
	}
	h.Digest(e.digests["head.html"])
	h.Digest(e.digests[languagesFile])
	h.Digest(e.frames[frame].digest)
	return h.Sum()
}

// Renderer prepares a theme for a plan: for each language it binds the functions to its words
// and addresses, and runs the frames; each calls its function for 0 … n-1, in any order, or at once.
func (t *Theme) Renderer(p *plan.Plan, each func(n int, do func(int))) (*Renderer, diag.List) {
	n := len(p.Editions)
	r, problems := &Renderer{editions: make([]*edition, n), painter: poster.NewPainter()}, diag.List{}
	found := make([]diag.List, n)
	each(n, func(i int) { r.editions[i], found[i] = t.edition(p, i) })
	for i, e := range r.editions {
		if problems = append(problems, found[i]...); e == nil {
			return nil, problems
		}
	}
	return r, append(problems, r.editions[0].check(p)...)
}

func (t *Theme) edition(p *plan.Plan, number int) (*edition, diag.List) {
	set, err := t.set.Clone()
	if err != nil {
		return nil, diag.List{explain(err, "base.html")}
	}
	r := &edition{frames: map[string]frame{}, digests: t.digests(p, number), foreign: len(p.Editions) > 1}
	functions := t.functions(p, number, r)
	r.set = set.Funcs(functions).Funcs(bounded)
	r.bind(functions)
	r.escapeAll(t.used(p))
	r.fold()
	r.mark()
	frames := p.Editions[number].Frames
	for _, section := range slices.Sorted(maps.Keys(frames)) {
		f, problem := t.frame(r, frames[section])
		if problem != nil {
			return nil, diag.List{*problem}
		}
		r.frames[section] = f
	}
	return r, nil
}

// check wants every template that the plan names.
func (r *edition) check(p *plan.Plan) diag.List {
	var problems diag.List
	seen := map[string]bool{}
	for _, t := range p.Targets {
		if t.Template == "" || seen[t.Template] {
			continue
		}
		seen[t.Template] = true
		for _, name := range []string{"head.html", t.Template + ".html"} {
			if r.set.Lookup(name) == nil {
				at := diag.Place{File: path.Join(Folder, name)}
				problems = append(problems, diag.At(at, "template-missing", name))
			}
		}
	}
	return problems
}

// run executes a template. html/template panics on a few faults of a template
// that it should report; those are the author's, not ours.
func (r *edition) run(b *bytes.Buffer, name string, view any) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("template: %s:1: %v", name, x)
		}
	}()
	if known, ok := r.endlessRuns.Load(name); ok {
		return known.(endless) // ten thousand pages would wait for it, each anew
	}
	m := meter{to: b, start: b.Len()}
	if err = r.set.ExecuteTemplate(&m, name, view); m.ended {
		end := endless{r.marks[m.last]}
		r.endlessRuns.Store(name, end)
		return end
	}
	return err
}

// Page renders a target with its view, appending to b.
func (r *Renderer) Page(b *bytes.Buffer, t plan.Target, view any) *diag.Problem {
	if t.Template == "" {
		return r.encode(b, t, view)
	}
	e, start := r.editions[t.Edition], b.Len()
	if p := e.page(b, t, view); p != nil || !e.foreign || !lang.HasMarks(b.Bytes()[start:]) {
		return p
	}
	made := bytes.Clone(b.Bytes()[start:])
	b.Truncate(start)
	b.Write(lang.AppendHTML(b.AvailableBuffer(), made))
	return nil
}

func (r *edition) page(b *bytes.Buffer, t plan.Target, view any) *diag.Problem {
	if t.Frame == plan.NoFrame {
		return r.fill(b, t.Template+".html", view)
	}
	f := r.frames[t.Frame]
	b.Write(f.before)
	if p := r.fill(b, "head.html", view); p != nil {
		return p
	}
	if x, ok := view.(*views.Page); ok && len(x.Versions) > 0 && f.switched {
		b.Write(f.toSwitch)
		if p := r.fill(b, languagesFile, x.Versions); p != nil {
			return p
		}
		b.Write(f.fromSwitch)
	} else {
		b.Write(f.between)
	}
	if p := r.fill(b, t.Template+".html", view); p != nil {
		return p
	}
	b.Write(f.after)
	return nil
}

// fill runs a template and says what is wrong with it.
func (r *edition) fill(b *bytes.Buffer, name string, view any) *diag.Problem {
	if err := r.run(b, name, view); err != nil {
		p := explain(err, name)
		return &p
	}
	return nil
}

// escapeAll lets html/template decide how each of some templates is escaped, which it
// does when a template first runs. They are called from a template in which nothing runs, all
// at once: the library looks at all that it knows each time it is asked. What is at
// fault with one of them shows on its pages; then the others are asked for alone.
func (r *edition) escapeAll(names []string) {
	var all, each strings.Builder
	for i, name := range names {
		call := "{{template " + strconv.Quote(name) + " .}}"
		all.WriteString(call)
		fmt.Fprintf(&each, "{{define \"*%d\"}}{{if false}}%s{{end}}{{end}}", i, call)
	}
	if _, err := r.set.New("*").Parse(each.String() + "{{if false}}" + all.String() + "{{end}}"); err != nil {
		panic(fmt.Sprintf("render: %v", err)) // it holds quoted names and nothing else
	}
	if r.set.ExecuteTemplate(io.Discard, "*", nil) == nil {
		return
	}
	for i := range names {
		_ = r.set.ExecuteTemplate(io.Discard, "*"+strconv.Itoa(i), nil)
	}
}

const (
	mostSteps = 5_000_000 // writes and rounds of one run: about half a second
	mostBytes = 128 << 20 // of one run; the longest article that Markdown's limits allow is 80 MiB
)
