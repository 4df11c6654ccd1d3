package lsp

import (
	"strings"

	"blandongan/internal/lsp/outline"
	"blandongan/internal/lsp/text"
	"blandongan/internal/site"
)

// mostDeep is how deep documents are outlined.
const mostDeep = 8

// symbols returns the keys of a document, and the headings of its text.
func (s *server) symbols(p struct {
	TextDocument documentID `json:"textDocument"`
}) ([]symbol, error) {
	d, t, open := s.document(p.TextDocument.URI)
	if !open {
		return []symbol{}, nil
	}
	if _, is := site.KindAt(d.file); !is {
		return []symbol{}, nil
	}
	root := outlineOf(d.file, t.String(), -1)
	if string(site.Guard(d.file, []byte(t.String()))) != t.String() {
		root.Walk(func(n *outline.Node) { n.Value = "" }) // there may be secrets
	}
	list := s.keySymbols(t, root, 0)
	if _, body := region(d.file, t.String()); body < len(t.String()) {
		list = append(list, s.headings(t, body)...)
	}
	return list, nil
}

func (s *server) keySymbols(t *text.Text, in *outline.Node, depth int) []symbol {
	list := []symbol{}
	for _, n := range in.Children {
		x := symbol{Name: n.Key, Kind: symbolKey, Detail: short(n.Value),
			Range:          t.Range(n.KeyFrom, max(n.To, n.KeyTo), s.encoding),
			SelectionRange: t.Range(n.KeyFrom, n.KeyTo, s.encoding)}
		if n.Kind == outline.Item {
			from := n.From
			x.Kind, x.Detail, x.Name = symbolString, "", short(n.Value)
			if len(n.Children) > 0 {
				x.Kind, x.Name = symbolStruct, short(n.Children[0].Value)
			}
			x.Range = t.Range(min(from, n.KeyFrom), max(n.To, n.KeyTo), s.encoding)
			x.SelectionRange = t.Range(from, from, s.encoding)
		}
		if x.Name == "" {
			x.Name = "…" // clients refuse what has no name
		}
		if len(n.Children) > 0 && depth < mostDeep {
			x.Children = s.keySymbols(t, n, depth+1)
			if n.Kind == outline.Entry && !n.HasKeys() {
				x.Kind = symbolArray
			}
		}
		list = append(list, x)
	}
	return list
}

// headings are those that stand in lines of their own, one below another as their ranks say.
func (s *server) headings(t *text.Text, body int) []symbol {
	var top []symbol
	end := t.Position(len(t.String()), s.encoding)
	var open []*[]symbol // the lists that a heading may go into, by rank
	var ranks []int
	fenced := false
	for n := t.LineAt(body); n < t.Lines(); n++ {
		line, at := t.Line(n)
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
		}
		title := strings.TrimLeft(line, "#")
		rank := len(line) - len(title)
		if fenced || rank == 0 || rank > 6 || !strings.HasPrefix(title, " ") || strings.TrimSpace(title) == "" {
			continue
		}
		for len(ranks) > 0 && ranks[len(ranks)-1] >= rank {
			ranks, open = ranks[:len(ranks)-1], open[:len(open)-1]
		}
		into := &top
		if len(open) > 0 {
			into = open[len(open)-1]
		}
		r := t.Range(at, at+len(line), s.encoding)
		*into = append(*into, symbol{Name: strings.TrimSpace(title), Kind: symbolString,
			Range: text.Range{Start: r.Start, End: end}, SelectionRange: r})
		ranks, open = append(ranks, rank), append(open, &(*into)[len(*into)-1].Children)
	}
	return top
}

// mostFound is how many things of the site are listed at once.
const mostFound = 100

// findSymbols returns the things of the site whose id or name has what is asked for.
func (s *server) findSymbols(p struct {
	Query string `json:"query"`
}) ([]workspaceSymbol, error) {
	list := []workspaceSymbol{}
	if s.session == nil || s.session.known() == nil {
		return list, nil
	}
	k, query := s.session.known(), strings.ToLower(p.Query)
	for e := range k.Entries() {
		if e.ID == "" || e.Value == nil {
			continue
		}
		name, _ := k.Site.Told(e)
		if !strings.Contains(strings.ToLower(e.ID+" "+name), query) {
			continue
		}
		if name == "" {
			name = e.ID
		}
		list = append(list, workspaceSymbol{Name: name, Kind: symbolFile, ContainerName: e.Kind,
			Location: s.locationOf(e.Place, e.ID)})
		if len(list) == mostFound {
			break
		}
	}
	return list, nil
}
