package records

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"blandongan/internal/markdown"
)

// Whatever the text, front matter and body together are the text, and the body
// begins at the line that the splitter says.
func FuzzSplitFront(f *testing.F) {
	for _, seed := range []string{
		"", "---", "---\n", "---\n---", "---\n---\n", "---\ntitle: a\n---\nbody\n", "---\ntitle: a\n--- \nbody",
		"+++\n", "--- a\n",
		"---\na: |\n  ---\n---\nx", "\n---\n", "---\r\n", "----\n---\n", "---\na\n---", "---\n\n\n---\n\n\n# x",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		header, body, first, fault := splitFront("a.md", text)
		if fault != nil {
			if fault.Place.Line != 1 || fault.Severity() == 0 {
				t.Errorf("fault %+v", fault)
			}
			return
		}
		if bytes.Contains(append([]byte("\n"), header...), []byte("\n---\n")) {
			t.Errorf("a fence in the header %q", header)
		}
		lines := bytes.SplitAfter(text, []byte("\n"))
		if rest := bytes.Join(lines[min(first-1, len(lines)):], nil); !bytes.Equal(rest, body) {
			t.Errorf("body %q does not begin at line %d of %q", body, first, text)
		}
		fence := bytes.LastIndex(text[:len(text)-len(body)], []byte("---"))
		if want := 1 + bytes.Count(text[:fence], []byte("\n")); first != want+1 {
			t.Errorf("first line %d, fence at line %d", first, want)
		}
	})
}

type fuzzed struct {
	Places
	Name  string   `key:"name,required"`
	Title Text     `key:"title"`
	Count int      `key:"count"`
	Share *float64 `key:"share"`
	On    bool     `key:"on"`
	Kind  string   `key:"kind" oneof:"a|b"`
	Refs  []string `key:"refs" ref:"thing"`
	Inner []inner  `key:"inner"`
	One   *inner   `key:"one"`
}

type inner struct {
	Places
	Word string `key:"word,required"`
}

// Whatever the YAML, reading it ends, never panics, and every problem stands in
// the file and has a sentence.
func FuzzYAML(f *testing.F) {
	for _, seed := range []string{
		"", "name: a", "name: [a", "name: {a: b}", "a: &x b\nc: *x", "name: 'a", "- a", "name: a\nname: b",
		"title: {id: a, en: b}", "count: 1_000\nshare: 1.5",
		"inner: [{word: a}, {}]", "one: {word: a, x: y}", "on: yes", "refs: a", "refs: [a, a, ~]", "? a\n: b",
		"<<: {a: b}", "!!binary a", "name: |\n  a\n b", "\tname: a", "name: a: b", "%YAML 1.1\n---\na: b",
		"name: \"\\x00\"", "{a: b, c}", "---\n---\n",
	} {
		f.Add([]byte(seed))
	}
	shape := ShapeOf[fuzzed](Words{})
	md := markdown.New(markdown.Options{})
	f.Fuzz(func(t *testing.T, text []byte) {
		if bytes.IndexByte(text, '\r') >= 0 || !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
			return // Read refuses or mends these
		}
		r, problems := Parse("data/x.yaml", text, md)
		var v fuzzed
		found, more := r.Decode(shape, &v)
		lines := 1 + bytes.Count(text, []byte("\n"))
		for _, p := range append(problems, more...) {
			if p.Place.Line < 1 || p.Place.Line > lines+1 || p.Text("id") == "" ||
				!bytes.Contains(text, []byte("%!")) && strings.Contains(p.Text("en"), "%!") {
				t.Errorf("%+v in %d lines: %s", p, lines, p.Text("en"))
			}
		}
		for _, ref := range found.Refs {
			if ref.ID == "" || ref.Place.Line < 1 {
				t.Errorf("reference %+v", ref)
			}
		}
		if r.WellFormed && r.root != nil && !more.HasErrors() && v.Name == "" {
			t.Errorf("no name and no problem in %q", text)
		}
	})
}
