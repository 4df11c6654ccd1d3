package site

import (
	"slices"
	"strings"

	"blandongan/internal/diag"
)

// Roots finds, among the folders in the site's root, those that are meant to be one
// of the wanted but are not spelt so. A wanted folder that is there by another
// spelling is there by its own too where the system does not tell capitals from
// small letters. missed are the wanted ones that are not there. holds says whether a
// folder holds what is read in the wanted one.
func Roots(folders, wanted []string, exists func(name string) bool, holds func(name, wanted string) bool) (problems diag.List, missed []string) {
	for _, right := range wanted {
		spelt := slices.Contains(folders, right)
		if !spelt && exists(right) {
			continue
		}
		for _, name := range folders {
			p := diag.At(diag.Place{File: name + "/"}, "folder-spelling", right)
			switch {
			case name == right || !meansRoot(name, right, spelt) || !holds(name, right):
				continue
			case spelt:
				p = p.WithHint("move-into", right+"/")
			default:
				p = p.WithHint("rename-folder", right)
				missed = append(missed, right)
			}
			problems = append(problems, p)
		}
	}
	return problems, missed
}

// meansRoot says whether a folder is the wanted one by another spelling: in other
// letters, by another word, or, where the wanted one is not there, by a slip.
func meansRoot(name, right string, spelt bool) bool {
	others := map[string][]string{"content": {"konten", "contents"}, "templates": {"template", "templat", "templats", "templet"}}
	small := strings.ToLower(name)
	return small == right || slices.Contains(others[right], small) || !spelt && diag.Nearest(small, []string{right}) != ""
}
