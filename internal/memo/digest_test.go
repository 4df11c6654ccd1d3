package memo

import (
	"encoding/binary"
	"fmt"
	"testing"
)

// known says the same digest whatever it holds.
type known struct{ N int }

func (k *known) AddTo(h *Hash) { h.Text("known") }

func sumOf(v any) Digest {
	var h Hash
	h.Plain(v)
	return h.Sum()
}

func TestPlainAsksWhatKnowsItself(t *testing.T) {
	type named struct {
		Facts *known
		M     int
	}
	if sumOf(named{&known{1}, 1}) != sumOf(named{&known{2}, 1}) {
		t.Error("a pointer to what knows its digest is looked into")
	}
	if sumOf(named{&known{1}, 1}) == sumOf(named{&known{1}, 2}) || sumOf(named{nil, 1}) == sumOf(named{&known{1}, 1}) {
		t.Error("what stands beside it counts for nothing")
	}
	if sumOf(known{1}) == sumOf(known{2}) {
		t.Error("a value whose pointer alone knows a digest counts for nothing")
	}
}

func TestPlainRefusesWhatPassesForAnother(t *testing.T) {
	type embeds struct {
		*known
		M int
	}
	for _, v := range []any{embeds{&known{1}, 1}, &embeds{&known{1}, 1}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%T passes for what it embeds", v)
				}
			}()
			sumOf(v)
		}()
	}
}

// Values that hold the same parts in the same order are told apart by where each list,
// text or table ends.
func TestPlainTellsWhereEachEnds(t *testing.T) {
	type lists struct{ A, B []string }
	type tables struct{ A, B map[string]string }
	values := []any{
		lists{[]string{"a", "b"}, []string{"c"}}, lists{[]string{"a"}, []string{"b", "c"}},
		[]lists{{A: []string{"a"}}, {A: []string{"b"}}}, []lists{{A: []string{"a", "b"}}, {}},
		[][]string{{"a", "b"}, {"c"}}, [][]string{{"a"}, {"b", "c"}}, [][]string{{"a"}, {"b"}, {"c"}},
		[]string{"ab", "c"}, []string{"a", "bc"}, []string{"abc"}, []string{},
		tables{A: map[string]string{"a": "b"}}, tables{B: map[string]string{"a": "b"}},
	}
	of := map[Digest]any{}
	for _, v := range values {
		d := sumOf(v)
		if other, known := of[d]; known {
			t.Errorf("%#v and %#v have one digest", v, other)
		}
		of[d] = v
	}
}

// However many parts there are, the digest is that of all in a row.
func TestManyParts(t *testing.T) {
	for _, n := range []int{1, 4000, 5000, 40000} {
		var h Hash
		var all []byte
		for i := range n {
			h.Text(fmt.Sprint("text ", i))
			h.Digest(Digest{uint64(i), 1})
			text := fmt.Sprint("text ", i)
			all = binary.LittleEndian.AppendUint64(all, uint64(len(text)))
			all = append(all, text...)
			all = binary.LittleEndian.AppendUint64(all, uint64(i))
			all = binary.LittleEndian.AppendUint64(all, 1)
		}
		if first := h.Sum(); first != Of(all) || h.Sum() != first {
			t.Errorf("%d parts: %v, not %v", n, h.Sum(), Of(all))
		}
		if h.Reset(); h.Sum() != Of(nil) {
			t.Errorf("%d parts: not forgotten", n)
		}
	}
}
