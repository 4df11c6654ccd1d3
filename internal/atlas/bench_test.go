package atlas

import "testing"

// A save that changes the front page finds places for its labels anew: that must
// not be felt.
func BenchmarkLabels(b *testing.B) {
	m := read(b, newTiling(4, 11, 40, 0).geojson(11))
	texts := make([]Text, len(m.Areas))
	for i := range texts {
		texts[i] = Text{Name: []string{"Setu", "Ciputat Timur", "Pondok Aren"}[i%3], Below: "123.456"}
	}
	for b.Loop() {
		m.Large.Labels(texts, 14, nil)
	}
}

func BenchmarkRead(b *testing.B) {
	data := newTiling(4, 11, 200, 0).geojson(11)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		read(b, data)
	}
}
