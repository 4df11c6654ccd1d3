package meaning

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/lang"
	"blandongan/internal/records"
	"blandongan/internal/site"
)

// each goes through all declarations of all kinds, each once.
func each(do func(s *records.Shape, fields []records.Field)) {
	seen := map[string]bool{}
	var walk func(*records.Shape)
	walk = func(s *records.Shape) {
		if seen[s.Name()] {
			return
		}
		seen[s.Name()] = true
		fields := s.Fields()
		do(s, fields)
		for i := range fields {
			if fields[i].Inner != nil {
				walk(fields[i].Inner)
			}
		}
	}
	for _, k := range site.Kinds() {
		walk(k.Shape)
		if k.Translated != nil {
			walk(k.Translated)
		}
	}
}

// Every key that editors may write has a meaning and a label in both languages, every word of
// a closed list says something, and nothing is left over.
func TestComplete(t *testing.T) {
	total := 0
	left := map[string]bool{}
	for name, of := range structs {
		for key := range of {
			left[name+"."+key] = true
		}
	}
	leftValues := map[string]bool{}
	for name, of := range values {
		for word := range of {
			leftValues[name+"="+word] = true
		}
	}
	used := map[string]bool{}
	each(func(s *records.Shape, fields []records.Field) {
		for i := range fields {
			f := &fields[i]
			name := s.Name() + "." + f.Key
			total++
			if len(name) > 200 {
				name = f.Key // words of the pages are declared by a struct without a name
			}
			delete(left, name)
			used[f.Key], used[name] = true, true
			check(t, name, Of(s, f.Key), true)
			if label := Label(s, f.Key); label.ID == "" || label.EN == "" {
				t.Errorf("%s has no label: %+v", name, label)
			}
			for _, word := range f.OneOf {
				delete(leftValues, name+"="+word)
				check(t, name+"="+word, Value(s, f.Key, word), false)
			}
		}
	})
	if total < 500 {
		t.Errorf("only %d keys were looked at", total)
	}
	for name := range left {
		t.Errorf("%s is said and declared nowhere", name)
	}
	for name := range leftValues {
		t.Errorf("%s is said and no word of that list", name)
	}
	for _, table := range []keys{labels, ownLabels} {
		for key := range table {
			if !used[key] {
				t.Errorf("the label of %s is for no key", key)
			}
		}
	}
}

// check holds a text to the form of the house: two languages, whole sentences of a readable length.
func check(t *testing.T, name string, text Text, sentence bool) {
	t.Helper()
	if text.ID == "" || text.EN == "" || text.ID == text.EN && sentence {
		t.Errorf("%s has no meaning in both languages: %+v", name, text)
		return
	}
	if strings.HasPrefix(text.EN, "In place of: ") {
		return // the pages' own words
	}
	for _, said := range []string{text.ID, text.EN} {
		first, _ := utf8.DecodeRuneInString(said)
		whole := strings.HasSuffix(said, ".") && (unicode.IsUpper(first) || first == '`')
		switch n := strings.Count(said, "."); {
		case sentence && !whole:
			t.Errorf("%s: %q is no sentence", name, said)
		case !sentence && (strings.HasSuffix(said, ".") || unicode.IsUpper(first)):
			t.Errorf("%s: %q is a sentence", name, said)
		case utf8.RuneCountInString(said) > 130 || n > 12:
			t.Errorf("%s: %q is too long to be read beside a field", name, said)
		case strings.Count(said, "`")%2 != 0:
			t.Errorf("%s: %q lacks a backquote", name, said)
		}
	}
}

// What stands between backquotes in a meaning is the same in both languages, unless it is an example
// that is translated: a key or a value that is misspelt in one of them would mislead.
func TestQuotedAlike(t *testing.T) {
	quoted := func(s string) (list []string) {
		for i, part := range strings.Split(s, "`") {
			if i%2 == 1 {
				list = append(list, part)
			}
		}
		return list
	}
	translated := map[string]bool{"destination.Destination.sftp": true, "destination.Destination.s3": true}
	for name, of := range structs {
		for key, text := range of {
			id, en := quoted(text.ID), quoted(text.EN)
			if translated[name+"."+key] {
				continue
			}
			for _, word := range en {
				if !strings.Contains("`"+strings.Join(id, "`")+"`", "`"+word+"`") {
					t.Errorf("%s.%s: %q is quoted in English alone", name, key, word)
				}
			}
		}
	}
}

// Every kind has a name for many and for one, and a meaning; nothing else has.
func TestKinds(t *testing.T) {
	list := site.Kinds()
	if len(kinds) != len(list) {
		t.Errorf("%d kinds are told, there are %d", len(kinds), len(list))
	}
	for _, k := range list {
		check(t, k.Name, Kind(k.Name), true)
		if many, one := Name(k.Name); many.ID == "" || many.EN == "" || one.ID == "" || one.EN == "" {
			t.Errorf("%s has no name", k.Name)
		}
	}
}

func TestTexts(t *testing.T) {
	text := Text{"isi `a`", "what `a` holds"}
	if text.In(lang.Indonesian) != "isi `a`" || text.Plain().In(lang.English) != "what a holds" {
		t.Errorf("%v, %v", text, text.Plain())
	}
}
