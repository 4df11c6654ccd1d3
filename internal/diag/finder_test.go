package diag

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// A finder answers what comparing every candidate with the word would.
func TestFinderFindsTheNearest(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	word := func() string {
		b := make([]byte, 1+r.IntN(12))
		for i := range b {
			b[i] = "abcx-é"[r.IntN(5)]
		}
		return string(b)
	}
	for range 3000 {
		candidates := make([]string, r.IntN(20))
		for i := range candidates {
			candidates[i] = word()
		}
		w := word()
		if got, want := NewFinder(candidates).Nearest(w), plainNearest(w, candidates); got != want {
			t.Fatalf("Nearest(%q) of %q is %q, want %q", w, candidates, got, want)
		}
	}
}

// plainNearest is the rule written down without any thought of time.
func plainNearest(word string, candidates []string) string {
	best, least := "", edits(len([]rune(word)))+1
	for _, c := range candidates {
		if fold(c) == fold(word) {
			return c
		}
		if d := slowDistance([]rune(strings.ToLower(word)), []rune(strings.ToLower(c))); d < least {
			best, least = c, d
		}
	}
	var with []string
	for _, c := range candidates {
		if slices.Contains(strings.Split(c, "-"), strings.ToLower(word)) {
			with = append(with, c)
		}
	}
	if best == "" && len(with) == 1 {
		return with[0]
	}
	return best
}

func slowDistance(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
				continue
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j], d[i][j-1], d[i-1][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

// ids are such as a city has after many years, of three kinds.
func ids(kind string, n int) []string {
	r := rand.New(rand.NewPCG(5, 5))
	words := strings.Fields("air balai banjir bus camat data desa dinas gedung guru hujan izin jalan jembatan kantor " +
		"kebun kota lampu loket museum pasar perahu pohon pompa puskesmas rapat sampah sekolah sensor siswa sungai " +
		"taman terminal warga waduk")
	list := make([]string, n)
	for i := range list {
		switch kind {
		case "numbered":
			list[i] = fmt.Sprintf("kunjungan-camat-jambi-%d", i)
		case "dated":
			list[i] = time.Date(2000, 1, 1+i, 0, 0, 0, 0, time.UTC).Format("2006-01-02-") + "kunjungan-" +
				words[r.IntN(len(words))]
		default:
			var parts []string
			for range 3 + i%5 {
				parts = append(parts, words[r.IntN(len(words))])
			}
			list[i] = strings.Join(parts, "-")
		}
	}
	slices.Sort(list)
	return list
}

func BenchmarkFinder(b *testing.B) {
	for _, kind := range []string{"numbered", "dated", "worded"} {
		list := ids(kind, 10000)
		r := rand.New(rand.NewPCG(9, 9))
		f := NewFinder(list)
		for _, how := range []string{"slip", "other"} {
			b.Run(kind+"/"+how, func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					word := []byte(list[r.IntN(len(list))])
					for range map[string]int{"slip": 1, "other": 12}[how] {
						word[r.IntN(len(word))] = byte('a' + r.IntN(26))
					}
					f.Nearest(string(word))
				}
			})
		}
	}
	b.Run("new", func(b *testing.B) {
		list := ids("worded", 10000)
		for b.Loop() {
			NewFinder(list)
		}
	})
}

// Several may ask at once, and the same word again is no work.
func TestFinderRemembers(t *testing.T) {
	f := NewFinder(ids("numbered", 2000))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for i := range 200 {
				want := fmt.Sprintf("kunjungan-camat-jambi-%d", i)
				if got := f.Nearest(fmt.Sprintf("kunjungan-camat-jambo-%d", i)); got != want {
					t.Errorf("%d: %q", i, got)
				}
			}
		})
	}
	all.Wait()
	if len(f.answers) != 200 {
		t.Errorf("%d answers are remembered", len(f.answers))
	}
}
