package plan

import (
	"strings"

	"blandongan/internal/host"
)

// AssetFolder is where the templates' own files lie, under names that hold their
// digest.
const AssetFolder = "aset/"

// hosting plans what Netlify and Cloudflare read beside the pages, and others
// hand out to nobody. A site that has files of these names has its reasons: they
// are copied instead. It comes last, when all redirects are known.
func (p *planner) hosting() {
	p.host = host.Site{Prefix: p.prefix, Secure: strings.HasPrefix(p.origin, "https:"), Assets: AssetFolder, Redirects: p.moves}
	if !p.hasOwn("_headers") {
		p.file("_headers", nil, func() any { return Plain(p.host.HeadersFile()) })
	}
	if redirects := p.host.RedirectsFile(); redirects != nil && !p.hasOwn("_redirects") {
		p.file("_redirects", nil, func() any { return Plain(redirects) })
	}
}

// hasOwn says whether the site brings a file of its own to an address at its root.
func (p *planner) hasOwn(name string) bool {
	_, ok := p.files[verbatim+name]
	return ok
}
