package templates_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"testing"
)

// Browsers print PDFs of two sorts: Chromium writes its objects plainly, Firefox packs
// most of them into streams.
var (
	object  = regexp.MustCompile(`(?s)(?:^|[\r\n])(\d+) 0 obj\b(.*?)(?:\bstream\r?\n|\bendobj\b)`)
	packed  = regexp.MustCompile(`/Type\s*/ObjStm\b`)
	isPage  = regexp.MustCompile(`/Type\s*/Page\b`)
	kids    = regexp.MustCompile(`(?s)/Kids\s*\[(.*?)\]`)
	annots  = regexp.MustCompile(`(?s)/Annots\s*(?:\[(.*?)\]|(\d+) 0 R)`)
	ref     = regexp.MustCompile(`(\d+) 0 R`)
	root    = regexp.MustCompile(`/Type\s*/Catalog\b`)
	tree    = regexp.MustCompile(`/Pages\s+(\d+) 0 R`)
	box     = regexp.MustCompile(`/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]`)
	rect    = regexp.MustCompile(`/Rect\s*\[\s*([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s*\]`)
	address = regexp.MustCompile(`/URI\s*\((?:mark:|http://mark/)(\d+)`)
)

// paper is a PDF: its sheets, and where on them the links mark:0, mark:1 and so on stand.
type paper struct {
	sheets int
	marks  map[int]spot
	lines  []line
}

// line is one line of a mark.
type line struct {
	mark, sheet              int
	left, right, bottom, top float64
}

// over tells whether a good part of two lines is in the same place.
func (a line) over(b line) bool {
	wide, high := min(a.right, b.right)-max(a.left, b.left), min(a.top, b.top)-max(a.bottom, b.bottom)
	return a.mark != b.mark && a.sheet == b.sheet && wide > 3 && high > min(a.top-a.bottom, b.top-b.bottom)/2
}

// spot is the first place of a mark: its sheet, how far above the sheet's lower edge its
// upper one is, and how high it is, in points.
type spot struct {
	sheet     int
	top, high float64
}

// read reads a PDF, all sheets of which must be A4.
func read(t *testing.T, pdf []byte) paper {
	t.Helper()
	objects := unpack(t, pdf)
	p := paper{marks: map[int]spot{}}
	var walk func(id string)
	walk = func(id string) {
		body := objects[id]
		if m := kids.FindSubmatch(body); m != nil {
			for _, kid := range ref.FindAllSubmatch(m[1], -1) {
				walk(string(kid[1]))
			}
			return
		}
		if !isPage.Match(body) {
			t.Errorf("object %s is no page: %.80q", id, body)
			return
		}
		p.sheets++
		isA4(t, body)
		if m := annots.FindSubmatch(body); m != nil {
			list := m[1]
			if m[2] != nil {
				list = objects[string(m[2])]
			}
			for _, each := range ref.FindAllSubmatch(list, -1) {
				p.mark(t, objects[string(each[1])])
			}
		}
	}
	for _, body := range objects {
		if root.Match(body) {
			walk(string(tree.FindSubmatch(body)[1]))
		}
	}
	if p.sheets == 0 {
		t.Error("a PDF without sheets")
	}
	return p
}

// mark notes where a link stands, when it is one of ours.
func (p *paper) mark(t *testing.T, link []byte) {
	t.Helper()
	name, at := address.FindSubmatch(link), rect.FindSubmatch(link)
	if name == nil || at == nil {
		return
	}
	x, y, u, v := points(t, at[1]), points(t, at[2]), points(t, at[3]), points(t, at[4])
	l := line{int(points(t, name[1])), p.sheets, min(x, u), max(x, u), min(y, v), max(y, v)}
	here := spot{p.sheets, l.top, l.top - l.bottom}
	const sliver = 2 // is what Chromium leaves of a line that went to the next sheet
	if here.high <= sliver {
		return
	}
	p.lines = append(p.lines, l)
	if was, known := p.marks[l.mark]; !known || was.sheet == here.sheet && was.top < here.top {
		p.marks[l.mark] = here
	}
}

// unpack returns the objects of a PDF by number, without what is in their streams.
func unpack(t *testing.T, pdf []byte) map[string][]byte {
	t.Helper()
	objects := map[string][]byte{}
	for _, at := range object.FindAllSubmatchIndex(pdf, -1) {
		body := pdf[at[4]:at[5]]
		objects[string(pdf[at[2]:at[3]])] = body
		if !packed.Match(body) {
			continue
		}
		stream, err := zlib.NewReader(bytes.NewReader(pdf[at[1]:]))
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(stream)
		if err != nil {
			t.Fatal(err)
		}
		first := entry(t, body, "First")
		head := bytes.Fields(data[:first])
		for i := 0; i+1 < len(head); i += 2 {
			end := len(data)
			if i+3 < len(head) {
				end = first + int(points(t, head[i+3]))
			}
			objects[string(head[i])] = data[first+int(points(t, head[i+1])) : end]
		}
	}
	return objects
}

func entry(t *testing.T, body []byte, name string) int {
	t.Helper()
	m := regexp.MustCompile(`/` + name + `\s+(\d+)`).FindSubmatch(body)
	if m == nil {
		t.Fatalf("no %s in %.80q", name, body)
	}
	return int(points(t, m[1]))
}

func isA4(t *testing.T, page []byte) {
	t.Helper()
	m := box.FindSubmatch(page)
	if m == nil {
		t.Errorf("a sheet without a size: %.80q", page)
		return
	}
	if wide, high := points(t, m[1]), points(t, m[2]); wide < 594 || wide > 597 || high < 840 || high > 843 {
		t.Errorf("a sheet of %g × %g points is not A4", wide, high)
	}
}

func points(t *testing.T, b []byte) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
