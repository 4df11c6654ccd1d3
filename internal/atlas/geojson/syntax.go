package geojson

import (
	"bytes"

	"blandongan/internal/diag"
)

// reportSyntax says where the JSON ends to be JSON, and what to type. All that was found
// before may be a consequence, and nothing is left to look at.
func (r *reader) reportSyntax() bool {
	p := r.say(r.badAt, "json-syntax", r.wrong)
	before := bytes.TrimRight(r.data[:r.badAt], " \t\n\r")
	after := r.data[r.badAt:]
	switch word := wordAt(after); {
	case r.cut:
		r.hint(p, "map-cut-off")
	case decimalCommas(r.around(r.badAt)) != "":
		r.hint(p, "decimal-commas", decimalCommas(r.around(r.badAt)))
	case len(after) > 0 && (after[0] == '}' || after[0] == ']') && bytes.HasSuffix(before, []byte(",")):
		r.hint(p, "json-last-comma")
	case startsComment(after):
		r.hint(p, "json-comment")
	case bytes.HasPrefix(after, []byte("'")):
		r.hint(p, "json-quotes")
	case r.wrong == "json-key" && word != "":
		r.hint(p, "write-it", diag.Quoted(word)+":")
	case jsonWords[word] == "null" && bytes.HasSuffix(bytes.TrimRight(before, "-0123456789.,"), []byte("[")):
		r.hint(p, "point-check")
	case jsonWords[word] != "":
		r.hint(p, "write-it", jsonWords[word])
	case r.wrong == "json-after" && len(after) > 0 && after[0] == '{':
		r.hint(p, "map-collect")
	case r.wrong == "json-after":
		r.hint(p, "json-end")
	}
	return false
}

// jsonWords are words of other languages, and what JSON has for them.
var jsonWords = map[string]string{
	"NaN": "null", "nan": "null", "Infinity": "null", "None": "null", "undefined": "null", "NULL": "null",
	"True": "true", "False": "false",
}

// startsComment says whether a text begins as a comment does in other languages.
func startsComment(text []byte) bool {
	for _, mark := range []string{"//", "/*", "#"} {
		if bytes.HasPrefix(text, []byte(mark)) {
			return true
		}
	}
	return false
}

// wordAt is the word at the beginning of a text, without a sign.
func wordAt(text []byte) string {
	text = bytes.TrimPrefix(text[:min(len(text), 80)], []byte("-"))
	end := bytes.IndexFunc(text, func(c rune) bool {
		return !(c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')
	})
	if end < 0 {
		end = len(text)
	}
	return string(text[:end])
}

// around is the innermost list that an offset is in, without its brackets.
func (r *reader) around(at int) string {
	from := bytes.LastIndexAny(r.data[max(0, at-100):at], "[{")
	if from < 0 {
		return ""
	}
	text := r.data[max(0, at-100)+from+1:]
	end := bytes.IndexByte(text[:min(len(text), 200)], ']')
	if end < 0 {
		return ""
	}
	return string(text[:end])
}
