package output

import (
	"bufio"
	"errors"
	"io"
	"os"
)

// findingsPath is where it is kept what somebody found who looked at what the files are made from. It
// says nothing of the files in the folder, and so whoever holds the folder leaves it alone.
const findingsPath = recordsFolder + "/findings"

// nextFindings is the same while it is written.
const nextFindings = findingsPath + ".next"

// KeepFindings keeps what was found, as it is written, for whoever looks the next time. Nobody needs to hold the
// folder; it must be one of ours. Two who do it at the same time may both have lost
// it, which whoever reads it sees by a sum of its own.
func KeepFindings(dir string, write func(io.Writer) error) error {
	f, err := openUnheld(dir)
	if err != nil {
		return err
	}
	defer f.disk.Close()
	if k, _, err := f.present.at(manifestPath); err != nil || k != plain {
		return errNoMemory
	}
	h, err := f.disk.OpenFile(nextFindings, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, memoryMode)
	if err == nil {
		to := bufio.NewWriter(h)
		err = errors.Join(write(to), to.Flush(), h.Close())
	}
	if err == nil {
		err = f.disk.Rename(nextFindings, findingsPath)
	}
	if err != nil {
		_ = f.disk.Remove(nextFindings)
		return f.fail("write", findingsPath, err)
	}
	return nil
}

// Findings returns what was kept last, nil when there is nothing.
func Findings(dir string) []byte {
	f, err := openUnheld(dir)
	if err != nil {
		return nil
	}
	defer f.disk.Close()
	k, stamp, err := f.present.at(findingsPath)
	if err != nil || k != plain {
		return nil
	}
	h, err := f.disk.OpenFile(findingsPath, os.O_RDONLY, 0)
	if err != nil {
		return nil
	}
	defer h.Close()
	data := make([]byte, stamp.Size())
	if _, err := io.ReadFull(h, data); err != nil {
		return nil
	}
	return data
}

// dropFindings takes away what was found, and what somebody left who was killed while writing it.
func (f *Folder) dropFindings() {
	_ = f.disk.Remove(findingsPath) // which stays as the memory does: see forget
	_ = f.disk.Remove(nextFindings)
}
