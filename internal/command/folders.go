package command

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v3"

	"blandongan/internal/build"
	"blandongan/templates"
)

// Folders are the site's folder and the output folder, and what builds from one
// into the other.
type Folders struct {
	Root    string
	Content fs.FS // what lies in Root
	Out     string
	Builder *build.Builder
	Close   func() error
}

// Use is what the output folder is opened for.
type Use int

const (
	Once     Use = iota // one build
	Held                // one build, and then other work with what was built
	Watched             // builds again and again, which the editors' desk looks at too
	Unused              // a look at what would be built
	Checked             // the same, which the editors' desk looks at too
	Compared            // a look at what would be built beside what was built before
)

// Open finds the folders that the flags name.
// What they build ends before its time when the context does.
func Open(ctx context.Context, c *cli.Command, u Use) (*Folders, error) {
	if err := baseURL(c.String("base-url")); err != nil {
		return nil, err
	}
	dir, err := FindRoot(c.String("root"))
	if err != nil {
		return nil, err
	}
	out := c.String("out")
	if out == "" {
		out = filepath.Join(dir, "public")
	}
	if err := CheckOut(dir, out); err != nil {
		return nil, err
	}
	root, err := build.OpenDir(dir)
	if err != nil {
		return nil, err
	}
	written, beside, past := out, "", ""
	switch u {
	case Unused:
		written = ""
	case Checked:
		written, past = "", out
	case Compared:
		written, beside = "", out
	}
	remembered := int64(0)
	if u != Unused && u != Compared && !c.Bool("fresh") {
		remembered = build.MemorySize(out)
	}
	floor := floorOf(remembered)
	if u == Watched {
		floor = max(floor, watchedAim)
	}
	tuneMemory(floor)
	b := build.New(build.Config{Root: root, Out: written, Beside: beside, Past: past, Templates: templates.FS,
		BaseURL: c.String("base-url"), Drafts: c.Bool("drafts"), Explain: c.Bool("explain"),
		Fresh: c.Bool("fresh"), Stop: ctx.Done(), Again: u == Watched, Hold: u == Held,
		Desk: u == Watched || u == Checked, Program: program()})
	return &Folders{dir, root, out, b, root.Close}, nil
}

// siteKeys are those that the file must have.
const siteKeys = `title: …, base_url: https://contoh.id/, language: id, publisher: {name: …}, ` +
	`contact: {email: redaksi@contoh.id}, licence: {name: …}, description: …`

// FindRoot returns the given folder, or the nearest upward from here that is a
// site's.
func FindRoot(given string) (string, error) { return FindRootFrom(given, "") }

// FindRootFrom is FindRoot; without a given folder it looks upward from another one, unless
// that is "".
func FindRootFrom(given, start string) (string, error) {
	if given != "" {
		switch info, err := os.Stat(given); {
		case errors.Is(err, fs.ErrNotExist):
			return "", Fail("no-folder", given)
		case err != nil:
			return "", Fail("folder-unreadable", given)
		case !info.IsDir():
			return "", Fail("not-a-folder", given)
		}
		return given, nil
	}
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for dir := cmp.Or(start, here); ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, build.SiteFile)); err == nil {
			if rel, err := filepath.Rel(here, dir); err == nil && !strings.HasPrefix(rel, "..") {
				return rel, nil
			}
			return dir, nil
		}
		if written := misspelt(dir); written != "" {
			return "", Fail("site-misspelt", filepath.Join(dir, written), build.SiteFile)
		}
		if dir == filepath.Dir(dir) {
			return "", Fail("no-site", build.SiteFile, siteKeys)
		}
	}
}

// OpenShown opens the site's folder that was given, else that which a shown folder is in, "" for
// the working directory. Its path is absolute.
func OpenShown(given, shown string) (string, fs.FS, error) {
	dir, err := FindRootFrom(given, shown)
	if err != nil {
		return "", nil, err
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return "", nil, err
	}
	root, err := build.OpenDir(dir)
	return dir, root, err
}

// Templates are the built-in ones.
func Templates() fs.FS { return templates.FS }

// misspelt returns the path in a folder that differs from the site's file by
// capitals or by its ending, "" when there is none.
func misspelt(dir string) string {
	data, name := filepath.Split(build.SiteFile)
	folder := like(dir, filepath.Clean(data))
	if folder == "" {
		return ""
	}
	for _, other := range []string{name, strings.TrimSuffix(name, ".yaml") + ".yml", name + ".txt"} {
		if file := like(filepath.Join(dir, folder), other); file != "" {
			return filepath.Join(folder, file)
		}
	}
	return ""
}

// like returns the entry of a folder that has a name, whatever its capitals.
func like(dir, name string) string {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if strings.EqualFold(e.Name(), name) {
			return e.Name()
		}
	}
	return ""
}

// CheckOut refuses an output folder in which what editors wrote could be lost
// or published, whatever links lead to it.
func CheckOut(root, out string) error {
	r, err := RealPath(root)
	if err != nil {
		return err
	}
	o, err := RealPath(out)
	if err != nil {
		return err
	}
	if Within(r, o) {
		return Fail("out-holds-site", out)
	}
	for _, folder := range build.Inputs() {
		f, err := RealPath(filepath.Join(r, folder))
		if err != nil { // a problem of its own, which the build finds
			continue
		}
		if Within(o, f) {
			return Fail("out-among-site", out)
		}
	}
	return nil
}

// RealPath returns a path without links; what of it does not exist yet is taken
// as it is written. A link that leads nowhere is an error: nobody knows where it
// will lead.
func RealPath(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if _, err := os.Lstat(abs); errors.Is(err, os.ErrNotExist) && abs != filepath.Dir(abs) {
		parent, err := RealPath(filepath.Dir(abs))
		return filepath.Join(parent, filepath.Base(abs)), err
	}
	path, err = filepath.EvalSymlinks(abs)
	if errors.Is(err, os.ErrNotExist) {
		return "", Fail("link-nowhere", abs)
	}
	return path, err
}

// Within says whether path is dir or lies below it.
func Within(path, dir string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

// baseURL accepts what can stand before every address of a site.
func baseURL(s string) error {
	if s != "" && !build.IsBaseURL(s) {
		return Fail("base-url", s)
	}
	return nil
}

// IsFolder says whether a path is that of a folder, or of a link to one.
func IsFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// Within returns the slash path of a file from the site's folder, as a problem would name
// it; that of a folder ends in a slash. The site's folder itself is "".
func (f *Folders) Within(file string) (string, error) {
	info, err := os.Stat(file)
	if err != nil {
		return "", Fail("check-no-file", file)
	}
	root, err := RealPath(f.Root)
	if err != nil {
		return "", err
	}
	at, err := RealPath(file)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(root, at)
	if err != nil || !filepath.IsLocal(rel) {
		return "", Fail("check-outside", file)
	}
	name := filepath.ToSlash(rel)
	if info.IsDir() {
		name += "/"
	}
	if name == "./" {
		return "", nil
	}
	return name, nil
}
