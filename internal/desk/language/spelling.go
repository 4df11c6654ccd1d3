package language

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/desk/prose"
	"blandongan/internal/diag"
)

// spelling goes through the words of the block and looks each of them up.
func (c *checker) spelling() {
	for i := 0; i < len(c.words); i++ {
		word := c.lower[i]
		e := c.rules.words[word]
		if e != nil {
			c.twice(i, e)
			if n := c.phrase(i, e.phrases); n > 0 {
				i += n
				continue
			}
		}
		switch {
		case e != nil && e.spelling != nil:
			c.misspelt(i, i, e.spelling, e.spelling.right)
		case len(word) < 4 && c.partApart(i, word):
			i++
		case len(word) > 3 && c.slipped(i, word):
		case len(word) > 5 && c.nameJoined(i):
		case len(word) > 5:
			if s, right := c.rules.derived(word); s != nil {
				c.misspelt(i, i, s, right)
			}
		}
	}
}

// slipped reports a common word that was typed in haste. What is written large may be a name.
func (c *checker) slipped(i int, word string) bool {
	right := slips()[word]
	if right == "" || isLarge(c.words[i].Text) || c.rules.known[word] {
		return false
	}
	c.misspelt(i, i, &spelling{code: "word-misspelt"}, []string{right})
	return true
}

// lowered is a text in lower case, as far as our words have capitals: each letter stands where
// it stood.
func lowered(text string) string {
	for i := range len(text) {
		if b := text[i]; 'A' <= b && b <= 'Z' {
			small := []byte(text)
			for ; i < len(small); i++ {
				if b := small[i]; 'A' <= b && b <= 'Z' {
					small[i] = b | 0x20
				}
			}
			return string(small)
		}
	}
	return text
}

// derived returns what is to be said of a word that was made of another, nil when it is right
// as far as we know, and what to write in its place.
func (r *Rules) derived(word string) (*spelling, []string) {
	clitic := cliticOf(word)
	stem := word[:len(word)-len(clitic)]
	if clitic != "" {
		if e := r.words[stem]; e != nil && e.spelling != nil {
			if clitic == "pun" && e.spelling.code == "di-joined" { // dimanapun
				clitic = " pun"
			}
			return e.spelling, withEach(e.spelling.right, clitic)
		}
	}
	if right := melted(stem); right != "" {
		return &spelling{code: "word-misspelt"}, []string{right + clitic}
	}
	first, second, twice := strings.Cut(word, "-")
	if !twice {
		return nil, nil
	}
	e := r.words[first]
	switch {
	case first == "di" && r.verbs[second]: // di-lakukan
		return &spelling{code: "di-apart"}, []string{first + second}
	case e == nil || e.spelling == nil:
	case e.spelling.code == "di-joined" && isPassive(first, second): // ditempat-tempatkan
	case e.spelling.code == "di-joined": // dimana-mana
		return e.spelling, withEach(e.spelling.right, "-"+second)
	case strings.HasPrefix(second, first): // resiko-resikonya
		right := e.spelling.right[0]
		return e.spelling, []string{right + "-" + right + second[len(first):]}
	}
	return nil, nil
}

// isPassive says whether a doubled word is a verb, which di makes passive: its end makes a verb of a noun.
func isPassive(first, second string) bool {
	end, doubled := strings.CutPrefix(second, first[len("di"):])
	end = strings.TrimSuffix(end, cliticOf(second))
	return doubled && (end == "kan" || end == "i")
}

// melted returns a verb whose first letter melts into its prefix, and was kept: mengkonfigurasi,
// mensejahterakan; "" for others. Only forms that no other word has are looked at.
func melted(word string) string {
	if len(word) < 10 {
		return ""
	}
	if word[:6] == "mengko" {
		return "meng" + word[5:]
	}
	if word[:4] == "mens" && strings.IndexByte("aeiou", word[4]) >= 0 && strings.HasSuffix(word, "kan") {
		return "meny" + word[4:]
	}
	return ""
}

// cliticOf returns what sticks to the end of a word, "" if nothing does.
func cliticOf(word string) string {
	switch end := word[len(word)-3:]; end {
	case "nya", "lah", "kah", "pun":
		return end
	}
	return ""
}

func withEach(list []string, ending string) []string {
	var all []string
	for _, s := range list {
		all = append(all, s+ending)
	}
	return all
}

// misspelt reports the words from one to another.
func (c *checker) misspelt(from, to int, s *spelling, right []string) {
	first, last := c.words[from], c.words[to]
	if isAllLarge(c.text[first.From:last.To]) || c.isRight(from, to, s) {
		return
	}
	typed := c.text[first.From:last.To]
	better := make([]string, len(right))
	for i, words := range right {
		better[i] = c.likeTyped(from, to, words, s.title)
	}
	p := c.block.At(s.code, first.From, last.To, typed, better[0])
	c.say(p, s.code != "pleonasm", better...)
}

// isRight says whether words are not to be doubted: a name, a word that is talked of, the title
// of a law.
func (c *checker) isRight(from, to int, s *spelling) bool {
	first, last := c.words[from], c.words[to]
	after := c.text[last.To:]
	switch {
	case c.rules.known[strings.ToLower(c.text[first.From:last.To])], c.isNamed(first.From, last.To),
		c.isCited(first.From, last.To), c.block.IsSet(first.From, last.To),
		strings.HasPrefix(after, " (sic"), strings.HasPrefix(after, " [sic"):
		return true
	}
	if from > 0 && c.words[from-1].Text == "Sepuluh" && strings.EqualFold(first.Text, "nopember") {
		return true
	}
	if !isLarge(first.Text) {
		return false
	}
	if c.inLaw(from) || c.adjoins(from-1) && naming[c.lower[from-1]] {
		return true
	}
	if s.code == "di-joined" && c.isTitle() { // no name is like that
		return false
	}
	return !s.title && (c.isTitle() || c.adjoins(to) && isLarge(c.words[to+1].Text) ||
		c.adjoins(from-1) && isLarge(c.words[from-1].Text) && !c.begins(from-1))
}

// naming are words that a name comes after.
var naming = prose.SetOf("bernama nama namanya dinamai berjudul judul bertajuk")

// isNamed says whether a known name covers a part of the text.
func (c *checker) isNamed(from, to int) bool {
	for _, name := range c.rules.names {
		near := c.small[max(0, from-len(name)):min(len(c.small), to+len(name))]
		for at := max(0, from-len(name)); ; at++ {
			i := strings.Index(near, name)
			if i < 0 {
				break
			}
			if at += i; at <= from && to <= at+len(name) {
				return true
			}
			near = near[i+1:]
		}
	}
	return false
}

// quoteMarks are those around words.
const quoteMarks = "\"“”‘’'«»"

// How many letters may stand around a word and how many words with it in one pair of quotation marks so
// that it is talked of.
const (
	mostCited      = 40
	mostCitedWords = 5
)

// isCited says whether a word stands in quotation marks of its own, with few others:
// what is talked of is written as it is.
func (c *checker) isCited(from, to int) bool {
	before := c.text[max(0, from-mostCited):from]
	open := strings.LastIndexAny(before, quoteMarks)
	shut := strings.IndexAny(c.text[to:min(len(c.text), to+mostCited)], quoteMarks)
	if open < 0 || shut < 0 {
		return false
	}
	_, n := utf8.DecodeRuneInString(before[open:])
	inner := before[open+n:] + c.text[from:to+shut]
	if strings.HasPrefix(inner, " ") || strings.HasSuffix(inner, " ") || strings.ContainsAny(inner, ".!?,;:") {
		return false
	}
	return len(strings.Fields(inner)) <= mostCitedWords
}

// laws are words that titles of laws begin with.
var laws = prose.SetOf(`undang-undang uu peraturan perda perwal perbup pergub perpres permendagri keputusan instruksi
kepmendagri keppres inpres perppu pp surat ketetapan`)

// ofTitle are the small words in titles of laws.
var ofTitle = prose.SetOf("atas bagi dalam dan dari di ke kepada nomor no pada serta tahun tentang untuk yang")

const mostInLaw = 40 // words of a title

// inLaw says whether word i may be of a law's title: they are cited as they were given.
func (c *checker) inLaw(i int) bool {
	for end := i - mostInLaw; i > 0 && i > end; {
		i--
		w := c.words[i].Text
		switch lower := c.lower[i]; {
		case laws[lower]:
			return true
		case strings.ContainsAny(c.gap(i), "!?\n") || !isLarge(w) && !ofTitle[lower] && (w[0] < '0' || w[0] > '9'):
			return false
		}
	}
	return false
}

// phrase reports the words from i on that are one of a list, which has the longest first, and
// returns how many come behind the first.
func (c *checker) phrase(i int, list []phrase) int {
	for p := range list {
		x := &list[p]
		if !c.follow(i, x.words) {
			continue
		}
		last := i + len(x.words)
		if x.code == "pleonasm" && isLarge(c.words[last].Text) {
			continue
		}
		c.misspelt(i, last, &x.spelling, x.right)
		return len(x.words)
	}
	return 0
}

// follow says whether words come behind word i, with a blank before each.
func (c *checker) follow(i int, words []string) bool {
	for n, word := range words {
		if i+n+1 >= len(c.words) || c.lower[i+n+1] != word || !c.adjoins(i+n) {
			return false
		}
	}
	return true
}

// partApart reports a part of a word that stands apart from it: "di lakukan", "rumah nya",
// "se Jambi", "HUT ke 72". It returns whether the next word is of it.
func (c *checker) partApart(i int, part string) bool {
	if part == "nya" && c.adjoins(i-1) && !isLarge(c.words[i].Text) {
		c.joined(i-1, "word-misspelt", "")
	}
	if part == "an" && c.adjoins(i-1) && len(c.lower[i-1]) == 4 && isNumber(c.lower[i-1]) &&
		strings.HasSuffix(c.lower[i-1], "0") && !c.follow(i, []string{"sich"}) { // tahun 1990 an
		c.joined(i-1, "word-misspelt", "-")
	}
	if !c.adjoins(i) {
		return false
	}
	next := c.words[i+1].Text
	switch part {
	case "di":
		verb := strings.TrimSuffix(next, "nya")
		return c.words[i].Text != "DI" && (c.rules.verbs[next] || c.rules.verbs[verb]) && !c.opensPhrase(i+1) &&
			c.joined(i, "di-apart", "")
	case "se":
		return c.words[i].Text == "se" && isLarge(next) && !isAllLarge(next) && c.joined(i, "word-misspelt", "-")
	case "ke":
		return c.words[i].Text == "ke" && isNumber(next) && len(next) < 4 && (c.isJubilee(i) || c.isOrdinal(i)) &&
			c.joined(i, "word-misspelt", "-")
	}
	return false
}

// opensPhrase says whether word i is the first of several that have an entry of their own: olah raga.
func (c *checker) opensPhrase(i int) bool {
	e := c.rules.words[c.lower[i]]
	return e != nil && slices.ContainsFunc(e.phrases, func(p phrase) bool { return c.follow(i, p.words) })
}

// isJubilee says whether what was celebrated stands before word i.
func (c *checker) isJubilee(i int) bool {
	for back := 1; back <= 4 && c.adjoins(i-back); back++ {
		switch c.lower[i-back] {
		case "hut", "milad", "dirgahayu":
			return true
		case "tahun":
			return back == 1 && i > 1 && c.lower[i-2] == "ulang"
		case "jadi":
			return i-back > 0 && c.lower[i-back-1] == "hari"
		}
	}
	return false
}

// ranked are words that a place in an order comes behind.
var ranked = prose.SetOf("juara peringkat urutan posisi putaran angkatan edisi tahap babak pekan hari bulan tahun")

// isOrdinal says whether a number behind word i tells a place in an order: ke 3 kali, hari ke 2.
func (c *checker) isOrdinal(i int) bool {
	if c.adjoins(i-1) && hasDigit(c.lower[i-1]) { // dari 2 ke 3 kali lipat
		return false
	}
	if c.adjoins(i-1) && ranked[c.lower[i-1]] {
		return true
	}
	if !c.adjoins(i+1) || i+2 == len(c.words) {
		return false
	}
	times := c.lower[i+2]
	return times == "kalinya" || times == "kali" && !(c.adjoins(i+2) && isLarge(c.words[i+3].Text)) // a river's
}

// joined reports word i and the next, which are one with a sign between them or without.
func (c *checker) joined(i int, code diag.Code, with string) bool {
	first, last := c.words[i], c.words[i+1]
	if c.isCited(first.From, last.To) || c.isNamed(first.From, last.To) || c.block.IsSet(first.From, last.To) {
		return false
	}
	typed, better := c.text[first.From:last.To], first.Text+with+last.Text
	c.say(c.block.At(code, first.From, last.To, typed, better), true, better)
	return true
}

// nameJoined reports a preposition that sticks to a name: "diPamulang".
func (c *checker) nameJoined(i int) bool {
	w := c.words[i]
	if w.Text[:2] != "di" && w.Text[:2] != "ke" {
		return false
	}
	r, n := utf8.DecodeRuneInString(w.Text[2:])
	if !unicode.IsUpper(r) || len(w.Text) < n+4 || !unicode.IsLower(rune(w.Text[2+n])) || c.isCited(w.From, w.To) ||
		c.rules.known[c.lower[i]] {
		return false
	}
	better := w.Text[:2] + " " + w.Text[2:]
	c.say(c.block.At("di-joined", w.From, w.To, w.Text, better), true, better)
	return true
}

// likeTyped gives words the capitals of those that they stand for. A title behind which a name
// follows has them all: Wali Kota.
func (c *checker) likeTyped(from, to int, words string, title bool) string {
	if words == "" || !isLarge(c.words[from].Text) {
		return words
	}
	all := title && (!c.begins(from) || c.adjoins(to) && isLarge(c.words[to+1].Text))
	var b strings.Builder
	start := true
	for _, r := range words {
		if start {
			r = unicode.ToUpper(r)
		}
		b.WriteRune(r)
		start = all && r == ' '
	}
	return b.String()
}

func isLarge(word string) bool {
	if b := word[0]; b < utf8.RuneSelf {
		return 'A' <= b && b <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// isAllLarge says whether all letters are capitals: a short form, or a line that shouts.
func isAllLarge(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}
