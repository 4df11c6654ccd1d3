package words

import (
	"slices"
	"strings"
)

// affixTable is what rules.json says of a language whose words grow at both ends, as Indonesian's do.
type affixTable struct {
	Tails    []string   // what is hung on last, in order from the end: "lah kah", "nya ku mu"
	Prefixes [][]string // of a family of prefixes: suffixes that go with it, and signs; its forms; see prefix
	Suffixes string     // that stand without a prefix
	All      string     // all of them
	Onsets   string     // pairs of consonants that open a syllable
	Codas    string     // and that close one
	Whole    string     // ends of long words that are no suffixes
	Same     []string   // "from:to": words that no rule reaches
	Roots    []string   // whole words, of which the rules would think otherwise
}

// affixes are the same, ready for use.
type affixes struct {
	tails    [][]string
	prefixes map[byte][]prefix // by their first letters
	suffixes []string
	all      []string
	onsets   map[string]bool
	codas    map[string]bool
	whole    []string
	same     map[string]string
	roots    map[string]bool
}

// prefix is one form of a prefix: "meny/aiueo/s" stands before these letters and hides an s.
type prefix struct {
	text, before, hides string
	suffixes            []string // that go with it
	both                []string // "an~": where this one stands and cannot go, the prefix is none either
	alone               bool     // it needs none of them; "!" is the opposite
	rare                bool     // "?": most words that begin so have none; only before roots of the table
}

func (t *affixTable) read() *affixes {
	a := &affixes{
		prefixes: map[byte][]prefix{},
		suffixes: strings.Fields(t.Suffixes), all: strings.Fields(t.All), whole: strings.Fields(t.Whole),
		onsets: set([]string{t.Onsets}), codas: set([]string{t.Codas}), same: pairs(t.Same), roots: set(t.Roots),
	}
	for _, group := range t.Tails {
		a.tails = append(a.tails, strings.Fields(group))
	}
	for _, family := range t.Prefixes {
		p := prefix{alone: true}
		for word := range strings.FieldsSeq(family[0]) {
			suffix, stuck := strings.CutSuffix(word, "~")
			switch {
			case word == "!":
				p.alone = false
				continue
			case word == "?":
				p.rare = true
				continue
			case stuck:
				p.both = append(p.both, suffix)
			}
			p.suffixes = append(p.suffixes, suffix)
		}
		for form := range strings.FieldsSeq(family[1]) {
			f := strings.Split(form, "/")
			p.text, p.before, p.hides = f[0], f[1], f[2]
			a.prefixes[f[0][0]] = append(a.prefixes[f[0][0]], p)
		}
	}
	return a
}

// deepest is how many prefixes stand before a root at most: "dipersetujui" has three.
const deepest = 3

// stem returns the longest root of the table that some affixes make this word of; else
// what is left when all that look like affixes are gone.
func (a *affixes) stem(word string) string {
	body := word
	best := a.known(body, match{})
	for _, tails := range a.tails {
		for _, tail := range tails {
			if rest, ok := strings.CutSuffix(body, tail); ok && rest != "" {
				best = a.known(rest, best)
				if syllables(rest) >= 2 {
					body = rest
				}
				break
			}
		}
	}
	if best.length > 0 {
		return best.root
	}
	return a.likely(body)
}

// match is a root that was found in a word, and how many letters of it the table names.
type match struct {
	root   string
	length int
}

// known returns the longest root of the table in a body without tails, or best.
func (a *affixes) known(body string, best match) match {
	best = a.root(body, best)
	for _, suffix := range a.all {
		if rest, ok := strings.CutSuffix(body, suffix); ok {
			best = a.root(rest, best)
		}
	}
	best = a.under(body, "", deepest, best)
	for _, suffix := range a.all {
		if rest, ok := strings.CutSuffix(body, suffix); ok {
			best = a.under(rest, suffix, deepest, best)
		}
	}
	return best
}

// under looks for roots below prefixes.
func (a *affixes) under(body, suffix string, depth int, best match) match {
	if body == "" {
		return best
	}
	prefixes := a.prefixes[body[0]]
	for i := range prefixes {
		p := &prefixes[i]
		if !p.opens(body) || !p.goesWith(suffix) && (depth == deepest || suffix == "") {
			continue
		}
		rest := p.hides + body[len(p.text):]
		best = a.root(rest, best)
		if depth > 1 {
			best = a.under(rest, suffix, depth-1, best)
		}
	}
	return best
}

// root returns what the table says of a word, if that is longer than best.
func (a *affixes) root(word string, best match) match {
	if len(word) <= best.length {
		return best
	}
	if to := a.same[word]; to != "" {
		return match{to, len(word)}
	}
	if a.roots[word] {
		return match{word, len(word)}
	}
	return best
}

// likely returns what is left of a word of which the table knows nothing.
func (a *affixes) likely(body string) string {
	prefixes := a.prefixes[body[0]]
	for i := range prefixes {
		p := &prefixes[i]
		if p.rare || !p.opens(body) {
			continue
		}
		for _, suffix := range p.suffixes {
			rest, ok := strings.CutSuffix(body[len(p.text):], suffix)
			if rest = p.hides + rest; ok && a.begins(rest) && a.ends(rest, suffix) {
				return a.inner(rest, p.alone && p.hides == "")
			}
		}
		stuck := slices.ContainsFunc(p.both, func(suffix string) bool { return strings.HasSuffix(body, suffix) })
		if rest := p.hides + body[len(p.text):]; p.alone && !stuck && a.begins(rest) {
			return a.inner(rest, false)
		}
	}
	for _, suffix := range a.suffixes {
		if rest, ok := strings.CutSuffix(body, suffix); ok && a.begins(rest) && a.ends(rest, suffix) {
			return a.inner(rest, false)
		}
	}
	return body
}

// inner returns what is left below further prefixes. One that needs a suffix may have the
// one that is gone, if that is still free: berkelanjutan is ber-ke-lanjut-an, but in
// pengeluaran the k, which was hidden, is of the root.
func (a *affixes) inner(body string, free bool) string {
	prefixes := a.prefixes[body[0]]
	for i := range prefixes {
		if p := &prefixes[i]; !p.rare && (p.alone || free) && p.opens(body) {
			if rest := p.hides + body[len(p.text):]; a.begins(rest) {
				return a.inner(rest, free && p.alone)
			}
		}
	}
	return body
}

// opens tells whether a word begins with the prefix and a letter that it stands before.
func (p *prefix) opens(word string) bool {
	n := len(p.text)
	return len(word) > n && word[:n] == p.text && (p.before == "" || strings.IndexByte(p.before, word[n]) >= 0)
}

// goesWith tells whether a suffix, or none, may stand at the other end.
func (p *prefix) goesWith(suffix string) bool {
	return suffix == "" && p.alone || slices.Contains(p.suffixes, suffix)
}

// begins tells whether this may be a root by its beginning: two syllables, of which
// the first opens as those of the language do.
func (a *affixes) begins(rest string) bool {
	return len(rest) >= 3 && syllables(rest) >= 2 &&
		(vowel(rest[0]) || vowel(rest[1]) || vowel(rest[2]) && a.onsets[rest[:2]])
}

// ends tells whether a suffix may stand behind this: a vowel not after two consonants, which
// end no word but as the table has it, and not where a longer word ends so by itself.
func (a *affixes) ends(rest, suffix string) bool {
	n := len(rest)
	if vowel(suffix[0]) && !vowel(rest[n-1]) && !vowel(rest[n-2]) && !a.codas[rest[n-2:]] {
		return false
	}
	return syllables(rest) < 3 || !slices.ContainsFunc(a.whole, func(end string) bool {
		return strings.HasSuffix(end, suffix) && strings.HasSuffix(rest+suffix, end)
	})
}

func syllables(word string) int {
	n := 0
	for i := range len(word) {
		if vowel(word[i]) {
			n++
		}
	}
	return n
}

func vowel(c byte) bool { return c == 'a' || c == 'i' || c == 'u' || c == 'e' || c == 'o' }
