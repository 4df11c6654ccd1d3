package check

import (
	"net/url"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// checkAliases wants old addresses to be addresses of this site.
func (c *checker) checkAliases(entries []*site.Entry) {
	for _, e := range entries {
		if x, ok := c.site.ThingIn(e); ok {
			c.checkAliasesOf(x)
		}
	}
}

func (c *checker) checkAliasesOf(t site.Thing) {
	for i, word := range t.Aliases {
		if severalAddresses(word) != nil {
			p := diag.At(t.AtEntry("aliases", i), "wrong-type", "aliases", diag.Word("list"), diag.Word("text"))
			c.say(p.WithHint("write-it", listOf(t.Aliases)))
			return
		}
		if word == "" || t.OtherNames && !site.IsAddress(word) {
			continue
		}
		_, fault := site.AliasPath(word)
		if fault == "" {
			continue
		}
		problem := diag.At(t.AtEntry("aliases", i), fault, word)
		switch fault {
		case "alias-unfit":
			problem = problem.WithHint("alias-device")
		case "alias-form":
			problem = c.adviseAlias(problem, word)
		}
		c.say(problem)
	}
}

// sameHost says whether two addresses are of one host, with www. or without.
func sameHost(a, b *url.URL) bool {
	return strings.EqualFold(strings.TrimPrefix(a.Hostname(), "www."), strings.TrimPrefix(b.Hostname(), "www."))
}

// severalAddresses parts what was written as one word and is several: "/a, /b". It is
// nil for a single one: no name of a folder ends in a blank, a comma or a semicolon.
func severalAddresses(word string) []string {
	const between = ",; "
	var all []string
	for rest := word; rest != ""; {
		end := len(rest)
		for i := 1; i < len(rest); i++ {
			if rest[i] == '/' && strings.IndexByte(between, rest[i-1]) >= 0 {
				end = i
				break
			}
		}
		all = append(all, strings.TrimRight(rest[:end], between))
		rest = rest[end:]
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// listOf writes aliases as a list, each by itself.
func listOf(words []string) string {
	var all []string
	for _, word := range words {
		if several := severalAddresses(word); several != nil {
			all = append(all, several...)
		} else {
			all = append(all, word)
		}
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// adviseAlias tells how to write an old address: of a complete one, its path, where
// the host is this site's; of one with a question in it, what stands before; without
// what nobody sees, and with a percent sign that means itself.
func (c *checker) adviseAlias(p diag.Problem, word string) diag.Problem {
	if value.HasUnseen(word) {
		word = value.PlainName(word)
	}
	bare, _, query := strings.Cut(word, "?")
	bare, _, part := strings.Cut(bare, "#")
	bare = escapeStray(bare)
	u, err := url.Parse(bare)
	rooted := strings.HasPrefix(bare, "/")
	switch {
	case site.IsPattern(word):
		return p.WithHint("alias-each")
	case err == nil && u.Host != "":
		base, err := url.Parse(string(c.site.Config.BaseURL))
		if err != nil || !sameHost(base, u) {
			return p.WithHint("alias-elsewhere")
		}
		bare = u.EscapedPath()
		if below, ok := strings.CutPrefix(bare, strings.TrimRight(base.EscapedPath(), "/")+"/"); ok {
			bare = "/" + below
		}
	case rooted:
	case strings.Contains(bare, ":"):
		return p.WithHint("alias-like")
	default:
		bare = "/" + bare
	}
	_, fault := site.AliasPath(bare)
	switch {
	case fault == "" && query && strings.Trim(bare, "/") == "":
		return p.WithHint("alias-question")
	case fault != "" || bare == "/":
		return p.WithHint("alias-like")
	case rooted && (query || part):
		return p.WithHint("alias-no-query", bare)
	}
	return p.WithHint("write-word", bare)
}

// escapeStray writes the percent signs that are none of an escape as one: "/50%25".
func escapeStray(path string) string {
	if _, err := url.PathUnescape(path); err == nil {
		return path
	}
	var b strings.Builder
	for i := range len(path) {
		b.WriteByte(path[i])
		if _, err := url.PathUnescape(path[i:min(i+3, len(path))]); path[i] == '%' && err != nil {
			b.WriteString("25")
		}
	}
	return b.String()
}
