package diag

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"blandongan/internal/diag/sentences"
	"blandongan/internal/lang"
)

// Language is a language that sentences exist in: see lang.
type Language = lang.Language

// The languages of the catalogue.
const (
	Indonesian = lang.Indonesian
	English    = lang.English
)

// LanguageOf returns the catalogue's language for a BCP 47 tag.
func LanguageOf(tag string) Language { return lang.Of(tag) }

// longest is how much of a value we repeat in a sentence, in characters; an
// editor recognises a text by its beginning.
const longest = 80

// Text returns p's sentence, without place and severity.
func (p Problem) Text(language Language) string {
	return filled(sentences.Of(p.Code).Text, language, p.Args)
}

// hole is a place for a value in a sentence: %s, %q, %[2]d.
var hole = regexp.MustCompile(`%(?:\[\d+\])?[a-z]`)

// Form returns the sentence of a code with dots in place of its values.
func Form(code Code, language Language) string {
	return strings.ReplaceAll(hole.ReplaceAllString(sentences.Of(code).Text.In(language), "…"), "%%", "%")
}

// Advice returns p's hint, "" when there is none.
func (p Problem) Advice(language Language) string {
	if p.Hint.Code == "" {
		return ""
	}
	return filled(sentences.Hints[p.Hint.Code], language, p.Hint.Args)
}

// filled is a sentence with its values.
func filled(t sentences.Text, language Language, args []any) string {
	if n := len(args) - 1; n >= 0 {
		if others, ok := args[n].(Others); ok {
			return filled(t, language, args[:n]) + others.in(language)
		}
	}
	said := make([]any, len(args))
	for i, a := range args {
		switch a := a.(type) {
		case Word:
			said[i] = a.In(language)
		case Count:
			said[i] = a.in(language)
		case Size:
			said[i] = a.in(language)
		case lang.Translated:
			said[i] = typed(a.In(language))
		case string:
			said[i] = typed(cut(a))
		case whole:
			said[i] = typed(a)
		default:
			said[i] = a
		}
	}
	if len(said) == 0 {
		return t.In(language)
	}
	return fmt.Sprintf(t.In(language), said...)
}

// typed is a value as people typed it: %q puts it in plain quotation marks, and
// no programmer's escapes get in.
type typed string

// Format prints t.
func (t typed) Format(to fmt.State, verb rune) {
	s := visible(string(t))
	if verb == 'q' {
		s = `"` + s + `"`
	}
	_, _ = io.WriteString(to, s)
}

func cut(s string) string {
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	return string([]rune(s)[:longest]) + "…"
}

// Print writes each problem of l: place, severity, sentence, code, then the
// source line with a caret, then the hint.
//
//	data/visits/a.yaml:4:12: error: program "air-bersi" does not exist [unknown-reference]
//	   4 | programs: [air-bersi]
//	     |            ^
//	  hint: did you mean "air-bersih"?
func (l List) Print(w io.Writer, language Language) error {
	var b strings.Builder
	for _, p := range l {
		p.write(&b, language)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (p Problem) write(b *strings.Builder, language Language) {
	b.WriteString(p.Place.String())
	fmt.Fprintf(b, ": %s: %s [%s]\n", Word(p.SeverityName()).In(language), p.Text(language), p.Code)
	p.writeExcerpt(b)
	if advice := p.Advice(language); advice != "" {
		fmt.Fprintf(b, "  %s: %s\n", Word("hint").In(language), advice)
	}
}

// SeverityName is the severity as programs name it: error, warning or note.
func (p Problem) SeverityName() string {
	switch p.Severity() {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "note"
}

// String returns file:line:col, or the file alone when there is no line.
func (p Place) String() string {
	if p.Line == 0 {
		return Name(p.File)
	}
	return fmt.Sprintf("%s:%d:%d", Name(p.File), p.Line, max(p.Col, 1))
}

// writeExcerpt prints the source line and a caret under each letter at fault, or where
// it begins.
func (p Problem) writeExcerpt(b *strings.Builder) {
	line, col := p.Quote()
	if line == "" {
		return
	}
	number := fmt.Sprintf("%4d", p.Place.Line)
	carets := min(max(utf8.RuneCountInString(p.Words), 1), max(utf8.RuneCountInString(line)-col, 1))
	fmt.Fprintf(b, "%s | %s\n%*s | %s%s\n", number, line, len(number), "",
		strings.Repeat(" ", col), strings.Repeat("^", carets))
}

// Quote returns the source line, cut to a window around the column, and how
// many characters of it stand before the fault; "" when there is nothing to
// show. Tabs become single spaces, so that a caret under it stands right.
func (p Problem) Quote() (line string, col int) {
	if strings.TrimSpace(p.Excerpt) == "" {
		return "", 0
	}
	line, col = around(p.Excerpt, p.Place.Col)
	return strings.TrimRight(visible(line), " "), col
}

// Name is a file's name as it may stand in a message: whoever names a file must
// not be able to write on the terminal of whoever reads of it.
func Name(s string) string { return visible(s) }

// visible replaces what a terminal would not show as one character, so that a
// hostile file cannot move the cursor.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n':
			return ' '
		case invisible(r):
			return '\uFFFD'
		}
		return r
	}, s)
}
