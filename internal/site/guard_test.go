package site

import (
	"strings"
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/publish/destination"
)

// A secret in the file that says where the site is published is shown to nobody, on
// whatever road the file is read; others are as they are.
func TestGuard(t *testing.T) {
	const text = "targets:\n  a:\n    sftp: a@host/x\n    kata_sandi: hunter2\n    password: hunter2\n"
	record, problems := Parse(destination.Path, []byte(text), nil)
	_, more := Decode(record)
	var told strings.Builder
	for _, l := range []diag.Language{diag.English, diag.Indonesian} {
		shown := func(string) string { return string(Guard(destination.Path, []byte(text))) }
		if err := append(problems, more...).Sorted().Excerpt(shown).Print(&told, l); err != nil {
			t.Fatal(err)
		}
	}
	if strings.Contains(told.String(), "hunter2") || !strings.Contains(told.String(), "secret-written") {
		t.Errorf("told: %s", told.String())
	}
	if other := "password: hunter2\n"; string(Guard(ConfigFile, []byte(other))) != other {
		t.Error("another file was changed")
	}
}
