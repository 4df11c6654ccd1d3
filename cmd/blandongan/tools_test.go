package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"blandongan/internal/output"
)

// tools are what stories need of a shell, as every system has it.
var tools = map[string]func(*testscript.TestScript, bool, []string){
	"ls": list, "cat": show, "edit": editFile, "copies": copies, "hold": hold,
}

// list is ls FOLDER: the names in it, a line each.
func list(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, e := range entries {
		fmt.Fprintln(ts.Stdout(), e.Name())
	}
}

// show is cat PATTERN: the files that it matches, of which there must be some.
func show(ts *testscript.TestScript, _ bool, args []string) {
	files, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(files) == 0 {
		ts.Fatalf("no file is %s", args[0])
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		ts.Check(err)
		ts.Stdout().Write(data)
	}
}

// editFile is edit FILE REGEXP TEXT: what matches, which must be something, becomes the text. Lines begin at ^ and end
// at $.
func editFile(ts *testscript.TestScript, _ bool, args []string) {
	pattern, err := regexp.Compile("(?m)" + args[1])
	ts.Check(err)
	text, err := strconv.Unquote(`"` + args[2] + `"`)
	ts.Check(err)
	old := ts.ReadFile(args[0])
	if !pattern.MatchString(old) {
		ts.Fatalf("%s has nothing like %s", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(pattern.ReplaceAllString(old, text)), 0o644))
}

// copies is copies FILE AS N [WORD TEXT]: so many copies under names with their number, as %02d has it, the word in
// each replaced by the text with the number.
func copies(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	old := ts.ReadFile(args[0])
	for i := range n {
		text := old
		if len(args) > 3 {
			text = strings.ReplaceAll(old, args[3], fmt.Sprintf(args[4], i+1))
		}
		name := args[1]
		if strings.Contains(name, "%") {
			name = fmt.Sprintf(name, i+1)
		}
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text), 0o644))
	}
}

// hold is hold FOLDER: it is in use, as a build has it, until ! hold.
func hold(ts *testscript.TestScript, free bool, args []string) {
	mine := ts.Value(holding{}).(*holding)
	if free {
		ts.Check(mine.folder.Discard())
		return
	}
	var err error
	mine.folder, err = output.Open(ts.MkAbs(args[0]), output.Options{})
	ts.Check(err)
	ts.Defer(func() { ts.Check(mine.folder.Discard()) })
}

// holding is the folder that a story holds.
type holding struct{ folder *output.Folder }
