package plan

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"blandongan/internal/atlas"
	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// Borders reach a city from many hands. The code of an area is in "code", or in KDCPUM,
// kode_kec or district_code, with dots or without, with letters before it, of the
// Ministry of Home Affairs or of Statistics Indonesia, of a kecamatan or of one of its
// kelurahan. What the site knows of its kecamatan tells which of all values it is.

// AreaCodes are the codes of the kecamatan that a map may show, with all else that
// CodesOf asks of them: as long as they stay, its answer does.
func AreaCodes(s *site.Site) []string {
	var list []string
	for i := range s.Kecamatan {
		k := &s.Kecamatan[i]
		list = append(list, string(k.Code), string(k.BPSCode), k.Name)
		for j := range k.Kelurahan {
			list = append(list, string(k.Kelurahan[j].Code), string(k.Kelurahan[j].BPSCode))
		}
	}
	return list
}

// CodesOf names the kecamatan that each feature of a survey is, or is a part of, by its
// code. It returns none when that cannot be told of all, which is a problem, or when
// the kecamatan themselves could not all be read.
func CodesOf(s *site.Site, survey *atlas.Survey) ([]string, diag.List) {
	if s.IsClosed("kecamatan") || len(s.Kecamatan) == 0 || len(survey.Features) == 0 {
		return nil, nil
	}
	n := namer{site: s, survey: survey, known: map[string]match{}}
	for i := range s.Kecamatan {
		k := &s.Kecamatan[i]
		if k.Code == "" || !s.IsSound("kecamatan", k.ID) {
			return nil, nil // it has been reported, and any area may be meant
		}
		n.learn(k)
	}
	found := n.match()
	if !n.checkNone(found) {
		n.checkEach(found)
		n.checkTwice(found)
	}
	if len(n.problems) > 0 {
		return nil, n.problems
	}
	codes := make([]string, len(found))
	for i, m := range found {
		codes[i] = m.code
	}
	return codes, nil
}

// match is what a value means: the code of a kecamatan, "" when nothing; part says that
// it is one of its kelurahan.
type match struct {
	code string
	part bool
	by   atlas.Property
}

type namer struct {
	site     *site.Site
	survey   *atlas.Survey
	known    map[string]match // by digits
	problems diag.List
}

func (n *namer) say(p diag.Problem) { n.problems = append(n.problems, p) }

// learn adds the codes of a kecamatan and its kelurahan.
func (n *namer) learn(k *site.Kecamatan) {
	code := string(k.Code)
	n.known[digitsOf(code)] = match{code: code}
	if k.BPSCode != "" {
		n.known[digitsOf(string(k.BPSCode))] = match{code: code}
	}
	for i := range k.Kelurahan {
		for _, part := range []string{string(k.Kelurahan[i].Code), string(k.Kelurahan[i].BPSCode)} {
			if part != "" {
				n.known[digitsOf(part)] = match{code: code, part: true}
			}
		}
	}
}

// digitsOf is a code without what people put around it: "id3674010", "36.74.01",
// 3674010.0. It is "" for what is no code.
func digitsOf(value string) string {
	value = strings.TrimSuffix(strings.TrimSpace(value), ".0")
	value = strings.TrimLeftFunc(value, func(r rune) bool { return unicode.IsLetter(r) || strings.ContainsRune(" .:_-", r) })
	value = strings.NewReplacer(".", "", "-", "", " ", "").Replace(value)
	if strings.Trim(value, "0123456789") != "" {
		return ""
	}
	return value
}

// Codes of the ministry have 6 digits for a kecamatan and 4 more for its parts, of which
// the first says what they are: 1 for kelurahan, 2 for desa, 3 for desa adat. Those of
// Statistics Indonesia have 7 and 3.
const (
	ownDigits  = 6
	bpsDigits  = 7
	partDigits = 10
)

// meaning tells what a property means, though the kelurahan itself may not be listed.
func (n *namer) meaning(p atlas.Property) match {
	d := digitsOf(p.Value)
	m, known := n.known[d]
	if !known && len(d) == partDigits {
		if m = n.known[d[:bpsDigits]]; m.code == "" && d[ownDigits] >= '1' && d[ownDigits] <= '3' {
			m = n.known[d[:ownDigits]]
		}
		m.part = true
	}
	m.by = p
	return m
}

// match finds what each feature is. The key "code" counts where there is any sense in
// it; else the key that says it of all, of whole kecamatan before parts; else each
// feature has its own.
func (n *namer) match() []match {
	keys, whole, parts := n.keys()
	all := len(n.survey.Features)
	best, usual := "", ""
	for _, key := range keys {
		if whole[key]+parts[key] == all && (best == "" || whole[key] > whole[best]) {
			best = key
		}
		if whole[key]+parts[key] > whole[usual]+parts[usual] {
			usual = key
		}
	}
	if whole["code"]+parts["code"] > 0 {
		best, usual = "code", "code"
	}
	found := make([]match, all)
	for i := range n.survey.Features {
		f := &n.survey.Features[i]
		if p, ok := f.Property(best); ok {
			found[i] = n.meaning(p)
		} else {
			found[i] = n.any(f)
		}
		if p, ok := f.Property(usual); ok && found[i].by.Key == "" {
			found[i].by = p // what is wrong there is worth telling
		}
	}
	return found
}

// keys are those of the features in their order, with how many of each are the code of
// a whole kecamatan or of a part.
func (n *namer) keys() (keys []string, whole, parts map[string]int) {
	whole, parts = map[string]int{}, map[string]int{}
	seen := map[string]bool{}
	for i := range n.survey.Features {
		for _, p := range n.survey.Features[i].Properties {
			if !seen[p.Key] {
				seen[p.Key] = true
				keys = append(keys, p.Key)
			}
			switch m := n.meaning(p); {
			case m.code != "" && m.part:
				parts[p.Key]++
			case m.code != "":
				whole[p.Key]++
			}
		}
	}
	return keys, whole, parts
}

// any is the first meaning that a property of a feature has, of a whole kecamatan if
// there is one.
func (n *namer) any(f *atlas.Feature) match {
	var part match
	for _, p := range f.Properties {
		if m := n.meaning(p); m.code != "" && !m.part {
			return m
		} else if m.code != "" && part.code == "" {
			part = m
		}
	}
	return part
}

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
func contents(f *atlas.Feature) any {
	rank := func(p atlas.Property) int {
		key := strings.ToLower(p.Key)
		for i, part := range []string{"kod", "code", "kd", "kec", "district", "nam", "wadm"} {
			if strings.Contains(key, part) {
				return i
			}
		}
		return len(key) + 100
	}
	sorted := slices.Clone(f.Properties)
	slices.SortStableFunc(sorted, func(a, b atlas.Property) int { return rank(a) - rank(b) })
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
		n.say(diag.At(foreign[0].by.Place, "areas-foreign", diag.Count(len(foreign)), foreign[0].by.Value).WithHint("area-drop"))
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
		return diag.At(p.Place, "wrong-type", p.Key, diag.Word("text"), diag.Word("number")).WithHint("quote-text", diag.Quoted(p.Value))
	default:
		return diag.At(p.Place, "unknown-reference", diag.Word("kecamatan"), p.Value).Suggest(p.Value, finder)
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
