package records

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
	"blandongan/internal/records/quantity"
)

var (
	whole   = regexp.MustCompile(`^-?\d{1,18}$`)
	decimal = regexp.MustCompile(`^-?\d{1,15}(\.\d{1,15})?$`)
	// thousands reads as a decimal fraction of nothing; it is 3.000 of a reader's 3,000.
	thousands = regexp.MustCompile(`^-?\d{1,3}\.000$`)
	// ambiguous is read as a fraction, and is how Indonesians write thousands.
	ambiguous = regexp.MustCompile(`^-?[1-9]\d{0,2}\.\d{3}$`)
)

func (d *decoder) integer(n *yaml.Node, word string, v reflect.Value) {
	if !whole.MatchString(word) {
		d.say(numberProblem(d.place(n), "bad-whole-number", word))
		return
	}
	i, _ := strconv.ParseInt(word, 10, 64)
	if i < 0 { // nothing that is counted here can be
		d.say(diag.At(d.place(n), "negative-number", word))
		return
	}
	v.SetInt(i)
}

// float leaves to others what to say of a word that is no number: it depends on the
// unit, which stands elsewhere.
func (d *decoder) float(f *field, n *yaml.Node, word string, v reflect.Value) {
	if !decimal.MatchString(word) || thousands.MatchString(word) {
		d.besides.Numbers = append(d.besides.Numbers, numberProblem(d.place(n), "bad-number", word))
		return
	}
	if ambiguous.MatchString(word) {
		d.besides.Ambiguous = append(d.besides.Ambiguous, Ref{Kind: f.key, ID: word, Place: d.place(n)})
	}
	x, _ := strconv.ParseFloat(word, 64)
	v.SetFloat(x)
}

func numberProblem(at diag.Place, code diag.Code, word string) diag.Problem {
	p := diag.At(at, code, word)
	if readings := quantity.Read(word).Values(0); len(readings) > 0 {
		if code == "bad-whole-number" {
			readings = slices.DeleteFunc(readings, func(s string) bool { return !whole.MatchString(s) })
		}
		return hintNumber(p, readings)
	}
	return p.Typing(word)
}

// hintNumber adds to a problem what the editor may have meant.
func hintNumber(p diag.Problem, readings []string) diag.Problem {
	switch len(readings) {
	case 0:
		return p
	case 1:
		return p.WithHint("number-form", readings[0])
	}
	return p.WithHint("number-two", readings[0], readings[1])
}
