package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"blandongan/internal/lab"
)

// build builds a commit of the program in a new clone, and returns the folder that is named by the system.
func build(t *testing.T, name, system string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	for _, c := range []*exec.Cmd{
		exec.Command("git", "clone", "-q", "--no-hardlinks", ".", dir),
		exec.Command("go", "build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w", "-o",
			filepath.Join(dir, system)+"/", "./cmd/blandongan"),
	} {
		if c.Args[0] == "go" {
			c.Dir = dir
		}
		goos, arch, _ := strings.Cut(system, "_")
		c.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+arch, "CGO_ENABLED=0", "GOFLAGS=-mod=readonly",
			"GOWORK=off")
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", c.Args, err, out)
		}
	}
	return filepath.Join(dir, system)
}

// The same commit makes the same archive, wherever it is built, with all that must go with it. .ci/release does so for
// all systems, with two caches.
func TestRelease(t *testing.T) {
	lab.Slow(t)
	lab.Program(t, "git", "git")
	t.Chdir("../..") // where the program is run
	system := runtime.GOOS + "_" + runtime.GOARCH
	var archives [][]byte
	for _, name := range []string{"a", "a folder of another length"} {
		file, archive, err := pack(build(t, name, system))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(file, system) {
			t.Errorf("the archive is called %s", file)
		}
		archives = append(archives, archive)
	}
	if !bytes.Equal(archives[0], archives[1]) {
		t.Error("two builds of one commit differ")
	}
	got := unpack(t, archives[0])
	for _, name := range []string{"LICENSE", "README.md", "CHANGELOG.md", "LICENCES-OF-OTHERS.txt", "sbom.cdx.json"} {
		if len(got[name]) == 0 {
			t.Errorf("%s is not packed", name)
		}
	}
	for _, words := range []string{
		"github.com/yuin/goldmark v", "The Go library", "github.com/gen2brain/webp v", "lib/LICENSE.libwebp",
		"Apache License", "NOTICE",
	} {
		if !strings.Contains(string(got["LICENCES-OF-OTHERS.txt"]), words) {
			t.Errorf("the licences do not tell of %s", words)
		}
	}
	var b bill
	if err := json.Unmarshal(got["sbom.cdx.json"], &b); err != nil {
		t.Fatal(err)
	}
	for _, c := range b.Components {
		if c.Version == "" || c.URL == "" || c.Licences[0].Expression == "" || c.Name != "std" && len(c.Hashes) == 0 {
			t.Errorf("the bill does not tell all of %+v", c)
		}
	}
	if len(b.Components) < 20 || len(b.Dependencies[0].DependsOn) != len(b.Components) {
		t.Errorf("the bill has %d modules", len(b.Components))
	}
}

func unpack(t *testing.T, archive []byte) map[string][]byte {
	t.Helper()
	got := map[string][]byte{}
	g, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(g); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return got
		}
		if err != nil {
			t.Fatal(err)
		}
		if got[path.Base(h.Name)], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
}

// Windows gets a zip, whose names are in a folder.
func TestZip(t *testing.T) {
	var b bytes.Buffer
	at := time.Date(2026, 11, 29, 21, 0, 1, 0, time.UTC)
	if err := zipped(&b, "x_1", []packed{{"a.exe", []byte("1"), 0o755}, {"b", []byte("2"), 0o644}}, at); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if !f.Modified.Equal(at) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
	}
	if !slices.Equal(names, []string{"x_1/a.exe", "x_1/b"}) {
		t.Errorf("%q", names)
	}
}

// What is not built from a commit alone is not packed.
func TestNotFromACommit(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := read(text); !errors.Is(err, errNoCommit) {
		t.Errorf("%v", err)
	}
}

func TestLicences(t *testing.T) {
	for text, want := range map[string][]string{
		"Apache License\nVersion 2.0": {"Apache-2.0"},
		"Redistributions in binary form must reproduce the above copyright\nnotice": {"BSD-2-Clause"},
		"nor the names may be used to endorse or promote products derived\nfrom this software without specific prior " +
			"written permission. Redistributions in binary form must reproduce the above copyright notice": {
			"BSD-3-Clause",
		},
		"All rights reserved.": nil,
	} {
		if got := (module{licences: []licence{{"LICENSE", text}}}).kinds(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	const want = "pkg:golang/golang.org/x/text@v0.1.0+incompatible"
	if got := purl("golang.org/x/text", "v0.1.0+incompatible"); got != want {
		t.Error(got)
	}
}
