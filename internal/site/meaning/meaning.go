// Package meaning says in words what editors may write under each key.
//
// It owns one text for each key of each declaration of site, in Indonesian and in English: what goes
// in, in which unit, when to leave it out. It also names keys, kinds and the words of closed lists in
// the editors' language, for forms. In comes a declaration and a key; out come texts. It reads no
// file, and knows nothing of what is required: that the declaration tells itself.
//
// Names of keys and values stand between backquotes, so that whoever shows a text can set them apart.
package meaning

import (
	"strings"

	"blandongan/internal/lang"
	"blandongan/internal/records"
	"blandongan/internal/site"
)

// Text is the same in both languages.
type Text struct{ ID, EN string }

// In returns the text in a language.
func (t Text) In(l lang.Language) string {
	if l == lang.Indonesian {
		return t.ID
	}
	return t.EN
}

// Plain returns the text without its backquotes, for places that show them as they are.
func (t Text) Plain() Text {
	return Text{strings.ReplaceAll(t.ID, "`", ""), strings.ReplaceAll(t.EN, "`", "")}
}

// keys are the meanings of the keys of one struct.
type keys map[string]Text

// structs are the meanings of all keys, by the Go struct that declares them.
var structs = map[string]keys{
	"site.Config": config, "site.Publisher": publisher, "site.SiteContact": siteContact, "site.Licence": licence,
	"site.Signpost": signpost,
	"site.City":     city, "site.Province": province, "site.Founding": founding, "site.Head": head,
	"site.Office": office, "site.Neighbours": neighbours,
	"site.Indicator": indicator, "site.Ratio": ratio, "site.Source": source, "site.Figure": figure,
	"site.Kecamatan": kecamatan, "site.Origin": origin, "site.Kelurahan": kelurahan, "site.Sight": sight,
	"site.Service": service, "site.Highlight": highlight, "site.Photo": photo,
	"site.Program": program, "site.Verified": verified, "site.Step": step, "site.Resources": resources,
	"site.Result": result, "site.Fact": fact, "site.Award": award, "site.Replication": replication,
	"site.Contact": contact,
	"site.Visit":   visit, "site.VisitOrigin": visitOrigin, "site.Person": person, "site.Delegation": delegation,
	"site.Group": group, "site.Venue": venue, "site.Locus": locus, "site.Outcome": outcome,
	"site.FollowUp": followUp,
	"site.Adoption": adoption, "site.Region": region, "site.Stage": stage,
	"site.Article": article, "site.Original": original, "site.Image": image, "site.Claim": claim,
	"site.Correction": correction, "site.Page": page,
	"settings.Desk": deskSettings, "settings.Silence": silenced, "settings.Misspelling": misspelling,
	"settings.DoubtfulName": doubtfulName, "settings.Region": regionAround,
	"destination.File": publishing, "destination.Destination": target,
}

// Of returns what a key of a declaration means. A key of words.yaml stands for the words
// that it replaces.
func Of(shape *records.Shape, key string) Text {
	if of, known := structs[shape.Name()]; known {
		return of[key]
	}
	return word(key)
}

// word is what a key of the pages' own words means.
func word(key string) Text {
	both := lang.Pages.Both(key)
	if both.Indonesian == "" {
		return Text{}
	}
	return Text{"Pengganti untuk: " + both.Indonesian, "In place of: " + both.English}
}

// Label returns what forms call a key: a word or a few.
func Label(shape *records.Shape, key string) Text {
	if own, is := ownLabels[shape.Name()+"."+key]; is {
		return own
	}
	if t, known := labels[key]; known || structs[shape.Name()] != nil {
		return t
	}
	both := lang.Pages.Both(key)
	return Text{both.Indonesian, both.English}
}

// Value returns what a word of a closed list says, where it stands under a key.
func Value(shape *records.Shape, key, word string) Text { return values[shape.Name()+"."+key][word] }

// Kind returns what a kind of content is.
func Kind(name string) Text { return kinds[name].means }

// Name returns what forms call a list of things of a kind, and one of them.
func Name(name string) (many, one Text) { return kinds[name].many, kinds[name].one }

// kinds are the kinds of content.
var kinds = map[string]struct{ many, one, means Text }{
	site.KindSite: {
		Text{"Situs", "Site"}, Text{"Situs", "Site"},
		Text{"Nama, alamat, bahasa, dan penerbit situs ini.", "The site's name, address, languages and publisher."},
	},
	site.KindCity: {
		Text{"Kota", "City"}, Text{"Kota", "City"},
		Text{
			"Profil kota: kode, kepala daerah, kantor, tetangga, dan angkanya.",
			"The city's profile: code, mayor, office, neighbours and figures.",
		},
	},
	site.KindIndicator: {
		Text{"Indikator", "Indicators"}, Text{"Indikator", "Indicator"},
		Text{
			"Apa yang diukur oleh angka. Angka hanya dibandingkan dalam satu indikator.",
			"What figures measure. Figures are compared only within one indicator.",
		},
	},
	site.KindSource: {
		Text{"Sumber", "Sources"}, Text{"Sumber", "Source"},
		Text{"Tempat fakta dan angka dibaca.", "Where facts and figures were read."},
	},
	site.KindKecamatan: {
		Text{"Kecamatan", "Kecamatan"}, Text{"Kecamatan", "Kecamatan"},
		Text{"Profil satu kecamatan.", "The profile of one kecamatan."},
	},
	site.KindProgram: {
		Text{"Program", "Programs"}, Text{"Program", "Program"},
		Text{
			"Satu program kota, ditulis agar daerah lain dapat menirunya.",
			"One program of the city, written so that other regions can adopt it.",
		},
	},
	site.KindVisit: {
		Text{"Kunjungan", "Visits"}, Text{"Kunjungan", "Visit"},
		Text{
			"Satu kunjungan belajar: tamu yang datang, atau kita yang pergi.",
			"One study visit: guests who came, or we who went.",
		},
	},
	site.KindAdoption: {
		Text{"Adopsi", "Adoptions"}, Text{"Adopsi", "Adoption"},
		Text{
			"Satu daerah yang mengambil satu program, dan sampai di mana.",
			"One region that takes over one program, and how far it has come.",
		},
	},
	site.KindNews: {
		Text{"Berita", "News"}, Text{"Berita", "Article"},
		Text{"Satu berita: kepala di antara dua garis `---`, lalu isinya.",
			"One article: a head between two `---` lines, then its text."},
	},
	site.KindPage: {
		Text{"Halaman", "Pages"}, Text{"Halaman", "Page"},
		Text{"Satu halaman tetap, misalnya tentang situs ini.", "One standing page, such as one about the site."},
	},
	site.KindPublish: {
		Text{"Penerbitan", "Publishing"}, Text{"Penerbitan", "Publishing"},
		Text{
			"Ke mana situs diterbitkan. Kata sandi tidak pernah ditulis di sini.",
			"Where the site is published. Passwords are never written here.",
		},
	},
	site.KindDesk: {
		Text{"Meja redaksi", "Editors' desk"}, Text{"Meja redaksi", "Editors' desk"},
		Text{
			"Cara program memeriksa tulisan di situs ini. Tidak tampil di halaman mana pun.",
			"How the program checks what this site writes. No page shows it.",
		},
	},
	site.KindRegion: {
		Text{"Daerah lain", "Other regions"}, Text{"Daerah", "Region"},
		Text{
			"Nama, semboyan, dan julukan daerah lain, untuk memeriksa berita.",
			"Names, mottos and nicknames of other regions, for checking articles.",
		},
	},
	site.KindWords: {
		Text{"Kata-kata tampilan", "Words of the pages"}, Text{"Kata-kata tampilan", "Words of the pages"},
		Text{
			"Pengganti kata yang dibuat program sendiri. Yang tidak disebut tetap seperti semula.",
			"What stands in place of the program's own words. What is not named stays as it was.",
		},
	},
}
