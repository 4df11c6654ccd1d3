package dev

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
)

// token tells apart what an address showed at two times. It has two parts: the page with
// all it shows, but for the addresses of its style sheets and icons; and those.
// So one comparison says whether a change can be made in an open tab.
type token struct{ body, links string }

func (t token) String() string { return t.body + "-" + t.links }

func parseToken(s string) token {
	body, links, _ := strings.Cut(s, "-")
	return token{body, links}
}

// The first letter of a token: a page, or that there is none.
const (
	kindPage    = "p"
	kindMissing = "m"
)

func (t token) missing() bool { return strings.HasPrefix(t.body, kindMissing) }

// tokenOf digests a page with the stamps of the site's files that it shows. Our
// script counts too: a newer program's tabs should have the newer script.
func (st state) tokenOf(root fs.FS, address string, ans answer) token {
	kind := kindPage
	if ans.status != http.StatusOK {
		kind = kindMissing
	}
	var body, links bytes.Buffer
	body.Write(script)
	at := 0
	for _, r := range references(ans.page) {
		file := st.resolve(address, r.target)
		if !r.swappable {
			fmt.Fprintf(&body, "%s %s\n", file, stamp(root, file))
			continue
		}
		body.Write(ans.page[at:r.from])
		at = r.to
		fmt.Fprintf(&links, "%s %s\n", r.target, stamp(root, file))
		if strings.HasSuffix(file, ".css") {
			st.stampImports(&body, root, file)
		}
	}
	body.Write(ans.page[at:])
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
	if s, is := info.(stamped); is {
		return s.stamp
	}
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
