package site

import (
	"iter"

	"blandongan/internal/diag"
	"blandongan/internal/site/value"
)

// WebAddress is a url that editors gave, and where.
type WebAddress struct {
	URL   value.URL
	Place diag.Place
	// Kind is what it belongs to: "source", "news", or "contact" for bodies that answer
	// for the site or a program. Their own websites may share its host.
	Kind string
}

// WebAddresses goes through all that readers are shown, in no order that means anything.
func (s *Site) WebAddresses() iter.Seq[WebAddress] {
	return func(yield func(WebAddress) bool) {
		more := true
		add := func(kind string, url value.URL, at diag.Place) {
			if url != "" {
				more = more && yield(WebAddress{url, at, kind})
			}
		}
		c := &s.Config
		add("contact", c.Publisher.URL, c.Publisher.At("url"))
		add("contact", c.Contact.URL, c.Contact.At("url"))
		add("contact", c.Licence.URL, c.Licence.At("url"))
		for _, x := range s.Sources {
			add("source", x.URL, x.At("url"))
		}
		for i := range s.Programs {
			if t := s.Programs[i].Contact; t != nil {
				add("contact", t.URL, t.At("url"))
			}
		}
		for i := range s.News {
			if o := s.News[i].Original; o != nil {
				add("news", o.URL, o.At("url"))
			}
		}
	}
}
