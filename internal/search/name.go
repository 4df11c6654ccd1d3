package search

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
)

// sum is the beginning of a text's digest, in letters. The directory holds one for each part, and they are what of it
// cannot be packed: so they are short. A name is made of a sum and of what the directory says of the part anyway; so
// two names are the same only where parts of the same border have the same sum, of 35 bits.
type sum string

const sumLength = 7

func sumOf(text []byte) sum {
	all := sha256.Sum256(text)
	return sum(strings.ToLower(base32.StdEncoding.EncodeToString(all[:5]))[:sumLength])
}

// name is that of a part's file, without its ending: plain letters of the border, and the sum.
func (p part) name() string { return strings.Map(plain, p.border) + "-" + string(p.sum) }

func plain(r rune) rune {
	if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
		return r
	}
	return -1
}

// name is that of the file with a number, of all of the shelf.
func (b box) name(number int) string { return string(b.sum) + "-" + strconv.Itoa(number) }

// pack writes the borders of parts one after the other: a capital letter that says how many letters one shares with
// the one before, A for none, and the rest of it.
func pack(parts []part) string {
	var b strings.Builder
	last := ""
	for _, p := range parts {
		n := 0
		for n < min(len(last), len(p.border), 'Z'-'A') && last[n] == p.border[n] && p.border[n] < 0x80 {
			n++
		}
		b.WriteByte(byte('A' + n))
		b.WriteString(p.border[n:])
		last = p.border
	}
	return b.String()
}

func sums(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(string(p.sum))
	}
	return b.String()
}
