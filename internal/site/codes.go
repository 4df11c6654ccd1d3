package site

import (
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/site/value"
)

// checkCodes wants every code once, and inside of what it is a part of: the city's in
// its province, a kecamatan's in its city.
func (a *assembler) checkCodes() {
	seen := map[string]diag.Place{}
	once := func(code string, at diag.Place) {
		if code == "" {
			return
		}
		if other, ok := seen[code]; ok {
			a.say(diag.At(at, "duplicate-code", code, other.String()))
			return
		}
		seen[code] = at
	}
	city := &a.site.City
	a.inside(string(city.Code), city.At("code"), string(city.Province.Code)+".", city.Province.Name, "province")
	for i := range a.site.Kecamatan {
		k := &a.site.Kecamatan[i]
		a.inside(string(k.Code), k.At("code"), string(city.Code)+".", city.Name, "city")
		a.inside(string(k.BPSCode), k.At("bps_code"), string(city.BPSCode), city.Name, "city")
		once(string(k.Code), k.At("code"))
		once(string(k.BPSCode), k.At("bps_code"))
		for j := range k.Kelurahan {
			once(string(k.Kelurahan[j].Code), k.Kelurahan[j].At("code"))
			once(string(k.Kelurahan[j].BPSCode), k.Kelurahan[j].At("bps_code"))
		}
	}
}

func (a *assembler) inside(code string, at diag.Place, begin, name string, parent diag.Word) {
	f := faults{}
	f.inside(code, at, begin, name, parent)
	a.problems = append(a.problems, f.problems...)
}

// inside wants a code to begin with that of what it is a part of. What is not known
// is not held against anything.
func (f *faults) inside(code string, at diag.Place, begin, name string, parent diag.Word) {
	if code != "" && strings.Trim(begin, ".") != "" && !strings.HasPrefix(code, begin) {
		f.sayHint(diag.At(at, "code-outside-parent", code, strings.Trim(begin, "."), parent).WithHint("starts-with", name, begin))
	}
}

// The lengths of Statistics Indonesia's codes by level.
const bpsCity, bpsKecamatan, bpsKelurahan = 4, 7, 10

// bpsLevel wants a code of Statistics Indonesia to be of the right level.
func (f *faults) bpsLevel(code value.BPSCode, at diag.Place, length int, form diag.Word) {
	if code != "" && len(code) != length {
		f.say(at, "bad-code", string(code), form)
	}
}

// wards checks the kelurahan of a kecamatan.
func (f *faults) wards(k *Kecamatan) {
	seen := map[string]diag.Place{}
	for i := range k.Kelurahan {
		w := &k.Kelurahan[i]
		f.wardAliases(w)
		f.inside(string(w.Code), w.At("code"), string(k.Code)+".", k.Name, "kecamatan")
		f.bpsLevel(w.BPSCode, w.At("bps_code"), bpsKelurahan, "bps-kelurahan-code")
		if len(w.BPSCode) == bpsKelurahan && len(k.BPSCode) == bpsKecamatan {
			f.inside(string(w.BPSCode), w.At("bps_code"), string(k.BPSCode), k.Name, "kecamatan")
		}
		f.named(seen, w.level()+" "+sameName(w.Name), w.Name, w.At("name"), "kelurahan")
	}
}

// level tells a kelurahan from a desa, which may bear its name.
func (w *Kelurahan) level() string {
	if len(w.Code) < len("12.34.56.1") {
		return ""
	}
	return string(w.Code[len("12.34.56."):len("12.34.56.1")])
}

// named wants a name once among the same.
func (f *faults) named(seen map[string]diag.Place, key, name string, at diag.Place, kind diag.Word) {
	if name == "" {
		return
	}
	if other, ok := seen[key]; ok {
		f.sayHint(diag.At(at, "duplicate-name", kind, name, other.String()).WithHint("name-or-code"))
		return
	}
	seen[key] = at
}

// sameName is a name as far as readers tell names apart.
func sameName(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// checkPlaceNames wants no two kecamatan of one name.
func (a *assembler) checkPlaceNames() {
	f, seen := faults{}, map[string]diag.Place{}
	for i := range a.site.Kecamatan {
		k := &a.site.Kecamatan[i]
		f.named(seen, sameName(k.Name), k.Name, k.At("name"), "kecamatan")
	}
	a.problems = append(a.problems, f.problems...)
}
