package lang

import (
	"strings"
	"testing"
)

// What is marked as foreign becomes an element where one can stand, and plain text elsewhere.
func TestForeign(t *testing.T) {
	f := func(s string) string { return Foreign(s, "id") }
	for in, want := range map[string]string{
		"<p>A " + f("kota") + " b</p>":       `<p>A <span lang="id">kota</span> b</p>`,
		"<title>" + f("Kota") + "</title>":   `<title lang="id">Kota</title>`,
		"<title>A " + f("Kota") + "</title>": `<title>A Kota</title>`,
		"<title>x</title>" + f("a"):          `<title>x</title><span lang="id">a</span>`,
		`<a title="` + f("Kota") + `">b`:     `<a title="Kota">b`,
		`<img src="a" alt="` + f("b") + `">`: `<img lang="id" src="a" alt="b">`,
		"<svg><text>" + f("a") + "</text></svg>" + f("b"): `<svg><text><tspan lang="id">a</tspan></text></svg>` +
			`<span lang="id">b</span>`,
		"<svg><text>" + strings.Replace(f("a b"), " ", "</text><text>", 1) + "</text></svg>": `<svg><text>` +
			`<tspan lang="id">a</tspan></text><text><tspan lang="id">b</tspan></text></svg>`,
		"<p>" + f("a > b") + "</p><b>" + f("") + "</b>":         `<p><span lang="id">a > b</span></p><b></b>`,
		`<img alt="Of ` + f("Kota") + `">`:                      `<img alt="Of Kota">`,
		`<script>{"a":"` + f("b") + `"}</script>` + f("c"):      `<script>{"a":"b"}</script><span lang="id">c</span>`,
		"<p>" + strings.TrimSuffix(f("cut"), "\uFDD2") + "</p>": `<p><span lang="id">cut</span></p>`,
		"<p>日本 é ﷽</p>":                                         "<p>日本 é ﷽</p>",
	} {
		if got := string(AppendHTML(nil, []byte(in))); got != want {
			t.Errorf("%q: %q, not %q", in, got, want)
		}
	}
	if got := Unmarked("a " + f("kota") + "!"); got != "a kota!" {
		t.Errorf("unmarked %q", got)
	}
	if Foreign("", "id") != "" {
		t.Error("nothing is marked")
	}
	if got := Inside(f("Kota")); got != f("kota") {
		t.Errorf("inside a sentence it is %q", got)
	}
}
