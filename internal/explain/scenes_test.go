package explain

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing/fstest"

	"blandongan/internal/diag"
	"blandongan/internal/lab/photo"
)

// scene is what an example needs besides text: pictures, what must be absent, what must be
// repeated; and what else its bad files bring about.
type scene struct {
	bad, good func(fstest.MapFS)
	also      []diag.Code
}

var scenes = map[diag.Code]scene{
	"areas-foreign": {bad: numbered("data/boundaries.geojson", foreign, 20), also: []diag.Code{"area-twin"}},
	"draft-linked":  {also: []diag.Code{"draft-unfilled"}},
	"draft-named":   {also: []diag.Code{"draft-unfilled"}},
	"draft-needed":  {also: []diag.Code{"draft-unfilled"}},
	"file-missing":  {bad: without("data/city.yaml"), also: []diag.Code{"file-unknown"}},
	"file-not-utf8": {bad: latin1("content/news/kafe.md")},
	"file-too-big":  {bad: repeated("content/news/laporan.md", 100_000)},
	"file-utf16":    {bad: written("content/news/keran-baru.md", "\xff\xfe-\x00-\x00-\x00\n\x00")},
	"image-cut": {
		bad:  written("content/news/foto.jpg", cut(jpeg)),
		good: written("content/news/foto.jpg", jpeg),
	},
	"image-damaged": {
		bad:  written("content/news/foto.png", damaged(png)),
		good: written("content/news/foto.png", png),
	},
	"image-ending": {
		bad:  written("content/news/foto.jpg", png),
		good: written("content/news/foto.png", png),
	},
	"image-huge": {
		bad:  written("content/news/denah.png", string(photo.Resized([]byte(png), 12_000, 12_000))),
		good: written("content/news/denah.png", png),
	},
	"image-moves": {
		bad:  written("content/news/air.gif", string(photo.Moving(40, 30))),
		good: written("content/news/air.jpg", jpeg),
	},
	"image-narrow": {
		bad:  written("content/news/kiriman.jpg", string(photo.JPEG(photo.Corners(200, 150)))),
		good: written("content/news/asli.jpg", jpeg),
	},
	"image-position": {
		bad:  written("content/files/kantor.jpg", string(photo.Taken([]byte(jpeg), 1))),
		good: written("content/files/kantor.jpg", jpeg),
	},
	"image-unreadable": {
		bad:  written("content/news/foto.heic", "x"),
		good: written("content/news/foto.jpg", jpeg),
	},
	"kecamatan-none": {bad: without("data/kecamatan", "data/programs", "data/visits", "content/news")},
	"map-limit":      {bad: numbered("data/boundaries.geojson", foreign, 2001)},
	"map-tangled": {
		bad:  longer("data/boundaries.geojson", "[0,0],[1,1],", 2000),
		also: []diag.Code{"map-elsewhere"},
	},
	"markdown-big":     {bad: repeated("content/news/daftar.md", 250_000)},
	"markdown-complex": {bad: longer("content/news/keran-baru.md", "*a b_ ", 60_000)},
	"markdown-wide":    {bad: longer("content/news/keran-baru.md", "|", 300)},
	"more-errors":      {bad: repeated("content/news/jadwal.md", 200), also: []diag.Code{"link-broken"}},
	"name-as-tag":      {also: []diag.Code{"tag-alone"}},
	"translation-own":  {also: []diag.Code{"article-unrelated"}},
	"yaml-many-keys":   {bad: numbered("data/programs/pohon.yaml", "pohon-1: Mata Air\n", 3000)},
	"more-warnings":    {bad: repeated("content/news/jadwal.md", 200), also: []diag.Code{"raw-html"}},
}

// foreign is an area of another city.
const foreign = `{"type": "Feature", "properties": {"code": "99.70.01"}, "geometry": {"type": "Polygon", ` +
	`"coordinates": [[[110.50, -6.30], [110.55, -6.30], [110.55, -6.25], [110.50, -6.30]]]}},` + "\n"

// What cameras and programs write.
var (
	jpeg = string(photo.JPEG(photo.Corners(600, 400)))
	png  = string(photo.PNG(photo.Corners(600, 400)))
)

// cut loses the end of a file.
func cut(data string) string { return data[:len(data)/2] }

// damaged changes a byte in the midst of a file.
func damaged(data string) string {
	b := []byte(data)
	b[len(b)/2] ^= 0x55
	return string(b)
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

// numbered writes a line of a file again and again, with other numbers in place of its 1.
func numbered(name, line string, times int) func(fstest.MapFS) {
	return func(site fstest.MapFS) {
		var b strings.Builder
		for i := range times {
			b.WriteString(strings.Replace(line, "1", strconv.Itoa(i), 1))
		}
		site[name] = &fstest.MapFile{Data: bytes.Replace(site[name].Data, []byte(line), []byte(b.String()), 1)}
	}
}

// latin1 saves a file as old editors did. On its page a U+FFFD stands for the é.
func latin1(name string) func(fstest.MapFS) {
	return func(site fstest.MapFS) {
		site[name] = &fstest.MapFile{Data: bytes.ReplaceAll(site[name].Data, []byte("\ufffd"), []byte{0xe9})}
	}
}
