package language

import (
	_ "embed"
	"slices"
	"strings"

	"blandongan/internal/diag"
)

//go:embed words/spelling.txt
var spellingList string

//go:embed words/phrases.txt
var phraseList string

//go:embed words/pleonasms.txt
var pleonasmList string

//go:embed words/places.txt
var placeList string

//go:embed words/verbs.txt
var verbList string

// entry is what is known of a word: what to write in its place, and in place of it with others.
type entry struct {
	spelling *spelling
	phrases  []phrase
	again    string // what says the same behind the next word: "sangat baik sekali"
	several  bool   // it says already that there are many of what comes next
}

// spelling is what to write in place of a word.
type spelling struct {
	code  diag.Code
	right []string // more than one wants a decision
	title bool     // a capital makes no name of it
}

// phrase is what to write in place of several words.
type phrase struct {
	words []string // behind the first
	spelling
}

// readLists reads the lists that are built in.
func (r *Rules) readLists() {
	r.words, r.verbs = map[string]*entry{}, map[string]bool{}
	r.readPlaces()
	eachLine(spellingList, func(line string) { r.readPair(line, "word-misspelt") })
	eachLine(phraseList, func(line string) { r.readPair(line, "word-misspelt") })
	eachLine(pleonasmList, func(line string) { r.readPair(line, "pleonasm") })
	for word, again := range around {
		r.entry(word).again = again
	}
	for word := range several {
		r.entry(word).several = true
	}
	eachLine(verbList, func(line string) {
		for _, verb := range strings.Fields(line) {
			r.verbs[verb] = true
		}
	})
}

func eachLine(list string, read func(string)) {
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			read(line)
		}
	}
}

// readPair reads "wrong = right", with more to choose from behind bars.
func (r *Rules) readPair(line string, code diag.Code) {
	wrong, right, _ := strings.Cut(line, " = ")
	s := spelling{code: code}
	wrong, s.title = strings.CutSuffix(wrong, "!")
	s.right = strings.Split(right, " | ")
	r.add(wrong, s)
}

func (r *Rules) add(wrong string, s spelling) {
	words := strings.Fields(wrong)
	e := r.entry(words[0])
	if len(words) == 1 {
		e.spelling = &s
		return
	}
	e.phrases = append(e.phrases, phrase{words[1:], s})
	slices.SortStableFunc(e.phrases, func(x, y phrase) int { return len(y.words) - len(x.words) })
}

// entry returns what is known of a word, to be added to.
func (r *Rules) entry(word string) *entry {
	if r.words[word] == nil {
		r.words[word] = &entry{}
	}
	return r.words[word]
}

// addMisspelt adds what a site wants to be told of.
func (r *Rules) addMisspelt(wrong, right string) {
	wrong, right = strings.ToLower(strings.Join(strings.Fields(wrong), " ")), strings.TrimSpace(right)
	if wrong != "" && right != "" {
		r.add(wrong, spelling{code: "word-misspelt", right: []string{right}, title: true})
	}
}

// readPlaces makes of each place the words in which a preposition sticks to it.
func (r *Rules) readPlaces() {
	eachLine(placeList, func(line string) {
		only, places, one := strings.Cut(line, ":")
		if !one {
			only, places = "", line
		}
		for _, preposition := range []string{"di", "ke"} {
			if only != "" && only != preposition {
				continue
			}
			for _, place := range strings.Fields(places) {
				apart := []string{preposition + " " + place}
				r.add(preposition+place, spelling{code: "di-joined", right: apart})
			}
		}
	})
}
