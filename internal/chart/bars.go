package chart

import (
	"math"
	"strconv"
)

const (
	// A row of bars: its text above, its bar below. The own bar is thicker.
	barPitch, barText, barTop    = 36, 13, 20
	barHeight, ownTop, ownHeight = 7, 18, 11
)

// Row is what a bar is drawn from. Value is nil where nothing is known; Text then
// says so.
type Row struct {
	Name, Text string
	Value      *float64
	// Own says that the chart is about this row.
	Own bool
}

// BarChart is a chart of bars from zero.
type BarChart struct {
	Height string // its height
	Bars   []Bar  // the bars
}

// Bar is one bar with its texts. Width is "" when there is no value.
type Bar struct {
	Name   string // what the bar is of
	Value  string // its value in words
	Own    bool   // the chart is about this bar
	TextY  string // where its texts stand
	X      string // where the bar begins
	Y      string // its upper edge
	Width  string // how long it is; empty when there is no value
	Height string // how thick it is
}

// DrawBars draws rows below each other in the order given.
func DrawBars(rows []Row) BarChart {
	c := BarChart{Height: strconv.Itoa(len(rows) * barPitch)}
	s := barScale(rows)
	for i, row := range rows {
		c.Bars = append(c.Bars, drawBar(row, s, i*barPitch))
	}
	return c
}

func barScale(rows []Row) scale {
	var values []float64
	for _, row := range rows {
		if row.Value != nil {
			values = append(values, *row.Value)
		}
	}
	return scaleOf(values, 0, chartWidth)
}

// drawBar draws a row whose top is at y.
func drawBar(row Row, s scale, y int) Bar {
	b := Bar{Value: row.Text, Own: row.Own, TextY: strconv.Itoa(y + barText)}
	if row.Value != nil {
		zero, end := s.at(0), s.at(*row.Value)
		b.X, b.Width = tenth(min(zero, end)), tenth(math.Abs(end-zero))
		b.Y, b.Height = strconv.Itoa(y+barTop), strconv.Itoa(barHeight)
		if row.Own {
			b.Y, b.Height = strconv.Itoa(y+ownTop), strconv.Itoa(ownHeight)
		}
	}
	room := chartWidth - textGap
	if row.Own { // it is bold
		room = unbold(room)
	}
	b.Name = cut(row.Name, room-wide(row.Text))
	return b
}
