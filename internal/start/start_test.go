package start

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/markdown"
	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/meaning"
)

// The provinces are those that the site's own list of regions knows, by its sources.
func TestProvinces(t *testing.T) {
	text, err := os.ReadFile("../../data/regions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var regions map[string]struct{ Code, Kind, Name string }
	if err := yaml.Unmarshal(text, &regions); err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, r := range regions {
		if r.Kind == "province" {
			want = append(want, r.Code+" "+r.Name)
		}
	}
	slices.Sort(want)
	is, err := skeleton.ReadFile("skeleton/provinces.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Split(strings.TrimSpace(string(is)), "\n"); !slices.Equal(got, want) {
		t.Errorf("provinces are %q, in data/regions.yaml %q", got, want)
	}
}

func TestZones(t *testing.T) {
	for code, want := range map[string]string{
		"11": "Asia/Jakarta", "21": "Asia/Jakarta", "36": "Asia/Jakarta", "61": "Asia/Jakarta", "62": "Asia/Jakarta",
		"51": "Asia/Makassar", "63": "Asia/Makassar", "65": "Asia/Makassar", "76": "Asia/Makassar",
		"81": "Asia/Jayapura", "96": "Asia/Jayapura", "99": "Asia/Jayapura",
	} {
		if got := zoneOf(code); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

var odd = []string{
	"Kota Contoh", "true", "12.34", "- a", "a: b", `"a"`, "a 'b' c", `a "b" c`, `a\b`, "{a}", "[a]",
	"#a", "a #b", "…", "...", "Ñandu", "a,b", "?", "@a", "%a", "! a", "a:", "2026-01-01", "NULL", "~", "0x1f", "1e5",
	".inf", "-", "中文", "*a", "&a", "|", ">",
}

// Whatever a title is, YAML reads back what was typed.
func TestScalars(t *testing.T) {
	for _, text := range odd {
		var read struct{ A, B, C any }
		source := fmt.Sprintf("a: %s\nb: {c: %s}\nc: {c: %s}\n", scalar(text), inline(text), quoted(text))
		if err := yaml.Unmarshal([]byte(source), &read); err != nil {
			t.Errorf("%q: %v\n%s", text, err, source)
			continue
		}
		b, c := read.B.(map[string]any)["c"], read.C.(map[string]any)["c"]
		if read.A != any(text) || b != any(text) || c != any(text) {
			t.Errorf("%q is read as %v, %v and %v", text, read.A, b, c)
		}
	}
}

// A new thing of any kind and title can be read, in either language.
func TestNew(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		config := "language: " + language + "\ntime_zone: Asia/Jayapura\n"
		desk := Open(fstest.MapFS{"data/site.yaml": {Data: []byte(config)}})
		for _, kind := range Words(lang.Of(language)) {
			for _, title := range odd {
				made, err := desk.New(Wanted{Kind: kind, Title: title, Now: time.Unix(0, 0)})
				if err != nil {
					t.Errorf("%s %q: %v", kind, title, err)
				} else if len(made.Open) == 0 {
					t.Errorf("%s %q: nothing is left to be filled in: %s", kind, title, made.Text)
				}
			}
		}
	}
}

var (
	hidden = regexp.MustCompile(`(?m)^( *)#((?:  )*(?:- )?[a-z_]+:(?: .*)?)$`)
	filled = strings.NewReplacer("pillars: […]", "pillars: [living]", "status: …", "status: running",
		"stage: …", "stage: trial", "last_checked: …", "last_checked: 2017-11-07",
		"kind: …", "kind: news", "start: …", "start: 2017-11-07",
		"date: …", "date: 2017-11-07", "…", "lain")
)

// Whoever fills in a new thing by its comments alone makes no mistake: all keys in it can be
// opened as they stand there.
func TestCommentsAreEnough(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		config := "language: " + language + "\ntime_zone: Asia/Jakarta\n"
		desk := Open(fstest.MapFS{"data/site.yaml": {Data: []byte(config)}})
		for _, kind := range []string{"article", "page", "program", "visit", "adoption", "source"} {
			made, err := desk.New(Wanted{Kind: kind, Title: "Lain", Now: time.Unix(1.6e9, 0)})
			if err != nil {
				t.Fatal(err)
			}
			if !hidden.Match(made.Text) {
				t.Errorf("%s: there is no key to open:\n%s", kind, made.Text)
			}
			text := filled.Replace(hidden.ReplaceAllString(string(made.Text), "$1$2"))
			reader := markdown.New(markdown.Options{Schemes: site.Schemes()})
			record, problems := site.Parse(made.File, []byte(text), reader)
			_, faults := site.Decode(record)
			for _, p := range slices.Concat(problems, faults) {
				if p.Severity() == diag.Error {
					t.Errorf("%s: %s %v\n%s", p.Place, p.Code, p.Args, text)
				}
			}
		}
	}
}

// What is not filled in is named by the way that leads to it.
func TestOpenKeys(t *testing.T) {
	desk := Open(fstest.MapFS{"data/programs/air.yaml": {Data: []byte(
		"name: Air\nsummary: …\nverified: {at: …}\nresults:\n  - indicator: x\n    # y\n    note:\n      id: …\n" +
			"      en: X\n  - source: […]\nsources: […]\n")}})
	for _, c := range []struct {
		wanted Wanted
		want   string
	}{
		{Wanted{Kind: "visit", Title: "Tamu"}, "start, origin.name, sources"},
		{Wanted{Kind: "adoption", Title: "Kota"}, "program, stage, history.stage, history.date, " +
			"history.source, last_checked"},
		{Wanted{Kind: "source", Title: "Sensus"}, "publisher, kind, date"},
		{Wanted{Kind: "program", Title: "Lain", From: "air"}, "summary, sources, status"},
	} {
		made, err := desk.New(c.wanted)
		if err != nil {
			t.Errorf("%v: %v", c.wanted, err)
		} else if got := strings.Join(made.Open, ", "); got != c.want {
			t.Errorf("%v: %s, want %s", c.wanted, got, c.want)
		}
	}
}

// What is in a city's folder can be read by those for whom it is.
func TestFounded(t *testing.T) {
	tokens, err := os.ReadFile("../../templates/assets/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"id", "en"} {
		made, err := City{
			Name: `Kota "Contoh": Utara`, Code: "15.71", Language: language, Colour: "#123",
			Tokens: string(tokens), List: []byte("15.71.01,SATU\n15.71.02,SATU\n15.71.02.1001,CON\n"),
			ListName: `li"st.csv`, Now: time.Unix(0, 0),
		}.Found()
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, f := range slices.Concat(made.Files, made.Beside) {
			if seen[f.Path] || len(f.Text) == 0 || strings.Contains(string(f.Text), "<%") {
				t.Errorf("%s: %s", f.Path, f.Text)
			}
			seen[f.Path] = true
			var read map[string]any
			if end := filepath.Ext(f.Path); end != ".yaml" && end != ".yml" {
				continue
			}
			if err := yaml.Unmarshal(f.Text, &read); err != nil || len(read) == 0 {
				t.Errorf("%s: %v\n%s", f.Path, err, f.Text)
			}
			if strings.Contains(string(f.Text), "build") && strings.HasSuffix(f.Path, ".yml") {
				checkKept(t, f.Path, f.Text)
			}
		}
		for _, name := range []string{
			"data/kecamatan/satu.yaml", "data/kecamatan/satu-15-71-02.yaml", ".gitlab-ci.yml",
		} {
			if !seen[name] {
				t.Errorf("%s is missing", name)
			}
		}
	}
}

// checkKept wants a workflow to keep the output folder from run to run, fetched before it is looked at or built into,
// and to give away nothing of its records.
func checkKept(t *testing.T, file string, text []byte) {
	t.Helper()
	type step struct {
		Uses, Run string
		With      map[string]string
	}
	var w struct {
		Jobs  map[string]struct{ Steps []step }
		Check struct {
			Cache struct {
				Key, Policy string
				Paths       []string
			}
			Artifacts struct{ Paths, Exclude []string }
		}
	}
	if err := yaml.Unmarshal(text, &w); err != nil {
		t.Fatal(file, err)
	}
	if file == ".gitlab-ci.yml" {
		c := w.Check
		if !slices.Equal(c.Cache.Paths, []string{"public/"}) || c.Cache.Key == "" || c.Cache.Policy != "pull-push" ||
			!slices.Equal(c.Artifacts.Exclude, []string{"public/.blandongan/**/*"}) {
			t.Errorf("%s: %+v", file, c)
		}
		return
	}
	steps := w.Jobs["check"].Steps
	kept := slices.IndexFunc(steps, func(s step) bool { return s.Uses == "actions/cache@v5" })
	used := slices.IndexFunc(steps, func(s step) bool { return strings.Contains(s.Run, "\" check") })
	if kept < 0 || used < kept {
		t.Fatalf("%s: kept in step %d, used in step %d", file, kept, used)
	}
	with := steps[kept].With
	if with["path"] != "public" || with["key"] != "public-${{ github.run_id }}" || with["restore-keys"] != "public-" {
		t.Errorf("%s: %v", file, with)
	}
}

// A thing is copied by the id that it has, also one that no title becomes.
func TestCopyByID(t *testing.T) {
	sources := "BPS_2020:\n  title: Profil\n  publisher: BPS\n  date: 2020\n"
	page := "---\ntitle: Hal\nsummary: Kata.\n---\n"
	for _, c := range []struct{ kind, path, from, text, want string }{
		{"sumber", "data/sources.yaml", "BPS_2020", sources, "publisher: BPS"},
		{"halaman", "content/pages/hal-lain.md", "Hal Lain", page, "summary: …"},
	} {
		desk := Open(fstest.MapFS{
			"data/site.yaml": {Data: []byte("language: id\n")}, c.path: {Data: []byte(c.text)},
		})
		made, err := desk.New(Wanted{Kind: c.kind, Title: "Baru", From: c.from, Now: time.Unix(0, 0)})
		if err != nil || strings.Count(string(made.Text), c.want) != 1+strings.Count(string(made.Was), c.want) {
			t.Errorf("%s: %v", c.from, err)
		}
	}
}

// A province of blanks is one that nobody named.
func TestProvinceOfBlanks(t *testing.T) {
	made, err := City{Name: "Kota Contoh", Code: "15.71", Province: " \t ", Now: time.Unix(0, 0)}.Found()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range made.Files {
		if f.Path == "data/city.yaml" && !strings.Contains(string(f.Text), provinceOf("15")) {
			t.Errorf("the city is %s", f.Text)
		}
	}
}

// What is named of each kind of new thing is a kind and keys that there are.
func TestOutlines(t *testing.T) {
	kinds := map[string]*records.Shape{}
	for _, k := range site.Kinds() {
		kinds[k.Name] = k.Shape
	}
	for kind, o := range outlines {
		shape := kinds[kind]
		if shape == nil {
			t.Errorf("there is no kind %s", kind)
			continue
		}
		keys := slices.Concat([]string{o.title}, o.wanted)
		if o.today != "" {
			keys = append(keys, o.today)
		}
		for _, key := range keys {
			if !isKey(shape, key) {
				t.Errorf("%s has no key %s", kind, key)
			}
		}
	}
}

// A new thing asks for what its declaration requires, and for what may be left out only where its meaning,
// which the guide and the forms tell too, says so.
func TestWanted(t *testing.T) {
	for _, k := range site.Kinds() {
		for _, f := range k.Shape.Fields() {
			if !slices.Contains(outlines[k.Name].wanted, f.Key) {
				continue
			}
			says := meaning.Of(k.Shape, f.Key)
			if f.Required || !strings.Contains(says.ID, "hapus barisnya") ||
				!strings.Contains(says.EN, "Delete the line") {
				t.Errorf("%s: %s is required: %v; %q", k.Name, f.Key, f.Required, says)
			}
		}
		desk := Open(fstest.MapFS{"data/site.yaml": {Data: []byte("language: id\n")}})
		if _, known := outlines[k.Name]; !known {
			continue
		}
		made, err := desk.New(Wanted{Kind: k.Name, Title: "Lain", Now: time.Unix(1.6e9, 0)})
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range made.Open {
			key, _, _ = strings.Cut(key, ".")
			at := slices.IndexFunc(k.Shape.Fields(), func(f records.Field) bool { return f.Key == key })
			if !k.Shape.Fields()[at].Required && !slices.Contains(outlines[k.Name].wanted, key) {
				t.Errorf("a new %s asks for %s, which may be left out", k.Name, key)
			}
		}
	}
}

// isKey says whether a declaration has a key, or keys that lead through its parts.
func isKey(shape *records.Shape, path string) bool {
	key, rest, deeper := strings.Cut(path, ".")
	fields := shape.Fields()
	at := slices.IndexFunc(fields, func(f records.Field) bool { return f.Key == key })
	return at >= 0 && (!deeper || fields[at].Inner != nil && isKey(fields[at].Inner, rest))
}

// A copy keeps the form of the original and says nothing that is true of that one alone, so that it is a draft,
// however the lines of the original end.
func TestCopiesAreDrafts(t *testing.T) {
	for _, c := range []struct{ kind, path, text, want string }{
		{
			"news", "content/news/a.md",
			"---\ntitle: Own\ndate: 2020-01-02\nsummary: Own.\nauthor: Own\ntags: [air]\nimage:\n  file: own.jpg\n" +
				"  alt: Own\n  credit: Own\nsources: [own]\n---\n\nOwn.\n",
			"---\ntitle: Baru\ndate: 2027-01-15\nsummary: …\ntags: [air]\n---\n\n",
		},
		{"page", "content/pages/a.md", "---\ntitle: Own\n---\nOwn.\n", "---\ntitle: Baru\nsummary: …\n---\n\n"},
		{
			"kecamatan", "data/kecamatan/a.yaml",
			"code: \"99.71.01\"\nname: Own\nsummary: Own.\nservices:\n  - {name: Own, source: own}\n",
			"code: \"99.71.09\"\nname: Baru\nsummary: …\n",
		},
		{
			"program", "data/programs/a.yaml",
			"name: Own\nsummary: Own.\nstatus: running\npillars:\n  - living\nowner: Dinas\nstarted: 2020\n" +
				"sources: [own]\nfacts:\n  - text: Own\n    source: own\n",
			"name: Baru\nsummary: …\nstatus: …\npillars:\n  - living\nowner: Dinas\nsources: […]\n",
		},
		{
			"visit", "data/visits/a.yaml",
			"title: Own\nsummary: Own\nkind: Studi\nstart: 2020\norigin:\n  name: Own\nsources: [own]\n",
			"title: Baru\nkind: Studi\nstart: …\norigin: {name: …}\nsources: […]\n",
		},
		{
			"adoption", "data/adoptions/a.yaml",
			"program: air\nto: {name: Own}\nstage: trial\nhistory:\n  - {stage: trial, date: 2020, source: own}\n" +
				"last_checked: 2020-01-01\n",
			"program: air\nto: {name: \"Baru\"}\nstage: …\n" +
				"history: [{stage: …, date: …, source: […]}]\nlast_checked: …\n",
		},
		{
			"indicator", "data/indicators.yaml", "a:\n  name: Own\n  unit: jiwa\n  definition: Own\n  decimals: 2\n",
			"baru:\n  name: Baru\n  unit: jiwa\n  definition: …\n  decimals: 2\n",
		},
		{
			"source", "data/sources.yaml",
			"a:\n  title: Own\n  publisher: BPS\n  kind: report\n  date: 2020\n  url: https://own.example/\n",
			"baru:\n  title: Baru\n  publisher: BPS\n  kind: report\n  date: …\n",
		},
	} {
		for _, was := range []string{
			c.text, "\ufeff" + c.text, strings.ReplaceAll(c.text, "\n", "\r\n"),
			"\ufeff" + strings.ReplaceAll(c.text, "\n", "\r\n"),
		} {
			wanted := Wanted{Kind: c.kind, Title: "Baru", From: "a", Now: time.Unix(1.8e9, 0)}
			if c.kind == "kecamatan" {
				wanted.Code = "99.71.09"
			}
			made, err := deskWith(c.path, was).New(wanted)
			if err != nil {
				t.Errorf("%s: %q: %v", c.kind, was, err)
				continue
			}
			text := strings.ReplaceAll(string(made.Text), "\r", "")
			if made.Was != nil {
				text = text[strings.Index(text, "baru:"):]
			}
			if text != c.want || len(made.Open) == 0 {
				t.Errorf("%s: of %q becomes %q, still open: %q", c.kind, was, text, made.Open)
			}
		}
	}
	if made, err := deskWith("data/visits/a.yaml", "{title: Own, start: 2020}\n").New(
		Wanted{Kind: "visit", Title: "Baru", From: "a"}); err == nil {
		t.Errorf("what has no lines of its own becomes %q", made.Text)
	}
}
