package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

// words are what the command says of itself, in one language.
type words struct {
	lang                               diag.Language
	built, failed, future, texts       string
	why                                map[build.Reason]string
	errors, warnings, drafts, articles func(int) string
}

func speech(lang diag.Language) words {
	if lang == diag.Indonesian {
		return words{
			lang:   diag.Indonesian,
			built:  "%d halaman, %d berkas; %d ditulis, %d dihapus; %s detik\n",
			failed: "%s, %s; tidak ada yang ditulis\n",
			future: "%s belum waktunya terbit; berikutnya %s\n",
			texts:  "%[1]d teks dalam bahasa %[2]s disimpan; halamannya belum dibuat\n",
			why: map[build.Reason]string{build.IsNew: "baru", build.View: "isinya berubah", build.Template: "templatnya berubah",
				build.Changed: "berubah"},
			errors:   func(n int) string { return fmt.Sprintf("%d galat", n) },
			warnings: func(n int) string { return fmt.Sprintf("%d peringatan", n) },
			drafts:   func(n int) string { return fmt.Sprintf("%d draf tidak diterbitkan", n) },
			articles: func(n int) string { return fmt.Sprintf("%d berita", n) },
		}
	}
	return words{
		lang:   diag.English,
		built:  "%d pages, %d files; %d written, %d removed; %s seconds\n",
		failed: "%s, %s; nothing was written\n",
		future: "%s not due yet; the next %s\n",
		texts:  "%[1]d texts in %[2]s kept; there are no pages in it yet\n",
		why: map[build.Reason]string{build.IsNew: "new", build.View: "what it shows changed", build.Template: "a template of it changed",
			build.Changed: "changed"},
		errors:   func(n int) string { return plural(n, "error") },
		warnings: func(n int) string { return plural(n, "warning") },
		drafts:   func(n int) string { return plural(n, "draft") + " not published" },
		articles: func(n int) string { return plural(n, "article") },
	}
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// decimal is a number with so many digits after the mark that the language has.
func decimal(lang diag.Language, number float64, digits int) string {
	s := strconv.FormatFloat(number, 'f', digits, 64)
	if lang == diag.Indonesian {
		return strings.Replace(s, ".", ",", 1)
	}
	return s
}

// seconds tells how long something took: below one second more exactly.
func seconds(lang diag.Language, d time.Duration) string {
	if d < time.Second {
		return decimal(lang, d.Seconds(), 2)
	}
	return decimal(lang, d.Seconds(), 1)
}

// told is an error in the words of the command, in both languages.
type told struct {
	id, en string
	args   []any
}

func tell(id, en string, args ...any) error { return &told{id, en, args} }

func (t *told) Error() string { return fmt.Sprintf(t.en, t.args...) }

// spoken is an error that is told in a language which was found out since the
// arguments were read: the site's.
type spoken struct {
	error
	lang diag.Language
}

// languageAsked is the language that the arguments ask for; when none, the site's,
// as far as it can be told before the site is read, else English. It must hold for
// what is wrong with the arguments too.
func languageAsked(args []string) diag.Language {
	if asked := argument(args, "lang"); asked != "" {
		return diag.LanguageOf(asked)
	}
	root, err := findRoot(argument(args, "root"))
	if err != nil {
		return systemLanguage()
	}
	file := filepath.Join(root, siteFile)
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() {
		return diag.English
	}
	text, _ := os.ReadFile(file) // what cannot be read has no language
	written := siteLanguage.FindSubmatch(text)
	if written == nil {
		return diag.English
	}
	return diag.LanguageOf(string(written[1]))
}

// systemLanguage is that of whoever sits at this machine, by the variables of POSIX.
func systemLanguage() diag.Language {
	first := cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
	tag, _, _ := strings.Cut(first, "_")
	return diag.LanguageOf(tag)
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

// inUse says that another build, or watch, holds the output folder, and what to do.
func inUse(err error) error {
	process, _ := build.Busy(err)
	who, whoEn := "proses lain", "another process"
	if process != 0 {
		who, whoEn = fmt.Sprintf("proses %d", process), fmt.Sprintf("process %d", process)
	}
	return tell("folder hasilnya sedang dipakai %[1]s, mungkin blandongan watch di terminal lain; hentikan dengan Ctrl+C di sana lalu jalankan lagi, atau biarkan saja: selama watch berjalan hasilnya selalu yang terbaru, dan publish TUJUAN --no-build mengirimnya",
		"%[2]s is using the output folder, perhaps blandongan watch in another terminal; end it there with Ctrl+C and run this again, or let it be: while watch runs what it makes is always the newest, and publish TARGET --no-build sends it", who, whoEn)
}

// others are sentences that are not the command's own: the library's about wrong
// flags.
var others = []struct {
	en *regexp.Regexp
	id string
}{
	{regexp.MustCompile(`^flag provided but not defined: -(.*)$`), "pilihan --$1 tidak dikenal; lihat blandongan --help"},
	{regexp.MustCompile(`^read (.*)/.blandongan/manifest: not a manifest (?s).*$`),
		"catatan $1/.blandongan/manifest rusak, atau dari versi program yang lebih baru; hapus folder $1 bila semua isinya hasil pembangunan, lalu bangun lagi, atau bangun ke folder lain dengan --out"},
	{regexp.MustCompile(`^flag needs an argument: -*(.*)$`), "pilihan --$1 perlu nilai"},
	{regexp.MustCompile(`^invalid value "(.*)" for flag -(.*): .*$`), `pilihan --$2 tidak dapat bernilai "$1"`},
}

// shown is a sentence that may name a file: nothing in a name reaches the terminal
// but as text.
func shown(sentence string) string {
	lines := strings.Split(sentence, "\n")
	for i, line := range lines {
		lines[i] = diag.Name(line)
	}
	return strings.Join(lines, "\n")
}

// say returns an error's sentence in a language. Of what a machine says, the common
// faults (a full disk) are translated; the rest stays in its own words.
func say(err error, lang diag.Language) string {
	if s := (*spoken)(nil); errors.As(err, &s) {
		return say(s.error, cmp.Or(s.lang, lang))
	}
	if dir, cause, half := build.Half(err); half {
		words := "%s\n%s may now be partly new and partly old; each file is whole. When this is mended, run build again: it finishes the work"
		if lang == diag.Indonesian {
			words = "%s\n%s mungkin kini sebagian baru dan sebagian lama; setiap berkasnya utuh. Sesudah itu dibereskan, jalankan build lagi: sisanya diselesaikan"
		}
		return fmt.Sprintf(words, say(cause, lang), dir)
	}
	if t, ok := errors.AsType[*told](err); ok {
		if lang == diag.Indonesian {
			return fmt.Sprintf(t.id, t.args...)
		}
		return err.Error()
	}
	if sentence, known := diag.Machine(err, lang); known {
		return sentence
	}
	if lang != diag.Indonesian {
		return err.Error()
	}
	for _, u := range others {
		if u.en.MatchString(err.Error()) {
			return u.en.ReplaceAllString(err.Error(), u.id)
		}
	}
	return err.Error()
}
