package sftp

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pkg/sftp"

	"blandongan/internal/publish/store"
)

// What a host answers, by number: those of version 3 of the protocol, and a few of
// later versions that hosts say all the same. OpenSSH has "failure" for a full
// disk, a used-up quota, a disk mounted for reading and a folder in the way.
const (
	answerFailure     = 4
	answerBadMessage  = 5 // of a name too long, among others
	answerUnsupported = 8
	answerProtected   = 12
	answerNoSpace     = 14
	answerQuota       = 15
)

// explain puts into words what the host says that no new attempt mends. What was to
// be written has a size, else 0. Other errors get the path.
func (s *Store) explain(c *sftp.Client, err error, full string, size int64) error {
	var answer *sftp.StatusError
	switch {
	case err == nil, store.IsFinal(err):
		return err
	case errors.Is(err, fs.ErrPermission):
		return store.Because(err, "refused", full)
	case errors.As(err, &answer):
		return s.explainAnswer(c, answer, err, full, size)
	}
	return fmt.Errorf("%s: %w", full, err)
}

// explainReading is explain for what was only to be looked at.
func (s *Store) explainReading(c *sftp.Client, err error, full string) error {
	if !store.IsFinal(err) && errors.Is(err, fs.ErrPermission) {
		return store.Because(err, "unreadable", full)
	}
	return s.explain(c, err, full, 0)
}

func (s *Store) explainAnswer(c *sftp.Client, answer *sftp.StatusError, err error, full string, size int64) error {
	switch answer.Code {
	case answerBadMessage:
		return store.Because(err, "odd-name", full)
	case answerProtected:
		return store.Because(err, "refused", full)
	case answerNoSpace, answerQuota:
		return store.Because(err, "full", s.name)
	case answerFailure, answerUnsupported:
		return s.why(c, err, full, size)
	}
	return fmt.Errorf("%s: %w", full, err)
}

// why asks further where the host said only that it failed.
func (s *Store) why(c *sftp.Client, err error, full string, size int64) error {
	if info, e := c.Lstat(full); e == nil && info.IsDir() {
		return store.Because(err, "in-the-way", full)
	}
	if _, can := c.HasExtension(statVFS); can {
		const readOnly, little = 1, 1 << 20 // others of our files may have gone meanwhile, and made room
		switch disk, e := c.StatVFS(s.base); {
		case e != nil:
		case disk.Flag&readOnly != 0:
			return store.Because(err, "refused", full)
		case disk.Files > 0 && disk.Favail == 0, disk.Bavail*disk.Frsize < uint64(size+little):
			return store.Because(err, "full", s.name)
		}
	}
	return store.Because(err, "no-reason", full)
}

// answered says that an error is the host's answer, so that the connection is
// well; what else there is, is better asked again over a new one.
func answered(err error) bool {
	var answer *sftp.StatusError
	return err == nil || store.IsFinal(err) || errors.As(err, &answer) || errors.Is(err, fs.ErrNotExist) ||
		errors.Is(err, fs.ErrPermission) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}
