package geojson

import (
	"strings"

	"blandongan/internal/diag"
)

// reader makes features of a FeatureCollection. Keys it does not know are none of
// its business: every program that writes GeoJSON adds some.
type reader struct {
	scanner
	problems diag.List
	survey   *Survey
	points   int
	ruler    *diag.Ruler
	features int // so far
	commas   commas
	faults   []fault
}

// fault is one that a file has in many features, and is reported once.
type fault struct {
	code     diag.Code
	key      string // tells faults of one code apart
	at       int    // in problems
	feature  int    // the last that has it
	features int    // how many have it
}

// most is how many problems are gathered; a file with more is of another kind.
const most = 200

func (r *reader) say(at int, code diag.Code, args ...any) *diag.Problem {
	if len(r.problems) >= most {
		return &diag.Problem{}
	}
	r.problems = append(r.problems, diag.At(r.ruler.Place(at), code, args...))
	return &r.problems[len(r.problems)-1]
}

func (r *reader) hint(p *diag.Problem, code diag.HintCode, args ...any) {
	*p = p.WithHint(code, args...)
}

// once says what whole files have wrong: at the first feature, with the number of the
// others that have it too, which is the last argument. It returns nil at those.
func (r *reader) once(at int, code diag.Code, key string, args ...any) *diag.Problem {
	for i := range r.faults {
		if f := &r.faults[i]; f.code == code && f.key == key {
			if f.feature != r.features {
				f.feature = r.features
				f.features++
			}
			p := &r.problems[f.at]
			p.Args[len(p.Args)-1] = diag.Others(f.features - 1)
			return nil
		}
	}
	if len(r.problems) >= most {
		return nil
	}
	r.faults = append(r.faults, fault{code, key, len(r.problems), r.features, 1})
	return r.say(at, code, append(args, diag.Others(0))...)
}

// wants says whether the next value is of a kind; else that is a problem of key,
// and the value is skipped.
func (r *reader) wants(key string, kind diag.Word) bool {
	at, got := r.at, r.kind()
	if got == kind {
		return true
	}
	r.skip()
	if r.wrong == "" {
		r.say(at, "wrong-type", key, kind, got)
	}
	return false
}

// unknownType tells of a type that is none of those allowed: of a known one in other
// letters, which it is.
func (r *reader) unknownType(at int, kind string, allowed ...string) {
	p := r.say(at, "value-not-allowed", "type", kind)
	for _, known := range allowed {
		if strings.EqualFold(strings.TrimSpace(kind), known) {
			r.hint(p, "did-you-mean", known)
			return
		}
	}
	r.hint(p, "allowed", strings.Join(allowed, ", "))
}

// keys calls entry for each key of an object; entry reads the value. A key that
// stands twice would hide one of two values.
func (r *reader) keys(entry func(key string)) {
	seen := map[string]int{}
	r.object(func(key string, at int) {
		if first, twice := seen[key]; twice {
			r.say(at, "duplicate-key", key, r.ruler.Place(first).Line)
			r.skip()
			return
		}
		seen[key] = at
		entry(key)
	})
}

func (r *reader) word(key string) string {
	if !r.wants(key, "text") {
		return ""
	}
	return r.text()
}

// said reads a text, or one for each of some languages.
func (r *reader) said(key string) Text {
	if r.kind() != "map" {
		at := r.ruler.Place(r.at)
		return Text{{Text: r.word(key), Place: at}}
	}
	var t Text
	r.keys(func(language string) {
		at := r.ruler.Place(r.at)
		t = append(t, Said{language, r.word(language), at})
	})
	return t
}
