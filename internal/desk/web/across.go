package web

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"blandongan/internal/desk/prose"
	"blandongan/internal/diag"
	"blandongan/internal/search/words"
)

// Across returns what documents break beside each other, whatever order they come in.
func (r *Rules) Across(docs []*prose.Front) diag.List {
	titles, tags := map[string][]*prose.FrontField{}, map[string][]*prose.FrontField{}
	for _, d := range docs {
		for i := range d.Fields {
			f := &d.Fields[i]
			switch f.Key {
			case "title":
				key := d.Language + " " + plain(f.Text)
				titles[key] = append(titles[key], f)
			case "tags":
				if d.Language == r.main {
					tags[strings.ToLower(f.Text)] = append(tags[strings.ToLower(f.Text)], f)
				}
			}
		}
	}
	return append(twice(titles), alone(tags, docs)...)
}

// twice finds articles of one title: readers and search engines cannot tell them apart.
func twice(titles map[string][]*prose.FrontField) (problems diag.List) {
	for _, list := range titles {
		if len(list) < 2 {
			continue
		}
		slices.SortFunc(list, func(a, b *prose.FrontField) int { return cmp.Compare(a.Place.File, b.Place.File) })
		for _, b := range list[1:] {
			problems = append(problems, b.At("title-twice", list[0].Place.File).WithHint("title-other"))
		}
	}
	return problems
}

// alone finds topics of one article whose name is nearly that of another topic: most likely
// they are one, and a slip of the keyboard keeps the article from being found by it.
func alone(tags map[string][]*prose.FrontField, docs []*prose.Front) (problems diag.List) {
	near := newNear(slices.Sorted(maps.Keys(tags)))
	for tag, list := range tags {
		if len(list) > 1 || strings.ContainsFunc(tag, unicode.IsDigit) {
			continue
		}
		for _, other := range near.to(tag) {
			n := len(tags[other])
			if n < 2 && isRarer(other, tag, docs) { // of two that stand alone, one is told
				continue
			}
			b, right := list[0], tags[other][0].Text
			problems = append(problems, b.At("tag-alone", b.Text, right, diag.Count(n)).MendedBy(right))
			break
		}
	}
	return problems
}

// isRarer says whether front matter, in titles and summaries, writes one name of a topic less often than another: that
// one is the slip. What bodies say is not held against others (see prose.Front), and does not count.
func isRarer(tag, than string, docs []*prose.Front) bool {
	n, m := 0, 0
	for _, d := range docs {
		for i := range d.Fields {
			if f := &d.Fields[i]; f.Key != "tags" {
				low := spaced(f.Text)
				n, m = n+strings.Count(low, spaced(tag)), m+strings.Count(low, spaced(than))
			}
		}
	}
	return n < m || n == m && tag > than
}

// spaced is a text in small letters with blanks around its words and nothing else.
func spaced(text string) string {
	isMark := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(text), isMark), " ") + " "
}

// nearness finds texts that are one letter apart: they share their first half or their last.
type nearness struct{ halves map[string][]string }

func newNear(texts []string) nearness {
	n := nearness{map[string][]string{}}
	for _, t := range texts {
		for _, key := range halves(t) {
			n.halves[key] = append(n.halves[key], t)
		}
	}
	return n
}

// halves are keys of which two texts share one if they are one letter apart.
func halves(text string) []string {
	r := []rune(text)
	var keys []string
	for _, at := range []int{(len(r) - 1) / 2, len(r) / 2} {
		keys = append(keys, "<"+string(r[:at]), string(r[len(r)-at:])+">")
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// to returns the texts near one, sorted, without itself. Of short ones none is near.
func (n nearness) to(text string) (list []string) {
	if len([]rune(text)) < shortestTag {
		return nil
	}
	for _, key := range halves(text) {
		for _, other := range n.halves[key] {
			if other != text && words.Near(text, other) && !strings.ContainsFunc(other, unicode.IsDigit) {
				list = append(list, other)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// shortestTag is how many letters a topic has that may be another misspelt: kota and koto are two words.
const shortestTag = 6
