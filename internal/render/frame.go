package render

import (
	"bytes"
	"path"
	"regexp"
	"sort"

	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/plan"
	"blandongan/internal/views"
)

// frame is a section's document, cut at its gaps.
type frame struct {
	before, between, after []byte
	digest                 memo.Digest
}

func (t *Theme) frame(r *Renderer, view views.Frame) (frame, *diag.Problem) {
	var b bytes.Buffer
	if err := r.run(&b, "base.html", view); err != nil {
		p := explain(err, "base.html")
		return frame{}, &p
	}
	f := frame{digest: memo.Of(b.Bytes())}
	rest := b.Bytes()
	for _, gap := range []struct {
		slot string
		part *[]byte
	}{{"head", &f.before}, {"main", &f.between}} {
		before, after, ok := bytes.Cut(rest, []byte(marker(gap.slot)))
		if !ok || bytes.Contains(after, []byte(marker(gap.slot))) {
			p := diag.At(t.slot(gap.slot), "template-slot", gap.slot)
			return frame{}, &p
		}
		*gap.part, rest = before, after
	}
	f.after = rest
	return f, nil
}

// slot returns where base.html has a slot too many, where it has its only one,
// else where it should have one: its beginning.
func (t *Theme) slot(name string) diag.Place {
	call := regexp.MustCompile(`\{\{-?\s*slot\s+"` + regexp.QuoteMeta(name) + `"`)
	at := 0
	if found := call.FindAllStringIndex(t.base, 2); len(found) > 0 {
		at = found[len(found)-1][0]
	}
	return diag.NewRuler(path.Join(Folder, "base.html"), []byte(t.base)).Place(at)
}

func sections(p *plan.Plan) []string {
	var names []string
	for name := range p.Frames {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
