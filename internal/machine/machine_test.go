package machine

import (
	"errors"
	"io/fs"
	"syscall"
	"testing"
)

// What another program is in the way of is tried again until it is not; anything else fails at once.
func TestAgain(t *testing.T) {
	held, other := errors.New("held"), errors.New("other")
	isHeld := func(err error) bool { return errors.Is(err, held) }
	for _, c := range []struct {
		answers []error
		err     error
	}{
		{[]error{nil}, nil},
		{[]error{held, held, held, nil}, nil},
		{[]error{other}, other},
		{[]error{held, other}, other},
	} {
		tries := 0
		err := again(func() error { tries++; return c.answers[tries-1] }, isHeld)
		if err != c.err || tries != len(c.answers) {
			t.Errorf("%v: %d tries, %v", c.answers, tries, err)
		}
	}
}

// A file where a folder must be is not missing, though the library takes the one for the other on Windows.
func TestNoFolder(t *testing.T) {
	if !Is(ErrNoFolder, syscall.ENOTDIR) || errors.Is(ErrNoFolder, fs.ErrNotExist) {
		t.Errorf("%v", ErrNoFolder)
	}
}
