// Command release packs the program for those who have no Go: for each system an archive with the program, its licence,
// the licences of all that is built into it, and a bill of materials; then the sums of all archives.
//
//	release OUT FOLDER…     packs FOLDER/OS_ARCH/blandongan[.exe] of each system into OUT
//
// What is packed depends on the programs and on the commit alone: the same commit makes the same archives on any
// machine, at any time. .ci/release builds the programs, twice, and wants the same bytes.
package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: release OUT FOLDER…")
		os.Exit(2)
	}
	if err := release(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// release packs the programs in folders that are named OS_ARCH.
func release(out string, folders []string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	sums := map[string]string{}
	for _, folder := range folders {
		name, archive, err := pack(folder)
		if err != nil {
			return fmt.Errorf("%s: %w", folder, err)
		}
		if err := os.WriteFile(filepath.Join(out, name), archive, 0o644); err != nil {
			return err
		}
		sums[name] = fmt.Sprintf("%x", sha256.Sum256(archive))
	}
	var list strings.Builder
	for _, name := range slices.Sorted(keysOf(sums)) {
		fmt.Fprintf(&list, "%s  %s\n", sums[name], name)
	}
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), []byte(list.String()), 0o644)
}

// pack makes the archive of one system.
func pack(folder string) (name string, archive []byte, err error) {
	system := filepath.Base(folder)
	program := "blandongan"
	if strings.HasPrefix(system, "windows_") {
		program += ".exe"
	}
	binary, err := os.ReadFile(filepath.Join(folder, program))
	if err != nil {
		return "", nil, err
	}
	b, err := read(binary)
	if err != nil {
		return "", nil, err
	}
	if err := b.findLicences(); err != nil {
		return "", nil, err
	}
	bill, err := b.billOf(system, binary)
	if err != nil {
		return "", nil, err
	}
	files := []packed{{program, binary, 0o755}, {"LICENCES-OF-OTHERS.txt", b.notices(), 0o644},
		{"sbom.cdx.json", bill, 0o644}}
	for _, ours := range []string{"LICENSE", "README.md", "CHANGELOG.md"} {
		text, err := os.ReadFile(ours)
		if err != nil {
			return "", nil, err
		}
		files = append(files, packed{ours, text, 0o644})
	}
	slices.SortFunc(files, func(a, b packed) int { return strings.Compare(a.name, b.name) })
	name = "blandongan_" + strings.TrimPrefix(b.version, "v") + "_" + system
	var buffer bytes.Buffer
	if strings.HasPrefix(system, "windows_") {
		err = zipped(&buffer, name, files, b.time)
		return name + ".zip", buffer.Bytes(), err
	}
	err = tarred(&buffer, name, files, b.time)
	return name + ".tar.gz", buffer.Bytes(), err
}

// built is what a program tells of how it was built.
type built struct {
	version, revision string
	time              time.Time // of the commit
	modules           []module
}

// module is one that is built in, with the Go library itself as "std".
type module struct {
	path, version string
	sum           string // h1 of go.sum, "" of the library
	dir           string
	licences      []licence
}

// licence is a file of a module.
type licence struct{ name, text string }

var errNoCommit = errors.New("not built from a commit alone: build it in a clean clone")
