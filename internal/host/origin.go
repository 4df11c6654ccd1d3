package host

import (
	"bytes"
	"crypto/sha256"
	"fmt"
)

// Origin says whose a file is that lies where one of Config's belongs.
type Origin int

const (
	Foreign Origin = iota // not from Config
	Edited                // from Config, and changed since
	Ours                  // as Config made it, now or for another site
)

// markStart begins the last line of a file from Config. All the servers and
// services read such a line as a comment.
const markStart = "# blandongan publish --write-config, sha256 "

// seal puts the mark behind a text of whole lines: the first 16 hexadecimal digits
// of the text's SHA-256, enough to tell a change that nobody means to hide.
func seal(text []byte) []byte {
	sum := sha256.Sum256(text)
	const line = "%s%x: it is rewritten as long as nobody else changes it.\n"
	return fmt.Appendf(bytes.Clone(text), line, markStart, sum[:8])
}

// OriginOf knows from a file's mark who wrote it. Line ends as on Windows, which
// git may make of ours, are no change.
func OriginOf(data []byte) Origin {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	at := bytes.LastIndex(data, []byte(markStart))
	switch {
	case at < 0:
		return Foreign
	case bytes.Equal(seal(data[:at]), data):
		return Ours
	}
	return Edited
}
