package publishing

import (
	"bytes"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"blandongan/internal/author"
	"blandongan/internal/command"
	"blandongan/internal/host"
	"blandongan/internal/publish/destination"
)

// writeConfig writes the files that a web server or service must be told by.
func (p *publication) writeConfig(server string) error {
	if !slices.Contains(host.Servers, server) {
		known := strings.Join(host.Servers, ", ")
		return command.Fail("no-rules", server, known)
	}
	others, err := p.configDestination()
	if err != nil {
		return err
	}
	service := host.IsService(server)
	o, err := p.configOptions(service)
	if err != nil {
		return err
	}
	files, err := hostOf(p.report, p.destination).Config(server, o)
	if err != nil {
		return command.Fail("rules-failed", server, err)
	}
	if err := p.writeAll(files); err != nil {
		return err
	}
	problems := command.LossesOf(server, p.report.Host)
	if err := problems.Sorted().Capped(mostOdd).Print(p.c.Root().ErrWriter, p.lang); err != nil {
		return err
	}
	if len(others) > 0 && server != "github" && server != "netlify" { // to which a destination says nothing
		p.print("rules-for", p.destination.Name, strings.Join(others, ", "))
	}
	if _, err := os.Stat(filepath.Join(p.folders.Root, "cmd", "blandongan")); err != nil && service {
		p.print("rules-no-source")
	}
	return nil
}

// mostOdd is how many old addresses are told one by one that a service cannot be told of.
const mostOdd = 20

// configDestination finds the destination that the rules are for: the one that was named,
// else the first in a folder, else the first reached by SFTP. Without any it is
// the site's own address. It returns the others when it chose by itself.
func (p *publication) configDestination() (others []string, err error) {
	if p.c.Args().Present() {
		return nil, p.choose()
	}
	p.destination = destination.At(p.report.BaseURL)
	if p.published == nil {
		return nil, nil
	}
	all := p.published.Destinations
	for _, kind := range []string{"folder", "sftp"} {
		i := slices.IndexFunc(all, func(d destination.Destination) bool { return d.Kind() == kind })
		if i < 0 {
			continue
		}
		p.destination = all[i]
		for _, t := range slices.Delete(slices.Clone(all), i, i+1) {
			others = append(others, t.Name)
		}
		break
	}
	return others, nil
}

// configOptions are those of the destination.
func (p *publication) configOptions(service bool) (host.Options, error) {
	t := p.destination
	address, err := url.Parse(string(t.Address))
	if err != nil {
		return host.Options{}, err
	}
	o := host.Options{Name: address.Hostname(), Port: address.Port(), Compressed: t.Compress}
	if service {
		return o, nil
	}
	o.Releases = t.Releases
	if usual := map[string]string{"http": "80", "https": "443"}; o.Port == usual[address.Scheme] {
		o.Port = ""
	}
	if path := strings.TrimRight(address.EscapedPath(), "/") + "/"; path != p.report.Prefix {
		return o, command.Fail("rules-other-path", p.report.Prefix, t.Address)
	}
	o.Root, err = p.configRoot()
	if o.Root == "" {
		o.Root, o.Example = exampleRoot, true
	}
	return o, err
}

// exampleRoot stands in a configuration for a folder that nobody named.
const exampleRoot = "/var/www/situs"

// configRoot is the destination's folder as the web server's machine names it, "" when
// nobody says.
func (p *publication) configRoot() (string, error) {
	switch p.destination.Kind() {
	case "folder":
		dir, err := p.folderOf(p.destination.Folder)
		if err != nil {
			return "", err
		}
		dir, err = filepath.Abs(dir)
		return filepath.ToSlash(dir), err
	case "sftp":
		if strings.HasPrefix(p.destination.SFTP.Path, "/") { // else it is below a home that we do not know
			return p.destination.SFTP.Path, nil
		}
	}
	return "", nil
}

// writeAll writes files into the site's folder: all of them, or none when one
// must be left alone.
func (p *publication) writeAll(files []host.ConfigFile) error {
	var same []bool
	for _, f := range files {
		is, err := compareOwn(f, filepath.Join(p.folders.Root, filepath.FromSlash(f.Path)))
		if err != nil {
			return err
		}
		same = append(same, is)
	}
	for i, f := range files {
		word := "wrote"
		switch {
		case same[i]:
			word = "unchanged-file"
		case p.c.Bool("dry-run"):
			word = "would-write"
		default:
			_, err := author.Put(p.folders.Root, f.Path, func([]byte) []byte { return f.Data })
			if err != nil {
				return err
			}
		}
		p.print(word, filepath.Join(p.folders.Root, filepath.FromSlash(f.Path)))
	}
	return nil
}

// compareOwn says whether a file lies there as it should be. It is an error when
// another does that is not, or no more, ours alone.
func compareOwn(f host.ConfigFile, name string) (same bool, err error) {
	info, err := os.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	var old []byte
	if err == nil && info.Mode().IsRegular() {
		old, err = os.ReadFile(name)
	}
	if err != nil {
		return false, err
	}
	switch host.OriginOf(old) {
	case host.Foreign:
		return false, command.Fail("config-foreign", name)
	case host.Edited:
		return false, command.Fail("config-edited", name)
	}
	return bytes.Equal(old, f.Data), nil
}
