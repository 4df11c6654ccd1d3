package figures

import (
	"fmt"
	"strings"
	"testing"
)

// The head of a column says what all its figures share, a cell only what is its own.
func TestTable(t *testing.T) {
	f := profileOf(t, "id", "jiwa 2020 2 a estimate; hasil 2020 2 a; luas 2020 - b; tamu 2020 - a",
		"jiwa 2020 3 a estimate; hasil 2019 5 b unverified; luas 2020 1 b", "luas 2020 3 b; jiwa 2020 4 a estimate", "")
	c := f.w.Citer()
	table := f.w.Table(c)
	if c.List() == nil {
		t.Fatal("no source is cited")
	}
	f.w.Explain(table, c)
	var b strings.Builder
	for _, x := range table.Columns {
		fmt.Fprintf(&b, "%s %s %s %d g%s; ", x.Name, x.Period, x.Badge, len(x.Sources), x.Group)
	}
	for _, row := range table.Rows {
		fmt.Fprintf(&b, "\n%s %s:", row.Kecamatan.Text, row.Kelurahan)
		for _, x := range row.Cells {
			fmt.Fprintf(&b, " %q %s %s %d", x.Value, x.Period, x.Badge, len(x.Sources))
		}
	}
	for _, g := range table.Gaps {
		fmt.Fprintf(&b, "\n%s (%s): %s %d", g.Column, g.Kecamatan, g.Reason, len(g.Sources))
	}
	const want = `Penduduk 2020 perkiraan 1 g1; PAD murni   0 g1; Luas 2020  1 g1; 
A 1: "2"   0 "2,0" 2020  1 ""   0
B 1: "3"   0 "5,0" 2019 belum terverifikasi 1 "1,00"   0
C 1: "4"   0 ""   0 "3,00"   0
Luas (A): Belum. 1
Tamu (A): Belum. 1`
	if b.String() != want {
		t.Errorf("%s\nnot\n%s", b.String(), want)
	}
	if table.Groups != nil || c.List() != nil {
		t.Errorf("groups of three columns: %v; sources of the gaps are other ones", table.Groups)
	}
}

// Many columns are chosen a few at a time, by the names of their indicators.
func TestTableOfGroups(t *testing.T) {
	f := profileOf(t, "id", "jiwa 2020 2 a; hasil 2020 2 a; luas 2020 1 b; lahan 2020 1 a; tamu 2020 1 a", "", "", "")
	c := f.w.Citer()
	table := f.w.Table(c)
	f.w.Explain(table, c)
	want := "[{1 Penduduk, PAD murni, luas} {2 Lahan, tamu}]"
	got := fmt.Sprint(table.Groups)
	if got != want || table.Columns[3].Group != "2" || table.Rows[0].Cells[4].Group != "2" {
		t.Errorf("%s, not %s", got, want)
	}
}
