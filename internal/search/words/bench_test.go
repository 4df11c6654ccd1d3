package words_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"blandongan/internal/search/words"
)

// articles are texts as a city's archive has them: n of about 3 kB, in which few words are
// frequent and many are rare.
func articles(b *testing.B, n int) (texts []string, size int64) {
	var all []string
	for _, f := range families(b) {
		all = append(append(all, f.root), f.words...)
	}
	random := rand.New(rand.NewPCG(16, 2))
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	often := rand.NewZipf(random, 1.1, 8, uint64(len(all)-1))
	for range n {
		var text strings.Builder
		for text.Len() < 3000 {
			for range 12 {
				text.WriteString(all[often.Uint64()])
				text.WriteByte(' ')
			}
			text.WriteString("di Kota dan. Warga ")
		}
		texts = append(texts, text.String())
		size += int64(text.Len())
	}
	return texts, size
}

func BenchmarkCut(b *testing.B) {
	texts, size := articles(b, 1000)
	l := words.For("id")
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		c := l.Cutter()
		for _, text := range texts {
			c.Cut(text, func(int) {})
		}
	}
}

func BenchmarkWords(b *testing.B) {
	texts, size := articles(b, 100)
	l := words.For("id")
	b.SetBytes(size)
	for b.Loop() {
		for _, text := range texts {
			for range l.Words(text) {
			}
		}
	}
}

func BenchmarkStem(b *testing.B) {
	var all []string
	for _, f := range families(b) {
		all = append(all, f.words...)
	}
	l := words.For("id")
	for i := 0; b.Loop(); i++ {
		l.Stem(all[i%len(all)])
	}
}

func BenchmarkFor(b *testing.B) {
	for b.Loop() {
		words.For("id")
	}
}
