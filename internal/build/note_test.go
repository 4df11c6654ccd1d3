package build_test

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"testing"

	"blandongan/internal/lab"
)

var sections = regexp.MustCompile(`<section id="([^"]*)"`)

// A program of which fewer than five parts are known is a note in one block, with the
// questions; any other has a section for each part.
func TestShortNotes(t *testing.T) {
	out, _ := buildFiles(t, real(t))
	forms := map[bool]int{}
	for name, data := range lab.Tree(t, out) {
		if ok, _ := path.Match("program/*/index.html", name); !ok {
			continue
		}
		page, parts := string(data), 0
		short := strings.Contains(page, `id="diketahui"`)
		for _, m := range sections.FindAllStringSubmatch(page, -1) {
			switch m[1] {
			case "diketahui", "tanya", "kunjungan", "berita", "sumber":
			case "meniru": // whom to ask is there always, how to copy seldom
				_, rest, _ := strings.Cut(page, m[0])
				if here, _, _ := strings.Cut(rest, "</section>"); strings.Contains(here, `class="boxes"`) {
					parts++
				}
			default:
				parts++
			}
		}
		if short && parts > 0 || !short && parts < 5 {
			t.Errorf("%s is short: %t, with %d parts of its own", name, short, parts)
		}
		forms[short]++
	}
	if forms[true] == 0 || forms[false] == 0 {
		t.Errorf("the programs have these forms: %v", forms)
	}
}

// Each part that is known alone stands in the note.
func TestShortNoteHasAllParts(t *testing.T) {
	files := full(t)
	parts := []struct {
		yaml  string
		shown []string
	}{
		{"problem: Air sumur keruh.", []string{"Masalah yang dijawab Air sumur keruh."}},
		{"how_it_works: [{step: Gali., actor: Petugas, output: Lubang}]", []string{"Gali.", "Petugas", "Lubang"}},
		{"core: [Keran besi]", []string{"Inti yang tidak boleh diubah Keran besi"}},
		{"adaptable: [Warna keran]", []string{"Yang dapat disesuaikan Warna keran"}},
		{"prerequisites: [Mata air jernih]", []string{"Prasyarat Mata air jernih"}},
		{"not_for: [Daerah rawa]", []string{"Tidak cocok untuk Daerah rawa"}},
		{"resources: {staff: Tiga orang, setup_cost: 1500000, price_year: 2020, funding: APBD, source: kabar}",
			[]string{"Tiga orang", "Rp1.500.000", "2020", "APBD", "Koran Contoh"}},
		{"results: [{indicator: penduduk, before: 100, after: 900, period: 2020/2023, source: kabar, " +
			"evidence: reported, method: Dari meteran., note: Pemakai keran.}]",
			[]string{"100 → 900 jiwa", "2020–2023", "Koran Contoh", "dilaporkan", "Dari meteran.", "Pemakai keran."}},
		{"facts: [{text: Dipakai sore., as_of: 2023-01, source: kabar}]",
			[]string{"Dipakai sore. (Koran Contoh) per Januari 2023"}},
		{"awards: [{name: Piala Sumur, year: 2022, recipient: Kelurahan Bukit, source: kabar}]",
			[]string{"Jejak P", "2022 Piala Sumur", "Kelurahan Bukit"}},
		{"lessons: [Mulai dari satu keran.]", []string{"Pelajaran Mulai dari satu keran."}},
		{"replication: {how_to_ask: Kirim surat., offer: Pendampingan, minimum_scale: Satu kelurahan}",
			[]string{"Kirim surat.", "Pendampingan", "Satu kelurahan"}},
		{"contact: {name: Loket, email: air@contoh.example, phone: \"0899 333\", note: Pagi hari.}",
			[]string{"Loket", "air@contoh.example", "0899 333", "Pagi hari."}},
		{"contact: {phone: \"112\", note: Darurat.}", []string{"112 Darurat.", "Kontak: belum diketahui"}},
		{"contact: {note: Datang saja.}", []string{"Bertanya dan meniru Datang saja.", "Kantor pemerintah kota: "}},
		{"note: Catatan penutup.", []string{"Catatan penutup."}},
		{"started: 2020-03", []string{"Mulai Maret 2020"}},
	}
	for i, p := range parts {
		files[fmt.Sprintf("data/programs/p%d.yaml", i)] = fmt.Sprintf(
			"name: P%d\nsummary: S.\nstatus: idea\npillars: [living]\nowner: Dinas\nsources: [kabar]\n%s\n", i, p.yaml)
	}
	out, problems := buildFiles(t, files)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	for i, p := range parts {
		text := wordsIn(strings.ReplaceAll(read(t, out, fmt.Sprintf("program/p%d/index.html", i)), "><", "> <"))
		for _, want := range p.shown {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q does not say %q", p.yaml, text, want)
			}
		}
	}
	if strings.Contains(read(t, out, "program/air-bersih/index.html"), `id="diketahui"`) {
		t.Error("a full sheet is a note")
	}
}
