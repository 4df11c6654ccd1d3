package main

import (
	"fmt"
	"io/fs"

	"blandongan/internal/author"
	"blandongan/internal/command"
	"blandongan/internal/desk/mend"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
)

// mended is a file as it is and as it should be, and how many things are mended then.
type mended struct {
	file    string
	was, is []byte
	things  int
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
		one, err := x.mend(found[:n])
		if err != nil {
			return false, err
		}
		if one.things > 0 {
			files, things = append(files, one), things+one.things
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
	return true, x.replace(files)
}

// mend reads a file in which problems are and makes the repairs, as far as there are any.
func (x *checking) mend(found diag.List) (one mended, err error) {
	any := false
	for _, p := range found {
		any = any || mend.IsCertain(p)
	}
	if !any {
		return one, nil
	}
	one.file = found[0].Place.File
	if one.was, err = fs.ReadFile(x.folders.Content, one.file); err != nil {
		return one, err
	}
	var list diag.List
	one.is, list = mend.Certain(one.was, found)
	one.things = len(list)
	return one, nil
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
func (x *checking) replace(files []mended) error {
	done, things := 0, 0
	var left lang.Both
	for _, f := range files {
		if err := author.Replace(x.folders.Root, f.file, f.was, f.is); err != nil {
			left.Indonesian += "\n" + command.Sentence(err, lang.Indonesian)
			left.English += "\n" + command.Sentence(err, lang.English)
			continue
		}
		done, things = done+1, things+f.things
	}
	if done > 0 {
		fmt.Fprintln(x.out, x.say.Word("fix-done", things, done))
	}
	if done < len(files) {
		return command.Fail("fix-left", left)
	}
	return nil
}
