package value

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/records/quantity"
)

// Implausible says whether a number is so large that a unit with "juta" or "miliar" in
// it cannot be meant to multiply it: more rupiah than the nation has, more people.
func Implausible(number, unit string) bool {
	x, err := strconv.ParseFloat(number, 64)
	scale := quantity.Scale(unit)
	if err != nil || scale == 0 || math.Abs(x) < math.Pow10(scale) {
		return false
	}
	most := 1e13
	switch unit := strings.ToLower(unit); {
	case strings.Contains(unit, "rupiah") || strings.Contains(unit, "rp"):
		most = 1e16
	case strings.Contains(unit, "jiwa") || strings.Contains(unit, "orang") || strings.Contains(unit, "people"):
		most = 3e8
	}
	return math.Abs(x)*math.Pow10(scale) >= most
}

// IsPercent says whether a unit is that of a share of a hundred.
func IsPercent(unit string) bool {
	_, ok := ofPercent(unit)
	return ok
}

// IsShare says whether a unit is that of a part of a whole. Growth can be of more than
// a hundred per cent, and so can what was reached of a target.
func IsShare(unit string) bool {
	of, ok := ofPercent(unit)
	for _, word := range strings.FieldsFunc(of, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch word {
		case "per", "target", "realisasi", "rencana", "pertumbuhan", "kenaikan", "perubahan", "laju", "inflasi",
			"growth", "change", "tahun", "year", "yoy":
			return false
		}
	}
	return ok
}

// ofPercent returns of what a unit is per cent, in small letters.
func ofPercent(unit string) (of string, ok bool) {
	unit = strings.TrimLeft(strings.ToLower(unit), "( ")
	for _, word := range []string{"%", "persen", "persentase", "prosen", "per cent", "percent"} {
		of, ok := strings.CutPrefix(unit, word)
		if next, _ := utf8.DecodeRuneInString(of); ok && (word == "%" || !unicode.IsLetter(next)) {
			return of, true
		}
	}
	return "", false
}
