package language

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words/slips.txt
var slipList string

// slips are common words as one types them in haste, with what was meant: a letter left out within,
// two swapped, one twice. A slip that is another word, or that of two words, is none.
var slips = sync.OnceValue(func() map[string]string {
	meant, other := map[string]string{}, map[string]bool{}
	var common []string
	eachLine(slipList, func(line string) {
		rest, isOther := strings.CutPrefix(line, "! ")
		for word := range strings.FieldsSeq(rest) {
			if isOther {
				other[word] = true
			} else {
				common = append(common, word)
			}
		}
	})
	for _, word := range common {
		for _, slip := range slipsOf(word) {
			if meant[slip] != "" && meant[slip] != word {
				other[slip] = true
			}
			meant[slip] = word
		}
	}
	for _, word := range common {
		other[word] = true
	}
	for word := range other {
		delete(meant, word)
	}
	return meant
})

// slipsOf are the slips of a word.
func slipsOf(word string) (all []string) {
	for i := range len(word) {
		if i > 0 {
			all = append(all, word[:i]+word[i:i+1]+word[i:]) // twice
		}
		if i > 0 && i < len(word)-1 {
			all = append(all, word[:i]+word[i+1:]) // left out
		}
		if i < len(word)-1 {
			all = append(all, word[:i]+word[i+1:i+2]+word[i:i+1]+word[i+2:]) // swapped
		}
	}
	return all
}
