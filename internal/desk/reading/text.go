// Package reading reads blocks of prose as rules do: words with their small letters, sentences,
// numbers and dates as people write them.
//
// In comes a block of a document, out comes a [Passage], to which a rule reports what it finds. It
// knows the words of two languages for numbers, months and days, and nothing of a site.
package reading

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/desk/prose"
	"blandongan/internal/diag"
)

// Passage is a block as rules read it.
type Passage struct {
	*prose.Block
	English   bool
	Tokens    []Token
	Sentences []Sentence
	Titled    bool // all words are large, so that being large says nothing
	Found     diag.List
	Marks     Marks // by which words are marked as they are read

	numbers []Number
	counted bool // numbers are those of the block
}

// Token is a word of a block with its small letters.
type Token struct {
	From, To int
	Text     string
	Low      string
	Large    bool // it begins with a capital
	Sentence int
	Mark     Mark
}

// Mark says which rules begin to look at a word, so that each word is looked up once for all.
type Mark uint16

// Numeral is the mark of numbers in words; rooms of rules have theirs from Own on.
const (
	Numeral Mark = 1 << iota
	Own
)

// Marks are those of words in small letters.
type Marks map[string]Mark

// NewMarks returns those of numbers in words.
func NewMarks() Marks {
	m := Marks{}
	for w := range InWords {
		m[w] = Numeral
	}
	return m
}

// Add marks a word.
func (m Marks) Add(w string, mark Mark) { m[w] |= mark }

// Sentence goes from one word up to another.
type Sentence struct {
	First, Last int  // words, Last is the one behind it
	From, To    int  // in the text
	Cut         bool // it goes on
}

func isLarge(s string) bool {
	if s == "" {
		return false
	}
	if s[0] < utf8.RuneSelf {
		return 'A' <= s[0] && s[0] <= 'Z'
	}
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first)
}

// Read reads a block in place of the one that was read before.
func (t *Passage) Read(b *prose.Block) {
	t.Block, t.English, t.counted = b, b.Language == "en", false
	t.Tokens, t.Sentences, t.Found = t.Tokens[:0], t.Sentences[:0], t.Found[:0]
	large, long := 0, 0
	words := b.Words()
	for i, w := range words {
		if at := spanOfDays(words, i); at > 0 { // 3-7 Juni
			t.add(w.From, w.From+at, w.Text[:at])
			at++
			w.From, w.Text = w.From+at, w.Text[at:]
		}
		t.add(w.From, w.To, w.Text)
		if len(w.Text) > 3 {
			long++
			if isLarge(w.Text) {
				large++
			}
		}
	}
	t.Titled = long > 3 && large*10 > long*7
	at := 0
	for _, span := range b.Sentences() {
		s := Sentence{First: at, From: span.From, To: span.To}
		for at < len(t.Tokens) && t.Tokens[at].From < span.To {
			if at-s.First == mostWords { // rules look at all of a sentence again and again
				s.Last, s.To, s.Cut = at, t.Tokens[at].From, true
				t.Sentences = append(t.Sentences, s)
				s = Sentence{First: at, From: s.To, To: span.To}
			}
			t.Tokens[at].Sentence = len(t.Sentences)
			at++
		}
		s.Last = at
		t.Sentences = append(t.Sentences, s)
	}
}

// add adds a word.
func (t *Passage) add(from, to int, text string) {
	low := strings.ToLower(text)
	if t.English { // the city's
		low = strings.TrimSuffix(strings.TrimSuffix(low, "'s"), "’s")
	}
	t.Tokens = append(t.Tokens, Token{
		From: from, To: to, Text: text, Low: low, Large: isLarge(text), Mark: t.Marks[low],
	})
}

// spanOfDays returns where the hyphen stands in a word that is two days of the month behind it: elsewhere
// it may be a score, or a number of something. 0 for others.
func spanOfDays(words []prose.Word, i int) int {
	w := words[i].Text
	if w[0] > '9' || len(w) > len("30-31") || i+1 == len(words) {
		return 0
	}
	first, last, _ := strings.Cut(w, "-")
	if !IsDigits(first) || !IsDigits(last) || Months[strings.ToLower(words[i+1].Text)] == 0 {
		return 0
	}
	return len(first)
}

// mostWords is of how many words a sentence can be: no editor writes such a one.
const mostWords = 150

// Low is the small form of a word; "" outside of the text.
func (t *Passage) Low(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return t.Tokens[i].Low
}

// IsLarge says whether a word begins with a capital; none does outside of the text.
func (t *Passage) IsLarge(i int) bool { return i >= 0 && i < len(t.Tokens) && t.Tokens[i].Large }

// Gap is what stands between a word and the one before it.
func (t *Passage) Gap(i int) string {
	switch {
	case i <= 0 && len(t.Tokens) > 0:
		return t.Text[:t.Tokens[0].From]
	case i >= len(t.Tokens):
		return t.Text[t.End(len(t.Tokens)-1):]
	}
	return t.Text[t.Tokens[i-1].To:t.Tokens[i].From]
}

// End is where a word ends, 0 for the one before the first.
func (t *Passage) End(i int) int {
	if i < 0 {
		return 0
	}
	return t.Tokens[i].To
}

// Joined says whether only a blank stands before a word.
func (t *Passage) Joined(i int) bool { return i > 0 && i < len(t.Tokens) && t.Gap(i) == " " }

// Follows says whether words follow from i on, with blanks between them.
func (t *Passage) Follows(i int, words ...string) bool {
	for j, w := range words {
		if t.Low(i+j) != w || j > 0 && !t.Joined(i+j) {
			return false
		}
	}
	return true
}

// Of returns the sentence of a word.
func (t *Passage) Of(i int) Sentence { return t.Sentences[t.Tokens[i].Sentence] }

// Begins says whether a word is the first of its Sentence, or of what is quoted in it.
func (t *Passage) Begins(i int) bool {
	if i == t.Of(i).First {
		return true
	}
	return strings.ContainsAny(t.Gap(i), "\"“‘:–—(;•")
}

// Span is the text from one word up to another.
func (t *Passage) Span(first, last int) string {
	return t.Text[t.Tokens[first].From:t.Tokens[last-1].To]
}

// Has says whether one of the words of a sentence is in a set.
func (t *Passage) Has(s Sentence, set map[string]bool) bool {
	for _, w := range t.Tokens[s.First:s.Last] {
		if set[w.Low] {
			return true
		}
	}
	return false
}

// Say reports the words from one up to another. It returns nil when they are quoted as somebody's
// mistake, or were told already.
func (t *Passage) Say(code diag.Code, first, last int, args ...any) *diag.Problem {
	return t.SayAt(code, t.Tokens[first].From, t.Tokens[last-1].To, args...)
}

// SayAt reports a part of the text.
func (t *Passage) SayAt(code diag.Code, from, to int, args ...any) *diag.Problem {
	if t.IsReported(from, to) {
		return nil
	}
	t.Found = append(t.Found, t.At(code, from, to, args...))
	return &t.Found[len(t.Found)-1]
}

// Mend offers words in place of those at fault; none where a problem was not told.
func Mend(p *diag.Problem, words ...string) {
	if p != nil && p.Words != "" {
		*p = p.MendedBy(words...)
	}
}

// IsReported says whether a part of the text is quoted by a sentence that speaks of a mistake: what
// is wrong there is what the sentence is about.
func (t *Passage) IsReported(from, to int) bool {
	before, after := t.Text[max(0, from-farthest):from], t.Text[to:min(len(t.Text), to+farthest)]
	if open, _ := utf8.DecodeLastRuneInString(before); !strings.ContainsRune("\"“‘'", open) {
		if i := strings.LastIndexAny(before, "\"“”"); i < 0 || strings.Count(before[i:], " ") > 6 {
			return false
		}
	}
	if i := strings.IndexAny(after, "\"”’"); i < 0 || strings.Count(after[:i], " ") > 6 {
		return false
	}
	i := sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].From >= from })
	return i < len(t.Tokens) && t.Has(t.Of(i), mistakes)
}

// farthest is how many bytes away a quotation mark is looked for.
const farthest = 120

// mistakes are what sentences about a mistake say.
var mistakes = prose.SetOf(`padahal keliru kekeliruan salah kesalahan seharusnya sebenarnya semestinya mencetak tercetak
tertulis dicetak ejaan dieja sic printed misprint wrong wrongly mistake mistaken misspelt misspelled actually`)

// Language is the one that the text is in.
func (t *Passage) Language() diag.Language {
	if t.English {
		return diag.English
	}
	return diag.Indonesian
}
