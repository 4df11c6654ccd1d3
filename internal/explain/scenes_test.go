package explain

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing/fstest"

	"blandongan/internal/diag"
)

// scene is what an example needs besides text: pictures, what must be absent, what must be
// repeated; and what else its bad files bring about.
type scene struct {
	bad, good func(fstest.MapFS)
	also      []diag.Code
}

var scenes = map[diag.Code]scene{
	"file-missing":     {bad: without("data/city.yaml"), also: []diag.Code{"file-unknown"}},
	"file-not-utf8":    {bad: latin1("content/news/kafe.md")},
	"file-too-big":     {bad: repeated("content/news/laporan.md", 100_000)},
	"file-utf16":       {bad: written("content/news/keran-baru.md", "\xff\xfe-\x00-\x00-\x00\n\x00")},
	"kecamatan-none":   {bad: without("data/kecamatan", "data/programs", "data/visits", "content/news")},
	"markdown-big":     {bad: repeated("content/news/daftar.md", 250_000)},
	"markdown-complex": {bad: longer("content/news/keran-baru.md", "*a b_ ", 60_000)},
	"markdown-wide":    {bad: longer("content/news/keran-baru.md", "|", 300)},
	"more-errors":      {bad: repeated("content/news/jadwal.md", 200), also: []diag.Code{"link-broken"}},
	"yaml-many-keys":   {bad: numbered("data/programs/pohon.yaml", 3000)},
	"more-warnings":    {bad: repeated("content/news/jadwal.md", 200), also: []diag.Code{"raw-html"}},
}

// without takes files away, or all below a folder.
func without(names ...string) func(fstest.MapFS) {
	return func(site fstest.MapFS) {
		maps.DeleteFunc(site, func(file string, _ *fstest.MapFile) bool {
			return slices.ContainsFunc(names, func(name string) bool {
				return file == name || strings.HasPrefix(file, name+"/")
			})
		})
	}
}

// written gives a file other bytes, which a page cannot show.
func written(name, data string) func(fstest.MapFS) {
	return func(site fstest.MapFS) { site[name] = &fstest.MapFile{Data: []byte(data)} }
}

// repeated writes the last line of a file again and again.
func repeated(name string, times int) func(fstest.MapFS) {
	return func(site fstest.MapFS) {
		text := string(site[name].Data)
		last := text[strings.LastIndex(strings.TrimRight(text, "\n"), "\n")+1:]
		site[name] = &fstest.MapFile{Data: []byte(text + strings.Repeat(last, times))}
	}
}

// longer writes words of a file again and again, wherever they stand.
func longer(name, words string, times int) func(fstest.MapFS) {
	return func(site fstest.MapFS) {
		text := strings.ReplaceAll(string(site[name].Data), words, strings.Repeat(words, times))
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
}

// numbered writes the only line of a file again and again, with other numbers in place of its 1.
func numbered(name string, times int) func(fstest.MapFS) {
	return func(site fstest.MapFS) {
		var b strings.Builder
		for i := range times {
			b.WriteString(strings.Replace(string(site[name].Data), "1", strconv.Itoa(i), 1))
		}
		site[name] = &fstest.MapFile{Data: []byte(b.String())}
	}
}

// latin1 saves a file as old editors did. On its page a U+FFFD stands for the é.
func latin1(name string) func(fstest.MapFS) {
	return func(site fstest.MapFS) {
		site[name] = &fstest.MapFile{Data: bytes.ReplaceAll(site[name].Data, []byte("\ufffd"), []byte{0xe9})}
	}
}
