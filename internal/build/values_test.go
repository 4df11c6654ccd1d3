package build_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"blandongan/internal/build"
	"blandongan/internal/lab"
	"blandongan/internal/views"
)

// unused are the keys, or values of keys, that no page shows, each with its use.
var unused = map[string]string{
	"weekday_as_reported": "the day is checked against it",
	"min":                 "it bounds what is accepted",
	"max":                 "it bounds what is accepted",
	"ahead":               "figures of times to come are accepted",
	"counts":              "the figure is checked against what is listed",
	"unit: tahun":         "a year stands for itself",
}

// fewest is of how many values at least some other is accepted and shows.
const fewest = 400

// TestEveryValue changes every value of a site that holds one for each key, one at a
// time. A builder that follows makes, byte for byte, what a new one makes; and some
// published byte changes with the value, or it has no use.
func TestEveryValue(t *testing.T) {
	files := full(t)
	var all []value
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.Contains(files[name], "\ndraft: true\n") {
			continue
		}
		all = append(all, valuesOf(t, name, files[name])...)
	}
	if len(all) < 300 {
		t.Fatalf("only %d values were found", len(all))
	}
	pool := map[string][]string{}
	for _, v := range all {
		pool[v.key] = append(pool[v.key], v.text)
	}
	const parts = 4
	var shown atomic.Int64
	t.Cleanup(func() {
		if n := shown.Load(); n < fewest && !testing.Short() {
			t.Errorf("of %d values only %d were changed and showed", len(all), n)
		} else {
			t.Logf("of %d values %d were changed and showed", len(all), n)
		}
	})
	for part := range parts {
		t.Run(strconv.Itoa(part), func(t *testing.T) {
			t.Parallel()
			c := newChanger(t, files, pool)
			for i := part; i < len(all); i += parts {
				if !testing.Short() || i%(parts*24) < parts {
					c.change(all[i])
					shown.Add(int64(c.shown))
					c.shown = 0
				}
			}
		})
	}
}

// TestEveryListLength takes articles out of a list that just fills more than one page: the
// pages before tell of one page less.
func TestEveryListLength(t *testing.T) {
	files := full(t)
	fill(files, views.PerPage)
	c := newChanger(t, files, nil)
	for c.before["berita/halaman/2/index.html"] != nil {
		name := fmt.Sprintf("content/news/isian-%02d.md", c.shown)
		at := strings.Index(c.files[name], "draft: false") + len("draft: ")
		c.change(value{name, "draft", "false", at, at + len("false")})
		c.files[name] = strings.Replace(c.files[name], "draft: false", "draft: true", 1)
		c.put(name, c.files[name])
		if !c.build(name + " is taken out") {
			t.Fatal("the site has problems")
		}
		c.before = c.tree()
	}
	if c.shown == 0 {
		t.Error("the list had one page from the beginning")
	}
}

// TestToldElsewhere changes what a file shows of others, while all else that it shows stays:
// a topic's name, which its newest article says, on the page after; the site's folder, in
// _headers of a site without redirects.
func TestToldElsewhere(t *testing.T) {
	files := base(t)
	fill(files, views.PerPage+1)
	c := newChanger(t, files, nil)
	for _, change := range []struct{ file, old, now string }{
		{fmt.Sprintf("content/news/isian-%02d.md", views.PerPage), "[isian]", "[ISIAN]"},
		{"data/site.yaml", "contoh.example/", "contoh.example/situs/"},
	} {
		c.put(change.file, strings.Replace(files[change.file], change.old, change.now, 1))
		c.follow(change.now) // a topic written in two ways is warned of
		c.compare(change.now)
	}
	if !strings.Contains(string(c.tree()["topik/isian/halaman/2/index.html"]), "ISIAN") {
		t.Error("the page after does not name its topic as its newest article does")
	}
}

// fill adds articles of one topic, the last of them the newest.
func fill(files map[string]string, n int) {
	for i := range n {
		files[fmt.Sprintf("content/news/isian-%02d.md", i)] = fmt.Sprintf(
			"---\ntitle: Isian %d\ndate: 2023-01-%02d\nsummary: Isian.\ntags: [isian]\ndraft: false\n---\n\nIsian.\n",
			i, i+1)
	}
}

// TestNextList moves what stands last in a list to the beginning of the next list of the
// page: what is read, and in what order, stays; how long the lists are does not.
func TestNextList(t *testing.T) {
	const program = "data/programs/air-bersih.yaml"
	files := full(t)
	lists := func(core, adaptable string) string {
		text := strings.Replace(files[program], "core: [Keran]", "core: ["+core+"]", 1)
		return strings.Replace(text, "adaptable: [Warna keran]", "adaptable: ["+adaptable+"]", 1)
	}
	c := newChanger(t, files, nil)
	for _, text := range []string{lists("Keran, Pompa", "Warna keran"), lists("Keran", "Pompa, Warna keran")} {
		c.put(program, text)
		if !c.build("Pompa is moved") {
			t.Fatal("the site has problems")
		}
		after := c.tree()
		if difference(c.before, after) == "" {
			t.Error("nothing changed")
		}
		c.before = after
	}
}

// value is one that an editor wrote, with its key and where it stands in its file.
type value struct {
	file, key, text string
	from, to        int
}

func (v value) String() string { return fmt.Sprintf("%s: %s: %s", v.file, v.key, v.text) }

// number stands in a picture or a map.
var number = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

// valuesOf returns the values of a YAML file, or of the front matter of a Markdown file,
// and the numbers of a picture's size or of a map.
func valuesOf(t *testing.T, name, text string) (found []value) {
	start, end := 0, len(text)
	switch {
	case strings.HasSuffix(name, ".svg"):
		start, end = strings.Index(text, "/svg\"")+len("/svg\""), strings.Index(text, "><")
		fallthrough
	case strings.HasSuffix(name, ".geojson"):
		for _, at := range number.FindAllStringIndex(text[start:end], -1) {
			at[0], at[1] = at[0]+start, at[1]+start
			found = append(found, value{name, "number", text[at[0]:at[1]], at[0], at[1]})
		}
		return found
	case strings.HasSuffix(name, ".md"):
		start, end = len("---\n"), strings.Index(text, "\n---\n")+1
	case !strings.HasSuffix(name, ".yaml"):
		return nil
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text[start:end]), &doc); err != nil {
		t.Fatal(name, err)
	}
	r := valueReader{name: name, text: text, lines: []int{start}}
	for i := start; i < end; i++ {
		if text[i] == '\n' {
			r.lines = append(r.lines, i+1)
		}
	}
	r.read("", doc.Content[0])
	return r.found
}

type valueReader struct {
	name, text string
	lines      []int // where each begins
	found      []value
}

func (r *valueReader) read(key string, n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			r.read(n.Content[i].Value, n.Content[i+1])
		}
	case yaml.SequenceNode:
		for _, x := range n.Content {
			r.read(key, x)
		}
	case yaml.ScalarNode:
		from := r.lines[n.Line-1]
		for range n.Column - 1 { // columns are letters
			_, size := utf8.DecodeRuneInString(r.text[from:])
			from += size
		}
		if n.Style&yaml.DoubleQuotedStyle != 0 {
			from++
		}
		if strings.HasPrefix(r.text[from:], n.Value) {
			r.found = append(r.found, value{r.name, key, n.Value, from, from + len(n.Value)})
		}
	}
}

// changer changes values of a site that one builder follows.
type changer struct {
	t        *testing.T
	dir, out string
	files    map[string]string
	pool     map[string][]string // the texts that stand under a key
	follower *build.Builder
	config   build.Config
	before   map[string][]byte
	shown    int
}

func newChanger(t *testing.T, files map[string]string, pool map[string][]string) *changer {
	c := &changer{t: t, dir: t.TempDir(), out: filepath.Join(t.TempDir(), "public"), files: files, pool: pool}
	write(t, c.dir, files)
	root, err := build.OpenDir(c.dir)
	if err != nil {
		t.Fatal(err)
	}
	c.config = build.Config{Root: root, Out: c.out, Templates: builtin, Again: true}
	c.follower = build.New(c.config)
	t.Cleanup(func() { c.follower.Close(); root.Close() })
	if !c.build("nothing") {
		t.Fatal("the site has problems")
	}
	c.before = c.tree()
	return c
}

func (c *changer) tree() map[string][]byte {
	files := lab.Tree(c.t, c.out)
	maps.DeleteFunc(files, func(name string, _ []byte) bool { return strings.HasPrefix(name, ".blandongan/") })
	return files
}

// follow follows a change; false says that it is refused or warned of.
func (c *changer) follow(what string) bool {
	_, problems, err := c.follower.Build(noon)
	if err != nil {
		c.t.Fatal(what, err)
	}
	return len(problems) == 0
}

// build follows a change and compares the result; false says that it is refused or warned of.
func (c *changer) build(what string) bool {
	if !c.follow(what) {
		return false
	}
	c.compare(what)
	return true
}

// compare compares what was made with what a new builder makes.
func (c *changer) compare(what string) {
	fresh := c.config
	fresh.Out, fresh.Beside, fresh.Again = "", c.out, false
	report, _, err := build.New(fresh).Build(noon)
	if err != nil {
		c.t.Fatal(what, err)
	}
	if len(report.Other) > 0 {
		c.t.Errorf("%s: the builder that follows left %v stale", what, report.Other)
	}
}

// change writes other texts in place of a value until one is accepted and shows, and
// puts the value back.
func (c *changer) change(v value) {
	old := c.files[v.file]
	accepted := ""
	for _, text := range c.others(v) {
		c.put(v.file, old[:v.from]+text+old[v.to:])
		if c.build(fmt.Sprintf("%s, now %s", v, text)) {
			accepted = text
			if difference(c.before, c.tree()) != "" {
				c.shown++
				break
			}
			accepted += " (nothing changed)"
		}
	}
	c.put(v.file, old)
	if !c.follow(v.String() + ", put back") {
		c.t.Fatalf("%s: the site has problems", v)
	}
	if diff := difference(c.before, c.tree()); diff != "" {
		c.t.Errorf("%s, put back: %s", v, diff)
	}
	known := unused[v.key]+unused[v.key+": "+v.text] != ""
	switch {
	case accepted == "":
		c.t.Logf("%s: nothing else is accepted", v)
	case strings.HasSuffix(accepted, "(nothing changed)") && !known:
		c.t.Errorf("%s: now %s", v, accepted)
	}
}

func (c *changer) put(file, text string) {
	if err := os.WriteFile(filepath.Join(c.dir, filepath.FromSlash(file)), []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
}

// enumerated are the words of keys that take one of a few.
var enumerated = map[string][]string{
	"status":    {"official", "provisional", "estimate", "unverified", "trial", "paused", "stopped", "idea"},
	"kind":      {"report", "law", "opinion", "news", "taman", "statistics"},
	"direction": {"out", "higher", "lower"},
	"aggregate": {"none", "sum"},
	"stage":     {"trial", "in use", "agreement"},
	"evidence":  {"measured", "claimed"},
	"trust":     {"B", "A"},
	"pillars":   {"economy", "society"},
	"language":  {"en"},
	"languages": {"jv", "su"},
	"time_zone": {"Asia/Jayapura", "Asia/Jakarta"},
	"format":    {"number"},
}

// others are texts to be tried in place of a value.
func (c *changer) others(v value) []string {
	var list []string
	add := func(text string) {
		if text != v.text && !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	for _, word := range enumerated[v.key] {
		add(word)
	}
	if n, err := strconv.ParseFloat(v.text, 64); err == nil && !strings.HasPrefix(v.text, "0") {
		for _, by := range []float64{1, -1, 0.5, -0.5, 3} {
			add(strconv.FormatFloat(n+by, 'f', -1, 64))
		}
		add("1")
	}
	if v.key == "number" {
		return list
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02 15:04", time.DateOnly, "2006-01"} {
		if d, err := time.Parse(layout, v.text); err == nil {
			add(d.AddDate(0, 0, -1).Format(layout))
			add(d.AddDate(0, 0, 1).Format(layout))
			add(d.AddDate(0, -1, 0).Format(layout))
		}
	}
	switch v.text {
	case "true":
		add("false")
	case "false":
		add("true")
	}
	add(v.text + " ubah")
	add(v.text + "x")
	add("x" + v.text)
	add(v.text + "9")
	if n := len(v.text); n > 0 {
		add(v.text[:n-1] + "7")
		add(v.text[:n-1] + "3")
	}
	for _, text := range c.pool[v.key] {
		add(text)
	}
	return list
}
