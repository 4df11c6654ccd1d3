package build_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/build/past"
	"blandongan/internal/lab"
)

// processes build one site one after the other, as commands do: each with a Builder of its own.
type processes struct {
	*testing.T
	dir string
	out string
}

func newProcesses(t *testing.T, files map[string]string) *processes {
	t.Helper()
	p := &processes{T: t, dir: t.TempDir(), out: filepath.Join(t.TempDir(), "public")}
	write(t, p.dir, files)
	return p
}

// build builds in another process; for it all files are old enough to trust their stamps, if aged.
func (p *processes) build(aged bool, options ...func(*build.Config)) (build.Report, string) {
	p.Helper()
	root, err := build.OpenDir(p.dir)
	if err != nil {
		p.Fatal(err)
	}
	defer root.Close()
	c := build.Config{Root: root, Out: p.out, Templates: builtin, Program: "test"}
	for _, o := range options {
		o(&c)
	}
	b := build.New(c)
	if aged {
		b.Age(time.Hour)
	}
	defer b.Close()
	r, problems, err := b.Build(noon)
	if err != nil || problems.HasErrors() {
		p.Fatal(err, problems)
	}
	return r, said(problems)
}

// watch begins a builder that builds again and again, for which all files are old enough to trust their stamps.
func (p *processes) watch() *build.Builder {
	p.Helper()
	root, err := build.OpenDir(p.dir)
	if err != nil {
		p.Fatal(err)
	}
	b := build.New(build.Config{Root: root, Out: p.out, Templates: builtin, Program: "test", Again: true})
	b.Age(time.Hour)
	p.Cleanup(func() { b.Close(); root.Close() })
	return b
}

// same wants the output folder to be as a process leaves it that knows nothing.
func (p *processes) same(what string, options ...func(*build.Config)) {
	p.Helper()
	fresh := *p
	fresh.out = filepath.Join(p.TempDir(), "public")
	fresh.build(false, append(options, func(c *build.Config) { c.Program = "" })...)
	want, got := lying(p, fresh.out), lying(p, p.out)
	delete(got, ".blandongan/lock") // which may be held
	delete(want, ".blandongan/lock")
	if diff := difference(want, got); diff != "" {
		p.Fatalf("%s: %s", what, diff)
	}
}

// lying is what lies in an output folder, but for the memory.
func lying(t testing.TB, out string) map[string][]byte {
	t.Helper()
	tree := lab.Tree(t, out)
	delete(tree, ".blandongan/memory")
	delete(tree, ".blandongan/findings")
	return tree
}

func (p *processes) memory() []byte {
	p.Helper()
	data, err := os.ReadFile(filepath.Join(p.out, ".blandongan/memory"))
	if err != nil {
		p.Fatal(err)
	}
	return data
}

// warned is a city with warnings: of a text, of a file that nothing leads to, of a draft in which
// something is wrong.
func warned(t *testing.T) map[string]string {
	files := base(t)
	files["content/news/satu.md"] = "---\ntitle: Satu\ndate: 2024-01-01\nsummary: S.\n---\n\n" +
		"[Air](program:air-bersih), [[Hulu]].\n"
	files["content/news/draf.md"] = "---\ntitle: Draf\ndate: 2024-01-01\nsummary: S.\ndraft: true\n---\n\n" +
		"[x](tidak-ada.md)\n"
	files["content/news/lupa.pdf"] = "%PDF"
	return files
}

// A process that finds nothing changed says what the one before said, and touches nothing.
func TestNothingChanged(t *testing.T) {
	for name, files := range map[string]map[string]string{"base": base(t), "warned": warned(t), "full": full(t)} {
		t.Run(name, func(t *testing.T) {
			p := newProcesses(t, files)
			first, told := p.build(false)
			if first.Recalled {
				t.Fatal("there was nothing to remember")
			}
			before := lab.Tree(t, p.out)
			for _, aged := range []bool{false, true, true} {
				again, retold := p.build(aged)
				if !again.Recalled || again.Made+again.Written+again.Removed > 0 {
					t.Fatalf("remembered: %t; %d made, %d written", again.Recalled, again.Made, again.Written)
				}
				if retold != told {
					t.Errorf("it says\n%s\nnot\n%s", retold, told)
				}
				p.sameReport(first, again)
			}
			if diff := difference(lying(t, p.out), withoutMemory(before)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func withoutMemory(tree map[string][]byte) map[string][]byte {
	tree = maps.Clone(tree)
	delete(tree, ".blandongan/memory")
	return tree
}

// sameReport wants that whoever asks two reports hears the same.
func (p *processes) sameReport(a, b build.Report) {
	p.Helper()
	type said struct {
		Language, BaseURL, Prefix string
		Host                      any
		Pages, Files              int
		Withheld                  build.Withheld
		Zone                      string
		Due                       int64
		Paths                     []string
		Identities                map[string]string
		Things                    any
		FileOf                    string
		Moved, Lost               int
	}
	of := func(r build.Report) said {
		paths := r.Paths()
		slices.Sort(paths)
		gone := map[string]string{"berita/dulu/index.html": "x", "kunjungan/y/index.html": "y"}
		return said{r.Language, r.BaseURL, r.Prefix, r.Host, r.Pages, r.Files, r.Withheld, r.Zone.String(),
			r.Due.Unix(), paths, r.Identities(), r.Things(), r.FileOf("berita/keran-baru/index.html"),
			len(r.Moved(gone, false)),
			len(r.LostSections(gone, func(string) bool { return true }))}
	}
	x, y := reflect.ValueOf(of(a)), reflect.ValueOf(of(b))
	for i := range x.NumField() {
		if x, y := x.Field(i).Interface(), y.Field(i).Interface(); !reflect.DeepEqual(x, y) {
			p.Errorf("%s: %+v\nis not\n%+v", reflect.TypeFor[said]().Field(i).Name, y, x)
		}
	}
}

// Somebody changed what lies in the output folder: the next process mends it, whether the stamp
// tells of it or only the bytes do.
func TestOutputChangedByHand(t *testing.T) {
	for _, aged := range []bool{false, true} {
		p := newProcesses(t, base(t))
		p.build(aged)
		p.build(aged)
		page := filepath.Join(p.out, "index.html")
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		changed := bytes.Replace(text, []byte("<"), []byte(">"), 1)
		for what, change := range map[string]func() error{
			"a letter":      func() error { return os.WriteFile(page, changed, 0o644) },
			"cut off":       func() error { return os.Truncate(page, 10) },
			"gone":          func() error { return os.Remove(page) },
			"a folder gone": func() error { return os.RemoveAll(filepath.Join(p.out, "berita")) },
			"part of the index gone": func() error {
				found, err := filepath.Glob(filepath.Join(p.out, "aset/cari/*.txt"))
				if err != nil || len(found) == 0 {
					t.Fatal(found, err)
				}
				return os.Remove(found[0])
			},
		} {
			if err := change(); err != nil {
				t.Fatal(err)
			}
			p.build(aged)
			p.same(what)
		}
	}
}

// Somebody changed a page after a watch had made it: the next process mends that, too.
func TestOutputChangedUnderWatch(t *testing.T) {
	p := newProcesses(t, base(t))
	b := p.watch()
	name, page := "content/news/keran-baru.md", filepath.Join(p.out, "berita/keran-baru/index.html")
	for _, text := range []string{base(t)[name], base(t)[name] + "\nLagi.\n"} {
		write(t, p.dir, map[string]string{name: text})
		if _, problems, err := b.Build(noon); err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
	}
	if err := os.WriteFile(page, []byte("oleh orang lain"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	r, _ := p.build(true, func(c *build.Config) { c.Explain = true })
	want := []build.Explained{{Path: "berita/keran-baru/index.html", Why: build.Changed}}
	if !slices.Equal(r.Explained, want) {
		t.Errorf("made are %v", r.Explained)
	}
	p.same("a page changed by hand")
}

// A watch leaves the next process nothing to do, also of what is copied, and of what it kept of another
// program.
func TestWatchLeavesAll(t *testing.T) {
	files := full(t)
	for _, before := range []string{"", "other"} {
		p := newProcesses(t, files)
		if before != "" {
			p.build(true, func(c *build.Config) { c.Program = before })
		}
		b := p.watch()
		const name = "content/news/keran-baru.md"
		for _, more := range []string{"", "\nLagi.\n", "\nDan lagi.\n"} {
			write(t, p.dir, map[string]string{name: files[name] + more})
			if _, problems, err := b.Build(noon); err != nil || problems.HasErrors() {
				t.Fatal(err, problems)
			}
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		if r, _ := p.build(true); !r.Recalled || r.Made > 0 || r.Written > 0 {
			t.Errorf("after %q: remembered: %t; %d made, %d written", before, r.Recalled, r.Made, r.Written)
		}
		p.same("after a watch")
	}
}

// An asset whose name changed with its bytes is given up under its old name, and kept under its new one.
func TestAssetsOfOtherNames(t *testing.T) {
	files := base(t)
	const text, style = "content/news/tamu-datang.md", "templates/assets/own.css"
	files[style] = "a { color: red }\n"
	p := newProcesses(t, files)
	b := p.watch()
	unlinked := regexp.MustCompile(`!?\[[^]]*\]\([^)]*\.svg\)`).ReplaceAllString(files[text], "")
	if unlinked == files[text] {
		t.Fatal("no file is linked")
	}
	for _, change := range []map[string]string{{}, {style: "a { color: blue }\n"}, {text: unlinked},
		{style: "a { color: teal }\n"}, {text: files[text], style: files[style]}} {
		write(t, p.dir, change)
		if _, problems, err := b.Build(noon); err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		p.same(fmt.Sprint(change))
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	p.build(true)
	p.same("in another process")
}

// What is not wholly what this program wrote is as good as nothing; nobody hears of it.
func TestDamagedMemory(t *testing.T) {
	p := newProcesses(t, warned(t))
	_, told := p.build(true)
	whole := p.memory()
	memory := filepath.Join(p.out, ".blandongan/memory")
	article := filepath.Join(p.dir, "content/news/keran-baru.md")
	try := func(what string, data []byte, wanted bool, options ...func(*build.Config)) (why past.Unused) {
		t.Helper()
		if err := os.WriteFile(memory, data, 0o600); err != nil {
			t.Fatal(err)
		}
		r, retold := p.build(true, options...)
		if r.Recalled != wanted || (r.Unused == "") != wanted || retold != told {
			t.Errorf("%s: remembered: %t, unused %q; it says\n%s", what, r.Recalled, r.Unused, retold)
		}
		return r.Unused
	}
	try("whole", whole, true)
	for n := 0; n < len(whole); n += 1 + len(whole)/50 {
		try("cut off", whole[:n], false)
		damaged := bytes.Clone(whole)
		damaged[n] ^= 0x10
		if why := try("damaged", damaged, false); n > 200 && why != past.Damaged {
			t.Errorf("damaged at %d: %q", n, why)
		}
	}
	p.same("after damage")
	another := func(c *build.Config) { c.Program = "another" }
	if why := try("of another program", p.memory(), false, another); why != past.Program {
		t.Errorf("of another program: %q", why)
	}
	if why := try("not asked", p.memory(), false, func(c *build.Config) { c.Fresh = true }); why != past.Unasked {
		t.Errorf("not asked: %q", why)
	}
	other := func(c *build.Config) { c.BaseURL = "https://lain.example/" }
	if r, _ := p.build(true, other); r.Recalled || r.Unused != past.Address {
		t.Errorf("what was built for another address is remembered, or %q", r.Unused)
	}
	p.same("for another address", other)
	drafts := newProcesses(t, base(t))
	drafts.build(true)
	if r, _ := drafts.build(true, func(c *build.Config) { c.Drafts = true }); r.Recalled {
		t.Error("what was built without drafts is remembered")
	}
	drafts.build(true)
	drafts.same("without drafts again")
	p.build(true)
	text, err := os.ReadFile(article)
	if err != nil {
		t.Fatal(err)
	}
	old := p.memory()
	write(t, p.dir, map[string]string{"content/news/keran-baru.md": string(text) + "\nLagi.\n"})
	p.build(true)
	try("older than the folder", old, true)
	p.same("an older memory")
}

// A text is read again where its page is made, and only there: it is not in the memory.
func TestRecalledTexts(t *testing.T) {
	files := base(t)
	files["content/news/satu.md"] = "---\ntitle: Satu\ndate: 2024-01-01\nsummary: S.\n---\n\n" +
		"Kata-kata [tentang](keran-baru.md) xyzzy.\n"
	p := newProcesses(t, files)
	p.build(true)
	if bytes.Contains(p.memory(), []byte("xyzzy.")) {
		t.Error("the words of an article are remembered")
	}
	for _, step := range []struct{ file, old, now string }{
		{"content/news/satu.md", "xyzzy", "plugh"},
		{"content/news/keran-baru.md", "title: Keran baru", "title: Keran lain"},
		{"content/news/keran-baru.md", "\n---\n\n", "\nslug: keran-lain\n---\n\n"},
		{"data/kecamatan/hulu.yaml", "name: ", "name: x"},
	} {
		files[step.file] = strings.Replace(files[step.file], step.old, step.now, 1)
		write(t, p.dir, files)
		if r, _ := p.build(true); !r.Recalled || r.Made == 0 {
			t.Errorf("%+v: remembered: %t; %d made", step, r.Recalled, r.Made)
		}
		p.same(step.file)
	}
}

// The memory is small beside what it is of: at most a fifth.
func TestMemoryIsSmall(t *testing.T) {
	lab.Slow(t)
	dir := t.TempDir()
	city(t, dir, 300)
	p := &processes{T: t, dir: dir, out: filepath.Join(t.TempDir(), "public")}
	p.build(false)
	size := 0
	for _, data := range lying(t, p.out) {
		size += len(data)
	}
	if n := len(p.memory()); n > size/5 {
		t.Errorf("%d bytes for a site of %d", n, size)
	}
}

// A watch that ends while something is wrong leaves what it knew when all was well: the next process
// reads what changed since, and makes that alone.
func TestWatchThatEndsInFaults(t *testing.T) {
	files := warned(t)
	p := newProcesses(t, files)
	p.build(true)
	b := p.watch()
	edit := func(name, old, now string) {
		t.Helper()
		text := strings.Replace(files[name], old, now, 1)
		if text == files[name] {
			t.Fatalf("%s has no %q", name, old)
		}
		files[name] = text
		write(t, p.dir, map[string]string{name: text})
	}
	look := func(wrong bool) {
		t.Helper()
		if _, problems, err := b.Build(noon); err != nil || problems.HasErrors() != wrong {
			t.Fatal(err, problems)
		}
	}
	look(false)
	edit("content/news/keran-baru.md", "Keran ketiga", "Keran keempat")
	look(false)
	edit("content/news/satu.md", "[Air]", "[Air bersih]")
	edit("data/kecamatan/hulu.yaml", "value: 1000", "value: seribu")
	write(t, p.dir, map[string]string{"content/news/lupa.pdf": "%PDF-1"})
	look(true)
	edit("content/news/satu.md", "[[Hulu]]", "[[Hulu]], lagi")
	look(true)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	edit("data/kecamatan/hulu.yaml", "value: seribu", "value: 1000")
	r, _ := p.build(true)
	if !r.Recalled || r.Read > 2 || r.Made == 0 || r.Made > 5 {
		t.Errorf("remembered: %t; %d read, %d made", r.Recalled, r.Read, r.Made)
	}
	p.same("after a watch that ended in faults")
}
