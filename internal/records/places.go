package records

import (
	"encoding/binary"
	"iter"

	"blandongan/internal/diag"
)

// Places remembers where the keys of a struct stand. Embed it in a declaration.
type Places struct {
	file  string
	start spot
	// keys are written one behind the other, each as its length, its letters, a line and where: a
	// site of a million articles has ten million of them.
	keys string
}

// spot is a point in a file that is known from elsewhere: its line, its column, and what it is of a key.
type spot struct{ line, where uint32 }

// placed is a key at a point: where its value stands, an entry of its list, or what could not be read.
type placed struct {
	key string
	spot
}

type what uint8

const (
	wholeValue what = iota
	oneEntry
	misread
	whatBits = 2
)

func spotAt(line, col int, w what) spot { return spot{uint32(line), uint32(col)<<whatBits | uint32(w)} }

// placesIn are those of keys that were written with something, in the order of the file.
func placesIn(file string, start diag.Place, written []placed) Places {
	var room [256]byte
	b := room[:0]
	for i := range written {
		if w := &written[i]; w.line != 0 {
			b = append(binary.AppendUvarint(b, uint64(len(w.key))), w.key...)
			b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(w.line)), uint64(w.where))
		}
	}
	return Places{file, spotAt(start.Line, start.Col, wholeValue), string(b)}
}

func (p *Places) place(s spot) diag.Place {
	return diag.Place{File: p.file, Line: int(s.line), Col: int(s.where >> whatBits)}
}

// of are the points of a key that are one thing of it.
func (p *Places) of(key string, w what) iter.Seq[spot] {
	return func(yield func(spot) bool) {
		for rest := p.keys; rest != ""; {
			n := number(&rest)
			is := rest[:n] == key
			rest = rest[n:]
			s := spot{uint32(number(&rest)), uint32(number(&rest))}
			if is && s.where&(1<<whatBits-1) == uint32(w) && !yield(s) {
				return
			}
		}
	}
}

// number takes a number as binary.AppendUvarint wrote it off the beginning of a text.
func number(text *string) uint64 {
	n, size := binary.Uvarint([]byte((*text)[:min(len(*text), binary.MaxVarintLen32)]))
	if size <= 0 { // it is not what we wrote
		size = len(*text)
	}
	*text = (*text)[size:]
	return n
}

// At returns the place of a key's value, or of the whole struct when the key was not written.
func (p *Places) At(key string) diag.Place {
	at := p.start
	for s := range p.of(key, wholeValue) {
		at = s
	}
	return p.place(at)
}

// AtEntry returns the place of entry i of a key's list of words. What names
// another thing by id has its place in Found instead.
func (p *Places) AtEntry(key string, i int) diag.Place {
	for s := range p.of(key, oneEntry) {
		if i--; i < 0 {
			return p.place(s)
		}
	}
	return p.At(key)
}

// Begin returns the place where the struct begins.
func (p *Places) Begin() diag.Place { return p.place(p.start) }

// Has says whether a key was written with a value.
func (p *Places) Has(key string) bool { return p.has(key, wholeValue) }

// Misread says whether something was written for a key that could not be read:
// its value has a fault, or the key itself is misspelt. That has been reported,
// and nothing follows from the value.
func (p *Places) Misread(key string) bool { return p.has(key, misread) }

func (p *Places) has(key string, w what) bool {
	for range p.of(key, w) {
		return true
	}
	return false
}
