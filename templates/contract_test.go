package templates_test

import (
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"blandongan/internal/build"
	"blandongan/internal/opendata"
	"blandongan/internal/searchable"
	"blandongan/internal/views"
	"blandongan/templates"
)

var update = flag.Bool("update", false, "rewrite README.md, WORDS.md and the picture of the site; look at the diff")

// contract is what each template sees: a page with a content of its kind, or something as
// a whole.
var contract = []struct {
	template string
	whole    bool
	view     any
}{
	{"base", true, views.Frame{}},
	{"head", true, views.Page{}},
	{"languages", true, []views.Version{}},
	{"redirect", true, views.MovedView{}},
	{"home", false, views.HomeView{}},
	{"city", false, views.CityView{}},
	{"source-list", false, views.SourcesView{}},
	{"data", false, opendata.PageView{}},
	{"search", false, searchable.SearchView{}},
	{"kecamatan-list", false, views.KecamatanList{}},
	{"kecamatan", false, views.KecamatanView{}},
	{"program-list", false, views.ProgramList{}},
	{"program", false, views.ProgramView{}},
	{"visit-list", false, views.VisitList{}},
	{"visit", false, views.VisitView{}},
	{"network", false, views.NetworkView{}},
	{"news-list", false, views.NewsList{}},
	{"article", false, views.ArticleView{}},
	{"topic-list", false, views.TopicIndex{}},
	{"topic", false, views.NewsList{}},
	{"page", false, views.ProseView{}},
	{"notfound", false, views.NotFoundView{}},
}

// generated is what stands in README.md before the part that is made from the sources.
const generated = "<!-- What follows is made from the sources by: go test ./templates -run Contract -update -->\n"

// TestContract holds that README.md and WORDS.md say what templates may use.
func TestContract(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	written, _, found := strings.Cut(string(readme), generated)
	if !found {
		t.Fatalf("README.md has no line %q", generated)
	}
	rooms := declared(t, "views", "opendata", "searchable", "figures", "chart", "ground")
	c := contractor{t: t, types: rooms, seen: map[reflect.Type]bool{}}
	hold(t, "README.md", written+generated+c.pages()+functionTable(t)+c.describe())
	hold(t, "WORDS.md", wordTable())
}

// hold compares a file with what it should be, or makes it that.
func hold(t *testing.T, file, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != want {
		t.Errorf("%s is out of date: go test ./templates -run Contract -update (%v)", file, err)
	}
}

// TestContractIsKept builds a site whose templates say which type they see.
func TestContractIsKept(t *testing.T) {
	dir := cityFolder(t)
	for _, x := range contract {
		text := "<p>" + x.template + " {{printf \"%T\" .Content}}</p>"
		switch x.view.(type) {
		case views.ArticleView, views.ProseView:
			text += "{{body .Content.Body}}" // others lead to its headings
		}
		if x.whole {
			text = strings.Replace(text, ".Content", ".", 1)
		}
		if x.template == "base" {
			text += "{{slot \"head\"}}{{slot \"languages\"}}{{slot \"main\"}}"
		}
		write(t, filepath.Join(dir, "templates", x.template+".html"), text)
	}
	saw := map[string]string{}
	for _, text := range built(t, dir) {
		for _, m := range regexp.MustCompile(`<p>(\S+) \*?(\S+)</p>`).FindAllStringSubmatch(text, -1) {
			if other := saw[m[1]]; other != "" && other != m[2] {
				t.Errorf("%s.html sees %s and %s", m[1], other, m[2])
			}
			saw[m[1]] = m[2]
		}
	}
	for _, x := range contract {
		if want := reflect.TypeOf(x.view).String(); saw[x.template] != want {
			t.Errorf("%s.html sees %q, not %s", x.template, saw[x.template], want)
		}
	}
	if names, err := fs.Glob(templates.FS, "*.html"); err != nil || len(names) != len(contract) {
		t.Errorf("there are the templates %v; error %v", names, err)
	}
}

// TestContractTokens holds that README.md names every token.
func TestContractTokens(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, tokens, _ := schemes(t)
	for name := range tokens[0] {
		if !strings.Contains(string(readme), "`--"+name+"`") {
			t.Errorf("README.md does not tell of --%s", name)
		}
	}
}

// cityFolder is a folder with the second city, without templates.
func cityFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"base", "full"} {
		archive, err := txtar.ParseFile("../internal/build/testdata/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			write(t, filepath.Join(dir, filepath.FromSlash(f.Name)), string(f.Data))
		}
	}
	return dir
}

// example is a file in README.md, whose first line names it.
var example = regexp.MustCompile("(?s)```(?:html|css|yaml)\n" +
	`(?:<!-- |/\* |# )((?:templates|data)/[a-z/.-]+)(?: -->| \*/)?` + "\n(.*?)```")

// TestContractExamples builds a site with the examples of README.md.
func TestContractExamples(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := cityFolder(t)
	examples := example.FindAllStringSubmatch(string(readme), -1)
	for _, m := range examples {
		write(t, filepath.Join(dir, filepath.FromSlash(m[1])), m[2])
	}
	list := built(t, dir)["topik/index.html"]
	if len(examples) < 3 || !strings.Contains(list, `class="topic-cloud"`) {
		t.Errorf("%d examples; the list of topics is %s", len(examples), list)
	}
}

// built builds a site without a problem and returns its pages.
func built(t *testing.T, dir string) map[string]string {
	t.Helper()
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	out := filepath.Join(t.TempDir(), "public")
	_, problems, err := build.New(build.Config{Root: root, Out: out, Templates: templates.FS}).Build(when)
	if err != nil || len(problems) > 0 {
		t.Fatalf("problems %v, error %v", problems, err)
	}
	pages := map[string]string{}
	err = filepath.WalkDir(out, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(out, name)
		pages[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}
