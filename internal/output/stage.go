package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/machine"
)

// perStageFolder is how many staged files share a subfolder of the stage: some file
// systems grow slow with a hundred thousand names in one. Each is open while files
// are staged.
const perStageFolder = 4000

// stage writes a new file of the stage with fill and answers its number.
// Messages name p, the file it will become.
func (f *Folder) stage(p string, fill func(io.Writer) error) (int, error) {
	number, h, err := f.createStaged(p)
	if err != nil {
		return 0, err
	}
	err = fill(h)
	if closeErr := h.Close(); err == nil && closeErr != nil {
		err = f.fail("write", p, closeErr)
	}
	return number, err // what is half written goes with the stage
}

// createStaged opens a new file of the stage: in the tree, where that is ours and has room for its name.
func (f *Folder) createStaged(p string) (int, file, error) {
	const how = os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if f.planting() {
		folder, name, err := f.plant(p)
		if err != nil {
			return 0, nil, err
		}
		switch h, err := folder.OpenFile(name, how, fileMode); {
		case err == nil:
			return planted, h, nil
		case !errors.Is(err, fs.ErrExist): // else the disk takes it for another one: capitals
			return 0, nil, f.fail("write", p, err)
		}
	}
	number, folder, err := f.nextStaged()
	if err != nil {
		return 0, nil, err
	}
	h, err := folder.OpenFile(strconv.Itoa(number%perStageFolder), how, fileMode)
	if err != nil {
		return 0, nil, f.fail("write", p, err)
	}
	return number, h, nil
}

// nextStaged gives out the next number and its subfolder, which it makes if the
// number is the first there.
func (f *Folder) nextStaged() (int, disk, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	number := f.staged
	if number/perStageFolder >= len(f.stageFolders) {
		name := strconv.Itoa(len(f.stageFolders))
		folder, err := f.makeStageFolder(name)
		if err != nil {
			return 0, nil, err
		}
		f.stageFolders = append(f.stageFolders, folder)
	}
	f.staged++
	return number, f.stageFolders[number/perStageFolder], nil
}

// makeStageFolder makes and opens a folder of the stage. A disk of its own spares each
// staged file the walk from the top.
func (f *Folder) makeStageFolder(name string) (disk, error) {
	for _, dir := range []string{stagePath, path.Join(stagePath, name)} {
		if err := f.mkdir(dir); err != nil {
			return nil, err
		}
	}
	folder, err := f.disk.Sub(path.Join(stagePath, name))
	if err != nil {
		return nil, f.fail("open", stagePath, err)
	}
	return folder, nil
}

// closeStage lets go of the stage's folders.
func (f *Folder) closeStage() error {
	open := f.stageFolders
	if f.tree != nil {
		open = slices.AppendSeq(append(open, f.tree.top), maps.Values(f.tree.open))
	}
	var failed error
	for _, folder := range open {
		if err := folder.Close(); err != nil && failed == nil {
			failed = f.fail("close", stagePath, err)
		}
	}
	f.stageFolders, f.tree = nil, nil
	return failed
}

// stagedName is where the file that becomes p lies below the stage.
func (f *Folder) stagedName(p string) string {
	number := f.puts[p]
	if number == planted {
		return treeName + "/" + p
	}
	return strconv.Itoa(number/perStageFolder) + "/" + strconv.Itoa(number%perStageFolder)
}

// A nursery is a tree in the stage: files there have their own names, so that whole folders
// of it can be renamed into place.
type nursery struct {
	top   disk
	made  map[string]bool // the folders in it
	holds map[string]int  // how many folders each holds
	open  map[string]disk // those that hold many
}

const (
	// treeName is the tree's name in the stage; planted marks a path that is staged there.
	treeName = "tree"
	planted  = -2
	// A folder is kept open once it holds so many, and so many are: to make something in it
	// is one call then, where from the top it is two more for each folder on the way.
	manyFolders = 8
	mostOpen    = 64
)

// planting says whether files are staged in a tree: in a first build, which will not have
// to put them among files of ours. Where a folder can be held up by whoever looks into any
// of its files, as a virus scanner does, files go one by one.
func (f *Folder) planting() bool { return f.round == 0 && !f.listed && !machine.KeepsOpenFiles }

// plant makes the folders for p in the tree and answers what to make it in, and by which name.
func (f *Folder) plant(p string) (disk, string, error) {
	f.mu.Lock()
	if f.tree == nil {
		top, err := f.makeStageFolder(treeName)
		if err != nil {
			f.mu.Unlock()
			return nil, "", err
		}
		f.tree = &nursery{top, map[string]bool{".": true}, map[string]int{}, map[string]disk{}}
	}
	f.mu.Unlock()
	dir := folderOf(p)
	if err := f.plantFolder(dir); err != nil {
		return nil, "", err
	}
	in, name := f.planter(folderOf(dir), p)
	return in, name, nil
}

// plantFolder makes a folder of the tree. Who comes second, while another is at it, makes it too,
// and is content that it is there.
func (f *Folder) plantFolder(dir string) error {
	f.mu.Lock()
	made := f.tree.made[dir]
	f.mu.Unlock()
	if made {
		return nil
	}
	above := folderOf(dir)
	if err := f.plantFolder(above); err != nil {
		return err
	}
	in, name := f.planter(above, dir)
	if err := in.Mkdir(name, folderMode); err != nil && !errors.Is(err, fs.ErrExist) {
		return f.fail("make folder", dir, err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	t := f.tree
	t.made[dir] = true
	t.holds[above]++
	if t.holds[above] == manyFolders && len(t.open) < mostOpen && above != "." {
		sub, err := t.top.Sub(above)
		if err != nil {
			return f.fail("open", stagePath, err)
		}
		t.open[above] = sub
	}
	return nil
}

// planter answers an open folder of the tree, above itself if it is open, and the name that p
// has there.
func (f *Folder) planter(above, p string) (disk, string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if open := f.tree.open[above]; open != nil {
		return open, p[len(above)+1:]
	}
	return f.tree.top, p
}

// transplant renames the tree into place: each folder whole that is not there yet, what is in
// the others one by one.
func (f *Folder) transplant(seen *survey, files []string) error {
	if err := f.closeStage(); err != nil {
		return err
	}
	done := ""
	for _, file := range files {
		if f.puts[file] != planted || done != "" && strings.HasPrefix(file, done) {
			continue
		}
		whole := file
		for i := range len(file) {
			if file[i] != '/' {
				continue
			}
			k, err := seen.folder(file[:i])
			if err != nil {
				return err
			}
			if k != folder {
				whole = file[:i]
				break
			}
		}
		if err := f.disk.Rename(path.Join(stagePath, treeName, whole), whole); err != nil {
			return f.fail("write", file, err)
		}
		done = whole + "/" // files are sorted: what else it holds comes next
		if whole != file {
			seen.learn(whole, folder)
		}
	}
	return nil
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
