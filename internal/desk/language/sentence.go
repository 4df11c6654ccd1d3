package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/desk/prose"
	"blandongan/internal/site"
)

// The most that a reader takes in at once.
const (
	mostWords   = 40 // in a sentence
	mostLetters = 70 // in a title, of which a page of results shows no more
)

// title reports a long title, in any language.
func (c *checker) title(b *prose.Block) {
	if b.Key != "title" || c.doc.Kind != site.KindNews && c.doc.Kind != site.KindPage {
		return
	}
	if n := utf8.RuneCountInString(b.Text); n > mostLetters {
		c.problems = append(c.problems, b.At("title-long", 0, len(b.Text), n, mostLetters))
	}
	if isShouted(b) {
		c.problems = append(c.problems, b.At("title-capitals", 0, len(b.Text)))
	}
	words := b.Words()
	if len(words) < 2 || !strings.HasSuffix(b.Text, ".") {
		return
	}
	if last := words[len(words)-1]; last.To == len(b.Text)-1 && len(last.Text) > 3 && // no short form ends so
		!strings.Contains(last.Text, ".") {
		c.say(b.At("title-stop", last.From, len(b.Text)), true, last.Text)
	}
}

// leastShouted is how many letters a title in capitals has that is not made of short forms alone.
const leastShouted = 20

// isShouted says whether a title is all in capitals.
func isShouted(b *prose.Block) bool {
	letters := 0
	for _, r := range b.Text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= leastShouted && len(b.Words()) > 2
}

// sentences reports long ones, with their first words.
func (c *checker) sentences() {
	if len(c.words) <= mostWords {
		return
	}
	i := 0
	for _, s := range c.block.Sentences() {
		first, n := -1, 0
		for ; i < len(c.words) && c.words[i].From < s.To; i++ {
			if first < 0 {
				first = i
			}
			if c.words[i].Text[0] < '0' || c.words[i].Text[0] > '9' {
				n++
			}
		}
		if n > mostWords {
			from, to := c.words[first].From, c.words[first+3].To
			c.problems = append(c.problems, c.block.At("sentence-long", from, to, c.text[from:to], n, mostWords))
		}
	}
}

// cries may be said again and again, so may what is counted, and words
// that are two: they know of tofu.
var cries = prose.SetOf(`ya ha he hi ho wah oh ah ayo la na hore tok dor tik tak satu dua tiga yel aduh amin mari
sabar that had tahu bisa apel kali beruang mental seri`)

// doubled reports a word that stands twice. Where that is how Indonesian makes a plural, the
// hyphen may be what is missing.
func (c *checker) doubled() {
	for i := 1; i < len(c.words); i++ {
		w, again := c.words[i-1], c.words[i]
		if len(w.Text) != len(again.Text) || w.Text[1:] != again.Text[1:] || len(w.Text) < 2 || !c.adjoins(i-1) {
			continue
		}
		if c.isDoubled(i) {
			better := []string{w.Text}
			if !never[again.Text] {
				better = append(better, w.Text+"-"+again.Text)
			}
			c.say(c.block.At("word-doubled", w.From, again.To, c.text[w.From:again.To]), false, better...)
		}
	}
}

// neverTwice are English words that no sentence has twice in a row.
var neverTwice = prose.SetOf("a an and are as at by for from in into of or the their they this to was were with")

// doubledEnglish reports one that stands twice.
func (c *checker) doubledEnglish(b *prose.Block) {
	words := b.Words()
	for i := 1; i < len(words); i++ {
		w, again := words[i-1], words[i]
		if len(w.Text) != len(again.Text) || !neverTwice[again.Text] || lowered(w.Text) != again.Text ||
			b.Text[w.To:again.From] != " " || b.IsSet(w.From, again.To) {
			continue
		}
		c.say(b.At("word-doubled", w.From, again.To, b.Text[w.From:again.To]), false, w.Text)
	}
}

// isDoubled says whether word i, which is like the one before, is so by mistake: no name, no
// cry, nothing that stands there three times.
func (c *checker) isDoubled(i int) bool {
	w, again := c.words[i-1], c.words[i]
	is := func(k int) bool { return k >= 0 && k < len(c.words) && c.words[k].Text == again.Text }
	switch {
	case i > 1 && c.lower[i-2] == "kata" && c.adjoins(i-2): // that word is talked of
	case isLarge(again.Text), c.lower[i-1] != again.Text, isLarge(w.Text) && !c.begins(i-1):
	case !isPlain(again.Text), cries[again.Text], c.rules.known[again.Text], c.isCited(w.From, again.To):
	case is(i+1) && c.adjoins(i), is(i-2) && c.adjoins(i-2):
	default:
		return true
	}
	return false
}

// Words around another that say the same, as in "sangat baik sekali".
var around = map[string]string{"sangat": "sekali", "amat": "sekali", "hanya": "saja", "cuma": "saja"}

// several are words behind which a plural says the same again.
var several = prose.SetOf("banyak beberapa para sejumlah")

// lexical are words of two like halves that are no plural.
var lexical = prose.SetOf(`
agar alun biri cumi gado hati jari kaki kuda kupu kura laba laki langit layang mata oleh onde paru
pura rata sela sia tiba ubur undang untung`)

// people are words of two like halves that mean people of one kind, not many of them.
var people = prose.SetOf("anak bapak ibu")

// twice reports what says the same twice around a word: "hanya satu saja", "para tamu-tamu".
func (c *checker) twice(i int, e *entry) {
	if !c.adjoins(i) {
		return
	}
	if e.again != "" && i+2 < len(c.words) && c.lower[i+2] == e.again && c.adjoins(i+1) {
		from, mid, to := c.words[i], c.words[i+1], c.words[i+2]
		first, second := c.text[from.From:mid.To], c.text[mid.From:to.To]
		if !c.isCited(from.From, to.To) {
			c.say(c.block.At("pleonasm", from.From, to.To, c.text[from.From:to.To], first), false, first, second)
		}
	}
	if !e.several {
		return
	}
	noun, half, is := strings.Cut(c.words[i+1].Text, "-")
	isKind := people[noun] && c.lower[i] != "para"
	if is && noun == half && !lexical[noun] && !isKind && !isLarge(noun) {
		from, to := c.words[i], c.words[i+1]
		better := from.Text + " " + noun
		c.say(c.block.At("pleonasm", from.From, to.To, c.text[from.From:to.To], better), false, better, to.Text)
	}
}

// isPlain says whether a word has letters only.
func isPlain(word string) bool {
	for _, r := range word {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// never are small words that no plural is made of.
var never = prose.SetOf(`adalah akan antara atau atas bagi bahwa dalam dan dari dengan di guna hingga ialah itu ini juga
karena ke kepada ketika maka merupakan oleh pada para per sampai sebagai sebuah sedangkan sejak seorang serta seperti
suatu sudah tanpa telah tentang terhadap tetapi untuk yaitu yakni yang`)

// commons are nouns that are written small but for a name behind them.
var commons = prose.SetOf(`
camat lurah kecamatan kelurahan kabupaten provinsi desa kepala bupati warga peserta guru siswa
kader`)

// alone may stand for places without a name: "menang di Provinsi". "Kota" is a part of some cities.
var alone = prose.SetOf("Provinsi Kabupaten Kecamatan Kelurahan Desa")

var beforeAlone = prose.SetOf(`
di ke dari tingkat antara sebuah suatu satu dua tiga empat lima enam tujuh delapan sembilan
sepuluh`)

var quantities = prose.SetOf("para setiap tiap semua seluruh beberapa sejumlah banyak puluh belas ratus")

// smallPlace reports the name of a place in small letters behind a word for what it is. A name of one word
// may be another word, unless that for its kind is large.
func (c *checker) smallPlace(i int) bool {
	if small := c.lower[i]; small != "kecamatan" && small != "kelurahan" {
		return false
	}
	name, found, last := "", "", i
	for k := i + 1; k < min(i+1+mostInName, len(c.words)) && c.adjoins(k-1); k++ {
		w := c.words[k].Text
		if isLarge(w) || !isPlain(w) {
			break
		}
		name = strings.TrimSpace(name + " " + strings.ToUpper(w[:1]) + w[1:])
		if c.rules.places[name] && (k > i+1 || isLarge(c.words[i].Text)) {
			found, last = name, k
		}
	}
	if found == "" || c.isCited(c.words[i].From, c.words[last].To) {
		return false
	}
	from, to := c.words[i+1].From, c.words[last].To
	c.say(c.block.At("place-capital", from, to, c.text[from:to], found), false, found)
	return true
}

// capitals reports a common noun that is written large in the midst of a sentence.
func (c *checker) capitals() {
	if c.isTitle() || c.block.Kind == prose.Heading || c.block.Kind == prose.Cell {
		return
	}
	for i := 1; i < len(c.words); i++ {
		w, small := c.words[i], c.lower[i]
		if c.smallPlace(i) || !isLarge(w.Text) {
			continue
		}
		if !commons[small] || small[1:] != w.Text[1:] || !c.adjoins(i-1) || !c.isCommon(i) {
			continue
		}
		if c.isCited(w.From, w.To) || c.isNamed(w.From, w.To) || c.rules.known[small] || c.inLaw(i) {
			continue
		}
		before := c.words[i-1]
		typed, better := c.text[before.From:w.To], before.Text+" "+small
		c.say(c.block.At("common-capital", w.From, w.To, typed, better), false, small)
	}
}

// isCommon says whether word i, which is written large, is counted or stands alone.
func (c *checker) isCommon(i int) bool {
	if after := c.text[c.words[i].To:]; strings.HasPrefix(after, " …") || strings.HasPrefix(after, " ...") {
		return false // a name is left out
	}
	if i+1 < len(c.words) {
		next := firstOf(c.text[c.words[i].To:])
		if c.adjoins(i) && !unicode.IsLower(firstOf(c.words[i+1].Text)) || strings.ContainsRune("-/'’\uFFFC", next) {
			return false
		}
	} else if strings.ContainsRune(c.text[c.words[i].To:], prose.Gap) {
		return false
	}
	if after := strings.TrimLeft(c.text[c.words[i].To:], " "); strings.HasPrefix(after, "…") ||
		strings.HasPrefix(after, "..") || strings.HasPrefix(after, "[") || strings.HasPrefix(after, "<") ||
		strings.HasPrefix(after, "_") || strings.HasPrefix(after, "(…") {
		return false // a name is still to be written there
	}
	before := c.words[i-1].Text
	if isLarge(before) && !c.begins(i-1) {
		return false
	}
	counted := before[0] >= '0' && before[0] <= '9' && isNumber(before) || quantities[c.lower[i-1]]
	return counted || alone[c.words[i].Text] && beforeAlone[c.lower[i-1]]
}

func firstOf(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func isNumber(word string) bool {
	for i := range len(word) {
		if b := word[i]; (b < '0' || b > '9') && b != '.' {
			return false
		}
	}
	return true
}
