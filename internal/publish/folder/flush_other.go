//go:build !linux

package folder

import "os"

// flush brings a folder with all it holds to the disk.
func flush(root *os.Root, name string) error { return flushEach(root, name) }
