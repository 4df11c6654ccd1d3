package lsp

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/diag"
	"blandongan/internal/lsp/text"
	"blandongan/internal/site"
)

// source is what diagnostics are signed with.
const source = "blandongan"

// diagnostics are problems as the client shows them.
func (x *session) diagnostics(t *text.Text, problems diag.List) []diagnostic {
	list := make([]diagnostic, 0, len(problems))
	for _, p := range problems {
		list = append(list, x.diagnostic(t, p))
	}
	return list
}

func (x *session) diagnostic(t *text.Text, p diag.Problem) diagnostic {
	from, to := span(t, p)
	d := diagnostic{Range: t.Range(from, to, x.server.encoding), Code: string(p.Code), Source: source,
		Message: p.Text(x.language()), Severity: severityInformation}
	switch p.Severity() {
	case diag.Error:
		d.Severity = severityError
	case diag.Warning:
		d.Severity = severityWarning
	}
	if advice := p.Advice(x.language()); advice != "" {
		d.Message += "\n" + diag.Word("hint").In(x.language()) + ": " + advice
	}
	return d
}

// quoted is a problem as the client shows it in a file of which nothing is known but the line
// that the problem has with it. One of the whole file is shown on its first line.
func (x *session) quoted(p diag.Problem) diagnostic {
	above := max(p.Place.Line, 1) - 1
	whole := p.Place.Line == 0
	p.Place.Line -= above
	d := x.diagnostic(text.New(p.Excerpt), p)
	d.Range.Start.Line += above
	d.Range.End.Line += above
	if whole {
		d.Range.End = text.Position{Line: 1}
	}
	return d
}

// span returns what of a text a problem is about: the words at fault; without them the word
// that its sentence repeats, or what stands there up to the next blank; of a whole file its
// first line.
func span(t *text.Text, p diag.Problem) (from, to int) {
	if p.Place.Line == 0 {
		line, at := t.Line(0)
		return at, at + len(line)
	}
	from = t.At(p.Place.Line, p.Place.Col)
	line, at := t.Line(p.Place.Line - 1)
	rest := line[min(from-at, len(line)):]
	if p.Words != "" && strings.HasPrefix(rest, p.Words) {
		return from, from + len(p.Words)
	}
	if at, n := faulty(rest, p); n > 0 {
		return from + at, from + at + n
	}
	if end := strings.IndexFunc(rest, unicode.IsSpace); end > 0 {
		rest = rest[:end]
	}
	if trimmed := strings.TrimRight(rest, ",;]}"); trimmed != "" {
		rest = trimmed
	}
	return from, from + len(rest)
}

// faulty finds the word that a problem's sentence repeats at its place, which may begin with
// a quotation mark or a link.
func faulty(rest string, p diag.Problem) (at, length int) {
	for _, arg := range p.Args {
		word, is := arg.(string)
		if !is || word == "" {
			continue
		}
		if i := strings.Index(rest, word); i == 0 || i > 0 && strings.IndexByte(`"'`, rest[i-1]) >= 0 && i == 1 ||
			i > 0 && rest[0] == '[' && strings.IndexByte("(:<", rest[i-1]) >= 0 {
			return i, len(word)
		}
	}
	return 0, 0
}

// advised are the hints that say what to write in place of the word at fault.
var advised = map[diag.HintCode]bool{"did-you-mean": true, "write-it": true, "write-word": true}

// repairs are the ways to mend a problem: those that it has, else the one of its hint.
func repairs(p diag.Problem, wrong string) []diag.Repair {
	if len(p.Repairs) > 0 {
		return p.Repairs
	}
	if !advised[p.Hint.Code] || len(p.Hint.Args) != 1 || wrong == "" {
		return nil
	}
	word, is := p.Hint.Args[0].(string)
	if !is || word == wrong || strings.ContainsAny(word, "\n") {
		return nil
	}
	return []diag.Repair{{New: word}}
}

// codeActions offers the ways to mend what is at fault in a range, and to silence a rule.
func (s *server) codeActions(p struct {
	TextDocument documentID `json:"textDocument"`
	Range        text.Range `json:"range"`
}) ([]codeAction, error) {
	d, _, open := s.document(p.TextDocument.URI)
	list := []codeAction{}
	if !open {
		return list, nil
	}
	t, _, problems := s.session.problems(d)
	from, to := t.Offset(p.Range.Start, s.encoding), t.Offset(p.Range.End, s.encoding)
	for _, problem := range problems {
		if a, b := span(t, problem); a <= to && from <= b && problem.Place.Line > 0 {
			list = append(list, s.session.actions(d, t, problem)...)
		}
	}
	return list, nil
}

func (x *session) actions(d *document, t *text.Text, p diag.Problem) (list []codeAction) {
	about := x.diagnostics(t, diag.List{p})
	add := func(title string, preferred bool, from, to int, with string) {
		edit := textEdit{t.Range(from, to, x.server.encoding), with}
		list = append(list, codeAction{Title: title, Kind: "quickfix", Diagnostics: about, IsPreferred: preferred,
			Edit: workspaceEdit{Changes: map[string][]textEdit{d.uri: {edit}}}})
	}
	from, to := span(t, p)
	wrong := t.String()[from:to]
	if _, n := faulty(wrong, p); p.Words == "" && n != len(wrong) {
		wrong = "" // only the place is known
	}
	safe := 0
	for _, r := range repairs(p, wrong) {
		title := x.say("replace", short(wrong), short(r.New))
		if r.New == "" {
			title = x.say("remove", short(wrong))
		}
		if r.Safe {
			safe++
		}
		if wrong != "" {
			add(title, r.Safe && safe == 1, from, to, r.New)
		}
	}
	if diag.IsRule(p.Code) {
		if c, found := x.silence(d.file, t, p); found {
			add(x.say("silence", p.Code), false, c.from, c.to, c.with)
		}
	}
	return list
}

// short is a text as a title repeats it.
func short(s string) string {
	const longest = 40
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	return string([]rune(s)[:longest]) + "…"
}

// silence returns a comment that silences a rule where a problem is: the first at whose place
// it does, and the file still says what it said. In some files there is none.
func (x *session) silence(file string, t *text.Text, p diag.Problem) (comment edit, found bool) {
	known := x.known()
	if known == nil {
		return edit{}, false
	}
	look := func(t *text.Text) []*site.Entry {
		entries, _ := known.Look(folder{x.disk, map[string]buffer{file: {text: t.String()}}}, file)
		return entries
	}
	before := saying(look(t))
	for _, c := range comments(file, t, p.Place.Line-1, x.say("silence-form", p.Code)) {
		now := t.Edit(c.from, c.from, strings.Replace(c.with, "…", "x", 1))
		p := p
		p.Place.Line += strings.Count(c.with, "\n")
		entries := look(now)
		if saying(entries) == before && known.IsSilent(file, []byte(now.String()), entries, p) {
			return c, true
		}
	}
	return edit{}, false
}

// saying is all that readers see of what a file holds.
func saying(entries []*site.Entry) string {
	var b strings.Builder
	for _, e := range entries {
		fmt.Fprintf(&b, "%s %s %t\n", e.Kind, e.ID, e.WellFormed)
		for _, said := range e.Found.Details().Prose {
			fmt.Fprintf(&b, "%s %s %q\n", said.Keys, said.Language, said.Text)
		}
		for _, ref := range e.Found.Refs {
			fmt.Fprintf(&b, "%s:%s\n", ref.Kind, ref.ID)
		}
		if e.Text != nil {
			b.WriteString(strings.Join(strings.Fields(strings.ReplaceAll(e.Text.HTML, "<", " <")), " "))
		}
	}
	return b.String()
}

// comments are those that may silence a rule in a line, the best first. Of a line in YAML each
// line is asked that it may belong to.
func comments(file string, t *text.Text, n int, words string) (list []edit) {
	blanks := func(n int) int {
		line, _ := t.Line(n)
		return len(line) - len(strings.TrimLeft(line, " \t\uFEFF"))
	}
	above := func(n int, comment string) {
		line, at := t.Line(n)
		if strings.HasPrefix(line, "\uFEFF") {
			line, at = "", at+len("\uFEFF")
		}
		list = append(list, edit{at, at, line[:min(blanks(n), len(line))] + comment + "\n"})
	}
	if _, body := region(file, t.String()); t.LineAt(body) > n || !strings.HasSuffix(file, ".md") {
		above(n, "# "+words)
		for in := blanks(n); n > 0 && in > 0; n-- {
			if line, _ := t.Line(n - 1); strings.TrimSpace(line) != "" && blanks(n-1) < in {
				in = blanks(n - 1)
				above(n-1, "# "+words)
			}
		}
		return list
	}
	comment := "<!-- " + words + " -->"
	behind := func(n int) {
		line, at := t.Line(n)
		at += len(strings.TrimRight(line, " \t"))
		list = append(list, edit{at, at, " " + comment})
	}
	last := n
	for last+1 < t.Lines() && !begins(t, last+1) {
		last++
	}
	behind(last)
	behind(n)
	above(n, comment)
	for ; n > 0; n-- {
		if line, _ := t.Line(n - 1); strings.TrimSpace(line) == "" {
			break
		}
	}
	above(n, comment)
	return list
}

// begins says whether a line is empty, or begins another block.
func begins(t *text.Text, n int) bool {
	line, _ := t.Line(n)
	line = strings.TrimSpace(line)
	if line == "" || strings.IndexByte("#|>*-+`~<", line[0]) >= 0 {
		return true
	}
	digits := strings.TrimLeft(line, "0123456789")
	return len(digits) < len(line) && (strings.HasPrefix(digits, ".") || strings.HasPrefix(digits, ")"))
}
