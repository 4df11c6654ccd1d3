package site

import (
	"net/mail"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"blandongan/internal/diag"
)

// A fault is a problem whose place the reader of the file fills in.
func fault(code diag.Code, args ...any) *diag.Problem {
	p := diag.At(diag.Place{}, code, args...)
	return &p
}

func faultHint(code diag.Code, word string, hint diag.HintCode, args ...any) *diag.Problem {
	p := diag.At(diag.Place{}, code, word).WithHint(hint, args...)
	return &p
}

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
var codeForms = map[diag.Word]string{"province-code": "12", "city-code": "12.34", "kecamatan-code": "12.34.56", "kelurahan-code": "12.34.56.1001"}

func readCode[T ~string](to *T, word string, form *regexp.Regexp, name diag.Word) *diag.Problem {
	if !form.MatchString(word) {
		return codeHint(fault("bad-code", word, name), word, codeForms[name])
	}
	*to = T(word)
	return nil
}

// ReadLiteral accepts a province's code.
func (c *ProvinceCode) ReadLiteral(w string) *diag.Problem {
	return readCode(c, w, provinceCode, "province-code")
}

// ReadLiteral accepts a city's or regency's code.
func (c *CityCode) ReadLiteral(w string) *diag.Problem {
	return readCode(c, w, cityCode, "city-code")
}

// ReadLiteral accepts a kecamatan's code.
func (c *KecamatanCode) ReadLiteral(w string) *diag.Problem {
	return readCode(c, w, kecamatanCode, "kecamatan-code")
}

// ReadLiteral accepts a kelurahan's or desa's code.
func (c *KelurahanCode) ReadLiteral(w string) *diag.Problem {
	return readCode(c, w, kelurahanCode, "kelurahan-code")
}

// ReadLiteral accepts the code of a province or of a city.
func (c *RegionCode) ReadLiteral(w string) *diag.Problem {
	return readCode(c, w, regionCode, "region-code")
}

// ReadLiteral accepts a BPS code of any level.
func (c *BPSCode) ReadLiteral(w string) *diag.Problem { return readCode(c, w, bpsCode, "bps-code") }

// ReadLiteral accepts a postal code.
func (c *PostalCode) ReadLiteral(w string) *diag.Problem {
	return readCode(c, w, postalCode, "postal-code")
}

// URL is a complete address on the web, http or https.
type URL string

// ReadLiteral accepts an absolute http or https address with a host and without
// blanks, control characters or a password.
func (u *URL) ReadLiteral(word string) *diag.Problem {
	p, err := url.Parse(word)
	if err != nil || p.Scheme != "http" && p.Scheme != "https" || p.Hostname() == "" || p.User != nil || strings.ContainsAny(word, " \n\t<>\"'`\\") {
		return faultHint("bad-url", word, "url-form")
	}
	*u = URL(word)
	return nil
}

// Email is one bare address.
type Email string

// ReadLiteral accepts name@host.
func (e *Email) ReadLiteral(word string) *diag.Problem {
	a, err := mail.ParseAddress(word)
	if err != nil || a.Address != word || strings.ContainsAny(word, "?&<>\" ") {
		return fault("bad-email", word)
	}
	*e = Email(word)
	return nil
}

// Slug is the last part of an address: small letters, digits, hyphens.
type Slug string

var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ReadLiteral accepts a slug.
func (s *Slug) ReadLiteral(word string) *diag.Problem {
	if !slugForm.MatchString(word) || len(word) > maxSlug {
		return faultHint("bad-slug", word, "slug-form", Slugify(word))
	}
	if isDevice(word) {
		return fault("file-name-taken", word)
	}
	*s = Slug(word)
	return nil
}

// maxSlug bounds a slug so that the folder it names fits every file system and
// archive format in use (255 bytes a name, 260 characters a path on Windows).
const maxSlug = 100

// Slugify makes a slug of any text: letters lose their accents, everything that
// is not a letter or digit becomes a hyphen. Scripts without Latin letters keep
// nothing; the result is then "tanpa-nama".
func Slugify(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Cf, r): // a soft hyphen and its like: nobody sees it
		case r < 0x300 || r > 0x36f: // not an accent taken off its letter
			if n := b.Len(); n > 0 && b.String()[n-1] != '-' {
				b.WriteByte('-')
			}
		}
		if b.Len() >= maxSlug {
			break
		}
	}
	if s := strings.Trim(b.String(), "-"); s != "" {
		return s
	}
	return nameless
}

// nameless is the slug of a text without a Latin letter or digit.
const nameless = "tanpa-nama"

// Language is a BCP 47 tag.
type Language string

// String returns the tag.
func (l Language) String() string { return string(l) }

// ReadLiteral accepts a known tag: id, en, en-GB.
func (l *Language) ReadLiteral(word string) *diag.Problem {
	if _, err := language.Parse(word); err != nil || strings.Contains(word, "_") {
		return adviseWord(fault("bad-language", word), languageNames, word)
	}
	*l = Language(word)
	return nil
}

// Zone is an IANA time zone.
type Zone struct{ *time.Location }

// ReadLiteral accepts a name of the time zone database: Asia/Jakarta.
func (z *Zone) ReadLiteral(word string) *diag.Problem {
	loc, err := time.LoadLocation(word)
	if err != nil || word == "Local" {
		return adviseWord(fault("bad-time-zone", word), zoneNames, word)
	}
	z.Location = loc
	return nil
}

// Names that people have for languages and time zones, in small letters.
var (
	languageNames = map[string]string{
		"indonesia": "id", "bahasa indonesia": "id", "indonesian": "id", "ind": "id", "ina": "id", "id_id": "id",
		"inggris": "en", "bahasa inggris": "en", "english": "en", "eng": "en", "en_us": "en", "en_gb": "en-GB",
		"jawa": "jv", "bahasa jawa": "jv", "sunda": "su", "bahasa sunda": "su", "melayu": "ms", "arab": "ar",
	}
	zoneNames = map[string]string{
		"wib": "Asia/Jakarta", "jakarta": "Asia/Jakarta", "asia/jakarta": "Asia/Jakarta",
		"+7": "Asia/Jakarta", "+07": "Asia/Jakarta", "+07:00": "Asia/Jakarta", "+0700": "Asia/Jakarta",
		"wita": "Asia/Makassar", "makassar": "Asia/Makassar", "asia/makassar": "Asia/Makassar",
		"+8": "Asia/Makassar", "+08": "Asia/Makassar", "+08:00": "Asia/Makassar", "+0800": "Asia/Makassar",
		"wit": "Asia/Jayapura", "jayapura": "Asia/Jayapura", "asia/jayapura": "Asia/Jayapura",
		"+9": "Asia/Jayapura", "+09": "Asia/Jayapura", "+09:00": "Asia/Jayapura", "+0900": "Asia/Jayapura",
	}
)

// adviseWord tells the word to write for what people call it.
func adviseWord(p *diag.Problem, names map[string]string, word string) *diag.Problem {
	word = strings.Join(strings.Fields(strings.ToLower(word)), " ")
	word = strings.TrimPrefix(strings.TrimPrefix(word, "gmt"), "utc")
	if name := names[strings.TrimSpace(word)]; name != "" {
		told := p.WithHint("write-it", name)
		return &told
	}
	return p
}
