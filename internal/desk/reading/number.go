package reading

import (
	"math"
	"strconv"
	"strings"
)

// Number is one that stands in a text, in digits or in words.
type Number struct {
	First, Last int // words; of "Rp300 miliar" both
	From, To    int // in the text
	Value       float64
	Half        float64 // by how much it may be off and still be written so
	Money       bool
	Percent     bool
	Digits      bool
	Scale       string // juta, miliar
	Raw         string // the digits
}

// Scales are the words behind numbers that make them larger, with how they are misspelt.
var Scales = map[string]float64{
	"ribu": 1e3, "juta": 1e6, "miliar": 1e9, "milyar": 1e9, "milliar": 1e9, "miliyar": 1e9, "milyard": 1e9,
	"triliun": 1e12, "trilyun": 1e12, "triliyun": 1e12, "trilliun": 1e12,
	"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}

// IsEnglishScale says whether one of them is English.
func IsEnglishScale(w string) bool {
	return w == "thousand" || w == "million" || w == "billion" || w == "trillion"
}

// InWords are numbers in words.
var InWords = map[string]int{
	"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
	"sepuluh": 10, "sebelas": 11,
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}

// InLetters writes a small number as a language does.
func InLetters(n int, english bool) string {
	for w, v := range InWords {
		if v == n && n <= 12 && (english == (v != 1 && isEnglishNumber(w) || w == "one")) {
			return w
		}
	}
	return strconv.Itoa(n)
}

func isEnglishNumber(w string) bool {
	return strings.Contains(" one two three four five six seven eight nine ten eleven twelve ", " "+w+" ")
}

// NumberAt reads a number that begins with a word.
func (t *Passage) NumberAt(i int) (n Number, ok bool) {
	n = Number{First: i, Last: i + 1, From: t.Tokens[i].From}
	low := t.Tokens[i].Low
	if rest, is := strings.CutPrefix(low, "rp"); is {
		n.Money = true
		if low = rest; low == "" {
			if i+1 >= len(t.Tokens) || t.Gap(i+1) != " " && t.Gap(i+1) != ". " && t.Gap(i+1) != "." {
				return n, false
			}
			low, n.Last = t.Low(i+1), i+2
		}
	}
	switch {
	case low == "":
		return n, false
	case low[0] >= '0' && low[0] <= '9':
		n.Digits, n.Raw = true, low
		if n.Value, n.Half, ok = readDigits(low, t.English); !ok {
			return n, false
		}
	default:
		v, words := t.numberInWords(n.Last - 1)
		if words == 0 {
			return n, false
		}
		n.Value, n.Last = float64(v), n.Last-1+words
	}
	t.scale(&n)
	return n, true
}

// scale reads what stands behind the digits of a number: juta, per cent, rupiah.
func (t *Passage) scale(n *Number) {
	for s := Scales[t.Low(n.Last)]; s > 0 && t.Joined(n.Last); s = Scales[t.Low(n.Last)] {
		n.Value, n.Half, n.Scale = n.Value*s, n.Half*s, t.Low(n.Last)
		n.Last++
	}
	n.To = t.Tokens[n.Last-1].To
	next := t.Low(n.Last)
	switch rest := t.Text[n.To:]; {
	case strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, " %"):
		n.Percent, n.To = true, n.To+strings.IndexByte(rest, '%')+1
	case (next == "persen" || next == "percent") && t.Joined(n.Last), next == "per" && t.Low(n.Last+1) == "cent":
		n.Percent = true
	case next == "rupiah" && t.Joined(n.Last), t.Low(n.Last-1) == "rupiah" && t.Joined(n.Last):
		n.Money = true
	}
}

// readDigits reads a number as a language writes it. A point or comma that can only be of the other
// language's is read as that.
func readDigits(s string, english bool) (value, half float64, ok bool) {
	thousands, decimal := ".", ","
	if english {
		thousands, decimal = ",", "."
	}
	switch {
	case IsGrouped(s, thousands):
		s = strings.ReplaceAll(s, thousands, "")
	case strings.Count(s, decimal) > 1 && IsGrouped(s, decimal):
		s = strings.ReplaceAll(s, decimal, "")
	case strings.Count(s, decimal) == 1 && IsGrouped(s[:strings.Index(s, decimal)], thousands):
		s = strings.ReplaceAll(strings.ReplaceAll(s, thousands, ""), decimal, ".")
	case english && strings.Count(s, thousands) == 1 && !strings.Contains(s, decimal):
		s = strings.ReplaceAll(s, thousands, ".")
	default:
		s = strings.ReplaceAll(s, decimal, ".")
	}
	value, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(value, 0) || strings.ContainsAny(s, "xXeEpPnN_") {
		return 0, 0, false
	}
	half = 0.5
	if i := strings.IndexByte(s, '.'); i >= 0 {
		half /= math.Pow10(len(s) - i - 1)
	}
	return value, half, true
}

// IsGrouped says whether a mark stands before every three digits, counted from the end.
func IsGrouped(s, mark string) bool {
	parts := strings.Split(s, mark)
	for i, p := range parts {
		if i > 0 && len(p) != 3 || i == 0 && (len(p) == 0 || len(p) > 3 && len(parts) > 1) || !IsDigits(p) {
			return false
		}
	}
	return true
}

// IsDigits says whether a word is made of digits.
func IsDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// numberInWords reads a number below a hundred and of how many words it is.
func (t *Passage) numberInWords(i int) (value, words int) {
	v := InWords[t.Low(i)]
	if v == 0 {
		return 0, 0
	}
	switch next := t.Low(i + 1); {
	case !t.Joined(i + 1):
	case next == "belas" && v < 10:
		return 10 + v, 2
	case next == "puluh" && v < 10:
		if unit := InWords[t.Low(i+2)]; t.Joined(i+2) && unit > 0 && unit < 10 {
			return v*10 + unit, 3
		}
		return v * 10, 2
	case next == "ratus" || next == "hundred":
		return 0, 0 // larger ones are written in digits
	}
	return v, 1
}

// Numbers are those of the text, in their order, read once.
func (t *Passage) Numbers() []Number {
	if t.counted {
		return t.numbers
	}
	t.counted, t.numbers = true, t.numbers[:0]
	for i := 0; i < len(t.Tokens); i++ {
		if w := &t.Tokens[i]; w.Mark&Numeral == 0 && w.Low[0] > '9' && !strings.HasPrefix(w.Low, "rp") {
			continue
		}
		if n, ok := t.NumberAt(i); ok {
			t.numbers = append(t.numbers, n)
			i = n.Last - 1
		}
	}
	return t.numbers
}

// Decimal writes a number with at most two decimals.
func (t *Passage) Decimal(v float64) string {
	s := strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
	if !t.English {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// Money writes a sum with the word for thousands of millions.
func (t *Passage) Money(v float64) string {
	for _, s := range []struct {
		from   float64
		id, en string
	}{{1e12, "triliun", "trillion"}, {1e9, "miliar", "billion"}, {1e6, "juta", "million"}} {
		if v >= s.from {
			word := s.id
			if t.English {
				word = s.en
			}
			return "Rp" + t.Decimal(v/s.from) + " " + word
		}
	}
	return "Rp" + t.Language().Count(int(v))
}
