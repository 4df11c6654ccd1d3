package external

import (
	"encoding/json"
	"maps"
	"time"
)

// Memory is what was found at addresses, and when.
type Memory struct {
	known map[string]memory
}

type memory struct {
	At    time.Time `json:"at"`
	Found finding   `json:"found"`
}

// For how long it is believed what was found.
const (
	fineFor = 7 * 24 * time.Hour
	deadFor = 24 * time.Hour
)

// Remember reads what Bytes wrote; what cannot be read is forgotten.
func Remember(text []byte) *Memory {
	m := &Memory{known: map[string]memory{}}
	if json.Unmarshal(text, &m.known) != nil || m.known == nil {
		m.known = map[string]memory{}
	}
	maps.DeleteFunc(m.known, func(_ string, k memory) bool { return !told[k.Found] })
	return m
}

// told are the findings that are remembered.
var told = map[finding]bool{
	fine: true, "web-not-found": true, "web-no-host": true, "web-refused": true, "web-certificate": true,
	"web-circle": true, "web-private": true,
}

// Bytes is what is worth remembering on a day.
func (m *Memory) Bytes(now time.Time) []byte {
	maps.DeleteFunc(m.known, func(address string, _ memory) bool { return m.find(address, now) == "" })
	text, err := json.Marshal(m.known)
	if err != nil {
		panic(err) // texts and times always encode
	}
	return text
}

// find returns what is known of an address, "" for nothing.
func (m *Memory) find(address string, now time.Time) finding {
	k, known := m.known[address]
	good := deadFor
	if k.Found == fine {
		good = fineFor
	}
	if age := now.Sub(k.At); !known || age < 0 || age >= good {
		return ""
	}
	return k.Found
}

func (m *Memory) note(address string, f finding, now time.Time) { m.known[address] = memory{now, f} }
