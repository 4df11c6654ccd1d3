package purego

import "syscall"

// On Windows the package asks the system itself, which would look into the folder that the program runs in: into that
// of the site. It is told to look among its own libraries alone. This package is made ready before the other.
func init() {
	const ownLibraries = 0x800 // LOAD_LIBRARY_SEARCH_SYSTEM32
	set := syscall.NewLazyDLL("kernel32.dll").NewProc("SetDefaultDllDirectories")
	if set.Find() == nil {
		_, _, _ = set.Call(ownLibraries)
	}
}
