package atlas

import (
	"math"
	"strings"
	"unicode"
)

// layout is a text broken into lines.
type layout struct {
	lines         []string
	width, height float64
}

// layouts are the ways to break a text into one, two or three lines, each the
// narrowest.
func (p *labeller) layouts(t Text) []layout {
	words := strings.Fields(t.Name)
	var list []layout
	for n := 1; n <= min(3, len(words)); n++ {
		lines := narrowest(words, n)
		wide := TextWidth(t.Below)
		for _, l := range lines {
			wide = max(wide, TextWidth(l))
		}
		count := float64(n)
		if t.Below != "" {
			count++
		}
		list = append(list, layout{lines, float64(wide*p.size) + 3, float64(count*LineHeight*p.size) + 1})
	}
	return list
}

// narrowest breaks words into n lines.
func narrowest(words []string, n int) []string {
	if n == 1 {
		return []string{strings.Join(words, " ")}
	}
	var best []string
	least := math.Inf(1)
	for first := 1; first <= len(words)-n+1; first++ {
		lines := append([]string{strings.Join(words[:first], " ")}, narrowest(words[first:], n-1)...)
		wide := 0.0
		for _, l := range lines {
			wide = max(wide, TextWidth(l))
		}
		if wide < least {
			best, least = lines, wide
		}
	}
	return best
}

// TextWidth estimates how wide a text is, in letter sizes, in the widest of the
// fonts that systems have. Bold letters are up to a seventh wider.
func TextWidth(s string) float64 {
	wide := 0.0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\u200d': // stands on the letter before, or joins two
		case strings.ContainsRune("iljtfrI.,:;' -()|/", r):
			wide += .41
		case strings.ContainsRune("mwMW%@…—", r):
			wide += 1
		case r >= 0x1f000 || r >= 0x2600 && r < 0x27c0: // emoji and their like
			wide += 1.3
		case unicode.IsUpper(r), r > 0x2000:
			wide += .78
		default:
			wide += .64
		}
	}
	return wide
}
