package fault

import (
	"slices"
	"sort"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records/plain"
)

// Most faults of form are texts that begin as YAML's own signs do: "[Foto] Camat
// hadir", 'Jum'at berkah', "- Keran". Whether quotation marks are the cure is asked
// of the library: the text is read again with the value in quotes, and the fault
// is gone, or another one further down is found.

// requote looks for the value whose quotes cure the fault said of these lines, in
// the line of the guess, the one before and the first that cannot be read. It returns where the value begins.
func requote(lines []string, g guess) (better guess, ok bool) {
	if len(strings.Join(lines, "\n")) > maxReread/4 {
		return g, false
	}
	for _, n := range []int{g.line, g.line - 1, firstFault(lines)} {
		if n < 1 {
			continue
		}
		line := lines[n-1]
		at := valueAt(line)
		value := strings.TrimSpace(line[at:])
		if at == 0 || value == "" || len(value) > maxLine || opens(value) {
			continue
		}
		text := meantBy(value)
		if !cures(lines, n, line[:at]+string(diag.Quoted(text))) {
			continue
		}
		better = guess{word: g.word, line: n, col: column(line, at), value: text}
		switch {
		case g.word == "yaml-escape":
			better.col = g.col
		case value[0] == '[' || value[0] == '{':
			better.word = "yaml-bracket-text"
		case value[0] == '"' || value[0] == '\'':
			better.word = "yaml-after-quote"
			better.col = column(line, afterClosing(line, at))
		case g.word == "yaml-other" || g.word == "yaml-indent":
			better.word = "yaml-character"
		}
		return better, true
	}
	return g, false
}

// firstFault returns the line, from 1, down to which the text cannot be read, and
// down to the one before it can. The library often names where a list began.
func firstFault(lines []string) int {
	return 1 + sort.Search(len(lines)-1, func(i int) bool {
		_, err := compose([]byte(strings.Join(lines[:i+1], "\n")))
		return err != nil
	})
}

// valueAt returns where the value of a key or of a list's entry begins in a line, or
// a text that goes on below its key; 0 without one.
func valueAt(line string) int {
	at := len(line) - len(strings.TrimLeft(line, " "))
	for strings.HasPrefix(line[at:], "- ") {
		at += len("- ")
		at += len(line[at:]) - len(strings.TrimLeft(line[at:], " "))
	}
	i := strings.IndexByte(line[at:], ':')
	if i > 0 && blankAt(line, at+i+1) && !strings.ContainsAny(line[at:at+i], "\"'[]{}#") {
		at += i + 1
		at += len(line[at:]) - len(strings.TrimLeft(line[at:], " \t"))
	}
	return at
}

// opens says whether a value is a list or a map in brackets, closed or not: quotes
// around it would hide what is wrong inside. Marks of templates are text.
func opens(value string) bool {
	if value[0] != '[' && value[0] != '{' || strings.HasPrefix(value, "{{") || strings.HasPrefix(value, "{%") {
		return false
	}
	end := plain.Bracketed(value)
	return end < 0 || end == len(value)
}

// meantBy returns the text that a value stands for which YAML cannot read. Quotes
// around the whole were meant as YAML's: 'Jum'at berkah', "kata "itu" lagi"; those
// around a part of it belong to the text: "Kota" cerdas.
func meantBy(value string) string {
	mark := value[0]
	if mark != '"' && mark != '\'' {
		return value
	}
	rest := value[1:]
	i := strings.IndexByte(rest, mark)
	switch {
	case i < 0:
		return rest
	case i == len(rest)-1:
		return rest[:i]
	case rest[i+1:] == ",": // as in JSON
		return rest[:i]
	case rest[len(rest)-1] != mark:
		return value
	case closesFirst(rest[:len(rest)-1], mark):
		return value
	}
	return rest[:len(rest)-1]
}

// closesFirst says whether the first mark in a text that is no apostrophe ends a
// quoted part, and does not begin one.
func closesFirst(text string, mark byte) bool {
	for i := range len(text) {
		if text[i] != mark {
			continue
		}
		before := i == 0 || strings.IndexByte(" (", text[i-1]) >= 0
		after := blankAt(text, i+1) || strings.IndexByte(",.;:!?)", text[i+1]) >= 0
		if before != after {
			return after
		}
	}
	return false
}

// afterClosing returns where text stands behind the quoted one that begins at an
// offset of a line.
func afterClosing(line string, at int) int {
	i := closing(line, at+1, line[at]) + 1
	if i >= len(line) {
		return at
	}
	return i + len(line[i:]) - len(strings.TrimLeft(line[i:], " "))
}

// cures says whether a fault is gone with line n written anew, at least from the
// text up to there.
func cures(lines []string, n int, line string) bool {
	anew := append(slices.Clone(lines[:n-1]), line)
	if _, err := compose([]byte(strings.Join(append(anew, lines[n:]...), "\n"))); err == nil {
		return true
	}
	if _, err := compose([]byte(strings.Join(lines[:n], "\n"))); err == nil {
		return false
	}
	_, err := compose([]byte(strings.Join(anew[:n], "\n")))
	return err == nil
}
