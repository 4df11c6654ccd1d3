package value

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// Slug is the last part of an address: small letters, digits, hyphens.
type Slug string

var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// IsSlug says whether a word has the form of a slug, however long it is.
func IsSlug(word string) bool { return slugForm.MatchString(word) }

// MaxSlug bounds a slug so that the folder it names fits every file system and
// archive format in use (255 bytes a name, 260 characters a path on Windows).
const MaxSlug = 100

// Nameless is the slug of a text without a Latin letter or digit.
const Nameless = "tanpa-nama"

// ReadLiteral accepts a slug.
func (s *Slug) ReadLiteral(word string) *diag.Problem {
	if !IsSlug(word) || len(word) > MaxSlug {
		return records.RefuseHint("bad-slug", word, "slug-form", Slugify(word))
	}
	if IsTaken(word) {
		return records.Refuse("file-name-taken", word)
	}
	*s = Slug(word)
	return nil
}

// Example returns the last part of an address.
func (*Slug) Example() string { return "alamat-pendek" }

// Pattern returns how it looks: see records.Patterned.
func (*Slug) Pattern() string { return slugForm.String() }

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
		if b.Len() >= MaxSlug {
			break
		}
	}
	if s := strings.Trim(b.String(), "-"); s != "" {
		return s
	}
	return Nameless
}
