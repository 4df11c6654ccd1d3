package memo

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"math"
	"reflect"
	"slices"
	"strings"
)

// Digest stands for what a result was made from: two inputs with the same digest are the same,
// in this process and in any other. It is the first half of their SHA-256: 128 bits, of which
// nobody can make two texts collide. Twice as fast are hashes that each process seeds anew; they
// mean nothing to the next one.
type Digest [2]uint64

// Of returns the digest of a text.
func Of(text []byte) Digest {
	return cut(sha256.Sum256(text))
}

func cut(sum [sha256.Size]byte) Digest {
	return Digest{binary.LittleEndian.Uint64(sum[:]), binary.LittleEndian.Uint64(sum[8:])}
}

// Hash gathers parts and digests them all. The zero value is ready. Each part is
// told from its neighbours: ("ab", "c") is not ("a", "bc").
type Hash struct {
	parts []byte
	many  hash.Hash // of the parts before, where there are many; else nil
	// adders remember how the values of a type are added: to find out takes longer.
	adders map[reflect.Type]adder
}

// Text adds a text.
func (h *Hash) Text(s string) {
	h.Int(len(s))
	if h.parts = append(h.parts, s...); len(h.parts) > mostParts {
		h.reckon()
	}
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
	if len(h.parts) > mostParts {
		h.reckon()
	}
}

// Sum returns the digest of all parts.
func (h *Hash) Sum() Digest {
	if h.many == nil {
		return Of(h.parts)
	}
	h.reckon()
	return cut([sha256.Size]byte(h.many.Sum(nil)))
}

// Reset forgets the parts.
func (h *Hash) Reset() { h.parts, h.many = h.parts[:0], nil }

// mostParts is how many bytes of parts are gathered before they are reckoned.
const mostParts = 64 << 10

// reckon takes the parts in that were gathered.
func (h *Hash) reckon() {
	if h.many == nil {
		h.many = sha256.New()
	}
	h.many.Write(h.parts)
	h.parts = h.parts[:0]
}

// Digested is a struct, or a pointer to one, that knows its own digest. Plain does
// not look into it. It panics on a struct that embeds one: such a struct would pass
// for what it embeds, and the rest of it would count for nothing.
type Digested interface{ AddTo(*Hash) }

// Plain adds a plain value: texts, numbers, lists, maps, structs, pointers to
// them. Unexported fields count too. It panics on what is no value: a function,
// a channel.
func (h *Hash) Plain(v any) {
	if v == nil {
		h.Int(-1)
		return
	}
	h.adderOf(reflect.TypeOf(v))(h, reflect.ValueOf(v))
}

// adder adds values of one type.
type adder func(*Hash, reflect.Value)

// adderOf returns how values of a type are added.
func (h *Hash) adderOf(t reflect.Type) adder {
	if add, known := h.adders[t]; known {
		return add
	}
	if h.adders == nil {
		h.adders = map[reflect.Type]adder{}
	}
	h.adders[t] = func(h *Hash, v reflect.Value) { h.adders[t](h, v) } // a type may hold itself
	add := h.newAdder(t)
	h.adders[t] = add
	return add
}

func (h *Hash) newAdder(t reflect.Type) adder {
	switch t.Kind() {
	case reflect.String:
		return func(h *Hash, v reflect.Value) { h.Text(v.String()) }
	case reflect.Bool:
		return func(h *Hash, v reflect.Value) { h.Bool(v.Bool()) }
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(h *Hash, v reflect.Value) { h.Int(int(v.Int())) }
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return func(h *Hash, v reflect.Value) { h.Int(int(v.Uint())) }
	case reflect.Float64:
		return func(h *Hash, v reflect.Value) { h.Int(int(math.Float64bits(v.Float()))) }
	case reflect.Pointer:
		return h.pointer(t)
	case reflect.Interface:
		return addInterface
	case reflect.Slice, reflect.Array:
		return h.list(t)
	case reflect.Struct:
		return h.structure(t)
	case reflect.Map:
		return h.table(t)
	}
	panic(fmt.Sprintf("memo: a %s is no plain value", t))
}

var digested = reflect.TypeFor[Digested]()

func (h *Hash) structure(t reflect.Type) adder {
	fields := make([]adder, t.NumField())
	for i := range fields {
		fields[i] = h.adderOf(t.Field(i).Type)
	}
	return knowing(t, t, func(h *Hash, v reflect.Value) {
		for i, add := range fields {
			add(h, v.Field(i))
		}
	})
}

// knowing adds what a struct, or a pointer to one, knows of itself, and else all it
// holds: what stands in an unexported field cannot be asked.
func knowing(t, structure reflect.Type, all adder) adder {
	if !t.Implements(digested) {
		return all
	}
	for i := range structure.NumField() {
		if f := structure.Field(i); f.Anonymous && f.Type.Implements(digested) {
			panic(fmt.Sprintf("memo: a %s embeds a %s and would pass for it", structure, f.Type))
		}
	}
	return func(h *Hash, v reflect.Value) {
		if !v.CanInterface() {
			all(h, v)
			return
		}
		v.Interface().(Digested).AddTo(h)
	}
}

func (h *Hash) pointer(t reflect.Type) adder {
	if t.Elem().Kind() == reflect.Struct && t.Implements(digested) {
		return orNil(knowing(t, t.Elem(), func(h *Hash, v reflect.Value) { h.adderOf(t.Elem())(h, v.Elem()) }))
	}
	add := h.adderOf(t.Elem())
	return orNil(func(h *Hash, v reflect.Value) { add(h, v.Elem()) })
}

// orNil adds whether a pointer holds something, and that.
func orNil(add adder) adder {
	return func(h *Hash, v reflect.Value) {
		none := v.IsNil()
		h.Bool(none)
		if !none {
			add(h, v)
		}
	}
}

// addInterface adds what an interface holds and its type: a text is no list.
func addInterface(h *Hash, v reflect.Value) {
	h.Bool(v.IsNil())
	if !v.IsNil() {
		h.Text(v.Elem().Type().String())
		h.adderOf(v.Elem().Type())(h, v.Elem())
	}
}

func (h *Hash) list(t reflect.Type) adder {
	add := h.adderOf(t.Elem())
	return func(h *Hash, v reflect.Value) {
		n := v.Len()
		h.Int(n)
		for i := range n {
			add(h, v.Index(i))
		}
	}
}

// table adds a map by the order of its keys, which must be texts.
func (h *Hash) table(t reflect.Type) adder {
	add := h.adderOf(t.Elem())
	return func(h *Hash, v reflect.Value) {
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		h.Int(len(keys))
		for _, k := range keys {
			h.Text(k.String())
			add(h, v.MapIndex(k))
		}
	}
}
