package check

import (
	"slices"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site"
)

// checkBorders wants neighbours to name each other. A kecamatan names others as
// its neighbours only.
func (c *checker) checkBorders(entries []*site.Entry) {
	for _, e := range entries {
		if e.Kind != site.KindKecamatan {
			continue
		}
		told := map[string]bool{} // written twice is another problem
		for _, r := range e.Found.Refs {
			if r.Kind == site.KindKecamatan && !told[r.ID] && c.oneSided(e.ID, r.ID) {
				told[r.ID] = true
				c.say(diag.At(r.Place, "border-one-sided", e.ID, r.ID))
			}
		}
	}
}

// oneSided says whether a neighbour does not name a kecamatan in turn. One that
// names somebody unknown may have meant it.
func (c *checker) oneSided(id, neighbour string) bool {
	n := c.site.FindKecamatan(neighbour)
	if n == nil || slices.Contains(n.Borders, id) || n.Misread("borders") ||
		!c.site.IsWellFormed(site.KindKecamatan, neighbour) {
		return false
	}
	return !slices.ContainsFunc(n.Borders, func(other string) bool { return c.site.FindKecamatan(other) == nil })
}

// checkOffices wants an office, or a place worth knowing, in a kelurahan that there
// is: the kecamatan's own, or for the city any.
func (c *checker) checkOffices() {
	var all []string
	whole := c.site.IsWhole(site.KindKecamatan)
	for i := range c.site.Kecamatan {
		k := &c.site.Kecamatan[i]
		names := wardNames(k)
		all = append(all, names...)
		c.checkOffice(k.Office, names)
		for j := range k.Sights {
			x := &k.Sights[j]
			c.checkWard(x.Kelurahan, x.At("kelurahan"), names)
		}
		whole = whole && c.site.IsWellFormed(site.KindKecamatan, k.ID) && len(names) > 0
	}
	if whole {
		c.checkOffice(c.site.City.Office, all)
	}
}

func (c *checker) checkOffice(o *site.Office, names []string) {
	if o != nil {
		c.checkWard(o.Kelurahan, o.At("kelurahan"), names)
	}
}

// checkWard wants a kelurahan to be among the given ones, where any are known and none is still to be
// written.
func (c *checker) checkWard(name string, at diag.Place, names []string) {
	if name == "" || len(names) == 0 || records.AreDots(name) || slices.ContainsFunc(names, records.AreDots) {
		return
	}
	if !slices.Contains(names, name) {
		c.say(diag.At(at, "unknown-reference", diag.Word("kelurahan"), name).Suggest(name, diag.NewFinder(names)))
	}
}

// checkThere wants at least one kecamatan: without, every page is nearly empty.
func (c *checker) checkThere() {
	if len(c.site.Kecamatan) == 0 && c.site.IsWhole(site.KindKecamatan) {
		folder := site.PathOfKind(site.KindKecamatan)
		c.say(diag.At(diag.Place{File: folder}, "kecamatan-none").
			WithHint("write-kecamatan", folder+"nama.yaml", site.ExampleOf(site.KindKecamatan)))
	}
}

// wardNames returns the names and other spellings of a kecamatan's kelurahan.
func wardNames(k *site.Kecamatan) []string {
	var names []string
	for _, w := range k.Kelurahan {
		names = append(append(names, w.Name), w.Aliases...)
	}
	return names
}
