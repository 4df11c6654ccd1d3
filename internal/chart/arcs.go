package chart

import (
	"fmt"
	"strconv"
)

// Arcs are visits on a line of time, which runs down from the latest: those of guests
// come from the left, those of our own people go out to the right. The drawing is as wide
// as a phone's page and as high as it must be; all its positions are whole numbers.
type Arcs struct {
	Width  string // its width
	Height string // its height
	Axis   string // the path of the line of time
	Words  []Word // the texts
	Lines  []Line // the arcs
}

// Word is a line of text.
type Word struct {
	X    string // where it begins, ends or has its middle
	Y    string // where it stands
	Kind string // year, name or note, with "from" before it where it ends at X
	Text string // the text
}

// Line is an arc.
type Line struct {
	Kind string // told, agreed, used, ended
	Path string // its path
	Head string // the path of its point
}

// Journey is a visit to draw: a region's name, what else there is to say, the year, and
// the kind of its line. Out says that our own people went.
type Journey struct {
	Name, Note, Year, Kind string
	Out                    bool
}

// The columns, in units of the drawing: at 320 px a letter is eleven pixels high.
const (
	arcsWidth = 340
	letter    = 13
	leading   = 16
	mostLines = 3

	arcsAxis  = 170
	arcsPoint = 7 // from the axis to the point of an arc
	arcsText  = arcsAxis - 58
	arcsGap   = 16
	arcsRise  = 12 // how far an arc rises
)

// DrawArcs draws visits in their order, the latest first, of which there is one.
func DrawArcs(journeys []Journey) Arcs {
	var a Arcs
	y, year := 0, ""
	for _, j := range journeys {
		if j.Year != year {
			year = j.Year
			a.Words = append(a.Words, Word{strconv.Itoa(arcsAxis), strconv.Itoa(y + letter), "year", year})
			y += leading + letter
		}
		end := a.text(j, y)
		a.arc(j, y+leading/2)
		y = max(end, y+2*leading) + arcsGap
	}
	a.Width, a.Height = strconv.Itoa(arcsWidth), strconv.Itoa(y)
	a.Axis = "M" + strconv.Itoa(arcsAxis) + " " + strconv.Itoa(leading+4) + "V" + strconv.Itoa(y-arcsGap/2)
	return a
}

// text writes what is said of a visit below y, and returns where that ends.
func (a *Arcs) text(j Journey, y int) int {
	x, side := arcsText, "from "
	if j.Out {
		x, side = arcsWidth-arcsText, ""
	}
	for _, part := range []struct{ kind, text string }{{"name", j.Name}, {"note", j.Note}} {
		for _, line := range wrap(part.text, arcsText, part.kind) {
			a.Words = append(a.Words, Word{strconv.Itoa(x), strconv.Itoa(y + letter), side + part.kind, line})
			y += leading
		}
	}
	return y
}

// arc joins the text of a visit with the line of time.
func (a *Arcs) arc(j Journey, y int) {
	from, to := arcsText+6, arcsAxis-arcsPoint
	if j.Out {
		from, to = arcsAxis+arcsPoint, arcsWidth-arcsText-6
	}
	a.Lines = append(a.Lines, Line{
		Kind: j.Kind,
		Path: fmt.Sprintf("M%d %dQ%d %d %d %d", from, y, (from+to)/2, y-arcsRise, to, y),
		Head: fmt.Sprintf("M%d %dL%d %dL%d %d", to-5, y-6, to, y, to-7, y+3),
	})
}
