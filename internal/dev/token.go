package dev

import (
	"bytes"
	"fmt"
	"html"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
)

// token tells two sights of an address apart. It has two parts: the page with
// all it shows, but for the addresses of its style sheets and icons; and those.
// So one comparison says whether a change can be made in an open tab.
type token struct{ body, links string }

func (t token) String() string { return t.body + "-" + t.links }

func parseToken(s string) token {
	body, links, _ := strings.Cut(s, "-")
	return token{body, links}
}

// Kinds of sights, the first letter of a token.
const (
	kindPage    = "p"
	kindMissing = "m"
)

func (t token) missing() bool { return strings.HasPrefix(t.body, kindMissing) }

// tokenOf digests a page with the stamps of the site's files that it shows. Our
// script counts too: a newer program's tabs should have the newer script.
func (st state) tokenOf(root fs.FS, address string, sees sight) token {
	kind := kindPage
	if sees.status != http.StatusOK {
		kind = kindMissing
	}
	var body, links bytes.Buffer
	body.Write(script)
	at := 0
	for _, r := range references(sees.page) {
		file := st.resolve(address, r.target)
		if !r.swappable {
			fmt.Fprintf(&body, "%s %s\n", file, stamp(root, file))
			continue
		}
		body.Write(sees.page[at:r.from])
		at = r.to
		fmt.Fprintf(&links, "%s %s\n", r.target, stamp(root, file))
		if strings.HasSuffix(file, ".css") {
			st.stampImports(&body, root, file)
		}
	}
	body.Write(sees.page[at:])
	return token{kind + digest(body.Bytes()), digest(links.Bytes())}
}

// sheetURL finds what a style sheet names.
var sheetURL = regexp.MustCompile(`(?i)(?:url\(\s*|@import\s+)["']?([^"')\s;]+)`)

// stampImports stamps what a style sheet shows: fonts, pictures, other sheets.
func (st state) stampImports(body *bytes.Buffer, root fs.FS, sheet string) {
	css, err := fs.ReadFile(root, sheet)
	if err != nil {
		return
	}
	for _, m := range sheetURL.FindAllSubmatch(css, -1) {
		file := st.resolve(st.prefix+sheet, string(m[1]))
		fmt.Fprintf(body, "%s %s\n", file, stamp(root, file))
	}
}

// resolve returns the file that a reference in a page leads to, "" when it does
// not lead into the site.
func (st state) resolve(address, target string) string {
	u, err := url.Parse(target)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" {
		return ""
	}
	rest, _, ok := st.inside((&url.URL{Path: address}).ResolveReference(u).Path)
	if !ok || !servable(rest) {
		return ""
	}
	return path.Clean(rest)
}

// stamp tells whether a file was written anew: the builder leaves files alone
// whose bytes did not change.
func stamp(root fs.FS, file string) string {
	if file == "" {
		return ""
	}
	info, err := fs.Stat(root, file)
	if err != nil {
		return "-"
	}
	return stampOf(info)
}

func stampOf(info fs.FileInfo) string {
	return fmt.Sprintf("%x-%x", info.ModTime().UnixNano(), info.Size())
}

// link is a style sheet or icon of a page, as a tab must show it now.
type link struct {
	Href  string `json:"href"`
	Stamp string `json:"stamp"`
}

// links lists the style sheets and icons of a page in their order.
func (st state) links(root fs.FS, address string, page []byte) []link {
	var list []link
	for _, r := range references(page) {
		if r.swappable {
			list = append(list, link{r.target, stamp(root, st.resolve(address, r.target))})
		}
	}
	return list
}

// reference is a place in a page that makes a browser fetch something to show.
type reference struct {
	target    string
	from, to  int  // of the attribute's value
	swappable bool // a style sheet or icon
}

// references finds them in the order of the page. Links to other pages are none.
func references(page []byte) []reference {
	var list []reference
	for _, t := range tags(page) {
		rel := t.value(page, "rel")
		for _, a := range t.attrs {
			value := html.UnescapeString(string(page[a.from:a.to]))
			switch {
			case t.name == "link" && a.name == "href":
				if swap := hasWord(rel, "stylesheet") || hasWord(rel, "icon"); swap || hasWord(rel, "preload") || hasWord(rel, "manifest") {
					list = append(list, reference{value, a.from, a.to, swap})
				}
			case a.name == "srcset", a.name == "imagesrcset":
				for candidate := range strings.SplitSeq(value, ",") {
					if f := strings.Fields(candidate); len(f) > 0 {
						list = append(list, reference{target: f[0]})
					}
				}
			case a.name == "src" && t.name != "iframe", a.name == "poster", a.name == "data" && t.name == "object",
				strings.HasSuffix(a.name, "href") && (t.name == "use" || t.name == "image"):
				list = append(list, reference{target: value})
			}
		}
	}
	return list
}

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}
