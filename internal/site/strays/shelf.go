package strays

import (
	"path"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/site"
)

// shelf is a folder in which files are read, and what people call it instead.
type shelf struct {
	folder string
	ending string // of what is read there, "" where that is all
	names  []string
}

// shelves are the folders below data and content.
var shelves = []shelf{
	{site.PathOfKind(site.KindNews), ".md", []string{"berita", "kabar", "warta", "artikel", "article", "articles",
		"post", "posts", "_posts", "blog", "new"}},
	{site.PathOfKind(site.KindPage), ".md", []string{"page", "halaman", "laman"}},
	{files.VerbatimFolder, "", []string{"file", "berkas", "static", "unduhan", "lampiran", "download", "downloads",
		"aset", "assets"}},
	{site.PathOfKind(site.KindKecamatan), ".yaml", []string{"kecamatans", "district", "districts", "kec"}},
	{site.PathOfKind(site.KindProgram), ".yaml", []string{"program", "programme", "programmes"}},
	{site.PathOfKind(site.KindVisit), ".yaml", []string{"visit", "kunjungan"}},
	{site.PathOfKind(site.KindAdoption), ".yaml", []string{"adoption", "adopsi", "replikasi"}},
}

// shelfMeant returns the folder that is meant by another below the same one,
// given with its slash; "" when nobody can tell.
func shelfMeant(folder string) string {
	top, name, _ := strings.Cut(strings.TrimSuffix(folder, "/"), "/")
	name = strings.ToLower(strings.TrimSpace(name))
	var right []string
	for _, s := range shelves {
		rest, here := strings.CutPrefix(s.folder, top+"/")
		if !here {
			continue
		}
		if slices.Contains(s.names, name) {
			return s.folder
		}
		right = append(right, strings.TrimSuffix(rest, "/"))
	}
	if near := diag.Nearest(name, right); near != "" && !slices.Contains(forPictures, name) {
		return top + "/" + near + "/"
	}
	return ""
}

// forPictures are names of folders that other programs keep pictures in, and that look like a slip of another.
var forPictures = []string{"images", "image"}

// shelfNamed returns the folder of records that another folder is named for; nil when
// there is none.
func shelfNamed(folder string) *shelf {
	name := strings.ToLower(strings.TrimSpace(folder))
	for i := range shelves {
		if s := &shelves[i]; s.ending != "" && (path.Base(s.folder) == name || slices.Contains(s.names, name)) {
			return s
		}
	}
	return nil
}

// single is a file right in data, and what people call it instead.
type single struct {
	file  string
	names []string
}

var singles = []single{
	{site.ConfigFile, []string{"situs", "config", "konfigurasi"}},
	{site.PathOfKind(site.KindCity), []string{"kota", "cities", "kabupaten"}},
	{site.PathOfKind(site.KindIndicator), []string{"indicator", "indikator"}},
	{site.PathOfKind(site.KindSource), []string{"source", "sumber"}},
	{site.PathOfKind(site.KindPublish), []string{"publikasi", "terbit"}},
	{site.PathOfKind(site.KindWords), []string{"word", "kata"}},
	{site.PathOfKind(site.KindDesk), []string{"meja", "redaksi", "periksa"}},
	{site.PathOfKind(site.KindRegion), []string{"region", "daerah", "wilayah"}},
}

// bare is the file's name without its folder and ending.
func (s single) bare() string { return bareName(s.file) }

// singleMeant returns the file right in data for which a name without its ending, in
// small letters, stands; "" when nobody can tell.
func singleMeant(bare string) string {
	for _, s := range singles {
		if s.bare() == bare || slices.Contains(s.names, bare) {
			return s.file
		}
	}
	return ""
}

// singleNear returns the file right in data whose name is like another; "" when none is.
func singleNear(bare string) string {
	var names []string
	for _, s := range singles {
		names = append(names, s.bare())
	}
	if near := diag.Nearest(bare, names); near != "" {
		return singleMeant(near)
	}
	return ""
}

// mapNames are what a .json with the map may be called before its name is right.
var mapNames = []string{"boundaries", "boundary", "batas", "peta", "map", "kecamatan"}

// bareName is a file's name without its folder and ending, in small letters.
func bareName(file string) string {
	return strings.ToLower(strings.TrimSuffix(path.Base(file), path.Ext(file)))
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
