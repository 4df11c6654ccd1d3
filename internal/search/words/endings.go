package words

import "strings"

// endingTable is what rules.json says of a language whose words grow at the end, as English ones do.
type endingTable struct {
	Same  []string // "from:to": words that no rule reaches
	Whole []string // words and ends of words that look like grammar and are not
}

// endings are the same, ready for use.
type endings struct {
	same  map[string]string
	whole map[string]bool
}

func (t *endingTable) read() *endings {
	return &endings{pairs(t.Same), set(t.Whole)}
}

// stem takes away the s of plurals and third persons, -ed and -ing, then an e that is not
// heard, so that services, serviced and servicing meet service.
func (e *endings) stem(word string) string {
	if to := e.same[word]; to != "" {
		return to
	}
	if n := len(word); n > 3 && word[n-1] == 's' && !strings.ContainsRune("sui", rune(word[n-2])) && !e.whole[word] {
		word = word[:n-1]
	}
	if to := e.same[word]; to != "" {
		return to
	}
	for _, end := range []string{"ed", "ing"} {
		rest, ok := strings.CutSuffix(word, end)
		if ok && spoken(rest) && !e.whole[word] && !strings.HasSuffix(word, "eed") {
			word = rest + "e"
			if n := len(rest); rest[n-1] == rest[n-2] && !strings.ContainsRune("aeioulsz", rune(rest[n-1])) {
				word = rest[:n-1]
			}
			break
		}
	}
	if n := len(word); n > 2 && word[n-1] == 'e' && !short(word[:n-1]) {
		word = word[:n-1]
	}
	switch n := len(word); {
	case n > 2 && word[n-1] == 'y' && !vowel(word[n-2]):
		word = word[:n-1] + "i"
	case strings.HasSuffix(word, "ll") && syllables(word) > 1:
		word = word[:n-1]
	}
	return word
}

// spoken tells whether something has a syllable, as all words have.
func spoken(rest string) bool {
	return len(rest) > 1 && syllables(rest)+strings.Count(rest[1:], "y") > 0
}

// short tells whether a word without its last e would be another: car is not care.
func short(word string) bool {
	n := len(word)
	return n > 2 && syllables(word) == 1 && !vowel(word[n-1]) && vowel(word[n-2]) && !vowel(word[n-3]) &&
		!strings.ContainsRune("wxy", rune(word[n-1]))
}
