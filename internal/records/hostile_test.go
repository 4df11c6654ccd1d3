package records

import (
	"fmt"
	"strings"
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
)

// hostile inputs that make a YAML library slow or large. None may be accepted;
// each ends with the code given. The test binary's own time limit is the guard:
// without the limits several of these take minutes or all memory.
func TestHostileYAML(t *testing.T) {
	keys := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "k%d: 1\n", i)
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		text string
		code diag.Code
	}{
		"alias bomb": {"a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a]\n" +
			"c: &c [*b, *b, *b, *b, *b]\n", "yaml-anchor"},
		"alias to itself":     {"a: &a\n  b: *a\n", "yaml-anchor"},
		"merge key":           {"a: {b: 1}\n<<: {c: 1}\n", "yaml-anchor"},
		"40,000 keys":         {keys(40000), "yaml-many-keys"},
		"flow keys":           {"{" + strings.ReplaceAll(keys(40000), "\n", ", ") + "}", "yaml-many-keys"},
		"1,000 deep":          {strings.Repeat("[", 1000) + strings.Repeat("]", 1000), "yaml-deep"},
		"1,000 deep blocks":   {deepBlocks(1000), "yaml-deep"},
		"dashes":              {strings.Repeat("- ", 1000) + "x", "yaml-deep"},
		"open brackets":       {strings.Repeat("[", 1<<20-1), "yaml-deep"},
		"open braces":         {strings.Repeat("{", 1<<20-1), "yaml-deep"},
		"questions":           {strings.Repeat("? ", 500), "wrong-type"},
		"a MiB of ?":          {strings.Repeat("? ", 1<<19), "yaml-syntax"},
		"a MiB of -":          {strings.Repeat("- ", 1<<19), "yaml-syntax"},
		"a MiB of {a:":        {strings.Repeat("{a: ", 1<<18), "yaml-deep"},
		"a MiB of -[":         {strings.Repeat("- [", 1<<18), "yaml-deep"},
		"a MiB of &a":         {strings.Repeat("&a ", 1<<18), "yaml-syntax"},
		"a MiB of quotes":     {strings.Repeat("\"", 1<<20), "yaml-syntax"},
		"a MiB of colons":     {strings.Repeat(": ", 1<<19), "yaml-syntax"},
		"a MiB of pipes":      {"a: " + strings.Repeat("|", 1<<19), "yaml-syntax"},
		"a MiB of %":          {strings.Repeat("%a b\n", 1<<17), "yaml-syntax"},
		"binary tag":          {"a: !!binary aGFsbG8=\n", "yaml-tag"},
		"tag of ours":         {"a: !go/struct {}\n", "yaml-tag"},
		"rest by indentation": {"  a: 1\nb: 2\n", "yaml-syntax"},
		"rest after braces":   {"{a: 1}\nb: 2\n", "yaml-syntax"},
		"two documents":       {"a: 1\n---\nb: 1\n", "yaml-documents"},
		"list":                {"- a\n- b\n", "wrong-type"},
		"text":                {"just words\n", "wrong-type"},
		"pieces in braces":    {"a: {b: c" + strings.Repeat(",\nx", 300000) + "}", "yaml-many-keys"},
		"quotes of no end":    {strings.Repeat("a: \"b\n", 170000), "yaml-syntax"},
		"map as key":          {"{a: b}: c\n", "wrong-type"},
	} {
		t.Run(name, func(t *testing.T) {
			r, problems := Parse("data/x.yaml", []byte(c.text), nil)
			if r.WellFormed || !has(problems, c.code) {
				t.Errorf("well-formed %v, problems %v; want %s", r.WellFormed, problems, c.code)
			}
		})
	}
}

// Long but harmless files must be read, and fast: these are the shapes on which
// scanners tend to be quadratic.
func TestLargeYAML(t *testing.T) {
	md := markdown.New(markdown.Options{})
	for name, text := range map[string]string{
		"long list":     "a:\n" + strings.Repeat("  - word\n", 100000),
		"long text":     "a: " + strings.Repeat("word ", 200000),
		"long quoted":   "a: \"" + strings.Repeat("word ", 200000) + "\"",
		"long lines":    "a: |\n" + strings.Repeat("  word word word\n", 60000),
		"folded":        "a: >\n" + strings.Repeat("  word\n\n", 100000),
		"comments":      strings.Repeat("# word\n", 140000) + "a: 1\n",
		"late comments": "a: 1\n" + strings.Repeat("# word\n", 140000),
		"inner comment": "a:\n" + strings.Repeat("  - b # c\n", 90000),
		"blank lines":   "a: 1" + strings.Repeat("\n", 1<<20-10) + "b: 2",
		"flow list":     "a: [" + strings.Repeat("x, ", 300000) + "x]",
	} {
		t.Run(name, func(t *testing.T) {
			if r, problems := Parse("data/x.yaml", []byte(text), md); !r.WellFormed {
				t.Errorf("not well-formed: %v", problems)
			}
		})
	}
}

func deepBlocks(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%sa:\n", strings.Repeat(" ", i))
	}
	return b.String()
}

func has(l diag.List, code diag.Code) bool {
	for _, p := range l {
		if p.Code == code {
			return true
		}
	}
	return false
}
