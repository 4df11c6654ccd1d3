//go:build windows

// Save saves a text as editors on Windows do: save WAY FILE TEXT-FILE. .ci/windows runs it under Wine.
package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"unsafe"
)

var ways = map[string]func(file string, text []byte) error{
	// Notepad: into the file itself.
	"in-place": func(file string, text []byte) error { return os.WriteFile(file, text, 0o644) },
	// VS Code with its atomic saves, and most programs that care: another file, which gets the name.
	"rename-over": func(file string, text []byte) error {
		return errOf(os.WriteFile(file+".tmp", text, 0o644), func() error { return os.Rename(file+".tmp", file) })
	},
	// Programs for the cloud: the old file goes first.
	"delete-create": func(file string, text []byte) error {
		return errOf(os.Remove(file), func() error { return os.WriteFile(file, text, 0o644) })
	},
	// Slow disks and shares: cut, then line by line, each on the disk before the next.
	"in-pieces": func(file string, text []byte) error {
		f, err := os.OpenFile(file, os.O_WRONLY|os.O_TRUNC, 0)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(text)) {
			if _, err := f.WriteString(line); err != nil {
				return err
			}
			if err := f.Sync(); err != nil {
				return err
			}
		}
		return f.Close()
	},
	// Word, Notepad++: the old file becomes the backup in the same step (ReplaceFile of Windows).
	"backup": func(file string, text []byte) error {
		if err := os.WriteFile(file+".new.tmp", text, 0o644); err != nil {
			return err
		}
		if err := replace(file, file+".new.tmp", file+".bak.tmp"); err != nil {
			return err
		}
		return os.Remove(file + ".bak.tmp")
	},
}

func errOf(err error, then func() error) error {
	if err != nil {
		return err
	}
	return then()
}

func replace(file, by, backup string) error {
	var names [3]*uint16
	for i, name := range []string{file, by, backup} {
		p, err := syscall.UTF16PtrFromString(name)
		if err != nil {
			return err
		}
		names[i] = p
	}
	done, _, err := syscall.NewLazyDLL("kernel32.dll").NewProc("ReplaceFileW").Call(
		uintptr(unsafe.Pointer(names[0])), uintptr(unsafe.Pointer(names[1])), uintptr(unsafe.Pointer(names[2])), 0, 0, 0)
	if done == 0 {
		return err
	}
	return nil
}

func main() {
	save := ways[os.Args[1]]
	text, err := os.ReadFile(os.Args[3])
	if err == nil {
		err = save(os.Args[2], text)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, os.Args[1], err)
		os.Exit(1)
	}
}
