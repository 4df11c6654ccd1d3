package diag

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"
)

// A fault of the machine is said in the reader's language, with the file's name.
func TestMachine(t *testing.T) {
	at := func(op string, err error) error { return &fs.PathError{Op: op, Path: "public/\x1bx", Err: err} }
	for _, c := range []struct {
		err    error
		id, en string
	}{
		{at("write", syscall.ENOSPC), "public/�x tidak dapat ditulis: ruang disk habis",
			"public/�x cannot be written: the disk is full"},
		{fmt.Errorf("a: %w", at("open", syscall.EACCES)), "public/�x tidak dapat dibaca: tidak ada izin",
			"public/�x cannot be read: no permission"},
		{at("make folder", syscall.EROFS), "public/�x tidak dapat dibuat: disk ini tidak dapat ditulisi",
			"public/�x cannot be made: this disk cannot be written to"},
		{at("remove", syscall.ENOTEMPTY), "public/�x tidak dapat dihapus: folder itu belum kosong",
			"public/�x cannot be removed: that folder is not empty"},
		{at("read", syscall.EISDIR), "public/�x tidak dapat dibaca: itu folder, bukan berkas",
			"public/�x cannot be read: it is a folder, not a file"},
		{at("write", syscall.ENAMETOOLONG), "public/�x tidak dapat ditulis: namanya terlalu panjang",
			"public/�x cannot be written: its name is too long"},
		{&os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EIO},
			"b tidak dapat ditulis: disk tidak dapat membaca atau menulis di sana",
			"b cannot be written: the disk cannot read or write there"},
		{at("statat", errors.New("path escapes from parent")),
			"public/�x tidak dapat dibaca: tautan di jalurnya menuju ke luar folder itu",
			"public/�x cannot be read: a link on its path leads out of that folder"},
		{fmt.Errorf("membuka: %w", syscall.EMFILE), "membuka: terlalu banyak berkas terbuka di komputer ini",
			"membuka: too many files are open on this machine"},
	} {
		id, _ := Machine(c.err, Indonesian)
		if en, _ := Machine(c.err, English); id != c.id || en != c.en {
			t.Errorf("%v: %q, %q", c.err, id, en)
		}
	}
	if s, known := Machine(errors.New("lain"), Indonesian); known {
		t.Errorf("an unknown fault: %q", s)
	}
}
