package markdown

import (
	"fmt"
	"html"
	"math/rand/v2"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// What is written but not for readers: tags, marks and labels of footnotes and
// definitions, entities, the second brackets of a link.
var notWords = regexp.MustCompile(`</?[a-zA-Z][^<>]*>|\[\^[^\]\n]*\]|\]\[[^\]\n]*\]|(?m)^[ >*+-]*\[[^\]]*\]:|&#?\w+;`)

var anyTag = regexp.MustCompile(`<[^>]*>`) // a link may end within a word

var word = regexp.MustCompile(`[\pL\pN]*\pL[\pL\pN]+`)

// lostWords returns the words of src that are neither in the page nor in a fault.
// It is nil where the body was refused.
func lostWords(src string) []string {
	doc, faults := newParser().Parse([]byte(src))
	var told strings.Builder
	told.WriteString(html.UnescapeString(doc.HTML + " " + anyTag.ReplaceAllString(doc.HTML, "")))
	if path, err := url.PathUnescape(doc.HTML); err == nil { // as in the address of a link
		told.WriteString(html.UnescapeString(path))
	}
	for _, l := range doc.Links {
		told.WriteString(" " + l.Scheme + " " + l.To + " " + l.Fragment)
	}
	for _, f := range faults {
		if isFatal(f.Kind) {
			return nil
		}
		told.WriteString(" " + f.Text)
	}
	var lost []string
	shown := told.String()
	for _, w := range word.FindAllString(notWords.ReplaceAllString(string(clean([]byte(src))), " "), -1) {
		if !strings.Contains(shown, w) {
			lost = append(lost, w)
		}
	}
	return lost
}

// nasty are constructs that lost words, or might; every %s is a word.
var nasty = []string{
	"%s %s", "%s\n", "\n\n", "\n", "# %s\n", "%s\n---\n", "- %s\n", "* %s\n", "*%s\n", "-%s\n", "• %s\n", "1.%s\n",
	"2017. %s\n", "31. %s\n", "\t%s\n",
	"    %s\n", "**%s**nya ", "*%s* ", "_%s_ ", "~~%s~~ ", "08.00~%s~ ", "> %s\n", "`%s` ", "```\n%s\n```\n",
	"```go\n%s\n", "~~~ %s %s\n%s\n~~~\n", "```\n",
	"<p style=\"a\">%s</p>", "<br>%s", "%s<br>\n", "<ul>\n<li>%s</li>\n<li>%s</li>\n</ul>\n",
	"<table>\n  <tr><td>%s</td>\n    <td>%s</td></tr>\n</table>\n",
	"<div>\n%s\n</div>\n%s\n", "<details><summary>%s</summary>%s</details>", "<h2>%s</h2>\n",
	"<blockquote>%s</blockquote>", "<center>%s</center>\n",
	"<figure><figcaption>%s</figcaption></figure>", "<pre>\n%s\n\n%s</pre> %s\n", "<pre>%s\n", "<textarea>%s\n",
	"<script>%s</script>%s", "<script>%s\n",
	"<style>\n%s\n</style> %s\n", "<!-- %s --> %s\n", "<!-- %s ->\n", "<!--%s\n\n%s--> %s", "<!-- %s", "%s --> ",
	"<? %s ?> %s\n", "<?php %s\n", "<![CDATA[%s]]>%s",
	"<![CDATA[ %s\n", "<!DOCTYPE html>%s", "<!DOCTYPE %s\n", "<b>%s</b> ", "<b>%s\n", "</div>%s\n",
	"<a href=\"b\">%s</a>", "<div\n>%s", "<p>[%s](news:a)</p>",
	"[%s]: %s\n", "[%s]: \"%s\"\n", "[%s]: %s/%s\n", "[%s]: https://a.id/%s \"%s\"\n", "[Foto]: %s\n",
	"[1]: https://a.id/%s\n", "[1]: https://b.id/%s\n", "[1]",
	"[//]: # (%s)\n", "[%s][1] ", "[^1]: %s\n", "[^2]: %s\n\n    %s\n", "%s[^1] ", "%s[^3] ", "| %s | %s |\n",
	"|---|---|\n", "|%s|%s|\n|-|-|\n|%s|%s|%s|%s|\n",
	"|%s\n|-\n|%s|`%s\\|%s`|\n", "%s | %s | %s\n", "{{< figure caption=\"%s\" >}} ", "{{%% %s %%}}",
	"{%% include %s %%} ", "{{ %s\n%s }} ", "[[%s]] ", "[[%s|%s]] ", "![[%s]] ",
	"[caption]%s[/caption] ", "[gallery ids=\"%s\"]", "{: .%s}\n", "# %s {#%s}\n", "::: %s\n", "!!! note %s\n",
	"![%s](a.jpg) ", "![%s <b>%s</b> {{ %s }}](a.jpg \"%s\") ",
	"![%s](https://a.id/b.jpg) ", "[%s]() ", "[%s](javascript:%s) ", "[%s] (a.md) ", "[%s](%s %s) ", "![%s](%s %s.jpg)",
	"[%s](a.md \"%s\") ", "https://a.id/%s ", "%s@a.id ",
	"&amp;%s ", "\\%s ", "%s \\\n", "%s  \n", "<%s ", "%s> ", "[%s", "](%s", "![", "- [ ] %s\n",
	"<img alt=\"%s\" src=\"a.jpg\">", "<!-- ", "-->",
}

// TestWordsStay writes articles of all that together: no word is lost in silence.
func TestWordsStay(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	n := 0
	for range rounds(20_000) {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			piece := nasty[r.IntN(len(nasty))]
			words := make([]any, strings.Count(strings.ReplaceAll(piece, "%%", ""), "%s"))
			for i := range words {
				n++
				words[i] = fmt.Sprint("kata", n)
			}
			fmt.Fprintf(&b, piece, words...)
		}
		if lost := lostWords(b.String()); len(lost) > 0 {
			doc, faults := newParser().Parse([]byte(b.String()))
			t.Fatalf("%q\nlost %q\n%s\n%+v", b.String(), lost, doc.HTML, faults)
		}
	}
}

// FuzzWordsStay looks for articles that lose words.
func FuzzWordsStay(f *testing.F) {
	for _, piece := range nasty {
		f.Add(strings.NewReplacer("%s", "kata", "%%", "%").Replace(piece))
	}
	for _, src := range attacks {
		f.Add(src)
	}
	f.Add(string(article(2000)))
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > maxLostText { // a fault repeats no more than that
			return
		}
		if lost := lostWords(src); len(lost) > 0 {
			t.Errorf("%q\nlost %q", src, lost)
		}
	})
}
