package reference

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/register"
	"blandongan/internal/desk/settings"
	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

var reader = prose.Reader{Markdown: markdown.New(markdown.Options{Schemes: site.Schemes()}), Language: "id"}

// projectFiles are the texts of the project's own site, by path.
var projectFiles = sync.OnceValue(func() map[string]string {
	files, root := map[string]string{}, os.DirFS("../../..")
	for _, folder := range []string{"content", "data"} {
		err := fs.WalkDir(root, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".md") && !strings.HasSuffix(name, ".yaml") {
				return err
			}
			text, err := fs.ReadFile(root, name)
			files[name] = string(text)
			return err
		})
		if err != nil {
			panic(err)
		}
	}
	return files
})

func entriesOf(file, text string) []*site.Entry {
	record, _ := site.Parse(file, []byte(text), reader.Markdown)
	entries, _ := site.Decode(record)
	return entries
}

// rulesOf are those of a site's files.
func rulesOf(files map[string]string) *Rules {
	var entries []*site.Entry
	var desk settings.Desk
	var regions []settings.Region
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, e := range entriesOf(name, files[name]) {
			switch v := e.Value.(type) {
			case *settings.Desk:
				desk = *v
			case *settings.Region:
				regions = append(regions, *v)
			default:
				if !site.IsUnseen(name) {
					entries = append(entries, e)
				}
			}
		}
	}
	s, _ := site.New(entries, site.Options{Now: time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)})
	facts := register.FactsOf(s.Facts)
	return New(facts, register.FiguresOf(facts, s.Facts), desk, regions)
}

var project = sync.OnceValue(func() *Rules { return rulesOf(projectFiles()) })

// article is a file with a body, and keys of front matter beside the needed ones.
func article(front, body string) string {
	if !strings.Contains(front, "date:") {
		front = "date: 2017-11-07\n" + front
	}
	return "---\ntitle: Judul\nsummary: Ringkasan.\n" + front + "---\n\n" + body + "\n"
}

func checkText(r *Rules, file, text string) diag.List {
	list, _ := r.Check(reader.Read(file, []byte(text), entriesOf(file, text)))
	return list
}

func show(list diag.List) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "\n\t%d:%d %s %q %s", p.Place.Line, p.Place.Col, p.Code, p.Words, p.Text(diag.Indonesian))
		for _, r := range p.Repairs {
			fmt.Fprintf(&b, " → %q", r.New)
		}
	}
	return b.String()
}
