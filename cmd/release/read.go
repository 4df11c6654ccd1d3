package main

import (
	"bytes"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

func keysOf[V any](m map[string]V) iter.Seq[string] { return maps.Keys(m) }

// read reads what go version -m prints of a program.
func read(binary []byte) (*built, error) {
	info, err := buildinfo.Read(bytes.NewReader(binary))
	if err != nil {
		return nil, err
	}
	b := &built{version: info.Main.Version}
	clean := false
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.revision = s.Value
		case "vcs.time":
			if b.time, err = time.Parse(time.RFC3339, s.Value); err != nil {
				return nil, err
			}
		case "vcs.modified":
			clean = s.Value == "false"
		}
	}
	if b.revision == "" || b.time.IsZero() || !clean {
		return nil, errNoCommit
	}
	b.modules = append(b.modules, module{path: "std", version: strings.TrimPrefix(info.GoVersion, "go")})
	for _, d := range info.Deps {
		if d.Replace != nil {
			continue // by a folder of ours
		}
		b.modules = append(b.modules, module{path: d.Path, version: d.Version, sum: d.Sum})
	}
	return b, nil
}

// isLicence is a name of a file with a licence, or with what must be told beside it.
var isLicence = regexp.MustCompile(`(?i)^(un)?licen[cs]e|^copying|^notice|^patents`)

// findLicences finds the files that go with each module, also of what others brought into it. A module without any is
// an error: nobody may pass it on.
func (b *built) findLicences() error {
	dirs, err := dirsOf(b.modules)
	if err != nil {
		return err
	}
	for i := range b.modules {
		m := &b.modules[i]
		m.dir = dirs[m.path]
		err := filepath.WalkDir(m.dir, func(file string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && (d.Name() == "testdata" || m.path == "std" && file != m.dir):
				return fs.SkipDir
			case d.IsDir() || !isLicence.MatchString(d.Name()) || filepath.Ext(d.Name()) == ".go":
				return nil
			}
			text, err := os.ReadFile(file)
			rel, _ := filepath.Rel(m.dir, file)
			m.licences = append(m.licences, licence{filepath.ToSlash(rel), string(text)})
			return err
		})
		if err != nil {
			return err
		}
		if len(m.kinds()) == 0 {
			return fmt.Errorf("module %s has no licence that we know", m.path)
		}
	}
	return nil
}

// dirsOf asks the go command where modules lie.
func dirsOf(modules []module) (map[string]string, error) {
	args := []string{"list", "-m", "-json=Path,Dir"}
	for _, m := range modules {
		if m.path != "std" {
			args = append(args, m.path)
		}
	}
	out, err := exec.Command("go", args...).Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	dirs := map[string]string{"std": strings.TrimSpace(string(root))}
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
		var m struct{ Path, Dir string }
		if err := dec.Decode(&m); err != nil {
			return nil, err
		}
		dirs[m.Path] = m.Dir
	}
	return dirs, nil
}

// known are words of licences, by their names in the list of SPDX.
var known = []struct{ id, words string }{
	{"Apache-2.0", "Apache License"},
	{"MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and " +
		"associated documentation files"},
	{"BSD-3-Clause", "endorse or promote products derived from this software without specific prior written " +
		"permission"},
	{"BSD-2-Clause", "Redistributions in binary form must reproduce the above copyright notice"},
	{"ISC", "Permission to use, copy, modify, and/or distribute this software for any purpose"},
	{"ISC", "Permission to use, copy, modify, and distribute this software for any purpose"},
	{"MPL-2.0", "Mozilla Public License Version 2.0"},
	{"CC0-1.0", "CC0 1.0 Universal"},
	{"Unlicense", "This is free and unencumbered software released into the public domain"},
}

// kinds are the licences of a module, by their names in the list of SPDX, sorted.
func (m module) kinds() []string {
	found := map[string]bool{}
	for _, l := range m.licences {
		text := strings.Join(strings.Fields(l.text), " ")
		for _, k := range known {
			if strings.Contains(text, k.words) && !(k.id == "BSD-2-Clause" && found["BSD-3-Clause"]) {
				found[k.id] = true
			}
		}
	}
	return slices.Sorted(keysOf(found))
}

// notices is what must be passed on with the program: each licence with the modules it is of.
func (b *built) notices() []byte {
	var text bytes.Buffer
	text.WriteString("Blandongan is under the licence in LICENSE. Built into it is what follows, each under its own.\n")
	for _, m := range b.modules {
		name := m.path
		if name == "std" {
			name = "The Go library"
		}
		for _, l := range m.licences {
			fmt.Fprintf(&text, "\n%s\n%s %s: %s\n\n%s\n", strings.Repeat("=", 78), name, m.version, l.name,
				strings.TrimSpace(strings.ReplaceAll(l.text, "\r\n", "\n")))
		}
	}
	return text.Bytes()
}
