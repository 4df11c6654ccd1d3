package memo

import (
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"math"
	"reflect"
	"slices"
)

// Digest stands for what a result was made from: two inputs with the same
// digest are the same. It means nothing outside of the process that made it,
// for the hash is seeded at random; so nobody can make two texts that collide.
// With 128 bits, chance will not either.
type Digest [2]uint64

// seeds of the two halves; they are chosen once and never change.
var seeds = [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}

// Of returns the digest of a text.
func Of(text []byte) Digest {
	return Digest{maphash.Bytes(seeds[0], text), maphash.Bytes(seeds[1], text)}
}

// Hash gathers parts and digests them all. The zero value is ready. Each part is
// told from its neighbours: ("ab", "c") is not ("a", "bc").
type Hash struct{ parts []byte }

// Text adds a text.
func (h *Hash) Text(s string) {
	h.Int(len(s))
	h.parts = append(h.parts, s...)
}

// Texts adds a list of texts.
func (h *Hash) Texts(list []string) {
	h.Int(len(list))
	for _, s := range list {
		h.Text(s)
	}
}

// Int adds a number.
func (h *Hash) Int(n int) { h.parts = binary.LittleEndian.AppendUint64(h.parts, uint64(n)) }

// Bool adds a yes or no.
func (h *Hash) Bool(yes bool) {
	if yes {
		h.parts = append(h.parts, 1)
		return
	}
	h.parts = append(h.parts, 0)
}

// Digest adds the digest of something else.
func (h *Hash) Digest(d Digest) {
	h.parts = binary.LittleEndian.AppendUint64(h.parts, d[0])
	h.parts = binary.LittleEndian.AppendUint64(h.parts, d[1])
}

// Sum returns the digest of all parts.
func (h *Hash) Sum() Digest { return Of(h.parts) }

// Reset forgets the parts.
func (h *Hash) Reset() { h.parts = h.parts[:0] }

// Digested is a struct, or a pointer to one, that knows its own digest. Plain does
// not look into it. It panics on a struct that embeds one: such a struct would pass
// for what it embeds, and the rest of it would count for nothing.
type Digested interface{ AddTo(*Hash) }

// Plain adds a plain value: texts, numbers, lists, maps, structs, pointers to
// them. Unexported fields count too. It panics on what is no value: a function,
// a channel.
func (h *Hash) Plain(v any) { h.value(reflect.ValueOf(v)) }

func (h *Hash) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Invalid:
		h.Int(-1)
	case reflect.String:
		h.Text(v.String())
	case reflect.Bool:
		h.Bool(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		h.Int(int(v.Int()))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		h.Int(int(v.Uint()))
	case reflect.Float64:
		h.Int(int(math.Float64bits(v.Float())))
	case reflect.Pointer, reflect.Interface:
		h.pointed(v)
	case reflect.Slice, reflect.Array:
		h.list(v)
	case reflect.Struct:
		h.structure(v)
	case reflect.Map:
		h.table(v)
	default:
		panic(fmt.Sprintf("memo: a %s is no plain value", v.Type()))
	}
}

var digested = reflect.TypeFor[Digested]()

func (h *Hash) structure(v reflect.Value) {
	if h.knows(v, v.Type()) {
		return
	}
	for i := range v.NumField() {
		h.value(v.Field(i))
	}
}

// knows adds the digest that a struct, or a pointer to one, has of itself.
func (h *Hash) knows(v reflect.Value, structure reflect.Type) bool {
	if !v.CanInterface() || !v.Type().Implements(digested) {
		return false
	}
	for i := range structure.NumField() {
		if f := structure.Field(i); f.Anonymous && f.Type.Implements(digested) {
			panic(fmt.Sprintf("memo: a %s embeds a %s and would pass for it", structure, f.Type))
		}
	}
	v.Interface().(Digested).AddTo(h)
	return true
}

// pointed adds what a pointer or an interface holds, and of an interface also
// the type: a text is no list.
func (h *Hash) pointed(v reflect.Value) {
	h.Bool(v.IsNil())
	if v.IsNil() {
		return
	}
	if v.Kind() == reflect.Interface {
		h.Text(v.Elem().Type().String())
	} else if v.Elem().Kind() == reflect.Struct && h.knows(v, v.Elem().Type()) {
		return
	}
	h.value(v.Elem())
}

func (h *Hash) list(v reflect.Value) {
	h.Int(v.Len())
	for i := range v.Len() {
		h.value(v.Index(i))
	}
}

// table adds a map by the order of its keys, which must be texts.
func (h *Hash) table(v reflect.Value) {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int {
		if a.String() < b.String() {
			return -1
		}
		return 1
	})
	h.Int(len(keys))
	for _, k := range keys {
		h.Text(k.String())
		h.value(v.MapIndex(k))
	}
}
