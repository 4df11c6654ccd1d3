package site

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/records"
)

// declared is a key somewhere in a kind's declaration, with what stands around it.
type declared struct {
	kind          *kind
	key           string
	before, after string
}

func declaredKeys(k *kind, t reflect.Type, before, after string, all *[]declared) {
	for i := range t.NumField() {
		f := t.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("key"), ",")
		if key == "" {
			continue
		}
		inner := f.Type
		for inner.Kind() == reflect.Pointer || inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		_, isLiteral := reflect.New(inner).Interface().(records.Literal)
		isStruct := inner.Kind() == reflect.Struct && inner != reflect.TypeFor[records.Text]() && !isLiteral
		named := false
		if isStruct {
			_, named = inner.FieldByName("Named")
		}
		*all = append(*all, declared{k, key, before, after})
		switch {
		case named:
			declaredKeys(k, inner, before+key+": {a: {", "}}"+after, all)
		case isStruct && f.Type.Kind() == reflect.Slice:
			declaredKeys(k, inner, before+key+": [{", "}]"+after, all)
		case isStruct:
			declaredKeys(k, inner, before+key+": {", "}"+after, all)
		}
	}
}

// editorsAlone are faults of values that only the editor knows.
var editorsAlone = []diag.Code{
	"one-of-two-missing", "claim-no-indicator", "target-name", "target-kind-missing", "target-key", "doubtful-alone",
}

// problems returns the problems with a value of a key: those that stand within it.
func (d declared) problems(line string) diag.List {
	text := d.before + line + d.after
	if d.kind.entries {
		text = "a: {" + text + "}"
	}
	file, column := d.kind.path, strings.Index(text, line)+1
	if strings.HasSuffix(file, "/") {
		file += "a" + d.kind.ending
	}
	if d.kind.ending == ".md" {
		text = "---\n" + text + "\n---\n"
	}
	r, problems := records.Parse(file, []byte(text), markdown.New(markdown.Options{}))
	_, more := Decode(r)
	problems = append(problems, more...)
	return slices.DeleteFunc(problems, func(p diag.Problem) bool {
		return p.Place.Col < column || p.Place.Col >= column+len([]rune(line)) || p.Place.Line == 0 ||
			p.Code == "missing-key" && p.Place.Col <= column+len(d.key)+2 ||
			p.Severity() != diag.Error || slices.Contains(editorsAlone, p.Code)
	})
}

// A key of any kind with a value of another shape is told with a hint that shows the
// right one: typed as it says, with words for its dots, nothing is wrong with that key.
func TestWrongShapes(t *testing.T) {
	var all []declared
	for i := range kinds {
		declaredKeys(&kinds[i], reflect.TypeOf(kinds[i].empty()).Elem(), "", "", &all)
	}
	if len(all) < 200 {
		t.Fatalf("only %d keys are declared", len(all))
	}
	for _, d := range all {
		for _, wrong := range []string{"kata biasa", "satu", "[satu, dua]", "{aneh: satu, lain: dua}"} {
			line := d.key + ": " + wrong
			whole := d.kind.name + " " + d.before + line + d.after
			for _, p := range d.problems(line) {
				if p.Code != "wrong-type" {
					continue // it tells of keys within the value
				}
				typed := d.typed(p.Advice(diag.English))
				if typed == "" {
					t.Errorf("%s: %s; no hint to type: %q", whole, p.Text(diag.English), p.Advice(diag.English))
					continue
				}
				typed = strings.ReplaceAll(typed, "…", "isi")
				if left := d.problems(typed); len(left) > 0 {
					t.Errorf("%s: hint %q: %s", whole, typed, left[0].Text(diag.English))
				}
			}
		}
	}
}

// typed is the line that somebody writes who does as a hint says.
func (d declared) typed(advice string) string {
	_, value, ok := strings.Cut(advice, ": ")
	switch {
	case !ok || value == "":
		return ""
	case strings.HasPrefix(value, d.key+": "):
		value, _, _ = strings.Cut(value, " # ")
		return value
	}
	return fmt.Sprintf("%s: %s", d.key, value)
}
