package render

import (
	"fmt"
	"html/template"

	"blandongan/internal/plan"
	"blandongan/internal/views"
)

// This is the only file that marks text as HTML that is printed as it is. It is
// three things, all safe by construction: a gap's marker, which holds no value;
// an article's text, which package markdown made without letting any HTML of the
// editor's through; and a piece that html/template itself has escaped.

// asIs is text that is printed as it is.
type asIs = template.HTML

func trusted(piece string) asIs { return template.HTML(piece) }

// marker stands in a frame where a page's part goes. A comment cannot come from
// a value: html/template escapes its angle bracket.
func marker(slot string) string { return "<!--slot " + slot + "-->" }

// placeholders let templates be parsed before a plan is known.
var placeholders = template.FuncMap{
	"word":  func(string, ...any) string { return "" },
	"asset": func(string) string { return "" },
	"slot":  func(string) string { return "" },
	"body":  func(views.Body) string { return "" },
	"part":  func(string, any) string { return "" },
	"parts": func(string, string, any) string { return "" },
}

func (t *Theme) functions(p *plan.Plan, number int, r *edition) template.FuncMap {
	return template.FuncMap{
		"word":  word(p.Editions[number].Words),
		"asset": t.asset(p.Prefix),
		"slot":  func(name string) asIs { return asIs(marker(name)) },
		"body":  body(p.Editions[number].Words),
		"part":  func(name string, view any) (asIs, error) { return r.parts.render(r, name, view) },
		"parts": func(name, between string, views any) (asIs, error) { return r.parts.join(r, name, between, views) },
	}
}

// missing is a fault of a template that only shows when it is run.
type missing struct{ code, name string }

func (m missing) Error() string { return fmt.Sprintf("%s: %s", m.code, m.name) }

func word(words map[string]string) func(string, ...any) (string, error) {
	return func(key string, args ...any) (string, error) {
		w, ok := words[key]
		if !ok {
			return "", missing{"template-word", key}
		}
		if len(args) == 0 {
			return w, nil
		}
		return fmt.Sprintf(w, args...), nil
	}
}

// body prints a text, whose tables are named by the headings above them, and those under one by
// their numbers too.
func body(words map[string]string) func(views.Body) asIs {
	name := func(under string, number int) string {
		s := words["table"]
		if under != "" {
			s = fmt.Sprintf(words["table-under"], under)
		}
		if number > 1 {
			s = fmt.Sprintf("%s (%d)", s, number)
		}
		return s
	}
	return func(b views.Body) asIs { return asIs(b.Doc.Render(b.Links, name)) }
}

func (t *Theme) asset(prefix string) func(string) (string, error) {
	return func(name string) (string, error) {
		a, ok := t.assets[name]
		if !ok {
			return "", missing{"template-asset", name}
		}
		return prefix + a.Path, nil
	}
}
