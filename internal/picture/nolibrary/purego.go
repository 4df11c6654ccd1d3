// Package purego stands in for the module of that name, by which github.com/gen2brain/webp would use a libwebp that
// lies on the machine before its own. Then the same picture would become other bytes elsewhere, our program could not
// be one static file, and on Windows a DLL in the folder of the site would run. There is no library to be found
// here, so the package uses what it carries.
package purego

import "errors"

// How a library would be opened.
const (
	RTLD_NOW    = 2
	RTLD_GLOBAL = 8
)

// Dlopen finds no library.
func Dlopen(string, int) (uintptr, error) { return 0, errors.New("no library of the machine is used") }

// RegisterLibFunc is reached only where a library was found by other means. The package gives it up when this panics.
func RegisterLibFunc(any, uintptr, string) { panic("no library of the machine is used") }

// NewCallback is called before a library is looked for, and what it returns is used by one that was found.
func NewCallback(any) uintptr { return 0 }
