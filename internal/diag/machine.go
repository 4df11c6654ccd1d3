package diag

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"blandongan/internal/machine"
)

// faults are those of the machine that people can do something about.
var faults = []struct {
	err  error
	word Word
}{
	{syscall.ENOSPC, "disk-full"}, {syscall.EDQUOT, "disk-full"},
	{syscall.EROFS, "disk-read-only"}, {syscall.EIO, "disk-fault"}, {syscall.ENODEV, "disk-fault"},
	{syscall.ENXIO, "disk-fault"},
	{syscall.EMFILE, "files-open"}, {syscall.ENFILE, "files-open"}, {syscall.ENOMEM, "memory-full"},
	{syscall.ENAMETOOLONG, "name-long"}, {syscall.EISDIR, "is-folder"}, {syscall.ENOTDIR, "is-no-folder"},
	{syscall.ENOTEMPTY, "folder-full"}, {syscall.EBUSY, "in-use"}, {syscall.ETXTBSY, "in-use"},
	{syscall.ELOOP, "links-circle"},
	{syscall.EXDEV, "other-disk"}, {syscall.EINVAL, "refused"}, {syscall.ENOTSUP, "refused"},
	{syscall.ETIMEDOUT, "no-answer"}, {syscall.ESTALE, "disk-fault"},
	{fs.ErrPermission, "no-permission"}, {fs.ErrNotExist, "vanished"}, {fs.ErrExist, "exists"},
	{fs.ErrInvalid, "name-not-utf8"}, // as an fs.FS says of a name that was found on a disk
}

// Reason is what an error of the machine comes down to: a Word, for the faults
// that are known; for others the system's own, without the file's name.
func Reason(err error) any {
	for _, m := range faults {
		if machine.Is(err, m.err) {
			return m.word
		}
	}
	if LeadsOut(err) {
		return Word("leads-out")
	}
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		err = pe.Err
	}
	return err.Error()
}

// LeadsOut says whether a file was not opened because a link on its path leads out of
// the folder. The library has no error to compare with, only these words.
func LeadsOut(err error) bool {
	return err != nil && strings.Contains(err.Error(), "path escapes from parent")
}

// operations are what programs and systems call that which failed, in our words.
var operations = map[string]Word{
	"open": "not-read", "read": "not-read", "readdirent": "not-read", "stat": "not-read", "lstat": "not-read",
	"fstat": "not-read", "statat": "not-read",
	"openat": "not-read", "look at": "not-read", "readlink": "not-read", "close": "not-written",
	"write": "not-written", "create": "not-written", "sync": "not-written", "rename": "not-written",
	"renameat": "not-written", "empty": "not-written", "stage": "not-written",
	"CreateFile": "not-read", "GetFileAttributesEx": "not-read", "FindNextFile": "not-read",
	"make folder": "not-made", "mkdir": "not-made", "mkdirat": "not-made",
	"remove": "not-removed", "unlinkat": "not-removed", "unlink": "not-removed", "removeat": "not-removed",
	"lock": "not-locked", "unlock": "not-locked",
}

// Machine says an error of the machine in a language: which file, what could not
// be done with it, and why. Of what has no name or no known operation, the reason alone
// is translated. It is false for what has no known reason.
func Machine(err error, language Language) (sentence string, known bool) {
	name, op := "", ""
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		name, op = pe.Path, pe.Op
	} else if le, ok := errors.AsType[*os.LinkError](err); ok {
		name, op = le.New, le.Op
	}
	why, ok := Reason(err).(Word)
	operation := operations[op]
	if !ok {
		return "", false
	}
	if operation == "" || name == "" {
		return translated(err, why.In(language)), true
	}
	return Name(name) + " " + operation.In(language) + ": " + why.In(language), true
}

// translated is an error's text with the system's own words at its end replaced.
func translated(err error, why string) string {
	last := err
	for next := errors.Unwrap(last); next != nil; next = errors.Unwrap(last) {
		last = next
	}
	before, ok := strings.CutSuffix(err.Error(), last.Error())
	if !ok {
		return err.Error() + ": " + why
	}
	return before + why
}
