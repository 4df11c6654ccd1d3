package templates_test

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The pairs of colours that meet on a page, with the least contrast of WCAG 2.2:
// 4.5 for text (1.4.3), 3 for what must be told apart in charts, maps and controls
// (1.4.11).
var pairs = []struct {
	front, back string
	least       float64
}{
	{"ink", "paper", 4.5}, {"ink", "soft", 4.5}, {"quiet", "paper", 4.5}, {"quiet", "soft", 4.5},
	{"accent", "paper", 4.5}, {"accent", "soft", 4.5}, {"warn", "paper", 4.5}, {"warn", "soft", 4.5},
	{"on-roof", "roof", 4.5}, {"on-roof", "deep", 4.5}, {"on-roof", "tile", 4.5}, {"on-gold", "gold", 4.5},
	{"ink", "shade-1", 4.5}, {"ink", "shade-2", 4.5}, {"ink", "shade-3", 4.5}, {"ink", "shade-4", 4.5},
	{"edge", "paper", 3}, {"edge", "soft", 3}, {"bar", "paper", 3}, {"own", "paper", 3}, {"own", "bar", 3},
	{"shape-line", "paper", 3}, {"shape-line", "shade-1", 3}, {"shape-line", "shade-2", 3},
	{"shape-line", "shade-3", 3}, {"shape-line", "shade-4", 3},
	{"paper", "own", 4.5}, {"accent", "shade-2", 4.5},
}

var (
	token   = regexp.MustCompile(`--([a-z0-9-]+): ([^;]+);`)
	mention = regexp.MustCompile(`var\(--([a-z0-9-]+)`)
	scheme  = regexp.MustCompile(`(?s):root \{(.*?)\}`)
)

// schemes returns the tokens of light, dark and print; the latter two stand over
// those of light.
func schemes(t *testing.T) (names []string, tokens []map[string]string, style string) {
	t.Helper()
	style = string(sheets(t)) + string(asset(t, "search.css"))
	names = []string{"light", "dark", "print"}
	blocks := scheme.FindAllStringSubmatch(style, -1)
	if len(blocks) != len(names) {
		t.Fatalf("%d blocks of tokens, not %d", len(blocks), len(names))
	}
	for i, block := range blocks {
		set := map[string]string{}
		if i > 0 {
			for k, v := range tokens[0] {
				set[k] = v
			}
		}
		for _, m := range token.FindAllStringSubmatch(block[1], -1) {
			if _, known := set[m[1]]; i > 0 && !known {
				t.Errorf("%s: --%s is no token of light", names[i], m[1])
			}
			set[m[1]] = m[2]
		}
		tokens = append(tokens, set)
	}
	return names, tokens, style
}

func TestColoursStandApart(t *testing.T) {
	names, tokens, _ := schemes(t)
	for i, set := range tokens {
		for _, p := range pairs {
			if got := contrast(t, set[p.front], set[p.back]); got < p.least {
				t.Errorf("%s: --%s on --%s has a contrast of %.2f, less than %.1f", names[i], p.front, p.back, got,
					p.least)
			}
		}
	}
}

// Every token is used, every one used is there, and no colour stands outside.
func TestTokens(t *testing.T) {
	_, tokens, style := schemes(t)
	used := map[string]bool{}
	for _, m := range mention.FindAllStringSubmatch(style, -1) {
		used[m[1]] = true
		if tokens[0][m[1]] == "" && m[1] != "reach" { // how far a heading reaches on paper is the rules' own
			t.Errorf("--%s is no token", m[1])
		}
	}
	for name := range tokens[0] {
		if !used[name] {
			t.Errorf("nobody uses --%s", name)
		}
	}
	rest := scheme.ReplaceAllString(style, "")
	for _, colour := range regexp.MustCompile(`#[0-9a-f]{3,8}\b|rgb|hsl`).FindAllString(rest, -1) {
		t.Errorf("the colour %q is no token", colour)
	}
}

// contrast is the ratio of WCAG 2.2 between two colours, from 1 to 21.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (math.Max(x, y) + .05) / (math.Min(x, y) + .05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	hex := strings.TrimPrefix(colour, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	var sum float64
	for i, weight := range []float64{.2126, .7152, .0722} {
		n, err := strconv.ParseUint(hex[2*i:min(2*i+2, len(hex))], 16, 8)
		if err != nil || len(hex) != 6 {
			t.Fatalf("%q is no colour", colour)
		}
		c := float64(n) / 255
		if c <= .04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
