package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/desk/prose"
)

// spaces reports a blank before a mark that belongs to the word before it.
func (c *checker) spaces() {
	text := c.text
	for from := 0; ; {
		i := strings.IndexByte(text[from:], ' ')
		if i < 0 {
			return
		}
		at := from + i
		end := at
		for end < len(text) && text[end] == ' ' {
			end++
		}
		from = end
		if at == 0 || end == len(text) || strings.IndexByte(".,;:!?", text[end]) < 0 {
			continue
		}
		if end-at == 1 && c.isMisplaced(at) {
			better := text[end:end+1] + " "
			c.say(c.block.At("space-before-mark", at, end+1, text[end:end+1]), true, better)
			continue
		}
		if !c.isLoose(at, end) {
			continue
		}
		if c.block.Source(at, end+1) == "" {
			continue // the blank is the end of a line, or stands beside what is left out
		}
		c.say(c.block.At("space-before-mark", at, end+1, text[end:end+1]), true, text[end:end+1])
	}
}

// stuck reports a comma or a full stop without a blank behind it.
func (c *checker) stuck() {
	for i := 0; i+1 < len(c.words); i++ {
		gap := c.gap(i)
		if len(gap) != 1 || strings.IndexByte(",.;", gap[0]) < 0 {
			continue
		}
		w, next := c.words[i], c.words[i+1]
		begins := isLarge(next.Text) && !isAllLarge(next.Text)
		switch {
		case gap == "." && begins && len(next.Text) > 2 && zones[w.Text] && isPlain(next.Text): // pukul 08.00 WIB.Warga
		case !isPlain(w.Text) || !isPlain(next.Text) || len(w.Text) < 4 || len(next.Text) < 3: // a.n., M.Si.
			continue
		case gap == "." && (isLarge(w.Text) || !begins): // Indolinear.com
			continue
		}
		if c.isCited(w.From, next.To) || c.isNamed(w.From, next.To) {
			continue
		}
		typed, better := c.text[w.From:next.To], w.Text+gap+" "+next.Text
		c.say(c.block.At("space-after-mark", w.From, next.To, typed, better), true, better)
	}
}

// zones are those of time, with which sentences end though they are written large.
var zones = prose.SetOf("WIB WITA WIT")

// brackets reports one that is not closed in its block, and blanks inside of it.
func (c *checker) brackets() {
	if strings.IndexByte(c.text, '(') < 0 && strings.IndexByte(c.text, ')') < 0 {
		return
	}
	var open []int
	for at := range len(c.text) {
		switch c.text[at] {
		case '(':
			if at > 0 && (c.text[at-1] == ':' || c.text[at-1] == ';') {
				continue // a face
			}
			open = append(open, at)
			if strings.HasPrefix(c.text[at+1:], " ") {
				c.sayLoose(at, at+2)
			}
		case ')':
			if len(open) > 0 {
				open = open[:len(open)-1]
				if c.text[at-1] == ' ' {
					c.sayLoose(at-1, at+1)
				}
			}
		}
	}
	if len(open) == 0 || c.block.Kind == prose.Cell || c.block.Kind == prose.Heading {
		return
	}
	from := open[len(open)-1]
	to := from + 1
	for _, w := range c.words {
		if w.From == to {
			to = w.To
			break
		}
	}
	c.problems = append(c.problems, c.block.At("bracket-unclosed", from, to, c.text[from:to]))
}

// sayLoose reports a bracket with a blank inside of it.
func (c *checker) sayLoose(from, to int) {
	if typed := c.block.Source(from, to); typed != "" {
		better := strings.TrimSpace(typed)
		c.say(c.block.At("bracket-space", from, to, better), true, better)
	}
}

// repeated reports a full stop or a comma that stands twice: one of them is left over.
func (c *checker) repeated() {
	for _, mark := range []string{"..", ",,"} {
		for from := 0; ; {
			i := strings.Index(c.text[from:], mark)
			if i < 0 {
				break
			}
			at, end := from+i, from+i+2
			for end < len(c.text) && c.text[end] == mark[0] {
				end++
			}
			from = end
			before, _ := utf8.DecodeLastRuneInString(c.text[:at])
			after, _ := utf8.DecodeRuneInString(c.text[end:])
			if end-at > 2 || !unicode.IsLetter(before) && before != ')' || unicode.IsDigit(after) || after == '/' {
				continue
			}
			better := []string{mark[:1], "…"} // a sentence may break off
			if mark == ",," {
				better = better[:1]
			}
			c.say(c.block.At("mark-doubled", at, end, mark), false, better...)
		}
	}
}

// isLoose says whether the mark behind a blank, at end, is of the sentence: no ellipsis, no
// ending of a file, no face, no ratio.
func (c *checker) isLoose(at, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(c.text[:at])
	if !unicode.IsLetter(before) && !unicode.IsDigit(before) && !strings.ContainsRune(")]”’\"%", before) {
		return false
	}
	if end+1 == len(c.text) {
		return true
	}
	after, _ := utf8.DecodeRuneInString(c.text[end+1:])
	if c.text[end] == ':' && (unicode.IsDigit(before) || c.block.Kind == prose.Cell || c.isLabel(at)) {
		return false
	}
	return after == ' ' || after == '\n' || strings.ContainsRune("\"”’", after)
}

// isMisplaced says whether a blank between two words stands before their comma in place of behind it.
func (c *checker) isMisplaced(at int) bool {
	if c.text[at+1] != ',' || c.block.Source(at, at+2) == "" {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(c.text[:at])
	after, _ := utf8.DecodeRuneInString(c.text[at+2:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// mostLabel is how many words a label has, as "Hari : Selasa" has one.
const mostLabel = 3

// isLabel says whether what stands in its line up to an offset is a label, as in a form: some put
// the colons below each other.
func (c *checker) isLabel(at int) bool {
	line := c.text[strings.LastIndexByte(c.text[:at], '\n')+1 : at]
	return len(strings.Fields(line)) <= mostLabel
}

// quotes reports a quotation mark without its partner. A quotation that goes on in the next
// paragraph opens again there.
func (c *checker) quotes(i int) {
	if strings.IndexByte(c.text, '"') < 0 && !strings.Contains(c.text, "“") && !strings.Contains(c.text, "”") {
		return
	}
	q := quotesIn(c.text)
	switch {
	case q.unsure:
	case q.stray >= 0:
		c.sayQuote(q.stray)
	case q.open >= 0 && (c.isSaid(q.open) || !c.goesOn(i)):
		c.sayQuote(q.open)
	}
}

func (c *checker) sayQuote(at int) {
	_, n := utf8.DecodeRuneInString(c.text[at:])
	// With the word beside it, so that one sees which it is.
	from, to := at, at+n
	for k := range c.words {
		if w := c.words[k]; w.From == to {
			to = w.To
		} else if w.To == from {
			from = w.From
		}
	}
	c.problems = append(c.problems, c.block.At("quote-unclosed", from, to, c.text[from:to]))
}

// saying are words that come behind what somebody said.
var saying = prose.SetOf(`
kata katanya ujar ujarnya tutur tuturnya ucap ucapnya jelas jelasnya ungkap ungkapnya papar paparnya
imbuh imbuhnya terang terangnya tegas tegasnya tambah tambahnya lanjut lanjutnya sambung sambungnya`)

// isSaid says whether somebody is said to have spoken, behind what a mark opened: the words of
// the newsroom have begun, and the mark was forgotten.
func (c *checker) isSaid(open int) bool {
	for i := 1; i < len(c.words); i++ {
		if c.words[i].From > open && saying[c.lower[i]] && c.gap(i-1) == ", " {
			return true
		}
	}
	return false
}

// goesOn says whether the next block of the same kind begins with a quotation mark.
func (c *checker) goesOn(i int) bool {
	if i+1 >= len(c.doc.Blocks) {
		return false
	}
	next := &c.doc.Blocks[i+1]
	return next.Kind == c.block.Kind && next.Key == c.block.Key &&
		(strings.HasPrefix(next.Text, `"`) || strings.HasPrefix(next.Text, "“"))
}

// quotation is what is known of the marks in a text.
type quotation struct {
	open, stray int // a mark without partner, -1 without
	unsure      bool
}

// quotesIn pairs the marks of a text. A straight one closes whatever is open, and opens
// otherwise; one behind a digit may be inches.
func quotesIn(text string) quotation {
	q := quotation{open: -1, stray: -1}
	straight, inches := 0, 0
	for at, r := range text {
		switch r {
		case '"':
			straight++
			if isInch(text, at) {
				inches++
			}
			switch {
			case q.open < 0 && opens(text, at):
				q.open = at
			case q.open < 0 && q.stray < 0:
				q.stray = at
			case q.open >= 0 && opens(text, at) && !closes(text, at):
				return quotation{open: q.open, stray: -1, unsure: straight%2 == 0 && strings.Count(text, `"`)%2 == 0}
			default:
				q.open = -1
			}
		case '“':
			if q.open >= 0 {
				return quotation{open: q.open, stray: -1, unsure: strings.Contains(text, `"`)}
			}
			q.open = at
		case '”':
			if q.open < 0 && q.stray < 0 {
				q.stray = at
			}
			q.open = -1
		}
	}
	even := straight%2 == 0 && straight > 0 && strings.Count(text, "“") == strings.Count(text, "”")
	q.unsure = inches > 0 || even
	return q
}

func isInch(text string, at int) bool {
	return at > 0 && text[at-1] >= '0' && text[at-1] <= '9' && !closesWord(text, at)
}

// closesWord says whether a number before a mark at an offset is in words that the mark
// closes: a comma or a point stands between them as a rule, and nothing is measured.
func closesWord(text string, at int) bool {
	return at+1 == len(text) || text[at+1] == ',' || text[at+1] == '.'
}

// opens and closes say what a straight mark may do where it stands.
func opens(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+1:])
	return at+1 < len(text) && !unicode.IsSpace(after) &&
		(at == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{–—-/:", before) || before == prose.Gap)
}

func closes(text string, at int) bool {
	if at == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return !unicode.IsSpace(before)
}

var weekdays = prose.SetOf("senin selasa rabu kamis jumat jum'at jum’at sabtu minggu ahad")

var months = prose.SetOf(`
januari februari pebruari maret april mei juni juli agustus september oktober november nopember
desember jan feb mar apr jun jul agu agt ags sep sept okt nov des`)

// weekdays reports a weekday before a date without the comma between them.
func (c *checker) weekdays() {
	for i := 0; i+2 < len(c.words); i++ {
		day := c.words[i]
		if !isLarge(day.Text) || !weekdays[c.lower[i]] || !c.adjoins(i) || !c.adjoins(i+1) {
			continue
		}
		date, month := c.words[i+1], c.words[i+2]
		if len(date.Text) > 2 || date.Text[0] < '0' || date.Text[0] > '9' || !months[c.lower[i+2]] {
			continue
		}
		if c.isCited(day.From, month.To) {
			continue // an editor tells how it was printed
		}
		typed := c.text[day.From:month.To]
		better := day.Text + ", " + c.text[date.From:month.To]
		c.say(c.block.At("weekday-comma", day.From, month.To, typed, better), true, better)
	}
}

// wholeMonths are the names of months that are no other words.
var wholeMonths = prose.SetOf(`januari februari maret april mei juni juli agustus september oktober november desember`)

// smallNames reports names of days and of months in small letters, where a word or a number before them
// tells that they are meant. Sunday's is a week too.
func (c *checker) smallNames() {
	for i := 1; i < len(c.words); i++ {
		w, before := c.words[i], c.lower[i-1]
		if isLarge(w.Text) || !c.adjoins(i-1) {
			continue
		}
		isDay := before == "hari" && weekdays[w.Text] && w.Text != "minggu" && w.Text != "ahad"
		isMonth := wholeMonths[w.Text] && (before == "bulan" || len(before) < 3 && isNumber(before))
		if !isDay && !isMonth || c.isCited(w.From, w.To) || c.isNamed(w.From, w.To) || c.block.IsSet(w.From, w.To) {
			continue
		}
		better := strings.ToUpper(w.Text[:1]) + w.Text[1:]
		c.say(c.block.At("name-small", w.From, w.To, better, w.Text), true, better)
	}
}

// farBetween is how many words may stand between "antara" and what parts its two numbers.
const farBetween = 4

// between reports "antara 20 sampai 30": what lies between two numbers wants "dan".
func (c *checker) between() {
	for i := range c.words {
		if c.lower[i] != "antara" {
			continue
		}
		counted := false
		for k := i + 1; k+1 < len(c.words) && k <= i+farBetween && c.adjoins(k-1) && c.lower[k] != "dan"; k++ {
			word := c.lower[k]
			if word != "sampai" && word != "hingga" {
				counted = counted || hasDigit(word)
				continue
			}
			next := k + 1
			if c.lower[next] == "pukul" && c.adjoins(next) {
				next++
			}
			if counted && c.adjoins(k) && hasDigit(c.lower[next]) {
				w := c.words[k]
				c.say(c.block.At("between-to", w.From, w.To, w.Text), true, "dan")
			}
			break
		}
	}
}

func hasDigit(word string) bool { return strings.ContainsAny(word, "0123456789") }

// listing are words that a list comes after.
var listing = prose.SetOf("yaitu yakni meliputi mencakup seperti lain atas")

// series reports "A, B dan C" of names: a comma belongs before "dan".
func (c *checker) series() {
	for i := 2; i+1 < len(c.words); i++ {
		and := c.words[i].Text
		if and != "dan" && and != "serta" || !c.adjoins(i-1) || !c.adjoins(i) {
			continue
		}
		first, count := c.namesBefore(i)
		last := c.nameFrom(i + 1)
		switch {
		case c.isPlainSeries(i):
			first, last = i-2, i+1
		case count < 2 || last < 0 || !c.isSeries(first, i, last, count):
			continue
		}
		from, to := c.words[first].From, c.words[last].To
		better := c.text[from:c.words[i-1].To] + ", " + c.text[c.words[i].From:to]
		c.say(c.block.At("series-comma", from, to, and, better), true, better)
	}
}

// asides are words that commas part from a sentence.
var asides = prose.SetOf(`
akhirnya antara kemarin kemudian kini lalu misalnya padahal sayangnya selanjutnya sementara tentu
katanya ujarnya tuturnya jelasnya lanjutnya ucapnya`)

// isPlainSeries says whether three single words stand before word i, two of them between commas,
// and one behind it: "tempe, yogurt, apel dan pisang".
func (c *checker) isPlainSeries(i int) bool {
	if i < 3 || c.gap(i-3) != ", " || c.gap(i-2) != ", " {
		return false
	}
	for _, k := range []int{i - 2, i - 1, i + 1} {
		if w := c.words[k].Text; isLarge(w) || !isPlain(w) || asides[w] {
			return false
		}
	}
	return true
}

// isName says whether word i can be of a name: it is not what only the beginning of a sentence
// makes large.
func (c *checker) isName(i int) bool {
	w := c.words[i].Text
	return isLarge(w) && !isAllLarge(w) && (i > 0 && !c.begins(i) || c.rules.places[w])
}

// namesBefore returns where the names begin that commas join up to word i, and how many they are.
func (c *checker) namesBefore(i int) (first, count int) {
	first = i
	for first > 0 && c.isName(first-1) && (c.gap(first-1) == " " || first < i && c.gap(first-1) == ", ") {
		if first == i || c.gap(first-1) == ", " {
			count++
		}
		first--
	}
	return first, count
}

// nameFrom returns the last word of the name that begins with word i, -1 if it is none.
func (c *checker) nameFrom(i int) int {
	if !c.isName(i) {
		return -1
	}
	for i+1 < len(c.words) && c.gap(i) == " " && c.isName(i+1) {
		i++
	}
	return i
}

// mostInName is how many words a name has in a list that is surely one.
const mostInName = 3

// isSeries says whether names are a list for sure, and not a place with two who are there, or a
// person with what that person is: a word before them tells so, or all of them are known places.
func (c *checker) isSeries(first, and, last, count int) bool {
	all, start := true, first
	known := first > 0 && listing[c.words[first-1].Text] && c.adjoins(first-1)
	for i := first; i <= last; i++ {
		end := i == last || i+1 == and || i < and && c.gap(i) == ", "
		if i == and || !end {
			continue
		}
		if start == and {
			start++
		}
		name := c.text[c.words[start].From:c.words[i].To]
		if i-start >= mostInName {
			return false
		}
		all = all && c.rules.isPlace(name)
		start = i + 1
	}
	if known {
		return true
	}
	// "Di Serpong, Setu dan Pamulang berbatasan" lists two.
	for i := first - 1; i >= 0 && i >= first-3; i-- {
		if c.begins(i) {
			return all && count > 2
		}
		if !isLarge(c.words[i].Text) {
			break
		}
	}
	return all
}

// isPlace says whether a name is that of a place, with what it is or without.
func (r *Rules) isPlace(name string) bool {
	for _, kind := range []string{"Kecamatan ", "Kelurahan ", "Kota ", "Kabupaten ", "Desa "} {
		name = strings.TrimPrefix(name, kind)
	}
	return r.places[name]
}
