package markdown

import (
	"slices"
	"strconv"
	"strings"
)

// Doc is a converted body. Its zero value and a nil Doc are empty bodies.
type Doc struct {
	HTML  string // with holes, see Link and Table
	Links []Link // in the order of their holes
	// Tables are those that may scroll, in the order of their holes.
	Tables []Table
	Names  []Name // "[[name]]", which is printed as it was typed
	// Sections begin at the headings of the highest rank that stand in no list or quote.
	Sections []Section
}

// Section is a heading and what stands below it, up to the next.
type Section struct {
	At        int    // where in HTML its heading begins, in bytes
	ID, Title string // the heading's id, and its words without marks
}

// Cut parts a body where a section begins. The links of the first part are the first
// ones of the whole.
func (d *Doc) Cut(at int) (before, after *Doc) {
	links, _ := slices.BinarySearchFunc(d.Links, at, func(l Link, at int) int { return l.At - at })
	tables, _ := slices.BinarySearchFunc(d.Tables, at, func(t Table, at int) int { return t.At - at })
	before = &Doc{HTML: d.HTML[:at], Links: d.Links[:links:links], Tables: d.Tables[:tables:tables]}
	after = &Doc{HTML: d.HTML[at:], Links: slices.Clone(d.Links[links:]), Tables: slices.Clone(d.Tables[tables:])}
	for i := range after.Links {
		after.Links[i].At -= at
	}
	for i := range after.Tables {
		after.Tables[i].At -= at
	}
	for _, x := range d.Sections {
		if x.At < at {
			before.Sections = append(before.Sections, x)
		} else {
			x.At -= at
			after.Sections = append(after.Sections, x)
		}
	}
	return before, after
}

// Name is a link as other programs write it. What it should have been depends on what
// has that name.
type Name struct {
	Typed, Name, Label string // "[[name|label]]" as it was typed, and in parts
	Line, Col          int
}

// Link is a hole: a link or image whose address the caller finds out. The hole of a link
// to the web is filled already with the address as it was written: the caller may know
// better. That of an image from the web is empty.
type Link struct {
	At     int // where in HTML, in bytes: the whole attribute is missing, not only its value
	filled int // bytes of HTML from At with the attribute as it was written, of a link to the web
	Image  bool
	Alt    string // of an image: the text in place of it
	// Scheme is one of Options.Schemes in lower case, http or https, file of what lies
	// on the editor's machine, or "" for a relative path, an absolute path or a fragment.
	Scheme string
	// To is what is between scheme and fragment; of the web and a file, the whole
	// address. Backslash escapes and entities are resolved, and backslashes are slashes,
	// as a browser sees them. Percent escapes and a query are as written.
	To        string
	Fragment  string // after "#", as written
	Line, Col int    // of the "[", "!" or "<" where the link is used
}

// IsWeb reports whether it leads to the web, or to ourselves by way of it.
func (l Link) IsWeb() bool { return l.Scheme == "http" || l.Scheme == "https" }

// IsOnDisk reports whether it names a file as the editor's machine does: such an address
// means nothing to readers.
func (l Link) IsOnDisk() bool { return l.Scheme == onDisk }

// Address is what goes into a hole. With an empty URL a link is printed without href, and
// an image without src. What fills the hole already stays, unless Lost says that it leads nowhere.
type Address struct {
	URL           string
	Lost          bool
	Width, Height int // of an image in CSS pixels; 0 is unknown
	// WebP and Set are copies of an image, as srcset wants them, in WebP and in a form that every browser knows; Sizes
	// says how wide it is shown. All are empty when there is the image itself alone.
	WebP, Set, Sizes string
}

// Render returns the body's HTML with addr in the holes of the links: addr[i] belongs to
// Links[i]; and in those of the tables what name makes of Under and Number. The holes of
// links without an address stay empty, those of lost ones are emptied. URL is escaped here
// as an attribute, but the caller answers for where it leads.
func (d *Doc) Render(addr []Address, name func(under string, number int) string) string {
	if d == nil {
		return ""
	}
	if len(d.Links)+len(d.Tables) == 0 {
		return d.HTML
	}
	f := filling{html: d.HTML, tables: d.Tables, name: name}
	f.Grow(len(d.HTML) + 64*(len(d.Links)+len(d.Tables)))
	for i, l := range d.Links {
		switch {
		case i >= len(addr):
		case l.Image && addr[i].WebP != "":
			f.picture(l.At, addr[i])
		case addr[i].URL != "":
			f.upTo(l.At)
			f.hole = appendAddress(f.hole[:0], l.Image, addr[i])
			f.Write(f.hole)
			f.from += l.filled
		case addr[i].Lost:
			f.upTo(l.At)
			f.from += l.filled
		}
	}
	f.upTo(len(d.HTML))
	return f.String()
}

// filling is a body whose holes are filled from its start to its end.
type filling struct {
	strings.Builder
	html   string
	from   int     // up to where it is written
	tables []Table // those behind
	name   func(under string, number int) string
	hole   []byte
}

// upTo writes the HTML before a place, with the names of its tables.
func (f *filling) upTo(at int) {
	for ; len(f.tables) > 0 && f.tables[0].At < at; f.tables = f.tables[1:] {
		t := f.tables[0]
		f.WriteString(f.html[f.from:t.At])
		f.hole = appendAttribute(f.hole[:0], "aria-label", f.name(t.Under, t.Number))
		f.Write(f.hole)
		f.from = t.At
	}
	f.WriteString(f.html[f.from:at])
	f.from = at
}

// tag is how an image begins; its hole follows.
const tag = "<img"

// picture writes an image with its copies to choose from.
func (f *filling) picture(at int, a Address) {
	f.upTo(at - len(tag))
	f.from = at + strings.IndexByte(f.html[at:], '>') + 1 // in attributes it is escaped
	hole := appendAttribute([]byte(`<picture><source type="image/webp"`), "srcset", a.WebP)
	hole = append(appendAttribute(hole, "sizes", a.Sizes), '>')
	hole = appendAddress(append(hole, tag...), true, a)
	hole = appendAttribute(appendAttribute(hole, "srcset", a.Set), "sizes", a.Sizes)
	f.Write(hole)
	f.WriteString(f.html[at:f.from])
	f.WriteString("</picture>")
}

func appendAddress(dst []byte, image bool, a Address) []byte {
	if !image {
		return appendAttribute(dst, "href", a.URL)
	}
	dst = appendAttribute(dst, "src", a.URL)
	if a.Width > 0 && a.Height > 0 {
		dst = appendAttribute(dst, "width", strconv.Itoa(a.Width))
		dst = appendAttribute(dst, "height", strconv.Itoa(a.Height))
	}
	return dst
}

func appendAttribute[T string | []byte](dst []byte, name string, value T) []byte {
	dst = append(dst, ' ')
	dst = append(dst, name...)
	dst = append(dst, `="`...)
	dst = appendEscaped(dst, value)
	return append(dst, '"')
}
