package build_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// page builds a site that has no problems and returns one of its pages.
func page(t *testing.T, files map[string]string, name string) string {
	t.Helper()
	out, problems := buildFiles(t, files)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	text, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name), "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// allParts is of how many parts a sheet consists.
const allParts = 15

// A sheet says what another region must know and is not known yet, as something to ask.
func TestSheetIsCounted(t *testing.T) {
	const program = "data/programs/air-bersih.yaml"
	for more, want := range map[string]int{
		"":                                    2, // the problem and a status that somebody checked
		"resources: {price_year: 2020}\n":     2,
		"lessons: [Mulai dari satu keran.]\n": 3,
		"contact: {note: Pagi hari.}\n":       2, // nobody to ask
		"contact: {phone: 0899 333}\n":        3,
		"resources: {setup_cost: 100, annual_cost: 0, price_year: 2020, source: kabar}\n": 4,
		"replication: {offer: Pendampingan}\n":                                            2,
	} {
		files := base(t)
		files[program] += more
		text := page(t, files, "program/air-bersih")
		asked := regexp.MustCompile(`<li>Belum kami ketahui: (.*)\.</li>`).FindStringSubmatch(text)
		if asked == nil {
			t.Fatalf("%q: nothing is to be asked", more)
		}
		missing := strings.Split(strings.Replace(asked[1], ", dan ", ", ", 1), ", ")
		if got := allParts - len(missing); got != want {
			t.Errorf("%q: %d parts are known, not %d: %q", more, got, want, missing)
		}
	}
}

// What became of a visit is what is on record, not what was said.
func TestFate(t *testing.T) {
	const visit, adoption = "data/visits/tamu.yaml", "data/adoptions/x.yaml"
	for _, c := range []struct{ stage, outcomes, want string }{
		{"", "", "belum ada catatan"},
		{"", "outcomes: [{statement: Kami akan memakainya., said_by: Tamu, source: kabar}]\n",
			"baru dinyatakan; pemakaiannya belum tercatat"},
		{"visit", "", "belum ada catatan"},
		{"visit", "outcomes: [{statement: Kami akan memakainya., said_by: Tamu, source: kabar}]\n",
			"baru dinyatakan; pemakaiannya belum tercatat"},
		{"interest", "", "baru dinyatakan; pemakaiannya belum tercatat"},
		{"MoU", "", "disepakati; pemakaiannya belum tercatat"},
		{"trial", "", "diuji coba"}, {"in use", "", "dipakai"}, {"modified", "", "dipakai"},
		{"stopped", "", "berhenti"},
	} {
		files := base(t)
		for name := range files {
			if strings.HasPrefix(name, "data/adoptions/") {
				delete(files, name)
			}
		}
		if i := strings.Index(files[visit], "outcomes:"); i >= 0 {
			t.Fatalf("%s has outcomes already", visit)
		}
		files[visit] += c.outcomes
		if c.stage != "" {
			files[adoption] = "program: air-bersih\nto: {name: Kota Seberang}\nvisit: tamu\nstage: " + c.stage +
				"\nhistory: [{stage: " + c.stage + ", date: 2024-05, source: kabar}]\nlast_checked: 2024-06-30\n"
		}
		if text := page(t, files, "kunjungan"); !strings.Contains(text, ": <b>"+c.want+"</b>") {
			t.Errorf("stage %q, %q: not %q", c.stage, c.outcomes, c.want)
		}
	}
}

// A program for which nobody has come yet has no trail: not on its own page, nor on the
// front page, nor on those of the visits to come.
func TestNoTrailOfVisitsToCome(t *testing.T) {
	files := base(t)
	for _, name := range []string{"data/adoptions/seberang.yaml", "data/visits/tamu.yaml",
		"content/news/tamu-datang.md", "content/news/keran-baru.md"} {
		delete(files, name)
	}
	for _, day := range []string{"2027-01-10", "2027-02-10"} {
		files["data/visits/v"+day+".yaml"] = "title: Tamu " + day + "\nstart: " + day +
			"\norigin: {name: Kota Seberang}\nloci: [{kecamatan: hulu, place: Balai}]\nprograms: [air-bersih]\n" +
			"sources: [kabar]\n"
	}
	out, problems := buildFiles(t, files)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, name := range []string{"", "program/air-bersih/", "kunjungan/v2027-01-10/"} {
		if text := read(t, out, name+"index.html"); strings.Contains(text, `class="trail"`) {
			t.Errorf("/%s shows a trail", name)
		}
	}
}

// The step of a trail tells of prizes of one name who won them, as far as that is known, and
// in which year each did.
func TestTrailOfAwards(t *testing.T) {
	for awards, want := range map[string]string{
		"{year: 2020}":                                         "<b>2020</b>\n<p>Piala",
		"{year: 2020, recipient: RW 1}":                        "<b>2020</b>\n<p>Piala: RW 1",
		"{year: 2020, level: Nasional}":                        "<b>2020</b>\n<p>Piala: nasional",
		"{year: 2020, recipient: RW 1, level: Nasional}":       "<b>2020</b>\n<p>Piala: RW 1 (nasional)",
		"{year: 2020}, {year: 2020, recipient: RW 1}":          "<b>2020</b>\n<p>Piala: RW 1",
		"{year: 2020}, {year: 2021, recipient: RW 1}":          "<b>2020–2021</b>\n<p>Piala: 2020; RW 1 (2021)",
		"{year: 2020, level: Kota}, {year: 2021, level: Kota}": "<b>2020–2021</b>\n<p>Piala: 2020, kota; 2021, kota",
	} {
		files := base(t)
		files["data/programs/air-bersih.yaml"] += "awards: [" +
			strings.ReplaceAll(awards, "{", "{name: Piala, source: kabar, ") + "]\n"
		if text := page(t, files, "program/air-bersih"); !strings.Contains(text, want+"<sup>") {
			t.Errorf("%s: not %q", awards, want)
		}
	}
}
