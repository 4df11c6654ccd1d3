// Package command holds what every command of the program shares.
//
// It owns the flags that they have in common, how the site's folder and the output folder
// are found and guarded, the clock, the sentences of what goes wrong, what is printed of a
// build, how far it is shown to be and how it is stopped, and what is said of hosting services.
// What comes in: a call. What goes out: folders, sentences, lines. It does no command's work; the
// commands stand in cmd/blandongan, and the long ones in rooms below this one.
package command

import (
	"context"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/urfave/cli/v3"

	"blandongan/internal/lang"
	"blandongan/internal/machine"
)

// Exit codes.
const (
	Fine     = 0
	Problems = 1 // in what people wrote
	Failed   = 2 // anything else, but for what somebody ended: see ExitCode
)

// BoolFlag is a flag that is there or not.
func BoolFlag(say *lang.Writer, name string) cli.Flag {
	return &cli.BoolFlag{Name: name, Usage: say.Word("option-" + name)}
}

// StringFlag is a flag with a value.
func StringFlag(say *lang.Writer, name string) cli.Flag {
	return &cli.StringFlag{Name: name, Usage: say.Word("option-" + name)}
}

// BuildFlags are those of every command that builds.
func BuildFlags(say *lang.Writer) []cli.Flag {
	return []cli.Flag{
		StringFlag(say, "out"),
		StringFlag(say, "base-url"),
		BoolFlag(say, "drafts"),
		BoolFlag(say, "explain"),
		BoolFlag(say, "fresh"),
	}
}

// Silent leaves a wrong flag to main, which says it in one line; the library
// would print the whole manual around it.
func Silent(_ context.Context, _ *cli.Command, err error, _ bool) error { return err }

// KnownLanguage wants one that messages exist in, or none.
func KnownLanguage(tag string) error {
	if tag != "" && tag != "id" && tag != "en" {
		return Fail("unknown-language", tag)
	}
	return nil
}

// Clock returns the time of the build: now, or what SOURCE_DATE_EPOCH says in
// seconds since 1970, by which the same site can be built again
// (reproducible-builds.org).
func Clock(now time.Time) (time.Time, error) {
	word, set := os.LookupEnv("SOURCE_DATE_EPOCH")
	if !set {
		return now, nil
	}
	seconds, err := strconv.ParseInt(word, 10, 64)
	if err != nil {
		return now, Fail("epoch", word)
	}
	return time.Unix(seconds, 0), nil
}

// Output is a writer that remembers what went wrong.
type Output struct {
	To  io.Writer
	Err error
}

// Write implements [io.Writer].
func (o *Output) Write(p []byte) (int, error) {
	n, err := o.To.Write(p)
	if o.Err == nil {
		o.Err = err
	}
	return n, err
}

// Colourful says whether w is a terminal of somebody who wants colours
// (no-color.org).
func Colourful(w io.Writer) bool {
	f, ok := w.(*os.File)
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && ok && IsTerminal(f) && machine.Colours(f)
}

// IsTerminal says whether what a command reads or writes is a terminal.
func IsTerminal(f any) bool {
	file, ok := f.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// IsPrivateAllowed says whether the links of a site may be opened in private networks, too: an
// office may have its own servers there, and our tests have theirs on this machine.
func IsPrivateAllowed() bool { return os.Getenv("BLANDONGAN_PRIVATE_LINKS") != "" }
