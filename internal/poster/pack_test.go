package poster

import (
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"slices"
	"testing"
)

// Whatever the rows, they come out again; and no symbol's word is longer than it may be.
func TestPack(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	fill := func(n int, value func(i int) byte) []byte {
		rows := make([]byte, n)
		for i := range rows {
			rows[i] = value(i)
		}
		return rows
	}
	skewed := []byte{} // each byte as often as the two before together
	for a, b, i := 1, 1, byte(0); i < 24; a, b, i = b, a+b, i+1 {
		skewed = append(skewed, bytes.Repeat([]byte{i}, a)...)
	}
	random.Shuffle(len(skewed), func(i, j int) { skewed[i], skewed[j] = skewed[j], skewed[i] })
	for name, rows := range map[string][]byte{
		"nothing":     nil,
		"a byte":      {7},
		"equal bytes": fill(1+longest+4, func(int) byte { return 1 }),
		"cut":         fill(stride+5, func(i int) byte { return "\x01\x02\x03\x04\x05\x00\x09"[i%stride%7] }),
		"all bytes":   fill(3*stride, func(i int) byte { return byte(i) }),
		"noise":       fill(3*stride, func(int) byte { return byte(random.Uint32()) }),
		"few values":  fill(300*stride, func(int) byte { return byte(random.Uint32() % 2) }),
		"skewed":      skewed,
		"runs":        fill(100*stride, func(i int) byte { return byte(i / 7 * 40503 >> 8) }),
	} {
		for behind := byte(0); behind < 2; behind++ { // what lies in the padding does not count
			padded := append(slices.Clone(rows), bytes.Repeat([]byte{behind}, padding)...)
			first := packed(padded[:len(rows)])
			r, err := zlib.NewReader(bytes.NewReader(first))
			if err != nil {
				t.Fatal(name, err)
			}
			if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, rows) {
				t.Errorf("%s: of %d bytes %d come out: %v", name, len(rows), len(got), err)
			}
			if again := packed(padded[:len(rows)]); !bytes.Equal(again, first) {
				t.Errorf("%s: packed again, other bytes", name)
			}
		}
	}
}

// packed packs rows of which each third is packed in two parts, and which are looked at in all ways.
func packed(rows []byte) []byte {
	var f finder
	var tokens []token
	var often census
	for y := 0; y*stride < len(rows); y++ {
		ends := []int{y * stride, min((y+1)*stride, len(rows))}
		if middle := y*stride + edge; y%3 == 1 && middle < ends[1] {
			ends = slices.Insert(ends, 1, middle)
		}
		for i, to := range ends[1:] {
			tokens = append(tokens, f.find(rows[:len(rows)+padding], ends[i], to)...)
		}
	}
	for _, t := range tokens {
		often.count(t.run())
	}
	l := newLanguage(often)
	var s stream
	s.putWords(l.opened)
	s.putAll(tokens, &l.words)
	s.put(l.code[end])
	s.close(sumOf(rows).adler(len(rows)))
	return s.bytes
}
