// Package poster draws the posters of pages: what stands beside a link to a page where people
// share it, a roof with the page's title, a number or a map, and the name of the site
// below its eaves.
//
// In comes a Poster: plain texts, and a map as SVG paths. Out comes a PNG of 1200 by 630
// pixels. The room knows nothing of the site, reads no file, and remembers nothing that
// a poster changes.
//
// The same poster makes the same bytes on every machine: all is calculated in whole
// numbers, 64 to a pixel. That is why it has a rasterizer of its own: golang.org/x/image/vector
// bends curves, and fills what is wider than 512 pixels, in floating point, which machines
// round differently. For the same reason it packs its PNGs itself: compress/zlib promises no
// bytes, and another version of Go may write others.
//
// Its colours stand here and are no tokens of the style sheet: a picture has no dark scheme,
// and is printed by nobody. They are sixteen, for two pixels to a byte: that halves what is to
// be packed. Most posters are never drawn as a whole: all but their letters is packed once, and each
// letter once for all places where it may stand. A poster takes a twentieth of a millisecond.
package poster

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"eliasnaur.com/font/roboto/robotobold"
	"eliasnaur.com/font/roboto/robotoregular"
	"golang.org/x/image/font/sfnt"
)

// The size of every poster in pixels, as social networks want it.
const (
	Width  = 1200
	Height = 630
)

// Poster is all that is to be seen. What is empty is left out.
type Poster struct {
	// Kicker stands small above the title: what kind of page it is.
	Kicker string
	Title  string
	// Note stands below the title.
	Note string
	// Number stands large, Unit beside it: what is counted, and on a new line when.
	Number, Unit string
	// Map stands beside the texts; without one there is an ornament.
	Map *Map
	// Site and Publisher stand below the eaves.
	Site, Publisher string
}

// Map is a drawing of areas.
type Map struct {
	// Width and Height are its size, in the units of the paths.
	Width, Height int
	// Areas are SVG paths of lines and nothing else.
	Areas []string
	// Own is the position of the area that is told from the others, -1 for none.
	Own int
}

// version is a part of every digest: it rises when the same poster is drawn otherwise.
const version = "2"

// Digest stands for the bytes of the picture, in sixteen letters that may be part of a
// file's name. Unlike digests of package memo it is the same in every process.
func (c *Poster) Digest() string {
	b := add(make([]byte, 0, 512), version, c.Kicker, c.Title, c.Note, c.Number, c.Unit, c.Site, c.Publisher)
	if m := c.Map; m != nil {
		b = add(b, strconv.Itoa(m.Width), strconv.Itoa(m.Height), strconv.Itoa(m.Own))
		b = add(b, m.Areas...)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8])
}

// Text is what stands on the poster, for those who do not see it.
func (c *Poster) Text() string {
	var parts []string
	number := strings.TrimSpace(c.Number + " " + strings.ReplaceAll(c.Unit, "\n", ", "))
	for _, s := range []string{c.Kicker, c.Title, c.Note, number, c.Site} {
		if s != "" && !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " – ")
}

// add adds texts, each told from its neighbours.
func add(b []byte, texts ...string) []byte {
	for _, s := range texts {
		b = append(strconv.AppendInt(b, int64(len(s)), 10), ':')
		b = append(b, s...)
	}
	return b
}

// Painter draws posters. It is safe for concurrent use.
type Painter struct {
	bold, regular *sfnt.Font
	easels        sync.Pool // of *easel, between two posters
	gallery       *gallery
	mu            sync.Mutex
	language      *language
	grounds       map[groundKey]*ground
}

type groundKey struct {
	names
	ornamented bool
}

// NewPainter returns a painter. It reads the fonts, which takes a fraction of a
// millisecond.
func NewPainter() *Painter {
	p := &Painter{bold: parse(robotobold.TTF), regular: parse(robotoregular.TTF), gallery: &gallery{}}
	p.easels.New = func() any { return newEasel(p) }
	return p
}

// ground returns the ground for posters of some names, drawn on the easel if there is none yet.
func (p *Painter) ground(e *easel, n names, ornamented bool) *ground {
	p.mu.Lock()
	defer p.mu.Unlock()
	key := groundKey{n, ornamented}
	g := p.grounds[key]
	if g == nil {
		const most = 8
		if p.grounds == nil || len(p.grounds) == most {
			p.grounds = map[groundKey]*ground{}
		}
		if p.language == nil {
			p.language = e.learn()
		}
		g = newGround(e, p.language, n, ornamented)
		p.grounds[key] = g
	}
	return g
}

// easel is what drawing one poster takes. It is used again, for what lies on it is the
// same for all posters, or drawn over.
type easel struct {
	canvas
	finder
	sheet
	out           stream
	bold, regular *face
	ground        *ground // of the poster
	laid          *ground // what lies on the canvas
	gallery       *gallery
	form          form
	spans         []span
}

func newEasel(p *Painter) *easel {
	return &easel{canvas: newCanvas(), bold: newFace(p.bold), regular: newFace(p.regular), gallery: p.gallery}
}

// Draw writes the PNG of a poster. It fails only where w does.
func (p *Painter) Draw(w io.Writer, c *Poster) error {
	e := p.easels.Get().(*easel)
	defer p.easels.Put(e)
	e.draw(p, c)
	_, err := w.Write(e.encode(c.Digest()))
	return err
}
