package web

import (
	"net/url"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// IsExample says whether nobody can be at a web address or an address for mail: it is in a
// domain that is kept for examples and tests, or one that people write for one.
func IsExample(address string) bool {
	_, host, isMail := strings.Cut(address, "@")
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		host, isMail = u.Hostname(), true
	}
	labels := strings.Split(strings.TrimSuffix(strings.ToLower(host), "."), ".")
	if n := len(labels); !isMail || host == "" {
		return false
	} else if exampleEndings[labels[n-1]] {
		return true
	} else if n > 1 {
		return exampleDomains[labels[n-2]+"."+labels[n-1]]
	}
	return false
}

// Names below which nobody can have one: RFC 2606 and RFC 6761; and the word for one.
var (
	exampleEndings = setOf("example", "test", "invalid", "localhost")
	exampleDomains = setOf("example.com", "example.net", "example.org", "contoh.id", "contoh.com")
)

func (c *checker) examples() {
	for _, p := range Examples(c.config) {
		c.say(p)
	}
}

// Examples finds addresses of data/site.yaml that were written for want of a real one: with
// them all that is published leads nowhere.
func Examples(config *site.Config) (found diag.List) {
	for _, a := range []struct {
		words string
		at    diag.Place
	}{
		{string(config.BaseURL), config.At("base_url")},
		{string(config.Publisher.URL), config.Publisher.At("url")},
		{string(config.Contact.Email), config.Contact.At("email")},
		{string(config.Contact.URL), config.Contact.At("url")},
	} {
		if IsExample(a.words) {
			found = append(found, diag.At(a.at, "address-example", a.words).About(a.words).WithHint("address-own"))
		}
	}
	return found
}
