package areas

import (
	"maps"
	"slices"
	"strings"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// checkNone tells once of a map on which no area has a code that we know: what the map
// wants, and what it has.
func (n *namer) checkNone(found []match) bool {
	if slices.ContainsFunc(found, func(m match) bool { return m.code != "" || m.by.Key == "code" }) {
		return false
	}
	first := &n.survey.Features[0]
	p := diag.At(first.Place, "areas-unknown", diag.Count(len(found)))
	wanted := &n.site.Kecamatan[0]
	if key, k := n.named(); key != "" {
		n.say(p.WithHint("areas-named", key, string(k.Code), k.Name))
	} else {
		n.say(p.WithHint("areas-wanted", diag.Count(len(n.site.Kecamatan)), string(wanted.Code), contents(first)))
	}
	return true
}

// named is the first key that holds the names of kecamatan, with the first of them.
func (n *namer) named() (string, *site.Kecamatan) {
	names := map[string]*site.Kecamatan{}
	for i := range n.site.Kecamatan {
		names[plainName(n.site.Kecamatan[i].Name)] = &n.site.Kecamatan[i]
	}
	for i := range n.survey.Features {
		for _, p := range n.survey.Features[i].Properties {
			if k := names[plainName(p.Value)]; k != nil && !p.Number {
				return p.Key, k
			}
		}
	}
	return "", nil
}

// plainName is a name as lists spell it in one way or another: "Kec. Setu", "SERPONG UTARA".
func plainName(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, title := range []string{"kecamatan ", "kec. ", "kec "} {
		name = strings.TrimPrefix(name, title)
	}
	return strings.NewReplacer(" ", "", "-", "").Replace(name)
}

// contents are the properties of a feature as they stand there, codes and names first.
func contents(f *geojson.Feature) any {
	rank := func(p geojson.Property) int {
		key := strings.ToLower(p.Key)
		for i, part := range []string{"kod", "code", "kd", "kec", "district", "nam", "wadm"} {
			if strings.Contains(key, part) {
				return i
			}
		}
		return len(key) + 100
	}
	sorted := slices.Clone(f.Properties)
	slices.SortStableFunc(sorted, func(a, b geojson.Property) int { return rank(a) - rank(b) })
	var list []string
	for _, p := range sorted[:min(4, len(sorted))] {
		value := p.Value
		if !p.Number {
			value = string(diag.Quoted(value))
		}
		list = append(list, string(diag.Quoted(p.Key))+": "+value)
	}
	if len(list) == 0 {
		return "{}"
	}
	return diag.Whole(strings.Join(list, ", "))
}

// fewForeign is how many areas of no kecamatan are told one by one; a map with more is
// of a wider region.
const fewForeign = 5

// checkEach tells of areas that are no kecamatan.
func (n *namer) checkEach(found []match) {
	finder := diag.NewFinder(n.codes())
	var foreign []match
	for i, m := range found {
		if m.code == "" && m.by.Key == "" {
			f := &n.survey.Features[i]
			n.say(diag.At(f.Place, "area-no-code").WithHint("area-has", contents(f)))
		} else if m.code == "" {
			foreign = append(foreign, m)
		}
	}
	if len(foreign) > fewForeign {
		n.say(diag.At(foreign[0].by.Place, "areas-foreign", diag.Count(len(foreign)), foreign[0].by.Value).
			WithHint("area-drop"))
		return
	}
	for _, m := range foreign {
		n.say(n.strange(m, finder))
	}
}

// strange tells of a code that no kecamatan has.
func (n *namer) strange(m match, finder *diag.Finder) diag.Problem {
	switch p := m.by; {
	case p.Value == "":
		return diag.At(p.Place, "empty-value", p.Key)
	case p.Number:
		return diag.At(p.Place, "wrong-type", p.Key, diag.Word("text"), diag.Word("number")).
			WithHint("quote-text", diag.Quoted(p.Value))
	default:
		return diag.At(p.Place, "unknown-reference", diag.Word(site.KindKecamatan), p.Value).Suggest(p.Value, finder)
	}
}

func (n *namer) codes() []string {
	var codes []string
	for i := range n.site.Kecamatan {
		codes = append(codes, string(n.site.Kecamatan[i].Code))
	}
	return codes
}

// checkTwice tells of kecamatan that are drawn twice. Features with the code of their
// kecamatan may still be its parts, when each has a code of its own, or a name and there
// are more of them than kecamatan.
func (n *namer) checkTwice(found []match) {
	groups := map[string][]int{}
	for i, m := range found {
		groups[m.code] = append(groups[m.code], i)
	}
	delete(groups, "") // these are no kecamatan
	for _, code := range slices.Sorted(maps.Keys(groups)) {
		list := groups[code]
		whole := slices.IndexFunc(list, func(i int) bool { return !found[i].part })
		part := slices.IndexFunc(list, func(i int) bool { return found[i].part })
		switch {
		case whole >= 0 && part >= 0:
			n.say(diag.At(found[list[whole]].by.Place, "area-levels", code).WithHint("area-one-level"))
		case whole >= 0 && len(list) > 1 && !n.differ(list, found[list[0]].by.Key, len(found) > len(n.site.Kecamatan)):
			n.sayTwice(found, list)
		case part >= 0:
			n.checkParts(found, list)
		}
	}
}

// checkParts tells of a kelurahan that is there twice.
func (n *namer) checkParts(found []match, list []int) {
	first := map[string]int{}
	for _, i := range list {
		if k, twice := first[found[i].by.Value]; twice {
			n.sayTwice(found, []int{k, i})
		} else {
			first[found[i].by.Value] = i
		}
	}
}

func (n *namer) sayTwice(found []match, list []int) {
	first := found[list[0]].by
	for _, i := range list[1:] {
		p := diag.At(found[i].by.Place, "duplicate-code", found[i].by.Value, first.Place.String())
		if key := found[i].by.Key; key != "code" {
			p = p.WithHint("code-read-from", key)
		}
		n.say(p)
	}
}

// differ says whether some features all have a code of a part under a key that all have,
// or a text there if names will do, and no two the same.
func (n *namer) differ(list []int, own string, names bool) bool {
	for _, p := range n.survey.Features[list[0]].Properties {
		values := map[string]bool{}
		for _, i := range list {
			q, _ := n.survey.Features[i].Property(p.Key)
			if part := len(digitsOf(q.Value)) == partDigits; part || names && !q.Number && q.Value != "" {
				values[q.Value] = true
			}
		}
		if p.Key != own && p.Key != "code" && len(values) == len(list) {
			return true
		}
	}
	return false
}
