//go:build !unix

package dev

import "io/fs"

// identity tells a file from another one put in its place, where the system
// has a number for that.
func identity(fs.FileInfo) uint64 { return 0 }
