package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/site"
)

// Drawing is the network of adoptions in three columns: who runs a program, the
// program, who takes it. It is as wide as a phone's page and as high as it must
// be; all its positions are whole numbers.
type Drawing struct {
	Width, Height string
	Title, Text   string // Text says in words what is drawn
	Words         []DrawnWord
	Lines         []DrawnLine
}

// DrawnWord is a line of text; Kind is "head", "group" or "name", with "from" where it
// ends at X, or "".
type DrawnWord struct{ X, Y, Kind, Text string }

// DrawnLine joins two things. Kind is "host" or that of a stage: see lineOf.
// Cross is the path of the cross on a line of what has ended.
type DrawnLine struct{ Kind, Path, Cross string }

// tie is one adoption as it is drawn.
type tie struct {
	province, region string
	program          string // its id
	stage, word      string // its id, and how it is written
	y                int    // where its line ends
}

// drawnProgram is a program that somebody takes.
type drawnProgram struct {
	id, name string
	hosts    []string
}

// The columns, in units of the drawing: at 320 px a letter is eleven pixels high.
const (
	drawnWidth = 340
	letter     = 13
	leading    = 16
	gap        = 14
	mostLines  = 3

	hostEnd      = 78 // lines begin here; texts keep some distance from them
	programStart = 98
	programEnd   = 192
	takerStart   = 238
	apartX       = 4

	hostWidth    = hostEnd - apartX
	programWidth = programEnd - programStart - 2*apartX
	takerText    = takerStart + 2*apartX // a round end of a line takes its room
	takerWidth   = drawnWidth - takerText
)

// lineOf is the kind of line that a stage is drawn with.
func lineOf(stage string) string {
	switch stage {
	case "MoU", "agreement", "trial":
		return "agreed"
	case "in use", "modified":
		return "used"
	case stopped:
		return "ended"
	}
	return "told"
}

// drawing draws all adoptions.
func (p *planner) drawing(asOf string) *Drawing {
	var ties []tie
	var programs []drawnProgram
	for i := range p.site.Adoptions {
		a := &p.site.Adoptions[i]
		x := p.site.FindProgram(a.Program)
		if x == nil {
			continue // reported
		}
		ties = append(ties, tie{a.To.Province, a.To.Name, x.ID, a.Stage, p.lang.Word("stage-" + a.Stage), 0})
		if !slices.ContainsFunc(programs, func(d drawnProgram) bool { return d.id == x.ID }) {
			programs = append(programs, p.drawnOf(x))
		}
	}
	slices.SortFunc(programs, func(a, b drawnProgram) int { return cmp.Compare(a.id, b.id) })
	d := draw(ties, programs, [3]string{p.lang.Word("chain-place"), p.lang.Word("program"), p.lang.Word("region")})
	d.Title = p.lang.Word("drawing", asOf)
	d.Text = p.drawingText(ties, programs)
	return d
}

// drawnOf is a program with those who run it: the city where no kecamatan is named.
func (p *planner) drawnOf(x *site.Program) drawnProgram {
	d := drawnProgram{id: x.ID, name: p.site.Say(x.Name)}
	for _, l := range p.kecamatanLinks(x.Kecamatan) {
		d.hosts = append(d.hosts, l.Text)
	}
	if len(d.hosts) == 0 {
		d.hosts = []string{p.site.City.Name}
	}
	return d
}

// drawingText says in a sentence what the drawing shows.
func (p *planner) drawingText(ties []tie, programs []drawnProgram) string {
	regions := map[string]bool{}
	stages := map[string]int{}
	for _, t := range ties {
		regions[t.province+"\n"+t.region] = true
		stages[t.stage]++
	}
	var parts []string
	for _, id := range append(slices.Clone(stageOrder), stopped) {
		if n := stages[id]; n > 0 {
			parts = append(parts, p.lang.Word("drawing-stage", p.lang.Word("stage-"+id), p.lang.Count(n)))
		}
	}
	return p.lang.Word("drawing-text", p.lang.Count(len(regions)), p.lang.Count(len(programs)), strings.Join(parts, ", "))
}

// drawer holds a drawing in the making.
type drawer struct {
	words  []DrawnWord
	lines  []DrawnLine
	height int
}

// draw lays the network out. The takers stand by province and name; programs and
// hosts stand as near as they can to what they are joined with.
func draw(ties []tie, programs []drawnProgram, heads [3]string) *Drawing {
	var d drawer
	top := 0
	top = max(top, d.text(hostWidth, 0, hostWidth, "from head", heads[0]))
	top = max(top, d.text(programStart+apartX, 0, programWidth, "head", heads[1]))
	top = max(top, d.text(takerText, 0, takerWidth, "head", heads[2]))
	top += gap
	slices.SortStableFunc(ties, func(a, b tie) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.province, a.region), cmp.Or(b.province, b.region)), cmp.Compare(a.region, b.region), cmp.Compare(a.program, b.program))
	})
	d.takers(ties, top)
	middles := d.programs(ties, programs, top)
	d.hosts(programs, middles, top)
	return &Drawing{Width: strconv.Itoa(drawnWidth), Height: strconv.Itoa(d.height + 4), Words: d.words, Lines: d.lines}
}

// text writes words at x below y, broken to a width, and returns where they end.
func (d *drawer) text(x, y, width int, kind, text string) int {
	for i, line := range wrap(text, width, kind) {
		d.words = append(d.words, DrawnWord{strconv.Itoa(x), strconv.Itoa(y + leading*i + letter), kind, line})
		d.height = max(d.height, y+leading*(i+1))
	}
	return y + leading*len(wrap(text, width, kind))
}

// takers writes the right column and notes where the line of each tie ends.
func (d *drawer) takers(ties []tie, y int) {
	for i := range ties {
		t := &ties[i]
		group := i == 0 || t.province != ties[i-1].province
		if i > 0 && (group || t.region != ties[i-1].region) {
			y += gap
		}
		if group && t.province != "" && t.province != t.region {
			y = d.text(takerText, y, takerWidth, "group", t.province)
		}
		if group || t.region != ties[i-1].region {
			y = d.text(takerText, y, takerWidth, "name", t.region)
		}
		start := y
		y = d.text(takerText, y, takerWidth, "", t.word)
		t.y = (start + y) / 2
		y += apartX
	}
}

// programs writes the middle column, with the lines to the takers, and returns the
// middle of each program by its position.
func (d *drawer) programs(ties []tie, programs []drawnProgram, top int) []int {
	wanted := make([]int, len(programs))
	for i, x := range programs {
		var ends []int
		for _, t := range ties {
			if t.program == x.id {
				ends = append(ends, t.y)
			}
		}
		wanted[i] = mean(ends)
	}
	middles := d.column(names(programs), wanted, top, programStart+apartX, programWidth, "")
	for _, t := range ties {
		i := slices.IndexFunc(programs, func(x drawnProgram) bool { return x.id == t.program })
		d.join(lineOf(t.stage), programEnd, middles[i], takerStart, t.y)
	}
	return middles
}

func (d *drawer) hosts(programs []drawnProgram, middles []int, top int) {
	var hosts []string
	for _, x := range programs {
		for _, h := range x.hosts {
			if !slices.Contains(hosts, h) {
				hosts = append(hosts, h)
			}
		}
	}
	wanted := make([]int, len(hosts))
	for i, h := range hosts {
		var ends []int
		for n, x := range programs {
			if slices.Contains(x.hosts, h) {
				ends = append(ends, middles[n])
			}
		}
		wanted[i] = mean(ends)
	}
	at := d.column(hosts, wanted, top, hostWidth, hostWidth, "from")
	for i, h := range hosts {
		for n, x := range programs {
			if slices.Contains(x.hosts, h) {
				d.join("host", hostEnd, at[i], programStart, middles[n])
			}
		}
	}
}

// column writes texts below each other, each with its middle as near to the wanted
// height as those above leave room for, and returns the middles.
func (d *drawer) column(texts []string, wanted []int, top, x, width int, kind string) []int {
	order := firsts(len(texts))
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
func (d *drawer) join(kind string, x1, y1, x2, y2 int) {
	half := (x1 + x2) / 2
	line := DrawnLine{Kind: kind, Path: fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, y1, half, y1, half, y2, x2, y2)}
	if kind == "ended" {
		line.Cross = fmt.Sprintf("M%d %dl8 8m0-8l-8 8", half-4, (y1+y2)/2-4)
	}
	d.lines = append(d.lines, line)
}

func names(programs []drawnProgram) []string {
	list := make([]string, len(programs))
	for i, x := range programs {
		list[i] = x.name
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
