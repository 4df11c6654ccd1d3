package chart

import (
	"math"
	"strings"

	"blandongan/internal/atlas"
)

// wrap breaks a text into lines of at most a width, in the drawing's units. What
// does not fit in the last line is cut; the table beside the drawing has it whole.
// Names are bold, and so a little wider.
func wrap(text string, width int, kind string) []string {
	if kind == "name" {
		width = unbold(width)
	}
	var lines []string
	for _, word := range strings.Fields(text) {
		if n := len(lines); n > 0 && wide(lines[n-1]+" "+word) <= width {
			lines[n-1] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	if len(lines) > mostLines {
		lines[mostLines-1] += "…"
		lines = lines[:mostLines]
	}
	for i, line := range lines {
		lines[i] = cut(line, width)
	}
	return lines
}

// unbold is how wide a text may be by wide to fit in a width when it is set bold.
func unbold(width int) int { return width * 7 / 8 }

// cut shortens a line that is too wide.
func cut(line string, width int) string {
	if wide(line) <= width {
		return line
	}
	runes := []rune(strings.TrimSuffix(line, "…"))
	for len(runes) > 1 && wide(string(runes)+"…") > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ") + "…"
}

// wide is about how wide a line is in a drawing or a chart, in the widest of the
// faces that a browser may take.
func wide(line string) int { return int(math.Ceil(atlas.TextWidth(line) * letter)) }
