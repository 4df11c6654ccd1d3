package mend_test

import (
	"strings"
	"testing"

	"blandongan/internal/desk/mend"
	"blandongan/internal/diag"
)

// wrong is a problem with words in a line and column of a file, mended by others.
func wrong(file string, line, col int, words, right string) diag.Problem {
	return diag.At(diag.Place{File: file, Line: line, Col: col}, "word-misspelt").About(words).SafelyMendedBy(right)
}

func in(line, col int, words, right string) diag.Problem {
	return wrong("a.md", line, col, words, right)
}

// Only the words at fault change, whatever ends the lines and wherever bytes are odd.
func TestCertain(t *testing.T) {
	front := "---\ntitle: A\n---\n"
	for name, c := range map[string]struct {
		text     string
		problems diag.List
		want     string
		made     int
	}{
		"plain": {front + "Rp3 milliar.\n", diag.List{in(4, 5, "milliar", "miliar")},
			front + "Rp3 miliar.\n", 1},
		"no last end": {front + "milliar", diag.List{in(4, 1, "milliar", "miliar")}, front + "miliar", 1},
		"letters":     {front + "é—milliar\n", diag.List{in(4, 3, "milliar", "miliar")}, front + "é—miliar\n", 1},
		"CRLF": {"---\r\n---\r\na\r\nmilliar\r\n", diag.List{in(4, 1, "milliar", "miliar")},
			"---\r\n---\r\na\r\nmiliar\r\n", 1},
		"CR": {"---\r---\ra\rmilliar\r", diag.List{in(4, 1, "milliar", "miliar")},
			"---\r---\ra\rmiliar\r", 1},
		"mark": {"\uFEFF" + front + "milliar\n", diag.List{in(4, 1, "milliar", "miliar")},
			"\uFEFF" + front + "miliar\n", 1},
		"mark in line": {"\uFEFFmilliar: a\n", diag.List{wrong("a.yaml", 1, 1, "milliar", "miliar")},
			"\uFEFFmiliar: a\n", 1},
		"two in a line": {front + "milliar milliar\n", diag.List{in(4, 9, "milliar", "miliar"), in(4, 1,
			"milliar", "miliar")},
			front + "miliar miliar\n", 2},
		"overlapping": {front + "di  lakukan\n", diag.List{in(4, 1, "di  lakukan", "dilakukan"), in(4, 3, "  ", " ")},
			front + "dilakukan\n", 1},
		"same twice": {front + "milliar\n", diag.List{in(4, 1, "milliar", "miliar"), in(4, 1, "milliar", "miliar")},
			front + "miliar\n", 1},
		"elsewhere":   {front + "miliar\n", diag.List{in(4, 1, "milliar", "miliar")}, front + "miliar\n", 0},
		"beyond":      {front, diag.List{in(40, 1, "milliar", "miliar")}, front, 0},
		"beyond line": {front + "a\n", diag.List{in(4, 10, "milliar", "miliar")}, front + "a\n", 0},
		"odd bytes": {front + "\xff milliar\n", diag.List{in(4, 3, "milliar", "miliar")},
			front + "\xff milliar\n", 0},
		"YAML":  {"a: B dan C\n", diag.List{wrong("a.yaml", 1, 4, "B dan", "B, dan")}, "a: B dan C\n", 0},
		"front": {"---\na: B dan C\n---\n", diag.List{in(2, 4, "B dan", "B, dan")}, "---\na: B dan C\n---\n", 0},
		"body":  {front + "B dan C\n", diag.List{in(4, 1, "B dan", "B, dan")}, front + "B, dan C\n", 1},
		"lines": {front + "a b\n", diag.List{in(4, 1, "a", "a\n")}, front + "a b\n", 0},
	} {
		got, made := mend.Certain([]byte(c.text), c.problems)
		if string(got) != c.want || len(made) != c.made {
			t.Errorf("%s: %q, %d made; wanted %q, %d", name, got, len(made), c.want, c.made)
		}
	}
}

// What nobody can be sure of is no repair.
func TestUncertain(t *testing.T) {
	p := in(1, 1, "Selasa", "Rabu")
	for name, p := range map[string]diag.Problem{
		"two ways":   diag.At(p.Place, p.Code).About("Selasa").MendedBy("Rabu", "Kamis"),
		"not safe":   diag.At(p.Place, p.Code).About("Selasa").MendedBy("Rabu"),
		"no words":   diag.At(p.Place, p.Code).SafelyMendedBy("Rabu"),
		"no change":  diag.At(p.Place, p.Code).About("Rabu").SafelyMendedBy("Rabu"),
		"no place":   wrong("a.md", 0, 0, "Selasa", "Rabu"),
		"no repairs": diag.At(p.Place, p.Code).About("Selasa"),
	} {
		if mend.IsCertain(p) {
			t.Error(name)
		}
	}
	if !mend.IsCertain(p) {
		t.Error("one safe way is not certain")
	}
}

func TestDiff(t *testing.T) {
	was := "a\r\nb\r\nc\r\nd\r\ne\r\nf\r\ng\r\nh\r\ni\x1b[31m\r\nj\r\n"
	is := strings.NewReplacer("c", "C", "d", "D", "i", "I").Replace(was)
	const want = `--- x.md
+++ x.md
@@ -1,6 +1,6 @@
 a
 b
-c
-d
+C
+D
 e
 f
@@ -7,4 +7,4 @@
 g
 h
-i�[31m
+I�[31m
 j
`
	if got := mend.Diff("x.md", []byte(was), []byte(is)); got != want {
		t.Errorf("%s", got)
	}
}

// Whatever the bytes and problems, nothing but words at fault goes.
func FuzzCertain(f *testing.F) {
	f.Add([]byte("---\r\n---\nmilliar"), 3, 1, "milliar", "miliar")
	f.Fuzz(func(t *testing.T, text []byte, line, col int, words, right string) {
		got, made := mend.Certain(text, diag.List{in(line, col, words, right)})
		if want := len(text) + len(made)*(len(right)-len(words)); len(got) != want {
			t.Errorf("%q became %q", text, got)
		}
		mend.Diff("a.md", text, got)
	})
}
