package markdown

import (
	"slices"
	"strings"
	"testing"
)

// hints returns the kinds and hints of what is told about src.
func hints(src string) []string {
	var all []string
	_, faults := newParser().Parse([]byte(src))
	for _, f := range faults {
		all = append(all, f.Kind.String()+": "+f.Better)
	}
	return all
}

func TestHints(t *testing.T) {
	const list, emphasis = "list as text: ", "emphasis as text: "
	for src, want := range map[string]string{
		"(1)\tSetiap orang berhak.\n(2)\tSetiap orang wajib.": list + "- (1) Setiap orang berhak.",
		"(a)\tmemberi izin;\n(b)\tmenutup.":                   list + "- (a) memberi izin;",
		"b.\tDua\nc.\tTiga":                                   list + "- b. Dua",
		"(1) Satu.\n(2) Dua.\n(3) Tiga.":                      list + "- (1) Satu.",
		"(1)Satu.\n(2)Dua.":                                   list + "- (1) Satu.",
		"Pasal 5:\n(9) Satu.\n(10) Dua.":                      list + "- (9) Satu.",
		"(a) Satu\n(b) Dua":                                   list + "- (a) Satu",
		"(i) Satu\n(ii) Dua":                                  list + "- (i) Satu",
		"i. Satu\nii. Dua\niii. Tiga":                         list + "- i. Satu",
		"I. Satu\nII. Dua":                                    list + "- I. Satu",
		"iv) Satu\nv) Dua":                                    list + "- iv) Satu",
		"1.1 Satu\n1.2 Dua":                                   list + "- 1.1 Satu",
		"2.9. Satu\n2.10. Dua":                                list + "- 2.9. Satu",
		"- (1) Satu.\n(2) Dua.":                               list + "- (2) Dua.",
		"- Meja\n\n  -Timbangan\n  -Gelas":                    list + "- Timbangan",
		"Nilai a<b dan c>d.":                                  `raw HTML: \<b dan c>`,
		"Nilai x<p atau y>z.":                                 `raw HTML: \<p atau y>`,
		"Nilai a<i dan\nj>k.":                                 `raw HTML: \<i dan j>`,
		"Camat <Budi\nSantoso> hadir.":                        `raw HTML: \<Budi Santoso>`,
		"Gas CO<sub>2</sub> naik.":                            "raw HTML: ₂",
		"Lihat <b>tebal</b>.":                                 "raw HTML: **tebal**",
		"[Catatan]: <Budi Santoso>":                           "unused definition: Catatan: Budi Santoso",
		"[Tag]: #TangselCerdas":                               "unused definition: Tag: #TangselCerdas",
		"[Catatan2]: <rapat-internal>":                        "unused definition: Catatan2: rapat-internal",
		"[lihat]: #bagian-dua":                                "unused definition: [lihat](#bagian-dua)",
		"Itu ==penting== sekali.":                             "foreign markup: **penting**",
		"Program __UP2K__nya bagus.":                          emphasis + "**UP2K**",
		"Warga __Kota__an.":                                   emphasis + "**Kota**",
		"Program _UP2K_nya bagus.":                            emphasis + "*UP2K*",
		"Kata *miring *.":                                     emphasis + "*miring*",
		"Kata *miring *, lalu.":                               emphasis + "*miring*",
		"Camat Setu** hadir.":                                 emphasis + "**Setu**",
		"Camat **Setu hadir**":                                "",
	} {
		if got := strings.Join(hints(src), "\n"); got != want {
			t.Errorf("%q\n got %q\nwant %q", src, got, want)
		}
	}
}

func TestNoHints(t *testing.T) {
	for _, src := range []string{
		"(1) Satu saja.", "Ayat\n(1) dan yang lain.", "(1) Satu.  \n(2) Dua.", "(1) Satu.\\\n(2) Dua.",
		"(1) Satu.\n\n(2) Dua.",
		"- (1) Satu.\n- (2) Dua.", "i. Satu\ndan dua", "H. Ahmad hadir.\nI. Budi juga.",
		"1.1 juta orang\n2.5 juta orang",
		"1.500 orang datang\n1.501 orang pulang", "§\tSatu\n§\tDua", "Ø Satu\nØ Dua", "•\tSatu\n•\tDua",
		"§ 5 UU\n§ 6 UU", "Ø 5 cm\nØ 6 cm",
		"==> lihat tabel. <==", "==>> lihat <<==", "C++ dan C++", "Rp5.000** per orang\n\n** belum pajak",
		"Setu** hadir\n\n**belum tentu",
		"S** dan AS** (30) hadir", "Wilayah Setu** dan Hulu***\n\n** angka sementara",
		"Nama: __ umur: __ tahun", "a__b__c",
		"    | a | b |\n    |---|---|\n    | 1 | 2 |", "\t| a | b |\n\t|---|---|\n\t| 1 | 2 |",
		"Teks:\n    | a | b |\n    |---|---|\n    | 1 | 2 |",
		"| Tarif |\n|---|\n| Anak** |\n\nKeterangan: ** belum pajak", "Tarif anak** 5.000\n\n**) belum pajak",
		`Anak\*\* lima`,
		"Tarif anak** lima\n\n\\*\\* belum pajak", "Tarif anak* dan dewasa**\n\n* satu\n** dua",
		"Tarif anak**\n\n(**) belum pajak",
		"vii. Tujuh", "x. Sepuluh\nmari", "(lihat) Satu\n(lihat) Dua", "Isi 5 * 6 *, ya",
	} {
		if got := hints(src); len(got) > 0 {
			t.Errorf("%q\n got %q", src, got)
		}
	}
}

func TestBulletsOfFonts(t *testing.T) {
	for _, src := range []string{"§\tSatu\n§\tDua", "Ø Satu\nØ Dua"} {
		if got := mustParse(t, src).HTML; !strings.Contains(got, "<li>Satu</li>\n<li>Dua</li>") {
			t.Errorf("%q became %s", src, got)
		}
	}
	const table = "    | a | b |\n    |---|---|\n    | 1 | 2 | 3 |"
	if got := hints(table); !slices.Equal(got, []string{"cells beyond the header: "}) {
		t.Errorf("got %q", got)
	}
}
