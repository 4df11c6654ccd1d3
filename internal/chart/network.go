package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// Network is three columns joined by lines: hosts, the items that they have, takers.
// It is as wide as a phone's page and as high as it must be; all its positions are
// whole numbers.
type Network struct {
	Width  string // its width
	Height string // its height
	Words  []Word // the texts
	Lines  []Line // the lines
}

// Word is a line of text; Kind is "head", "group" or "name", with "from" where it
// ends at X, or "".
type Word struct {
	X    string // where it begins
	Y    string // where it stands
	Kind string // head, group or name, with "from" before it where it ends at X; or empty
	Text string // the text
}

// Line joins two words. Kind is "host" or that of a tie; Cross is the path of the
// cross on a line of what has ended.
type Line struct {
	Kind  string // host, or the kind of the tie: told, agreed, used, ended
	Path  string // its path
	Cross string // the path of the cross on a tie that has ended; else empty
}

// Tie joins a taker with the item that it takes.
type Tie struct {
	Group, Taker string // a taker may belong to a group
	Item         string // its id
	Kind, Text   string // of the line, and what stands at its end
	Ended        bool
	y            int // where its line ends
}

// Item is what is taken, with those who have it.
type Item struct {
	ID, Name string
	Hosts    []string
}

// The columns, in units of the drawing: at 320 px a letter is eleven pixels high.
const (
	networkWidth = 340
	letter       = 13
	leading      = 16
	gap          = 14
	mostLines    = 3

	hostEnd    = 78 // lines begin here; texts keep some distance from them
	itemStart  = 98
	itemEnd    = 192
	takerStart = 238
	apartX     = 4

	hostWidth  = hostEnd - apartX
	itemWidth  = itemEnd - itemStart - 2*apartX
	takerText  = takerStart + 2*apartX // a round end of a line takes its room
	takerWidth = networkWidth - takerText
)

// drawer holds a drawing in the making.
type drawer struct {
	words  []Word
	lines  []Line
	height int
}

// DrawNetwork lays a network out below the heads of its columns. The takers stand by
// group and name; items and hosts stand as near as they can to what they are joined
// with.
func DrawNetwork(ties []Tie, items []Item, heads [3]string) Network {
	ties = slices.Clone(ties)
	var d drawer
	top := 0
	top = max(top, d.text(hostWidth, 0, hostWidth, "from head", heads[0]))
	top = max(top, d.text(itemStart+apartX, 0, itemWidth, "head", heads[1]))
	top = max(top, d.text(takerText, 0, takerWidth, "head", heads[2]))
	top += gap
	slices.SortStableFunc(ties, func(a, b Tie) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.Group, a.Taker), cmp.Or(b.Group, b.Taker)),
			cmp.Compare(a.Taker, b.Taker), cmp.Compare(a.Item, b.Item))
	})
	d.takers(ties, top)
	middles := d.items(ties, items, top)
	d.hosts(items, middles, top)
	return Network{
		Width: strconv.Itoa(networkWidth), Height: strconv.Itoa(d.height + 4), Words: d.words, Lines: d.lines,
	}
}

// text writes words at x below y, broken to a width, and returns where they end.
func (d *drawer) text(x, y, width int, kind, text string) int {
	for i, line := range wrap(text, width, kind) {
		d.words = append(d.words, Word{strconv.Itoa(x), strconv.Itoa(y + leading*i + letter), kind, line})
		d.height = max(d.height, y+leading*(i+1))
	}
	return y + leading*len(wrap(text, width, kind))
}

// takers writes the right column and notes where the line of each tie ends.
func (d *drawer) takers(ties []Tie, y int) {
	for i := range ties {
		t := &ties[i]
		group := i == 0 || t.Group != ties[i-1].Group
		if i > 0 && (group || t.Taker != ties[i-1].Taker) {
			y += gap
		}
		if group && t.Group != "" && t.Group != t.Taker {
			y = d.text(takerText, y, takerWidth, "group", t.Group)
		}
		if group || t.Taker != ties[i-1].Taker {
			y = d.text(takerText, y, takerWidth, "name", t.Taker)
		}
		start := y
		y = d.text(takerText, y, takerWidth, "", t.Text)
		t.y = (start + y) / 2
		y += apartX
	}
}

// items writes the middle column, with the lines to the takers, and returns the
// middle of each item by its position.
func (d *drawer) items(ties []Tie, items []Item, top int) []int {
	wanted := make([]int, len(items))
	for i, x := range items {
		var ends []int
		for _, t := range ties {
			if t.Item == x.ID {
				ends = append(ends, t.y)
			}
		}
		wanted[i] = mean(ends)
	}
	middles := d.column(names(items), wanted, top, itemStart+apartX, itemWidth, "")
	for _, t := range ties {
		i := slices.IndexFunc(items, func(x Item) bool { return x.ID == t.Item })
		d.join(t.Kind, t.Ended, itemEnd, middles[i], takerStart, t.y)
	}
	return middles
}

// hosts writes the left column, with the lines to the items.
func (d *drawer) hosts(items []Item, middles []int, top int) {
	hosts := hostsOf(items)
	wanted := make([]int, len(hosts))
	for i, h := range hosts {
		var ends []int
		for n, x := range items {
			if slices.Contains(x.Hosts, h) {
				ends = append(ends, middles[n])
			}
		}
		wanted[i] = mean(ends)
	}
	at := d.column(hosts, wanted, top, hostWidth, hostWidth, "from")
	for i, h := range hosts {
		for n, x := range items {
			if slices.Contains(x.Hosts, h) {
				d.join("host", false, hostEnd, at[i], itemStart, middles[n])
			}
		}
	}
}

// hostsOf are the hosts of items, each once.
func hostsOf(items []Item) []string {
	var hosts []string
	for _, x := range items {
		for _, h := range x.Hosts {
			if !slices.Contains(hosts, h) {
				hosts = append(hosts, h)
			}
		}
	}
	return hosts
}

// column writes texts below each other, each with its middle as near to the wanted
// height as those above leave room for, and returns the middles.
func (d *drawer) column(texts []string, wanted []int, top, x, width int, kind string) []int {
	order := positions(len(texts))
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(wanted[a], wanted[b]), cmp.Compare(texts[a], texts[b]))
	})
	lift := d.lift(order, texts, wanted, top, width, kind)
	middles := make([]int, len(texts))
	y := top
	for _, i := range order {
		high := leading * len(wrap(texts[i], width, kind))
		start := max(y, wanted[i]-high/2-lift)
		y = d.text(x, start, width, kind, texts[i])
		middles[i] = (start + y) / 2
		y += gap
	}
	return middles
}

// lift is by how much a column moves up so that it lies about its middle, not
// below: half of how far its last text would be pushed down.
func (d *drawer) lift(order []int, texts []string, wanted []int, top, width int, kind string) int {
	y, pushed := top, 0
	for _, i := range order {
		high := leading * len(wrap(texts[i], width, kind))
		start := max(y, wanted[i]-high/2)
		pushed = max(pushed, start-(wanted[i]-high/2))
		y = start + high + gap
	}
	return pushed / 2
}

// join draws a line from left to right.
func (d *drawer) join(kind string, ended bool, x1, y1, x2, y2 int) {
	half := (x1 + x2) / 2
	line := Line{Kind: kind, Path: fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, y1, half, y1, half, y2, x2, y2)}
	if ended {
		line.Cross = fmt.Sprintf("M%d %dl8 8m0-8l-8 8", half-4, (y1+y2)/2-4)
	}
	d.lines = append(d.lines, line)
}

func names(items []Item) []string {
	list := make([]string, len(items))
	for i, x := range items {
		list[i] = x.Name
	}
	return list
}

func mean(list []int) int {
	sum := 0
	for _, n := range list {
		sum += n
	}
	return sum / max(1, len(list))
}
