package site

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"blandongan/internal/diag"
	"blandongan/internal/site/value"
)

// Alias is an old address of a thing, at which readers still look for it.
type Alias struct {
	// Path is the address from the site's root, without percent signs and its first
	// slash: "berita/lama/" or "profil.pdf". That of a page ends in a slash.
	Path string
	// Of is whose it was, Title what that is called.
	Of    Ref
	Title string
	// Word is what was written, at Place.
	Word  string
	Place diag.Place
	// Decomposed says that it was written with letters and accents apart, as some
	// systems write names: readers ask for it in that form.
	Decomposed bool
}

// reservedFirst are first parts of addresses that the site, its hosts and its
// tools keep for themselves.
var reservedFirst = []string{"aset", ".well-known", ".blandongan", ".git", "_headers", "_redirects", "_routes.json", "_worker.js"}

// isAddress tells an old address from another name, where both may be written.
func isAddress(alias string) bool {
	if hasUnseen(alias) {
		alias = plainName(alias)
	}
	return strings.HasPrefix(alias, "/") || strings.Contains(alias, "://")
}

// Names are the other names of a kecamatan: its aliases that are no old addresses.
func (k *Kecamatan) Names() []string {
	return slices.DeleteFunc(slices.Clone(k.Aliases), isAddress)
}

// fileEnd is how the name of a file ends that is no page's folder. A year is none.
var fileEnd = regexp.MustCompile(`\.[A-Za-z][A-Za-z0-9]{0,4}$`)

// aliasPath returns the path that an old address names, or the fault in it.
func aliasPath(word string) (string, diag.Code) {
	rooted, ok := strings.CutPrefix(word, "/")
	decoded, err := url.PathUnescape(rooted)
	decoded = norm.NFC.String(decoded)
	parts := strings.Split(decoded, "/")
	switch {
	case !ok || err != nil || hasUnseen(word) || isPattern(word) || strings.ContainsAny(decoded, `?#\`) || strings.ContainsFunc(decoded, unicode.IsControl):
		return "", "alias-form"
	case slices.Contains(parts, "..") || slices.Contains(parts, "."):
		return "", "alias-leaves"
	case strings.Contains("/"+decoded, "//"):
		return "", "alias-form"
	case slices.ContainsFunc(parts, func(part string) bool { return value.Unfit(part) == "name-device" }):
		return "", "alias-unfit"
	case slices.ContainsFunc(reservedFirst, func(r string) bool { return strings.EqualFold(r, parts[0]) }):
		return "", "alias-reserved"
	}
	switch dir, last := path.Split(decoded); {
	case last == "index.html" || last == "index.htm":
		return dir, ""
	case last != "" && !fileEnd.MatchString(last):
		return decoded + "/", ""
	}
	return decoded, ""
}

// OldAddresses returns those of all that is published and has a page, in no order
// that means anything. Those that are at fault are left out: they have been
// reported.
func (s *Site) OldAddresses() []Alias {
	var list []Alias
	for t := range s.Things() {
		for i, word := range t.Aliases {
			if t.OtherNames && !isAddress(word) {
				continue
			}
			if path, fault := aliasPath(word); fault == "" {
				list = append(list, Alias{path, t.Ref, t.Title, word, t.AtEntry("aliases", i), isDecomposed(word)})
			}
		}
	}
	return list
}

func isDecomposed(word string) bool {
	plain, err := url.PathUnescape(word)
	return err == nil && !norm.NFC.IsNormalString(plain)
}

// FirstAddress returns the first alias that this program may have given as the address
// of a page in a section, "" when there is none.
func FirstAddress(section string, aliases []string) string {
	for _, word := range aliases {
		path, fault := aliasPath(word)
		name, below := strings.CutPrefix(strings.TrimSuffix(path, "/"), section+"/")
		if fault == "" && below && value.IsSlug(name) {
			return section + "/" + name + "/"
		}
	}
	return ""
}

// checkAliases wants old addresses to be addresses of this site.
func (a *assembler) checkAliases(entries []*Entry) {
	for _, e := range entries {
		if x, ok := e.Value.(paged); ok {
			a.checkAliasesOf(x.thing(a.site.Facts))
		}
	}
}

func (a *assembler) checkAliasesOf(t Thing) {
	for i, word := range t.Aliases {
		if severalAddresses(word) != nil {
			a.say(diag.At(t.AtEntry("aliases", i), "wrong-type", "aliases", diag.Word("list"), diag.Word("text")).WithHint("write-it", listOf(t.Aliases)))
			return
		}
		if word == "" || t.OtherNames && !isAddress(word) {
			continue
		}
		_, fault := aliasPath(word)
		if fault == "" {
			continue
		}
		problem := diag.At(t.AtEntry("aliases", i), fault, word)
		switch fault {
		case "alias-unfit":
			problem = problem.WithHint("alias-device")
		case "alias-form":
			problem = a.adviseAlias(problem, word)
		}
		a.say(problem)
	}
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
func (a *assembler) adviseAlias(p diag.Problem, word string) diag.Problem {
	if hasUnseen(word) {
		word = plainName(word)
	}
	bare, _, query := strings.Cut(word, "?")
	bare, _, part := strings.Cut(bare, "#")
	bare = escapeStray(bare)
	u, err := url.Parse(bare)
	rooted := strings.HasPrefix(bare, "/")
	switch {
	case isPattern(word):
		return p.WithHint("alias-each")
	case err == nil && u.Host != "":
		base, err := url.Parse(string(a.site.Config.BaseURL))
		if err != nil || !strings.EqualFold(strings.TrimPrefix(base.Hostname(), "www."), strings.TrimPrefix(u.Hostname(), "www.")) {
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
	_, fault := aliasPath(bare)
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

// hasUnseen says whether a word holds letters that nobody sees, or blanks that no
// keyboard has. An old address that does hold some is written in percent notation.
func hasUnseen(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		return r >= utf8.RuneSelf && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r))
	})
}

// isPattern says whether an address stands for many in the language of another
// program: "/lama/*", "/berita/:slug/", "/{year}/", "/%postname%/". One with such a
// sign of its own is written in percent notation.
func isPattern(word string) bool {
	if strings.IndexByte(word, '*') >= 0 {
		return true
	}
	for part := range strings.SplitSeq(word, "/") {
		n := len(part)
		if n < 2 {
			continue
		}
		switch part[:1] + part[n-1:] {
		case "{}", "<>", "[]", "%%":
			return true
		}
		if part[0] == ':' && unicode.IsLetter(rune(part[1])) || strings.HasPrefix(part, "(.") || strings.HasPrefix(part, "([") {
			return true
		}
	}
	return false
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

// wardAliases wants the aliases of a kelurahan to be names: it has no page.
func (f *faults) wardAliases(w *Kelurahan) {
	for i, word := range w.Aliases {
		if isAddress(word) {
			f.say(w.AtEntry("aliases", i), "alias-no-page", word)
		}
	}
}
