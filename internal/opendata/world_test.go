package opendata_test

import (
	"cmp"
	"fmt"
	"html"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"blandongan/internal/build"
	"blandongan/internal/lab"
	"blandongan/templates"
)

var noon = time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)

// world is a site with what was built of it.
type world struct {
	root, out string
}

// buildAt builds the site of a folder.
func buildAt(root, out string, now time.Time) (world, error) {
	fsys, err := os.OpenRoot(root)
	if err != nil {
		return world{}, err
	}
	defer fsys.Close()
	_, problems, err := build.New(build.Config{Root: fsys.FS(), Out: out, Templates: templates.FS}).Build(now)
	if _, none := os.Stat(out); err == nil && none != nil {
		err = fmt.Errorf("not built: %v", problems)
	}
	return world{root, out}, err
}

var folder string // of what is built once

func TestMain(m *testing.M) {
	var err error
	if folder, err = os.MkdirTemp("", "blandongan-opendata-"); err != nil {
		panic(err)
	}
	code := m.Run()
	if err := os.RemoveAll(folder); err != nil {
		panic(err)
	}
	os.Exit(code)
}

var buildReal = sync.OnceValues(func() (world, error) {
	return buildAt("../..", filepath.Join(folder, "public"), time.Date(2026, 12, 1, 5, 0, 0, 0, time.UTC))
})

// real is the repository's own site.
func real(t *testing.T) world {
	t.Helper()
	w, err := buildReal()
	must(t, err)
	return w
}

// kabupaten writes a site whose codes look like dates, with figures by chance, and builds it.
func kabupaten(t *testing.T, seed uint64) world {
	t.Helper()
	g := rand.New(rand.NewPCG(seed, 15))
	files := map[string]string{
		"data/site.yaml": "title: Etalase Contoh\nbase_url: https://contoh.example/etalase/\nlanguage: " +
			[]string{"id", "en"}[seed%2] + "\ntime_zone: Asia/Jakarta\npublisher: {name: Tim Contoh}\n" +
			"contact: {email: a@contoh.example}\nlicence: {name: CC BY 4.0, url: " +
			"\"https://creativecommons.org/licenses/by/4.0/\"}\ndescription: Uji.\n",
		"data/city.yaml": "code: \"11.01\"\nname: Kabupaten Contoh\nprovince: {code: \"11\", name: P}\n" +
			figuresBy(g, 9),
		"data/indicators.yaml": "jiwa: {name: Penduduk, unit: jiwa, definition: D.}\n" +
			"luas: {name: \"Luas, km²\", unit: km², definition: \"D \\\"tepat\\\".\", decimals: 3}\n" +
			"selisih: {name: =Selisih, unit: persen, definition: D., decimals: 3, min: -1000}\n" +
			"padat: {name: Kepadatan, unit: jiwa/km², definition: D., ratio: {of: jiwa, per: luas}, decimals: 1}\n",
		"data/sources.yaml": "a: {title: Terbitan A, publisher: P, kind: statistics, date: 2020, " +
			"accessed: 2026-04-02}\nb: {title: \"@Terbitan; B\", publisher: P, kind: news, date: 2021-03, " +
			"url: \"https://b.example/x?y=1&z=2\"}\n",
		"content/news/keran.md": "---\ntitle: Keran baru\ndate: 2026-01-10\n" +
			"summary: \"Keran \\\"ketiga\\\", dibuka.\"\nkecamatan: [satu]\ntags: [air]\n---\n\nKeran.\n",
	}
	for i, name := range []string{"satu", "dua", "tiga"} {
		files["data/kecamatan/"+name+".yaml"] = fmt.Sprintf("code: \"11.01.0%d\"\nname: %s\nsummary: S.\n"+
			"kelurahan: [{code: \"11.01.0%d.2001\", name: K %d, postal_code: \"23%d00\"}]\n", i+1, name, i+1, i, i) +
			figuresBy(g, 9)
	}
	// One ring goes with the clock, and one has a hole that goes against it.
	files["data/boundaries.geojson"] = `{"type": "FeatureCollection", "licence": "CC0", "features": [` +
		area("11.01.01", "[[[96, 4], [96, 5], [97, 5], [97, 4], [96, 4]]]") + "," +
		area("11.01.02", "[[[97, 4], [98, 4], [98, 5], [97, 5], [97, 4]], "+
			"[[97.4, 4.4], [97.6, 4.4], [97.6, 4.6], [97.4, 4.6], [97.4, 4.4]]]") + "," +
		area("11.01.03", "[[[98, 4], [99, 4], [99, 5], [98, 5], [98, 4]]]") + "]}"
	root := t.TempDir()
	for name, text := range files {
		write(t, filepath.Join(root, name), text)
	}
	w, err := buildAt(root, filepath.Join(t.TempDir(), "public"), noon)
	must(t, err)
	return w
}

func area(code, rings string) string {
	return fmt.Sprintf(`{"type": "Feature", "properties": {"code": %q}, "geometry": {"type": "Polygon", `+
		`"coordinates": %s}}`, code, rings)
}

// figuresBy writes figures by chance, no two of one indicator and period; some have texts that
// programs may take for something else.
func figuresBy(g *rand.Rand, most int) string {
	var b strings.Builder
	b.WriteString("figures:\n  - {indicator: luas, period: 2019, value: 16.889, source: a}\n")
	seen := map[string]bool{"luas 2019": true}
	periods := []string{"2019", "2020", "2021-06", "2021-06-30", "2011/2015", "2022", "2023-01/2023-06"}
	notes := []string{"", "=1+1", "-5", "a, \"b\"; c", "baris satu\nbaris dua", "_x000D_ & <b>", "11.01.02", "TRUE",
		"1e5", " x "}
	for range 1 + g.IntN(most) {
		indicator, period := []string{"jiwa", "luas", "selisih"}[g.IntN(3)], periods[g.IntN(len(periods))]
		if seen[indicator+" "+period] {
			continue
		}
		seen[indicator+" "+period] = true
		fmt.Fprintf(&b, "  - indicator: %s\n    period: %s\n    source: %s\n    note: %q\n", indicator, period,
			[]string{"a", "b", "[b, a]"}[g.IntN(3)], notes[g.IntN(len(notes))])
		value := map[string]float64{"jiwa": float64(g.IntN(2_000_000)), "luas": float64(1+g.IntN(999_999)) / 1000,
			"selisih": float64(g.IntN(200_000)-100_000) / 1000}[indicator]
		switch g.IntN(5) {
		case 0:
			b.WriteString("    missing: Belum.\n")
		case 1:
			fmt.Fprintf(&b, "    value: %v\n    status: claim\n    said_by: \"@camat\"\n", number(value))
		default:
			fmt.Fprintf(&b, "    value: %v\n", number(value))
		}
	}
	return b.String()
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// written is a figure as it stands in data/.
type written struct {
	Code, Place, Kecamatan string `yaml:"-"`

	Indicator string
	Period    string
	Value     *float64
	Missing   said
	Status    string
	SaidBy    said `yaml:"said_by"`
	Note      said
	Source    several
}

// said is a text, of several languages that of the site.
type said string

func (s *said) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.MappingNode {
		var texts map[string]string
		err := n.Decode(&texts)
		*s = said(texts["id"])
		return err
	}
	*s = said(strings.TrimSpace(n.Value)) // blanks around a text are no part of it
	return nil
}

// several are ids, or one.
type several []string

func (s *several) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*s = several{n.Value}
		return nil
	}
	return n.Decode((*[]string)(s))
}

// figures are all that stand in data/, as a reader of YAML sees them, in the order in which
// they are shown.
func (w world) figures(t *testing.T) []written {
	t.Helper()
	type place struct {
		Code, Name string
		Figures    []written
	}
	read := func(file string) (p place) {
		data, err := os.ReadFile(filepath.Join(w.root, file))
		must(t, err)
		must(t, yaml.Unmarshal(data, &p))
		return p
	}
	places := []place{read("data/city.yaml")}
	ids := map[string]string{}
	for name := range lab.Tree(t, filepath.Join(w.root, "data/kecamatan")) {
		p := read("data/kecamatan/" + name)
		ids[p.Code] = strings.TrimSuffix(name, ".yaml")
		places = append(places, p)
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Compare(a.Code, b.Code) })
	var all []written
	for _, p := range places {
		for _, f := range p.Figures {
			f.Code, f.Place, f.Kecamatan = p.Code, p.Name, ids[p.Code]
			if f.Value != nil {
				f.Status = cmp.Or(f.Status, "official")
			}
			all = append(all, f)
		}
	}
	if len(all) < 4 {
		t.Fatalf("%d figures", len(all))
	}
	return all
}

// read returns a file that was built.
func (w world) read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(w.out, name))
	must(t, err)
	return data
}

// book is the path of the workbook.
func (w world) book(t *testing.T) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(w.out, "data/*.xlsx"))
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	return found[0]
}

var way = regexp.MustCompile(`(?s)<h3>(\w+)</h3></summary>\s*<p class="text">(.*?)</p>\s*` +
	`(?:<pre><code>(.*?)</code></pre>)?`)

// told is what the page tells users of a program to write, with files in place of addresses.
func (w world) told(t *testing.T, program string) string {
	t.Helper()
	ways := map[string]string{}
	for _, m := range way.FindAllStringSubmatch(string(w.read(t, "data/index.html")), -1) {
		ways[m[1]] = html.UnescapeString(m[3])
	}
	if ways[program] == "" {
		t.Fatalf("the page tells nothing of %s, but of %v", program, slices.Sorted(maps.Keys(ways)))
	}
	at := regexp.MustCompile(`https://[^"']*?/data/`)
	return at.ReplaceAllLiteralString(ways[program], filepath.Join(w.out, "data")+"/")
}

func write(t *testing.T, file, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(file), 0o755))
	must(t, os.WriteFile(file, []byte(text), 0o644))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
