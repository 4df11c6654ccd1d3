//go:build !windows

package scratch

import "os"

// create opens a file without a name.
func create() (*os.File, error) {
	file, err := os.CreateTemp("", "blandongan-")
	if err != nil {
		return nil, err
	}
	if err := os.Remove(file.Name()); err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}
