package site

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/site/value"
)

// shelf is a folder in which files are read, and what people call it instead.
type shelf struct {
	place string
	names []string
}

// shelves are the folders below data and content.
var shelves = []shelf{
	{"content/news/", []string{"berita", "kabar", "warta", "artikel", "article", "articles", "post", "posts", "_posts", "blog", "new"}},
	{"content/pages/", []string{"page", "halaman", "laman"}},
	{files.Verbatim, []string{"file", "berkas", "static", "unduhan", "lampiran", "download", "downloads", "aset", "assets"}},
	{"data/kecamatan/", []string{"kecamatans", "district", "districts", "kec"}},
	{"data/programs/", []string{"program", "programme", "programmes"}},
	{"data/visits/", []string{"visit", "kunjungan"}},
	{"data/adoptions/", []string{"adoption", "adopsi", "replikasi"}},
}

// shelfMeant returns the folder that is meant by another below the same one,
// given with its slash; "" when nobody can tell.
func shelfMeant(folder string) string {
	top, name, _ := strings.Cut(strings.TrimSuffix(folder, "/"), "/")
	name = strings.ToLower(strings.TrimSpace(name))
	var right []string
	for _, s := range shelves {
		rest, here := strings.CutPrefix(s.place, top+"/")
		if !here {
			continue
		}
		if slices.Contains(s.names, name) {
			return s.place
		}
		right = append(right, strings.TrimSuffix(rest, "/"))
	}
	if near := diag.Nearest(name, right); near != "" {
		return top + "/" + near + "/"
	}
	return ""
}

// Strays tells of files at places that nothing uses, each with what is most likely
// meant; of a folder of them once. missed are the folders whose files should have
// been read: of what they may hold, nobody can say that it does not exist.
func Strays(files []files.File) (problems diag.List, missed []string) {
	s := strays{there: map[string][]string{}, folders: map[string][]string{}}
	var list []string
	for _, f := range files {
		if RoleOf(f.Name) == Stray && !f.Broken {
			list = append(list, f.Path)
		}
	}
	if len(list) == 0 {
		return nil, nil
	}
	for _, f := range files {
		s.there[folded(f.Name)] = append(s.there[folded(f.Name)], f.Path)
	}
	for _, file := range list {
		s.tell(file)
	}
	for folder, lost := range s.folders {
		s.tellFolder(folder, lost)
		missed = append(missed, shelfMeant(folder))
	}
	slices.Sort(missed)
	return s.problems, slices.Compact(missed)
}

type strays struct {
	there    map[string][]string // folded path → paths; "" is one that was advised
	folders  map[string][]string // a misspelt folder → what lies below it
	problems diag.List
}

func folded(file string) string { return strings.ToLower(file) }

func (s *strays) say(p diag.Problem) { s.problems = append(s.problems, p) }

// taken says whether another file has a path, or would where capitals are not told
// from small letters.
func (s *strays) taken(want, but string) bool {
	return slices.ContainsFunc(s.there[folded(want)], func(p string) bool { return p != but })
}

func (s *strays) holds(folder string) bool {
	for file := range s.there {
		if strings.HasPrefix(file, folded(folder)) {
			return true
		}
	}
	return false
}

// tell tells of one file, or notes it for its folder.
func (s *strays) tell(file string) {
	parts := strings.SplitAfter(file, "/")
	p := diag.At(diag.Place{File: file}, "file-unknown")
	if len(parts) > 2 {
		folder := parts[0] + parts[1]
		known := slices.ContainsFunc(shelves, func(s shelf) bool { return s.place == folder })
		switch meant := shelfMeant(folder); {
		case known && isConfig(path.Base(file)):
			s.say(diag.At(diag.Place{File: file}, "file-private", diag.Word("private-config")).WithHint("private-secret"))
			return
		case known:
			s.say(s.onShelf(p, folder, file))
			return
		case meant != "":
			s.folders[folder] = append(s.folders[folder], file)
			return
		}
	}
	if parts[0] == "content/" {
		s.say(s.loose(p, file))
	} else {
		s.say(s.datum(p, file))
	}
}

// tellFolder tells of a misspelt folder.
func (s *strays) tellFolder(folder string, lost []string) {
	meant := shelfMeant(folder)
	p := diag.At(diag.Place{File: folder}, "folder-unknown", diag.Count(len(lost)))
	if !s.holds(meant) || folded(meant) == folded(folder) && !s.spelt(meant) {
		s.say(p.WithHint("rename-folder", path.Base(meant)))
		return
	}
	var taken []string
	for _, file := range lost {
		if to := meant + strings.TrimPrefix(file, folder); s.taken(to, file) {
			taken = append(taken, path.Base(to))
		}
	}
	if len(taken) > 0 {
		slices.Sort(taken)
		s.say(p.WithHint("move-into-taken", meant, strings.Join(taken[:min(len(taken), 5)], ", ")))
		return
	}
	s.say(p.WithHint("move-into", meant))
}

// spelt says whether a folder is there that is spelt just so.
func (s *strays) spelt(folder string) bool {
	for _, paths := range s.there {
		if slices.ContainsFunc(paths, func(p string) bool { return strings.HasPrefix(p, folder) }) {
			return true
		}
	}
	return false
}

// texts are the endings of what people write texts with: beside articles such a file is
// an article by another name, not one to link to.
var texts = []string{".txt", ".docx", ".doc", ".odt", ".rtf", ".pages", ".wps", ".yaml", ".yml"}

// markdowns are other endings of Markdown, small.
var markdowns = []string{".md", ".markdown", ".mdown", ".mkd", ".mdwn"}

// onShelf advises about a file in the right folder that has the wrong name.
func (s *strays) onShelf(p diag.Problem, shelf, file string) diag.Problem {
	dir, base := path.Split(file)
	end := ending(base)
	bare := strings.TrimSuffix(base, path.Ext(base))
	if strings.HasPrefix(shelf, "data/") {
		switch {
		case slices.Contains(markdowns, end):
			return s.textElsewhere(p, file)
		case dir != shelf && (end == ".yaml" || end == ".yml"):
			return s.move(p, file, shelf)
		case end == ".txt" && (ending(bare) == ".yaml" || ending(bare) == ".yml"):
			return s.rename(p, file, dir+strings.TrimSuffix(bare, path.Ext(bare))+".yaml")
		case end == ".yaml" || end == ".yml":
			return s.rename(p, file, dir+bare+".yaml")
		}
		return p
	}
	switch {
	case strings.HasPrefix(base, "_index."):
		return p.WithHint("list-itself")
	case slices.Contains(markdowns, end) && slices.Contains(markdowns, ending(bare)):
		return s.rename(p, file, dir+slugName(strings.TrimSuffix(bare, path.Ext(bare)))+".md")
	case slices.Contains(markdowns, end):
		return s.rename(p, file, dir+slugName(bare)+".md")
	case end == ".txt" && slices.Contains(markdowns, ending(bare)):
		return s.rename(p, file, dir+slugName(strings.TrimSuffix(bare, path.Ext(bare)))+".md")
	case (end == ".yaml" || end == ".yml") && singleMeant(strings.ToLower(bare)) != "":
		return s.datumElsewhere(p, file)
	case slices.Contains(texts, end):
		return s.saveAs(p, file, dir+slugName(bare)+".md")
	}
	return p
}

// saveAs advises to write what a file of another program holds as Markdown.
func (s *strays) saveAs(p diag.Problem, file, want string) diag.Problem {
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
func (s *strays) rename(p diag.Problem, file, want string) diag.Problem {
	if free := s.free(file, want); free != want {
		return p.WithHint("rename-else", path.Base(want), path.Base(free))
	}
	return p.WithHint("rename", path.Base(want))
}

// free returns a path that no other file has or was advised to take: the wanted
// one, or one with a number.
func (s *strays) free(file, want string) string {
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
func (s *strays) move(p diag.Problem, file, folder string) diag.Problem {
	if base := path.Base(file); s.taken(folder+base, file) {
		return p.WithHint("move-into-taken", folder, base)
	}
	return p.WithHint("move-into", folder)
}

// loose advises about a file in content that is in no folder with a purpose.
func (s *strays) loose(p diag.Problem, file string) diag.Problem {
	end := ending(file)
	switch {
	case end == ".yaml" || end == ".yml":
		return s.datumElsewhere(p, file)
	case slices.Contains(markdowns, end) || slices.Contains(texts, end):
		return p.WithHint("move-text")
	case files.IsImage(file):
		return p.WithHint("move-picture")
	}
	return p.WithHint("move-file-to", files.Verbatim)
}

// datumElsewhere advises about a file of data that lies in content.
func (s *strays) datumElsewhere(p diag.Problem, file string) diag.Problem {
	bare := strings.ToLower(strings.TrimSuffix(path.Base(file), path.Ext(file)))
	if place, end := shelfNamed(path.Base(path.Dir(file))); end == ".yaml" {
		return s.move(p, file, place)
	}
	switch want := singleMeant(bare); {
	case want == "":
		return p.WithHint("move-datum")
	case s.taken(want, file):
		return p.WithHint("merge-into", want)
	default:
		return p.WithHint("move-into", "data/")
	}
}

// textElsewhere advises about an article or page that lies in data.
func (s *strays) textElsewhere(p diag.Problem, file string) diag.Problem {
	if place, end := shelfNamed(path.Base(path.Dir(file))); end == ".md" {
		return s.move(p, file, place)
	}
	return p.WithHint("move-text")
}

// mapNames are what a .json with the map may be called before its name is right.
var mapNames = []string{"boundaries", "boundary", "batas", "peta", "map", "kecamatan"}

// singles are the files right in data, and what people call them instead.
var singles = map[string][]string{
	"site": {"situs", "config", "konfigurasi"}, "city": {"kota", "cities", "kabupaten"}, "indicators": {"indicator", "indikator"},
	"sources": {"source", "sumber"}, "publish": {"publikasi", "terbit"}, "words": {"word", "kata"},
}

// singleMeant returns the file right in data for which a name without its ending, in
// small letters, stands; "" when nobody can tell.
func singleMeant(bare string) string {
	for name, others := range singles {
		if name == bare || slices.Contains(others, bare) {
			return "data/" + name + ".yaml"
		}
	}
	return ""
}

// datum advises about a file in data that is in no folder with a purpose.
func (s *strays) datum(p diag.Problem, file string) diag.Problem {
	dir, base := path.Split(file)
	end := ending(base)
	bare := strings.ToLower(strings.TrimSuffix(base, path.Ext(base)))
	if end == ".txt" && (ending(bare) == ".yaml" || ending(bare) == ".yml") {
		bare, end = strings.TrimSuffix(bare, path.Ext(bare)), ".yaml"
	}
	bare = withoutCopyMark(bare)
	switch {
	case slices.Contains(markdowns, end):
		return s.textElsewhere(p, file)
	case dir != "data/":
		return p
	case end == ".geojson" || end == ".json" && slices.Contains(mapNames, bare):
		return s.single(p, file, MapFile)
	case end != ".yaml" && end != ".yml":
		return p
	}
	if want := singleMeant(bare); want != "" {
		return s.single(p, file, want)
	}
	if near := diag.Nearest(bare, []string{"site", "city", "indicators", "sources", "publish", "words"}); near != "" {
		return s.single(p, file, "data/"+near+".yaml")
	}
	return p.WithHint("move-datum")
}

// withoutCopyMark returns the name of the file that a name like "sources (1)" or
// "sources - copy" is a copy of.
func withoutCopyMark(bare string) string {
	for _, mark := range []string{" (", " - copy", " - salinan", " copy", " salinan", "_copy", "-copy"} {
		if i := strings.Index(bare, mark); i > 0 {
			return bare[:i]
		}
	}
	return bare
}

// single advises to give a file the one name at which it is read.
func (s *strays) single(p diag.Problem, file, want string) diag.Problem {
	switch {
	case !s.taken(want, file):
		return p.WithHint("rename", path.Base(want))
	case want == MapFile: // a map is no text that could be put together
		return p
	}
	return p.WithHint("merge-into", want)
}
