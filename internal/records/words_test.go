package records

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/records/plain"
)

// worded has a field of each kind that holds words of an editor.
type worded struct {
	Places
	Title   string   `key:"title"`
	Summary Text     `key:"summary"`
	Tags    []string `key:"tags"`
	Core    []Text   `key:"core"`
	Facts   []inner  `key:"facts"`
	One     *inner   `key:"one"`
}

// nasty are pieces that YAML may take for its own, and that people write.
var nasty = []string{
	" ", " ", " ", " ", " ", " #", " #", "#", " # ", ": ", ":", ", ", ",", " - ", "-", "'", `"`, " '", ` "`, "' ", `" `,
	"[", "]", " [", "] ",
	"{", "}", "! ", "!", " & ", "&", " * ", "*", "%", "@", "`", "| ", "> ", "? ", "~", `\`, "\u00a0", " \u00a0", "…",
	"\u200b", "/", "=", "<", "1.", "“", "”",
}

// text returns a text of a few words, with nasty pieces before, between and behind.
func nastyText(r *rand.Rand) string {
	var b strings.Builder
	for i := range 1 + r.IntN(4) {
		if i > 0 || r.IntN(3) == 0 {
			b.WriteString(nasty[r.IntN(len(nasty))])
		}
		fmt.Fprintf(&b, "kata%c%d", 'a'+rune(i), r.IntN(90)+10)
	}
	if r.IntN(4) == 0 {
		b.WriteString(nasty[r.IntN(len(nasty))])
	}
	return strings.TrimSpace(b.String())
}

// frames are the places a text may stand in.
var frames = []string{
	"title: %s\n",
	"summary: %s\ntitle: x\n",
	"title: x # catatan\nsummary: %s # catatan\n",
	"title:\n  %s\ntags: [a]\n",
	"summary: Satu\n  %s\ntitle: x\n",
	"tags: [%s]\n",
	"tags: [a, %s, b]\ntitle: x\n",
	"tags:\n  - a\n  - %s\n  - b\n",
	"core:\n  - %s\n",
	"one: {word: %s}\n",
	"summary: {id: %s, en: x}\n",
	"facts:\n  - word: %s\n  - {word: x}\n",
	"one:\n  word: %s\ntags: a\n",
	"summary: |\n  a\n  %s\n",
	"summary: >\n  a\n  %s\ntitle: x\n",
	"title: \"%s\"\n",
	"title: '%s'\n",
	"title: %s",
}

// Every word of a text is in what was read, or in what is said: nothing that an
// editor wrote disappears in silence, and a refusal shows what it is about. Only a
// comment with a blank behind its "#" is nobody's text.
func TestNoWordIsLost(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 2026))
	shape := ShapeOf[worded](Words{})
	md := markdown.New(markdown.Options{})
	for range 10_000 {
		text := nastyText(r)
		data := fmt.Sprintf(frames[r.IntN(len(frames))], text)
		file := "data/x.yaml"
		if r.IntN(2) == 0 {
			file, data = "content/x.md", "---\n"+strings.TrimRight(data, "\n")+"\n---\n"
		}
		record, problems := Parse(file, []byte(data), md)
		var v worded
		_, more := record.Decode(shape, &v)
		problems = append(problems, more...)
		kept := fmt.Sprintf("%v %v %v %v %v %v", v.Title, v.Summary, v.Tags, v.Core, v.Facts, v.One)
		said := printed(t, problems, data)
		between := func(r rune) bool { return (r < '0' || r > '9') && (r < 'a' || r > 'z') }
		for _, word := range strings.FieldsFunc(text, between) {
			if len(word) != 7 || strings.Contains(kept, word) || strings.Contains(said, word) || inComment(text, word) {
				continue
			}
			t.Fatalf("%q is lost of\n%s\nread: %s\nsaid: %s", word, data, kept, said)
		}
		if v.One != nil {
			kept += v.One.Word
		}
	}
}

func printed(t *testing.T, problems diag.List, data string) string {
	t.Helper()
	var b bytes.Buffer
	if err := problems.Excerpt(func(string) string { return data }).Print(&b, diag.Indonesian); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var putOut = regexp.MustCompile(`^#[\w-]+:( |$)`)

// inComment says whether a word stands behind a "#" with blanks on both sides, or
// in a key that was put out of use with one.
func inComment(text, word string) bool {
	if putOut.MatchString(text) {
		return true
	}
	i := strings.Index(" "+text, " # ")
	return i >= 0 && strings.Index(text, word) >= i
}

// What a hint offers to type is read as the text that was meant.
func TestHintsCanBePasted(t *testing.T) {
	r := rand.New(rand.NewPCG(29, 2026))
	shape := ShapeOf[worded](Words{})
	for range 5_000 {
		text := nastyText(r)
		_, problems := Parse("data/x.yaml", []byte("title: "+text+"\n"), nil)
		for _, p := range problems {
			if strings.ContainsAny(text[:1], "&!") && strings.ContainsAny(text, `"'`) {
				continue // quotes behind a sign are not shown again
			}
			if p.Hint.Code != "quote-text" && p.Hint.Code != "quote-or-note" || strings.ContainsAny(text[:1], "[{") &&
				(plain.Bracketed(text) < 0 || strings.Contains(text, "#")) {
				continue // in a bracket that nothing closes, the hint is about what stands in it
			}
			typed := fmt.Sprint(p.Hint.Args[0])
			again, faults := Parse("data/x.yaml", []byte("title: "+typed+"\n"), nil)
			var v worded
			_, more := again.Decode(shape, &v)
			if len(faults)+len(more) > 0 || !means(text, v.Title) {
				t.Fatalf("%s\nhint %s\nread %q, %v", text, typed, v.Title, append(faults, more...))
			}
		}
	}
}

// means says whether a text is the one that was typed, but for the quotation marks
// around it and how many blanks there are.
func means(typed, read string) bool {
	plain := func(s string) string { return strings.Trim(strings.Join(strings.Fields(s), ""), `"'`) }
	return strings.HasPrefix(plain(typed), plain(read)) || plain(typed) == plain(read)
}
