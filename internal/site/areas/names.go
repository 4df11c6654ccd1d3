package areas

import (
	"slices"
	"strings"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// southern are the codes of provinces that lie south of the equator with all their
// islands: the south of Sumatra, Java, Bali, and Nusa Tenggara.
var southern = []string{"16", "17", "18", "31", "32", "33", "34", "35", "36", "51", "52", "53"}

// isSouthern says whether the city is surely south of the equator.
func isSouthern(s *site.Site) bool { return slices.Contains(southern, string(s.City.Province.Code)) }

// Keys under which files have the name of an area's kecamatan, and of the area itself,
// without what people put between words. "kecamatan_induk" is neither.
var (
	kecamatanKeys = []string{
		"wadmkc", "kecamatan", "kec", "namakecamatan", "namakec", "nmkecamatan", "nmkec",
		"district", "districtname", "namedistrict", "subdistrict", "subdistrictname", "name3", "adm3id", "adm3en",
		"adm3name",
	}
	ownKeys = []string{"name", "nama", "namobj", "namaobjek", "namawilayah", "label", "title"}
)

// checkNames warns of areas with the code of one kecamatan and the name of another.
func (n *namer) checkNames(found []match) diag.List {
	named, areas := map[string]*site.Kecamatan{}, map[string]int{}
	for i := range n.site.Kecamatan {
		named[plainName(n.site.Kecamatan[i].Name)] = &n.site.Kecamatan[i]
	}
	for _, m := range found {
		areas[m.code]++
	}
	var problems diag.List
	told := map[[2]string]bool{} // a kecamatan may have many parts
	for i, m := range found {
		own := n.kecamatanOf(m.code)
		p, other := otherName(&n.survey.Features[i], own, named, m.part || areas[m.code] > 1)
		pair := [2]string{m.code, p.Value}
		if other == nil || told[pair] {
			continue
		}
		told[pair] = true
		q := diag.At(p.Place, "area-name", m.code, own.Name, p.Value)
		problems = append(problems, q.WithHint("area-name-code", other.Name, string(other.Code)))
	}
	return problems
}

// otherName is the property with the name of another kecamatan; none where one has that
// of its own. Of a part only the kecamatan's name counts: kelurahan are often named like
// another kecamatan.
func otherName(
	f *geojson.Feature, own *site.Kecamatan, named map[string]*site.Kecamatan, part bool,
) (found geojson.Property, other *site.Kecamatan) {

	names := []string{plainName(own.Name)}
	for _, alias := range own.Aliases {
		names = append(names, plainName(alias))
	}
	for _, p := range f.Properties {
		name := plainName(p.Value)
		if slices.Contains(names, name) {
			return found, nil
		}
		key := strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(strings.ToLower(p.Key))
		tells := slices.Contains(kecamatanKeys, key) || !part && slices.Contains(ownKeys, key)
		if k := named[name]; k != nil && other == nil && tells {
			found, other = p, k
		}
	}
	return found, other
}

func (n *namer) kecamatanOf(code string) *site.Kecamatan {
	i := slices.IndexFunc(n.site.Kecamatan, func(k site.Kecamatan) bool { return string(k.Code) == code })
	return &n.site.Kecamatan[i]
}
