package formats

import "testing"

// A calendar's line has at most 75 bytes, and unfolding gives it back.
func TestFoldLine(t *testing.T) {
	long := "SUMMARY:" + "Kunjungan é 中 "
	for range 5 {
		long += long
	}
	folded, line := foldLine(long), ""
	for _, part := range splitLines(folded) {
		if len(part) > 75 {
			t.Errorf("%d bytes: %q", len(part), part)
		}
		if line != "" {
			part = part[1:]
		}
		line += part
	}
	if line != long {
		t.Errorf("unfolded is %q", line)
	}
}

func splitLines(s string) []string {
	var lines []string
	for s != "" {
		i := 0
		for s[i:i+2] != "\r\n" {
			i++
		}
		lines, s = append(lines, s[:i]), s[i+2:]
	}
	return lines
}
