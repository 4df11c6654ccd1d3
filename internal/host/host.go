// Package host knows what a web server must say of a static site: content types,
// caching, security headers, redirects.
//
// What comes in: what a host must know of a built site (Site), and for a server's
// configuration where it lies (Options). What goes out: headers of a file, and the
// bytes of files that servers and hosting services read. It is pure: it opens no
// file and speaks to no network, and it knows nothing of what the pages say.
//
// # Caching
//
// The name of a file below Site.Assets carries the digest of its bytes, or of all that they
// are made from, so it may be kept for ever without asking again. Of all else, and of every error,
// a copy may be kept, but the host is asked each time whether it is still good
// ("no-cache"): a reader never sees yesterday's page, and a page that did
// not change costs the answer 304 and no bytes.
//
// # Security
//
// Pages have no script and no style of their own in their text, and load nothing
// from elsewhere; so the policy allows what lies on the site, and nothing
// inline. (The JSON-LD in pages is data: no policy keeps it from being read.) The
// same headers go with every file. A drawing that is opened by itself is shown
// without styles it may hold; in a page, as a picture, with them.
//
// # Open data
//
// What lies below Site.Open may be fetched by scripts of any page on the web; nothing
// else may.
//
// # Redirects
//
// An old address may hold any character, and is written by editors. In every
// file made here it is escaped so that it can only be what it is: see redirect.go.
package host

import (
	"cmp"
)

// The files at the site's root that hosting services read: headers, redirects.
const (
	HeadersName   = "_headers"
	RedirectsName = "_redirects"
)

// Site is what a host must know of a built site.
type Site struct {
	// Prefix is the path of the base URL, escaped, with slashes at both ends: "/" or
	// "/kota/".
	Prefix string
	// Secure says that the site is read by https.
	Secure bool
	// Assets is the folder of files whose names carry the digest of their bytes,
	// from the site's root: "aset/". Without one no file is kept for ever.
	Assets string
	// Open is the folder of files that pages of other sites may fetch, from the site's
	// root: "data/". Without one there is none.
	Open string
	// Redirects are the old addresses.
	Redirects []Redirect
}

// Redirect sends an old address on. Both are paths as they stand in a URL: from
// the host's root, the site's prefix included, escaped ("/berita/keran%20air/").
type Redirect struct{ From, To string }

// prefix returns the path of the base URL, also of a Site that says none.
func (s Site) prefix() string { return cmp.Or(s.Prefix, "/") }
