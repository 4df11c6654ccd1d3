package schema

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"blandongan/internal/records"
	"blandongan/internal/site"
)

// aSite is a site of which nothing is known but its languages.
func aSite(t *testing.T, languages string) *Maker {
	t.Helper()
	r, _ := site.Parse(site.ConfigFile, []byte("language: id\n"+languages), nil)
	entries, _ := site.Decode(r)
	s, _ := site.New(entries, site.Options{})
	return New(s)
}

// Settings keep what they say, in its order; what would be lost is not touched.
func TestSettings(t *testing.T) {
	fresh := string(NewSettings("x"))
	for was, want := range map[string]string{
		"":    fresh,
		" \n": fresh,
		"{}":  fresh,
		fresh: fresh,
		`{"yaml.schemas": {"./old/city.json": ["data/city.yaml"]}}`: fresh,
		`{"b": 1.50, "a": [1, {"c": null}]}`: strings.Replace(fresh, "{\n", "{\n  \"b\": 1.50,\n"+
			"  \"a\": [\n    1,\n    {\n      \"c\": null\n    }\n  ],\n", 1),
		`{"yaml.schemas": {"https://e.org/city.json": "a<b>"}}`: strings.Replace(fresh, "\": {\n",
			"\": {\n    \"https://e.org/city.json\": \"a<b>\",\n", 1),
	} {
		got, err := WithSchemas([]byte(was), "x")
		if err != nil || string(got) != want {
			t.Errorf("%s becomes %s, %v", was, got, err)
		}
		again, err := WithSchemas(got, "x")
		if err != nil || string(again) != string(got) {
			t.Errorf("%s becomes another at the second time: %s, %v", was, again, err)
		}
	}
	kept := `{"yaml.schemas":` + string(indented(matches("x"))) + `}` // in a form of its own
	if got, err := WithSchemas([]byte(kept), "x"); err != nil || string(got) != kept {
		t.Errorf("what says all already is written anew: %s, %v", got, err)
	}
	for _, was := range []string{
		"// a\n{}", `{"a": 1,}`, `{"a": 1, "a": 2}`, "[]", "{} {}", `{"a"`, `{"yaml.schemas": []}`,
		`{"yaml.schemas": {"a": 1, "a": 2}}`,
	} {
		if got, err := WithSchemas([]byte(was), "x"); err == nil {
			t.Errorf("%s becomes %s", was, got)
		}
	}
}

// Whatever is made can be made anew, also where lines end as on Windows; what somebody else wrote or changed stays.
func TestRenewed(t *testing.T) {
	m := aSite(t, "")
	pages, _ := m.Pages()
	for _, f := range append(m.Schemas("."), File{PagesFile, pages}, File{DecapFile, m.Decap()}) {
		changed := bytes.Replace(f.Text, []byte("name"), []byte("nama"), 1)
		for what, c := range map[string]struct {
			was  []byte
			want []byte
		}{
			"nothing":      {nil, f.Text},
			"as it was":    {f.Text, f.Text},
			"crlf":         {bytes.ReplaceAll(f.Text, []byte("\n"), []byte("\r\n")), f.Text},
			"changed":      {changed, nil},
			"empty":        {[]byte{}, nil},
			"another's":    {[]byte("# not by blandongan schema \na: 1\n"), nil},
			"another form": {[]byte("{}\n"), nil},
		} {
			if f.Path == DecapFile && (what == "crlf" || what == "changed") {
				continue // below
			}
			if got := f.Renewed(c.was); !bytes.Equal(got, c.want) {
				t.Errorf("%s, %s: %.200s", f.Path, what, got)
			}
		}
	}
}

// Where the repository is, the site's editors say: it stays, byte for byte, and nothing else does.
func TestBackendStays(t *testing.T) {
	f := File{DecapFile, aSite(t, "").Decap()}
	usual := backend.Find(f.Text)
	if !bytes.Contains(usual, []byte("OWNER/REPOSITORY")) || bytes.Count(f.Text, []byte("OWNER/REPOSITORY")) != 1 {
		t.Fatalf("the backend is %q", usual)
	}
	newer := File{DecapFile, bytes.Replace(f.Text, []byte("media_folder"), []byte("newer_folder"), 1)}
	for _, own := range []string{
		"backend:\n  name: github\n  repo: kota/etalase\n\n  # ours\n  branch: main\n",
		"backend: {name: gitlab, repo: kota/etalase} # ours\n",
		"backend:\r\n  name: git-gateway\r\n",
	} {
		was := bytes.Replace(f.Text, usual, []byte(own), 1)
		if got := f.Renewed(was); !bytes.Equal(got, was) {
			t.Errorf("%q: %.400s", own, got)
		}
		got := newer.Renewed(was)
		if !bytes.Contains(got, []byte(own)) || !bytes.Contains(got, []byte("newer_folder")) {
			t.Errorf("%q, newer: %.400s", own, got)
		}
		if got := f.Renewed(bytes.Replace(was, []byte("media_folder"), []byte("our_folder"), 1)); got != nil {
			t.Errorf("%q, changed elsewhere: %.400s", own, got)
		}
	}
}

// Each file has the schema that is made for it.
func TestFor(t *testing.T) {
	made := map[string]bool{}
	for _, f := range aSite(t, "").Schemas(".") {
		made[f.Path] = true
	}
	for _, k := range site.Kinds() {
		file := k.Path
		if k.IsFolder {
			file += "a" + k.Ending
		}
		if !made[For(file)] {
			t.Errorf("%s has no schema: %q", file, For(file))
		}
	}
	if For("content/news/a.en.md") != site.KindNews+"-translation.json" || For("content/files/a.yaml") != "" {
		t.Errorf("%q, %q", For("content/news/a.en.md"), For("content/files/a.yaml"))
	}
}

// Every word that reads itself tells how it looks: else no schema could refuse another.
func TestLiteralsLook(t *testing.T) {
	seen := map[string]bool{}
	var walk func(*records.Shape)
	walk = func(s *records.Shape) {
		if seen[s.Name()] {
			return
		}
		seen[s.Name()] = true
		for _, f := range s.Fields() {
			if f.Type == records.LiteralField && f.Pattern == "" {
				t.Errorf("%s.%s: %T has no pattern", s.Name(), f.Key, f.Of)
			}
			if f.Inner != nil {
				walk(f.Inner)
			}
		}
	}
	for _, k := range site.Kinds() {
		walk(k.Shape)
	}
}

// What Pages CMS would lose is left out of its forms, and named; what is needed stays.
func TestLossy(t *testing.T) {
	const file = "data/programs/a.yaml"
	for _, x := range []struct{ languages, text, left string }{
		{"", "name: A\nfacts: [{text: B, source: [a]}]\n", ""},
		{"", "name: A\nfacts: [{text: B, source: a}]\n", "data/programs/: facts"},
		{"", "sources: a\ncore: B\naliases: /a/\n", "data/programs/: core, aliases"},
		{"languages: [id, en]\n", "name: A\nowner: B\nnote: C\n", ""},
		{"languages: [id, en]\n", "name: {id: A}\nnote: {id: C}\n", ""},
	} {
		m := aSite(t, x.languages)
		m.Look(file, []byte(x.text))
		text, left := m.Pages()
		if strings.Join(left, "; ") != x.left {
			t.Errorf("%s%s: left out %q", x.languages, x.text, left)
		}
		if !strings.Contains(string(text), `name: "sources"`) {
			t.Errorf("%s: the forms lack what is needed", x.text)
		}
	}
	m := aSite(t, "languages: [id, en]\n")
	m.Look(file, []byte("note: {id: C}\n"))
	m.Look("data/programs/b.yaml", []byte("note: C\n"))
	if _, left := m.Pages(); len(left) != 1 || left[0] != "data/programs/: note" {
		t.Errorf("a text that is written in two ways: %q", left)
	}
}

// What forms are given is YAML in which every text is in quotes.
func TestYAML(t *testing.T) {
	got := string(yaml(object{
		{"a", object{{"b", "yes"}, {"c", 1}}}, {"d", []string{"x: y", `"`}},
		{"e", []object{{{"f", true}, {"g", []object{{{"h", "1"}}}}}}},
	}))
	const want = `a:
  b: "yes"
  c: 1
d: ["x: y", "\""]
e:
  - f: true
    g:
      - h: "1"
`
	if got != want {
		t.Errorf("%s", got)
	}
}

// pagesKeys are what Pages CMS 2 (lib/config-schema.ts at commit f464c15) knows in a field of each type; it refuses
// any other key, and a name with other signs. Its code is no package, so that it cannot be asked here.
var pagesKeys = map[string]string{
	"string": "pattern", "text": "pattern", "number": "options", "boolean": "", "date": "options", "code": "options",
	"select": "options", "object": "fields",
}

// Pages CMS would take the fields of our forms.
func TestPagesFields(t *testing.T) {
	m := aSite(t, "languages: [id, en-GB]\n")
	name := regexp.MustCompile(`^[a-zA-Z0-9-_]+$`)
	seen := 0
	var look func(where string, fields []object)
	look = func(where string, fields []object) {
		for _, f := range fields {
			seen++
			held := map[string]any{}
			for _, key := range f {
				held[key.Key] = key.Value
			}
			at := fmt.Sprintf("%s.%v", where, held["name"])
			own, known := pagesKeys[fmt.Sprint(held["type"])]
			if !known || !name.MatchString(fmt.Sprint(held["name"])) {
				t.Errorf("%s: type %v", at, held["type"])
			}
			for key := range held {
				if !strings.Contains(" name label description type required list ", " "+key+" ") && key != own {
					t.Errorf("%s: a field of type %v has no %s", at, held["type"], key)
				}
			}
			if inner, is := held["fields"].([]object); is {
				look(at, inner)
			} else if held["type"] == "object" {
				t.Errorf("%s has no fields", at)
			}
		}
	}
	o, _ := m.pages()
	for _, key := range o {
		if key.Key != "content" {
			continue
		}
		for _, entry := range key.Value.([]object) {
			for _, part := range entry {
				if part.Key == "fields" {
					look(fmt.Sprint(entry[0].Value), part.Value.([]object))
				}
			}
		}
	}
	if seen < 200 {
		t.Errorf("only %d fields were looked at", seen)
	}
}
