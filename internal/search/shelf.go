package search

import (
	"cmp"
	"slices"
	"strings"
)

// shelf is an index of some documents, numbered as they stand. Its lines are those of its terms, in order.
type shelf struct {
	documents []*Words
	lines     []line
	terms     []part // the lines
	boxes     []box  // the documents
}

// line is a term and where it stands.
type line struct {
	term  string
	text  []byte // with term and end of line
	count int32  // of documents
	// letters of a word that people misspell: it is neither short nor a code.
	letters uint8
	title   bool // it stands in a title
}

// update returns the shelf of other documents, and the terms whose lines changed, or that most did. terms is the
// vocabulary.
func (s *shelf) update(terms []string, documents []*Words) (next shelf, touched []string, most bool) {
	changed := differing(s.documents, documents)
	if len(changed) == 0 {
		return *s, nil, false
	}
	next = shelf{documents: documents}
	if most = len(changed) > 16+len(s.documents)/16; most {
		next.lines = invert(terms, documents)
	} else {
		next.lines, touched = s.edit(terms, documents, changed)
	}
	next.terms = cutLines(s.terms, next.lines)
	next.boxes = fillBoxes(s.boxes, s.documents, documents)
	return next, touched, most
}

// differing lists the places where two lists differ.
func differing(a, b []*Words) []int {
	var list []int
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			list = append(list, i)
		}
	}
	return list
}

// mostPostings are held at once: of very many documents the postings are gathered in several rounds.
const mostPostings = 8 << 20

// invert makes the lines of documents.
func invert(terms []string, documents []*Words) []line {
	counts := make([]uint32, len(terms))
	total := 0
	for _, w := range documents {
		for stem := range w.stems.all() {
			counts[stem>>weightBits]++
			total++
		}
	}
	ids := make([]uint32, 0, len(terms))
	for id, n := range counts {
		if n > 0 {
			ids = append(ids, uint32(id))
		}
	}
	lines, text := make([]line, len(terms)), make([]byte, 0, 2*total)
	for from := 0; from < len(terms); {
		end, held := from, 0
		for end < len(terms) && (end == from || held+int(counts[end]) <= mostPostings) {
			held += int(counts[end])
			end++
		}
		text = invertSome(lines[from:end], text, terms[from:end], uint32(from), counts[from:end], documents)
		from = end
	}
	sortTerms(terms, ids)
	sorted := make([]line, len(ids))
	for i, id := range ids {
		sorted[i] = lines[id]
	}
	return sorted
}

// invertSome makes the lines of some terms that stand together in the vocabulary, from the first of that number,
// behind a text. It needs counts no more afterwards.
func invertSome(lines []line, text []byte, terms []string, first uint32, counts []uint32, documents []*Words) []byte {
	total := uint32(0)
	for i, n := range counts {
		counts[i] = total
		total += n
	}
	ends, postings := counts, make([]posting, total) // ends of the postings of each term, once they are filled in
	for number, w := range documents {
		for stem := range w.stems.all() {
			if i := stem>>weightBits - first; i < uint32(len(ends)) {
				postings[ends[i]] = posting(uint32(number)<<weightBits | stem&(1<<weightBits-1))
				ends[i]++
			}
		}
	}
	from := uint32(0)
	for i, end := range ends {
		if end > from {
			start := len(text)
			lines[i] = newLine(&text, terms[i], postings[from:end])
			lines[i].text = text[start:len(text):len(text)]
		}
		from = end
	}
	return text
}

// sortTerms sorts numbers by what they stand for. Most terms differ in the first eight letters, and two numbers are
// compared faster than two texts.
func sortTerms(terms []string, ids []uint32) {
	type key struct {
		start uint64
		id    uint32
	}
	keys := make([]key, len(ids))
	for i, id := range ids {
		term := terms[id]
		for j := range 8 {
			keys[i].start <<= 8
			if j < len(term) {
				keys[i].start |= uint64(term[j])
			}
		}
		keys[i].id = id
	}
	slices.SortFunc(keys, func(a, b key) int {
		if a.start != b.start {
			return cmp.Compare(a.start, b.start)
		}
		return strings.Compare(terms[a.id], terms[b.id])
	})
	for i, k := range keys {
		ids[i] = k.id
	}
}

// change is what becomes of a term in a document.
type change struct {
	term string
	posting
	gone bool
}

// edit returns the lines of documents that differ in a few from those of the shelf, and which terms are in others.
func (s *shelf) edit(terms []string, documents []*Words, changed []int) (lines []line, touched []string) {
	changes := s.changes(terms, documents, changed)
	lines = make([]line, 0, len(s.lines)+len(changes))
	at := 0
	for i := 0; i < len(changes); {
		end := i
		for end < len(changes) && changes[end].term == changes[i].term {
			end++
		}
		n, known := slices.BinarySearchFunc(s.lines[at:], changes[i].term, byTerm)
		touched = append(touched, changes[i].term)
		lines = append(lines, s.lines[at:at+n]...)
		at += n
		var postings []posting
		if known {
			postings = decode(s.lines[at].text[len(changes[i].term):])
			at++
		}
		if postings = apply(postings, changes[i:end]); len(postings) > 0 {
			var text []byte
			l := newLine(&text, changes[i].term, postings)
			l.text = text
			lines = append(lines, l)
		}
		i = end
	}
	return append(lines, s.lines[at:]...), touched
}

func byTerm(l line, term string) int { return strings.Compare(l.term, term) }

// find returns the line of a term, or an empty one.
func (s *shelf) find(term string) line {
	if at, known := slices.BinarySearchFunc(s.lines, term, byTerm); known {
		return s.lines[at]
	}
	return line{}
}

// changes lists what differs, by term and document.
func (s *shelf) changes(terms []string, documents []*Words, changed []int) []change {
	var list []change
	for _, number := range changed {
		before, after := map[uint32]bool{}, map[uint32]bool{} // a stem with its weight
		if number < len(s.documents) {
			for stem := range s.documents[number].stems.all() {
				before[stem] = true
			}
		}
		if number < len(documents) {
			for stem := range documents[number].stems.all() {
				after[stem] = true
				if !before[stem] {
					list = append(list, newChange(terms, stem, number, false))
				}
			}
		}
		for stem := range before {
			if !after[stem] {
				list = append(list, newChange(terms, stem, number, true))
			}
		}
	}
	slices.SortFunc(list, func(a, b change) int {
		return cmp.Or(strings.Compare(a.term, b.term), cmp.Compare(a.document(), b.document()))
	})
	return list
}

func newChange(terms []string, stem uint32, number int, gone bool) change {
	return change{terms[stem>>weightBits], posting(uint32(number)<<weightBits | stem&(1<<weightBits-1)), gone}
}

// apply returns postings after changes, both by document. A term that has another weight in a document than before
// is gone from it and has come to it.
func apply(postings []posting, changes []change) []posting {
	for _, c := range changes {
		at, _ := slices.BinarySearchFunc(postings, c.document(), func(p posting, document uint32) int {
			return cmp.Compare(p.document(), document)
		})
		for at < len(postings) && postings[at].document() == c.document() && postings[at] != c.posting {
			at++
		}
		if c.gone {
			postings = slices.Delete(postings, at, at+1)
		} else {
			postings = slices.Insert(postings, at, c.posting)
		}
	}
	return postings
}
