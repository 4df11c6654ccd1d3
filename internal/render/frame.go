package render

import (
	"bytes"
	"path"
	"regexp"

	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/views"
)

// frame is a section's document, cut at its gaps.
type frame struct {
	before, between, after []byte
	// between is toSwitch, the languages that the section is in, and fromSwitch, if switched.
	toSwitch, fromSwitch []byte
	switched             bool
	digest               memo.Digest
}

// languagesFile is the template of the way to a page in other languages.
const languagesFile = "languages.html"

func (t *Theme) frame(r *edition, view views.Frame) (frame, *diag.Problem) {
	var b bytes.Buffer
	if err := r.run(&b, "base.html", view); err != nil {
		p := explain(err, "base.html")
		return frame{}, &p
	}
	var f frame
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
	problem := f.switchLanguages(r, view)
	var h memo.Hash
	for _, part := range [][]byte{f.before, f.between, f.toSwitch, f.fromSwitch, f.after} {
		h.Digest(memo.Of(part))
	}
	f.digest = h.Sum()
	return f, problem
}

// switchLanguages cuts what stands between head and main once more, if there is a gap for the
// languages, and fills it for the pages that are in one only.
func (f *frame) switchLanguages(r *edition, view views.Frame) *diag.Problem {
	f.toSwitch, f.fromSwitch, f.switched = bytes.Cut(f.between, []byte(marker("languages")))
	if !f.switched {
		return nil
	}
	b := bytes.NewBuffer(bytes.Clone(f.toSwitch))
	if len(view.Versions) > 0 {
		if p := r.fill(b, languagesFile, view.Versions); p != nil {
			return p
		}
	}
	f.between = append(b.Bytes(), f.fromSwitch...)
	return nil
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
