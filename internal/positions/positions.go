// Package positions finds where in a list a text stands, by the list itself.
//
// A map of such texts would hold each a second time, with a place for it: of a quarter of a million
// paths that is fifteen megabytes, and here it is less than three. In come texts and positions; out come positions.
package positions

import (
	"hash/maphash"
	"slices"
)

// Table finds positions. Whoever holds the list says with at which text stands at a position; no two
// are the same. The zero value is empty. It is safe for concurrent use while nothing is added or
// taken away.
type Table struct {
	slots []int32 // the positions and one, 0 for none: each where its text's hash leads, or right after
	tags  []uint8 // other bits of the hashes: few texts are looked at that are not the one
	used  int
}

// seed is that of all tables of a process.
var seed = maphash.MakeSeed()

// New returns a table with room for so many.
func New(n int) *Table {
	t := new(Table)
	t.grow(n, nil)
	return t
}

// grow makes room for so many: of four slots at least one stays free.
func (t *Table) grow(n int, at func(int) string) {
	size := 8
	for size*3 < n*4 {
		size *= 2
	}
	old := t.slots
	t.slots, t.tags, t.used = make([]int32, size), make([]uint8, size), 0
	for _, x := range old {
		if x != 0 {
			t.put(int(x-1), at(int(x-1)))
		}
	}
}

// home is the slot to which a text's hash leads, and its tag.
func (t *Table) home(text string) (slot int, tag uint8) {
	hash := maphash.String(seed, text)
	return int(hash & uint64(len(t.slots)-1)), uint8(hash >> 56)
}

func (t *Table) next(slot int) int { return (slot + 1) & (len(t.slots) - 1) }

// Find returns the position of a text, false when it is not in there.
func (t *Table) Find(text string, at func(int) string) (int, bool) {
	slot, _, is := t.slot(text, at)
	if !is {
		return 0, false
	}
	return int(t.slots[slot] - 1), true
}

// slot returns the slot of a text or, if it is not in there, the one that it would take, with its tag.
func (t *Table) slot(text string, at func(int) string) (slot int, tag uint8, is bool) {
	if len(t.slots) == 0 {
		return 0, 0, false
	}
	slot, tag = t.home(text)
	for ; t.slots[slot] != 0; slot = t.next(slot) {
		if t.tags[slot] == tag && at(int(t.slots[slot]-1)) == text {
			return slot, tag, true
		}
	}
	return slot, tag, false
}

// Enter adds the text at a position, unless it is in there: then it returns where it stands.
func (t *Table) Enter(position int, at func(int) string) (first int, taken bool) {
	t.makeRoom(at)
	slot, tag, taken := t.slot(at(position), at)
	if taken {
		return int(t.slots[slot] - 1), true
	}
	t.fill(slot, tag, position)
	return 0, false
}

func (t *Table) makeRoom(at func(int) string) {
	if (t.used+1)*4 > len(t.slots)*3 {
		t.grow(2*(t.used+1), at)
	}
}

func (t *Table) put(position int, text string) {
	slot, tag := t.home(text)
	for t.slots[slot] != 0 {
		slot = t.next(slot)
	}
	t.fill(slot, tag, position)
}

func (t *Table) fill(slot int, tag uint8, position int) {
	t.slots[slot], t.tags[slot] = int32(position+1), tag
	t.used++
}

// Move notes that a text that is in there stands at another position from now on. at still says
// where it stood.
func (t *Table) Move(text string, to int, at func(int) string) {
	if slot, _, is := t.slot(text, at); is {
		t.slots[slot] = int32(to + 1)
	}
}

// Remove takes a text out. at still says where it stood.
func (t *Table) Remove(text string, at func(int) string) {
	free, _, is := t.slot(text, at)
	if !is {
		return
	}
	t.used--
	t.slots[free] = 0
	for slot := t.next(free); t.slots[slot] != 0; slot = t.next(slot) { // what is behind may belong here
		home, _ := t.home(at(int(t.slots[slot] - 1)))
		if (slot-home)&(len(t.slots)-1) >= (slot-free)&(len(t.slots)-1) {
			t.slots[free], t.tags[free], t.slots[slot] = t.slots[slot], t.tags[slot], 0
			free = slot
		}
	}
}

// Clone returns a copy.
func (t *Table) Clone() *Table { return &Table{slices.Clone(t.slots), slices.Clone(t.tags), t.used} }
