package value

import (
	"net/mail"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// Email is one bare address.
type Email string

// ReadLiteral accepts name@host.
func (e *Email) ReadLiteral(word string) *diag.Problem {
	a, err := mail.ParseAddress(word)
	if err != nil || a.Address != word || strings.ContainsAny(word, "?&<>\" ") {
		return records.Refuse("bad-email", word)
	}
	*e = Email(word)
	return nil
}

// Example returns an address for mail.
func (*Email) Example() string { return "redaksi@contoh.id" }
