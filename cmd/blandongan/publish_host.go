package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"blandongan/internal/build"
	"blandongan/internal/host"
	"blandongan/internal/publish"
)

// metaOf returns the headers that storage is to keep with each file.
func metaOf(r build.Report) func(string) publish.Meta {
	return func(path string) publish.Meta {
		return publish.Meta{Type: host.TypeOf(path), CacheControl: r.Host.CacheControl(path)}
	}
}

// headersOf returns what visitors should be told with each file. Storage keeps
// only two of these lines; the others are up to what stands before it.
func headersOf(r build.Report, t build.Target) func(string) []publish.Header {
	return func(path string) []publish.Header {
		var list []publish.Header
		for _, h := range r.Host.Headers(path) {
			if t.Kind() != "s3" || h.Name == "Content-Type" || h.Name == "Cache-Control" {
				list = append(list, publish.Header{Name: h.Name, Value: h.Value})
			}
		}
		return list
	}
}

// movedIn are the pages at old addresses, and those they lead to, as files of the
// output folder.
func movedIn(r build.Report) map[string]string {
	file := func(link string) string {
		name, _ := url.PathUnescape(strings.TrimPrefix(link, r.Host.Prefix)) // what cannot be read is no file
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		return name
	}
	moved := map[string]string{}
	for _, m := range r.Host.Redirects {
		moved[file(m.From)] = file(m.To)
	}
	return moved
}

// warnVanished tells of addresses that were published and are no more.
func (p *publication) warnVanished(plan *publish.Plan) error {
	return p.report.Moved(plan.Published).Print(p.c.Root().ErrWriter, p.lang)
}

// writeConfig writes the files that a web server or service must be told by.
func (p *publication) writeConfig(server string) error {
	if !slices.Contains(host.Servers, server) {
		known := strings.Join(host.Servers, ", ")
		return tell("tidak ada aturan untuk %q; yang ada: %s", "there are no rules for %q; there are: %s", server, known)
	}
	o, err := p.configOptions()
	if err != nil {
		return err
	}
	o.Releases = o.Releases && !host.IsService(server)
	written, err := p.report.Host.Config(server, o)
	if err != nil {
		return tell("aturan untuk %[1]s tidak dapat ditulis: %[2]v", "the rules for %[1]s cannot be written: %[2]v", server, err)
	}
	for _, f := range written {
		if err := p.writeOne(f); err != nil {
			return err
		}
	}
	return nil
}

// configOptions are those of the target that was named, else of the first in a
// folder. Without any, the folder is one to be changed.
func (p *publication) configOptions() (host.Options, error) {
	t, found := build.Target{Address: build.BaseURL(p.report.BaseURL)}, false
	if p.c.Args().Present() {
		if err := p.choose(); err != nil {
			return host.Options{}, err
		}
		t, found = p.target, p.target.Kind() == "folder"
	} else if p.report.Publish != nil {
		all := p.report.Publish.Targets
		if i := slices.IndexFunc(all, func(t build.Target) bool { return t.Kind() == "folder" }); i >= 0 {
			t, found = all[i], true
		}
	}
	address, err := url.Parse(string(t.Address))
	if err != nil {
		return host.Options{}, err
	}
	o := host.Options{Root: exampleRoot, Name: address.Hostname(), Compressed: t.Compress}
	if !found {
		return o, nil
	}
	dir, err := p.folderOf(t.Folder)
	if err != nil {
		return o, err
	}
	o.Releases = t.Releases
	o.Root, err = filepath.Abs(dir)
	return o, err
}

// exampleRoot stands in a configuration for a folder that nobody named.
const exampleRoot = "/var/www/situs"

// writeOne writes a file into the site's folder. One that somebody else wrote is
// left alone.
func (p *publication) writeOne(f host.ConfigFile) error {
	name := filepath.Join(p.places.root, filepath.FromSlash(f.Path))
	old, err := os.ReadFile(name)
	switch {
	case err == nil && !bytes.Contains(bytes.ToLower(old), []byte("blandongan")):
		return tell("%s sudah ada dan bukan tulisan kami; pindahkan dulu", "%s is there already and not ours; move it away first", name)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(name, f.Data, 0o644); err != nil {
		return err
	}
	fmt.Fprintf(p.out, p.say.wrote, name)
	return nil
}
