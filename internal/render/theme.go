package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"html/template"
	"path"
	"regexp"
	"sort"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/plan"
	"blandongan/internal/search"
)

// Theme is a set of templates and assets that has been read. It is safe for
// concurrent use.
type Theme struct {
	set    *template.Template
	assets map[string]Asset // by name
	calls  calls
	base   string // the text of base.html
	broken bool
}

// Broken says that a template could not be read, so that pages miss something
// that is written there.
func (t *Theme) Broken() bool { return t.broken }

// Asset is a file of the templates' own.
type Asset struct {
	// Path is where it goes, below the output folder.
	Path string
	Data []byte
}

// Parse makes a theme of the files.
func Parse(f Files) (*Theme, diag.List) {
	l := loader{theme: &Theme{assets: map[string]Asset{}}, files: f.text}
	l.sort()
	return l.theme, append(l.problems, l.theme.unused(f)...)
}

// sort makes assets of the files in assets/ and parses the others.
func (l *loader) sort() {
	t := l.theme
	t.set = template.New("").Option("missingkey=error").Funcs(placeholders)
	names := make([]string, 0, len(l.files))
	for name := range l.files {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		if asset, ok := strings.CutPrefix(name, assetFolder); ok {
			l.addAsset(asset, l.files[name])
			continue
		}
		if !strings.Contains(name, "/") && len(bytes.TrimSpace(l.files[name])) == 0 {
			p := diag.At(diag.Place{File: path.Join(Folder, name)}, "template-empty").WithHint("template-back")
			l.problems = append(l.problems, p)
			l.standIn(name)
			continue
		}
		if _, err := t.set.New(name).Parse(string(l.files[name])); err != nil {
			l.problems = append(l.problems, explain(err, name))
			l.standIn(name)
		}
	}
	t.base = string(l.files["base.html"])
	t.calls = callsOf(t)
}

func (l *loader) addAsset(name string, data []byte) {
	switch name {
	case tokensFile:
		return
	case styleFile:
		data = l.withTokens(data)
	case searchFile:
		data = []byte(search.Script() + search.Strip(string(data)))
	}
	l.theme.assets[name] = Asset{Path: plan.AssetFolder + hashed(name, data), Data: data}
}

// hashed puts a digest into a file's name: style.css → style.1f8ac10f.css.
func hashed(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
}

// Assets returns the theme's assets, sorted by path.
func (t *Theme) Assets() []Asset {
	list := make([]Asset, 0, len(t.assets))
	for _, a := range t.assets {
		list = append(list, a)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Path < list[j].Path })
	return list
}

// definition is the head of a piece, also where its quotation marks are wrong.
var definition = regexp.MustCompile(`\{\{-?\s*define\s+["\x60]?([\w./-]+)`)

// standIn puts empty templates in the place of a file that cannot be read and of
// the pieces it meant to define: one fault is told once, and those of the other
// templates beside it.
func (l *loader) standIn(name string) {
	l.theme.broken = true
	text := ""
	if name == "base.html" {
		text = `{{slot "head"}}{{slot "main"}}`
	}
	for _, m := range definition.FindAllStringSubmatch(string(l.files[name]), -1) {
		text += `{{define "` + m[1] + `"}}{{end}}`
	}
	if _, err := l.theme.set.New(name).Parse(text); err != nil {
		l.problems = append(l.problems, explain(err, name))
	}
}

func paths(assets []Asset) []string {
	list := make([]string, len(assets))
	for i, a := range assets {
		list[i] = a.Path
	}
	return list
}
