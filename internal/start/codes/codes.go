// Package codes reads lists of area codes as they are spread: what the Ministry of Home
// Affairs publishes, and people copy into spreadsheets.
//
// What comes in: the bytes of a list and the code of a city. What goes out: that city with
// its province, its kecamatan and their kelurahan, named as one writes names. A list may be of
// the whole country; codes have dots or none; cells are parted by semicolons, commas or tabs;
// there is a header or none; letters are in UTF-8, UTF-16 or the code page of Windows. It
// knows no city and no province, and reads nothing but codes and names.
package codes

import (
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Area is a place with its code, and the places in it.
type Area struct {
	Code, Name string
	Parts      []Area
}

// City is one of a list.
type City struct {
	Area            // with its kecamatan, and they with their kelurahan
	Province string // its name, "" where the list does not have it
}

// The errors of a list.
var (
	// ErrNone says that no row is of the city, ErrRounded that a spreadsheet took the codes
	// for numbers and rounded them.
	ErrNone    = errors.New("no row of the city")
	ErrRounded = errors.New("codes rounded by a spreadsheet")
)

// The digits of a code, by its level.
const (
	ofProvince  = 2
	ofCity      = 4
	ofKecamatan = 6
	ofKelurahan = 10
)

var lengths = []int{ofProvince, ofCity, ofKecamatan, ofKelurahan}

// Read finds a city in a list.
func Read(text []byte, code string) (*City, error) {
	l := list{rows: rowsOf(decode(text)), wanted: digitsOf(code), names: map[string]string{}}
	l.header()
	columns := l.columns()
	if columns == nil {
		if l.rounded() {
			return nil, ErrRounded
		}
		return nil, ErrNone
	}
	for i := range l.rows {
		for _, at := range columns {
			l.read(i, at)
		}
	}
	return l.city(), nil
}

// list is one that is being read.
type list struct {
	rows   [][]string
	wanted string            // the digits of the city
	levels map[int]int       // level → the column of its names, where each has one
	named  int               // the column of names, -1 where no header tells
	names  map[string]string // digits → name
}

// byLevel are the words of a header above the names of a level.
var byLevel = []struct {
	level int
	words []string
}{
	{ofProvince, []string{"prov"}}, {ofCity, []string{"kab", "kota"}}, {ofKecamatan, []string{"kec"}},
	{ofKelurahan, []string{"kel", "desa"}},
}

// header looks for the columns of names in the first row.
func (l *list) header() {
	l.levels, l.named = map[int]int{}, -1
	if len(l.rows) == 0 || slices.ContainsFunc(l.rows[0], func(cell string) bool { return digitsOf(cell) != "" }) {
		return
	}
	for at, cell := range l.rows[0] {
		head := strings.ToLower(cell)
		if strings.Contains(head, "kode") || strings.Contains(head, "code") || strings.HasPrefix(head, "id") {
			continue
		}
		has := func(word string) bool { return strings.Contains(head, word) }
		for _, x := range byLevel {
			if _, known := l.levels[x.level]; !known && slices.ContainsFunc(x.words, has) {
				l.levels[x.level] = at
				break
			}
		}
		if l.named < 0 && (has("nama") || has("name") || has("wilayah")) {
			l.named = at
		}
	}
	if len(l.levels) < 3 { // "kota" may be the head of anything
		l.levels = map[int]int{}
	}
}

// columns are those in which codes stand: one with codes of several levels, or, in lists that
// have a column for each, those that have a code of the city in every row that has any.
func (l *list) columns() []int {
	levels, rows := map[int]map[int]int{}, 0 // column → digits of a code → rows
	for _, row := range l.rows {
		any := false
		for at, cell := range row {
			if digits := digitsOf(cell); strings.HasPrefix(digits, l.wanted) {
				if levels[at] == nil {
					levels[at] = map[int]int{}
				}
				levels[at][len(digits)]++
				any = any || len(digits) > ofCity
			}
		}
		if any {
			rows++
		}
	}
	best := -1
	for at, of := range levels {
		if of[ofKecamatan]+of[ofKelurahan] == 0 {
			continue
		}
		if more := len(of) - len(levels[best]); best < 0 || more > 0 || more == 0 && at < best {
			best = at
		}
	}
	switch {
	case best < 0 && len(levels) == 1 && rows == 0: // the city alone
		for at := range levels {
			return []int{at}
		}
	case best < 0:
		return nil
	case len(levels[best]) > 1:
		return []int{best}
	}
	var columns []int
	for at, of := range levels {
		if len(of) == 1 && of[ofCity] == rows || of[ofKecamatan]+of[ofKelurahan] > 0 {
			columns = append(columns, at)
		}
	}
	slices.Sort(columns)
	return columns
}

// read notes the name of the code in a column of a row; with a column of names for each level
// also those of what it is a part of.
func (l *list) read(i, at int) {
	row := l.rows[i]
	if at >= len(row) {
		return
	}
	digits := digitsOf(row[at])
	if digits != l.wanted[:ofProvince] && !strings.HasPrefix(digits, l.wanted) {
		return
	}
	for level, column := range l.levels {
		if level <= len(digits) && column < len(row) {
			l.name(digits[:level], row[column])
		}
	}
	if l.named >= 0 && l.named < len(row) {
		l.name(digits, row[l.named])
	}
	for _, cell := range row[at+1:] {
		l.name(digits, cell)
	}
}

// name notes a name of a code, the first that has letters.
func (l *list) name(digits, cell string) {
	if l.names[digits] == "" && strings.ContainsFunc(cell, unicode.IsLetter) {
		l.names[digits] = strings.Join(strings.Fields(cell), " ")
	}
}

// city puts the areas into each other, in the order of their codes.
func (l *list) city() *City {
	city := &City{Area: Area{Code: Dotted(l.wanted)}}
	for _, digits := range slices.Sorted(maps.Keys(l.names)) {
		name := Titled(l.names[digits])
		area := Area{Code: Dotted(digits), Name: name}
		switch last := len(city.Parts) - 1; len(digits) {
		case ofProvince:
			city.Province = without(name, "Provinsi ", "Prov. ")
		case ofCity:
			city.Name = spelt(name)
		case ofKecamatan:
			area.Name = without(name, "Kecamatan ", "Kec. ")
			city.Parts = append(city.Parts, area)
		case ofKelurahan:
			if last >= 0 && strings.HasPrefix(area.Code, city.Parts[last].Code+".") {
				city.Parts[last].Parts = append(city.Parts[last].Parts, area)
			}
		}
	}
	for i := range city.Parts {
		unprefixed(city.Parts[i].Parts)
	}
	return city
}

// Dotted is a code with its dots.
func Dotted(digits string) string {
	var parts []string
	for _, n := range []int{2, 2, 2, 4} {
		if len(digits) < n {
			break
		}
		parts, digits = append(parts, digits[:n]), digits[n:]
	}
	return strings.Join(parts, ".")
}

// digitsOf are those of a cell that holds a code, "" of any other.
func digitsOf(cell string) string {
	cell = strings.Trim(cell, "'\"= .\t")
	if cell == "" || cell[0] > '9' || len(cell) > len("12.34.56.7890") {
		return ""
	}
	var digits []byte
	for i := range len(cell) {
		switch c := cell[i]; {
		case c >= '0' && c <= '9':
			digits = append(digits, c)
		case c != '.' && c != ' ' || !slices.Contains(lengths, len(digits)):
			return ""
		}
	}
	if !slices.Contains(lengths, len(digits)) {
		return ""
	}
	return string(digits)
}

// rounded says whether codes stand there as a spreadsheet shows great numbers: 1,571E+09.
func (l *list) rounded() bool {
	is := func(cell string) bool { return roundedForm.MatchString(strings.TrimSpace(cell)) }
	return slices.ContainsFunc(l.rows, func(row []string) bool { return slices.ContainsFunc(row, is) })
}

var roundedForm = regexp.MustCompile(`^\d([.,]\d+)?[Ee]\+0?9$`)

// rowsOf are the cells of a list. What a row has too many quotation marks of is its own.
func rowsOf(text string) (rows [][]string) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma(text), -1, true
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err == nil {
			rows = append(rows, row)
		}
	}
}

// looked is how many lines are looked at to find out what parts the cells.
const looked = 50

// comma is what parts cells: the sign that most lines have, and most often the same number of
// times; of equals the one that names have least.
func comma(text string) rune {
	best, most := ',', 0
	for _, sign := range []rune{'\t', ';', '|', ','} {
		lines, n := 0, 0
		for line := range strings.Lines(text) {
			if n++; n > looked {
				break
			}
			if strings.ContainsRune(line, sign) {
				lines++
			}
		}
		if lines > most {
			best, most = sign, lines
		}
	}
	return best
}
