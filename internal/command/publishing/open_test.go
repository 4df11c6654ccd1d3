package publishing

import (
	"io"
	"strings"
	"testing"

	"blandongan/internal/command"
)

// destinationNamed is a publication to a destination of which nothing else is known.
func destinationNamed(name string) *publication {
	p := &publication{out: &command.Output{To: io.Discard}}
	p.destination.Name = name
	return p
}

// Keys and token come from one place: what belongs to one maker of storage is not
// sent to another, and whatever is missing is told by its name.
func TestKeysOfOnePair(t *testing.T) {
	const access, secret, otherAccess, otherSecret, token = "BLANDONGAN_ACCESS_KEY_AWAN", "BLANDONGAN_SECRET_KEY_AWAN",
		"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"
	const own, other = access + ", " + secret, otherAccess + ", " + otherSecret
	const allOwn, allOther = access + " " + secret, otherAccess + " " + otherSecret + " " + token
	for set, want := range map[string]struct{ keys, from, missing string }{
		"":                         {"  ", own, own},
		allOwn:                     {allOwn + " ", own, ""},
		otherAccess + " " + token:  {otherAccess + "  " + token, other, otherSecret},
		allOther:                   {allOther, other, ""},
		allOwn + " " + allOther:    {allOwn + " ", own, ""},
		access + " " + allOther:    {access + "  ", own, secret},
		secret + " " + otherAccess: {" " + secret + " ", own, access},
		token:                      {"  ", own, own},
	} {
		for _, name := range []string{access, secret, otherAccess, otherSecret, token} {
			value := ""
			if strings.Contains(" "+set+" ", " "+name+" ") {
				value = name // each holds its own name
			}
			t.Setenv(name, value)
		}
		got := destinationNamed("awan").s3()
		if keys := got.AccessKey + " " + got.SecretKey + " " + got.SessionToken; keys != want.keys ||
			got.KeysFrom != want.from || got.KeysMissing != want.missing {
			t.Errorf("with %q: %q from %q, without %q", set, keys, got.KeysFrom, got.KeysMissing)
		}
		if !strings.Contains(got.KeysFrom+got.KeysElse, otherSecret) ||
			!strings.Contains(got.KeysFrom+got.KeysElse, secret) {
			t.Errorf("with %q: not both pairs are named: %q, %q", set, got.KeysFrom, got.KeysElse)
		}
	}
}

// Without a home nothing is taken from the current folder; and when no file of
// hosts is named, the system's is read too.
func TestNoHome(t *testing.T) {
	p := destinationNamed("hosting")
	t.Setenv("HOME", "")
	t.Setenv("USERPROFILE", "") // as Windows calls it
	if got, err := p.sftp(); err != nil || got.KnownHosts != "" || got.KeyFile != "" {
		t.Errorf("%q, %q, %v", got.KnownHosts, got.KeyFile, err)
	}
	for _, file := range []*string{&p.destination.Key, &p.destination.KnownHosts} {
		*file = "~/.ssh/x"
		if got, err := p.sftp(); err == nil || got.KnownHosts+got.KeyFile != "" {
			t.Errorf("%q, %q, %v", got.KnownHosts, got.KeyFile, err)
		}
		*file = ""
	}
}
