package figures

import (
	"cmp"
	"slices"

	"blandongan/internal/ground"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
)

// Coverage is what there are figures of, and what not.
type Coverage struct {
	Title  string          // how many have an official figure, in a sentence
	Topics []TopicCoverage // the topics
}

// TopicCoverage is the indicators of one topic.
type TopicCoverage struct {
	Name  string        // the topic
	Title string        // how many of its indicators have an official figure, in short
	Rows  []CoverageRow // its indicators
}

// CoverageRow is the best that is known of one indicator.
type CoverageRow struct {
	Indicator string // the indicator's name
	Standing  string // official, provisional, estimate, unverified, claim, or none
	Word      string // the word for that
	Period    string // the time of the newest figure of that standing; empty when there is none
	Stale     string // the word for a figure that is out of date; else empty
}

// Coverage tells of every indicator whether the city has a figure of it, and how good; of
// those that are computed it does not, for nobody publishes them, nor that there is no figure
// of what the site itself lists. Nil where there is no figure at all.
func (w Writer) Coverage() *Coverage {
	known := func(f site.Figure) bool { return f.Value != nil }
	if len(w.SharedIndicators()) == 0 && !slices.ContainsFunc(w.Facts.City.Figures, known) {
		return nil
	}
	v := &Coverage{}
	var all []CoverageRow
	for _, i := range w.indicators() {
		if i.Ratio != nil {
			continue
		}
		row, name := w.coverage(i), cmp.Or(w.Say(i.Topic), w.Word("others"))
		if row.Standing == "none" && w.lists(i.Counts) > 0 {
			continue
		}
		at := slices.IndexFunc(v.Topics, func(t TopicCoverage) bool { return t.Name == name })
		if at < 0 {
			at, v.Topics = len(v.Topics), append(v.Topics, TopicCoverage{Name: name})
		}
		v.Topics[at].Rows = append(v.Topics[at].Rows, row)
		all = append(all, row)
	}
	if all == nil {
		return nil
	}
	v.Title = w.official("title", all)
	for i := range v.Topics {
		v.Topics[i].Title = w.official("count", v.Topics[i].Rows)
	}
	return v
}

// official says of how many indicators there is an official figure.
func (w Writer) official(word string, rows []CoverageRow) string {
	n := 0
	for _, row := range rows {
		if row.Standing == "official" {
			n++
		}
	}
	if n == 0 {
		return w.Word("coverage-none-" + word)
	}
	return w.Word("coverage-"+word, w.Count(n), w.Count(len(rows)))
}

// indicators are all, in the order of their file.
func (w Writer) indicators() []*site.Indicator {
	var list []*site.Indicator
	for _, i := range w.Facts.Indicators {
		list = append(list, &i)
	}
	slices.SortFunc(list, func(a, b *site.Indicator) int {
		return cmp.Or(cmp.Compare(a.Begin().Line, b.Begin().Line), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// coverage is the newest of the best figures of the city.
func (w Writer) coverage(i *site.Indicator) CoverageRow {
	var best *site.Figure
	for n := range w.Facts.City.Figures {
		f := &w.Facts.City.Figures[n]
		if f.Indicator != i.ID || f.Value == nil {
			continue
		}
		if best == nil || cmp.Or(best.Weakness()-f.Weakness(), compare.ByEnd(f, best)) > 0 {
			best = f
		}
	}
	row := CoverageRow{Indicator: w.Say(i.Name), Standing: "none", Word: w.Word("coverage-none")}
	if best == nil {
		if slices.Contains(w.SharedIndicators(), i.ID) {
			row.Word = w.Word("coverage-kecamatan")
		}
		return row
	}
	row.Standing, row.Period = best.Standing(), w.Period(best.Period)
	row.Word = cmp.Or(w.Badge(row.Standing), w.Word("coverage-official"))
	row.Stale = w.stale(i.ID, best.Period, w.Facts.City.Figures)
	return row
}

// TopicFigures is the city's figures of one topic.
type TopicFigures struct {
	Name    string      // the topic
	Count   string      // how many figures there are
	Figures []FigureRow // its figures
}

// ByTopic are the figures of the city by topic, in the order of the file.
func (w Writer) ByTopic(c *ground.Citer) []TopicFigures {
	var topics []TopicFigures
	rows := w.Rows(w.Facts.City.Figures, c)
	for n, row := range rows {
		i := w.Facts.Indicators[w.Facts.City.Figures[n].Indicator]
		name := cmp.Or(w.Say(i.Topic), w.Word("others"))
		at := slices.IndexFunc(topics, func(t TopicFigures) bool { return t.Name == name })
		if at < 0 {
			at, topics = len(topics), append(topics, TopicFigures{Name: name})
		}
		topics[at].Figures = append(topics[at].Figures, row)
	}
	for i := range topics {
		topics[i].Count = w.Count(len(topics[i].Figures))
	}
	return topics
}

// Listed is what the site itself lists: no figure of somebody else.
type Listed struct {
	Title     string            // how many kecamatan there are, and how many kelurahan where each lists its own
	Kecamatan []ListedRow       // the kecamatan
	Sources   []ground.Citation // the sources of the lists
}

// ListedRow is a kecamatan of the list.
type ListedRow struct {
	Kecamatan ground.Link // its name and profile
	Kelurahan string      // how many kelurahan it lists, in words; empty where it lists none
}

// Listed is the list of all kecamatan; nil without any.
func (w Writer) Listed(c *ground.Citer) *Listed {
	v := &Listed{Title: w.Word("count-kecamatan", w.Count(len(w.Facts.Kecamatan)))}
	var from []string
	for i := range w.Facts.Kecamatan {
		k := &w.Facts.Kecamatan[i]
		row := ListedRow{Kecamatan: w.LinkTo(site.KindKecamatan, k.ID, k.Name)}
		if n := len(k.Kelurahan); n > 0 {
			row.Kelurahan = w.Word("count-kelurahan", w.Count(n))
			for _, id := range k.KelurahanSource {
				if !slices.Contains(from, id) {
					from = append(from, id)
				}
			}
		}
		v.Kecamatan = append(v.Kecamatan, row)
	}
	if v.Kecamatan == nil {
		return nil
	}
	if n := w.lists("kelurahan"); n > 0 {
		v.Title += ", " + w.Word("count-kelurahan", w.Count(n))
	}
	v.Sources = c.Cite(from)
	return v
}

// lists is how many of what an indicator counts the site lists; 0 where it does not list all.
func (w Writer) lists(counts string) int {
	switch counts {
	case "kecamatan":
		return len(w.Facts.Kecamatan)
	case "kelurahan":
		all := 0
		for i := range w.Facts.Kecamatan {
			n := len(w.Facts.Kecamatan[i].Kelurahan)
			if n == 0 {
				return 0
			}
			all += n
		}
		return all
	}
	return 0
}
