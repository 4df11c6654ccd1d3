package lang

import (
	"fmt"
	"strconv"
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

// Bytes writes a size as people do: 999 B, 1,2 kB, 3,4 MB.
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
