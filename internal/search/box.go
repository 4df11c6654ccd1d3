package search

import "slices"

// box is documents in a few files. Documents are read few at a time, from as many places: so their files are small,
// and there are too many of them to be named each in the directory. Those of a box share a sum, before the number that
// each has on its shelf.
type box struct {
	sum   sum
	files [][]byte
}

const (
	inFile     = 6
	filesInBox = 16
	inBox      = filesInBox * inFile
)

// fillBoxes puts documents into boxes, of which it keeps those that are as they were.
func fillBoxes(last []box, before, documents []*Words) []box {
	var boxes []box
	for from := 0; from < len(documents); from += inBox {
		now := documents[from:min(from+inBox, len(documents))]
		var then []*Words
		if from < len(before) {
			then = before[from:min(from+inBox, len(before))]
		}
		if slices.EqualFunc(then, now, func(a, b *Words) bool { return a.document == b.document }) {
			boxes = append(boxes, last[from/inBox])
		} else {
			boxes = append(boxes, newBox(now))
		}
	}
	return boxes
}

func newBox(documents []*Words) box {
	var b box
	size, start := 0, 0
	for _, w := range documents {
		size += len(w.document) + 1
	}
	text := make([]byte, 0, size)
	for i, w := range documents {
		text = append(append(text, w.document...), '\n')
		if (i+1)%inFile == 0 || i+1 == len(documents) {
			b.files = append(b.files, text[start:len(text):len(text)])
			start = len(text)
		}
	}
	b.sum = sumOf(text)
	return b
}
