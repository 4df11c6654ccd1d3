// Package quantity reads numbers as people write them for people.
//
// It owns which signs stand between thousands and before a fraction, and which words tell a power of
// ten, in both languages of the editors. A word comes in; all that it may mean comes out.
package quantity

import (
	"cmp"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Number is a number as people write it for people: with signs between thousands, a
// currency before it, a unit and "juta" after it.
type Number struct {
	// readings are what the digits may mean, a fraction before thousands.
	readings []*big.Rat
	// Scale is the power of ten that a word tells, 6 for "juta"; 0 without one.
	Scale int
	// Rupiah says that it is an amount of money.
	Rupiah bool
}

// scales are the words for powers of ten in both languages of the editors.
var scales = map[string]int{
	"ribu": 3, "rb": 3, "thousand": 3, "juta": 6, "jt": 6, "million": 6,
	"miliar": 9, "milyar": 9, "milliar": 9, "billion": 9, "triliun": 12, "trilyun": 12, "trillion": 12,
}

// Scale returns the power of ten that the words of a unit tell, 0 when none does.
func Scale(unit string) int {
	for _, word := range strings.FieldsFunc(strings.ToLower(unit), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if n := scales[word]; n > 0 {
			return n
		}
	}
	return 0
}

// digits are a run of them with what people put between thousands and before a
// fraction.
var digits = regexp.MustCompile(`[-−–]?[.,]?\d(?:[\d.,'’‘_ \x{a0}\x{2007}\x{2009}\x{202f}]*\d)?`)

// longestNumber is of how many bytes a word may be to be taken for a number.
const longestNumber = 80

// Read reads a word that holds one number; of any other there are no readings.
func Read(word string) Number {
	at := digits.FindStringIndex(word)
	if at == nil || len(word) > longestNumber {
		return Number{}
	}
	before, run, after := word[:at[0]], word[at[0]:at[1]], word[at[1]:]
	if strings.ContainsFunc(before, unicode.IsDigit) ||
		strings.ContainsFunc(strings.NewReplacer("m2", "", "m3", "").Replace(after), unicode.IsDigit) {
		return Number{}
	}
	unsigned := strings.TrimLeft(run, "-−–")
	word, _ = strings.CutSuffix(before, " ")
	// ke-5 is no number below zero
	below := unsigned != run && (word != before || word == "" || rupiah.MatchString(word))
	n := Number{Scale: Scale(after), Rupiah: rupiah.MatchString(before + after)}
	for _, reading := range readingsOf(unsigned, n.Rupiah) {
		x, ok := new(big.Rat).SetString(reading)
		if !ok {
			return Number{}
		}
		if below {
			x.Neg(x)
		}
		n.readings = append(n.readings, x)
	}
	return n
}

var rupiah = regexp.MustCompile(`(?i)\b(rp|idr|rupiah)\b`)

// readingsOf returns what digits with signs between them can mean.
func readingsOf(run string, money bool) []string {
	plain := strings.Map(func(r rune) rune {
		if strings.ContainsRune("0123456789.,", r) {
			return r
		}
		return ' '
	}, run)
	last := strings.LastIndexAny(plain, ".,")
	if last < 0 {
		if strings.Contains(plain, " ") && !grouped(plain, " ") {
			return nil
		}
		return []string{joined(plain)}
	}
	sign, head, tail := plain[last:last+1], plain[:last], plain[last+1:]
	fraction := cmp.Or(joined(head), "0") + "." + tail
	inner := strings.Trim(head, "0123456789") // the signs between the groups before the last sign
	switch {
	case strings.Contains(tail, " "):
		return nil
	case inner == "" && len(tail) == 3 && len(head) <= 3 && head != "" && head[0] != '0':
		if tail == "000" || money && sign == "." {
			return []string{joined(plain)}
		}
		return []string{fraction, joined(plain)}
	case inner == "":
		return []string{fraction}
	case grouped(plain, sign): // 1.234.567
		return []string{joined(plain)}
	case strings.Contains(head, sign):
		return nil
	case grouped(head, head[strings.IndexAny(head, "., "):][:1]):
		return []string{fraction}
	}
	return nil
}

// joined leaves out the signs between digits.
func joined(s string) string { return strings.NewReplacer(" ", "", ".", "", ",", "").Replace(s) }

// grouped says whether digits stand in threes, parted by one sign.
func grouped(s, sign string) bool {
	for i, group := range strings.Split(s, sign) {
		if strings.Trim(group, "0123456789") != "" || i > 0 && len(group) != 3 ||
			i == 0 && (group == "" || len(group) > 3) {
			return false
		}
	}
	return true
}

// Values returns what the number may mean as data has it, in units of a power of
// ten.
func (n Number) Values(unit int) []string {
	var list []string
	for _, x := range n.readings {
		if s := Plain(x, n.Scale-unit); !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// Plain writes a number times a power of ten as data has it: without needless
// zeros, and never 1e+06.
func Plain(x *big.Rat, power int) string {
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(power, -power))), nil)
	y := new(big.Rat).SetInt(ten)
	if power < 0 {
		y.Inv(y)
	}
	s := y.Mul(x, y).FloatString(15)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
