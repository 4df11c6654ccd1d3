package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"blandongan/internal/lab"
)

var kills = flag.Int("kills", 30, "builds that TestKilledBuilds kills")

// TestKilledBuilds kills a build at a random moment, again and again. After each
// kill every published file is whole, of the last build or of the killed one;
// the next build ends with exactly what a clean build makes.
func TestKilledBuilds(t *testing.T) {
	lab.Slow(t)
	dir, command := programIn(t)
	k := killer{t: t, command: command, site: filepath.Join(dir, "site"), rand: rand.New(rand.NewPCG(7, 7))}
	k.lay()
	k.version(0)
	start := time.Now()
	k.build(filepath.Join(dir, "clean0"))
	whole := time.Since(start)
	versions := []map[string][]byte{k.read(filepath.Join(dir, "clean0"))}
	k.version(1)
	k.build(filepath.Join(dir, "clean1"))
	versions = append(versions, k.read(filepath.Join(dir, "clean1")))
	out := filepath.Join(dir, "public")
	k.build(out)
	cut, longest := 0, whole
	for i := range *kills {
		k.version(i % 2)
		// How long a build takes depends on what else the machine does just now: who
		// came too late comes earlier the next time.
		if k.kill(out, time.Duration(k.rand.Int64N(int64(longest)))) {
			cut++
			longest += longest / 20
		} else {
			longest -= longest / 10
		}
		for name, data := range k.read(out) {
			if !bytes.Equal(data, versions[0][name]) && !bytes.Equal(data, versions[1][name]) {
				t.Fatalf("kill %d: %s is neither the old nor the new file (%d bytes)", i, name, len(data))
			}
		}
		k.build(out)
		now := k.read(out)
		for name, data := range versions[i%2] {
			if !bytes.Equal(now[name], data) {
				t.Fatalf("kill %d: after the next build %s is not what a clean build makes", i, name)
			}
		}
		if len(now) != len(versions[i%2]) {
			t.Fatalf("kill %d: %d files, a clean build makes %d", i, len(now), len(versions[i%2]))
		}
	}
	t.Logf("%d of %d builds were cut off; a whole one takes %v", cut, *kills, whole)
	if cut < *kills/4 {
		t.Errorf("only %d of %d builds were cut off", cut, *kills)
	}
}

// TestInterruptedBuilds ends builds at random moments as Ctrl+C does. The output folder is what it was, our
// records too, or what a clean build makes: nothing between, and nothing besides.
func TestInterruptedBuilds(t *testing.T) {
	lab.Slow(t)
	if runtime.GOOS == "windows" {
		t.Skip("a test cannot press Ctrl+C for another program there")
	}
	dir, command := programIn(t)
	k := killer{t: t, command: command, site: filepath.Join(dir, "site"), rand: rand.New(rand.NewPCG(8, 8))}
	k.lay()
	var clean []map[string][]byte
	longest := time.Duration(0)
	for v := range 2 {
		k.version(v)
		start, out := time.Now(), filepath.Join(dir, fmt.Sprintf("clean%d", v))
		k.build(out)
		longest = time.Since(start)
		clean = append(clean, withoutMemory(t, out))
	}
	out := filepath.Join(dir, "public")
	k.build(out)
	lies, cut := 1, 0
	for i := range *kills {
		v := 1 - lies
		k.version(v)
		cmd := k.start(out)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(k.rand.Int64N(int64(longest))), func() {
			_ = cmd.Process.Signal(os.Interrupt)
		})
		_ = cmd.Wait()
		timer.Stop()
		code := cmd.ProcessState.ExitCode() // -1 of one that could not listen yet
		if code != 0 && code != 130 && code != -1 {
			t.Fatalf("interrupt %d: code %d", i, code)
		}
		if code != 0 {
			cut++
			longest += longest / 20
		} else {
			longest -= longest / 10
		}
		got := withoutMemory(t, out)
		if difference(got, clean[v]) == "" {
			lies = v
		} else if d := difference(got, clean[lies]); d != "" || code == 0 {
			t.Fatalf("interrupt %d, code %d: it is neither what it was nor new: %s", i, code, d)
		}
	}
	t.Logf("%d of %d builds were cut off", cut, *kills)
	if cut < *kills/4 {
		t.Errorf("only %d of %d builds were cut off", cut, *kills)
	}
}

// withoutMemory is what lies in an output folder, but for what builds remember.
func withoutMemory(t *testing.T, out string) map[string][]byte {
	files := lab.Tree(t, out)
	delete(files, ".blandongan/memory")
	return files
}

// difference names a file by which two folders differ, "" when they do not.
func difference(a, b map[string][]byte) string {
	for name, data := range a {
		if other, is := b[name]; !is || !bytes.Equal(data, other) {
			return name
		}
	}
	for name := range b {
		if _, is := a[name]; !is {
			return name
		}
	}
	return ""
}

type killer struct {
	t             *testing.T
	command, site string
	rand          *rand.Rand
}

// lay copies the repository's own site.
func (k *killer) lay() {
	for _, folder := range []string{"data", "content"} {
		if err := os.CopyFS(filepath.Join(k.site, folder), os.DirFS("../../"+folder)); err != nil {
			k.t.Fatal(err)
		}
	}
}

// version makes two sites by turns: every page differs, and some exist in one only.
func (k *killer) version(v int) {
	file := filepath.Join(k.site, "data/site.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		k.t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "title:") {
			lines[i] = fmt.Sprintf("title: Versi %d", v)
		}
	}
	files := map[string]string{"data/site.yaml": strings.Join(lines, "\n")}
	for i := range 40 {
		os.Remove(filepath.Join(k.site, fmt.Sprintf("content/news/versi-%d-%d.md", 1-v, i)))
		files[fmt.Sprintf("content/news/versi-%d-%d.md", v,
			i)] = fmt.Sprintf("---\ntitle: Versi %d\ndate: 2020-01-01\nsummary: Uji.\ntags: [v%d]\n---\n\nIsi %d.\n",
			v, v, i)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(k.site, name), []byte(text), 0o644); err != nil {
			k.t.Fatal(err)
		}
	}
}

func (k *killer) start(out string) *exec.Cmd {
	cmd := exec.Command(k.command, "build", "--root", k.site, "--out", out)
	cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1795521600")
	return cmd
}

func (k *killer) build(out string) {
	k.t.Helper()
	if said, err := k.start(out).CombinedOutput(); err != nil {
		k.t.Fatalf("%v\n%s", err, said)
	}
}

// kill starts a build and kills it after a while; it says whether there was
// still something to kill.
func (k *killer) kill(out string, after time.Duration) bool {
	cmd := k.start(out)
	if err := cmd.Start(); err != nil {
		k.t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	return cmd.Wait() != nil
}

// read returns the published files, without our own book-keeping.
func (k *killer) read(dir string) map[string][]byte {
	k.t.Helper()
	files := map[string][]byte{}
	root := os.DirFS(dir)
	names, err := listFiles(root)
	if err != nil {
		k.t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasPrefix(name, ".blandongan/") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			k.t.Fatal(err)
		}
		files[name] = data
	}
	return files
}

func listFiles(fsys fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if os.IsNotExist(err) && name == "." {
			return nil // killed before the folder was made
		}
		if err == nil && d.Type().IsRegular() {
			names = append(names, name)
		}
		return err
	})
	return names, err
}
