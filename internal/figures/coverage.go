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
// those that are computed it does not, for nobody publishes them. Nil without indicators.
func (w Writer) Coverage() *Coverage {
	v := &Coverage{}
	var all []CoverageRow
	for _, i := range w.indicators() {
		if i.Ratio != nil {
			continue
		}
		row, name := w.coverage(i), cmp.Or(w.Say(i.Topic), w.Word("others"))
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
	v.Title = w.official("coverage-title", all)
	for i := range v.Topics {
		v.Topics[i].Title = w.official("coverage-count", v.Topics[i].Rows)
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
	return w.Word(word, w.Count(n), w.Count(len(rows)))
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
