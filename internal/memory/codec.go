package memory

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
	"unsafe"
)

// Codec writes plain values as bytes and reads them again: texts, numbers, lists, maps by texts,
// structs with all their fields, pointers and interfaces to them, times. It walks over each type
// once; what it then does for a value is a few calls for each field, ten times less than parsing
// what the value was decoded from. It is safe for concurrent use once made.
//
// Fields that other rooms keep to themselves are written and read too, as [memo.Hash.Plain] looks
// at them, which encoding/gob passes over: for that the codec reaches into values by their
// addresses. It reads nothing but what
// the same program wrote, see File.
type Codec struct {
	held  []reflect.Type // that interfaces may hold
	ways  map[reflect.Type]*way
	types map[reflect.Type]int // positions in held

	tables sync.Pool // of texts that readers met: most meet few, and come by the thousand
}

// way is how values of one type are written and read.
type way struct {
	write func(*Writer, unsafe.Pointer)
	read  func(*Reader, unsafe.Pointer)
}

// NewCodec returns a codec for values of the types of roots, in which interfaces hold values of
// the types of held and no others. It panics on a type that is no plain value.
func NewCodec(roots, held []any) *Codec {
	c := &Codec{ways: map[reflect.Type]*way{}, types: map[reflect.Type]int{}}
	for _, x := range held {
		t := reflect.TypeOf(x)
		if _, twice := c.types[t]; !twice {
			c.types[t] = len(c.held)
			c.held = append(c.held, t)
		}
	}
	for _, t := range c.held {
		c.way(t)
	}
	for _, x := range roots {
		c.way(reflect.TypeOf(x))
	}
	return c
}

// Write writes the value that p points to, whose type is one of the codec's roots, and holds little of it at
// once. The error is the writer's, or that an interface held what none may.
func (c *Codec) Write(to io.Writer, p any) error {
	return (&Writer{Codec: c, to: to}).flush(p)
}

// flush writes a value to where the writer gives all that it gathers.
func (w *Writer) flush(p any) error {
	w.Put(p)
	b, err := w.Bytes()
	if _, last := w.to.Write(b); err == nil {
		err = last
	}
	return err
}

// Writer gathers bytes. A text that was written before is written as its number. The zero value
// is ready once it has a codec.
type Writer struct {
	Codec *Codec
	bytes []byte
	texts map[string]uint64
	to    io.Writer // takes bytes as soon as there are many; nil
	err   error
}

// mostTexts is how many texts are known by a number, of those that come first.
const mostTexts = 1 << 16

// mayComeAgain says whether it is worth a number that a text comes again: one of two bytes takes no more itself, and
// longer ones than these come again too seldom.
func mayComeAgain(s string) bool { return 2 < len(s) && len(s) <= 80 }

// Put writes the value that p points to; its type is one of the codec's roots.
func (w *Writer) Put(p any) {
	v := reflect.ValueOf(p)
	way := w.Codec.ways[v.Type().Elem()]
	if way == nil {
		panic(fmt.Sprintf("memory: %s is no root", v.Type().Elem()))
	}
	way.write(w, v.UnsafePointer())
}

// Bytes returns what was written since the last call, and begins anew: they hold until the next
// Put. The error is that an interface held what none may.
func (w *Writer) Bytes() ([]byte, error) {
	b, err := w.bytes, w.err
	w.bytes, w.err = b[:0], nil
	clear(w.texts)
	return b, err
}

// spill gives away what was gathered, between the things of a list.
func (w *Writer) spill() {
	if w.to == nil || len(w.bytes) < 64<<10 {
		return
	}
	if _, err := w.to.Write(w.bytes); w.err == nil {
		w.err = err
	}
	w.bytes = w.bytes[:0]
}

func (w *Writer) number(n uint64) { w.bytes = binary.AppendUvarint(w.bytes, n) }

// text writes a text: its length doubled, and itself; or one more than the doubled number that it
// has among those before.
func (w *Writer) text(s string) {
	if mayComeAgain(s) {
		if n, known := w.texts[s]; known {
			w.number(n<<1 | 1)
			return
		}
		if w.texts == nil {
			w.texts = map[string]uint64{}
		}
		if len(w.texts) < mostTexts {
			w.texts[s] = uint64(len(w.texts))
		}
	}
	w.number(uint64(len(s)) << 1)
	w.bytes = append(w.bytes, s...)
}

// ErrDamaged is that bytes are not what a codec of the same types wrote.
var ErrDamaged = errors.New("memory: damaged")

// Reader reads what a Writer wrote, up to a call of Bytes.
type Reader struct {
	codec *Codec
	rest  string
	texts []string
}

// Read begins to read. Texts that are read share the memory of data.
func (c *Codec) Read(data string) *Reader { return &Reader{codec: c, rest: data} }

// Get reads a value, which is all of data, into what p points to: see Reader.Get.
func (c *Codec) Get(data string, p any) error {
	texts, _ := c.tables.Get().(*[]string)
	if texts == nil {
		texts = new([]string)
	}
	r := Reader{codec: c, rest: data, texts: (*texts)[:0]}
	err := r.Get(p)
	*texts = r.texts
	c.tables.Put(texts)
	return err
}

// Get reads a value into what p points to; its type is that which was written. The error is
// ErrDamaged; then what was read is worth nothing.
func (r *Reader) Get(p any) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			if fault != ErrDamaged {
				panic(fault)
			}
			err = ErrDamaged
		}
	}()
	v := reflect.ValueOf(p)
	way := r.codec.ways[v.Type().Elem()]
	if way == nil {
		panic(fmt.Sprintf("memory: %s is no root", v.Type().Elem()))
	}
	way.read(r, v.UnsafePointer())
	return nil
}

func (r *Reader) number() uint64 {
	var n uint64
	for shift, i := 0, 0; i < len(r.rest) && shift < 64; shift, i = shift+7, i+1 {
		b := r.rest[i]
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			r.rest = r.rest[i+1:]
			return n
		}
	}
	panic(ErrDamaged)
}

func (r *Reader) take(n uint64) string {
	if n > uint64(len(r.rest)) {
		panic(ErrDamaged)
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

// count reads how many things follow, each of which takes a byte at least, or nothing at all.
func (r *Reader) count() int {
	n := r.number()
	if n > uint64(len(r.rest)) && n > 1<<16 {
		panic(ErrDamaged)
	}
	return int(n)
}

func (r *Reader) text() string {
	n := r.number()
	if n&1 == 1 {
		if n>>1 >= uint64(len(r.texts)) {
			panic(ErrDamaged)
		}
		return r.texts[n>>1]
	}
	s := r.take(n >> 1)
	if mayComeAgain(s) && len(r.texts) < mostTexts {
		r.texts = append(r.texts, s)
	}
	return s
}

// way returns how values of a type are written and read.
func (c *Codec) way(t reflect.Type) *way {
	if w, known := c.ways[t]; known {
		return w
	}
	w := &way{}
	c.ways[t] = w // a type may hold itself
	*w = c.newWay(t)
	return w
}

func (c *Codec) newWay(t reflect.Type) way {
	switch t {
	case reflect.TypeFor[time.Time]():
		return way{writeTime, readTime}
	case reflect.TypeFor[*time.Location]():
		return way{writeZone, readZone}
	}
	switch t.Kind() {
	case reflect.String:
		return way{
			func(w *Writer, p unsafe.Pointer) { w.text(*(*string)(p)) },
			func(r *Reader, p unsafe.Pointer) { *(*string)(p) = r.text() },
		}
	case reflect.Bool:
		return way{
			func(w *Writer, p unsafe.Pointer) { w.bytes = append(w.bytes, *(*uint8)(p)) },
			func(r *Reader, p unsafe.Pointer) { *(*bool)(p) = r.take(1) != "\x00" },
		}
	case reflect.Int:
		if t.Size() == 4 {
			return *c.way(reflect.TypeFor[int32]())
		}
		return *c.way(reflect.TypeFor[int64]())
	case reflect.Int64:
		return way{
			func(w *Writer, p unsafe.Pointer) { w.bytes = binary.AppendVarint(w.bytes, *(*int64)(p)) },
			func(r *Reader, p unsafe.Pointer) { *(*int64)(p) = signed(r.number()) },
		}
	case reflect.Int32:
		return way{
			func(w *Writer, p unsafe.Pointer) { w.bytes = binary.AppendVarint(w.bytes, int64(*(*int32)(p))) },
			func(r *Reader, p unsafe.Pointer) { *(*int32)(p) = int32(signed(r.number())) },
		}
	case reflect.Uint8:
		return way{
			func(w *Writer, p unsafe.Pointer) { w.bytes = append(w.bytes, *(*uint8)(p)) },
			func(r *Reader, p unsafe.Pointer) { *(*uint8)(p) = r.take(1)[0] },
		}
	case reflect.Uint32:
		return way{
			func(w *Writer, p unsafe.Pointer) { w.number(uint64(*(*uint32)(p))) },
			func(r *Reader, p unsafe.Pointer) { *(*uint32)(p) = uint32(r.number()) },
		}
	case reflect.Uint64: // most are digests
		return way{
			func(w *Writer, p unsafe.Pointer) { w.bytes = binary.LittleEndian.AppendUint64(w.bytes, *(*uint64)(p)) },
			func(r *Reader, p unsafe.Pointer) { *(*uint64)(p) = fixed(r.take(8)) },
		}
	case reflect.Float64:
		return way{
			func(w *Writer, p unsafe.Pointer) {
				w.bytes = binary.LittleEndian.AppendUint64(w.bytes, math.Float64bits(*(*float64)(p)))
			},
			func(r *Reader, p unsafe.Pointer) { *(*float64)(p) = math.Float64frombits(fixed(r.take(8))) },
		}
	case reflect.Pointer:
		return c.pointer(t)
	case reflect.Interface:
		return c.anything(t)
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return way{writeBytes, readBytes}
		}
		return c.list(t)
	case reflect.Array:
		return c.array(t)
	case reflect.Struct:
		return c.structure(t)
	case reflect.Map:
		return c.table(t)
	}
	panic(fmt.Sprintf("memory: a %s is no plain value", t))
}

func signed(n uint64) int64 { return int64(n>>1) ^ -int64(n&1) }

func fixed(s string) uint64 {
	var n uint64
	for i := 7; i >= 0; i-- {
		n = n<<8 | uint64(s[i])
	}
	return n
}

func (c *Codec) structure(t reflect.Type) way {
	type part struct {
		*way
		at uintptr
	}
	var parts []part
	for i := range t.NumField() {
		f := t.Field(i)
		parts = append(parts, part{c.way(f.Type), f.Offset})
	}
	return way{
		func(w *Writer, p unsafe.Pointer) {
			for i := range parts {
				parts[i].write(w, unsafe.Add(p, parts[i].at))
			}
		},
		func(r *Reader, p unsafe.Pointer) {
			for i := range parts {
				parts[i].read(r, unsafe.Add(p, parts[i].at))
			}
		},
	}
}

// pointer writes what is pointed to, once for each that points there: values have no identity.
func (c *Codec) pointer(t reflect.Type) way {
	of, elem := c.way(t.Elem()), t.Elem()
	return way{
		func(w *Writer, p unsafe.Pointer) {
			to := *(*unsafe.Pointer)(p)
			if to == nil {
				w.bytes = append(w.bytes, 0)
				return
			}
			w.bytes = append(w.bytes, 1)
			of.write(w, to)
		},
		func(r *Reader, p unsafe.Pointer) {
			if r.take(1) == "\x00" {
				return
			}
			to := reflect.New(elem).UnsafePointer()
			of.read(r, to)
			*(*unsafe.Pointer)(p) = to
		},
	}
}

// anything writes the position of a type in held, one more for nil, and the value.
func (c *Codec) anything(t reflect.Type) way {
	return way{
		func(w *Writer, p unsafe.Pointer) {
			v := reflect.NewAt(t, p).Elem()
			if v.IsNil() {
				w.number(0)
				return
			}
			v = v.Elem()
			n, known := c.types[v.Type()]
			if !known {
				w.err = fmt.Errorf("memory: nobody said that a %s is held", v.Type())
				return
			}
			w.number(uint64(n) + 1)
			held := reflect.New(v.Type())
			held.Elem().Set(v)
			c.ways[v.Type()].write(w, held.UnsafePointer())
		},
		func(r *Reader, p unsafe.Pointer) {
			n := r.number()
			if n == 0 {
				return
			}
			if n > uint64(len(c.held)) || !c.held[n-1].AssignableTo(t) {
				panic(ErrDamaged)
			}
			held := reflect.New(c.held[n-1])
			c.ways[c.held[n-1]].read(r, held.UnsafePointer())
			reflect.NewAt(t, p).Elem().Set(held.Elem())
		},
	}
}

// list writes one more than the length, 0 for none: an empty list is not none.
func (c *Codec) list(t reflect.Type) way {
	of, size := c.way(t.Elem()), t.Elem().Size()
	return way{
		func(w *Writer, p unsafe.Pointer) {
			list := reflect.NewAt(t, p).Elem()
			if list.IsNil() {
				w.number(0)
				return
			}
			n := list.Len()
			w.number(uint64(n) + 1)
			for i, at := 0, list.UnsafePointer(); i < n; i++ {
				of.write(w, unsafe.Add(at, uintptr(i)*size))
				w.spill()
			}
		},
		func(r *Reader, p unsafe.Pointer) {
			n := r.count()
			if n == 0 {
				return
			}
			n--
			list := reflect.MakeSlice(t, n, n)
			for i, at := 0, list.UnsafePointer(); i < n; i++ {
				of.read(r, unsafe.Add(at, uintptr(i)*size))
			}
			reflect.NewAt(t, p).Elem().Set(list)
		},
	}
}

// writeBytes writes a list of bytes, as list says, at once.
func writeBytes(w *Writer, p unsafe.Pointer) {
	list := *(*[]byte)(p)
	if list == nil {
		w.number(0)
		return
	}
	w.number(uint64(len(list)) + 1)
	w.bytes = append(w.bytes, list...)
}

func readBytes(r *Reader, p unsafe.Pointer) {
	if n := r.number(); n > 0 {
		*(*[]byte)(p) = []byte(r.take(n - 1))
	}
}

func (c *Codec) array(t reflect.Type) way {
	of, size, n := c.way(t.Elem()), t.Elem().Size(), t.Len()
	return way{
		func(w *Writer, p unsafe.Pointer) {
			for i := range n {
				of.write(w, unsafe.Add(p, uintptr(i)*size))
			}
		},
		func(r *Reader, p unsafe.Pointer) {
			for i := range n {
				of.read(r, unsafe.Add(p, uintptr(i)*size))
			}
		},
	}
}

// table writes a map by the order of its keys, which are texts.
func (c *Codec) table(t reflect.Type) way {
	if t.Key().Kind() != reflect.String {
		panic(fmt.Sprintf("memory: a %s has keys that are no texts", t))
	}
	of, key := c.way(t.Elem()), c.way(t.Key())
	return way{
		func(w *Writer, p unsafe.Pointer) {
			m := reflect.NewAt(t, p).Elem()
			if m.IsNil() {
				w.number(0)
				return
			}
			w.number(uint64(m.Len()) + 1)
			keys := m.MapKeys()
			slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
			value := reflect.New(t.Elem())
			for _, k := range keys {
				w.text(k.String())
				value.Elem().Set(m.MapIndex(k))
				of.write(w, value.UnsafePointer())
				w.spill()
			}
		},
		func(r *Reader, p unsafe.Pointer) {
			n := r.count()
			if n == 0 {
				return
			}
			m := reflect.MakeMapWithSize(t, n-1)
			for range n - 1 {
				k, v := reflect.New(t.Key()), reflect.New(t.Elem())
				key.read(r, k.UnsafePointer())
				of.read(r, v.UnsafePointer())
				m.SetMapIndex(k.Elem(), v.Elem())
			}
			reflect.NewAt(t, p).Elem().Set(m)
		},
	}
}

// writeTime writes a moment and how far the clocks there are ahead.
func writeTime(w *Writer, p unsafe.Pointer) {
	t := *(*time.Time)(p)
	name, ahead := t.Zone()
	w.bytes = binary.AppendVarint(w.bytes, t.Unix())
	w.bytes = binary.AppendVarint(w.bytes, int64(t.Nanosecond()))
	w.text(name)
	w.bytes = binary.AppendVarint(w.bytes, int64(ahead))
}

func readTime(r *Reader, p unsafe.Pointer) {
	seconds, nanoseconds := signed(r.number()), signed(r.number())
	name, ahead := r.text(), signed(r.number())
	t := time.Unix(seconds, nanoseconds).UTC()
	if name != "UTC" || ahead != 0 {
		t = t.In(time.FixedZone(name, int(ahead)))
	}
	*(*time.Time)(p) = t
}

// writeZone writes the name of a zone, by which it is found again.
func writeZone(w *Writer, p unsafe.Pointer) {
	zone := *(**time.Location)(p)
	w.bytes = append(w.bytes, 0)
	if zone != nil {
		w.bytes[len(w.bytes)-1] = 1
		w.text(zone.String())
	}
}

func readZone(r *Reader, p unsafe.Pointer) {
	if r.take(1) == "\x00" {
		return
	}
	zone, err := time.LoadLocation(r.text())
	if err != nil {
		panic(ErrDamaged)
	}
	*(**time.Location)(p) = zone
}
