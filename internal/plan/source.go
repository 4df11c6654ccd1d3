package plan

import (
	"strconv"

	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// Citation is a source as a page cites it: by number, with an entry at the foot.
type Citation struct {
	Number int
	// Anchor is the entry's id in the page: "sumber.1", which no heading can be.
	Anchor string
	Title  string
}

// SourceEntry is a source at the foot of a page.
type SourceEntry struct {
	Citation
	Publisher, Kind, Date, Trust, URL, Licence, Accessed, Note string
}

// citer numbers the sources of one page in the order in which it names them.
type citer struct {
	p       *planner
	numbers map[string]int
	entries []SourceEntry
}

func (p *planner) citer() *citer { return &citer{p: p, numbers: map[string]int{}} }

// cite returns the citations of source ids; what does not exist has been
// reported and is left out.
func (c *citer) cite(ids []string) []Citation {
	var list []Citation
	for _, id := range ids {
		s, ok := c.p.site.Sources[id]
		if !ok {
			continue
		}
		n, seen := c.numbers[id]
		if !seen {
			n = len(c.entries) + 1
			c.numbers[id] = n
			c.entries = append(c.entries, c.entry(n, &s))
		}
		list = append(list, c.entries[n-1].Citation)
	}
	return list
}

func (c *citer) entry(n int, s *site.Source) SourceEntry {
	p := c.p
	e := SourceEntry{
		Citation:  Citation{Number: n, Anchor: "sumber." + strconv.Itoa(n), Title: s.Title},
		Publisher: s.Publisher, URL: string(s.URL), Licence: s.Licence, Note: p.site.Say(s.Note), Trust: s.Trust,
		Date: p.lang.Word("undated"),
	}
	if s.Kind != "" {
		e.Kind = p.lang.Word("source-" + s.Kind)
	}
	if s.Date.Day != "" {
		e.Date = p.day(s.Date.Day)
	}
	if s.Accessed != "" {
		e.Accessed = p.day(site.Day(s.Accessed))
	}
	return e
}

// FigureRow is one figure as a page shows it: never without period, source and
// standing.
type FigureRow struct {
	Indicator, Definition string
	Value, Unit           string // Value "" when Missing says why
	Number                string // Value as machines write it
	Missing               string
	Period                string
	Standing, Badge       string // Badge is the word for a standing that is not official
	// Stale is the word for a figure that is out of date.
	Stale        string
	SaidBy, Note string
	Sources      []Citation
}

func (p *planner) figureRow(f *site.Figure, c *citer) FigureRow {
	i := p.site.Indicators[f.Indicator]
	row := FigureRow{
		Indicator: p.site.Say(i.Name), Definition: p.site.Say(i.Definition), Unit: p.unit(i),
		Period: p.period(f.Period), Standing: f.Standing(), SaidBy: f.SaidBy, Note: p.site.Say(f.Note),
		Missing: p.site.Say(f.Missing), Sources: c.cite(f.Source),
	}
	if f.Value != nil {
		row.Value, row.Number = p.value(*f.Value, i), lang.Plain(*f.Value)
	}
	row.Badge = p.badge(f.Standing())
	return row
}

// unit is what a figure counts; a year stands for itself.
func (p *planner) unit(i site.Indicator) string {
	if i.Format == "year" {
		return ""
	}
	return p.site.Say(i.Unit)
}

// badge is the visible word for what is not official, "" for what is.
func (p *planner) badge(status string) string {
	if status == "" || status == "official" {
		return ""
	}
	return p.lang.Word("badge-" + status)
}

// figureRows are for views that hold the day: see dated.
func (p *planner) figureRows(figures []site.Figure, c *citer) []FigureRow {
	rows := make([]FigureRow, len(figures))
	for i := range figures {
		rows[i] = p.dated(&figures[i], c)
	}
	return rows
}
