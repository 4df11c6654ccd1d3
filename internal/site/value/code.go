package value

import (
	"regexp"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// Area codes follow Permendagri 58/2021: province 2 digits, city or regency 2
// more, kecamatan 2 more, kelurahan or desa 4 more, joined by dots. They are
// text: 36.10 is not 36.1.
type (
	// ProvinceCode is like "36".
	ProvinceCode string
	// CityCode is like "12.34".
	CityCode string
	// KecamatanCode is like "12.34.56".
	KecamatanCode string
	// KelurahanCode is like "12.34.56.1001".
	KelurahanCode string
	// RegionCode is a province's or a city's code.
	RegionCode string
	// BPSCode is Statistics Indonesia's own code: 2 to 10 digits without dots,
	// numbered in another order than Kemendagri's. Never derive one from the other.
	BPSCode string
	// PostalCode is 5 digits.
	PostalCode string
)

var (
	provinceCode  = regexp.MustCompile(`^\d{2}$`)
	cityCode      = regexp.MustCompile(`^\d{2}\.\d{2}$`)
	regionCode    = regexp.MustCompile(`^\d{2}(\.\d{2})?$`)
	kecamatanCode = regexp.MustCompile(`^\d{2}\.\d{2}\.\d{2}$`)
	kelurahanCode = regexp.MustCompile(`^\d{2}\.\d{2}\.\d{2}\.[1-3]\d{3}$`) // 1 kelurahan, 2 desa, 3 desa adat
	bpsCode       = regexp.MustCompile(`^(\d{2}|\d{4}|\d{7}|\d{10})$`)
	postalCode    = regexp.MustCompile(`^\d{5}$`)
)

// codeForms show where the dots stand, by the names of codes.
var codeForms = map[diag.Word]string{
	"province-code": "12", "city-code": "12.34", "kecamatan-code": "12.34.56", "kelurahan-code": "12.34.56.1001",
}

func readCode[T ~string](to *T, word string, form *regexp.Regexp, name diag.Word) *diag.Problem {
	if !form.MatchString(word) {
		return codeHint(records.Refuse("bad-code", word, name), word, codeForms[name])
	}
	*to = T(word)
	return nil
}

// ReadLiteral accepts a province's code.
func (c *ProvinceCode) ReadLiteral(w string) *diag.Problem {
	return readCode(c, w, provinceCode, "province-code")
}

// Example returns a province's code.
func (*ProvinceCode) Example() string { return `"12"` }

// Pattern returns how it looks: see records.Patterned.
func (*ProvinceCode) Pattern() string { return provinceCode.String() }

// ReadLiteral accepts a city's or regency's code.
func (c *CityCode) ReadLiteral(w string) *diag.Problem {
	return readCode(c, w, cityCode, "city-code")
}

// Example returns a city's code.
func (*CityCode) Example() string { return `"12.34"` }

// Pattern returns how it looks: see records.Patterned.
func (*CityCode) Pattern() string { return cityCode.String() }

// ReadLiteral accepts a kecamatan's code.
func (c *KecamatanCode) ReadLiteral(w string) *diag.Problem {
	return readCode(c, w, kecamatanCode, "kecamatan-code")
}

// Example returns a kecamatan's code.
func (*KecamatanCode) Example() string { return `"12.34.56"` }

// Pattern returns how it looks: see records.Patterned.
func (*KecamatanCode) Pattern() string { return kecamatanCode.String() }

// ReadLiteral accepts a kelurahan's or desa's code.
func (c *KelurahanCode) ReadLiteral(w string) *diag.Problem {
	return readCode(c, w, kelurahanCode, "kelurahan-code")
}

// Example returns a kelurahan's code.
func (*KelurahanCode) Example() string { return `"12.34.56.1001"` }

// Pattern returns how it looks: see records.Patterned.
func (*KelurahanCode) Pattern() string { return kelurahanCode.String() }

// ReadLiteral accepts the code of a province or of a city.
func (c *RegionCode) ReadLiteral(w string) *diag.Problem {
	return readCode(c, w, regionCode, "region-code")
}

// Example returns a region's code.
func (*RegionCode) Example() string { return `"12.34"` }

// Pattern returns how it looks: see records.Patterned.
func (*RegionCode) Pattern() string { return regionCode.String() }

// ReadLiteral accepts a BPS code of any level.
func (c *BPSCode) ReadLiteral(w string) *diag.Problem { return readCode(c, w, bpsCode, "bps-code") }

// Example returns a BPS code.
func (*BPSCode) Example() string { return `"1234"` }

// Pattern returns how it looks: see records.Patterned.
func (*BPSCode) Pattern() string { return bpsCode.String() }

// ReadLiteral accepts a postal code.
func (c *PostalCode) ReadLiteral(w string) *diag.Problem {
	return readCode(c, w, postalCode, "postal-code")
}

// Example returns a postal code.
func (*PostalCode) Example() string { return `"15310"` }

// Pattern returns how it looks: see records.Patterned.
func (*PostalCode) Pattern() string { return postalCode.String() }

// codeHint adds to a problem with a code what it most likely should be: its digits
// parted by dots, as far as this level goes.
func codeHint(p *diag.Problem, word string, example string) *diag.Problem {
	if example == "" {
		return p
	}
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, word)
	var code strings.Builder
	for _, r := range example {
		switch {
		case r == '.':
			code.WriteByte('.')
		case digits == "":
			return p
		default:
			code.WriteByte(digits[0])
			digits = digits[1:]
		}
	}
	hinted := p.WithHint("write-it", diag.Quoted(code.String()))
	switch {
	case code.String() == word:
		hinted = p.WithHint("ward-digit")
	case len(digits)%2 != 0: // of no level: one of another kind
		return p
	}
	return &hinted
}
