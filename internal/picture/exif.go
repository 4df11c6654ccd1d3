package picture

import (
	"encoding/binary"
	"math"
)

// The tags that are looked for; Exif 3.0, sections 4.6.4 and 4.6.6.
const (
	tagOrientation = 0x0112
	tagGPS         = 0x8825
	tagNorthSouth  = 1
	tagLatitude    = 2
	tagEastWest    = 3
	tagLongitude   = 4
)

// The types of values.
const (
	typeText     = 2
	typeShort    = 3
	typeLong     = 4
	typeRational = 5
)

// tiff is the text that Exif is written in: directories of entries, at offsets from the begin.
type tiff struct {
	data  []byte
	order binary.ByteOrder
}

func openTIFF(data []byte) (t tiff, first uint32, ok bool) {
	if len(data) < 8 {
		return t, 0, false
	}
	switch string(data[:4]) {
	case "II*\x00":
		t = tiff{data, binary.LittleEndian}
	case "MM\x00*":
		t = tiff{data, binary.BigEndian}
	default:
		return t, 0, false
	}
	return t, t.order.Uint32(data[4:]), true
}

// entry is one value of a directory: of a type, so many, in bytes.
type entry struct {
	kind, count uint32
	value       []byte
}

// entry finds the entry of a tag in the directory at an offset.
func (t tiff) entry(directory uint32, tag uint16) (entry, bool) {
	sizes := [...]uint32{typeText: 1, typeShort: 2, typeLong: 4, typeRational: 8}
	if uint64(directory)+2 > uint64(len(t.data)) {
		return entry{}, false
	}
	list := t.data[directory:]
	n := int(t.order.Uint16(list))
	for list = list[2:]; n > 0 && len(list) >= 12; n, list = n-1, list[12:] {
		kind, count := uint32(t.order.Uint16(list[2:])), t.order.Uint32(list[4:])
		if t.order.Uint16(list) != tag || kind >= uint32(len(sizes)) {
			continue
		}
		size := uint64(sizes[kind]) * uint64(count)
		value := list[8:12]
		if size > 4 {
			at := uint64(t.order.Uint32(value))
			if at+size > uint64(len(t.data)) {
				return entry{}, false
			}
			value = t.data[at : at+size]
		}
		return entry{kind, count, value[:min(size, uint64(len(value)))]}, size > 0
	}
	return entry{}, false
}

// upright reads how a picture is to be turned, which cameras write by how they were held.
func upright(exif []byte) turn {
	t, first, ok := openTIFF(exif)
	if !ok {
		return 0
	}
	e, ok := t.entry(first, tagOrientation)
	if !ok || e.kind != typeShort {
		return 0
	}
	if o := t.order.Uint16(e.value); o >= 1 && o <= 8 {
		return turn(o - 1)
	}
	return 0
}

// position reads where a picture was taken, nil when it does not tell. Nobody takes pictures at zero degrees north and
// east, where cameras think they are that do not know.
func position(exif []byte) *Position {
	t, first, ok := openTIFF(exif)
	if !ok {
		return nil
	}
	gps, ok := t.entry(first, tagGPS)
	if !ok || gps.kind != typeLong {
		return nil
	}
	directory := t.order.Uint32(gps.value)
	lat, north := t.degrees(directory, tagLatitude, tagNorthSouth, 'S')
	lon, east := t.degrees(directory, tagLongitude, tagEastWest, 'W')
	if !north || !east || lat == 0 && lon == 0 {
		return nil
	}
	return &Position{lat, lon}
}

// degrees reads degrees, minutes and seconds, negative on one side.
func (t tiff) degrees(directory uint32, tag, side uint16, negative byte) (float64, bool) {
	e, ok := t.entry(directory, tag)
	if !ok || e.kind != typeRational || e.count > 3 {
		return 0, false
	}
	sum, unit := 0.0, 1.0
	for v := e.value; len(v) >= 8; v = v[8:] {
		if under := t.order.Uint32(v[4:]); under != 0 {
			sum += float64(t.order.Uint32(v)) / float64(under) / unit
		}
		unit *= 60
	}
	if s, ok := t.entry(directory, side); ok && len(s.value) > 0 && s.value[0] == negative {
		sum = -sum
	}
	return sum, math.Abs(sum) <= 180
}
