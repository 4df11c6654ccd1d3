package lsp

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"blandongan/internal/files"
	"blandongan/internal/lsp/outline"
	"blandongan/internal/lsp/text"
	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/meaning"
)

// mostItems is how many ids are offered at once: nobody reads more, and whoever types on asks
// again.
const mostItems = 200

// complete offers what can be written at a point.
func (s *server) complete(p at) (completionList, error) {
	list := completionList{Items: []completion{}}
	d, t, open := s.document(p.TextDocument.URI)
	if !open {
		return list, nil
	}
	c, is := newCursor(d.file, t, t.Offset(p.Position, s.encoding))
	if !is {
		return list, nil
	}
	o := offer{session: s.session, cursor: c, list: &list}
	switch {
	case c.link != nil:
		o.linked()
	case c.node == nil:
	case c.onKey:
		o.keys(c.node.Parent, c.node)
	default:
		o.values(c.node)
	}
	return list, nil
}

// offer gathers completions.
type offer struct {
	*session
	*cursor
	list *completionList
}

// add adds an item that stands in place of what is between two offsets.
func (o *offer) add(item completion, from, to int, with string) {
	item.TextEdit = &textEdit{o.text.Range(from, to, o.server.encoding), with}
	item.SortText = fmt.Sprintf("%04d", len(o.list.Items))
	o.list.Items = append(o.list.Items, item)
}

// keys offers those of a map that are not written yet, in place of one of its nodes.
func (o *offer) keys(in, n *outline.Node) {
	if in.Value != "" && !in.Flow && n.Kind == outline.Entry {
		return // a text goes on there
	}
	outer, from, to, end := o.slotOf(in, false), n.KeyFrom, n.KeyTo, ": "
	if n.Colon {
		end = ""
	}
	if n.Kind == outline.Item { // an entry of a list in which nothing stands yet
		from, to = n.From, n.To
	}
	begin := ""
	if outer.field != nil && outer.field.List && in.Kind == outline.Entry && !in.Flow && !outer.ids {
		begin = "- "
	}
	free := func(key string) bool {
		same := in.Find(key)
		return same == nil || same == n
	}
	switch {
	case outer.keys != nil:
		o.declared(outer.keys, free, from, to, begin, end)
	case outer.languages:
		for _, language := range o.languages() {
			if free(language) {
				o.add(completion{Label: language, Kind: completeProperty}, from, to, begin+language+end)
			}
		}
	case outer.field != nil && begin != "":
		o.valuesOf(outer, from, to, begin, "")
	}
}

// declared offers the keys of a declaration, those first that must be there.
func (o *offer) declared(shape *records.Shape, free func(string) bool, from, to int, begin, end string) {
	fields := shape.Fields()
	slices.SortStableFunc(fields, func(a, b records.Field) int { return rank(a) - rank(b) })
	for _, f := range fields {
		if !free(f.Key) {
			continue
		}
		o.add(completion{
			Label: f.Key, Kind: completeProperty, Detail: o.detail(f), Documentation: o.meaning(shape, f),
		}, from, to, begin+f.Key+end)
	}
}

func rank(f records.Field) int {
	if f.Required {
		return 0
	}
	return 1
}

// detail says in a word or two what a key wants.
func (x *session) detail(f records.Field) string {
	var words []string
	if f.Required {
		words = append(words, x.say("required"))
	}
	if f.List {
		words = append(words, x.say("list-of"))
	}
	return strings.Join(words, ", ")
}

// meaning is what a key means, in Markdown, with what it takes.
func (x *session) meaning(shape *records.Shape, f records.Field) *markup {
	var b strings.Builder
	b.WriteString(meaning.Of(shape, f.Key).In(x.language()))
	if len(f.OneOf) > 0 {
		b.WriteString("\n\n" + x.say("allowed", "`"+strings.Join(f.OneOf, "`, `")+"`"))
	} else if f.Example != "" && f.Type != records.StructField && f.Type != records.TextField {
		b.WriteString("\n\n" + x.say("example", "`"+f.Key+": "+f.Example+"`"))
	}
	return &markup{"markdown", b.String()}
}

// languages are the site's.
func (x *session) languages() (list []string) {
	if k := x.known(); k != nil {
		for _, l := range k.Site.Config.Languages {
			list = append(list, string(l))
		}
	}
	return list
}

// values offers what can stand as the value of a node.
func (o *offer) values(n *outline.Node) {
	if n.Flow && len(n.Children) > 0 {
		return
	}
	from, to := n.From, n.To
	if from == to {
		from, to = o.offset, o.offset
	}
	slot, begin, end := o.slot, "", ""
	if n.Kind == outline.Item && len(n.Children) == 0 && (slot.keys != nil || slot.languages) {
		o.keys(n, &outline.Node{Kind: outline.Item, From: from, To: to})
		return
	}
	if slot.field == nil || slot.languages || slot.keys != nil {
		return
	}
	if n.Kind == outline.Entry && slot.field.List {
		begin, end = "[", "]"
	}
	if before := o.text.String()[:from]; strings.HasSuffix(before, ":") || strings.HasSuffix(before, "-") {
		begin = " " + begin
	}
	o.valuesOf(slot, from, to, begin, end)
}

// valuesOf offers the values of a field.
func (o *offer) valuesOf(s slot, from, to int, begin, end string) {
	f := s.field
	words := f.OneOf
	if f.Type == records.BoolField {
		words = []string{"true", "false"}
	}
	for _, word := range words {
		item := completion{Label: word, Kind: completeEnum}
		if means := meaning.Value(s.of, f.Key, word).In(o.language()); means != "" {
			item.Detail = means
		}
		o.add(item, from, to, begin+word+end)
	}
	if f.Ref != "" {
		o.ids(f.Ref, from, to, begin, end)
	}
	if files.IsImage(f.Like) {
		o.beside(true, from, to)
	}
}

// ids offers the things of a kind, of very many those that have what is typed in their id or
// name.
func (o *offer) ids(kind string, from, to int, begin, end string) {
	k := o.known()
	if k == nil {
		return
	}
	typed := strings.ToLower(strings.Trim(o.text.String()[from:min(max(o.offset, from), to)], `"'`))
	all := k.Site.IDs(kind)
	for _, id := range all {
		e := k.Site.Entry(kind, id)
		name, summary := k.Site.Told(e)
		if !strings.Contains(strings.ToLower(id+" "+name), typed) {
			continue
		}
		if len(o.list.Items) == mostItems {
			o.list.IsIncomplete = true
			return
		}
		item := completion{Label: id, Kind: completeReference, Detail: name, FilterText: id + " " + name}
		if summary != "" {
			item.Documentation = &markup{"markdown", summary}
		}
		o.add(item, from, to, begin+id+end)
	}
	o.list.IsIncomplete = o.list.IsIncomplete || len(all) > mostItems
}

// beside offers the files beside an article.
func (o *offer) beside(pictures bool, from, to int) {
	k := o.known()
	if k == nil {
		return
	}
	for _, name := range k.Beside(path.Dir(o.file)) {
		if files.IsImage(name) || !pictures {
			o.add(completion{Label: name, Kind: completeFile}, from, to, name)
		}
	}
}

// linked offers where a link may lead, or which picture may stand there.
func (o *offer) linked() {
	l := o.link
	switch {
	case o.offset < l.from || o.offset > l.to:
	case l.scheme != "":
		o.ids(l.scheme, l.from, l.to, "", "")
	default:
		if !l.image {
			for _, scheme := range site.Schemes() {
				means := meaning.Kind(scheme).In(o.language())
				item := completion{Label: scheme + ":", Kind: completeValue, Detail: means}
				o.add(item, l.from, l.to, scheme+":")
			}
		}
		o.beside(l.image, l.from, l.to)
	}
}

// rangeOf is the range between two offsets of the cursor's text.
func (s *server) rangeOf(t *text.Text, from, to int) *text.Range {
	r := t.Range(from, to, s.encoding)
	return &r
}
