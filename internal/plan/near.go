package plan

import (
	"net/mail"
	"path"
	"strings"

	"blandongan/internal/diag"
)

// nearby adds to a link that leads nowhere what was most likely meant: a file in
// the same folder, the web, a mail address.
func (p *planner) nearby(problem diag.Problem, file, target string) diag.Problem {
	if strings.HasPrefix(target, "www.") {
		return problem.WithHint("write-it", "https://"+target)
	}
	if _, err := mail.ParseAddress(target); err == nil {
		return problem.WithHint("write-it", "mailto:"+target)
	}
	dir, base := path.Split(p.fileName(file, target))
	near := p.nameFinder(dir, formOf(base)).Nearest(base)
	if near == "" {
		return problem.Typing(target)
	}
	return problem.WithHint("did-you-mean", strings.TrimSuffix(target, path.Base(target))+near)
}

// formOf is the ending of a file's name, the same for all ways to write it.
func formOf(name string) string {
	return strings.Replace(strings.ToLower(path.Ext(name)), ".jpeg", ".jpg", 1)
}
