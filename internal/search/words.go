package search

import (
	"unicode"
	"unicode/utf8"
)

// Until the room of words is there, each word is its own stem.

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func eachWord(text string, do func(word []byte)) {
	var word [longest + utf8.UTFMax]byte
	n, length := 0, 0
	end := func() {
		if n > 0 && length <= longest {
			do(word[:n])
		}
		n, length = 0, 0
	}
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			default:
				end()
				continue
			}
			if n < longest {
				word[n] = c
				n++
			}
			length++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if !isWord(r) {
			end()
			continue
		}
		r = unicode.ToLower(r)
		if n < longest {
			n += utf8.EncodeRune(word[n:], r)
		}
		length += size
	}
	end()
}

func stemOf(language, word string) string { return word }
