package command

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
)

// Fail returns an error with a sentence of the command.
func Fail(word string, args ...any) lang.Translated { return lang.Command.Error(word, args...) }

// inLanguage is an error with the language that it is said in.
type inLanguage struct {
	error
	language lang.Language
}

func (i *inLanguage) Unwrap() error { return i.error }

// InLanguage returns err, to be said in a language that was found out since the arguments
// were read: the site's.
func InLanguage(err error, l lang.Language) error { return &inLanguage{err, l} }

// LanguageAsked is the language that the arguments ask for; when none, the site's,
// as far as it can be known before the site is read, that which a new one is to have, or the
// system's. It must hold for what is wrong with the arguments too.
func LanguageAsked(args []string) lang.Language {
	if asked := argument(args, "lang"); asked != "" {
		return lang.Of(asked)
	}
	root, err := FindRoot(argument(args, "root"))
	if err != nil {
		if made := argument(args, "language"); made != "" {
			return lang.Of(made)
		}
		return systemLanguage()
	}
	file := filepath.Join(root, build.SiteFile)
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() {
		return lang.English
	}
	text, _ := os.ReadFile(file) // what cannot be read has no language
	written := siteLanguage.FindSubmatch(text)
	if written == nil {
		return lang.English
	}
	return lang.Of(string(written[1]))
}

// systemLanguage is that of whoever sits at this machine, by the variables of POSIX. Where they
// name none it is the one that most editors read: C and POSIX are no people's.
func systemLanguage() lang.Language {
	first := cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
	tag, _, _ := strings.Cut(first, "_")
	tag, _, _ = strings.Cut(tag, ".")
	if tag == "" || tag == "C" || tag == "POSIX" {
		return lang.Indonesian
	}
	return lang.Of(tag)
}

// siteLanguage finds the line of data/site.yaml.
var siteLanguage = regexp.MustCompile(`(?m)^language:[ \t]*["']?([A-Za-z-]+)`)

// argument is the value of a flag, "" when it is not there.
func argument(args []string, flag string) string {
	for i, a := range args {
		name, value, joined := strings.Cut(a, "=")
		if name != "--"+flag && name != "-"+flag {
			continue
		}
		if !joined && i+1 < len(args) {
			value = args[i+1]
		}
		return value
	}
	return ""
}

// InUse says that another build, or watch, holds the output folder, and what to do: what lies
// there is sent as it lies only when it is known to be for readers.
func InUse(err error, out string) error {
	who := Fail("process-other")
	if process, _ := build.Busy(err); process != 0 {
		who = Fail("process", process)
	}
	made, err := build.MadeIn(out)
	switch {
	case err != nil:
		return Fail("out-busy", who, "")
	case made.Made.Drafts:
		return Fail("out-busy", who, Fail("out-busy-drafts"))
	case made.Cut || made.Made.Address == "":
		return Fail("out-busy", who, "")
	}
	return Fail("out-busy", who, Fail("out-busy-fit"))
}

// others are sentences that are not the command's own: the library's about wrong
// flags. In English they stay as they are.
var others = []struct {
	english *regexp.Regexp
	word    string
}{
	{regexp.MustCompile(`^flag provided but not defined: -(.*)$`), "flag-unknown"},
	{regexp.MustCompile(`^flag needs an argument: -*(.*)$`), "flag-needs-value"},
	{regexp.MustCompile(`^invalid value "(.*)" for flag -(.*): .*$`), "flag-value"},
}

// Printable is a sentence that may name a file: nothing in a name reaches the terminal
// but as text.
func Printable(sentence string) string {
	lines := strings.Split(sentence, "\n")
	for i, line := range lines {
		lines[i] = diag.Name(line)
	}
	return strings.Join(lines, "\n")
}

// Sentence returns an error's sentence in a language. Of what a machine says, the
// common faults (a full disk) are translated; the rest stays in its own words.
func Sentence(err error, l lang.Language) string {
	if s := (*inLanguage)(nil); errors.As(err, &s) {
		return Sentence(s.error, cmp.Or(s.language, l))
	}
	if dir, cause, half := build.Half(err); half {
		return Fail("half-written", Sentence(cause, l), dir).In(l)
	}
	if dir, is := build.Unreadable(err); is {
		return Fail("manifest-broken", dir).In(l)
	}
	if t, ok := errors.AsType[lang.Translated](err); ok {
		return t.In(l)
	}
	if said, known := diag.Machine(err, l); known {
		return said
	}
	if l == lang.English {
		return err.Error()
	}
	return translateOthers(err.Error(), l)
}

// translateOthers translates a sentence that is not the command's own, where it is known.
func translateOthers(english string, l lang.Language) string {
	for _, o := range others {
		if parts := o.english.FindStringSubmatch(english); parts != nil {
			args := make([]any, len(parts)-1)
			for i, part := range parts[1:] {
				args[i] = part
			}
			return Fail(o.word, args...).In(l)
		}
	}
	return english
}
