package prose

import (
	"blandongan/internal/diag"
)

// Front is what is held of a document against others, as plain values: of an article its front
// matter, of any the comments.
type Front struct {
	File, Language string
	Article        bool
	Fields         []FrontField // of an article, in the order of the file
	Silenced       []Silence
}

// FrontField is a text of front matter.
type FrontField struct {
	Key, Text string
	Place     diag.Place
	Source    string // see Block.Source
}

// Front returns what is held of a document against others.
func (d *Document) Front() *Front {
	f := &Front{File: d.File, Language: d.Language, Article: d.Article != nil, Silenced: d.Silenced}
	for i := range d.Blocks {
		if b := &d.Blocks[i]; f.Article && b.Kind == Field {
			f.Fields = append(f.Fields, FrontField{b.Key, b.Text, b.Place(0), b.Source(0, len(b.Text))})
		}
	}
	return f
}

// At makes a problem with all of the text: see Block.At.
func (f *FrontField) At(code diag.Code, args ...any) diag.Problem {
	return diag.At(f.Place, code, args...).About(f.Source)
}
