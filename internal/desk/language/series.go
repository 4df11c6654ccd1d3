package language

import (
	"strings"

	"blandongan/internal/desk/prose"
)

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
