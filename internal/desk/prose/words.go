package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is a word of a block: letters and digits, with hyphens and apostrophes between them,
// and with points and commas between digits.
type Word struct {
	From, To int // in the block's text
	Text     string
}

// Span is a part of a text.
type Span struct{ From, To int }

// wordsOf cuts a text into its words. What has an @, is an address, a hashtag or a file's name
// is no prose, wherever it stands.
func wordsOf(text string, links []Link) []Word {
	words := make([]Word, 0, len(text)/7+1)
	for from := 0; from < len(text); {
		if isSpace(text[from]) {
			from++
			continue
		}
		to, signs := from, false
		for to < len(text) && !isSpace(text[to]) {
			signs = signs || isSign[text[to]]
			to++
		}
		chunk := text[from:to]
		if !(signs && isAddress(chunk)) && !isBare(links, from, to) {
			words = appendWords(words, chunk, from)
		}
		from = to
	}
	return words
}

// isSign says which bytes make an address of a text without blanks.
var isSign = [256]bool{'@': true, '#': true, '_': true, '.': true, '/': true}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' }

func isBare(links []Link, from, to int) bool {
	for _, l := range links {
		if l.Bare && l.From < to && from < l.To {
			return true
		}
	}
	return false
}

// appendWords appends the words of a text without blanks, which begins at an offset.
func appendWords(words []Word, chunk string, at int) []Word {
	begin := -1
	end := func(i int) {
		if begin >= 0 {
			words = append(words, Word{at + begin, at + i, chunk[begin:i]})
			begin = -1
		}
	}
	before := rune(0)
	for i, r := range chunk {
		if r < utf8.RuneSelf && isWordByte[r] { // nearly all are
			if begin < 0 {
				begin = i
			}
			before = r
			continue
		}
		switch {
		case isLetter(r):
			if begin < 0 {
				begin = i
			}
		case begin >= 0 && joins(before, r, chunk[i+utf8.RuneLen(r):]):
		default:
			end(i)
		}
		before = r
	}
	end(len(chunk))
	return words
}

var isWordByte = func() (is [utf8.RuneSelf]bool) {
	for r := range rune(utf8.RuneSelf) {
		is[r] = 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return is
}()

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isWordByte[r]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// joins says whether a sign between a letter and what comes next is of one word with both.
func joins(before, r rune, next string) bool {
	after, _ := utf8.DecodeRuneInString(next)
	switch r {
	case '-', '\'', '’', '\u2010', '\u2011':
		return isLetter(before) && isLetter(after)
	case '.', ',':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return false
}

// isAddress says whether a text without blanks is an address of any kind: a@b.id, www.a.id,
// a.go.id/b, @nama, #tagar, foto.jpg.
func isAddress(chunk string) bool {
	if strings.IndexByte(chunk, '@') >= 0 || strings.Contains(chunk, "://") || strings.IndexByte(chunk, '_') >= 0 {
		return true
	}
	chunk = strings.TrimLeft(chunk, "(\"'“‘[")
	if strings.HasPrefix(chunk, "#") && len(chunk) > 1 || strings.HasPrefix(chunk, "www.") {
		return true
	}
	chunk = strings.TrimRight(chunk, ".,;:!?)\"'”’]")
	dot := strings.LastIndexByte(chunk, '.')
	if dot < 2 {
		return false
	}
	if slash := strings.IndexByte(chunk, '/'); slash >= 0 && slash > strings.IndexByte(chunk, '.') {
		dot = strings.LastIndexByte(chunk[:slash], '.')
		chunk = chunk[:slash]
	}
	return dot >= 2 && isEnding(chunk[dot+1:]) && isLetter(rune(chunk[dot-1])) && isLetter(rune(chunk[dot-2]))
}

// isEnding says whether a name can end so, of a file or a host: foto.jpg, contoh.id.
func isEnding(s string) bool {
	if len(s) < 2 || len(s) > 5 {
		return false
	}
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return i > 0 && s[i] >= '0' && s[i] <= '9' // mp4
		}
	}
	return true
}

// Sentences returns the sentences of the text.
func (b *Block) Sentences() (all []Span) {
	text, from := b.Text, 0
	for at := 0; at < len(text); {
		if at += nextMark(text[at:]); at == len(text) {
			break
		}
		end := at
		for end < len(text) { // "?!", "…", and what closes
			r, n := utf8.DecodeRuneInString(text[end:])
			if !strings.ContainsRune(".!?…\n)]\"'”’»", r) && r != Gap {
				break
			}
			end += n
		}
		if text[at] == '\n' || endsHere(text, from, at, end) {
			all = appendSpan(all, text, from, end)
			from = end
		}
		at = end
	}
	return appendSpan(all, text, from, len(text))
}

// nextMark returns how far it is to what may end a sentence.
func nextMark(s string) int {
	for i := range len(s) {
		switch s[i] {
		case '.', '!', '?', '\n':
			return i
		case "…"[0]:
			if strings.HasPrefix(s[i:], "…") {
				return i
			}
		}
	}
	return len(s)
}

func appendSpan(all []Span, text string, from, to int) []Span {
	for from < to && isSpace(text[from]) {
		from++
	}
	for to > from && isSpace(text[to-1]) {
		to--
	}
	if from == to {
		return all
	}
	return append(all, Span{from, to})
}

// endsHere says whether a sentence that began at from ends with the mark at an offset, which
// goes on to end: something large follows, and the point is not that of a short form.
func endsHere(text string, from, at, end int) bool {
	if end == len(text) {
		return true
	}
	next := strings.TrimLeft(text[end:], " \t\n")
	if len(next) == len(text)-end {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, "\"'“‘«(["))
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != Gap {
		return false
	}
	if text[at] != '.' || end > at+1 {
		return true
	}
	word := text[from:at]
	word = word[strings.LastIndexAny(word, " \n(\"“‘.-")+1:]
	first, n := utf8.DecodeRuneInString(word)
	switch {
	case n == len(word): // an initial, or the number of an item
		return !unicode.IsLetter(first) && from+n != at && !unicode.IsDigit(r)
	case unicode.IsDigit(first) && (from+len(word) == at || unicode.IsDigit(r)): // 1. Baris, 7. 11. 2017
		return false
	}
	return !shortForms[strings.ToLower(word)]
}

// shortForms are those after which a sentence goes on with a name or a number.
var shortForms = SetOf(`bdk bpk brigjen bripka cf co cv dr dra drg drh drs gg hj ibid inc ir irjen jend jl
jln kab kapt kec kel kes kh kol kom kombes komjen kompol kp letda letjen letkol letnan lettu lih ltd mayjen mgr
nn no nomor ny ors pd ph pol prof prov ps ptn rr rt rw sdr sdri serda serka sertu si sos sp st tel telp tgk tgl tn
ust vol vs yth`)

// SetOf makes a set of words.
func SetOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
