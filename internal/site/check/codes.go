package check

import (
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// The lengths of Statistics Indonesia's codes by level.
const bpsCity, bpsKecamatan, bpsKelurahan = 4, 7, 10

// checkCodes wants every code to be of its level, once, and inside of what it is a part of:
// the city's in its province, a kecamatan's in its city.
func (c *checker) checkCodes(entries []*site.Entry) {
	for _, e := range entries {
		switch v := e.Value.(type) {
		case *site.City:
			if e.WellFormed {
				c.checkBPSLevel(v.BPSCode, v.At("bps_code"), bpsCity, "bps-city-code")
			}
		case *site.Kecamatan:
			if e.WellFormed {
				c.checkBPSLevel(v.BPSCode, v.At("bps_code"), bpsKecamatan, "bps-kecamatan-code")
				c.checkKelurahan(v)
			}
		}
	}
	city, seen := &c.site.City, map[string]diag.Place{}
	c.checkInside(string(city.Code), city.At("code"), string(city.Province.Code)+".", city.Province.Name, "province")
	for i := range c.site.Kecamatan {
		k := &c.site.Kecamatan[i]
		c.checkInside(string(k.Code), k.At("code"), string(city.Code)+".", city.Name, site.KindCity)
		c.checkInside(string(k.BPSCode), k.At("bps_code"), string(city.BPSCode), city.Name, site.KindCity)
		c.checkOnce(seen, string(k.Code), k.At("code"))
		c.checkOnce(seen, string(k.BPSCode), k.At("bps_code"))
		for j := range k.Kelurahan {
			w := &k.Kelurahan[j]
			c.checkOnce(seen, string(w.Code), w.At("code"))
			c.checkOnce(seen, string(w.BPSCode), w.At("bps_code"))
		}
	}
}

func (c *checker) checkOnce(seen map[string]diag.Place, code string, at diag.Place) {
	if code == "" {
		return
	}
	if other, ok := seen[code]; ok {
		c.say(diag.At(at, "duplicate-code", code, other.String()))
		return
	}
	seen[code] = at
}

// checkInside wants a code to begin with that of what it is a part of. What is not known
// is not held against anything.
func (c *checker) checkInside(code string, at diag.Place, begin, name string, parent diag.Word) {
	if of := strings.Trim(begin, "."); code != "" && of != "" && !strings.HasPrefix(code, begin) {
		c.say(diag.At(at, "code-outside-parent", code, of, parent).WithHint("starts-with", name, begin))
	}
}

// checkBPSLevel wants a code of Statistics Indonesia to be of the right level.
func (c *checker) checkBPSLevel(code value.BPSCode, at diag.Place, length int, form diag.Word) {
	if code != "" && len(code) != length {
		c.say(diag.At(at, "bad-code", string(code), form))
	}
}

func (c *checker) checkKelurahan(k *site.Kecamatan) {
	seen := map[string]diag.Place{}
	for i := range k.Kelurahan {
		w := &k.Kelurahan[i]
		c.checkWardAliases(w)
		c.checkInside(string(w.Code), w.At("code"), string(k.Code)+".", k.Name, site.KindKecamatan)
		c.checkBPSLevel(w.BPSCode, w.At("bps_code"), bpsKelurahan, "bps-kelurahan-code")
		if len(w.BPSCode) == bpsKelurahan && len(k.BPSCode) == bpsKecamatan {
			c.checkInside(string(w.BPSCode), w.At("bps_code"), string(k.BPSCode), k.Name, site.KindKecamatan)
		}
		c.checkNamed(seen, levelOf(w)+" "+sameName(w.Name), w.Name, w.At("name"), "kelurahan")
	}
}

// levelOf tells a kelurahan from a desa, which may bear its name.
func levelOf(w *site.Kelurahan) string {
	if len(w.Code) < len("12.34.56.1") {
		return ""
	}
	return string(w.Code[len("12.34.56."):len("12.34.56.1")])
}

// checkNamed wants a name once among the same.
func (c *checker) checkNamed(seen map[string]diag.Place, key, name string, at diag.Place, kind diag.Word) {
	if name == "" {
		return
	}
	if other, ok := seen[key]; ok {
		c.say(diag.At(at, "duplicate-name", kind, name, other.String()).WithHint("name-or-code"))
		return
	}
	seen[key] = at
}

// sameName is a name as far as readers tell names apart.
func sameName(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// checkPlaceNames wants no two kecamatan of one name.
func (c *checker) checkPlaceNames() {
	seen := map[string]diag.Place{}
	for i := range c.site.Kecamatan {
		k := &c.site.Kecamatan[i]
		c.checkNamed(seen, sameName(k.Name), k.Name, k.At("name"), site.KindKecamatan)
	}
}

// checkWardAliases wants the aliases of a kelurahan to be names: it has no page.
func (c *checker) checkWardAliases(w *site.Kelurahan) {
	for i, word := range w.Aliases {
		if site.IsAddress(word) {
			c.say(diag.At(w.AtEntry("aliases", i), "alias-no-page", word))
		}
	}
}
