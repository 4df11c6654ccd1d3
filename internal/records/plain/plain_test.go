package plain

import (
	"strings"
	"testing"
)

// Markup in texts, and the text that was meant.
func TestMarkup(t *testing.T) {
	for typed, want := range map[string]string{
		"Camat &amp; Lurah &#8211; Jum&#039;at di Hulu": "Camat & Lurah – Jum'at di Hulu",
		"Pasar&nbsp;Rakyat":                             "Pasar Rakyat",
		"Camat &amp;amp; Lurah":                         "Camat & Lurah",
		"Camat &amp;#8211; Lurah":                       "Camat – Lurah",
		"Camat &amp;amp;#8211; Lurah":                   "Camat – Lurah",
		"&quot;Siap&quot;, kata &ldquo;Camat&rdquo;":    `"Siap", kata “Camat”`,
		"Camat &amp Lurah&nbsp":                         "Camat & Lurah",
		"Kelu&shy;rahan&#8203;":                         "Kelurahan",
		"&lt;b&gt;":                                     "<b>",
		"Camat <b>Hulu</b> hadir":                       "Camat Hulu hadir",
		"Satu<br>dua<br/>tiga<BR />empat":               "Satu dua tiga empat",
		"<p>Camat hadir.</p>":                           "Camat hadir.",
		`<p style="text-align: justify;">Camat</p>`:     "Camat",
		`Lihat <a href="https://x.example/">situs</a>.`: "Lihat situs.",
		"Luas 12 km<sup>2</sup>":                        "Luas 12 km²",
		"H<sub>2</sub>O":                                "H2O",
		"Camat <!-- catatan --> hadir":                  "Camat hadir",
		"Camat **hadir** di Hulu":                       "Camat hadir di Hulu",
		"**UP2K**nya jalan":                             "UP2Knya jalan",
		"Camat *hadir*, lalu _pulang_.":                 "Camat hadir, lalu pulang.",
		"***Penting***":                                 "Penting",
		"__Penting__ sekali":                            "Penting sekali",
		"Batal ~~besok~~":                               "Batal besok",
		"Jalankan `hadir` dulu":                         "Jalankan hadir dulu",
		"Lihat [situs](https://x.example/a_b_c)":        "Lihat situs",
		"Lihat [**situs** kota](/kota/)":                "Lihat situs kota",
		"![Foto camat](foto.jpg) Hulu":                  "Foto camat Hulu",
		"## Camat hadir":                                "Camat hadir",
		"Lihat [[Bank Sampah]] dan [[a|Air Bersih]]":    "Lihat Bank Sampah dan Air Bersih",
		`Foto {{< figure src="a.jpg" >}} camat`:         "Foto camat",
		"Camat {% include a.html %} hadir":              "Camat hadir",
		"{{ page.title }}":                              "",
		"Camat {: .tebal}":                              "Camat",
		`[caption id="a"]Camat[/caption]`:               "Camat",
	} {
		if got := Text(typed); got != want || Markup(typed) == nil {
			t.Errorf("%q becomes %q, want %q", typed, got, want)
		}
	}
}

// What stands in ordinary texts, and is no markup.
func TestNoMarkup(t *testing.T) {
	for _, text := range []string{
		"R&D kota", "A & B", "Toko P&K; buka", "Q&A: tanya jawab", "AT&T", "D&D;", "https://x.example/?a=1&b=2&copy=3",
		"https://x.example/?a=1&amp=2", "&;",
		"5 < 6 dan 7 > 6", "Warga <3 Hulu", "2<b dan b>1", "Ani <ani@kota.example>", "<https://x.example/>",
		"usia <17 tahun", "<nama> diisi", "a<b c>d", "a <b c> d",
		"1*2*3", "Rp5.000*", "Harga* dan ongkos*", "*) syarat berlaku *)", "Harga *) dan ongkos *) naik",
		"* satu * dua", "Hubungi *123# atau *123*1#", "Harga *1 dan *2", "5*6 meter dan 7*8 meter",
		"bintang **** hotel", "Hotel ** dan ***",
		"snake_case_nama", "nama_berkas_foto.jpg", "_______ (nama)", "__ / __ / 2026", "a_b dan c_d",
		"[Foto] Camat hadir", "[Foto](Humas)", "[Video] Camat", "Anggaran [1](2024)", "[1][2]", "[[1]]",
		"[siaran pers] (lengkap)", "[…] kata camat", "{tanda}", "{: }x"[:2],
		"C# dan F#", "#tagar", "# 1", "08.00~10.00 dan 13.00~15.00", "~10 orang", "~~ 10", "Jum`at dan Sa`ban",
		"Qur`an `Aisyiyah", "`", "50% {hadir}", "Rp 5.000,- /orang",
	} {
		if found := Markup(text); found != nil {
			t.Errorf("%q: %q", text, text[found[0].At:found[0].End])
		}
	}
}

// However long a text is, looking at it takes no time to speak of.
func TestMarkupBounded(t *testing.T) {
	for _, unit := range []string{"*a ", "[a", "<a ", "&a", "`a ", "{{", "[[a", "**a", "[a](", "_a "} {
		Markup(strings.Repeat(unit, 100_000))
	}
}
