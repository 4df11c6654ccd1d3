package positions_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"blandongan/internal/positions"
)

// Whatever is added, moved and removed, a table says what a map would.
func TestTableIsAMap(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var list []string
	at := func(i int) string { return list[i] }
	table, want := new(positions.Table), map[string]int{}
	for step := range 20000 {
		text := fmt.Sprint(random.IntN(200))
		switch i, known := want[text]; {
		case !known:
			list = append(list, text)
			if first, taken := table.Enter(len(list)-1, at); taken {
				t.Fatalf("step %d: %q is at %d before it came", step, text, first)
			}
			want[text] = len(list) - 1
		case random.IntN(3) == 0:
			list = append(list, text)
			if first, taken := table.Enter(len(list)-1, at); !taken || first != i {
				t.Fatalf("step %d: %q is at %d, %t, not at %d", step, text, first, taken, i)
			}
		case random.IntN(2) == 0:
			list = append(list, text)
			table.Move(text, len(list)-1, at)
			want[text], list[i] = len(list)-1, ""
		default:
			table.Remove(text, at)
			delete(want, text)
		}
		if step%500 == 0 {
			table = table.Clone()
		}
		for n := range 3 {
			text := fmt.Sprint((random.IntN(200) + n) % 200)
			i, known := want[text]
			if got, found := table.Find(text, at); got != i || found != known {
				t.Fatalf("step %d: %q is at %d, %t, not at %d, %t", step, text, got, found, i, known)
			}
		}
	}
	for i := range 1000 { // room is made beforehand
		list = append(list, fmt.Sprint("more", i))
	}
	big := positions.New(len(list))
	for text, i := range want {
		if list[i] = text; i%2 == 0 {
			big.Enter(i, at)
		}
	}
	for text, i := range want {
		if got, found := big.Find(text, at); found != (i%2 == 0) || found && got != i {
			t.Fatalf("%q is at %d, %t", text, got, found)
		}
	}
}
