package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"blandongan/internal/author"
	"blandongan/internal/command"
	"blandongan/internal/desk/mend"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
)

// mended is a file as it is and as it should be.
type mended struct {
	file    string
	was, is []byte
}

// fix makes the repairs that are certain, after they were shown and agreed to, and says
// whether it made any.
func (x *checking) fix(found diag.List) (bool, error) {
	var files []mended
	things := 0
	for len(found) > 0 {
		n := 1
		for n < len(found) && found[n].Place.File == found[0].Place.File {
			n++
		}
		one, made, err := x.mend(found[:n])
		if err != nil {
			return false, err
		}
		if made > 0 {
			files, things = append(files, one), things+made
			fmt.Fprint(x.out, mend.Diff(one.file, one.was, one.is))
		}
		found = found[n:]
	}
	if things == 0 {
		fmt.Fprintln(x.out, x.say.Word("fix-nothing"))
		return false, nil
	}
	if err := x.agree(things, len(files)); err != nil {
		return false, err
	}
	return true, x.replace(files, things)
}

// mend reads a file in which problems are and makes the repairs, as far as there are any.
func (x *checking) mend(found diag.List) (one mended, made int, err error) {
	any := false
	for _, p := range found {
		any = any || mend.IsCertain(p)
	}
	if !any {
		return one, 0, nil
	}
	one.file = found[0].Place.File
	if one.was, err = os.ReadFile(filepath.Join(x.folders.Root, filepath.FromSlash(one.file))); err != nil {
		return one, 0, err
	}
	var list diag.List
	one.is, list = mend.Certain(one.was, found)
	return one, len(list), nil
}

// agree asks whoever is at the terminal, unless it was said before.
func (x *checking) agree(things, files int) error {
	if x.c.Bool("yes") {
		return nil
	}
	if !command.IsTerminal(x.c.Root().Reader) {
		return command.Fail("nobody-to-ask")
	}
	yes, err := command.Agree(x.c.Root().Reader, x.out, x.say, x.say.Word("fix-ask", things, files))
	if err == nil && !yes {
		return command.Fail("not-agreed")
	}
	return err
}

// replace writes the files. One that changed meanwhile, or cannot be written, is left and told of.
func (x *checking) replace(files []mended, things int) error {
	for _, f := range files {
		err := author.Replace(x.folders.Root, f.file, f.was, f.is)
		if err == nil {
			continue
		}
		if refused, is := errors.AsType[lang.Translated](err); is {
			return refused
		}
		return err
	}
	fmt.Fprintln(x.out, x.say.Word("fix-done", things, len(files)))
	return nil
}
