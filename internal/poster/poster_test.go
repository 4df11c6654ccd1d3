package poster

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image/png"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
)

// samples are posters of all that is drawn, with the digest of their bytes.
var samples = []struct {
	name, digest string
	Poster
}{
	{"home", "8cecb1f9ca660fd2", Poster{
		Kicker: "Kota Contoh", Title: "Etalase Kota Contoh", Number: "1.463.607", Unit: "jiwa\nDesember 2024",
		Site: "Etalase Kota Contoh", Publisher: "Redaksi, situs independen", Map: &Map{400, 300, []string{
			"M0 0l200 0 0 150-200 0zM50 50l0 50 50 0 0-50z", "M200 0l200 0 0 300-200 0z",
			"M0 150l200 0-.5 150-199.5 0z",
		}, 1}}},
	{"article", "76220afa5f694790", Poster{
		Kicker: "Berita · 7 November 2017", Site: "Etalase Kota Contoh", Publisher: "Redaksi, situs independen",
		Title: "Wali kota São Paulo – “é bom” – belajar mengelola kecamatan, lalu pulang dengan tujuh catatan"}},
	{"note", "6820d64ee638b78c", Poster{Title: "Air", Note: "Berjalan, per 5 Februari 2025"}},
	{"nothing", "b38e3b4969a20097", Poster{}},
}

// The bytes are the same on every machine. Where the drawing was meant to change, version
// rises with it: pictures of the same address are kept by others for a year.
func TestBytes(t *testing.T) {
	p := NewPainter()
	for _, c := range samples {
		sum := sha256.Sum256(drawn(t, p, &c.Poster))
		if got := hex.EncodeToString(sum[:8]); got != c.digest {
			t.Errorf("%s has the digest %s, not %s: if this was meant, raise version", c.name, got, c.digest)
		}
	}
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

func BenchmarkDraw(b *testing.B) {
	p := NewPainter()
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := p.Draw(&out, &samples[1].Poster); err != nil {
			b.Fatal(err)
		}
	}
}
