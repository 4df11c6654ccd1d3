package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// article returns about n bytes of what an editor writes, with every construct in
// ordinary proportion.
func article(n int) []byte {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		fmt.Fprintf(&b, "## Bagian %d: pelayanan *terpadu*\n\n", i)
		for range 3 {
			b.WriteString("Warga dapat mengurus surat di [kantor kecamatan](kecamatan:contoh#layanan) mulai pukul\n" +
				"delapan pagi. Petugas **tidak memungut biaya**, dan hasilnya dikirim lewat surat elektronik;\n" +
				"lihat juga [panduan lengkap](https://example.org/panduan?a=1&b=2) yang diterbitkan tahun lalu.\n\n")
		}
		b.WriteString("- bawa kartu identitas\n- isi `formulir A`\n  - dua rangkap\n\n")
		b.WriteString("| layanan | lama | biaya |\n|---|--:|--:|\n| surat pindah | 1 hari | 0 |\n" +
			"| izin usaha | 3 hari | 0 |\n\n")
		fmt.Fprintf(&b, "> Kutipan warga[^%d] tentang pelayanan & antrean.\n\n![Loket pelayanan](loket.jpg)\n\n"+
			"[^%d]: Wawancara di loket.\n\n", i, i)
	}
	return []byte(b.String())
}

func plainGoldmark() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote, extension.TaskList,
			extension.Linkify),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()),
	)
}

// The two benchmarks are to be compared: the build's budget allows Parse a tenth
// more time than plain goldmark with the same extensions.

func BenchmarkParse(b *testing.B) {
	p := New(Options{Schemes: []string{"kecamatan"}})
	src := article(3 << 10)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(src)
	}
}

func BenchmarkPlainGoldmark(b *testing.B) {
	md := plainGoldmark()
	src := article(3 << 10)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := md.Convert(src, &out); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	doc, _ := New(Options{Schemes: []string{"kecamatan"}}).Parse(article(3 << 10))
	addr := make([]Address, len(doc.Links))
	for i := range addr {
		addr[i] = Address{URL: "/kecamatan/contoh/", Width: 640, Height: 480}
	}
	b.SetBytes(int64(len(doc.HTML)))
	b.ReportAllocs()
	for b.Loop() {
		doc.Render(addr, named)
	}
}
