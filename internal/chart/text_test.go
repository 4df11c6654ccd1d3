package chart

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// The widths of letters in hundredths of their size, measured in DejaVu Sans and its
// bold: few systems have a wider face.
const (
	plainWidths = `28:ijl' 30:IJ 34:.,:;/| 35:f 36:- 39:t() 41:r 50:– 52:s 53:z? 55:c 56:L 58:kF 59:vxy 60:P ` +
		`61:aoTY 62:eé 63:hnuE 64:bdgpqS0123456789 ` +
		`66:K 68:AV 69:BXZ 70:CR 73:U 75:HN 77:D 79:OQG 82:w 84:−+= 86:M 95:% 97:m 99:W 100:@…—`
	boldWidths = `31:' 34:ijl 37:IJ/| 40:.,:; 42:- 44:f 46:() 48:t 49:r 50:– 58:z? ` +
		`59:c 60:s 64:L 65:vxy 67:k 68:aeEFTé ` +
		`69:o 70:0123456789 71:hnu 72:bdgpqSY 73:CPZ 76:B 77:ARVX 78:K 81:U 82:G 83:D 84:HN−+= 85:OQ 92:w ` +
		`100:M@%…— 104:m 110:W`
	plainSpace = 32
	boldSpace  = 35
)

// measured is how wide a line is when it is set in letters of a drawing.
func measured(t *testing.T, line string, bold bool) int {
	t.Helper()
	table, space := plainWidths, plainSpace
	if bold {
		table, space = boldWidths, boldSpace
	}
	of := map[rune]int{' ': space}
	for group := range strings.FieldsSeq(table) {
		width, letters, _ := strings.Cut(group, ":")
		for _, r := range letters {
			of[r] = whole(t, width)
		}
	}
	sum := 0
	for _, r := range line {
		if of[r] == 0 {
			t.Fatalf("%q has not been measured", r)
		}
		sum += of[r]
	}
	return sum * letter / 100
}

// someName is a name of up to five words, some of them in capitals or with digits.
func someName(r *rand.Rand) string {
	words := make([]string, 1+r.IntN(5))
	for i := range words {
		word := []string{
			"Kecamatan", "Muara", "Layanan", "warga", "Musyawarah", "di", "Gunung", "SMKN",
			"2026", "WMMW", "H.R.", "Rawa-rawa", "Tumbuhan", "Bandungan",
		}[r.IntN(14)]
		if r.IntN(4) == 0 {
			word = strings.ToUpper(word)
		}
		words[i] = word
	}
	return strings.Join(words, " ")
}

// What is cut to a width fits in it, as a browser sets it, and is not cut for nothing.
func TestCutFits(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 9))
	for range 3000 {
		name, room, bold := someName(r), 40+r.IntN(280), r.IntN(2) == 0
		most := room
		if bold {
			most = unbold(room)
		}
		got := cut(name, most)
		if width := measured(t, got, bold); width > room {
			t.Fatalf("%q is %d wide, more than %d", got, width, room)
		}
		n := utf8.RuneCountInString(got)
		if got != name && (!strings.HasSuffix(got, "…") || unicode.IsSpace([]rune(got)[n-2])) {
			t.Fatalf("%q becomes %q", name, got)
		}
		if got != name && measured(t, name, bold) < room*2/3 {
			t.Fatalf("%q is cut to %q, and has %d", name, got, room)
		}
	}
}
