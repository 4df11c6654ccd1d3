package atlas

import (
	"bytes"
	"strings"

	"blandongan/internal/diag"
)

// tellSyntax says where the JSON ends to be JSON, and what to type. All that was found
// before may be a consequence, and nothing is left to look at.
func (r *reader) tellSyntax() bool {
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
	case bytes.HasPrefix(after, []byte("//")), bytes.HasPrefix(after, []byte("/*")), bytes.HasPrefix(after, []byte("#")):
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
var jsonWords = map[string]string{"NaN": "null", "nan": "null", "Infinity": "null", "None": "null", "undefined": "null", "NULL": "null", "True": "true", "False": "false"}

// wordAt is the word at the beginning of a text, without a sign.
func wordAt(text []byte) string {
	text = bytes.TrimPrefix(text[:min(len(text), 80)], []byte("-"))
	end := bytes.IndexFunc(text, func(c rune) bool { return !(c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') })
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

// decimalCommas returns the position that is meant by numbers with a comma for the
// point, "" when these are none: 106,60,-6,30 or "106,60","-6,30".
func decimalCommas(position string) string {
	var numbers []string
	if strings.Contains(position, `"`) {
		for _, part := range strings.Split(position, `"`) {
			if part = strings.Trim(part, ", \t\r\n"); part != "" {
				numbers = append(numbers, strings.TrimSpace(strings.Replace(part, ",", ".", 1)))
			}
		}
	} else {
		parts := strings.Split(position, ",")
		if len(parts) == 3 {
			return oneComma(strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2]))
		}
		for i := 0; i+1 < len(parts); i += 2 {
			numbers = append(numbers, strings.TrimSpace(parts[i])+"."+strings.TrimSpace(parts[i+1]))
		}
	}
	if len(numbers) < 2 || !isDegrees(numbers[0]) || !isDegrees(numbers[1]) {
		return ""
	}
	return "[" + numbers[0] + ", " + numbers[1] + "]"
}

// quotedComma says whether a comma stands between quotation marks.
func quotedComma(position string) bool {
	for i, part := range strings.Split(position, `"`) {
		if i%2 == 1 && strings.Contains(part, ",") {
			return true
		}
	}
	return false
}

// oneComma is decimalCommas where only one of the two numbers has a comma.
func oneComma(x, y, z string) string {
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	switch whole := !strings.Contains(x, "."); {
	case whole && digits(y) && strings.Contains(z, "."):
		x, y = x+"."+y, z
	case !whole && digits(z) && !strings.Contains(y, "."):
		y += "." + z
	default:
		return ""
	}
	if latitude, _, _ := strings.Cut(strings.TrimPrefix(y, "-"), "."); len(latitude) > 2 || !isDegrees(x) || !isDegrees(y) {
		return ""
	}
	return "[" + x + ", " + y + "]"
}

// isDegrees says whether a text is a number with at most three digits before its point.
func isDegrees(text string) bool {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	digits := func(s string) bool { return strings.Trim(s, "0123456789") == "" }
	return len(whole) > 0 && len(whole) <= 3 && digits(whole) && digits(fraction)
}
