package diag

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// Finder answers "did you mean" for many words out of the same candidates. It
// answers as Nearest does, remembers its answers, and compares closely only
// those candidates that the letters of a word do not already rule out. It is
// safe for concurrent use.
type Finder struct {
	candidates []candidate
	folded     map[string]string // what is left without case and hyphens → the first such candidate
	parts      map[string]string // part → the only candidate with it, "" when there are several

	mu      sync.Mutex
	answers map[string]answer
}

type candidate struct {
	text, folded string
	lower        []rune
	bag          bag
}

// answer is the candidate that a word resembles, or else those that contain it.
type answer struct {
	near  string
	alike whole
}

// few is how many candidates a hint may list.
const few = 12

// whole is a value that a sentence does not shorten.
type whole string

// NewFinder returns a finder among candidates; ties go to the first.
func NewFinder(candidates []string) *Finder {
	f := &Finder{
		candidates: make([]candidate, len(candidates)),
		folded:     make(map[string]string, len(candidates)), parts: map[string]string{}, answers: map[string]answer{},
	}
	for i, c := range candidates {
		lower := strings.ToLower(c)
		f.candidates[i] = candidate{c, fold(c), []rune(lower), bagOf(lower)}
		if _, seen := f.folded[fold(c)]; !seen {
			f.folded[fold(c)] = c
		}
		f.addParts(c)
	}
	return f
}

func (f *Finder) addParts(c string) {
	parts := strings.Split(c, "-")
	for i, part := range parts {
		switch _, seen := f.parts[part]; {
		case slices.Contains(parts[:i], part): // twice in one is still one
		case seen:
			f.parts[part] = ""
		default:
			f.parts[part] = c
		}
	}
}

// Nearest returns the candidate that most resembles word, "" when none does.
func (f *Finder) Nearest(word string) string { return f.answer(word).near }

// Suggest returns p with a hint to the candidate that word most likely means, to
// those that contain it, or to all when they are few.
func (p Problem) Suggest(word string, f *Finder) Problem {
	a := f.answer(word)
	switch {
	case a.near != "":
		return p.WithHint("did-you-mean", a.near)
	case a.alike != "":
		return p.WithHint("one-of", a.alike)
	case len(f.candidates) > 0 && len(f.candidates) <= few:
		return p.WithHint("there-are", f.list(func(*candidate) bool { return true }))
	}
	return p
}

func (f *Finder) answer(word string) answer {
	f.mu.Lock()
	a, known := f.answers[word]
	f.mu.Unlock()
	if known {
		return a
	}
	a.near = f.near(word)
	if folded := fold(word); a.near == "" && word != "" {
		a.alike = f.list(func(c *candidate) bool { return strings.Contains(c.folded, folded) })
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.answers[word] = a
	return a
}

// list joins the wanted candidates, if they are few.
func (f *Finder) list(wanted func(*candidate) bool) whole {
	var texts []string
	for i := range f.candidates {
		if c := &f.candidates[i]; wanted(c) {
			texts = append(texts, c.text)
		}
		if len(texts) > few {
			return ""
		}
	}
	return whole(strings.Join(texts, ", "))
}

// near is nearest, also for a file's name where an id should stand.
func (f *Finder) near(word string) string {
	near := f.nearest(word)
	if i := strings.LastIndexByte(word, '.'); near == "" && i > 0 {
		near = f.nearest(word[:i])
	}
	return near
}

func (f *Finder) nearest(word string) string {
	if c, ok := f.folded[fold(word)]; ok {
		return c
	}
	if i := f.closest(word); i >= 0 {
		return f.candidates[i].text
	}
	return f.parts[strings.ToLower(word)]
}

// closest returns the position of the candidate with the fewest edits to word,
// -1 when all have too many. Those that could have the fewest come first: once
// one is found, most others are out of question.
func (f *Finder) closest(word string) int {
	lower := strings.ToLower(word)
	letters, own := []rune(lower), bagOf(lower)
	best, least := -1, edits(len(letters))+1
	hopeful := make([][]int32, least)
	for i := range f.candidates {
		c := &f.candidates[i]
		if d := max(abs(len(c.lower)-len(letters)), own.distance(c.bag)); d < least {
			hopeful[d] = append(hopeful[d], int32(i))
		}
	}
	var m measure
	for d := 0; d < len(hopeful) && d <= least; d++ {
		for _, i := range hopeful[d] {
			limit := least
			if int(i) < best {
				limit++ // as near will do: it comes first
			}
			if x := m.distance(letters, f.candidates[i].lower, limit); x < limit {
				best, least = int(i), x
			}
		}
	}
	return best
}

// bag holds which letters a text has, and which it has twice, three and four
// times: what one text has and the other has not is at least so many edits.
type bag [4]uint64

func bagOf(s string) bag {
	var b bag
	for _, r := range s {
		bit := uint64(1) << (r & 63)
		for i := range b {
			if b[i]&bit == 0 {
				b[i] |= bit
				break
			}
		}
	}
	return b
}

// distance is at most the number of edits between the two texts.
func (b bag) distance(c bag) int {
	more, less := 0, 0
	for i := range b {
		more += bits.OnesCount64(b[i] &^ c[i])
		less += bits.OnesCount64(c[i] &^ b[i])
	}
	return max(more, less)
}
