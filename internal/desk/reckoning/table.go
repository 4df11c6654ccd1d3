package reckoning

import (
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/diag"
)

// totals begin the last row of a table that adds up.
var totals = prose.SetOf(`jumlah total jumlahnya totalnya sum`)

// Table is the cells of a table by rows.
type Table [][]*prose.Block

// TablesIn returns the tables of a document that have as many cells in each row.
func TablesIn(blocks []prose.Block) (all []Table) {
	for i := 0; i < len(blocks); {
		if blocks[i].Kind != prose.Cell {
			i++
			continue
		}
		var rows Table
		before := 0
		for ; i < len(blocks) && blocks[i].Kind == prose.Cell; i++ {
			line := blocks[i].Place(0).Line
			if len(rows) > 0 && line > before+2 {
				break
			}
			if line != before {
				rows = append(rows, nil)
			}
			before = line
			rows[len(rows)-1] = append(rows[len(rows)-1], &blocks[i])
		}
		if rows.isWhole() {
			all = append(all, rows)
		}
	}
	return all
}

func (rows Table) isWhole() bool {
	for _, r := range rows {
		if len(r) != len(rows[0]) {
			return false
		}
	}
	return len(rows) > 2
}

// Sums holds the last row of a table against those above it, where it says that it adds them up.
func (rows Table) Sums(t *reading.Passage) (found diag.List) {
	last := rows[len(rows)-1]
	first, _, _ := strings.Cut(strings.ToLower(last[0].Text), " ")
	if !totals[first] || len(rows) < 4 {
		return nil
	}
	x := &text{Passage: t}
	for col := 1; col < len(last); col++ {
		sum, ok := 0.0, true
		for _, r := range rows[1 : len(rows)-1] {
			n, is := x.only(r[col])
			sum, ok = sum+n.Value, ok && is
		}
		if total, is := x.only(last[col]); ok && is {
			x.adds(total, sum, offInTable)
			found = append(found, t.Found...)
		}
	}
	return found
}

// only reads the number that is all of a cell.
func (t *text) only(b *prose.Block) (n reading.Number, ok bool) {
	t.Read(b)
	if len(t.Tokens) == 0 {
		return n, false
	}
	if n, ok = t.NumberAt(0); !ok || n.Percent || n.Last < len(t.Tokens)-1 || strings.ContainsAny(t.Text, "–-−") {
		return n, false
	}
	return n, true
}
