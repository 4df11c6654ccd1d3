package main

import (
	"io"
	"strings"
	"testing"

	"blandongan/internal/build"
)

// targetNamed is a publication to a target of which nothing else is known.
func targetNamed(name string) *publication {
	p := &publication{target: build.Target{}, out: &careful{w: io.Discard}}
	p.target.Name = name
	return p
}

// Keys and token come from one place: what belongs to one maker of storage is not
// sent to another, and whatever is missing is told by its name.
func TestKeysOfOnePair(t *testing.T) {
	const access, secret, otherAccess, otherSecret, token = "BLANDONGAN_ACCESS_KEY_AWAN", "BLANDONGAN_SECRET_KEY_AWAN", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"
	for set, want := range map[string]struct{ keys, from, missing string }{
		"":                        {"  ", access + ", " + secret, access + ", " + secret},
		access + " " + secret:     {access + " " + secret + " ", access + ", " + secret, ""},
		otherAccess + " " + token: {otherAccess + "  " + token, otherAccess + ", " + otherSecret, otherSecret},
		otherAccess + " " + otherSecret + " " + token:                               {otherAccess + " " + otherSecret + " " + token, otherAccess + ", " + otherSecret, ""},
		access + " " + secret + " " + otherAccess + " " + otherSecret + " " + token: {access + " " + secret + " ", access + ", " + secret, ""},
		access + " " + otherAccess + " " + otherSecret + " " + token:                {access + "  ", access + ", " + secret, secret},
		secret + " " + otherAccess:                                                  {" " + secret + " ", access + ", " + secret, access},
		token:                                                                       {"  ", access + ", " + secret, access + ", " + secret},
	} {
		for _, name := range []string{access, secret, otherAccess, otherSecret, token} {
			value := ""
			if strings.Contains(" "+set+" ", " "+name+" ") {
				value = name // each holds its own name
			}
			t.Setenv(name, value)
		}
		got := targetNamed("awan").s3()
		if keys := got.AccessKey + " " + got.SecretKey + " " + got.SessionToken; keys != want.keys || got.KeysFrom != want.from || got.KeysMissing != want.missing {
			t.Errorf("with %q: %q from %q, without %q", set, keys, got.KeysFrom, got.KeysMissing)
		}
		if !strings.Contains(got.KeysFrom+got.KeysElse, otherSecret) || !strings.Contains(got.KeysFrom+got.KeysElse, secret) {
			t.Errorf("with %q: not both pairs are named: %q, %q", set, got.KeysFrom, got.KeysElse)
		}
	}
}

// Without a home nothing is taken from the current folder; and when no file of
// hosts is named, the system's is read too.
func TestNoHome(t *testing.T) {
	p := targetNamed("hosting")
	t.Setenv("HOME", "")
	if got, err := p.sftp(); err != nil || got.KnownHosts != "" || got.KeyFile != "" {
		t.Errorf("%q, %q, %v", got.KnownHosts, got.KeyFile, err)
	}
	for _, file := range []*string{&p.target.Key, &p.target.KnownHosts} {
		*file = "~/.ssh/x"
		if got, err := p.sftp(); err == nil || got.KnownHosts+got.KeyFile != "" {
			t.Errorf("%q, %q, %v", got.KnownHosts, got.KeyFile, err)
		}
		*file = ""
	}
}
