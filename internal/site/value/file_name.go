package value

import (
	"slices"
	"strings"
	"unicode/utf8"

	"blandongan/internal/diag"
)

// reserved are names that Windows keeps for devices, with any ending: a site
// with such a folder can be neither copied nor checked out there.
var reserved = []string{"con", "prn", "aux", "nul"}

// IsTaken says whether a word of the form of an id cannot be one: it is a device's, or YAML
// takes it for something else than a word.
func IsTaken(id string) bool { return IsDevice(id) || id == "null" || id == "true" || id == "false" }

// IsDevice says whether a name is reserved, alone or, of a port, with its number: con, com1.
func IsDevice(name string) bool {
	if slices.Contains(reserved, name) {
		return true
	}
	return len(name) == len("com1") && (name[:3] == "com" || name[:3] == "lpt") && name[3] >= '1' && name[3] <= '9'
}

// Unfit says why a path cannot be one of the built site on every system to which it
// may be copied, "" when it can.
func Unfit(to string) diag.Word {
	switch {
	case !utf8.ValidString(to):
		return "name-not-utf8"
	case diag.Name(to) != to: // and what turns the letters behind it round
		return "name-control"
	case strings.Contains(to, `\`):
		return "name-backslash"
	case strings.ContainsAny(to, `:*?"<>|`):
		return "name-sign"
	}
	first := true
	for part := range strings.SplitSeq(to, "/") {
		name, _, _ := strings.Cut(strings.ToLower(part), ".")
		switch {
		case first && strings.EqualFold(part, ".blandongan"):
			return "name-kept"
		case IsDevice(strings.TrimRight(name, " ")):
			return "name-device"
		case part != "" && strings.TrimRight(part, ". ") != part && part != "." && part != "..":
			return "name-end"
		}
		first = false
	}
	return ""
}
