// Package whose tells whose a web address is, for package plan.
//
// In come the base URLs of a site and an address as somebody wrote it, out comes whether it is
// one of the site's, and where below its root it leads. It reads nothing and knows no page.
package whose

import (
	"net/url"
	"slices"
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/memo"
	"blandongan/internal/site/value"
)

// Owner says whose a web address is.
type Owner int

const (
	Others  Owner = iota
	Ours          // it begins with a base URL of the site
	Private       // only the machine or the network of whoever wrote it knows it
)

// base is a base URL, as far as it tells addresses of the site.
type base struct{ host, prefix string }

// Bases are what addresses of a site begin with.
type Bases []base

// BasesOf returns them by the site's base URLs.
func BasesOf(urls []value.BaseURL) Bases {
	var all Bases
	for _, b := range urls {
		if u, err := url.Parse(string(b)); err == nil && u.Host != "" {
			for _, path := range []string{u.Path, u.EscapedPath()} {
				all = append(all, base{address.PlainHost(u.Scheme, u.Host), strings.TrimRight(path, "/") + "/"})
			}
		}
	}
	return slices.Compact(all)
}

// AddTo adds the bases: see memo.Digested.
func (b Bases) AddTo(h *memo.Hash) {
	h.Int(len(b))
	for _, x := range b {
		h.Text(x.host)
		h.Text(x.prefix)
	}
}

// Own says whose a web address is, and where below the site's root it leads if
// it is ours: "/berita/x/?a#b".
func (b Bases) Own(link string) (rooted string, is Owner) {
	scheme, host, rest, ok := address.SplitWeb(link)
	if !ok {
		return "", Others
	}
	plain := address.PlainHost(scheme, host)
	for _, x := range b {
		if x.host != plain {
			continue
		}
		if rooted, below := BelowPrefix(rest, x.prefix); below {
			return rooted, Ours
		}
	}
	if address.IsPrivate(plain) {
		return "", Private
	}
	return "", Others
}

// BelowPrefix returns what follows a prefix in the path of a URL, as a rooted path.
func BelowPrefix(rest, prefix string) (rooted string, ok bool) {
	path, tail := rest, ""
	if i := strings.IndexAny(rest, "?#"); i >= 0 {
		path, tail = rest[:i], rest[i:]
	}
	if path+"/" == prefix {
		path = prefix
	}
	below, ok := strings.CutPrefix(path, prefix)
	return "/" + below + tail, ok
}

// CutTail parts a rooted path from its query and its fragment.
func CutTail(rooted string) (path, query, part string) {
	path, part, _ = strings.Cut(rooted, "#")
	if i := strings.IndexByte(path, '?'); i >= 0 {
		path, query = path[:i], path[i:]
	}
	return path, query, part
}
