// Package explain tells what each problem and each rule of the editors' desk means.
//
// It owns one page for every code that diag knows: what has happened, what a reader of the
// site would have met, what to do, and a bad and a good example. The command's explain and
// the editors' guide are made from the same pages. It finds no fault and reads no site.
//
// A page is a file pages/CODE.txtar. What stands above its first mark is the group that the
// guide lists it in. Then come the sections
//
//	-- id --
//	-- en --
//	-- bad PATH --
//	-- good PATH --
//
// the last two as often as files are needed. A test lays those files over a small site: the
// bad ones bring the problem about, the good ones none at all.
package explain

import (
	"embed"
	"io/fs"
	"path"
	"strings"
	"unicode"

	"blandongan/internal/diag"
)

//go:embed pages
var pages embed.FS

// ending is that of the pages' files.
const ending = ".txtar"

// Page explains one code.
type Page struct {
	Code diag.Code
	// Group is that of the guide's lists to which it belongs.
	Group Group
	// Bad are files that bring the problem about, Good the same ones mended. Both are
	// empty where no file can show it.
	Bad, Good []File

	texts map[diag.Language]string
}

// File is a file of an example.
type File struct {
	Path string // from the site's folder
	Text string // ends with a line feed
}

// Name is the path as people tell it from another that looks the same: a mark that a name has
// apart from its letter stands on a circle of dots.
func (f File) Name() string {
	var b strings.Builder
	for _, r := range f.Path {
		if unicode.Is(unicode.Mn, r) {
			b.WriteRune('◌')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Text returns what the page says, in Markdown: paragraphs with an empty line between.
func (p Page) Text(language diag.Language) string { return p.texts[language] }

// Of returns the page of a code, if there is one.
func Of(code diag.Code) (page Page, found bool) {
	text, err := pages.ReadFile("pages/" + string(code) + ending)
	if err != nil {
		return Page{}, false
	}
	return read(code, string(text)), true
}

// Codes returns the codes that have a page, sorted.
func Codes() []diag.Code {
	names, _ := fs.Glob(pages, "pages/*"+ending) // the pattern is right, and nothing else can fail
	codes := make([]diag.Code, len(names))
	for i, name := range names {
		codes[i] = diag.Code(strings.TrimSuffix(path.Base(name), ending))
	}
	return codes
}

// read takes a page apart. A section that it does not know is left out; a test says so.
func read(code diag.Code, text string) Page {
	p := Page{Code: code, texts: map[diag.Language]string{}}
	group, sections := parts(text)
	p.Group = Group(strings.TrimSpace(group))
	for _, s := range sections {
		kind, file, _ := strings.Cut(s.Path, " ")
		switch kind {
		case "bad":
			p.Bad = append(p.Bad, File{file, s.Text})
		case "good":
			p.Good = append(p.Good, File{file, s.Text})
		default:
			p.texts[diag.Language(kind)] = strings.TrimSpace(s.Text)
		}
	}
	return p
}

// parts cuts text at its lines "-- MARK --", as txtar has them.
func parts(text string) (before string, sections []File) {
	for line := range strings.Lines(text) {
		mark, begins := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "-- ")
		mark, ends := strings.CutSuffix(mark, " --")
		switch {
		case begins && ends:
			sections = append(sections, File{Path: strings.TrimSpace(mark)})
		case len(sections) == 0:
			before += line
		default:
			sections[len(sections)-1].Text += line
		}
	}
	return before, sections
}
