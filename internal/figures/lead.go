package figures

import (
	"cmp"
	"slices"

	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
)

// LeadPart is a piece of the sentence that opens a profile, with what it rests on.
type LeadPart struct {
	Text    string            // a piece of the sentence
	Sources []ground.Citation // the sources of that
}

// leadFacts is how many indicators the opening sentence tells of.
const leadFacts = 2

// Lead writes the sentence that opens the profile; nothing when no figure of the
// kecamatan can be set beside its sisters'. It tells of one indicator a topic, in
// the order of the kecamatan's file: the first that is not out of date. A ratio is told
// besides, for it says what neither of its parts does. What nobody verified does not lead.
func (f *Profile) Lead() []LeadPart {
	facts := f.leading()
	if len(facts) == 0 {
		return nil
	}
	w := f.w
	name := w.Word("kecamatan-title", f.k.Name)
	parts := []LeadPart{{Text: w.Word("lead", name, w.Base.City)}}
	if n := len(f.k.Kelurahan); n > 0 {
		parts[0].Text = w.Word("lead-wards", name, w.Base.City, w.Count(n))
	}
	for n, m := range facts {
		row := f.w.row(m.Key, f.c)
		when := row.Period
		if row.Badge != "" {
			when += ", " + row.Badge
		}
		if m.Key.Parts != nil {
			when += ", " + w.Word("computed")
		}
		joint := "lead-first"
		if n > 0 {
			joint = "lead-next"
		}
		fact := w.Word("lead-fact", lang.Inside(row.Indicator), row.Value+" "+row.Unit, when, f.officialRank(m))
		parts = append(parts, LeadPart{w.Word(joint, fact), row.Sources})
	}
	return parts
}

// leading picks what the sentence tells of.
func (f *Profile) leading() []*compare.Measure {
	var facts []*compare.Measure
	var topics []string
	for n := range f.measures {
		m := &f.measures[n]
		i := f.w.Facts.Indicators[m.Indicator]
		if i.Counts != "" || f.officialRank(m) == "" {
			continue // kelurahan are counted by the list of them
		}
		topic := f.w.Say(i.Topic)
		if topic == "" || i.Ratio != nil {
			topic = m.Indicator
		}
		switch at := slices.Index(topics, topic); {
		case at < 0:
			topics, facts = append(topics, topic), append(facts, m)
		case f.outOfDate(facts[at]) && !f.outOfDate(m):
			facts[at] = m
		}
	}
	return facts[:min(len(facts), leadFacts)]
}

// officialRank is the place of the key figure among those that somebody verified, "" when
// it is not among them.
func (f *Profile) officialRank(m *compare.Measure) string {
	c, ok := compare.Official(f.w.Facts, m.Indicator)
	if !ok || c.Figures[f.position] != m.Key {
		return ""
	}
	i := f.w.Facts.Indicators[m.Indicator]
	return f.w.rank(&c, f.position, &i)
}

func (f *Profile) outOfDate(m *compare.Measure) bool {
	i := f.w.Facts.Indicators[m.Indicator]
	return i.OutOfDate(m.Key.Period, f.w.Today)
}

// Foremost is the figure that stands for the kecamatan where there is room for one: the
// first that the opening sentence tells of.
func (f *Profile) Foremost() (row FigureRow, ok bool) {
	facts := f.leading()
	if len(facts) == 0 {
		return FigureRow{}, false
	}
	return f.w.row(facts[0].Key, f.c), true
}

// mostLeading is how many figures stand large.
const mostLeading = 4

// Leading picks the few figures of the city that stand large, at most one of a unit: two
// counts of people beside each other would only raise the question which is right.
// Of one unit the official figure is taken, then the newest. A year, a claim, what
// nobody verified and what tells of times to come do not stand for the city.
func (w Writer) Leading() []site.Figure {
	toCome := func(f site.Figure) bool {
		begin, _ := f.Period.Bounds()
		return begin > w.Today
	}
	var picked []site.Figure
	for _, f := range compare.Latest(slices.DeleteFunc(slices.Clone(w.Facts.City.Figures), toCome)) {
		i := w.Facts.Indicators[f.Indicator]
		if !f.Official() || i.Format == "year" || i.Ahead ||
			i.OutOfDate(f.Period, w.Today) {
			continue
		}
		unit := w.Say(i.Unit)
		at := slices.IndexFunc(picked, func(g site.Figure) bool {
			return w.Say(w.Facts.Indicators[g.Indicator].Unit) == unit
		})
		switch {
		case at < 0:
			picked = append(picked, f)
		case leads(&f, &picked[at]):
			picked[at] = f
		}
	}
	slices.SortStableFunc(picked, func(a, b site.Figure) int { return cmp.Compare(a.Weakness(), b.Weakness()) })
	return picked[:min(len(picked), mostLeading)]
}

func leads(f, other *site.Figure) bool {
	if f.Weakness() != other.Weakness() {
		return f.Weakness() < other.Weakness()
	}
	_, end := f.Period.Bounds()
	_, otherEnd := other.Period.Bounds()
	return end > otherEnd
}
