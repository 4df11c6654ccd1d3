package mend

import (
	"bytes"
	"fmt"
	"strings"

	"blandongan/internal/diag"
)

// around is how many lines are shown before and behind a change.
const around = 2

// Diff returns what Certain changed in a file, as diff -u writes it. Lines stand as they are,
// but that nothing in them reaches a terminal but as text.
func Diff(file string, was, is []byte) string {
	old, fresh := split(was), split(is)
	if len(old) != len(fresh) {
		return "" // no repair adds a line
	}
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", diag.Name(file), diag.Name(file))
	for i := 0; i < len(old); {
		if old[i] == fresh[i] {
			i++
			continue
		}
		from, to := max(i-around, 0), hunk(old, fresh, i)
		fmt.Fprintf(&b, "@@ -%d,%d +%[1]d,%[2]d @@\n", from+1, to-from)
		write(&b, old[from:to], fresh[from:to])
		i = to
	}
	return b.String()
}

// hunk returns where the change that begins in a line ends, with what is shown behind it.
func hunk(old, fresh []string, i int) int {
	last := i
	for n := i; n < len(old) && n <= last+2*around; n++ {
		if old[n] != fresh[n] {
			last = n
		}
	}
	return min(last+1+around, len(old))
}

// write writes lines that stay, and runs of those that change: all that go, then all that come.
func write(b *strings.Builder, old, fresh []string) {
	for i := 0; i < len(old); {
		n := i
		for n < len(old) && old[n] != fresh[n] {
			n++
		}
		for _, l := range old[i:n] {
			fmt.Fprintf(b, "-%s\n", diag.Name(l))
		}
		for _, l := range fresh[i:n] {
			fmt.Fprintf(b, "+%s\n", diag.Name(l))
		}
		if n == i {
			fmt.Fprintf(b, " %s\n", diag.Name(old[i]))
			n++
		}
		i = n
	}
}

// split cuts a text into lines without their ends.
func split(text []byte) []string {
	text = bytes.TrimPrefix(text, mark)
	starts := lines(text)
	list := make([]string, 0, len(starts))
	for n := range starts {
		_, words := line(text, starts, n+1)
		list = append(list, string(words))
	}
	if n := len(list); n > 0 && list[n-1] == "" {
		list = list[:n-1]
	}
	return list
}
