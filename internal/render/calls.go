package render

import (
	"maps"
	"slices"
	"text/template/parse"

	"blandongan/internal/memo"
	"blandongan/internal/plan"
)

// calls tells of each template what it calls, so that a page is made again when
// one of its templates changed and not when another did.
type calls map[string]*use

// use is what one template calls by name, and the digest of its own text.
type use struct {
	text      memo.Digest
	templates map[string]bool
	// any says that it calls a template whose name only shows when it runs.
	any bool
	// asset says that it names an asset, assets which, anyAsset that a name only
	// shows when it runs.
	asset, anyAsset bool
	assets          map[string]bool
}

// callsOf digests through the parsed templates.
func callsOf(t *Theme) calls {
	all := calls{}
	for _, x := range t.set.Templates() {
		if x.Tree == nil {
			continue
		}
		u := &use{text: memo.Of([]byte(x.Tree.Root.String())), templates: map[string]bool{}, assets: map[string]bool{}}
		walk(x.Tree.Root, u.node)
		all[x.Name()] = u
	}
	return all
}

func (u *use) node(n parse.Node) parse.Node {
	if t, ok := n.(*parse.TemplateNode); ok {
		u.templates[t.Name] = true
	}
	u.pipe(pipeOf(n))
	return n
}

func (u *use) pipe(p *parse.PipeNode) {
	if p == nil {
		return
	}
	for _, cmd := range p.Cmds {
		u.command(cmd)
		for _, arg := range cmd.Args {
			if inner, ok := arg.(*parse.PipeNode); ok {
				u.pipe(inner)
			}
		}
	}
}

// command finds the template that part and parts name, and the asset.
func (u *use) command(cmd *parse.CommandNode) {
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		return
	}
	text, written := argument(cmd)
	switch name.Ident {
	case "part", "parts":
		u.templates[text] = written
		u.any = u.any || !written
	case "asset":
		u.asset = true
		u.assets[text] = written
		u.anyAsset = u.anyAsset || !written
	}
}

// argument is a function's first one, if it is a text that is written out.
func argument(cmd *parse.CommandNode) (text string, written bool) {
	if len(cmd.Args) < 2 {
		return "", false
	}
	s, ok := cmd.Args[1].(*parse.StringNode)
	if !ok {
		return "", false
	}
	return s.Text, true
}

// digests returns the digest of each template with all that it calls, of the words
// it may say and of the assets it may name.
func (t *Theme) digests(p *plan.Plan, number int) map[string]memo.Digest {
	var h memo.Hash
	h.Text(p.Prefix)
	words := p.Editions[number].Words
	for _, key := range slices.Sorted(maps.Keys(words)) {
		h.Text(key)
		h.Text(words[key])
	}
	common := h.Sum()
	digests := map[string]memo.Digest{}
	for name := range t.calls {
		digests[name] = t.digest(common, name)
	}
	return digests
}

func (t *Theme) digest(common memo.Digest, name string) memo.Digest {
	var h memo.Hash
	h.Digest(common)
	called := map[string]bool{}
	t.calls.follow(name, called)
	for _, n := range slices.Sorted(maps.Keys(called)) {
		h.Text(n)
		if u := t.calls[n]; u != nil {
			h.Digest(u.text)
		}
	}
	for _, a := range t.assetsOf(called) {
		h.Text(a)
	}
	return h.Sum()
}

// follow gathers a template and all that it calls.
func (all calls) follow(name string, called map[string]bool) {
	if called[name] {
		return
	}
	called[name] = true
	u := all[name]
	if u == nil {
		return
	}
	if u.any {
		for other := range all {
			called[other] = true
		}
		return
	}
	for next := range u.templates {
		all.follow(next, called)
	}
}

// used names the templates that the pages of a plan can need, sorted.
func (t *Theme) used(p *plan.Plan) []string {
	called := map[string]bool{}
	t.calls.follow("base.html", called)
	t.calls.follow("head.html", called)
	t.calls.follow(languagesFile, called)
	seen := map[string]bool{"": true}
	for i := range p.Targets {
		if name := p.Targets[i].Template; !seen[name] {
			seen[name] = true
			t.calls.follow(name+".html", called)
		}
	}
	maps.DeleteFunc(called, func(name string, _ bool) bool { return t.calls[name] == nil })
	return slices.Sorted(maps.Keys(called))
}

// assetsOf returns the paths of all assets when one of the templates names any:
// which one may only show when it runs, and assets are few.
func (t *Theme) assetsOf(called map[string]bool) []string {
	for name := range called {
		if u := t.calls[name]; u != nil && u.asset {
			return paths(t.Assets())
		}
	}
	return nil
}
