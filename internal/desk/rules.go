package desk

import (
	"slices"
	"strings"
	"unicode/utf8"

	"blandongan/internal/desk/prose"
	"blandongan/internal/diag"
)

// rule says when a rule is asked: most look at one document alone.
type rule struct {
	across bool // it wants all documents
	asked  bool // it is asked by name only: of a comment that silences it nothing can be said
}

// rules are those that are not like most.
var rules = map[diag.Code]rule{
	"title-twice": {across: true}, "tag-alone": {across: true},
	"link-dead": {asked: true},
}

// order is a comment that silences rules.
type order struct {
	prose.Silence
	codes []diag.Code
	whole bool // it is about the whole file
	used  map[diag.Code]bool
	fault *diag.Problem
}

// ordersOf reads the comments of a document.
func ordersOf(comments []prose.Silence) []order {
	if len(comments) == 0 {
		return nil
	}
	list := make([]order, len(comments))
	for i, s := range comments {
		list[i] = order{Silence: s, used: map[diag.Code]bool{}}
		list[i].read()
	}
	return list
}

// phrases are the words of a comment in one language: those that begin it, that say it is
// about the whole file, and before the reason.
var phrases = []struct{ ignore, whole, because string }{
	{"abaikan ", " di seluruh berkas", " karena "},
	{"ignore ", " in the whole file", " because "},
}

// read finds out what a comment asks for: "abaikan CODE, CODE di seluruh berkas karena ALASAN".
func (o *order) read() {
	for _, w := range phrases {
		rest, is := cutFold(o.Said, w.ignore)
		if !is {
			continue
		}
		// The blanks around let each phrase stand at either end.
		codes, reason, _ := breakFold(" "+rest+" ", w.because)
		if some, rest, is := breakFold(strings.TrimRight(codes, " ")+" ", w.whole+" "); is && rest == "" {
			codes, o.whole = some, true
		}
		for name := range strings.FieldsFuncSeq(codes, func(r rune) bool { return r == ',' || r == ' ' }) {
			if strings.EqualFold(name, "dan") || strings.EqualFold(name, "and") {
				continue
			}
			o.add(name)
		}
		if o.fault == nil && len(o.codes) == 0 {
			o.wrong("silence-no-rule")
		} else if o.fault == nil && strings.Trim(reason, " .…") == "" {
			o.wrong("silence-no-reason")
		}
		return
	}
	o.wrong("silence-no-order")
}

func (o *order) add(name string) {
	code := diag.Code(strings.ToLower(name))
	if diag.IsRule(code) {
		o.codes = append(o.codes, code)
		return
	}
	if o.fault != nil {
		return
	}
	isProblem := slices.Contains(diag.Codes(), code)
	o.wrong("silence-no-such-rule")
	if isProblem {
		o.wrong("silence-no-rule-but")
		*o.fault = o.fault.WithHint("silence-not", name)
	}
	if at := strings.Index(o.Words, name); at >= 0 {
		o.fault.Words = name
		o.fault.Place.Col += utf8.RuneCountInString(o.Words[:at])
	}
	if near := diag.Nearest(name, ruleCodes); near != "" && !isProblem {
		*o.fault = o.fault.WithHint("did-you-mean", near)
	}
}

// ruleCodes are the codes of all rules.
var ruleCodes = func() (known []string) {
	for _, c := range diag.Codes() {
		if diag.IsRule(c) {
			known = append(known, string(c))
		}
	}
	return known
}()

func (o *order) wrong(why diag.Word) {
	p := diag.At(o.Place, "silence-form", why).About(o.Words).WithHint("silence-form")
	o.fault = &p
}

// silence says whether a finding is not to be told, and notes that the comment is needed.
func (o *order) silence(p diag.Problem) bool {
	if o.fault != nil || !slices.Contains(o.codes, p.Code) || !o.whole && !o.Covers(p.Place) {
		return false
	}
	o.used[p.Code] = true
	return true
}

// needless tells of rules that a comment silences and that had nothing to say.
func (o *order) needless(whose func(rule) bool) (problems diag.List) {
	for _, code := range o.codes {
		if !o.used[code] && whose(rules[code]) {
			problems = append(problems, diag.At(o.Place, "silence-needless", string(code)).About(o.Words))
		}
	}
	return problems
}

// breakFold is strings.Cut, whatever the capitals.
func breakFold(text, at string) (before, after string, found bool) {
	for i := range max(len(text)-len(at)+1, 0) {
		if rest, is := cutFold(text[i:], at); is {
			return text[:i], rest, true
		}
	}
	return text, "", false
}

// cutFold cuts what a text begins with, whatever its capitals.
func cutFold(text, begin string) (rest string, is bool) {
	if len(text) < len(begin) || !strings.EqualFold(text[:len(begin)], begin) {
		return text, false
	}
	return text[len(begin):], true
}
