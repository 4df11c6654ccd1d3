package figures

import (
	"fmt"
	"strconv"

	"blandongan/internal/atlas"
)

// MapSide is what lies beyond a side of a map.
type MapSide struct {
	X    string // the middle of the text
	Y    string // the same from above
	Turn string // by how many degrees the text is turned around that; empty for none
	Text string // the regions
}

// rim is the room beside the drawing for the names of the regions around the city, in
// units: a line of letters with what hangs below them.
const rim = 18

// letters is the size of the letters on a map, in its units: what is 11 pixels on a phone
// of 320, where a map is 288 wide.
func (w mapper) letters() float64 {
	if w.Facts.City.Neighbours != nil {
		return 15.2
	}
	return 14
}

// viewBox is that of a map, with its rim where regions around it are known.
func (w mapper) viewBox(d *atlas.Drawing) string {
	if w.Facts.City.Neighbours == nil {
		return viewBox(d)
	}
	return fmt.Sprintf("%d %d %d %d", -rim, -rim, d.Width+2*rim, d.Height+2*rim)
}

// around are the regions around the city. A side with more than its length holds has none:
// the page of the city names them all.
func (w mapper) around(d *atlas.Drawing) []MapSide {
	x := w.Facts.City.Neighbours
	if x == nil {
		return nil
	}
	var sides []MapSide
	for _, side := range []struct {
		names        []string
		x, y, length int
		turn         string
	}{
		{x.North, d.Width / 2, -rim / 2, d.Width, ""},
		{x.East, d.Width + rim/2, d.Height / 2, d.Height, "90"},
		{x.South, d.Width / 2, d.Height + rim/2 - 1, d.Width, ""}, // its letters hang lower than they rise
		{x.West, -rim / 2, d.Height / 2, d.Height, "-90"},
	} {
		text := w.Lang().List(side.names)
		if text != "" && atlas.TextWidth(text)*w.letters() <= float64(side.length) {
			sides = append(sides, MapSide{strconv.Itoa(side.x), strconv.Itoa(side.y), side.turn, text})
		}
	}
	return sides
}
