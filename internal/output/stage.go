package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strconv"
)

// perStageFolder is how many staged files share a subfolder of the stage: some file
// systems grow slow with a hundred thousand names in one. Each is open while files
// are staged.
const perStageFolder = 4000

// stage writes a new file of the stage with fill and answers its number.
// Messages name p, the file it will become.
func (f *Folder) stage(p string, fill func(io.Writer) error) (int, error) {
	number, folder, err := f.nextStaged()
	if err != nil {
		return 0, err
	}
	h, err := folder.OpenFile(strconv.Itoa(number%perStageFolder), os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return 0, f.fail("write", p, err)
	}
	err = fill(h)
	if closeErr := h.Close(); err == nil && closeErr != nil {
		err = f.fail("write", p, closeErr)
	}
	return number, err // what is half written goes with the stage
}

// nextStaged gives out the next number and its subfolder, which it makes if the
// number is the first there.
func (f *Folder) nextStaged() (int, disk, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	number := f.staged
	if number/perStageFolder >= len(f.stageFolders) {
		if err := f.makeStageFolder(); err != nil {
			return 0, nil, err
		}
	}
	f.staged++
	return number, f.stageFolders[number/perStageFolder], nil
}

// makeStageFolder opens another subfolder. A disk of its own spares each staged file
// the walk from the top.
func (f *Folder) makeStageFolder() error {
	if len(f.stageFolders) == 0 {
		if err := f.mkdir(stagePath); err != nil {
			return err
		}
	}
	name := path.Join(stagePath, strconv.Itoa(len(f.stageFolders)))
	if err := f.mkdir(name); err != nil {
		return err
	}
	folder, err := f.disk.Sub(name)
	if err != nil {
		return f.fail("open", stagePath, err)
	}
	f.stageFolders = append(f.stageFolders, folder)
	return nil
}

// closeStage lets go of the stage's folders.
func (f *Folder) closeStage() error {
	var failed error
	for _, folder := range f.stageFolders {
		if err := folder.Close(); err != nil && failed == nil {
			failed = f.fail("close", stagePath, err)
		}
	}
	f.stageFolders = nil
	return failed
}

// stagedName is where number lies below the stage.
func stagedName(number int) string {
	return strconv.Itoa(number/perStageFolder) + "/" + strconv.Itoa(number%perStageFolder)
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
