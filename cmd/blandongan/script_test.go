package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata/script; read the diff")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"blandongan": func() {
		if os.Getenv("ONE_HOST") != "" {
			net.DefaultResolver = &net.Resolver{PreferGo: true, Dial: known}
		}
		main()
	}})
}

// TestScripts runs the user stories in testdata/script. Each begins in a folder
// with the second city in site/, over which the story's own files are laid.
// Besides testscript's commands there are:
//
//	remove FILE…        removes files of the city
//	clean               site/public must equal a build of site/ into a new folder
//	snapshot / same     site/public must be what it was at the snapshot, times too
//	code N ARG…         runs blandongan and wants exit code N
//	humble N ARG…       the same, for a user whom file permissions bind
//	make KIND FILE ARG… makes or changes a file as a script cannot: see makers
//	ls, cat, edit, …    what needs a shell elsewhere: see tools
//
// They are run on Windows too, which has no shell, pipes with names, rights of files,
// nor links that everybody may make: a story that is of these says skip.
//
// Expectations of what is printed are named *.id or *.en, by their language. Under
// -short every tenth story is run, which is one of each theme, nearly.
func TestScripts(t *testing.T) {
	stories, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil || len(stories) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	if testing.Short() {
		i := 0
		stories = slices.DeleteFunc(stories, func(string) bool { i++; return i%10 != 1 })
	}
	commands := map[string]func(*testscript.TestScript, bool, []string){
		"remove":   remove,
		"clean":    clean,
		"snapshot": snapshot,
		"same":     same,
		"code":     code,
		"humble":   humble,
		"make":     makeFile,
	}
	maps.Copy(commands, tools)
	testscript.Run(t, testscript.Params{
		Files:               stories,
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup:               layCity,
		Cmds:                commands,
	})
}

// layCity puts the second city under what the story brought.
func layCity(env *testscript.Env) error {
	env.Values[holding{}] = &holding{}
	env.Setenv("SOURCE_DATE_EPOCH", "1795521600") // 2026-11-24 12:00 UTC
	env.Setenv("BLANDONGAN_PROGRESS", "none")     // else a machine that is busy says more
	archive, err := txtar.ParseFile("../../internal/build/testdata/base.txtar")
	if err != nil {
		return err
	}
	for _, f := range archive.Files {
		file := filepath.Join(env.WorkDir, "site", filepath.FromSlash(f.Name))
		if _, err := os.Lstat(file); err == nil {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func remove(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		ts.Check(os.Remove(ts.MkAbs(name)))
	}
}

func clean(ts *testscript.TestScript, _ bool, _ []string) {
	fresh, err := os.MkdirTemp(ts.Getenv("WORK"), "clean")
	ts.Check(err)
	ts.Check(ts.Exec("blandongan", "build", "--root", "site", "--out", fresh))
	if diff := compare(ts, ts.MkAbs("site/public"), fresh); diff != "" {
		ts.Fatalf("not what a clean build makes: %s", diff)
	}
}

// compare names the first file that is not in both folders with the same bytes.
func compare(ts *testscript.TestScript, a, b string) string {
	x, y := contents(ts, a), contents(ts, b)
	for name, data := range x {
		if other, ok := y[name]; !ok {
			return name + " is too many"
		} else if !bytes.Equal(data, other) {
			return name + " differs"
		}
	}
	for name := range y {
		if _, ok := x[name]; !ok {
			return name + " is missing"
		}
	}
	return ""
}

func contents(ts *testscript.TestScript, dir string) map[string][]byte {
	files := map[string][]byte{}
	ts.Check(filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "memory" || d.Name() == "findings" {
			return err
		}
		rel, err := filepath.Rel(dir, p)
		if err != nil {
			return err
		}
		files[rel], err = os.ReadFile(p)
		return err
	}))
	return files
}

// snapshot notes names, sizes and times of the published files.
func snapshot(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Check(os.WriteFile(ts.MkAbs("snapshot.txt"), []byte(listing(ts)), 0o644))
}

func same(ts *testscript.TestScript, neg bool, _ []string) {
	was, is := strings.Split(ts.ReadFile("snapshot.txt"), "\n"), strings.Split(listing(ts), "\n")
	if slices.Equal(was, is) != neg {
		return
	}
	for i, line := range was {
		if i >= len(is) || is[i] != line {
			ts.Fatalf("public/ is not what it was: %s", line)
		}
	}
	ts.Fatalf("public/ is what it was: %v", neg)
}

func listing(ts *testscript.TestScript) string {
	dir := ts.MkAbs("site/public")
	var b strings.Builder
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "lock" || d.Name() == "memory" || d.Name() == "findings" {
			return err // every build touches its lock, and may write down how it found the site
		}
		info, err := d.Info()
		if err == nil {
			fmt.Fprintln(&b, p, info.Size(), info.ModTime())
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		ts.Check(err)
	}
	return b.String()
}
