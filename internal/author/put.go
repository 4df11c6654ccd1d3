package author

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strconv"

	"blandongan/internal/machine"
)

// Done is what Put did.
type Done string

// What Put does.
const (
	Made    Done = "made"
	Renewed Done = "renewed"
	Same    Done = "same" // it holds that already
	Kept    Done = "kept" // the caller leaves it as it is
)

// Put makes a file, or renews it: becomes is given what it holds, nil while it is not there,
// and returns what it is to hold, nil to leave it.
func Put(root, file string, becomes func(was []byte) []byte) (Done, error) {
	was, err := read(root, file)
	if err != nil {
		return "", err
	}
	is := becomes(was)
	switch {
	case is == nil:
		return Kept, nil
	case was == nil:
		return Made, Create(root, []File{{file, is}})
	case bytes.Equal(was, is):
		return Same, nil
	}
	return Renewed, Replace(root, file, was, is)
}

// Keep lays a text beside the file that held it, under a name that no build reads, and returns
// that name: the file's with "~" behind it, or "~2~" and so on where other texts lie.
func Keep(root, file string, text []byte) (string, error) {
	for n := 1; ; n++ {
		name := file + "~"
		if n > 1 {
			name = file + ".~" + strconv.Itoa(n) + "~"
		}
		other := false
		_, err := Put(root, name, func(was []byte) []byte {
			if other = was != nil && !bytes.Equal(was, text); other {
				return nil
			}
			return text
		})
		if !other {
			return name, err
		}
	}
}

// read returns what a file holds, nil where there is none.
func read(root, file string) (text []byte, err error) {
	r, err := os.OpenRoot(root)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	switch kind, err := look(r, file); {
	case err != nil || kind == nothing:
		return nil, err
	case kind == other:
		return nil, &Refusal{InTheWay, file}
	}
	err = machine.Again(func() error { text, err = r.ReadFile(file); return err })
	return append([]byte{}, text...), err
}
