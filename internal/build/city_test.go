package build_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/files"

	"github.com/rogpeppe/go-internal/txtar"
)

// write puts files below a folder.
func write(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// base returns the files of the second city, testdata/base.txtar.
func base(t testing.TB) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

// openCity makes a generated city with so many articles, and opens its folder as commands do.
func openCity(t testing.TB, n int) (dir string, root *files.Dir) {
	t.Helper()
	dir = t.TempDir()
	city(t, dir, n)
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return dir, root
}

// city writes a generated city: ten kecamatan, n articles of about 3 KB, and a
// hundredth as many programs and visits. The same n makes the same bytes.
func city(t testing.TB, dir string, n int) {
	t.Helper()
	g := generator{rand.New(rand.NewPCG(1, uint64(n))), max(5, n/100)}
	files := base(t)
	for name := range files {
		if strings.HasPrefix(name, "data/kecamatan/") || strings.HasPrefix(name, "data/programs/") ||
			strings.HasPrefix(name, "data/visits/") ||
			strings.HasPrefix(name, "data/adoptions/") || strings.HasPrefix(name, "content/news/") {
			delete(files, name)
		}
	}
	for i := range kecamatan {
		files[fmt.Sprintf("data/kecamatan/k%d.yaml", i)] = g.kecamatan(i)
	}
	for i := range g.programs {
		files[fmt.Sprintf("data/programs/p%d.yaml", i)] = g.program(i)
		files[fmt.Sprintf("data/visits/v%d.yaml", i)] = g.visit(i)
	}
	for i := range 12 {
		files[fmt.Sprintf("content/files/img/foto-%d.svg",
			i)] = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><path d="M0 0h9v9z"/></svg>`
	}
	write(t, dir, files)
	for i := range n {
		write(t, dir, map[string]string{fmt.Sprintf("content/news/a%06d.md", i): g.article(i, n)})
	}
}

const kecamatan = 10

type generator struct {
	*rand.Rand
	programs int
}

var lexicon = strings.Fields(`
	air balai banjir bus data desa dinas gedung guru hujan izin jalan jembatan kantor kebun kota lampu lapangan
	loket museum pasar pelabuhan perahu petugas pohon pompa puskesmas rapat rumah sampah sekolah sensor siswa
	stasiun sungai taman terminal trotoar warga waduk baru besar bersih cepat kecil lama luas ramai rapi sepi
	tenang terbuka membuka membangun memeriksa menanam mencatat mengukur menutup merawat melayani bersama dari
	di dengan ke pada setelah untuk yang`)

func (g generator) words(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = lexicon[g.IntN(len(lexicon))]
	}
	return strings.Join(list, " ")
}

func (g generator) sentence() string {
	s := g.words(8 + g.IntN(9))
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

func (g generator) paragraph() string {
	var b strings.Builder
	for range 4 {
		b.WriteString(g.sentence() + " ")
	}
	switch g.IntN(4) {
	case 0:
		fmt.Fprintf(&b, "Lihat [%s](kecamatan:k%d). ", g.words(2), g.IntN(kecamatan))
	case 1:
		fmt.Fprintf(&b, "Ini **%s** dan *%s*. ", g.words(2), g.words(2))
	}
	return b.String() + g.sentence() + "\n\n"
}

func (g generator) kecamatan(i int) string {
	return fmt.Sprintf(`code: "99.71.%02[1]d"
name: Kecamatan %[1]d
summary: %[2]s
kelurahan:
  - {code: "99.71.%02[1]d.1001", name: Satu %[1]d}
  - {code: "99.71.%02[1]d.1002", name: Dua %[1]d}
figures:
  - {indicator: penduduk, period: 2020, value: %[3]d, source: sensus}
  - {indicator: luas, period: 2019, value: %[1]d.25, source: sensus}
`, i+1, g.sentence(), 1000+g.IntN(90000))
}

func (g generator) program(i int) string {
	return fmt.Sprintf("name: Program %s %d\nsummary: %s\nstatus: running\npillars: [living]\nowner: Dinas\n"+
		"kecamatan: [k%d]\nproblem: %s\nsources: [kabar]\n",
		g.words(2), i, g.sentence(), g.IntN(kecamatan), g.sentence())
}

func (g generator) visit(i int) string {
	day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*3000/g.programs)
	return fmt.Sprintf("title: Kunjungan %s %d\nstart: %s\norigin: {name: Kota %s}\nloci: [{kecamatan: k%d}]\n"+
		"programs: [p%d]\nsources: [kabar]\n",
		g.words(2), i, day.Format("2006-01-02"), g.words(1), g.IntN(kecamatan), g.IntN(g.programs))
}

func (g generator) article(i, n int) string {
	var b strings.Builder
	first := time.Date(2015, 1, 1, 8, 0, 0, 0, time.UTC)
	at := first.Add(time.Duration(i) * 10 * 365 * 24 * time.Hour / time.Duration(n)).Truncate(time.Minute)
	fmt.Fprintf(&b, "---\ntitle: \"%s %d\"\ndate: %s\nsummary: %s\nkecamatan: [k%d]\n", g.words(5), i,
		at.Format(time.RFC3339), g.sentence(), g.IntN(kecamatan))
	if i%2 == 0 {
		fmt.Fprintf(&b, "programs: [p%d]\n", g.IntN(g.programs))
	}
	if i%8 == 0 {
		fmt.Fprintf(&b, "visits: [v%d]\n", g.IntN(g.programs))
	}
	a, c := g.IntN(40), g.IntN(40)
	fmt.Fprintf(&b, "tags: [%s, %s-lagi]\n---\n\n", lexicon[a], lexicon[c])
	b.WriteString(g.paragraph())
	for s := range 2 {
		fmt.Fprintf(&b, "## %s\n\n%s", g.words(4), g.paragraph())
		if s == 0 {
			fmt.Fprintf(&b, "![%s](/img/foto-%d.svg)\n\n- %s\n- %s\n- %s\n\n", g.words(3), g.IntN(12), g.words(6),
				g.words(6), g.words(6))
		}
		if i%5 == 0 {
			b.WriteString("| Wilayah | Target | Capaian |\n| --- | ---: | ---: |\n")
			for r := range 5 {
				fmt.Fprintf(&b, "| %s | %d | %d |\n", g.words(1), r, g.IntN(900))
			}
			b.WriteString("\n")
		}
	}
	for b.Len() < 3000 {
		b.WriteString(g.paragraph())
	}
	return b.String()
}
