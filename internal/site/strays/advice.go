package strays

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// This file says what to do with a file that nothing reads.

// onShelf advises about a file in the right folder that has the wrong name.
func (s *finder) onShelf(p diag.Problem, shelf, file string) diag.Problem {
	if strings.HasPrefix(shelf, "data/") {
		return s.record(p, shelf, file)
	}
	return s.text(p, file)
}

// record advises about a file in a folder of records that is none by its name.
func (s *finder) record(p diag.Problem, shelf, file string) diag.Problem {
	dir, base := path.Split(file)
	bare := strings.TrimSuffix(base, path.Ext(base))
	switch {
	case files.IsMarkdown(base):
		return s.textElsewhere(p, file)
	case dir != shelf && files.IsYAML(base):
		return s.move(p, file, shelf)
	case files.Ending(base) == ".txt" && files.IsYAML(bare):
		return s.rename(p, file, dir+value.Slugify(strings.TrimSuffix(bare, path.Ext(bare)))+".yaml")
	case files.IsYAML(base):
		return s.rename(p, file, dir+value.Slugify(bare)+".yaml")
	}
	return p
}

// text advises about a file in a folder of texts that is none by its name.
func (s *finder) text(p diag.Problem, file string) diag.Problem {
	dir, base := path.Split(file)
	bare := strings.TrimSuffix(base, path.Ext(base))
	switch txt := files.Ending(base) == ".txt"; {
	case strings.HasPrefix(base, "_index."):
		return p.WithHint("list-itself")
	case (txt || files.IsMarkdown(base)) && files.IsMarkdown(bare):
		return s.rename(p, file, dir+slugName(strings.TrimSuffix(bare, path.Ext(bare)))+".md")
	case files.IsMarkdown(base):
		return s.rename(p, file, dir+slugName(bare)+".md")
	case files.IsYAML(base) && singleMeant(strings.ToLower(bare)) != "":
		return s.datumElsewhere(p, file)
	case files.IsDocument(base):
		return s.saveAs(p, file, dir+slugName(bare)+".md")
	}
	return p
}

// saveAs advises to write what a file of another program holds as Markdown.
func (s *finder) saveAs(p diag.Problem, file, want string) diag.Problem {
	if s.taken(want, file) {
		return p.WithHint("text-kept", path.Base(want))
	}
	return p.WithHint("save-as-text", path.Base(s.free(file, want)))
}

// slugName makes a name an address, and leaves its language.
func slugName(name string) string {
	id, lang, ok := strings.Cut(name, ".")
	if !ok {
		return value.Slugify(name)
	}
	return value.Slugify(id) + "." + strings.ToLower(lang)
}

// rename advises to take a name, or another one when that is taken.
func (s *finder) rename(p diag.Problem, file, want string) diag.Problem {
	if free := s.free(file, want); free != want {
		return p.WithHint("rename-else", path.Base(want), path.Base(free))
	}
	return p.WithHint("rename", path.Base(want))
}

// free returns a path that no other file has or was advised to take: the wanted
// one, or one with a number.
func (s *finder) free(file, want string) string {
	free := want
	dir, base := path.Split(want)
	name, rest, _ := strings.Cut(base, ".")
	for n := 2; s.taken(free, file); n++ {
		free = dir + name + "-" + strconv.Itoa(n) + "." + rest
	}
	s.there[folded(free)] = append(s.there[folded(free)], "")
	return free
}

// move advises to move a file to a folder.
func (s *finder) move(p diag.Problem, file, folder string) diag.Problem {
	if base := path.Base(file); s.taken(folder+base, file) {
		return p.WithHint("move-into-taken", folder, base)
	}
	return p.WithHint("move-into", folder)
}

// loose advises about a file in content that is in no folder with a purpose.
func (s *finder) loose(p diag.Problem, file string) diag.Problem {
	switch {
	case files.IsYAML(file):
		return s.datumElsewhere(p, file)
	case files.IsMarkdown(file) || files.IsDocument(file):
		return p.WithHint("move-text")
	case files.IsImage(file):
		return p.WithHint("move-picture")
	}
	return p.WithHint("move-file-to", files.VerbatimFolder)
}

// datumElsewhere advises about a file of data that lies in content.
func (s *finder) datumElsewhere(p diag.Problem, file string) diag.Problem {
	if named := shelfNamed(path.Base(path.Dir(file))); named != nil && named.ending == ".yaml" {
		return s.move(p, file, named.folder)
	}
	switch want := singleMeant(bareName(file)); {
	case want == "":
		return p.WithHint("move-datum")
	case s.taken(want, file):
		return p.WithHint("merge-into", want)
	default:
		return p.WithHint("move-into", "data/")
	}
}

// textElsewhere advises about an article or page that lies in data.
func (s *finder) textElsewhere(p diag.Problem, file string) diag.Problem {
	if named := shelfNamed(path.Base(path.Dir(file))); named != nil && named.ending == ".md" {
		return s.move(p, file, named.folder)
	}
	return p.WithHint("move-text")
}

// datum advises about a file in data that is in no folder with a purpose.
func (s *finder) datum(p diag.Problem, file string) diag.Problem {
	dir, base := path.Split(file)
	if files.Ending(base) == ".txt" && files.IsYAML(bareName(base)) {
		base = bareName(base) // sources.yaml.txt
	}
	bare, end := bareName(base), files.Ending(base)
	bare = withoutCopyMark(bare)
	switch {
	case files.IsMarkdown(base):
		return s.textElsewhere(p, file)
	case dir != "data/":
		return p
	case end == ".geojson" || end == ".json" && slices.Contains(mapNames, bare):
		return s.single(p, file, site.MapFile)
	case !files.IsYAML(base):
		return p
	}
	if want := singleMeant(bare); want != "" {
		return s.single(p, file, want)
	}
	if want := singleNear(bare); want != "" {
		return s.single(p, file, want)
	}
	return p.WithHint("move-datum")
}

// single advises to give a file the one name at which it is read.
func (s *finder) single(p diag.Problem, file, want string) diag.Problem {
	switch {
	case !s.taken(want, file):
		return p.WithHint("rename", path.Base(want))
	case want == site.MapFile: // a map is no text that could be put together
		return p
	}
	return p.WithHint("merge-into", want)
}
