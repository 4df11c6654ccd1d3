package value

import (
	"strings"

	"golang.org/x/text/language"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// Language is a BCP 47 tag.
type Language string

// String returns the tag.
func (l Language) String() string { return string(l) }

// ReadLiteral accepts a known tag: id, en, en-GB.
func (l *Language) ReadLiteral(word string) *diag.Problem {
	tag, err := language.Parse(word)
	if err != nil || !strings.EqualFold(tag.String(), word) {
		return adviseWord(records.Refuse("bad-language", word), languageNames, word)
	}
	*l = Language(tag.String())
	return nil
}

// Example returns a language.
func (*Language) Example() string { return "id" }

// Pattern returns how it looks: see records.Patterned.
func (*Language) Pattern() string { return `^([A-Za-z]{2,3}|[Xx])(-[A-Za-z0-9]{1,8})*$` }

// languageNames are names that people have for languages, in small letters.
var languageNames = map[string]string{
	"indonesia": "id", "bahasa indonesia": "id", "indonesian": "id", "ind": "id", "ina": "id", "id_id": "id",
	"inggris": "en", "bahasa inggris": "en", "english": "en", "eng": "en", "en_us": "en", "en_gb": "en-GB",
	"jawa": "jv", "bahasa jawa": "jv", "sunda": "su", "bahasa sunda": "su", "melayu": "ms", "arab": "ar",
}

// LanguageMeant is the tag of what people write for one: "eng" and "inggris" are "en".
func LanguageMeant(word string) Language {
	if tag := languageNames[strings.ToLower(word)]; tag != "" {
		return Language(tag)
	}
	return Language(word)
}

// adviseWord tells the word to write for what people call it.
func adviseWord(p *diag.Problem, names map[string]string, word string) *diag.Problem {
	word = strings.Join(strings.Fields(strings.ToLower(word)), " ")
	word = strings.TrimPrefix(strings.TrimPrefix(word, "gmt"), "utc")
	if name := names[strings.TrimSpace(word)]; name != "" {
		told := p.WithHint("write-it", name)
		return &told
	}
	return p
}

// ListLanguages writes the tags of languages: "id, en".
func ListLanguages(languages []Language) string {
	var tags []string
	for _, l := range languages {
		tags = append(tags, l.String())
	}
	return strings.Join(tags, ", ")
}
