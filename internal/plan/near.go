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
	near := diag.Nearest(base, p.namesIn(dir, formOf(base)))
	if near == "" {
		return problem.Typing(target)
	}
	return problem.WithHint("did-you-mean", strings.TrimSuffix(target, path.Base(target))+near)
}

// namesIn lists what can be linked to in a folder, of one form if that is not "".
func (p *planner) namesIn(dir, form string) []string {
	var names []string
	add := func(name string) {
		below, ok := strings.CutPrefix(name, dir)
		if ok && !strings.Contains(below, "/") && (form == "" || formOf(below) == form) {
			names = append(names, below)
		}
	}
	for name := range p.files {
		add(name)
	}
	for name := range p.byFile {
		add(name)
	}
	return sorted(names)
}

// formOf is the ending of a file's name, the same for all ways to write it.
func formOf(name string) string {
	return strings.Replace(strings.ToLower(path.Ext(name)), ".jpeg", ".jpg", 1)
}
