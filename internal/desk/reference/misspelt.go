package reference

import (
	"slices"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
)

// misspelt finds names that are one edit away from that of a place.
func (t *text) misspelt() {
	for i := 0; i < len(t.Tokens); i++ {
		n := 0
		for n < longestName && t.mayBegin(i+n, n > 0) {
			n++
		}
		for ; n > 0; n-- {
			if t.looksMisspelt(i, i+n) {
				i += n - 1
				break
			}
		}
	}
}

// longestName is of how many words names are that are looked for.
const longestName = 4

// mayBegin says whether a word may be one of a misspelt name: it is large, and nothing says that it
// is right as it stands.
func (t *text) mayBegin(i int, inside bool) bool {
	return i < len(t.Tokens) && t.Tokens[i].Large && !t.entries[i].known && (!inside || t.Joined(i))
}

// looksMisspelt reports some words that are nearly the name of a place, and says whether they are.
func (t *text) looksMisspelt(first, last int) bool {
	if !t.spelt.may(t.Tokens[first].Low, t.Tokens[last-1].Low) || t.overlaps(first, last) && last-first == 1 {
		return false
	}
	var low []string
	for i := first; i < last; i++ {
		low = append(low, t.Tokens[i].Low)
	}
	near := t.spelt.near(strings.Join(low, " "))
	if near == nil || t.names.get(low) != nil || !t.isMisspelling(first, last, low, near) {
		return false
	}
	right := near.text
	reading.Mend(t.Say("place-misspelt", first, last, t.Span(first, last), right), right)
	return true
}

// overlaps says whether a name that is right stands in some words.
func (t *text) overlaps(first, last int) bool {
	i := t.firstMention(first)
	return i < len(t.mentions) && t.mentions[i].first < last || i > 0 && t.mentions[i-1].last > first
}

// isMisspelling tells a slip from another name. What changed must be no word of its own, and the
// name must stand where one does: behind the word for a kind of place or a preposition; a longer
// one may stand anywhere.
func (t *text) isMisspelling(first, last int, low []string, near *name) bool {
	changed := low
	if len(low) == len(near.words) {
		changed = nil
		for i, w := range low {
			if w != near.words[i] {
				changed = append(changed, w)
			}
		}
	}
	for _, w := range changed {
		if ordinary[w] || len(t.names[w]) > 0 && t.names.get([]string{w}) != nil {
			return false
		}
	}
	region := !slices.ContainsFunc(near.places, func(p *place) bool { return p.own })
	before := t.Low(first - 1)
	marked := first > 0 && (t.Gap(first) == " " || t.Gap(first) == ". ") &&
		(markers[before] != "" || offices[before] != "" || placeNouns[before])
	near1 := first > 0 && t.Joined(first) && prepositions[before]
	if t.isAbroad(&mention{first: first, last: last}) {
		return false
	}
	length := len(strings.Join(low, ""))
	switch {
	case honorifics[before]:
		return false
	case marked && placeNouns[before]:
		return !region && len(strings.Join(near.words, " ")) > 6
	case marked:
		return !region || markers[before] != ""
	case region:
		return false
	case len(near.words) > 1:
		return length > 6
	case t.Titled, t.Begins(first), length < 6:
		return false
	case near1:
		return len(near.words[0]) > 5 && t.isAlone(first, last)
	}
	return len(near.words[0]) > 6 && t.isAlone(first, last)
}

// isAlone says whether no large word stands beside some words: it would make another name of them.
func (t *text) isAlone(first, last int) bool {
	beside := func(i int) bool { return i >= 0 && i < len(t.Tokens) && t.Tokens[i].Large && !t.Begins(i) }
	return !(t.Joined(first) && beside(first-1)) && !(t.Joined(last) && beside(last))
}

// honorifics come before names of people.
var honorifics = prose.SetOf(`pak bu bapak ibu bang mas mbak haji hajah h hj dr ir drs kh ustaz mr mrs ms`)

// placeNouns come before names of places.
var placeNouns = prose.SetOf(`desa kampung polsek puskesmas stasiun pasar situ terminal warga aparatur koramil
kua district village`)

// prepositions come before names of places.
var prepositions = prose.SetOf(`di ke dari se untuk menuju dekat in at from to near`)

// ordinary are words that stand large beside names or at the beginning, so that one which is near
// to a name need not be that name.
var ordinary = prose.SetOf(`ada agar akan aman aneka antara apa asri atas atau bagi bahwa baik banyak barat baru
batu bawah begitu bekas belum benar benda benteng berita besar bila bisa buah bukan bukit bukti bulan bumi bunga
camat cara cinta cukup dalam damai dan dana dapat dari darat data daun depan desa di dia dua emas empat enam guna
gunung hal hari hasil hijau hutan ia ibu indah ini istana itu jadi jalan jaya juga juta kali kami kampung kantor
karena karya kata kawasan ke kebun kecil kelapa kembali kemudian kepala keranjang kerja ketika kita kota kuning
lagi lain laju lama lampu langit lapang laut lebih lima luar lurah maju maka malam mana masih masuk masa mekar
melati menurut merah mereka milik minggu muda mulai muncul nama namun nasi negeri nusa nomor orang padat pagi
pahlawan panjang para pasangan pasar patut pelita penuh permai pertama pesona petang pihak pintu pohon pondok pos
program pula pulau puluh pun pusat putih raja rakyat rata rawa raya residen rumah saat saja salah sama sampai sana
sangat satu sawit saya sebagai sebuah sedang sejak selain selama selatan selesai seluruh semoga semua semula
sendiri serta serupa setelah setia setiap siapa sisi siswa situ suasana sumber surat tahun taman tambah tanah
tangga tanpa tani tapi tengah tenggara tentang terang tiap tidak tiga timur tugu tujuan tujuh turun ujung umum
unggul untuk usaha utama utara wakil warga warna wisata yaitu yakni yang about after also area before block city
east first from great green hall house lake main north park people place river school second south street their
there they this three town village west where which with park`)
