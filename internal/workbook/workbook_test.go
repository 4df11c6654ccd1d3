package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func write(t *testing.T, rows ...[]any) (file []byte, sheet string) {
	t.Helper()
	var b bytes.Buffer
	book := Book{Title: "A & B", Creator: "<C>", Day: "2026-05-01", Sheets: []Sheet{{Name: "satu", Headed: true,
		Columns: []Column{{"teks", Text, 20}, {"angka", Number, 10}, {"hari", Date, 12}, {"ya", Boolean, 8}},
		Rows:    slices.Values(rows)}}}
	if err := Write(&b, book); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(bytes.NewReader(text)); err == nil; {
			_, err = d.Token()
		}
		if err != nil && err != io.EOF {
			t.Errorf("%s: %v", f.Name, err)
		}
		if strings.HasSuffix(f.Name, "sheet1.xml") {
			sheet = string(text)
		}
	}
	return b.Bytes(), sheet
}

// A cell is of its column's kind, whatever it looks like; what no workbook can hold as a day is
// a text.
func TestCells(t *testing.T) {
	_, sheet := write(t, []any{"11.01.02", 16.889, "2020-01-31", true}, nil, []any{nil, 7, "1899-12-31", false},
		[]any{" =1+1 & _x0041_ \x01\n", 1e21, "2020-02-30", nil})
	for _, want := range []string{
		`<c r="A1" s="2" t="inlineStr"><is><t xml:space="preserve">teks</t></is></c>`,
		`<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">11.01.02</t></is></c>`,
		`<c r="B2" s="0"><v>16.889</v></c>`, `<c r="C2" s="4"><v>43861</v></c>`, `<c r="D2" s="0" t="b"><v>1</v></c>`,
		`<row r="3"></row>`, `<row r="4"><c r="B4" s="0"><v>7</v></c><c r="C4" s="4" t="inlineStr">`,
		` =1+1 &amp; _x005F_x0041_ ` + "\ufffd" + `&#xA;</t>`, `<v>1e+21</v>`, `>2020-02-30</t>`,
	} {
		if !strings.Contains(sheet, want) {
			t.Errorf("no %s in\n%s", want, sheet)
		}
	}
}

// The same sheets make the same bytes, and a text is never longer than a cell.
func TestBytes(t *testing.T) {
	long := strings.Repeat("é", most+1)
	one, sheet := write(t, []any{long, 1})
	two, _ := write(t, []any{long, 1})
	if !bytes.Equal(one, two) {
		t.Error("two workbooks of the same sheets differ")
	}
	if n := strings.Count(sheet, "é"); n != most-1 || !strings.Contains(sheet, "é…</t>") {
		t.Errorf("%d letters of %d are left", n, most+1)
	}
}

func TestColumnNames(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := columnName(i); got != want {
			t.Errorf("column %d is %s, not %s", i, got, want)
		}
	}
}

// A sheet that was packed before makes the same bytes, under whatever number.
func TestPacked(t *testing.T) {
	book := func(p *Packed, sheets int) []byte {
		one := Sheet{Name: "satu", Headed: true, Columns: []Column{{"teks", Text, 20}}, Packed: p,
			Rows: slices.Values([][]any{{strings.Repeat("isi ", 5000)}, {"lagi"}})}
		other := one
		other.Packed, other.Name = nil, "dua"
		var b bytes.Buffer
		if err := Write(&b, Book{Sheets: append(slices.Repeat([]Sheet{other}, sheets), one)}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	p := new(Packed)
	for _, sheets := range []int{1, 1, 3} {
		if got := book(p, sheets); !bytes.Equal(got, book(nil, sheets)) || len(p.data) == 0 {
			t.Errorf("behind %d sheets one that is packed makes other bytes", sheets)
		}
	}
}

// A book is held by its own file, and by no other: not by one with another cell, one sheet less or more, or damage in
// what is packed.
func TestHeldBy(t *testing.T) {
	sheet := func(name, cell string) Sheet {
		return Sheet{Name: name, Columns: []Column{{"teks", Text, 20}}, Rows: slices.Values([][]any{{cell}, {"lagi"}})}
	}
	long := ""
	for i := range 900 {
		long += strconv.Itoa(i*i*i) + " "
	}
	book := Book{Title: "A", Sheets: []Sheet{sheet("satu", "isi"), sheet("dua", long)}}
	var b bytes.Buffer
	if err := Write(&b, book); err != nil {
		t.Fatal(err)
	}
	file := b.Bytes()
	if !book.HeldBy(file) {
		t.Fatal("its own file does not hold it")
	}
	for name, other := range map[string]Book{
		"another title": {Title: "B", Sheets: book.Sheets}, "a sheet less": {Title: "A", Sheets: book.Sheets[:1]},
		"a sheet more": {Title: "A", Sheets: append(slices.Clone(book.Sheets), sheet("tiga", ""))},
		"another cell": {Title: "A", Sheets: []Sheet{sheet("satu", "isj"), book.Sheets[1]}},
		"a longer one": {Title: "A", Sheets: []Sheet{book.Sheets[0], sheet("dua", long+"lagi")}},
	} {
		if other.HeldBy(file) {
			t.Errorf("%s is held", name)
		}
	}
	for _, n := range []int{0, 10, len(file) / 2, len(file) - 1} {
		if book.HeldBy(file[:n]) {
			t.Errorf("%d of %d bytes hold it", n, len(file))
		}
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		at, err := f.DataOffset()
		if err != nil {
			t.Fatal(err)
		}
		for i := at; i < at+int64(f.CompressedSize64); i += 7 {
			damaged := bytes.Clone(file)
			damaged[i] ^= 0x08
			if z, err := zip.NewReader(bytes.NewReader(damaged), int64(len(damaged))); err == nil {
				isSame := same(z, file)
				if book.HeldBy(damaged) != isSame {
					t.Errorf("%s: byte %d may be another, the same text %v", f.Name, i, isSame)
				}
			}
		}
	}
}

// same says whether all that is packed unpacks as in a file.
func same(z *zip.Reader, file []byte) bool {
	other, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return false
	}
	for i, f := range z.File {
		a, err := fs.ReadFile(z, f.Name)
		b, err2 := fs.ReadFile(other, other.File[i].Name)
		if err != nil || err2 != nil || !bytes.Equal(a, b) {
			return false
		}
	}
	return true
}
