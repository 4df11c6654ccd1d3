package build_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"blandongan/internal/build"
)

// look has another process look at the site as check does, and returns all that it says.
func (p *processes) look(aged bool, options ...func(*build.Config)) (build.Report, string) {
	p.Helper()
	past := func(c *build.Config) { c.Out, c.Past, c.Desk = "", p.out, true }
	r, told := p.build(aged, append([]func(*build.Config){past}, options...)...)
	return r, told + said(r.Quote(r.Findings.All()))
}

// anew is for a process that remembers nothing, and leaves nothing behind.
func anew(c *build.Config) { c.Program = "" }

func (p *processes) findings() string { return filepath.Join(p.out, ".blandongan/findings") }

// heard are files of a site that can be built, of which the desk has something to say.
func heard(t *testing.T) map[string]string {
	files := base(t)
	files["data/desk.yaml"] = "words: [terimakasi]\nmisspellings: [{wrong: kran, right: keran}]\n" +
		"silence: [{rule: title-twice, because: begitu}]\n"
	files["data/programs/air-bersih.yaml"] = strings.Replace(files["data/programs/air-bersih.yaml"],
		"at: 2024-05,", "at: 2019-05,", 1)
	files["content/news/banyak.md"] = "---\ntitle: Tamu datang\ndate: 2024-05-09\nsummary: Ringkas.\n" +
		"kecamatan: [hulu]\ntags: [kunjungan]\n---\n\nTerimakasih, kata warga Kelurahan Mata Ayr. Kran [di sini]" +
		"(https://lain.example/a). Penduduk Kecamatan Hulu 1.500 jiwa pada 2020.\n"
	files["content/news/lagi.md"] = strings.Replace(files["content/news/banyak.md"], "[kunjungan]", "[kunjungan, a]", 1)
	return files
}

// A process that looks at a site finds what one finds that remembers nothing, and looks at no more
// texts than have to do with what changed.
func TestLooksAgain(t *testing.T) {
	files := heard(t)
	files["content/news/draf.md"] = "---\ntitle: Draf\ndate: 2024-01-01\nsummary: S.\ndraft: true\n---\n\n" +
		"[x](tidak-ada.md) Terimakasih.\n"
	p := newProcesses(t, files)
	p.build(true)
	first, told := p.look(true)
	if !first.Recalled || first.Read > 0 || first.Reviewed < 10 || !strings.Contains(told, "word-misspelt") {
		t.Fatalf("remembered: %t; %d read, %d looked at; it says\n%s", first.Recalled, first.Read, first.Reviewed, told)
	}
	steps := []struct {
		file, old, now string
		fewest, most   int // texts looked at
	}{
		{},
		{"content/news/banyak.md", "Terimakasih", "Terimakasih, terimakasih", 1, 1},
		{"content/news/banyak.md", "title: Tamu datang", "title: Tamu pulang", 1, 1},
		{"data/kecamatan/hulu.yaml", "value: 1000", "value: 1500", 3, 3}, // itself, and those that tell of it
		{"data/kecamatan/hulu.yaml", "Mata Air", "Mata Ayr", 5, first.Reviewed},
		{"data/desk.yaml", "[terimakasi]", "[terimakasih]", 5, first.Reviewed},
		{"data/desk.yaml", "title-twice", "link-text-weak", 5, first.Reviewed},
		{"templates/network.html", "", "<h1>{{.Title}}</h1>", 0, 0},
	}
	changed := map[string]bool{} // since the site was built
	for i, s := range steps {
		if s.file != "" {
			changed[s.file] = true
			files[s.file] = strings.Replace(files[s.file], s.old, s.now, 1)
			write(t, p.dir, map[string]string{s.file: files[s.file]})
		}
		_, want := p.look(false, anew)
		for n, aged := range []bool{false, true, true} {
			r, got := p.look(aged)
			if got != want {
				t.Fatalf("step %d: it finds\n%s\nnot\n%s", i, got, want)
			}
			if n == 0 && (r.Reviewed < s.fewest || r.Reviewed > s.most) || n > 0 && r.Reviewed > 0 {
				t.Errorf("step %d, look %d: %d texts looked at", i, n, r.Reviewed)
			}
			if aged && r.Read > len(changed) || !r.Recalled {
				t.Errorf("step %d, look %d: %d files read; remembered: %t", i, n, r.Read, r.Recalled)
			}
		}
	}
	_, want := p.look(true, anew)
	whole, err := os.ReadFile(p.findings())
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 1 + len(whole)/20 {
		damaged := bytes.Clone(whole)
		damaged[n] ^= 0x10
		for _, data := range [][]byte{whole[:n], damaged} {
			if err := os.WriteFile(p.findings(), data, 0o600); err != nil {
				t.Fatal(err)
			}
			if r, got := p.look(true); got != want || r.Reviewed < 10 {
				t.Fatalf("damaged at %d, %d looked at; it finds\n%s\nnot\n%s", n, r.Reviewed, got, want)
			}
		}
	}
}

// A day later only what grows old is looked at again.
func TestLooksAgainTheNextDay(t *testing.T) {
	p := newProcesses(t, heard(t))
	p.build(true)
	first, _ := p.look(true)
	root, err := build.OpenDir(p.dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	c := build.Config{Root: root, Past: p.out, Templates: builtin, Program: "test", Desk: true}
	later := noon.Add(24 * time.Hour)
	r, _, err := build.New(c).Build(later)
	if err != nil || r.Reviewed == 0 || r.Reviewed > first.Reviewed/2 {
		t.Errorf("%d texts looked at, of %d the day before; %v", r.Reviewed, first.Reviewed, err)
	}
	anew, _, err := build.New(build.Config{Root: root, Templates: builtin, Desk: true}).Build(later)
	if want := said(anew.Findings.All()); err != nil || said(r.Findings.All()) != want {
		t.Errorf("found is\n%s\nnot\n%s", said(r.Findings.All()), want)
	}
}

// Whoever only looks writes nothing where nothing was built.
func TestLookLeavesNothing(t *testing.T) {
	p := newProcesses(t, heard(t))
	p.look(true)
	if _, err := os.Lstat(p.out); !os.IsNotExist(err) {
		t.Errorf("there is an output folder: %v", err)
	}
	if err := os.MkdirAll(p.out, 0o755); err != nil {
		t.Fatal(err)
	}
	p.look(true)
	if found, err := os.ReadDir(p.out); err != nil || len(found) > 0 {
		t.Errorf("in a folder that is not ours: %v %v", found, err)
	}
}

// While somebody watches, another may look; who watches begins from what both found, and holds
// the folder as before.
func TestLookWhileWatching(t *testing.T) {
	p := newProcesses(t, heard(t))
	p.build(true)
	_, want := p.look(true)
	root, err := build.OpenDir(p.dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	watch := func(stop <-chan struct{}) *build.Builder {
		c := build.Config{Root: root, Out: p.out, Templates: builtin, Program: "test", Desk: true, Again: true}
		c.Stop = stop
		b := build.New(c)
		b.Age(time.Hour)
		return b
	}
	stop := make(chan struct{})
	b := watch(stop)
	defer b.Close()
	r, problems, err := b.Build(noon)
	if got := said(problems) + said(r.Quote(r.Findings.All())); err != nil || got != want {
		t.Fatalf("%v; it finds\n%s\nnot\n%s", err, got, want)
	}
	if !r.Recalled || r.Reviewed+r.Made+r.Read > 0 {
		t.Errorf("remembered: %t; %d looked at, %d made, %d read", r.Recalled, r.Reviewed, r.Made, r.Read)
	}
	if _, got := p.look(true); got != want {
		t.Errorf("meanwhile it finds\n%s\nnot\n%s", got, want)
	}
	const name = "content/news/banyak.md"
	write(t, p.dir, map[string]string{name: heard(t)[name] + "\nTerimakasih.\n"})
	if r, _, err = b.Build(noon); err != nil || r.Reviewed != 1 || r.Written == 0 {
		t.Errorf("%d looked at, %d written: %v", r.Reviewed, r.Written, err)
	}
	close(stop) // as whoever watches ends: between two builds
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	stop = make(chan struct{})
	next := watch(stop)
	defer next.Close()
	if r, _, err = next.Build(noon); err != nil || !r.Recalled || r.Reviewed > 0 {
		t.Errorf("the next: remembered: %t; %d looked at: %v", r.Recalled, r.Reviewed, err)
	}
	noted, err := os.ReadFile(p.findings())
	if err != nil {
		t.Fatal(err)
	}
	write(t, p.dir, map[string]string{name: heard(t)[name] + "\nTerimakasih lagi.\n"})
	if _, _, err = next.Build(noon); err != nil {
		t.Fatal(err)
	}
	close(stop)
	if _, _, err = next.Build(noon); err != build.ErrStopped {
		t.Errorf("it is not stopped: %v", err)
	}
	if err := next.Close(); err != nil {
		t.Error(err)
	}
	if now, err := os.ReadFile(p.findings()); err != nil || !bytes.Equal(now, noted) {
		t.Errorf("a look that was stopped is noted: %v", err)
	}
}

// Who builds once and goes on to send what was built holds the folder, also where nothing changed.
func TestHeldFolder(t *testing.T) {
	p := newProcesses(t, base(t))
	p.build(true)
	root, err := build.OpenDir(p.dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	c := build.Config{Root: root, Out: p.out, Templates: builtin, Program: "test", Hold: true}
	b := build.New(c)
	b.Age(time.Hour)
	r, _, err := b.Build(noon)
	if err != nil || !r.Recalled || r.Made+r.Written > 0 {
		t.Fatalf("remembered: %t; %d made, %d written: %v", r.Recalled, r.Made, r.Written, err)
	}
	_, _, err = build.New(c).Build(noon)
	if _, busy := build.Busy(err); !busy {
		t.Errorf("another builds meanwhile: %v", err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if again, _ := p.build(true); !again.Recalled {
		t.Error("what was remembered is gone")
	}
}
