package explain

import (
	"bytes"
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
	"file-missing":   {bad: without("data/city.yaml"), also: []diag.Code{"file-unknown"}},
	"file-not-utf8":  {bad: latin1("content/news/kafe.md")},
	"file-too-big":   {bad: repeated("content/news/laporan.md", 100_000)},
	"file-utf16":     {bad: written("content/news/keran-baru.md", "\xff\xfe-\x00-\x00-\x00\n\x00")},
	"more-errors":    {bad: repeated("content/news/jadwal.md", 200), also: []diag.Code{"link-broken"}},
	"yaml-many-keys": {bad: numbered("data/programs/pohon.yaml", 3000)},
	"more-warnings":  {bad: repeated("content/news/jadwal.md", 200), also: []diag.Code{"raw-html"}},
}

// without takes a file away.
func without(name string) func(fstest.MapFS) {
	return func(site fstest.MapFS) { delete(site, name) }
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
