package check

import (
	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// checkWords wants the words of addresses to differ within a language, and to be of
// another than the site's main one: addresses in that are the same everywhere.
func (c *checker) checkWords(entries []*site.Entry) {
	main := c.site.Config.Language
	for _, e := range entries {
		own, ok := e.Value.(*site.Words)
		if !ok || !c.site.Config.KnowsLanguages() {
			continue
		}
		for _, key := range lang.Pages.Keys() {
			if text := own.ByKey[key]; lang.InAddresses(key) && text.In("", main.String()) != "" {
				c.say(diag.At(own.At(key), "word-address-main", key, main.String()))
			}
		}
		for _, language := range c.site.Config.Languages {
			if language != main {
				c.wordsDiffer(own, language.String())
			}
		}
	}
}

// wordsDiffer wants no word twice in the addresses of a language.
func (c *checker) wordsDiffer(own *site.Words, tag string) {
	config := &c.site.Config
	words := lang.Pages.With(c.site.WordsIn(tag)).Edition(tag, config.Language.String())
	first := map[string]string{}
	for _, key := range lang.Pages.Keys() {
		if !lang.InAddresses(key) {
			continue
		}
		word := words.Word(key)
		other, taken := first[word]
		if !taken {
			first[word] = key
			continue
		}
		if !own.Has(key) {
			key, other = other, key
		}
		c.say(diag.At(own.At(key), "word-address-twice", word, tag, other))
	}
}
