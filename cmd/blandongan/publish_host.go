package main

import (
	"net/url"
	"slices"
	"strings"

	"blandongan/internal/build"
	"blandongan/internal/host"
	"blandongan/internal/publish"
	"blandongan/internal/publish/destination"
	"blandongan/internal/publish/store"
	"blandongan/internal/publish/verify"
)

// metaOf returns the headers that storage is to keep with each file.
func metaOf(r build.Report) func(string) store.Meta {
	return func(path string) store.Meta {
		return store.Meta{Type: host.TypeOf(path), CacheControl: r.Host.CacheControl(path)}
	}
}

// headersOf returns what visitors should be told with each file. Storage keeps
// only two of these lines; the others are up to what stands before it.
func headersOf(r build.Report, t destination.Destination) func(string) []verify.Header {
	site := hostOf(r, t)
	return func(path string) []verify.Header {
		var list []verify.Header
		for _, h := range site.Headers(path) {
			if t.Kind() != "s3" || h.Name == "Content-Type" || h.Name == "Cache-Control" {
				list = append(list, verify.Header{Name: h.Name, Value: h.Value})
			}
		}
		return list
	}
}

// movedIn are the pages at old addresses, and those they lead to, as files of the
// output folder.
func movedIn(r build.Report) map[string]string {
	file := func(link string) string {
		name, _ := url.PathUnescape(strings.TrimPrefix(link, r.Host.Prefix)) // what cannot be read is no file
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		return name
	}
	moved := map[string]string{}
	for _, m := range r.Host.Redirects {
		moved[file(m.From)] = file(m.To)
	}
	return moved
}

// hostOf is what a web server must know of the site at a destination: that may be read
// by http where the site's own address is one of https.
func hostOf(r build.Report, t destination.Destination) host.Site {
	site := r.Host
	site.Secure = strings.HasPrefix(string(t.Address), "https:")
	return site
}

// lost tells of whole sections that were published and would be gone, and says whether
// there are any: then nothing is sent, unless whoever runs the command said before that
// it is meant.
func (p *publication) lost(plan *publish.Plan, tree *publish.Tree) (bool, error) {
	if p.c.Bool("remove-many") {
		return false, nil
	}
	sent := tree.Paths()
	problems := p.report.LostSections(plan.Published, func(path string) bool {
		_, is := slices.BinarySearch(sent, path)
		return is
	})
	return len(problems) > 0, problems.Print(p.c.Root().ErrWriter, p.lang)
}

// warnVanished tells of addresses that were published and are no more.
func (p *publication) warnVanished(plan *publish.Plan) error {
	return p.report.Moved(plan.Published).Print(p.c.Root().ErrWriter, p.lang)
}
