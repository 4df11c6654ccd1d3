package search

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// sum is the digest of a part in letters.
type sum string

func sumOf(text []byte) sum {
	all := sha256.Sum256(text)
	return sum(strings.ToLower(base32.StdEncoding.EncodeToString(all[:15])))
}

// namer names parts by some letters of their sums. The directory holds every name, and they are all of it that cannot
// be packed: so they are as short as can be. Where two would have one name the second takes later letters.
type namer struct {
	names map[sum]string
	taken map[string]bool
}

const nameLength = 6

func (n *namer) name(s sum) string {
	if name, named := n.names[s]; named {
		return name
	}
	from := 0
	for n.taken[string(s[from:from+nameLength])] {
		from++
	}
	name := string(s[from : from+nameLength])
	n.names[s], n.taken[name] = name, true
	return name
}
