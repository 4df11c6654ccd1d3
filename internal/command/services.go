package command

import (
	"os"
	"path/filepath"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/host"
	"blandongan/internal/publish/destination"
)

// service is a hosting service that reads _redirects, or none of it.
type service struct {
	name  string // what --write-config calls it
	title string
	// files are what lies in a site's folder that is published there, the one that we
	// write first.
	files []string
}

// cloudflare comes first: of what it is told, Pages needs no file in the folder.
var services = []service{
	{"cloudflare", "Cloudflare", []string{"wrangler.toml", "wrangler.json", "wrangler.jsonc"}},
	{"gitlab", "GitLab Pages", []string{".gitlab-ci.yml"}},
	{"netlify", "Netlify", []string{"netlify.toml"}},
	{"github", "GitHub Pages", []string{".github/workflows/publish.yml"}},
}

// lossesAt warns of the old addresses that a service does not lead on from; file is
// where it is told how to serve the site.
func lossesAt(s service, file string, site host.Site) diag.List {
	lost := site.LossesAt(s.name)
	at := diag.Place{File: file}
	var problems diag.List
	if lost.Rules > 0 {
		limit, rules, more := diag.Count(lost.Limit), diag.Count(lost.Rules), diag.Count(lost.Rules-lost.Limit)
		p := diag.At(at, "redirects-many", s.title, limit, rules, more)
		problems = append(problems, p.WithHint("redirects-fewer"))
	}
	if lost.Bytes > 0 {
		p := diag.At(at, "redirects-large", s.title, diag.Count(lost.Most), diag.Count(lost.Bytes))
		problems = append(problems, p.WithHint("redirects-fewer"))
	}
	for _, from := range lost.Long {
		p := diag.At(at, "redirect-long", from, s.title, diag.Count(lost.Line))
		problems = append(problems, p.WithHint("redirect-drop"))
	}
	return problems
}

// oddAt warns of the old addresses that a service cannot be told of. That changes with
// each alias and says nothing new, so it is said where the service's rules are written.
func oddAt(s service, file string, site host.Site) diag.List {
	var problems diag.List
	for _, from := range site.LossesAt(s.name).Odd {
		p := diag.At(diag.Place{File: file}, "redirect-odd", from, s.title)
		problems = append(problems, p.WithHint("redirect-drop"))
	}
	return problems
}

// ServicesOf says what the services do not read that a site's folder shows to be in
// use. A folder that shows none, and no destination of its own, may go to Cloudflare Pages.
func ServicesOf(root string, site host.Site) diag.List {
	var problems diag.List
	shown := false
	if _, err := os.Stat(filepath.Join(root, build.VerbatimFolder, host.RedirectsName)); err == nil {
		return nil // the site brings its own
	}
	for _, s := range services {
		for _, file := range s.files {
			if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(file))); err == nil {
				shown = true
				problems = append(problems, lossesAt(s, file, site)...)
				break
			}
		}
	}
	if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(destination.Path))); err != nil && !shown {
		return lossesAt(services[0], "public/"+host.RedirectsName, site)
	}
	return problems
}

// LossesOf says all that a service is not told for which --write-config writes, nothing
// of a web server.
func LossesOf(server string, site host.Site) diag.List {
	for _, s := range services {
		if s.name == server {
			return append(lossesAt(s, s.files[0], site), oddAt(s, s.files[0], site)...)
		}
	}
	return nil
}
