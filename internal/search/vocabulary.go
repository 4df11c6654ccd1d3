package search

import (
	"encoding/binary"
	"iter"
	"math"
	"strings"
	"sync"
	"unicode/utf8"

	"blandongan/internal/search/words"
)

// Vocabulary remembers the stem of each word that it read: most words of an article were in others before, and to
// find a stem takes longer than to find a word. What it returns does not depend on what it remembers. It may be used
// by several at once.
type Vocabulary struct {
	mu       sync.Mutex
	language string
	cutter   *words.Cutter
	seen     []uint32 // by number of stems: the last reading in which it stood
	readings uint32
	buffer   []byte
}

// NewVocabulary returns that of a language, which knows nothing yet.
func NewVocabulary(language string) *Vocabulary {
	return &Vocabulary{language: language, cutter: words.For(language).Cutter()}
}

// Stems are those of all words that it read, by their numbers.
func (v *Vocabulary) Stems() []string { return v.cutter.Stems() }

// RecallVocabulary returns one that knows the stems that another knew, by the same numbers: so it
// knows the Words of the other.
func RecallVocabulary(language string, stems []string) *Vocabulary {
	v := NewVocabulary(language)
	v.cutter.Learn(stems)
	for stem := range stems {
		v.seen = append(v.seen, v.never(stem))
	}
	return v
}

// Words is what is remembered of an entry; it means something to its vocabulary only.
type Words struct {
	key, date string
	answer    bool
	rank      int
	document  string // its line
	stems     stems
}

// stems are those of an entry, each once: number and weight, as unsigned varints.
type stems string

// packStems packs them by way of a buffer.
func packStems(list []uint32, buffer *[]byte) stems {
	b := (*buffer)[:0]
	for _, stem := range list {
		b = binary.AppendUvarint(b, uint64(stem))
	}
	*buffer = b
	return stems(b)
}

// all yields number and weight of each.
func (s stems) all() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		stem, shift := uint32(0), 0
		for i := range len(s) {
			stem |= uint32(s[i]&0x7f) << shift
			if shift += 7; s[i] < 0x80 {
				if !yield(stem) {
					return
				}
				stem, shift = 0, 0
			}
		}
	}
}

// weight says where in an entry a word stands. Of several places the best counts.
type weight uint32

const (
	inText weight = iota
	inSummary
	inTitle
	weights
	weightBits = 2
)

// mostRank is that of all things of higher rank.
const mostRank = 99

// Analyse reads an entry.
func (v *Vocabulary) Analyse(e Entry) *Words {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.readings++
	w := &Words{key: e.Key, date: e.Date, rank: min(max(e.Rank, 0), mostRank), document: document(e)}
	if e.Answer != nil {
		w.answer, w.date = true, ""
	}
	stems := v.read(nil, inTitle, e.Title)
	for _, name := range e.Names {
		stems = v.read(stems, inTitle, name)
	}
	stems = v.read(stems, inSummary, e.Summary)
	stems = v.read(stems, inText, e.Text)
	w.stems = packStems(stems, &v.buffer)
	return w
}

func (v *Vocabulary) read(stems []uint32, at weight, text string) []uint32 {
	v.cutter.Cut(text, func(stem int) {
		if stem == len(v.seen) {
			v.seen = append(v.seen, v.never(stem))
		}
		if v.seen[stem] < v.readings {
			v.seen[stem] = v.readings
			stems = append(stems, uint32(stem)<<weightBits|uint32(at))
		}
	})
	return stems
}

// never is when a stem stood anywhere before it is met. One with letters that JavaScript counts as two is as good as
// met in all texts: such words are in another order there, and nobody looks for them.
func (v *Vocabulary) never(stem int) uint32 {
	if strings.ContainsFunc(v.cutter.Stems()[stem], func(r rune) bool { return r > 0xffff }) {
		return math.MaxUint32
	}
	return 0
}

// document is what is told of an entry that was found, as a line of fields with tabs between.
func document(e Entry) string {
	fields := []string{e.Kind, e.Date, e.Language, e.URL, e.Title, shorten(e.Summary)}
	if a := e.Answer; a != nil {
		fields = append(fields, a.Figure, a.Period, a.Source, a.Note)
	}
	for i, f := range fields {
		fields[i] = clean(f)
	}
	return strings.TrimRight(strings.Join(fields, "\t"), "\t")
}

// clean makes one line of a text, without what is no letter.
func clean(text string) string {
	if !utf8.ValidString(text) || strings.ContainsFunc(text, isControl) {
		return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, ""), isControl), " ")
	}
	return text
}

func isControl(r rune) bool { return r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029' }

// longestSummary is what of a summary is shown, in letters.
const longestSummary = 160

// shorten cuts a summary between words.
func shorten(text string) string {
	letters, space := 0, 0
	for i, r := range text {
		if letters == longestSummary {
			if space == 0 {
				space = i
			}
			return strings.TrimRight(text[:space], " ,;:–-") + "…"
		}
		if r == ' ' {
			space = i
		}
		letters++
	}
	return text
}
