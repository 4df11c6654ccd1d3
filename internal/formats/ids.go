package formats

import (
	"path"
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/site"
)

// A feed's reader and a calendar know an entry by its id alone: when that changes,
// they show everything as new, and hold every visit twice. So an id is made of what
// stays when a page moves (RFC 4287, 4.2.6; RFC 5545, 3.8.4.7):
//
//   - the city's code, in place of the site's host: a city gets another host, or
//     https, sooner than another code. Two showcases of one city that tell of the same
//     article, as a trial and the real one do, mean the same thing by the same id;
//   - the first address that the thing had in this program: the first of its aliases
//     that can be one, else its present address. Whoever gives a page another slug or
//     its file another name writes the old address into aliases, and new ones behind
//     older ones, so the first stays. Addresses of an earlier website, such as
//     /2019/03/keran.html, are none of this program's and change nothing;
//   - nothing else: dates and titles are corrected.
//
// Nothing is remembered between builds: the same files give the same ids on every
// machine.

// authority is the name in which ids are given. A tag URI (RFC 4151) wants a domain of
// its maker's; a city's own may change hands, and nobody can ever hold one below
// .invalid (RFC 6761).
func (w writer) authority() string { return string(w.Facts.City.Code) + ".blandongan.invalid" }

// tag returns an address as a tag URI. The year is that in which this form was chosen.
func (w writer) tag(address string) string { return "tag:" + w.authority() + ",2026:/" + address }

// first returns the first address that a thing had, which is now at one.
func first(now string, aliases []string) string {
	section := path.Dir(strings.TrimSuffix(now, "/"))
	if old := site.FirstAddress(section, aliases); old != "" {
		return old
	}
	return now
}

// newsID is the id of an article in feeds.
func (w writer) newsID(n *site.News) string {
	return w.tag(first(w.AddressOf(n), n.Aliases))
}

// visitID is the id of a visit in calendars.
func (w writer) visitID(v *site.Visit) string {
	return strings.TrimSuffix(first(address.Of(site.KindVisit, v.ID), v.Aliases), "/") + "@" + w.authority()
}
