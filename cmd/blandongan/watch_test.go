package main

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/dev"
	"blandongan/internal/diag"
	"blandongan/internal/lab"
	"blandongan/internal/lang"
)

// watching is a watch in a process of its own, and what it says.
type watching struct {
	t     *testing.T
	site  string
	cmd   *exec.Cmd
	lines chan string
	said  bytes.Buffer
}

// programIn returns a new folder and the program in it: the test's main runs the command
// under that name.
func programIn(t *testing.T) (dir, program string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	program = filepath.Join(dir, "blandongan")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if lab.CanLink(t) {
		if err := os.Symlink(self, program); err != nil {
			t.Fatal(err)
		}
		return dir, program
	}
	text, err := os.ReadFile(self) // a second name of a running program could not be removed on Windows
	if err == nil {
		err = os.WriteFile(program, text, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir, program
}

// watch starts blandongan watch over the second city.
func watch(t *testing.T, arguments ...string) *watching {
	t.Helper()
	dir, command := programIn(t)
	w := &watching{t: t, site: filepath.Join(dir, "site"), lines: make(chan string, 1000)}
	archive, err := txtar.ParseFile("../../internal/build/testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		w.write(f.Name, string(f.Data))
	}
	w.cmd = exec.Command(command, append([]string{"--root", w.site, "watch"}, arguments...)...)
	w.cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1795521600")
	out, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	w.cmd.Stdout, w.cmd.Stderr = in, in
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	in.Close()
	t.Cleanup(func() { _ = w.cmd.Process.Kill(); _ = w.cmd.Wait(); out.Close() })
	go func() {
		defer close(w.lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			w.lines <- s.Text()
		}
	}()
	return w
}

func (w *watching) write(name, text string) {
	w.t.Helper()
	file := filepath.Join(w.site, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// patience is how long a test waits for what takes less than a second on an idle machine.
const patience = 2 * time.Minute

// says waits for a line.
func (w *watching) says(form string) []string {
	w.t.Helper()
	wanted := regexp.MustCompile(form)
	deadline := time.After(patience)
	for {
		select {
		case line, open := <-w.lines:
			if !open {
				w.t.Fatalf("it ended without saying %s:\n%s", form, &w.said)
			}
			w.said.WriteString(line + "\n")
			if m := wanted.FindStringSubmatch(line); m != nil {
				return m
			}
		case <-deadline:
			w.t.Fatalf("it does not say %s, but:\n%s", form, &w.said)
		}
	}
}

func TestWatch(t *testing.T) {
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		if runtime.GOOS == "windows" {
			t.Skip("no process sends a signal to another here")
		}
		w := watch(t, "--addr", "127.0.0.1:0")
		w.says(`^\d\d:\d\d:\d\d \d+ halaman, \d+ berkas; `)
		url := w.says(`^\d\d:\d\d:\d\d situs terbuka di (http://127\.0\.0\.1:\d+/)$`)[1]
		w.says(`Ctrl\+C`)
		res, err := http.Get(url)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		w.write("content/pages/tentang.md", "---\ntitle: Tentang\n---\n\nIni bukan kota contoh.\n")
		w.says(`^\d\d:\d\d:\d\d content/pages/tentang\.md → \d+ berkas situs berubah, \d+ ms$`)
		w.write("content/pages/tentang.md", "---\ntitle: [Tentang\n---\n")
		w.says(`^content/pages/tentang\.md:2:8: galat: .* \[yaml-syntax\]$`)
		w.says(`^   2 \| title: \[Tentang$`)
		w.says(`^\d\d:\d\d:\d\d content/pages/tentang\.md → 1 galat; situs terakhir yang benar tetap tampil$`)
		w.write("content/pages/tentang.md", "---\ntitle: Tentang\n---\n\nIni bukan kota contoh.\n")
		w.says(`^\d\d:\d\d:\d\d content/pages/tentang\.md → tidak ada yang berubah, \d+ ms; semua galat sudah ` +
			`diperbaiki$`)
		stream, err := http.Get(url + ".blandongan/events?page=/") // open when we end
		if err != nil {
			t.Fatal(err)
		}
		if err := w.cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		deadline := time.AfterFunc(patience, func() { _ = w.cmd.Process.Kill() })
		if err := w.cmd.Wait(); err != nil {
			t.Errorf("%v: %v\n%s", signal, err, &w.said)
		}
		deadline.Stop()
		_, _ = io.Copy(io.Discard, stream.Body)
		stream.Body.Close()
		if said := w.said.String(); strings.Contains(said, "\x1b") || strings.Contains(said, "goroutine") {
			t.Errorf("colours or worse in a file:\n%s", said)
		}
	}
}

// A wrong call is answered in one line, with exit code 2.
func TestWatchRefuses(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	disk := filepath.VolumeName(os.TempDir()) + string(filepath.Separator)
	for _, c := range []struct {
		arguments []string
		says      string
	}{
		{[]string{"--addr", "0.0.0.0:8080"}, `blandongan: other machines could open this address; add --network if ` +
			`that is what you want \(0\.0\.0\.0:8080\)$`},
		{[]string{"--addr", "127.0.0.1:99999"}, `blandongan: the port "99999" is no number from 0 to 65535; .*:8080$`},
		{[]string{"--addr", "foo.invalid:80", "--network"},
			`blandongan: this machine has no such address; .*8080 \(.*\)$`},
		{[]string{"--addr", taken.Addr().String()}, `blandongan: another program uses this address \(.*\)$`},
		{[]string{"--addr", "a:b:c"}, `blandongan: "a:b:c" is not an address, like 127\.0\.0\.1:8080`},
		{[]string{"--out", disk}, `blandongan: the output folder ` + regexp.QuoteMeta(disk) +
			` holds the site's own files`},
		{[]string{"news"}, `blandongan: watch takes no argument: "news"`},
		{[]string{"--port", "1"}, `blandongan: flag provided but not defined: -port`},
	} {
		w := watch(t, append([]string{"--lang", "en"}, c.arguments...)...)
		w.says("^" + c.says)
		_ = w.cmd.Wait()
		if code := w.cmd.ProcessState.ExitCode(); code != command.Failed {
			t.Errorf("%v: exit code %d", c.arguments, code)
		}
	}
}

// What is on the terminal of somebody who has one.
// What was told of other files is not told again in full, whatever moves it; what is wrong in the
// saved file is, and comes first.
func TestTerminalRepeatsNothing(t *testing.T) {
	const again = "; blandongan check menampilkan semuanya lagi\n"
	var out, errs bytes.Buffer
	term := newTerminal(&out, &errs)
	at := func(file string, line int, key string) diag.Problem {
		return diag.At(diag.Place{File: file, Line: line}, "file-name", key)
	}
	warning := diag.At(diag.Place{File: "data/w.yaml", Line: 3}, "file-unknown")
	x, y, moved := at("a.md", 2, "x"), at("b.md", 1, "y"), at("a.md", 9, "x")
	for i, step := range []struct {
		saved            string
		problems, inFull diag.List
		again            string
	}{
		{"", diag.List{warning}, diag.List{warning}, ""},
		{"a.md", diag.List{y, x, warning}, diag.List{x, y}, "seperti tadi: 1 peringatan di data/w.yaml" + again},
		{"a.md", diag.List{x, y}, diag.List{x}, "seperti tadi: 1 galat di b.md" + again},
		{"b.md", diag.List{moved, y, y}, diag.List{y, y}, "seperti tadi: 1 galat di a.md" + again},
		{"c.md", diag.List{y, y, warning}, nil, "seperti tadi: 2 galat, 1 peringatan di b.md, data/w.yaml" + again},
		{"a.md", diag.List{warning}, nil, "seperti tadi: 1 peringatan di data/w.yaml" + again}, // a good build
		{"a.md", diag.List{y, warning}, diag.List{y}, "seperti tadi: 1 peringatan di data/w.yaml" + again},
		{"a.md", nil, nil, ""},
		{"a.md", diag.List{warning}, diag.List{warning}, ""},
		{"data/w.yaml", diag.List{warning}, diag.List{warning}, ""},
	} {
		errs.Reset()
		term.show(&dev.Built{Cause: dev.Saved, Language: lang.Indonesian, Problems: step.problems,
			Report: build.Report{Edited: []string{step.saved}}})
		var want bytes.Buffer
		if err := step.inFull.Print(&want, lang.Indonesian); err != nil {
			t.Fatal(err)
		}
		want.WriteString(step.again)
		if errs.String() != want.String() {
			t.Errorf("step %d, %s saved:\n%swant:\n%s", i, step.saved, &errs, &want)
		}
	}
}

func TestTerminal(t *testing.T) {
	var out, errs bytes.Buffer
	opened := ""
	term := &terminal{out: &out, err: &errs, colour: true,
		clock: func() time.Time { return time.Date(2026, 1, 1, 9, 5, 7, 0, time.UTC) },
		open:  func(url string) error { opened += url; return nil }}
	held := build.Withheld{Drafts: 2, Future: 1, Next: time.Date(2026, 1, 2, 9, 0, 0, 0, time.UTC)}
	for _, e := range []any{
		&dev.Serving{URL: "http://127.0.0.1:8081/", Taken: "127.0.0.1:8080", Network: true, Language: lang.English},
		&dev.Serving{URL: "http://127.0.0.1:8081/kota/", Language: lang.English},
		&dev.Polling{Reason: dev.NoWatches, Language: lang.English},
		&dev.Built{Cause: dev.Saved, Language: lang.English, Took: 12 * time.Millisecond,
			Report: build.Report{Edited: []string{"a", "b", "c"}, Written: 1}},
		&dev.Built{Cause: dev.Due, Language: lang.English, Report: build.Report{Removed: 1, Written: 2}},
		&dev.Built{Cause: dev.Saved, Language: lang.English,
			Report: build.Report{Edited: []string{"a"}, Withheld: held}},
		&dev.Built{Cause: dev.Saved, Language: lang.English, Err: syscall.ENOSPC},
		&dev.Built{Cause: dev.Saved, Language: lang.English, Mended: true,
			Problems: diag.List{diag.At(diag.Place{File: "x"}, "file-unknown")}},
	} {
		term.show(e)
	}
	want := `09:05:07 another program uses 127.0.0.1:8080
09:05:07 careful: everybody on this network can open the site, drafts too if they are shown
09:05:07 the site is open at http://127.0.0.1:8081/
09:05:07 save a file to see what it changes; Ctrl+C to stop
09:05:07 the site is open at http://127.0.0.1:8081/kota/
09:05:07 the system does not let us watch so many folders; files are looked at again and again, so changes show a little later
09:05:07 a and 2 more files → 1 file of the site changed, 12 ms
09:05:07 the time has come → 3 files of the site changed, 0 ms
09:05:07 a → nothing changed, 0 ms; 2 drafts not published; 1 article not due yet; the next 2026-01-02 09:00 UTC
09:05:07 the site cannot be built: the disk is full
09:05:07 some files → nothing changed, 0 ms; 1 warning; all errors are mended
`
	if got := regexp.MustCompile("\x1b\\[\\d*m").ReplaceAllString(out.String(), ""); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if !strings.Contains(out.String(), "\x1b[31m") || strings.Contains(out.String(), "\x1b[m") ||
		opened != "http://127.0.0.1:8081/" {
		t.Errorf("colours, or opened %q:\n%q", opened, &out)
	}
	if !strings.HasPrefix(errs.String(), "\x1b[33mx: warning: ") {
		t.Errorf("problems: %q", &errs)
	}
}
