package reading

import (
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/render"
	"blandongan/internal/site"
)

// inspected is what was found in a file with a stamp.
type inspected struct {
	stamp files.Stamp
	files.Inspection
}

// Inspect looks into the files that pages may show or link to, and those of the templates, and remembers what it
// found where a stamp had settled; of a picture that could not be read, nothing.
func (l *Look) Inspect(each func(n int, do func(int))) {
	if l.few != nil {
		l.Looked = l.last.looked
		l.add(l.last.insides)
		return
	}
	before := len(l.Problems)
	var list []files.File
	for _, f := range l.Design {
		if !f.Broken && strings.HasPrefix(f.Path, render.Folder+"/assets/") {
			list = append(list, f)
		}
	}
	for i, f := range l.Files {
		if !f.Broken && site.IsCopied(l.Sources[i].Role) {
			list = append(list, f)
		}
	}
	found, inspector := make([]inspected, len(list)), files.Inspector{FS: l.Root}
	each(len(list), func(i int) {
		x, known := l.inspected[list[i].Path]
		if !known || x.stamp != list[i].Stamp {
			x = inspected{list[i].Stamp, inspector.Inspect(list[i])}
		}
		found[i] = x
	})
	remembered := make(map[string]inspected, len(list))
	l.Looked = make(map[string]files.Inspection, len(list))
	for i, f := range list {
		x := found[i]
		l.Looked[f.Path] = x.Inspection
		isRead := x.Width > 0 && x.Height > 0 || !files.IsImage(f.Name)
		if old, known := l.inspected[f.Path]; known && old == x || isRead && f.Stamp.Settled(l.Now) {
			remembered[f.Path] = x
		}
		if x.Problem != nil {
			l.add(diag.List{*x.Problem})
		}
	}
	l.inspected = remembered
	l.last.looked, l.last.insides = l.Looked, slices.Clone(l.Problems[before:])
}
