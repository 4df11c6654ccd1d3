package search

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
)

// writer makes texts as people write them: few words often, many seldom, each with the affixes of its language.
type writer struct {
	*rand.Rand
	roots []string
}

var (
	starts = strings.Fields("b c d g h j k l m n p r s t w ng ny b d k k l m p r s s t t tr pr kr")
	vowels = strings.Fields("a a a a i i u u e o o ai")
	closes = strings.Fields("n n ng r t k s h m l p")
)

func newWriter(seed uint64, roots int) *writer {
	w := &writer{Rand: rand.New(rand.NewPCG(seed, 1))}
	for known := map[string]bool{}; len(w.roots) < roots; {
		if root := w.root(); !known[root] {
			known[root] = true
			w.roots = append(w.roots, root)
		}
	}
	return w
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// root is one of two syllables, or three.
func (w *writer) root() string {
	var b strings.Builder
	syllables := 2 + w.IntN(3)/2
	if w.IntN(5) == 0 {
		b.WriteString(pick(w.Rand, vowels))
		syllables--
	}
	for i := range syllables {
		b.WriteString(pick(w.Rand, starts))
		b.WriteString(pick(w.Rand, vowels))
		if i == syllables-1 && w.IntN(3) > 0 || w.IntN(4) == 0 {
			b.WriteString(pick(w.Rand, closes))
		}
	}
	return b.String()
}

// word is one by the law of Zipf and Mandelbrot: one of the first 60 is in most articles, the hundredth is half as
// often as the twentieth. One in a hundred is a name that never comes again.
func (w *writer) word() string {
	if w.IntN(100) == 0 {
		return w.root() + w.root()
	}
	const flat = 60
	n := flat*math.Exp(w.Float64()*math.Log(float64(len(w.roots))/flat+1)) - flat
	return w.affixed(w.roots[int(n)])
}

func (w *writer) affixed(root string) string {
	switch w.IntN(12) {
	case 0:
		return "di" + root + "kan"
	case 1:
		return "ke" + root + "an"
	case 2:
		return root + "nya"
	case 3:
		return "ber" + root
	}
	return root
}

func (w *writer) words(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = w.word()
	}
	return strings.Join(list, " ")
}

func (w *writer) sentence() string {
	s := w.words(7 + w.IntN(9))
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

func (w *writer) text(words int) string {
	var b strings.Builder
	for n := 0; n < words; n += 11 {
		b.WriteString(w.sentence())
		b.WriteByte(" \n"[w.IntN(6)/5])
	}
	return b.String()
}

func (w *writer) title() string {
	words := strings.Fields(w.words(5 + w.IntN(5)))
	for i, word := range words {
		words[i] = strings.ToUpper(word[:1]) + word[1:]
	}
	return strings.Join(words, " ")
}

// article is the i-th of n, from the last ten years.
func (w *writer) article(i, n int) Entry {
	title := w.title()
	day := i * 3650 / n
	return Entry{
		Key: fmt.Sprintf("news/%06d", i), Kind: "article", Title: title, Summary: w.text(20), Text: w.text(400),
		URL:  "/berita/" + strings.ReplaceAll(strings.ToLower(title), " ", "-") + "/",
		Date: fmt.Sprintf("%d-%02d-%02d", 2015+day/365, 1+day%365/31, 1+day%365%31),
	}
}

// thing is one of few.
func (w *writer) thing(i int) Entry {
	kinds := []string{"kecamatan", "kelurahan", "program", "visit"}
	kind := min(i/8, 3)
	title := w.root() + " " + w.root()
	return Entry{
		Key: fmt.Sprintf("thing/%d", i), Kind: kinds[kind], Rank: kind, Title: title,
		URL: "/" + kinds[kind] + "/" + strings.ReplaceAll(title, " ", "-") + "/", Summary: w.text(15), Text: w.text(60),
		Names: []string{fmt.Sprintf("15%03d", i), fmt.Sprintf("36.74.%02d", i)},
	}
}

// site makes entries of so many articles and things.
func (w *writer) site(articles, things int) []Entry {
	var list []Entry
	for i := range things {
		list = append(list, w.thing(i))
	}
	for i := range articles {
		list = append(list, w.article(i, articles))
	}
	return list
}
