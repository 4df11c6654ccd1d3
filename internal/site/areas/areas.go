// Package areas tells which areas of a map are which kecamatan of the city, and whether a map
// agrees with the facts.
//
// In come the facts, a map's areas with their properties, and the map as it was drawn of them. Out
// come the code of a kecamatan for each area, and problems at their places. It draws nothing.
package areas

import (
	"strconv"
	"strings"
	"unicode"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site"
)

// Borders reach a city from many hands. The code of an area is in "code", or in KDCPUM,
// kode_kec or district_code, with dots or without, with letters before it, of the
// Ministry of Home Affairs or of Statistics Indonesia, of a kecamatan or of one of its
// kelurahan. What the site knows of its kecamatan tells which of all values it is.

// Known are the codes of the kecamatan that a map may show, with all else that
// CodesOf asks of a site: as long as they stay, its answer does.
func Known(s *site.Site) []string {
	c := &s.Config
	list := []string{string(s.City.Province.Code), c.Language.String(), strconv.FormatBool(c.KnowsLanguages()),
		strconv.Itoa(len(c.Languages))}
	for _, language := range c.Languages {
		list = append(list, language.String())
	}
	for i := range s.Kecamatan {
		k := &s.Kecamatan[i]
		list = append(list, string(k.Code), string(k.BPSCode), k.Name,
			strconv.FormatBool(s.IsWellFormed(site.KindKecamatan, k.ID)), strconv.Itoa(len(k.Aliases)))
		list = append(list, k.Aliases...)
		for j := range k.Kelurahan {
			list = append(list, string(k.Kelurahan[j].Code), string(k.Kelurahan[j].BPSCode))
		}
	}
	return list
}

// CodesOf names the kecamatan that each feature of a survey is, or is a part of, by its
// code, and warns of a map that contradicts them. It returns none when that cannot be told
// of all, which is a problem, or when the kecamatan themselves could not all be read.
func CodesOf(s *site.Site, survey *geojson.Survey) ([]string, diag.List) {
	codes, problems := codesOf(s, survey)
	for _, text := range []geojson.Text{survey.Source, survey.Note} {
		problems = append(problems, checkText(s, text)...)
	}
	return codes, problems
}

// checkText wants the languages of a text to be the site's.
func checkText(s *site.Site, text geojson.Text) diag.List {
	var languages []records.Ref
	for _, said := range text {
		if said.Language != "" {
			languages = append(languages, records.Ref{ID: said.Language, Place: said.Place})
		}
	}
	return s.Config.CheckLanguages(languages, true)
}

func codesOf(s *site.Site, survey *geojson.Survey) ([]string, diag.List) {
	if !s.IsWhole(site.KindKecamatan) || len(s.Kecamatan) == 0 || len(survey.Features) == 0 {
		return nil, nil
	}
	n := namer{site: s, survey: survey, known: map[string]match{}}
	for i := range s.Kecamatan {
		k := &s.Kecamatan[i]
		if k.Code == "" || !s.IsWellFormed(site.KindKecamatan, k.ID) {
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
	return codes, append(n.checkNames(found), survey.CheckCountry(isSouthern(s))...)
}

// match is what a value means: the code of a kecamatan, "" when nothing; part says that
// it is one of its kelurahan.
type match struct {
	code string
	part bool
	by   geojson.Property
}

type namer struct {
	site     *site.Site
	survey   *geojson.Survey
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

// digitsOf is a code without what people put around it: "id1234010", "12.34.01",
// 1234010.0. It is "" for what is no code.
func digitsOf(value string) string {
	value = strings.TrimSuffix(strings.TrimSpace(value), ".0")
	value = strings.TrimLeftFunc(value, func(r rune) bool {
		return unicode.IsLetter(r) || strings.ContainsRune(" .:_-", r)
	})
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
func (n *namer) meaning(p geojson.Property) match {
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
func (n *namer) any(f *geojson.Feature) match {
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
