package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strconv"
)

// perShelf is how many staged files share a subfolder of the stage: some file
// systems grow slow with a hundred thousand names in one.
const perShelf = 1000

// stage writes a new file of the stage with fill and answers its number.
// Messages name p, the file it will become.
func (f *Folder) stage(p string, fill func(io.Writer) error) (int, error) {
	number, err := f.shelve()
	if err != nil {
		return 0, err
	}
	h, err := f.stageDisk.OpenFile(stagedName(number), os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return 0, f.fail("write", p, err)
	}
	err = fill(h)
	if closeErr := h.Close(); err == nil && closeErr != nil {
		err = f.fail("write", p, closeErr)
	}
	return number, err // what is half written goes with the stage
}

// shelve gives out the next number and makes its subfolder if it is the first
// there.
func (f *Folder) shelve() (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	number := f.staged
	if number/perShelf >= f.shelves {
		if err := f.makeShelf(f.shelves); err != nil {
			return 0, err
		}
		f.shelves++
	}
	f.staged++
	return number, nil
}

// makeShelf opens the stage when it is first needed. A disk of its own spares
// each staged file the walk from the top.
func (f *Folder) makeShelf(number int) error {
	if f.stageDisk == nil {
		if err := f.mkdir(stagePath); err != nil {
			return err
		}
		shelf, err := f.disk.Sub(stagePath)
		if err != nil {
			return f.fail("open", stagePath, err)
		}
		f.stageDisk = shelf
	}
	return f.mkdir(path.Join(stagePath, strconv.Itoa(number)))
}

// closeStage lets go of the stage, if it was ever opened.
func (f *Folder) closeStage() error {
	if f.stageDisk == nil {
		return nil
	}
	err := f.stageDisk.Close()
	f.stageDisk = nil
	if err != nil {
		return f.fail("close", stagePath, err)
	}
	return nil
}

// stagedName is where number lies below the stage.
func stagedName(number int) string {
	return strconv.Itoa(number/perShelf) + "/" + strconv.Itoa(number%perShelf)
}

// read opens src, hands it to use and closes it.
func (f *Folder) read(p string, src func() (io.ReadCloser, error), use func(io.Reader) error) error {
	r, err := src()
	if err != nil {
		return f.sourceFailed(p, err)
	}
	return errors.Join(use(r), r.Close())
}

// copyTo copies r to w and tells apart whose fault a failure is.
func (f *Folder) copyTo(w io.Writer, p string, r io.Reader) error {
	buf := f.buffers.Get().(*[bufferSize]byte)
	defer f.buffers.Put(buf)
	for {
		n, err := r.Read(buf[:])
		if n > 0 {
			if _, err := w.Write(buf[:n]); err != nil {
				return f.fail("write", p, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return f.sourceFailed(p, err)
		}
	}
}

func (f *Folder) sourceFailed(p string, err error) error {
	return fmt.Errorf("read what becomes %s: %w", path.Join(f.dir, p), err)
}
