package explain

import (
	"io/fs"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/unicode/norm"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/templates"
)

// unshown are problems that no file of an example can bring about.
var unshown = map[diag.Code]string{
	"file-changing":     "another program would have to write at the same instant",
	"file-irregular":    "a folder or a pipe is no text",
	"file-unreadable":   "the system would have to refuse the file",
	"folder-missing":    "the last build decides",
	"folder-unreadable": "the system would have to refuse the folder",
	"foreign-file":      "the folder of the finished site decides",
	"more-vanished":     "what was published decides",
	"section-lost":      "what was published decides",
	"markdown-broken":   "a fault of the Markdown library itself; none is known",
	"symlink-broken":    "a link between files is no text",
	"symlink-folder":    "a link between files is no text",
	"symlink-private":   "a link between files is no text",
}

// unrun are problems that need more than the files of their bad example.
var unrun = map[diag.Code]string{
	"address-vanished": "the old address must have been published",
	"link-dead":        "the network decides",
	"publish-example":  "only publish tells of it",
	"redirect-long":    "the service decides that hosts the site",
	"redirect-odd":     "the service decides that hosts the site",
	"redirects-large":  "the service decides, and it takes a thousand old addresses",
	"redirects-many":   "the service decides, and it takes a thousand old addresses",
}

// TestEveryCodeHasItsPage holds that each code has one page and each page its code.
func TestEveryCodeHasItsPage(t *testing.T) {
	codes := Codes()
	for _, code := range diag.Codes() {
		if !slices.Contains(codes, code) {
			t.Errorf("%s has no page", code)
		}
	}
	for _, code := range codes {
		if !slices.Contains(diag.Codes(), code) {
			t.Errorf("%s: no problem has this code", code)
		}
	}
	if _, found := Of("no-such-code"); found {
		t.Error("a page for a code that is none")
	}
}

// TestPages holds that each page is written as the others are.
func TestPages(t *testing.T) {
	for _, code := range Codes() {
		p, found := Of(code)
		if !found {
			t.Fatalf("%s cannot be read", code)
		}
		if p.Group.Title(diag.English) == string(p.Group) {
			t.Errorf("%s: %q is no group", code, p.Group)
		}
		for language := range p.texts {
			if language != diag.Indonesian && language != diag.English {
				t.Errorf("%s: no section is called %q", code, language)
			}
		}
		for language, jargon := range jargon {
			text := p.Text(language)
			if paragraphs := strings.Split(text, "\n\n"); text == "" || len(paragraphs) > 3 {
				t.Errorf("%s: %d paragraphs in %s", code, len(paragraphs), language)
			}
			if word := jargon.FindString(text); word != "" {
				t.Errorf("%s: an editor does not say %q", code, word)
			}
			for _, line := range strings.Split(text, "\n") {
				if len([]rune(line)) > 100 {
					t.Errorf("%s: a line of more than 100 letters: %s", code, line)
				}
			}
			for _, s := range strings.SplitAfter(strings.ReplaceAll(text, "\n", " "), ". ") {
				if len(strings.Fields(s)) > 35 {
					t.Errorf("%s: a sentence of %d words: %s", code, len(strings.Fields(s)), s)
				}
			}
			if text != "" && !strings.ContainsAny(text[len(text)-1:], ".?`") {
				t.Errorf("%s: ends without a full stop in %s", code, language)
			}
		}
		bad, good, none := len(p.Bad) > 0, len(p.Good) > 0, unshown[code] != ""
		if bad != good || bad == none {
			t.Errorf("%s: bad example %v, good one %v, excused %q", code, bad, good, unshown[code])
		}
	}
}

// Two files whose names only look the same are told apart by those who read of them.
func TestNamesThatLookTheSame(t *testing.T) {
	p, _ := Of("file-name-clash")
	if len(p.Bad) != 2 || p.Bad[0].Name() == p.Bad[1].Name() || norm.NFC.String(p.Bad[0].Path) != norm.NFC.String(p.Bad[1].Path) {
		t.Errorf("%+q", p.Bad)
	}
	for _, f := range p.Bad {
		if !norm.NFC.IsNormalString(f.Name()) {
			t.Errorf("%+q is no text of a web page", f.Name())
		}
	}
}

// jargon are words that only programmers use.
var jargon = map[diag.Language]*regexp.Regexp{
	diag.Indonesian: regexp.MustCompile(`(?i)\b(sintaks|parsing|parser|string|array|boolean|null|` +
		`render|default|encoding|field|input|output|build|error|warning|invalid|valid)\b`),
	diag.English: regexp.MustCompile(`(?i)\b(syntax|pars(e|er|ing)|string|array|boolean|null|render|` +
		`default|encod(ed|ing)|field|input|output|invalid|valid|metadata)\b`),
}

// base returns the files of the site over which examples are laid.
func base(t *testing.T) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	site := fstest.MapFS{}
	for _, f := range archive.Files {
		site[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return site
}

// now is the day of all examples.
var now = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// bench builds one site after the other, and has read the templates once.
type bench struct {
	site    fstest.MapFS
	builder *build.Builder
	builds  int64
}

func (w *bench) Open(name string) (fs.File, error) { return w.site.Open(name) }

// benches are as many as work at once.
var benches = func() chan *bench {
	all := make(chan *bench, runtime.GOMAXPROCS(0))
	for range cap(all) {
		w := &bench{}
		w.builder = build.New(build.Config{Root: w, Templates: templates.FS, Desk: true, Again: true})
		all <- w
	}
	return all
}()

// problems returns what a build says of the base with files laid over it, and what the
// editors' desk finds.
func problems(t *testing.T, files []File, change func(fstest.MapFS)) (faults, findings diag.List) {
	t.Helper()
	site := base(t)
	for _, f := range files {
		site[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	if change != nil {
		change(site)
	}
	w := <-benches
	defer func() { benches <- w }()
	w.builds++
	for _, f := range site {
		f.ModTime = time.Unix(w.builds, 0) // what lies there is another file
	}
	w.site = site
	report, faults, err := w.builder.Build(now)
	if err != nil {
		t.Fatal(err)
	}
	// The city is invented, and so are its addresses.
	findings = slices.DeleteFunc(report.Findings.All(), func(p diag.Problem) bool {
		return p.Code == "address-example" && strings.Contains(p.Words, "contoh.example")
	})
	return faults, report.Quote(findings)
}

// said returns problems as editors read them.
func said(t *testing.T, l diag.List) string {
	t.Helper()
	var b strings.Builder
	if err := l.Print(&b, diag.Indonesian); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheBaseIsRight(t *testing.T) {
	faults, findings := problems(t, nil, nil)
	if list := slices.Concat(faults, findings); len(list) > 0 {
		t.Error(said(t, list))
	}
}

// TestExamples holds that a page's bad files bring its problem about, and no other, and
// that its good ones bring none.
func TestExamples(t *testing.T) {
	for _, code := range Codes() {
		if unshown[code] != "" {
			continue
		}
		t.Run(string(code), func(t *testing.T) {
			t.Parallel()
			p, _ := Of(code)
			scene := scenes[code]
			faults, findings := problems(t, p.Good, scene.good)
			if good := slices.Concat(faults, findings); len(good) > 0 {
				t.Errorf("the good example has problems:\n%s", said(t, good))
			}
			if unrun[code] != "" {
				return
			}
			found := false
			faults, findings = problems(t, p.Bad, scene.bad)
			bad := slices.Concat(faults, findings)
			for _, problem := range bad {
				found = found || problem.Code == code
				if problem.Code != code && !slices.Contains(scene.also, problem.Code) {
					t.Errorf("the bad example brings about %s as well:\n%s", problem.Code, said(t, bad))
				}
			}
			if !found {
				t.Errorf("the bad example does not bring it about:\n%s", said(t, bad))
			}
		})
	}
}

func TestParts(t *testing.T) {
	before, sections := parts("group\n-- a b --\none\n--\n\n-- c --\r\n--d --\n-- --\n")
	if before != "group\n" || !slices.Equal(sections, []File{
		{"a b", "one\n--\n\n"}, {"c", "--d --\n-- --\n"},
	}) {
		t.Errorf("%q %q", before, sections)
	}
}

// read the whole file once more, as txtar itself does: other programs must see the same.
func TestPagesAreTxtar(t *testing.T) {
	for _, code := range Codes() {
		file := "pages/" + string(code) + ending
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, sections := parts(string(text))
		if len(sections) != len(archive.Files) {
			t.Errorf("%s: %d sections, txtar has %d", code, len(sections), len(archive.Files))
		}
	}
}
