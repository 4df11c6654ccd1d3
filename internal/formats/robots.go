package formats

import (
	"slices"
	"strings"
	"time"

	"blandongan/internal/address"
	"blandongan/internal/ground"
)

// Robots is robots.txt.
func Robots(in ground.Ground) any {
	return Plain("User-agent: *\nAllow: /\n\nSitemap: " + in.Absolute(address.Sitemap) + "\n")
}

// SecurityInputs are what security.txt shows.
type SecurityInputs struct {
	Ground  ground.Ground
	Expires time.Time
}

// Expiry is when the security.txt of a build expires (RFC 9116): on a day less than a
// year ahead. The first of a month eleven months on changes once a month and not with
// every build.
func Expiry(now time.Time) time.Time {
	now = now.UTC()
	return time.Date(now.Year(), now.Month()+11, 1, 0, 0, 0, 0, time.UTC)
}

// Security is security.txt (RFC 9116).
func Security(in SecurityInputs) any {
	g := in.Ground
	var languages []string
	for _, l := range append(slices.Clone(g.Facts.Config.Languages), "en") { // those who report holes know English
		if !slices.Contains(languages, string(l)) {
			languages = append(languages, string(l))
		}
	}
	return Plain("Contact: mailto:" + string(g.Facts.Config.Contact.Email) + "\n" +
		"Expires: " + in.Expires.Format(time.RFC3339) + "\n" +
		"Preferred-Languages: " + strings.Join(languages, ", ") + "\n" +
		"Canonical: " + g.Absolute(address.Security) + "\n")
}
