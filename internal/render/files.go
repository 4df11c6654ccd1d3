package render

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/memo"
)

// Files are the templates and assets as they were read.
type Files struct {
	text map[string][]byte
	// own are the site's own that no built-in one has the name of, also those that are
	// neither template nor asset; over are those that stand for a built-in one.
	own, over []string
}

// Read reads the templates: built-in ones, and over them, file by file, the
// site's own, which lie in root at the paths given.
func Read(builtin, root fs.FS, own []string) (Files, diag.List) {
	l := loader{files: map[string][]byte{}}
	l.readBuiltin(builtin)
	known := maps.Clone(l.files)
	var added, over []string
	for _, file := range own {
		name := strings.TrimPrefix(file, Folder+"/")
		if isTemplate(name) || isAsset(name) {
			l.read(root, file, name)
		}
		if known[name] == nil {
			added = append(added, name)
		} else {
			over = append(over, name)
		}
	}
	return Files{l.files, added, over}, l.problems
}

// Digest is that of all names and texts.
func (f Files) Digest() memo.Digest {
	var h memo.Hash
	for _, name := range slices.Sorted(maps.Keys(f.text)) {
		h.Text(name)
		h.Digest(memo.Of(f.text[name]))
	}
	h.Texts(f.own)
	h.Texts(f.over)
	return h.Sum()
}

// Differ returns the names of the files that are other in f than in g, from the
// site's root.
func (f Files) Differ(g Files) []string {
	var names []string
	for name, text := range f.text {
		if old, known := g.text[name]; !known || !bytes.Equal(old, text) {
			names = append(names, path.Join(Folder, name))
		}
	}
	for name := range g.text {
		if _, still := f.text[name]; !still {
			names = append(names, path.Join(Folder, name))
		}
	}
	slices.Sort(names)
	return names
}

type loader struct {
	theme    *Theme
	files    map[string][]byte
	problems diag.List
}

func (l *loader) readBuiltin(fsys fs.FS) {
	_ = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error { // they are in the program
		if err == nil && !d.IsDir() && (isTemplate(name) || isAsset(name)) {
			l.read(fsys, name, name)
		}
		return err
	})
}

func (l *loader) read(fsys fs.FS, file, name string) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		at := diag.Place{File: path.Join(Folder, name)}
		l.problems = append(l.problems, diag.At(at, "file-unreadable", diag.Reason(err)))
		return
	}
	l.keep(name, data)
}

// keep takes a file that was read. Text that is not UTF-8 would become garbage on
// every page.
func (l *loader) keep(name string, data []byte) {
	if isTemplate(name) || slices.Contains([]string{".css", ".js", ".svg"}, path.Ext(name)) {
		text, problems := files.Clean(path.Join(Folder, name), data)
		l.problems = append(l.problems, problems...)
		if problems != nil {
			return
		}
		if isTemplate(name) || name == assetFolder+tokensFile {
			data = text // a byte order mark would stand in the middle of a page or style sheet
		}
	}
	l.files[name] = data
}

func isAsset(name string) bool { return strings.HasPrefix(name, assetFolder) }

func isTemplate(name string) bool { return path.Ext(name) == ".html" && !isAsset(name) }

// assetFolder holds the assets, below Folder.
const assetFolder = "assets/"
