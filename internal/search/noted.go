package search

import (
	"bytes"
	"strings"
)

// Noted is an index as plain values, for a process that knows the same Words: its files lie where they were written,
// and of their bytes only those of terms are here.
type Noted struct {
	Place          Place
	Fresh, Archive NotedShelf
	Spelling       []NotedPart
}

// NotedShelf is a shelf without its documents, which are Words in an order that follows from them.
type NotedShelf struct {
	Counts []int32 // of documents, by line
	Terms  []NotedPart
	Boxes  []string // sums
}

// NotedPart is a file of lines; of spellings Bytes is nil.
type NotedPart struct {
	Border, Sum string
	Bytes       []byte
}

// Note returns all of an index that Recall cannot find again from its Words. It shares the index's memory.
func (x *Index) Note() *Noted {
	n := &Noted{Place: x.place, Fresh: x.fresh.note(), Archive: x.archive.note()}
	for _, p := range x.spelling {
		n.Spelling = append(n.Spelling, NotedPart{Border: p.border, Sum: string(p.sum)})
	}
	return n
}

func (s *shelf) note() NotedShelf {
	n := NotedShelf{Counts: make([]int32, len(s.lines))}
	for i := range s.lines {
		n.Counts[i] = s.lines[i].count
	}
	for _, p := range s.terms {
		n.Terms = append(n.Terms, NotedPart{p.border, string(p.sum), p.bytes})
	}
	for _, b := range s.boxes {
		n.Boxes = append(n.Boxes, string(b.sum))
	}
	return n
}

// Recall returns an index that another process noted; given are the Words that it was made of, in their order. Files
// whose bytes were not noted have none: they lie where they were written.
func (v *Vocabulary) Recall(n *Noted, given []*Words) *Index {
	x := &Index{place: n.Place, given: given}
	fresh, archive := sortDocuments(given)
	x.fresh, x.archive = recallShelf(&n.Fresh, fresh), recallShelf(&n.Archive, archive)
	for _, p := range n.Spelling {
		x.spelling = append(x.spelling, part{border: p.Border, sum: sum(p.Sum)})
	}
	x.files = x.list(v.language)
	return x
}

func recallShelf(n *NotedShelf, documents []*Words) shelf {
	s := shelf{documents: documents, lines: make([]line, 0, len(n.Counts))}
	for _, noted := range n.Terms {
		text, all := noted.Bytes, string(noted.Bytes) // terms are strings, and share one
		p := part{border: noted.Border, sum: sum(noted.Sum), bytes: text}
		for start := 0; start < len(text); {
			blank := bytes.IndexByte(text[start:], ' ')
			end := start + blank + bytes.IndexByte(text[start+blank:], '\n') + 1
			term := all[start : start+blank]
			s.lines = append(s.lines, line{
				term: term, text: text[start:end:end], count: n.Counts[len(s.lines)], letters: lettersOf(term),
				title: strings.Count(all[start+blank:end], ",") == int(inTitle),
			})
			start = end
		}
		p.first = all[:strings.IndexByte(all, ' ')]
		s.terms = append(s.terms, p)
	}
	for i, of := range n.Boxes {
		count := min(len(documents)-i*inBox, inBox)
		s.boxes = append(s.boxes, box{sum(of), make([][]byte, (count+inFile-1)/inFile)})
	}
	return s
}
