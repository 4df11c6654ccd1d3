package host

import (
	"path"
	"strings"
)

// kind is a content type and the endings of its files.
type kind struct {
	Name    string // of the type, without its character set
	form    form
	endings string
}

type form int

// kinds is our own list: what a machine has installed changes nothing.
var kinds = []kind{
	{"text/html", charset, "html htm"},
	{"text/css", charset, "css"},
	{"text/javascript", charset, "js mjs"},
	{"text/plain", charset, "txt md"},
	{"text/csv", charset, "csv"},
	{"text/calendar", charset, "ics"},
	{"text/vcard", charset, "vcf"},
	{"text/vtt", charset, "vtt"},
	{"application/json", text, "json map"},
	{"application/geo+json", text, "geojson"},
	{"application/manifest+json", text, "webmanifest"},
	{"application/xml", charset, "xml"},
	{"image/svg+xml", charset, "svg"},
	{"application/pdf", binary, "pdf"},
	{"application/zip", binary, "zip"},
	{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", binary, "xlsx"},
	{"application/wasm", binary, "wasm"},
	{"image/jpeg", binary, "jpg jpeg"},
	{"image/png", binary, "png"},
	{"image/gif", binary, "gif"},
	{"image/webp", binary, "webp"},
	{"image/avif", binary, "avif"},
	{"image/bmp", binary, "bmp"},
	{"image/x-icon", binary, "ico"},
	{"font/woff2", binary, "woff2"},
	{"font/woff", binary, "woff"},
	{"font/ttf", binary, "ttf"},
	{"font/otf", binary, "otf"},
	{"video/mp4", binary, "mp4"},
	{"video/webm", binary, "webm"},
	{"audio/mpeg", binary, "mp3"},
	{"audio/ogg", binary, "ogg"},
}

// atom is the one file whose name says more than its ending.
const atom = "atom.xml"

var atomKind = kind{"application/atom+xml", charset, ""}

// unknown is what is said of all other files: a browser saves them.
const unknown = "application/octet-stream"

var byEnding = func() map[string]kind {
	all := map[string]kind{}
	for _, k := range kinds {
		for _, ending := range k.Endings() {
			all["."+ending] = k
		}
	}
	return all
}()

// Endings are those of its files.
func (k kind) Endings() []string { return strings.Fields(k.endings) }

// Either is its endings as part of a pattern.
func (k kind) Either() string { return strings.Join(k.Endings(), "|") }

// Full is the type as an answer says it.
func (k kind) Full() string {
	if k.form == charset {
		return k.Name + "; charset=utf-8"
	}
	return k.Name
}

// IsText says that its files are worth compressing.
func (k kind) IsText() bool { return k.form != binary }

// HasCharset says that the type must say how the text is written.
func (k kind) HasCharset() bool { return k.form == charset }

func kindOf(file string) (kind, bool) {
	if path.Base(file) == atom {
		return atomKind, true
	}
	k, ok := byEnding[strings.ToLower(path.Ext(file))]
	return k, ok
}

// TypeOf returns the content type of a file.
func TypeOf(file string) string {
	if k, ok := kindOf(file); ok {
		return k.Full()
	}
	return unknown
}

// IsText says whether a file is text, which is worth compressing.
func IsText(file string) bool {
	k, ok := kindOf(file)
	return ok && k.IsText()
}

// textEndings are those of the files that IsText means.
func textEndings() []string {
	var all []string
	for _, k := range kinds {
		if k.IsText() {
			all = append(all, k.Endings()...)
		}
	}
	return all
}

const (
	binary  form = iota // no text, or compressed already
	text                // a text that says its encoding itself, or may have one only
	charset             // a text whose type must say that it is UTF-8
)
