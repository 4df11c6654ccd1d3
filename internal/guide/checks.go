package guide

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/explain"
	"blandongan/internal/lang"
)

// checksIn are the page that lists all problems and rules, and one page for each group of
// them: all together would be more than a telephone likes to load.
func checksIn(language lang.Language) map[string]string {
	say := lang.Guide.For(language)
	pages := map[string]string{}
	var list strings.Builder
	list.WriteString(front(say.Word("checks"), say.Word("checks-summary")))
	list.WriteString("\n" + say.Word("checks-lead", Writing) + "\n")
	for _, g := range explain.Groups() {
		codes := slices.DeleteFunc(explain.Codes(), func(c diag.Code) bool {
			p, _ := explain.Of(c)
			return p.Group != g
		})
		if len(codes) == 0 {
			continue
		}
		id, title := Checks+"-"+string(g), g.Title(language)
		w := checks{say: say, language: language}
		w.WriteString(front(say.Word("checks-part", title), say.Word("checks-part-summary", title)))
		w.WriteString("\n" + say.Word("checks-back", Checks) + "\n")
		list.WriteString("\n## " + title + "\n\n")
		for _, code := range codes {
			p, _ := explain.Of(code)
			w.page(p)
			list.WriteString("- [`" + string(code) + "`](page:" + id + "#" + string(code) + "): " +
				plain(diag.Form(code, language)) + "\n")
		}
		pages[id] = w.String()
	}
	pages[Checks] = list.String()
	return pages
}

// checks writes the page of a group.
type checks struct {
	strings.Builder
	say      *lang.Writer
	language lang.Language
}

// page tells one problem or rule, with its examples.
func (w *checks) page(p explain.Page) {
	severity := diag.At(diag.Place{}, p.Code).SeverityName()
	named := diag.Word(severity).In(w.language)
	if diag.IsRule(p.Code) {
		named = w.say.Word("checks-rule", named)
	}
	w.WriteString("\n## `" + string(p.Code) + "`\n\n*" + named + "*\n\n" + strings.TrimSpace(p.Text(w.language)) + "\n")
	w.examples("checks-bad", p.Bad)
	w.examples("checks-good", p.Good)
}

func (w *checks) examples(word string, files []explain.File) {
	for _, f := range files {
		w.WriteString("\n" + w.say.Word(word, f.Name()) + "\n\n" + fenced(path.Ext(f.Path), f.Text))
	}
}

// marked are the pieces of a sentence that Markdown would read as marks.
var marked = regexp.MustCompile(`\{\{.*?\}\}|[*_<\[\]` + "`]")

// plain is a sentence in Markdown.
func plain(sentence string) string {
	return marked.ReplaceAllStringFunc(sentence, func(s string) string {
		if len(s) > 1 {
			return "`" + s + "`"
		}
		return `\` + s
	})
}

// fenced is a text as a block of code, within marks that it does not hold.
func fenced(ending, text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + strings.TrimPrefix(ending, ".") + "\n" + strings.TrimSuffix(text, "\n") + "\n" + fence + "\n"
}
