package templates_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blandongan/internal/start"

	"github.com/chromedp/chromedp"
)

// begun builds the site of a city of which nothing is known but names and codes, and what is written over it.
func begun(t *testing.T, name, list string, over map[string]string) *face {
	t.Helper()
	dir := t.TempDir()
	made, err := start.City{Name: "Kota Contoh", Code: "99.71", Province: "Contoh", Language: "id", List: []byte(list),
		ListName: "daftar.csv", Now: when}.Found()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range made.Files {
		write(t, filepath.Join(dir, f.Path), string(f.Text))
	}
	for path, text := range over {
		write(t, filepath.Join(dir, path), text)
	}
	f, err := raise(name, dir, "/", when)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.server.Close(); os.RemoveAll(f.dir) })
	return f
}

// listOf is a list of codes with kecamatan of some names, each with two kelurahan.
func listOf(names ...string) string {
	var b strings.Builder
	b.WriteString("kode;nama\n")
	for i, name := range names {
		fmt.Fprintf(&b, "99.71.%02[1]d;%[2]s\n99.71.%02[1]d.1001;%[2]s\n99.71.%02[1]d.1002;%[2]s Barat\n", i+1, name)
	}
	return b.String()
}

// said is what a page says in its middle.
func (f *face) said(t *testing.T, page string) string {
	t.Helper()
	main := first(f.parse(t, leaf{name: page}), "main")
	if main == nil {
		t.Fatalf("%s has no middle", page)
	}
	return strings.Join(pieces(main), " ")
}

// TestBegun holds that a new city's site tells what is there, and promises nothing that is not.
func TestBegun(t *testing.T) {
	f := begun(t, "begun", listOf("Telanaipura", "Danau Baru"), nil)
	for page, says := range map[string][]string{
		"index.html":                       {"2 kecamatan, 4 kelurahan", "Telanaipura 2 kelurahan Danau"},
		"kota/index.html":                  {"2 kecamatan, 4 kelurahan"},
		"kecamatan/index.html":             {"2 kecamatan di Kota Contoh"},
		"kecamatan/telanaipura/index.html": {"kode Kemendagri", "Kode pos belum diketahui."},
		"program/index.html":               {"Belum ada program Kota Contoh"},
		"kunjungan/index.html":             {"Belum ada kunjungan belajar ke Kota Contoh"},
		"berita/index.html":                {"Belum ada berita dari Kota Contoh"},
	} {
		text := f.said(t, page)
		for _, want := range says {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q:\n%s", page, want, text)
			}
		}
		for _, never := range []string{"dari tahun ke tahun", "dalam angka", "GeoJSON", "0 dari", "(0)", "0 berita",
			"Juga", "kantornya", "wartawan", "tidak ada angka", "Perbandingan", "Arti setiap angka", "Semua angka",
			"BPS", "CSV: ", "Belum ada. ", "Semua topik", "Angka terbaru", "berdampingan"} {
			if strings.Contains(text, never) {
				t.Errorf("%s says %q:\n%s", page, never, text)
			}
		}
		if strings.Contains(" "+text, " belum diketahui") && page != "kecamatan/telanaipura/index.html" {
			t.Errorf("%s does not say what is not known:\n%s", page, text)
		}
	}
}

// TestBegunFigures holds that the first figures of a new city are seen where their place is told of, and that a program
// of which little is known asks whole questions.
func TestBegunFigures(t *testing.T) {
	f := begun(t, "figures", listOf("Telanaipura", "Danau Baru"), map[string]string{
		"data/kecamatan/telanaipura.yaml": `code: "99.71.01"
name: Telanaipura
summary: Kecamatan.
kelurahan:
  - {code: "99.71.01.1001", name: Telanaipura, postal_code: "36121"}
  - {code: "99.71.01.1002", name: Telanaipura Barat}
figures:
  - {indicator: penduduk, period: 2024, value: 47152, source: kode-wilayah}
  - {indicator: luas, period: 2024, value: 7.88, source: kode-wilayah}
`,
		"data/programs/bank.yaml": `name: Bank Sampah
summary: Warga menimbang sampah.
status: running
pillars: [environment]
owner: Dinas
sources: [kode-wilayah]
`,
	})
	root := f.parse(t, leaf{name: "kecamatan/telanaipura/index.html"})
	seen := ""
	for d := range root.Descendants() {
		if attr(d, "class") == "tiles" {
			seen = strings.Join(pieces(d), " ")
		}
	}
	for _, want := range []string{"47.152", "7,88", "5.984"} {
		if !strings.Contains(seen, want) {
			t.Errorf("the profile does not show %s: %q", want, seen)
		}
	}
	text := f.said(t, "kecamatan/telanaipura/index.html")
	if !strings.Contains(text, "Telanaipura Barat kode pos belum diketahui") {
		t.Errorf("of which kelurahan is what not known? %s", text)
	}
	text = f.said(t, "kota/index.html")
	if !strings.Contains(text, "Belum ada angka resmi untuk seluruh kota") || strings.Contains(text, "0 dari") {
		t.Errorf("of the city it says %s", text)
	}
	text = f.said(t, "program/bank/index.html")
	if !strings.Contains(text, "Belum kami ketahui: bukti tentang statusnya, ") || strings.Contains(text, "Juga") ||
		!strings.Contains(text, "dan kontak.") {
		t.Errorf("of the program it says %s", text)
	}
}

// overprinted are texts that stand upon one another, those that leave the page, and words of the way to a page that
// are broken.
const overprinted = `(() => {
	const boxes = [], faults = [];
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let n; n = walk.nextNode();) {
		if (!n.data.trim() || n.parentElement.closest("svg, .skip") || !n.parentElement.checkVisibility()) continue;
		const range = document.createRange();
		range.selectNodeContents(n);
		const scrolled = n.parentElement.closest(".scroll, .crumbs, .find, .languages");
		if (scrolled?.matches(".crumbs") && !/\s/.test(n.data.trim()) && range.getClientRects().length > 1) {
			faults.push(n.data.trim() + " is broken");
		}
		for (const r of range.getClientRects()) {
			if (r.width < 1 || r.height < 1) continue;
			if (!scrolled && (r.left < -1 || r.right > innerWidth + 1)) faults.push(n.data.trim() + " leaves the page");
			boxes.push({n, r, scrolled});
		}
	}
	for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
		const a = boxes[i], b = boxes[j];
		if (a.n === b.n || a.scrolled !== b.scrolled) continue;
		const wide = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
		const high = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
		if (wide > 2 && high > Math.min(a.r.height, b.r.height) / 2) faults.push(a.n.data.trim() + " on " + b.n.data.trim());
	}
	return [...new Set(faults)];
})()`

// TestLongNames holds that names of one long word neither stand upon other texts nor leave the page,
// however wide it is.
func TestLongNames(t *testing.T) {
	patiently(t)
	f := begun(t, "long", listOf("Telanaipura", "Pelayangan", "Jelutung", "Kertanegaramangkubumi",
		"Taumatawhakatangihangakoauauotamateaturipukaka", "Danau Baru"), nil)
	w := open(t)
	for _, page := range f.stays(t) {
		w.run(chromedp.Navigate(page.url))
		for _, width := range []int64{320, 360, 412, 600, 767, 768, 959, 960, 1280} {
			w.run(chromedp.EmulateViewport(width, 900))
			for _, fault := range get(w, chromedp.Evaluate[[]string](overprinted)) {
				t.Errorf("%s at %d px: %s", page.name, width, fault)
			}
		}
	}
}
