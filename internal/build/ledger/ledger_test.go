package ledger

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"blandongan/internal/files"
	"blandongan/internal/memo"
	"blandongan/internal/memory"
)

// Whatever is entered and struck out, the book says what a map would.
func TestBookIsAMap(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	l, want := &Ledger{}, map[string]File{}
	for step := range 2000 {
		switch random.IntN(8) {
		case 0:
			p := fmt.Sprint(random.IntN(40))
			l.Strike(p)
			delete(want, p)
		case 1:
			l = New(l.Note())
		case 2:
			byPath := func(a, b File) int { return strings.Compare(a.Path, b.Path) }
			if noted := l.Note(); !slices.IsSortedFunc(noted, byPath) {
				t.Fatalf("step %d: %v is in no order", step, noted)
			}
		default:
			var list []File
			for _, n := range random.Perm(40)[:random.IntN(4)] {
				f := File{Path: fmt.Sprint(n), Edition: step}
				list, want[f.Path] = append(list, f), f
			}
			l.Enter(list)
		}
		got := map[string]File{}
		for f := range l.All() {
			got[f.Path] = *f
			if one, known := l.Get(f.Path); !known || one != *f {
				t.Fatalf("step %d: Get(%q) is %v, %t", step, f.Path, one, known)
			}
		}
		if _, known := l.Get("none"); known || !maps.Equal(got, want) || l.IsEmpty() != (len(want) == 0) {
			t.Fatalf("step %d: %v, want %v", step, got, want)
		}
	}
}

// folder has files with stamps.
type folder struct {
	stamps map[string]files.Stamp
	bytes  map[string]string
}

func (f folder) Stamp(p string) (files.Stamp, bool) { s, is := f.stamps[p]; return s, is }

func (f folder) Holds(p string, intact func([]byte) bool) bool { return intact([]byte(f.bytes[p])) }

func one(n int, do func(int)) {
	for i := range n {
		do(i)
	}
}

// What lies otherwise is known no longer; what lies so with another stamp, or one too young to be
// trusted, is read.
func TestVerify(t *testing.T) {
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	stamp := func(age time.Duration) files.Stamp {
		info, err := fstest.MapFS{"f": {ModTime: now.Add(-age)}}.Stat("f")
		if err != nil {
			t.Fatal(err)
		}
		return files.StampOf(info)
	}
	old, older, young := stamp(time.Hour), stamp(2*time.Hour), stamp(0)
	there := folder{
		map[string]files.Stamp{"same": old, "touched": old, "young": young, "changed": old, "unsummed": young,
			"empty": young},
		map[string]string{"touched": "text", "young": "text", "changed": "other", "unsummed": "text"},
	}
	file := func(p string, s files.Stamp, settled bool, sum uint64) File {
		return File{Path: p, Inputs: memo.Of([]byte(p)), From: "from", Edition: 1, Seen: Seen{s, settled, sum}}
	}
	sum := memory.Sum([]byte("text"))
	cases := map[string]struct {
		file             File
		known, restamped bool
	}{
		"same":     {file("same", old, true, 0), true, false},
		"touched":  {file("touched", older, true, sum), true, true},
		"young":    {file("young", young, false, sum), true, true},
		"changed":  {file("changed", older, true, sum), false, false},
		"unsummed": {file("unsummed", young, false, 0), false, false},
		"gone":     {file("gone", old, true, sum), false, false},
		"empty":    {file("empty", young, false, memory.Sum(nil)), true, true},
	}
	for name, c := range cases {
		l := New([]File{c.file})
		whole, restamped := l.Verify(there, now, one)
		got, _ := l.Get(name)
		if whole != c.known || restamped != c.restamped || (got.Inputs == c.file.Inputs) != c.known ||
			got.From != "from" || got.Edition != 1 {
			t.Errorf("%s: whole %t, restamped %t, %+v", name, whole, restamped, got)
		}
	}
	l := New([]File{{Path: "young"}, {Path: "same"}})
	l.Stamp(there, now, false, one)
	same, _ := l.Get("same")
	if young, _ := l.Get("young"); same.Stamp != old || !same.Settled || young.Settled {
		t.Errorf("%+v, %+v after they were stamped", same, young)
	}
	put := func(p string, sum uint64) File { return file(p, files.Stamp{}, false, sum) }
	l = New([]File{put("touched", sum), put("changed", sum), put("unsummed", 0)})
	l.Stamp(there, now, true, one)
	for p, known := range map[string]bool{"touched": true, "changed": false, "unsummed": false} {
		f, _ := l.Get(p)
		if (f.Inputs != memo.Digest{}) != known || (f.Stamp != files.Stamp{}) != known || f.From != "from" {
			t.Errorf("%+v after it was stamped late", f)
		}
	}
}
