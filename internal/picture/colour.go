package picture

import (
	"bytes"
	"encoding/binary"
	"image/color"

	"github.com/kovidgoyal/imaging/prism/meta/icc"
)

// nodes is how many points of a side a table of colours has. Between them it is followed in straight lines.
const nodes = 33

// inkNodes is the same for four inks: 83,521 points.
const inkNodes = 17

// transform returns what turns colours of the picture's profile into sRGB, nil when they are that already, or
// the profile is broken or made for another number of values: then it is passed over, as browsers do.
func (s *Source) transform(values int) (t *icc.Pipeline) {
	defer func() {
		if recover() != nil {
			t = nil
		}
	}()
	if !bounded(s.profile) {
		return nil
	}
	profile, err := icc.DecodeProfile(bytes.NewReader(s.profile))
	if err != nil || profile.IsSRGB() || profileValues(profile.Header.DataColorSpace) != values {
		return nil
	}
	const blackPoint, clamp, mapGamut, optimize = true, true, true, true
	intent := icc.RelativeColorimetricRenderingIntent
	t, err = profile.CreateTransformerToSRGB(intent, blackPoint, values, clamp, mapGamut, optimize)
	if err != nil {
		return nil
	}
	return t
}

// bounded says that a profile promises no more than it holds: the package that reads it takes memory for what is
// promised first. There are two counts: that of the table of its parts, and that of a curve's points, which stands
// alone or inside a part that leads from one space to another.
func bounded(profile []byte) bool {
	const head, entry = 132, 12
	if len(profile) < head {
		return false
	}
	be := binary.BigEndian
	count := uint64(be.Uint32(profile[head-4:]))
	first := head + count*entry
	if first > uint64(len(profile)) {
		return false
	}
	for table := profile[head:first]; len(table) > 0; table = table[entry:] {
		from, size := uint64(be.Uint32(table[4:])), uint64(be.Uint32(table[8:]))
		if from < first || from+size > uint64(len(profile)) {
			return false
		}
		part := profile[from : from+size]
		if !bytes.HasPrefix(part, []byte("curv")) && !bytes.HasPrefix(part, []byte("mAB ")) &&
			!bytes.HasPrefix(part, []byte("mBA ")) {
			continue
		}
		for {
			_, curve, found := bytes.Cut(part, []byte("curv"))
			if !found {
				break
			}
			if part = curve; len(curve) >= 8 && 8+2*uint64(be.Uint32(curve[4:])) > uint64(len(curve)) {
				return false
			}
		}
	}
	return true
}

func profileValues(c icc.ColorSpace) int {
	switch c {
	case icc.ColorSpaceGray:
		return 1
	case icc.ColorSpaceCMYK:
		return 4
	case icc.ColorSpaceRGB:
		return 3
	}
	return 0
}

// inSRGB returns the picture in the colours of screens.
func (s *Source) inSRGB(p pixels) pixels {
	if s.profile == nil || s.inks {
		return p // inks were turned into colours already
	}
	if t := s.transform(1); t != nil {
		return followGray(t, p.asRGBA())
	}
	t := s.transform(3)
	if t == nil {
		return p
	}
	p = p.asRGBA()
	table := tableOf(3, nodes, func(v []float64) (r, g, b float64) { return t.Transform(v[0], v[1], v[2]) })
	for i := 0; i < len(p.rgba.samples); i += 4 {
		pixel := p.rgba.samples[i : i+4 : i+4]
		a := uint32(pixel[3])
		if a == 0 {
			continue
		}
		var straight [3]uint8
		for k := range straight {
			straight[k] = divided(pixel[k], a)
		}
		c := table.follow(straight[:])
		multiply(pixel, []uint8{c[0], c[1], c[2], pixel[3]})
	}
	return p
}

// followGray turns shades of gray into those of screens.
func followGray(t *icc.Pipeline, p pixels) pixels {
	var shades [256]uint8
	for i := range shades {
		r, _, _ := t.Transform(float64(i)/255, 0, 0)
		shades[i] = byteOf(r)
	}
	for i, v := range p.rgba.samples {
		if i%4 != 3 {
			p.rgba.samples[i] = shades[v]
		}
	}
	return p
}

// printed turns inks (as Go's decoder has them: none is 0) into red, green and blue.
func (s *Source) printed(inks plane) plane {
	p := newPlane(inks.width, inks.height, 4)
	follow := func(v []uint8) [3]uint8 {
		r, g, b := color.CMYKToRGB(v[0], v[1], v[2], v[3])
		return [3]uint8{r, g, b}
	}
	if t := s.transform(4); t != nil {
		follow = tableOf(4, inkNodes, func(v []float64) (r, g, b float64) {
			var out [4]float64
			t.TransformGeneral(out[:], v)
			return out[0], out[1], out[2]
		}).follow
	}
	for i := 0; i < len(p.samples); i += 4 {
		c := follow(inks.samples[i : i+4])
		p.samples[i], p.samples[i+1], p.samples[i+2], p.samples[i+3] = c[0], c[1], c[2], 0xff
	}
	return p
}

// table is red, green and blue at points of the space of colours, the last value running first.
type table struct {
	values, nodes int
	points        [][3]uint8
}

func tableOf(values, nodes int, at func([]float64) (r, g, b float64)) table {
	t := table{values: values, nodes: nodes}
	position := make([]int, values)
	place := make([]float64, values)
	for {
		for i, n := range position {
			place[i] = float64(n) / float64(nodes-1)
		}
		r, g, b := at(place)
		t.points = append(t.points, [3]uint8{byteOf(r), byteOf(g), byteOf(b)})
		i := values - 1
		for ; i >= 0 && position[i] == nodes-1; i-- {
			position[i] = 0
		}
		if i < 0 {
			return t
		}
		position[i]++
	}
}

func byteOf(x float64) uint8 { return uint8(min(max(x, 0), 1)*255 + 0.5) }

// follow returns the colour of some values: in a straight line between the points around them.
func (t table) follow(v []uint8) (c [3]uint8) {
	const unit = 255
	base, step := 0, 1
	var fractions [4]uint32
	var steps [4]int
	for i := t.values - 1; i >= 0; i-- {
		at := uint32(v[i]) * uint32(t.nodes-1)
		whole := min(int(at/unit), t.nodes-2)
		fractions[i], steps[i] = at-uint32(whole)*unit, step
		base += whole * step
		step *= t.nodes
	}
	var sums [3]uint64
	for corner := range 1 << t.values {
		weight, at := uint64(1), base
		for i := range t.values {
			if corner>>i&1 != 0 {
				weight *= uint64(fractions[i])
				at += steps[i]
			} else {
				weight *= uint64(unit - fractions[i])
			}
		}
		if weight == 0 {
			continue
		}
		for k, x := range t.points[at] {
			sums[k] += weight * uint64(x)
		}
	}
	all := uint64(unit)
	for range t.values - 1 {
		all *= unit
	}
	for k, sum := range sums {
		c[k] = uint8((sum + all/2) / all)
	}
	return c
}
