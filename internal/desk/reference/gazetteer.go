package reference

import (
	"slices"
	"strings"

	"blandongan/internal/desk/register"
	"blandongan/internal/desk/settings"
)

// addPlaces puts all places of the data into the lexicon.
func (r *Rules) addPlaces(regions []settings.Region) {
	for i := range regions {
		r.addRegion(&regions[i])
	}
	r.addCity()
	for i := range r.facts.Kecamatan {
		r.addKecamatan(&r.facts.Kecamatan[i])
	}
	r.addNeighbours()
}

func (r *Rules) addRegion(x *settings.Region) {
	p := &place{kind: kind(x.Kind), name: x.Name, code: string(x.Code)}
	if known := r.same(p); known != nil {
		p = known
	} else {
		r.regions = append(r.regions, p)
	}
	r.names.add(x.Name, p)
	for _, alias := range x.Aliases {
		r.names.add(alias, p)
	}
	if k, bare := split(x.Capital); k == city { // of the province's own name, as a rule
		capital := &place{kind: city, name: bare}
		if r.same(capital) == nil {
			r.regions = append(r.regions, capital)
			r.names.add(bare, capital)
		}
	}
	for i, said := range slices.Concat(x.Mottos, x.Nicknames) {
		r.addNickname(said, p, i < len(x.Mottos))
	}
}

// same returns the region that is known already.
func (r *Rules) same(p *place) *place {
	for _, q := range r.regions {
		if q.kind == p.kind && strings.EqualFold(q.name, p.name) {
			return q
		}
	}
	return nil
}

// split takes the word for the kind from a region's name; kind is "" where there is none.
func split(full string) (k kind, bare string) {
	first, rest, _ := strings.Cut(full, " ")
	if k = markers[strings.ToLower(first)]; (k == city || k == regency || k == province) && rest != "" {
		return k, rest
	}
	return "", full
}

func (r *Rules) addCity() {
	f := r.facts
	k, bare := split(f.City.Name)
	if bare == "" {
		return
	}
	if k == "" {
		k = city
	}
	p := &place{kind: k, name: bare, code: f.City.Code, own: true}
	if known := r.same(p); known != nil {
		known.own, p = true, known
	} else {
		r.regions = append(r.regions, p)
	}
	r.city = p
	r.spelt.add(r.names.add(bare, p))
	if f.City.ShortName != "" {
		r.spelt.add(r.names.add(f.City.ShortName, p))
	}
	for _, motto := range f.City.Motto {
		r.addNickname(motto, p, true)
	}
	if _, name := split(f.City.ProvinceName); name != "" {
		prov := &place{kind: province, name: name, code: f.City.ProvinceCode}
		if r.same(prov) == nil {
			r.regions = append(r.regions, prov)
			r.names.add(name, prov)
		}
	}
}

func (r *Rules) addKecamatan(k *register.Kecamatan) {
	p := &place{kind: kecamatan, name: k.Name, code: k.Code, own: true, kecamatan: k}
	r.spelt.add(r.names.add(k.Name, p))
	for _, alias := range k.Aliases {
		if !strings.HasPrefix(alias, "/") {
			r.names.add(alias, p)
		}
	}
	for i := range k.Kelurahan {
		l := &k.Kelurahan[i]
		q := &place{kind: kelurahan, name: l.Name, code: l.Code, own: true, inside: k}
		r.spelt.add(r.names.add(l.Name, q))
		for _, alias := range l.Aliases {
			r.spelt.add(r.names.add(alias, q))
		}
	}
	for i := range k.Sights {
		s := &k.Sights[i]
		n := r.names.add(s.Name, &place{kind: sight, name: s.Name, own: true, inside: k})
		r.spelt.add(n)
		if n == nil || len(n.words) < 2 {
			continue
		}
		for _, said := range s.Kinds {
			if strings.ToLower(said) == n.words[0] {
				r.kinds[n.words[0]] = said
			}
		}
	}
}

// addNeighbours adds the regions around the city. One whose name the city's begins with is
// easily written in its place, unless our places once were its own.
func (r *Rules) addNeighbours() {
	for _, full := range r.facts.City.Neighbours {
		k, bare := split(full)
		if k == "" {
			if r.names.get(strings.Fields(strings.ToLower(bare))) == nil {
				r.names.add(bare, &place{kind: province, name: bare})
			}
			continue
		}
		p := &place{kind: k, name: bare}
		if known := r.same(p); known != nil {
			p = known
		} else {
			r.regions = append(r.regions, p)
		}
		name := r.names.add(bare, p)
		r.spelt.add(name)
		if c := &r.facts.City; r.city != nil && strings.HasPrefix(r.city.name, bare+" ") &&
			(!c.Founded || c.SplitFrom != full) {
			r.addConfusion(p)
		}
	}
}

// confusion is another region whose name is a part of the city's.
type confusion struct{ other *place }

func (r *Rules) addConfusion(p *place) {
	if !slices.ContainsFunc(r.confused, func(c confusion) bool { return c.other == p }) {
		r.confused = append(r.confused, confusion{p})
	}
}
