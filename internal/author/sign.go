package author

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
)

// Unsigned stands behind a mark where the digest of a text is to stand. The line is the
// digest's own: nothing else in it is looked at again.
const Unsigned = "0000000000000000"

// Sign puts the digest of a text behind a mark, by which IsUntouched tells whether somebody
// has changed it since.
func Sign(text []byte, mark string) []byte {
	return bytes.Replace(text, []byte(mark+Unsigned), []byte(mark+digest(text, mark)), 1)
}

// IsUntouched says whether a text is one that was signed and that nobody has changed since,
// however its lines end.
func IsUntouched(text []byte, mark string) bool {
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	_, said, signed := bytes.Cut(text, []byte(mark))
	return signed && bytes.HasPrefix(said, []byte(digest(text, mark)))
}

// digest is that of a text without the first line that has the mark.
func digest(text []byte, mark string) string {
	sum := sha256.New()
	found := false
	for line := range bytes.Lines(text) {
		if !found && bytes.Contains(line, []byte(mark)) {
			found = true
			continue
		}
		sum.Write(line)
	}
	return hex.EncodeToString(sum.Sum(nil)[:len(Unsigned)/2])
}
