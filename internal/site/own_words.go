package site

import (
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/records"
)

// Words is data/words.yaml: texts that stand in place of the pages' own words.
type Words struct{ records.Texts }

// ownWords declares a text for each of the pages' words.
var ownWords = records.ShapeOfTexts(lang.Pages.Keys(), records.Words{Keys: keysByText()})

// keysByText are the keys of the pages' words by what readers see: whoever wants to
// replace a word knows that, and not the key.
func keysByText() map[string][]string {
	keys := map[string][]string{}
	for _, key := range lang.Pages.Keys() {
		word := lang.Pages.Both(key)
		for _, text := range []string{word.Indonesian, word.English} {
			text = strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(text))
			keys[text] = append(keys[text], key)
		}
	}
	return keys
}

// check wants a text to be filled with what the one in its place is filled with.
func (w *Words) check(f *faults) {
	for _, key := range lang.Pages.Keys() {
		text, ok := w.ByKey[key]
		if !ok {
			continue
		}
		for _, one := range text.All() {
			if !lang.Pages.Fits(key, one) {
				f.sayHint(diag.At(w.At(key), "word-holes", key).WithHint("original-text", lang.Pages.Both(key)))
				break
			}
		}
	}
}
