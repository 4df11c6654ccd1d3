package markdown

import (
	"strconv"
	"strings"
	"testing"
)

// Where our dialect differs from CommonMark, so that what an editor typed is shown.

// wantHTML parses each text and wants it to become so.
func wantHTML(t *testing.T, texts map[string]string) {
	t.Helper()
	for src, want := range texts {
		if got := mustParse(t, src).HTML; got != want {
			t.Errorf("%q\n got %q\nwant %q", src, got, want)
		}
	}
}

func TestStarsAndAffixes(t *testing.T) {
	for src, want := range map[string]string{
		"**UP2K**nya":                 "<strong>UP2K</strong>nya",
		"**“Kota Cerdas”**nya":        "<strong>“Kota Cerdas”</strong>nya",
		"**Rp300 miliar.**Kata camat": "<strong>Rp300 miliar.</strong>Kata camat",
		"**(catatan)**nya":            "<strong>(catatan)</strong>nya",
		"*“x”*-nya dan *(y)*lah":      "<em>“x”</em>-nya dan <em>(y)</em>lah",
		"di**Serpong**":               "di<strong>Serpong</strong>",
		"di**“Serpong”**, ke**(Setu)**.": "di<strong>“Serpong”</strong>, " +
			"ke<strong>(Setu)</strong>.",
		`**"Satu"**, kata`: "<strong>\"Satu\"</strong>, kata",
		`"**Satu**", kata`: "\"<strong>Satu</strong>\", kata",
		`**"Satu"**nya, **"Dua"**nya`: "<strong>\"Satu\"</strong>nya, " +
			"<strong>\"Dua\"</strong>nya",
		"**a**-**b** (**c**)": "<strong>a</strong>-<strong>b</strong> " +
			"(<strong>c</strong>)",
		"**tebal (**a**) lagi**": "<strong>tebal (<strong>a</strong>) lagi</strong>",
		"**Apa?**Jawab, **90%**nya, **#1**an": "<strong>Apa?</strong>Jawab, <strong>90%</strong>nya, " +
			"<strong>#1</strong>an",
		"me**nulis**kan *UP2K*nya di*Setu*": "me<strong>nulis</strong>kan <em>UP2K</em>nya " +
			"di<em>Setu</em>",
		"***a*.b** ***“c”***nya": "<strong><em>a</em>.b</strong> <em>" +
			"<strong>“c”</strong></em>nya",
		`\*a\* dan **b\***`:                                  "*a* dan <strong>b*</strong>",
		"5*6 dan 7*8, 2*3*4, 2**3 dan 4**5":                  "5*6 dan 7*8, 2*3*4, 2**3 dan 4**5",
		"p*l*t dan 5m*6m dan 3m*4m":                          "p*l*t dan 5m*6m dan 3m*4m",
		"S***i dan B***o, K**a dan D**i":                     "S***i dan B***o, K**a dan D**i",
		"0812****567 dan 3674********0001":                   "0812****567 dan 3674********0001",
		"Rp5.000* dan Rp6.000**":                             "Rp5.000* dan Rp6.000**",
		"nama (*) dan alamat (*)":                            "nama (*) dan alamat (*)",
		"*) wajib, lihat Rp5.000*":                           "*) wajib, lihat Rp5.000*",
		"08.00~10.00 dan 13.00~15.00 ~a~":                    "08.00~10.00 dan 13.00~15.00 ~a~",
		"~~Rp5.000,-~~Rp4.000 ~~lama~~nya":                   "<del>Rp5.000,-</del>Rp4.000 <del>lama</del>nya",
		"8~~10 dan 9~~11":                                    "8~~10 dan 9~~11",
		"foto_camat_1.jpg dan _miring_":                      "foto_camat_1.jpg dan <em>miring</em>",
		"5 * 6 * 7 dan panjang * lebar * t":                  "5 * 6 * 7 dan panjang * lebar * t",
		"Harga Rp5.000*.\n*syarat berlaku":                   "Harga Rp5.000*.\n*syarat berlaku",
		`D:\foto\(baru)\_a dan \\server\foto dan \*a\* \\ b`: `D:\foto\(baru)\_a dan \\server\foto dan *a* \ b`,
		"Nama: ____ umur: __ tahun":                          "Nama: ____ umur: __ tahun",
	} {
		if got := mustParse(t, src).HTML; got != "<p>"+want+"</p>\n" {
			t.Errorf("%q\n got %q\nwant %q", src, got, want)
		}
	}
}

// A remark below the price that it belongs to is no unfinished emphasis.
func TestStarsOfRemarks(t *testing.T) {
	mustParse(t, "Harga Rp5.000** per orang.\n\n**belum termasuk pajak\n")
	mustParse(t, "| Harga |\n|---|\n| Rp5.000** |\n\n**belum termasuk pajak\n\n*syarat berlaku\n")
}

func TestLists(t *testing.T) {
	const ul = "<ul>\n<li>Satu</li>\n<li>Dua</li>\n</ul>\n"
	wantHTML(t, map[string]string{
		"•Satu\n•Dua":                  ul,
		"• Satu\n\n• Dua":              ul,
		"•\tSatu\n•\tDua":              ul,
		"▪ Satu\n▪ Dua":                ul,
		"· Satu\n· Dua":                ul,
		"\uF0B7 Satu\n\uF0B7\u00a0Dua": ul,
		"– Satu\n– Dua":                ul,
		"–Satu\n–Dua":                  ul,
		"o Satu\no Dua":                ul,
		"o\tSatu\no\tDua":              ul,
		"-\u00a0Satu\n-\u00a0Dua":      ul,
		"*\u00a0Satu\n*\u00a0Dua":      ul,
		"    - Satu\n    - Dua":        ul,
		"\t* Satu\n\t* Dua":            ul,
		"Syarat:\n• Satu\n• Dua":       "<p>Syarat:</p>\n" + ul,
		"Syarat:\n– Satu\n– Dua":       "<p>Syarat:</p>\n" + ul,
		"• Satu\nyang panjang\n• Dua":  "<ul>\n<li>Satu\nyang panjang</li>\n<li>Dua</li>\n</ul>\n",
		"• Satu\n  o Anak\n• Dua": "<ul>\n<li>Satu\n<ul>\n<li>Anak</li>\n</ul>\n</li>\n" +
			"<li>Dua</li>\n</ul>\n",
		"- Satu\n  • Anak\n- Dua": "<ul>\n<li>Satu\n<ul>\n<li>Anak</li>\n</ul>\n</li>\n" +
			"<li>Dua</li>\n</ul>\n",
		"a. Satu\nb. Dua": "<ol type=\"a\">\n<li>Satu</li>\n<li>Dua</li>\n</ol>\n",
		"a) Satu\nb) Dua": "<ol type=\"a\">\n<li>Satu</li>\n<li>Dua</li>\n</ol>\n",
		"A. Satu\nB. Dua": "<ol type=\"A\">\n<li>Satu</li>\n<li>Dua</li>\n</ol>\n",
		"1. Satu\n   a. Anak\n   b. Cucu\n2. Dua": "<ol>\n<li>Satu\n<ol type=\"a\">\n<li>Anak</li>\n<li>Cucu</li>\n" +
			"</ol>\n</li>\n<li>Dua</li>\n</ol>\n",
		"a. Satu\n   • Anak\nb. Dua": "<ol type=\"a\">\n<li>Satu\n<ul>\n<li>Anak</li>\n</ul>\n</li>\n" +
			"<li>Dua</li>\n</ol>\n",
		"Sisanya:\n3. Satu\n4. Dua": "<p>Sisanya:</p>\n<ol start=\"3\">\n<li>Satu</li>\n" +
			"<li>Dua</li>\n</ol>\n",
		"✅ Satu\n✅ Dua":         "<ul>\n<li>✅ Satu</li>\n<li>✅ Dua</li>\n</ul>\n",
		"→ Satu\n→ Dua":         "<ul>\n<li>→ Satu</li>\n<li>→ Dua</li>\n</ul>\n",
		"    ## Judul":          "<h2 id=\"judul\">Judul</h2>\n",
		"#\u00a0Judul":          "<h2 id=\"judul\">Judul</h2>\n",
		"###\u3000Judul\nTeks.": "<h3 id=\"judul\">Judul</h3>\n<p>Teks.</p>\n",
	})
}

func TestNumbersAsTyped(t *testing.T) {
	wantHTML(t, map[string]string{
		"2017. Tahun itu hujan.":      "<p>2017. Tahun itu hujan.</p>\n",
		"31. Desember":                "<p>31. Desember</p>\n",
		"31 Desember":                 "<p>31 Desember</p>\n",
		"10) Pasal ini\n\nLagi.":      "<p>10) Pasal ini</p>\n<p>Lagi.</p>\n",
		"7. 11. 2017 dan seterusnya":  "<p>7. 11. 2017 dan seterusnya</p>\n",
		"7. 100. a\n   101. b":        "<p>7.</p>\n<p>100. a</p>\n<p>101. b</p>\n",
		"2017.":                       "<p>2017.</p>\n",
		"+ 62 812 3456":               "<p>+ 62 812 3456</p>\n",
		"+62 812 3456":                "<p>+62 812 3456</p>\n",
		"2017. Satu.\n\n31. Desember": "<p>2017. Satu.</p>\n<p>31. Desember</p>\n",
		"2017. a\n2018. b":            "<p>2017. a</p>\n<p>2018. b</p>\n",
		"1. a\n\nKata.\n\n2. b":       "<ol>\n<li>a</li>\n</ol>\n<p>Kata.</p>\n<ol start=\"2\">\n<li>b</li>\n</ol>\n",
		"3. a\n4. b":                  "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n",
		"1. a\n1. b\n1. c":            "<ol>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ol>\n",
		"1. a\n2. b\n4. c\n5. d":      "<ol>\n<li>a</li>\n<li>b</li>\n<li value=\"4\">c</li>\n<li>d</li>\n</ol>\n",
		"> 2. a\n\n- 5. b": "<blockquote>\n<p>2. a</p>\n</blockquote>\n<ul>\n<li>\n<p>5. b</p>\n" +
			"</li>\n</ul>\n",
	})
}

func TestIndentedAndUnderlined(t *testing.T) {
	wantHTML(t, map[string]string{
		"\tSatu.\n\n\tDua.":                "<p>Satu.</p>\n<p>Dua.</p>\n",
		"    Satu\n    dua.\n\nTiga.":      "<p>Satu\ndua.</p>\n<p>Tiga.</p>\n",
		"- a\n    - b":                     "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n",
		"1. a\n\n    teks":                 "<ol>\n<li>\n<p>a</p>\n<p>teks</p>\n</li>\n</ol>\n",
		"- a\n\n        teks":              "<ul>\n<li>\n<p>a</p>\n<p>teks</p>\n</li>\n</ul>\n",
		"# A\n    teks":                    "<h2 id=\"a\">A</h2>\n<p>teks</p>\n",
		"Camat hadir di sana.\n---\nLagi.": "<p>Camat hadir di sana.</p>\n<hr>\n<p>Lagi.</p>\n",
		"Camat hadir.\n=====\n":            "<p>Camat hadir.</p>\n<hr>\n",
		"“Camat hadir.”\n---\n":            "<p>“Camat hadir.”</p>\n<hr>\n",
		"Camat hadir\ndi sana\n---\n":      "<p>Camat hadir\ndi sana</p>\n<hr>\n",
		"Judul\n=====":                     "<h2 id=\"judul\">Judul</h2>\n",
		"Judul\n-----":                     "<h2 id=\"judul\">Judul</h2>\n",
		"Keterangan\n-":                    "<p>Keterangan\n-</p>\n",
	})
}

// TestMeant is about text that readers see as it was typed, and that was surely
// meant otherwise.
func TestMeant(t *testing.T) {
	for src, want := range map[string]string{
		"Kata ** tebal ** ini":            "1:6 emphasis as text: ** tebal ** → **tebal**",
		"Kata **tebal **sekali, ini":      "1:6 emphasis as text: **tebal **sekali → **tebal** sekali",
		"Kata **tebal ** ini":             "1:6 emphasis as text: **tebal ** → **tebal**",
		"Kata **tebal saja.":              "1:6 emphasis as text: **tebal saja. → **…**",
		"**Satu\n\nDua**":                 "1:1 emphasis as text: **Satu → **…**",
		"Kata **tebal* saja":              "1:6 emphasis as text: **tebal* saja → **…**",
		"Kata *miring * ini":              "1:6 emphasis as text: *miring * → *miring*",
		"Kata * miring* ini":              "1:6 emphasis as text: * miring* → *miring*",
		"Kata _UP2K_nya":                  "1:6 emphasis as text: _UP2K_ → *UP2K*",
		"Kata ~~ lama ~~":                 "1:6 emphasis as text: ~~ lama ~~ → ~~lama~~",
		"*Pertama loket\n*Kedua keran":    "1:1 list as text: *Pertama loket → * Pertama loket",
		"-Satu\n-Dua":                     "1:1 list as text: -Satu → - Satu",
		"Syarat:\n-Satu\n-Dua":            "2:1 list as text: -Satu → - Satu",
		"-“Satu”\n-Dua":                   "1:1 list as text: -“Satu” → - “Satu”",
		"1.Buka\n2.Tutup":                 "1:1 list as text: 1.Buka → 1. Buka",
		"1)Buka keran\nyang ini\n2)Tutup": "1:1 list as text: 1)Buka keran → 1) Buka keran",
		"a.Buka\nb.Tutup":                 "1:1 list as text: a.Buka → a. Buka",
		"a)Buka\nb)Tutup":                 "1:1 list as text: a)Buka → a) Buka",
		"- Meja\n  -Timbangan":            "2:3 list as text: -Timbangan → - Timbangan",
		"- Meja\n-Timbangan\n- Buku":      "2:1 list as text: -Timbangan → - Timbangan",
		"* Meja\n*Timbangan":              "2:1 list as text: *Timbangan → * Timbangan",
		"1. Meja\n2.Timbangan":            "2:1 list as text: 2.Timbangan → 2. Timbangan",
		"-Meja\n- Timbangan":              "1:1 list as text: -Meja → - Meja",
		"1.Meja\n2. Timbangan":            "1:1 list as text: 1.Meja → 1. Meja",
		"Kata.\n##Judul bagian\nKata":     "2:1 heading as text: ##Judul bagian → ## Judul bagian",
		"> 60 persen warga":               "1:1 number as quote: > 60 persen warga → 60 persen warga",
		"Camat Serpong\n---\nBerita":      "1:1 rule as heading: Camat Serpong → ## Camat Serpong",
	} {
		_, faults := newParser().Parse([]byte(src))
		var got []string
		for _, f := range faults {
			got = append(got, strconv.Itoa(f.Line)+":"+strconv.Itoa(f.Col)+" "+f.Kind.String()+": "+f.Text+" "+
				"→ "+f.Better)
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%q\n got %q\nwant %q", src, got, want)
		}
	}
}

// TestOrdinary is prose that merely looks like marks.
func TestOrdinary(t *testing.T) {
	for _, src := range []string{
		"Suhu turun hingga\n-5 derajat\n-7 derajat Celsius", "*catatan: harga dapat berubah", "1.354 jiwa\n2.100 jiwa",
		"08.00 WIB\n09.00 WIB",
		"2.Kedua kalinya ia datang", "Begitu katanya.\n– Camat", "**Satu** hadir\n**Dua** tidak",
		"*miring* di awal\n*miring* lagi", "*Satu* dan\n*Dua*",
		"a.n. Camat Setu\nSekretaris", "H. Ahmad\nM. Yusuf\nS. Widodo", "A. Yani\nJl. Raya",
		"+62 812 3456\n+62 813 3456", "o tidak\nya", "-Humas-",
		"> Kata camat\n> 60 kali", "> “60 persen warga hadir.”", "5 * 6 = 30\n6 * 7 = 42",
		"**Waktu:** pukul 08.00\n**Tempat:** balai", "Tahun 2017.\nTahun 2018.",
		"a. Satu", "Jalan A.\nB. Tidak ada", "i. pertama", "Judul\n---------\n\nTeks.", "C:\\data\\foto",
		"Pukul 08.00\n–10.00\n–12.00", "1. Satu\n\n2. Dua",
		"Kata *miring* dan **tebal** dan ***keduanya***.", "email: _nama_@contoh.id", "_foto_camat.jpg",
		"#KotaKita hadir\n#Setu", "📅 Sabtu\n📍 Balai", "✅ Satu", "→ lihat", "© Tim", "harga ~ 5 juta ~ 6 juta",
		"--\nTim", "- [x] beres",
		"3. Tiga\n4. Empat", "* * *", "Beranda * Berita * Kontak", "wa.me/62812*", "**",
		"Rp5.000,- **)\n\n**) belum pajak",
	} {
		mustParse(t, src)
	}
}
