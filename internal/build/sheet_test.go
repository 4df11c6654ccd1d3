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
		asked := regexp.MustCompile(`<li>Juga belum kami ketahui: (.*)</li>`).FindStringSubmatch(text)
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
