package searchable

import (
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/search"
	"blandongan/internal/site"
	"blandongan/internal/views"
)

// Things are the entries of all that the facts tell of, in the edition of a ground.
func Things(in ground.Ground) []search.Entry {
	w := writer{in}
	var list []search.Entry
	for i := range w.Facts.Kecamatan {
		if k := &w.Facts.Kecamatan[i]; w.has(site.KindKecamatan, k.ID) {
			list = append(list, w.kecamatan(k))
			list = append(list, w.wards(k)...)
			list = append(list, w.answers(k.Name, k.Names(), k.Figures, address.Of(site.KindKecamatan, k.ID), k.ID)...)
		}
	}
	for i := range w.Facts.Programs {
		if x := &w.Facts.Programs[i]; w.has(site.KindProgram, x.ID) {
			list = append(list, w.program(x))
		}
	}
	for i := range w.Facts.Visits {
		if x := &w.Facts.Visits[i]; w.has(site.KindVisit, x.ID) {
			list = append(list, w.visit(x))
		}
	}
	c := &w.Facts.City
	list = append(list, w.answers(c.Name, []string{c.ShortName}, c.Figures, address.City+"/", "")...)
	return append(list, w.sections()...)
}

// has says whether a thing has a page in the edition.
func (w writer) has(kind, id string) bool { return !w.Base.Edition.Lacks[address.Of(kind, id)] }

// rankOf is the place of a kind among things that fit as well: places of the city come first.
func rankOf(kind string) int {
	switch kind {
	case site.KindKecamatan:
		return 0
	case kindKelurahan:
		return 1
	case site.KindProgram, kindSection:
		return 2
	case site.KindVisit, site.KindPage:
		return 3
	}
	return 4
}

func keyOf(kind, id string) string { return kind + "/" + id }

// entry is one of a thing that lies at an address.
func (w writer) entry(kind, id, at, title string) search.Entry {
	return search.Entry{Key: keyOf(kind, id), Kind: kind, Rank: rankOf(kind), URL: w.Link(at), Title: title}
}

// titled is an entry whose title is in some language.
func (w writer) titled(e search.Entry, language string) search.Entry {
	if language != w.Base.Language {
		e.Language = language
	}
	return e
}

// called is an entry of a thing with a title and a summary, each in the edition's language or in
// the site's: where these differ the summary is not shown, for a result has one language.
func (w writer) called(kind, id string, title, summary site.Text) (search.Entry, *gatherer) {
	said, language := title.Said(w.Base.Language, w.Base.Main)
	e := w.titled(w.entry(kind, id, address.Of(kind, id), said), language)
	more := &gatherer{}
	if text, in := summary.Said(w.Base.Language, w.Base.Main); in == language {
		e.Summary = text
	} else {
		more.add(text)
	}
	return e, more
}

func (w writer) kecamatan(k *site.Kecamatan) search.Entry {
	e := w.entry(site.KindKecamatan, k.ID, address.Of(site.KindKecamatan, k.ID), k.Name)
	e.Names = append(k.Names(), w.Word("kecamatan-title", k.Name), string(k.Code), string(k.BPSCode))
	e.Summary = w.Say(k.Summary)
	var more gatherer
	more.head(w, k.Head)
	more.office(w, k.Office)
	for i := range k.Services {
		more.say(w, k.Services[i].Name, k.Services[i].Description)
	}
	for i := range k.Sights {
		x := &k.Sights[i]
		more.add(x.Name, x.Kelurahan)
		more.say(w, x.Kind, x.Description)
	}
	for i := range k.Highlights {
		more.say(w, k.Highlights[i].Text)
	}
	if o := k.Established; o != nil {
		more.add(o.LegalBasis, o.SplitFrom)
		more.say(w, o.Note)
	}
	e.Text = more.String()
	return e
}

// wards are the entries of the kelurahan of a kecamatan, which stand on its page.
func (w writer) wards(k *site.Kecamatan) []search.Entry {
	var list []search.Entry
	for i := range k.Kelurahan {
		x := &k.Kelurahan[i]
		e := w.entry(kindKelurahan, string(x.Code), address.Of(site.KindKecamatan, k.ID), x.Name)
		e.URL += "#" + kindKelurahan
		e.Names = append([]string{w.Word("in-kelurahan", x.Name), string(x.Code), string(x.BPSCode),
			string(x.PostalCode)}, x.Aliases...)
		e.Summary = w.Word("kecamatan-title", k.Name)
		if x.PostalCode != "" {
			e.Summary += ", " + w.Word("found-postal", string(x.PostalCode))
		}
		list = append(list, e)
	}
	return list
}

func (w writer) program(x *site.Program) search.Entry {
	e, more := w.called(site.KindProgram, x.ID, x.Name, x.Summary)
	e.Names = []string{x.Acronym, w.Say(x.Expansion)}
	for _, pillar := range x.Pillars {
		more.add(w.Word("pillar-" + pillar))
	}
	more.say(w, x.Kind, x.Owner, x.Problem, x.Note)
	for i := range x.HowItWorks {
		more.say(w, x.HowItWorks[i].Step, x.HowItWorks[i].Actor, x.HowItWorks[i].Output)
	}
	for _, list := range [][]site.Text{x.Core, x.Adaptable, x.Prerequisites, x.NotFor, x.Lessons, x.Unknowns} {
		more.say(w, list...)
	}
	if r := x.Resources; r != nil {
		more.say(w, r.Staff, r.Funding)
	}
	for i := range x.Results {
		r := &x.Results[i]
		more.say(w, w.Facts.Indicators[r.Indicator].Name, r.Method, r.Note)
	}
	for i := range x.Facts {
		more.say(w, x.Facts[i].Text, x.Facts[i].SaidBy, x.Facts[i].Note)
	}
	for i := range x.Awards {
		more.say(w, x.Awards[i].Name, x.Awards[i].Recipient, x.Awards[i].Note)
	}
	if r := x.Replication; r != nil {
		more.say(w, r.HowToAsk, r.Offer, r.MinimumScale)
	}
	if c := x.Contact; c != nil {
		more.add(c.Name, c.Address)
		more.say(w, c.Note)
	}
	more.named(w, site.KindKecamatan, x.Kecamatan)
	e.Text = more.String()
	return e
}

func (w writer) visit(x *site.Visit) search.Entry {
	e, more := w.called(site.KindVisit, x.ID, x.Title, x.Summary)
	origin := w.Say(x.Origin.Name)
	e.Names = []string{origin}
	if e.Summary == "" {
		e.Summary = views.OriginOf(origin, x.Origin.Province) + ", " + w.Days(x.Start, x.End)
	}
	more.add(x.Origin.Province, w.Days(x.Start, x.End))
	more.say(w, x.Kind, x.Origin.Unit, x.EditorNote)
	if x.LedBy != nil {
		more.person(w, x.LedBy)
	}
	for i := range x.Hosts {
		more.person(w, &x.Hosts[i])
	}
	if d := x.Delegation; d != nil {
		for i := range d.Groups {
			more.say(w, d.Groups[i].Name)
		}
		more.say(w, d.Note)
	}
	if v := x.Venue; v != nil {
		more.say(w, v.Name)
		more.add(v.Address)
	}
	for i := range x.Loci {
		l := &x.Loci[i]
		more.named(w, site.KindKecamatan, []string{l.Kecamatan})
		more.add(l.Host)
		more.say(w, l.Place, l.Saw)
	}
	more.named(w, site.KindProgram, x.Programs)
	more.say(w, x.Expectations...)
	for i := range x.Outcomes {
		more.say(w, x.Outcomes[i].Statement, x.Outcomes[i].SaidBy)
	}
	for i := range x.FollowUps {
		more.say(w, x.FollowUps[i].Note)
	}
	e.Text = more.String()
	return e
}

// sections are the entries of the pages of sections: what has no page of its own stands there.
func (w writer) sections() []search.Entry {
	f, c := w.Facts, &w.Facts.City
	var list []search.Entry
	for _, s := range address.Sections {
		if s.Name == address.Search {
			continue // whoever asks is there
		}
		e := w.entry(kindSection, s.Name, s.Name+"/", w.Word("section-"+s.Name))
		var more gatherer
		switch s.Name {
		case address.City:
			e.Title = w.Word("city-title", c.Name)
			e.Names = []string{c.ShortName, string(c.Code), string(c.BPSCode)}
			more.add(c.Province.Name)
			more.say(w, c.Motto)
			more.head(w, c.Head)
			more.office(w, c.Office)
			if o := c.Established; o != nil {
				more.add(o.LegalBasis, o.SplitFrom, w.Day(o.Date))
				more.say(w, o.Note)
			}
		case address.Network:
			for i := range f.Adoptions {
				a := &f.Adoptions[i]
				more.add(a.To.Name, a.To.Province)
				more.named(w, site.KindProgram, []string{a.Program})
				more.say(w, a.Note)
			}
		}
		e.Text = more.String()
		list = append(list, e)
	}
	return list
}

// gatherer puts the texts of an entry together, a line each.
type gatherer struct{ strings.Builder }

// endLine ends a line that has begun.
func (g *gatherer) endLine() {
	if g.Len() > 0 {
		g.WriteByte('\n')
	}
}

func (g *gatherer) add(texts ...string) {
	for _, text := range texts {
		if text != "" {
			g.WriteString(text)
			g.WriteByte('\n')
		}
	}
}

func (g *gatherer) say(w writer, texts ...site.Text) {
	for _, text := range texts {
		g.add(w.Say(text))
	}
}

func (g *gatherer) named(w writer, kind string, ids []string) {
	for _, x := range ground.Names(w.Facts, kind, ids) {
		g.add(x.Name)
	}
}

func (g *gatherer) person(w writer, x *site.Person) {
	g.add(x.Name)
	g.say(w, x.Role, x.Note)
}

func (g *gatherer) head(w writer, x *site.Head) {
	if x != nil {
		g.add(x.Name)
		g.say(w, x.Role, x.Note)
	}
}

func (g *gatherer) office(w writer, x *site.Office) {
	if x != nil {
		g.add(x.Address, x.Kelurahan, string(x.PostalCode), x.Phone, string(x.Email))
		g.say(w, x.Locality, x.Note)
	}
}
