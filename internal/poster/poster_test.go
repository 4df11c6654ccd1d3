package poster

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/png"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// samples are posters of all that is drawn, with the digests of their pixels and their bytes.
var samples = []struct {
	name, pixels, digest string
	Poster
}{
	{"home", "c78903307b4c5a42", "02b8dcc3512dbc2d", Poster{
		Kicker: "Kota Contoh", Title: "Etalase Kota Contoh", Number: "1.463.607", Unit: "jiwa\nDesember 2024",
		Site: "Etalase Kota Contoh", Publisher: "Redaksi, situs independen", Map: &Map{400, 300, []string{
			"M0 0l200 0 0 150-200 0zM50 50l0 50 50 0 0-50z", "M200 0l200 0 0 300-200 0z",
			"M0 150l200 0-.5 150-199.5 0z",
		}, 1}}},
	{"article", "c412e38b12af655c", "809fc6b73c3ebafe", Poster{
		Kicker: "Berita · 7 November 2017", Site: "Etalase Kota Contoh", Publisher: "Redaksi, situs independen",
		Title: "Wali kota São Paulo – “é bom” – belajar mengelola kecamatan, lalu pulang dengan tujuh catatan"}},
	{"note", "b9f995c43f969640", "a6f4e34e8f69dd1a", Poster{Title: "Air", Note: "Berjalan, per 5 Februari 2025"}},
	{"nothing", "629d48246231cb4f", "3e90ff295bf06c5b", Poster{}},
}

// The pixels are the same on every machine, and so are the bytes. Where the drawing was meant to change,
// version rises with it: pictures of the same address are kept by others for a year. The same pixels may be
// packed otherwise.
func TestBytes(t *testing.T) {
	p := NewPainter()
	for _, c := range samples {
		data := drawn(t, p, &c.Poster)
		sum := sha256.Sum256(pixels(t, data))
		if got := hex.EncodeToString(sum[:8]); got != c.pixels {
			t.Errorf("%s has pixels of the digest %s, not %s: if this was meant, raise version", c.name, got, c.pixels)
		}
		sum = sha256.Sum256(data)
		if got := hex.EncodeToString(sum[:8]); got != c.digest {
			t.Errorf("%s has the digest %s, not %s", c.name, got, c.digest)
		}
	}
}

// pixels are those of a PNG, as others read it.
func pixels(t *testing.T, data []byte) []byte {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return picture.(*image.Paletted).Pix
}

func drawn(t *testing.T, p *Painter, c *Poster) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := p.Draw(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What a painter drew before, or draws meanwhile, leaves no trace.
func TestPostersTogether(t *testing.T) {
	p := NewPainter()
	var wg sync.WaitGroup
	for range 3 {
		for _, c := range samples {
			wg.Go(func() {
				if !bytes.Equal(drawn(t, p, &c.Poster), drawn(t, NewPainter(), &c.Poster)) {
					t.Errorf("%s comes out otherwise beside others", c.name)
				}
			})
		}
	}
	wg.Wait()
}

// Letters that are laid beside each other, packed where they differ from the ground, come out as if all was
// drawn by their outlines on an empty canvas: whatever their order, size and place.
func TestPictures(t *testing.T) {
	n := 400
	if testing.Short() {
		n = 80
	}
	random := rand.New(rand.NewPCG(3, 4))
	pick := func(all []string) string { return all[random.IntN(len(all))] }
	words := strings.Fields("dan kecamatan Wali Kota kt rf fj AVATAR To LT Yo “Ya” Å Ấ Ǻg ÉÈ ij ff tt 2024 " +
		"1.463.607 — … · , " +
		"e\u0301e\u0308 \u0301a a\u0308\u0301 漢字 العربية \u200bx \u200b São ķ_ //\\ WWWWWW @@@ iiiiiiiiii " +
		"pertanggungjawaban Kesekretariatan-Jenderal/Keuangan jgpqy ÃÕÑ ½ ∑ ﬁ")
	text := func(most int) string {
		var b strings.Builder
		for range random.IntN(most + 1) {
			b.WriteString(pick(words) + pick([]string{" ", " ", " ", "", "-", "  "}))
		}
		return b.String()
	}
	p := NewPainter()
	pictured, traced := newEasel(p), newEasel(p)
	traced.gallery = nil
	set, touching := 0, 0
	for i := range n {
		c := Poster{Kicker: text(5), Title: text(12), Note: text(20), Site: "Etalase"}
		c.Publisher = pick([]string{"Redaksi", "Tim"})
		if i%4 == 0 {
			c.Number, c.Unit = pick([]string{text(2), "1.463.607", "12"}), text(3)+"\n"+text(3)
		}
		if i%40 == 0 {
			c.Map, c.Publisher = samples[0].Map, "Redaksi"
		}
		pictured.draw(p, &c)
		traced.draw(p, &c)
		if pictured.isSet {
			set++
			touching += len(pictured.touching)
		}
		if traced.isSet {
			t.Error("letters are pictures where there is no gallery")
		}
		data := slices.Clone(pictured.encode(c.Digest()))
		for _, got := range [][]byte{pixels(t, data), pixels(t, traced.encode(c.Digest()))} {
			for y := range Height {
				for x := range Width {
					if got[y*Width+x] != traced.rows[y*stride+1+x/2]>>(4-x%2*4)%16 {
						t.Fatalf("%+v: %d, %d is %d in the file", c, x, y, got[y*Width+x])
					}
				}
			}
		}
		if other := drawn(t, p, &c); !bytes.Equal(other, data) {
			t.Fatalf("%+v comes out otherwise on another easel", c)
		}
	}
	if set < n/2 || touching == 0 {
		t.Errorf("%d of %d are set of pictures, %d letters touch others", set, n, touching)
	}
}

// A picture is 1200 by 630, and small.
func TestSize(t *testing.T) {
	p := NewPainter()
	for _, c := range samples {
		data := drawn(t, p, &c.Poster)
		image, err := png.Decode(bytes.NewReader(data))
		if err != nil || image.Bounds().Max.X != Width || image.Bounds().Max.Y != Height || len(data) > 26_000 {
			t.Errorf("%s has %d bytes: %v", c.name, len(data), err)
		}
	}
}

// A file that was cut short, or in which a bit fell, is not whole.
func TestIntact(t *testing.T) {
	c := Poster{Title: "Air"}
	whole, digest := drawn(t, NewPainter(), &c), c.Digest()
	if !Intact(whole, digest) || Intact(whole, (&Poster{}).Digest()) {
		t.Error("a poster is not known for what it is")
	}
	for n := range whole {
		if Intact(whole[:n], digest) {
			t.Fatalf("%d of %d bytes are whole", n, len(whole))
		}
	}
	for n := 0; n < len(whole); n += 97 {
		broken := slices.Clone(whole)
		broken[n] ^= 4
		if Intact(broken, digest) {
			t.Fatalf("byte %d of %d may be any", n, len(whole))
		}
	}
	if Intact(append(whole, 0), digest) {
		t.Error("something follows")
	}
}

// Whatever editors write, there is a picture, and soon.
func TestHostile(t *testing.T) {
	p := NewPainter()
	for _, text := range []string{
		strings.Repeat("a", 100_000), strings.Repeat("a ", 100_000), "漢字 العربية", "\x00\xff\n\t", "e\u0301", "W",
		strings.Repeat("WWWW-", 30), strings.Repeat("\u202e", 5000),
	} {
		drawn(t, p, &Poster{text, text, text, text, text, nil, text, text})
		drawn(t, p, &Poster{text, text, text, text, text, &Map{Areas: []string{text}}, text, text})
	}
	for _, path := range []string{
		"", "M", "M0", "z", "M0 0", "M0 0z", "l1 1", "M-.-.", "Mx",
		"M999999999 999999999l-999999999-999999999 999999999 0z",
	} {
		drawn(t, p, &Poster{Map: &Map{1, 1, []string{path}, 0}})
		drawn(t, p, &Poster{Map: &Map{0, 1 << 20, []string{path}, -1}})
	}
}

func TestWrap(t *testing.T) {
	bold := newFace(NewPainter().bold)
	for _, c := range []struct {
		text       string
		wide, most int
		all        bool
		lines      []string
	}{
		{"", 500, 3, true, nil},
		{"satu", 500, 3, true, []string{"satu"}},
		{"  satu\n dua ", 500, 3, true, []string{"satu dua"}},
		{"satu dua tiga empat", 200, 3, true, []string{"satu dua", "tiga", "empat"}},
		{"satu dua tiga empat", 200, 2, false, []string{"satu dua", "tiga…"}},
		{"satu, dua tiga", 140, 1, false, []string{"satu…"}},
		{"takterpisahkan", 150, 2, false, []string{"takt…"}},
	} {
		lines, all := bold.phrase(c.text).wrap(50, c.wide, c.most)
		if !slices.Equal(lines, c.lines) || all != c.all {
			t.Errorf("%q in %d pixels is %q, %t; not %q, %t", c.text, c.wide, lines, all, c.lines, c.all)
		}
		for _, line := range lines {
			if w := bold.width(50, line); w > c.wide+1 { // for rounding
				t.Errorf("%q is %d pixels wide, not %d", line, w, c.wide)
			}
		}
	}
}

// Every letter of the names that a city may have is in both fonts.
func TestLetters(t *testing.T) {
	p := NewPainter()
	for _, r := range "AZaz09 éèêëñçāēīōūÅøßŁž’‘“”–—…·×²%°&@()[]/\\+-=!?.,;:'\"₫€£" {
		for _, f := range []*face{newFace(p.bold), newFace(p.regular)} {
			if f.letter(r).glyph == 0 {
				t.Errorf("no letter %q", r)
			}
		}
	}
}

// Each field counts in a digest, and is told from the next.
func TestDigest(t *testing.T) {
	seen := map[string]string{}
	note := func(what string, c Poster) {
		if other, taken := seen[c.Digest()]; taken {
			t.Errorf("%s has the digest of %s", what, other)
		}
		seen[c.Digest()] = what
	}
	note("nothing", Poster{})
	for i := range reflect.TypeFor[Poster]().NumField() {
		var c Poster
		if f := reflect.ValueOf(&c).Elem().Field(i); f.Kind() == reflect.String {
			f.SetString("x")
			note(reflect.TypeFor[Poster]().Field(i).Name, c)
		}
	}
	for _, m := range []Map{{}, {Width: 1}, {Height: 1}, {Areas: []string{"x"}}, {Areas: []string{"", "x"}}, {Own: 1}} {
		note("a map", Poster{Map: &m})
	}
	if a, b := (&Poster{Kicker: "ab"}), (&Poster{Kicker: "a", Title: "b"}); a.Digest() == b.Digest() {
		t.Error("fields run together")
	}
}

func TestText(t *testing.T) {
	c := Poster{Kicker: "A", Title: "B", Number: "1", Unit: "km²\n2020", Site: "B"}
	if got := c.Text(); got != "A – B – 1 km², 2020" {
		t.Errorf("the text is %q", got)
	}
}

func TestParsePath(t *testing.T) {
	for _, c := range []struct {
		path string
		want outline
	}{
		{"M1 2l3-4.5.5 6z", outline{{{10, 20}, {40, -25}, {45, 35}}}},
		{"M1,2 3,4zl1 1M-1.25 7", outline{{{10, 20}, {30, 40}, {20, 30}}, {{-12, 70}}}},
		{"m1 2 1 1C", outline{{{10, 20}, {20, 30}}}},
	} {
		if got := parsePath(c.path); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s is %v, not %v", c.path, got, c.want)
		}
	}
}

// Half a pixel is half covered, wherever its edge lies; a hole is a hole.
func TestCover(t *testing.T) {
	var c canvas
	covered := func(y int) []int32 {
		parts := make([]int32, c.width)
		c.runs(y, func(from, to int, part int32) {
			for x := range parts[from:to] {
				parts[from+x] = part
			}
		})
		return parts
	}
	c.begin(0, 0, 8, 8)
	c.evenOdd = true
	for _, box := range [][4]int{{32, 64, 256, 480}, {128, 128, 192, 192}} {
		c.move(point{box[0], box[1]})
		c.line(point{box[2], box[1]})
		c.line(point{box[2], box[3]})
		c.line(point{box[0], box[3]})
		c.close()
	}
	for y, want := range map[int][]int32{
		0: {0, 0, 0, 0, 0}, 1: {whole / 2, whole, whole, whole, 0}, 2: {whole / 2, whole, 0, whole, 0},
		7: {whole / 4, whole / 2, whole / 2, whole / 2, 0},
	} {
		if got := covered(y)[:5]; !slices.Equal(got, want) {
			t.Errorf("row %d is covered %v, not %v", y, got, want)
		}
	}
	c.begin(0, 0, 20, 20)
	c.disc(at(10, 10), 8*unit)
	total := 0
	for y := range 20 {
		for _, n := range covered(y) {
			total += int(n)
		}
	}
	if got := total * 100 / whole; got < 19900 || got > 20200 { // 64π is 201.06
		t.Errorf("a disc of 8 pixels covers %d hundredths of one", got)
	}
}

// BenchmarkDraw draws posters of articles as a site has them, each with another title, and reports how many
// bytes one has.
func BenchmarkDraw(b *testing.B) {
	words := strings.Fields("warga kepala dinas membuka taman perpustakaan pelayanan program hasil bersama kecamatan " +
		"pemerintah anggaran retribusi sampah pasar koperasi pemuda Kunjungan Wali Kota Serikat laporan")
	random := rand.New(rand.NewPCG(1, 1))
	posters := make([]Poster, 1000)
	for i := range posters {
		var title []string
		for range 4 + random.IntN(4) {
			title = append(title, words[random.IntN(len(words))])
		}
		posters[i] = Poster{
			Kicker: "Berita · " + strconv.Itoa(1+i%30) + " Juli " + strconv.Itoa(2010+i%15),
			Title:  strings.Join(title, " "), Site: "Etalase", Publisher: "Redaksi",
		}
	}
	p := NewPainter()
	var out bytes.Buffer
	size, n := 0, 0
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := p.Draw(&out, &posters[n%len(posters)]); err != nil {
			b.Fatal(err)
		}
		size, n = size+out.Len(), n+1
	}
	b.ReportMetric(float64(size)/float64(n), "bytes/poster")
}
