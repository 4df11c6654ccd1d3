package lang

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Count writes a number that counts as sentences have it: 39.905, 39,905.
func (l Language) Count(n int) string {
	digits := strconv.Itoa(n)
	mark := ","
	if l == Indonesian {
		mark = "."
	}
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + mark + digits[i:]
	}
	return digits
}

// Size writes what a file may have, in the largest unit that leaves at least 1: limits
// are whole numbers of these.
func (l Language) Size(bytes int64) string {
	s := fmt.Sprintf("%d byte", bytes)
	switch b := float64(bytes); {
	case bytes >= 1<<20:
		s = fmt.Sprintf("%.4g MiB", b/(1<<20))
	case bytes >= 1<<10:
		s = fmt.Sprintf("%.4g KiB", b/(1<<10))
	}
	if l == Indonesian {
		return strings.Replace(s, ".", ",", 1)
	}
	return s
}

// Bytes writes how much is sent as people do: 999 B, 1,2 kB, 3,4 MB.
func (w *Writer) Bytes(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d B", n)
	case n < 1000_000:
		return w.Number(float64(n)/1000, 1) + " kB"
	}
	return w.Number(float64(n)/1000_000, 1) + " MB"
}

// Seconds writes how long something took, without the unit: below one second more
// exactly.
func (w *Writer) Seconds(d time.Duration) string {
	if d < time.Second {
		return w.Number(d.Seconds(), 2)
	}
	return w.Number(d.Seconds(), 1)
}
