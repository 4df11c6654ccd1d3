package language

import (
	"strings"

	"blandongan/internal/desk/prose"
)

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
