package ground

import (
	"cmp"
	"slices"
	"strconv"

	"blandongan/internal/address"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// Citation is a source as a page cites it: by name or number, with an entry at the foot.
type Citation struct {
	Number int    // its number on the page
	Anchor string // the id of its entry at the foot of the page
	Title  string // the source's title
	By     string // who published it, in short, and in which year: "BPS, 2020"
}

// SourceList is what stands at the foot of a page that cites sources.
type SourceList struct {
	Count    string        // how many there are
	Entries  []SourceEntry // the sources, by number
	Accessed string        // the day on which all were read; empty where each says its own
	All      string        // the address of the page of all sources; empty on that page
}

// SourceEntry is a source at the foot of a page.
type SourceEntry struct {
	Citation
	Publisher string // who published it
	Kind      string // the word for its kind: statistics, law, news
	Date      string // its day, or the word for undated
	Trust     string // how far it is trusted: A to D; empty when not judged
	URL       string // its address
	Licence   string // under which it may be used
	Accessed  string // when it was read; empty where the list says it for all
	Note      string // what else there is to say
}

// Citer numbers the sources of one page in the order in which it names them.
type Citer struct {
	entries []SourceEntry
	ground  Ground
	numbers map[string]int
	listed  int // so many of the entries are in a list
}

// Citer returns one for a page, which must be given the facts to cite any source.
func (g Ground) Citer() *Citer { return &Citer{ground: g, numbers: map[string]int{}} }

// Cite returns the citations of source ids, of each once; what does not exist has been
// reported and is left out.
func (c *Citer) Cite(ids []string) []Citation {
	var list []Citation
	for i, id := range ids {
		s, ok := c.ground.Facts.Sources[id]
		if !ok || slices.Contains(ids[:i], id) {
			continue
		}
		n, seen := c.numbers[id]
		if !seen {
			n = len(c.entries) + 1
			c.numbers[id] = n
			c.entries = append(c.entries, c.ground.Source(n, &s))
		}
		list = append(list, c.entries[n-1].Citation)
	}
	return list
}

// List returns the sources that were named since the last list, nil when there are none:
// a part of a page that is folded has a list of its own.
func (c *Citer) List() *SourceList {
	entries := c.entries[c.listed:]
	if len(entries) == 0 {
		return nil
	}
	c.listed = len(c.entries)
	l := c.ground.SourceList(entries)
	l.All = c.ground.Link(address.Source + "/")
	return l
}

// SourceList makes a list of entries, whose numbers stand. A day on which all were read is
// said once.
func (g Ground) SourceList(entries []SourceEntry) *SourceList {
	l := &SourceList{Count: g.Count(len(entries)), Entries: slices.Clone(entries), Accessed: entries[0].Accessed}
	if slices.ContainsFunc(entries, func(e SourceEntry) bool { return e.Accessed != l.Accessed }) {
		l.Accessed = ""
	}
	for i := range l.Entries {
		if l.Accessed != "" {
			l.Entries[i].Accessed = ""
		}
	}
	return l
}

// Source returns the entry of a source under a number.
func (g Ground) Source(n int, s *site.Source) SourceEntry {
	e := SourceEntry{
		Citation:  Citation{Number: n, Anchor: "sumber." + strconv.Itoa(n), Title: g.Say(s.Title)},
		Publisher: s.Publisher, URL: string(s.URL), Licence: s.Licence, Note: g.Say(s.Note), Trust: s.Trust,
		Date: g.Word("undated"),
	}
	if s.Kind != "" {
		e.Kind = g.Word("source-" + s.Kind)
	}
	e.By = cmp.Or(s.Short, s.Publisher)
	if s.Date.Day != "" {
		e.Date = g.Day(s.Date.Day)
		e.By += ", " + s.Date.Day.Year()
	}
	if s.Accessed != "" {
		e.Accessed = g.Day(value.Day(s.Accessed))
	}
	return e
}
