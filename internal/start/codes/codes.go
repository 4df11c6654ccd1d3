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
	"bytes"
	"cmp"
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
	Line       int // of the row that names it
	Parts      []Area
}

// City is one of a list.
type City struct {
	Area            // with its kecamatan, and they with their kelurahan
	Province string // its name, "" where the list does not have it
	// Left are the rows of the city of which something is not taken, in their order.
	Left []Left
}

// Left is a row of which something is not taken.
type Left struct {
	Line int
	Why  Why
	// Code is that of the row, as it stands there where it is none of ours; Name what the
	// list calls it, Other how the first row of the code does.
	Code, Name, Other string
}

// Why tells what is wrong with a row.
type Why string

// The reasons: it has no name; its code has no form of ours; its code had another name before; no row
// names its kecamatan; a quotation mark in it was never closed, and rows below it stand in its cell.
const (
	NoName, BadCode, Twice Why = "no-name", "code", "twice"
	NoKecamatan, Unclosed  Why = "no-kecamatan", "unclosed"
	// Commas part its code, as they do cells; its name has signs that are for machines, or no end.
	Commas, Control, TooLong Why = "commas", "control", "long"
)

// longest is how many letters a name has at most.
const longest = 100

// The errors of a list.
var (
	// ErrNone says that no row is of the city, ErrRounded that a spreadsheet took the codes
	// for numbers and rounded them.
	ErrNone    = errors.New("no row of the city")
	ErrRounded = errors.New("codes rounded by a spreadsheet")
	// ErrEmpty says that there is nothing in it, ErrWorkbook that it is no text but a workbook.
	ErrEmpty    = errors.New("an empty list")
	ErrWorkbook = errors.New("a workbook")
	// ErrCommas says that the parts of codes stand in cells of their own.
	ErrCommas = errors.New("codes parted by commas")
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
	if bytes.HasPrefix(text, []byte("PK")) {
		return nil, ErrWorkbook
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, ErrEmpty
	}
	l := list{wanted: digitsOf(code), names: map[string]named{}, nameless: map[string]int{}}
	l.rows, l.lines = rowsOf(decode(text))
	l.header()
	columns := l.columns()
	if l.rounded(columns) {
		return nil, ErrRounded
	}
	if columns == nil {
		if slices.ContainsFunc(l.rows, func(row []string) bool { return l.parted(row) != "" }) {
			return nil, ErrCommas
		}
		for i := range l.rows {
			l.closed(i)
		}
		if len(l.left) > 0 {
			return l.city(), nil
		}
		return nil, ErrNone
	}
	for i := range l.rows {
		l.closed(i)
		if code := l.parted(l.rows[i]); code != "" {
			l.leave(i, Left{Why: Commas, Code: code})
			continue
		}
		for n, at := range columns {
			next := len(l.rows[i])
			if n+1 < len(columns) && columns[n+1] > at+1 {
				next = min(next, columns[n+1]) // behind it stand names of other codes
			}
			l.read(i, at, next)
		}
	}
	return l.city(), nil
}

// list is one that is being read.
type list struct {
	rows     [][]string
	lines    []int            // in which each row begins
	wanted   string           // the digits of the city
	levels   map[int]int      // level → the column of its names, where each has one
	named    int              // the column of names, -1 where no header tells
	names    map[string]named // by digits
	nameless map[string]int   // digits → the line of a row without a name
	left     []Left
}

// named is a name with its line.
type named struct {
	name string
	line int
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

// read notes the name of the code in a column of a row, which stands before another column; with
// a column of names for each level also those of what it is a part of.
func (l *list) read(i, at, next int) {
	row := l.rows[i]
	if at >= len(row) {
		return
	}
	digits := digitsOf(row[at])
	if digits == "" && l.isMeant(row[at]) {
		l.leave(i, Left{Why: BadCode, Code: strings.TrimSpace(row[at])})
	}
	if digits != l.wanted[:ofProvince] && !strings.HasPrefix(digits, l.wanted) {
		return
	}
	for level, column := range l.levels {
		if level < len(digits) && column < len(row) {
			l.name(i, digits[:level], row[column])
		}
	}
	if name := l.nameIn(row, at, next, len(digits)); name != "" {
		l.name(i, digits, name)
	} else if l.nameless[digits] == 0 {
		l.nameless[digits] = l.lines[i]
	}
}

// nameIn is the name that a row has for the code in a column, "" where it has none.
func (l *list) nameIn(row []string, at, next, level int) string {
	hasLetters := func(cell string) bool { return strings.ContainsFunc(cell, unicode.IsLetter) }
	if column, own := l.levels[level]; own {
		if column < len(row) && hasLetters(row[column]) {
			return row[column]
		}
		return ""
	}
	if l.named >= 0 && l.named < len(row) && hasLetters(row[l.named]) {
		return row[l.named]
	}
	if i := slices.IndexFunc(row[at+1:max(next, at+1)], hasLetters); i >= 0 {
		return row[at+1+i]
	}
	return ""
}

// name notes a name of a code. The first one stays.
func (l *list) name(i int, digits, cell string) {
	name := Clean(cell)
	if !strings.ContainsFunc(name, unicode.IsLetter) {
		return
	}
	first, known := l.names[digits]
	switch {
	case strings.ContainsFunc(cell, isControl):
		l.leave(i, Left{Why: Control, Code: Dotted(digits)})
	case len([]rune(name)) > longest:
		l.leave(i, Left{Why: TooLong, Code: Dotted(digits), Name: string([]rune(name)[:20])})
	case !known:
		l.names[digits] = named{name, l.lines[i]}
	case len(digits) > ofCity && !strings.EqualFold(first.name, name):
		l.leave(i, Left{Why: Twice, Code: Dotted(digits), Name: Titled(name), Other: Titled(first.name)})
	}
}

// leave notes that something of a row is not taken, once.
func (l *list) leave(i int, x Left) {
	if x.Line = l.lines[i]; !slices.Contains(l.left[max(0, len(l.left)-len(lengths)):], x) {
		l.left = append(l.left, x)
	}
}

// isMeant says whether a cell without a code has the beginning of one in the city.
func (l *list) isMeant(cell string) bool {
	cell = strings.ReplaceAll(strings.Trim(cell, "'\"= .\t"), ",", ".")
	return strings.HasPrefix(cell, l.wanted) || strings.HasPrefix(cell, Dotted(l.wanted))
}

// parted is a code in the city of which each part stands in a cell: 12,34,56.
func (l *list) parted(row []string) string {
	for i := range max(0, len(row)-2) {
		if code := strings.Join(row[i:i+3], ","); partedForm.MatchString(code) && l.isMeant(code) {
			return code
		}
	}
	return ""
}

var partedForm = regexp.MustCompile(`^\d\d,\d\d,\d\d$`)

// closed looks for rows of the city that a cell of another row has swallowed.
func (l *list) closed(i int) {
	for _, cell := range l.rows[i] {
		for line := range strings.Lines(cell) {
			if l.isMeant(line) && strings.Contains(cell, "\n") {
				l.leave(i, Left{Why: Unclosed})
				return
			}
		}
	}
}

// city puts the areas into each other, in the order of their codes.
func (l *list) city() *City {
	city := &City{Area: Area{Code: Dotted(l.wanted)}}
	for _, digits := range slices.Sorted(maps.Keys(l.names)) {
		name := Titled(l.names[digits].name)
		area := Area{Code: Dotted(digits), Name: name, Line: l.names[digits].line}
		switch last := len(city.Parts) - 1; len(digits) {
		case ofProvince:
			city.Province = without(name, "Provinsi ", "Prov. ")
		case ofCity:
			city.Name = spelt(name)
		case ofKecamatan:
			area.Name = Kecamatan(name)
			city.Parts = append(city.Parts, area)
		case ofKelurahan:
			if last >= 0 && strings.HasPrefix(area.Code, city.Parts[last].Code+".") {
				city.Parts[last].Parts = append(city.Parts[last].Parts, area)
			} else {
				l.left = append(l.left, Left{Line: area.Line, Why: NoKecamatan, Code: area.Code, Name: name,
					Other: Dotted(digits[:ofKecamatan])})
			}
		}
	}
	for i := range city.Parts {
		unprefixed(city.Parts[i].Parts)
	}
	for digits, line := range l.nameless {
		if _, known := l.names[digits]; !known && len(digits) > ofCity {
			l.left = append(l.left, Left{Line: line, Why: NoName, Code: Dotted(digits)})
		}
	}
	city.Left = l.left
	slices.SortFunc(city.Left, func(a, b Left) int { return cmp.Or(a.Line-b.Line, strings.Compare(a.Code, b.Code)) })
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

// rounded says whether codes stand there as a spreadsheet shows great numbers: 1,571E+09, 1,57101E+05. It looks
// in some columns, in all where there are none.
func (l *list) rounded(columns []int) bool {
	for _, row := range l.rows {
		for at, cell := range row {
			if (columns == nil || slices.Contains(columns, at)) && roundedForm.MatchString(strings.TrimSpace(cell)) {
				return true
			}
		}
	}
	return false
}

var roundedForm = regexp.MustCompile(`^\d([.,]\d+)?[Ee]\+?0*[3-9]$`)

// rowsOf are the cells of a list, and the line in which each row begins. What a row has too many
// quotation marks of is its own.
func rowsOf(text string) (rows [][]string, lines []int) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma(text), -1, true
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, lines
		}
		if err == nil {
			line, _ := r.FieldPos(0)
			rows, lines = append(rows, row), append(lines, line)
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
