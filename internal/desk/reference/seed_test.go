package reference

import (
	"strings"
	"testing"
	"unicode/utf8"

	"blandongan/internal/diag"
)

// seed is an article with every mistake that a calendar, a gazetteer or the data can tell. The words
// at fault stand between brackets, before them the code.
const seed = `Rombongan camat diterima pada {weekday-wrong:Selasa 8 November 2017} di Ruang Blandongan, Balai Kota
Tangerang Selatan. Sekretaris Daerah Muhamad menyambut para tamu dari Provinsi Jambi.

Provinsi Jambi {nickname-kind:berjuluk "Kota Bertuah}, Bumi Melayu, Lancang Kuning" itu mengirim tiga puluh camat.

Muhamad, {office-title:Sekretaris Daerah Pemerintah Kota} Tangerang Selatan, berbicara lebih dahulu. Pendapatan asli
daerah (PAD) kota ini {figure-differs:Rp300 milliar}. Kota Tangerang Selatan dihuni
{claim-unsourced:sekitar 1,4 juta jiwa}.

Kecamatan Serpong Utara dibentuk {founding-year:pada tahun 2005} dan dipimpin Camat Bani {name-doubtful:Khosyatullah}.
Para tamu lalu berkeliling di {place-misspelt:Sepong Utara} sampai sore.

Di belakang kantor camat ada {place-capital:situ Pondok Jagung}. Sebuah {place-capital:Situ} yang berada di tepi jalan
itu dahulu kotor. Harga ikannya Rp300 ribu.`

// unmarked takes the marks out, and returns what they ask for: line, column and code.
func unmarked(text string, firstLine int) (plain string, want map[diag.Place]diag.Code) {
	want = map[diag.Place]diag.Code{}
	line, col := firstLine, 1
	var b strings.Builder
	for i := 0; i < len(text); {
		if code, rest, ok := strings.Cut(text[i:], ":"); ok && text[i] == '{' {
			want[diag.Place{File: "content/news/a.md", Line: line, Col: col}] = diag.Code(code[1:])
			i = len(text) - len(rest)
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		switch r {
		case '}':
			continue
		case '\n':
			line, col = line+1, 0
		}
		col++
		b.WriteRune(r)
	}
	return b.String(), want
}

func TestSeed(t *testing.T) {
	body, want := unmarked(seed, 7)
	list := checkText(project(), "content/news/a.md", article("", body))
	found := map[diag.Place][]diag.Code{}
	for _, p := range list {
		found[p.Place] = append(found[p.Place], p.Code)
	}
	for place, code := range want {
		ok := false
		for _, c := range found[place] {
			ok = ok || c == code
		}
		if !ok {
			t.Errorf("%d:%d %s is not found", place.Line, place.Col, code)
		}
	}
	nicknames := 0
	for _, p := range list {
		if p.Code == "nickname-elsewhere" {
			nicknames++
		} else if want[p.Place] == "" {
			t.Errorf("false: %s", show(diag.List{p}))
		}
	}
	if nicknames != 3 {
		t.Errorf("%d of 3 nicknames", nicknames)
	}
	t.Log(show(list))
}
