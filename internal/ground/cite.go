package ground

import (
	"strconv"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// Citation is a source as a page cites it: by number, with an entry at the foot.
type Citation struct {
	Number int    // its number on the page
	Anchor string // the id of its entry at the foot of the page
	Title  string // the source's title
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
	Accessed  string // when it was read
	Note      string // what else there is to say
}

// Citer numbers the sources of one page in the order in which it names them.
type Citer struct {
	// Entries are the sources named so far.
	Entries []SourceEntry
	ground  Ground
	numbers map[string]int
}

// Citer returns one for a page, which must be given the facts to cite any source.
func (g Ground) Citer() *Citer { return &Citer{ground: g, numbers: map[string]int{}} }

// Cite returns the citations of source ids; what does not exist has been reported and
// is left out.
func (c *Citer) Cite(ids []string) []Citation {
	var list []Citation
	for _, id := range ids {
		s, ok := c.ground.Facts.Sources[id]
		if !ok {
			continue
		}
		n, seen := c.numbers[id]
		if !seen {
			n = len(c.Entries) + 1
			c.numbers[id] = n
			c.Entries = append(c.Entries, c.entry(n, &s))
		}
		list = append(list, c.Entries[n-1].Citation)
	}
	return list
}

func (c *Citer) entry(n int, s *site.Source) SourceEntry {
	g := c.ground
	e := SourceEntry{
		Citation:  Citation{Number: n, Anchor: "sumber." + strconv.Itoa(n), Title: s.Title},
		Publisher: s.Publisher, URL: string(s.URL), Licence: s.Licence, Note: g.Say(s.Note), Trust: s.Trust,
		Date: g.Word("undated"),
	}
	if s.Kind != "" {
		e.Kind = g.Word("source-" + s.Kind)
	}
	if s.Date.Day != "" {
		e.Date = g.Day(s.Date.Day)
	}
	if s.Accessed != "" {
		e.Accessed = g.Day(value.Day(s.Accessed))
	}
	return e
}
