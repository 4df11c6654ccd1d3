package value

import (
	"time"
	_ "time/tzdata" // not every machine has the database

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// Zone is an IANA time zone.
type Zone struct{ *time.Location }

// ReadLiteral accepts a name of the time zone database: Asia/Jakarta.
func (z *Zone) ReadLiteral(word string) *diag.Problem {
	loc, err := time.LoadLocation(word)
	if err != nil || word == "Local" {
		return adviseWord(records.Refuse("bad-time-zone", word), zoneNames, word)
	}
	z.Location = loc
	return nil
}

// Example returns a time zone.
func (*Zone) Example() string { return "Asia/Jakarta" }

// Pattern returns how it looks: see records.Patterned.
func (*Zone) Pattern() string { return `^[A-Za-z][A-Za-z0-9_+/-]*$` }

// zoneNames are names that people have for time zones, in small letters.
var zoneNames = map[string]string{
	"wib": "Asia/Jakarta", "jakarta": "Asia/Jakarta", "asia/jakarta": "Asia/Jakarta",
	"+7": "Asia/Jakarta", "+07": "Asia/Jakarta", "+07:00": "Asia/Jakarta", "+0700": "Asia/Jakarta",
	"wita": "Asia/Makassar", "makassar": "Asia/Makassar", "asia/makassar": "Asia/Makassar",
	"+8": "Asia/Makassar", "+08": "Asia/Makassar", "+08:00": "Asia/Makassar", "+0800": "Asia/Makassar",
	"wit": "Asia/Jayapura", "jayapura": "Asia/Jayapura", "asia/jayapura": "Asia/Jayapura",
	"+9": "Asia/Jayapura", "+09": "Asia/Jayapura", "+09:00": "Asia/Jayapura", "+0900": "Asia/Jayapura",
}
