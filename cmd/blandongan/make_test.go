package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/charmap"

	"blandongan/internal/lab/photo"
)

// code runs blandongan and wants one exit code: code N ARGUMENT….
func code(ts *testscript.TestScript, _ bool, args []string) {
	wantCode(ts, args[0], append([]string{"blandongan"}, args[1:]...))
}

// humble is code for a user whom file permissions bind. The superuser they do
// not bind sheds that privilege first.
func humble(ts *testscript.TestScript, _ bool, args []string) {
	command := append([]string{"blandongan"}, args[1:]...)
	if os.Geteuid() == 0 {
		command = append([]string{"setpriv", "--bounding-set=-dac_override,-dac_read_search"}, command...)
	}
	wantCode(ts, args[0], command)
}

func wantCode(ts *testscript.TestScript, want string, command []string) {
	got := 0
	if err := ts.Exec(command[0], command[1:]...); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if strconv.Itoa(got) != want {
		ts.Fatalf("exit code %d, want %s", got, want)
	}
}

// areaCodes is a list as the Ministry of Home Affairs' are spread, of invented names: a city of
// 11 kecamatan with 62 kelurahan, and the regency beside it.
func areaCodes() []byte {
	var b bytes.Buffer
	b.WriteString("kode,nama\n15,JAMBI\n15.70,KAB. SEBERANG\n15.70.01,SEBERANG\n15.70.01.2001,SEBERANG HILIR\n" +
		"15.71,KOTA JAMBI\n")
	numbers := []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	for k := range 11 {
		fmt.Fprintf(&b, "15.71.%02d,TEPIAN %c\n", k+1, 'A'+k)
		for w := range []int{6, 5, 9, 4, 6, 5, 5, 7, 5, 5, 5}[k] {
			fmt.Fprintf(&b, "15.71.%02d.%d,KELOK %c %s\n", k+1, 1001+w, 'A'+k, numbers[w])
		}
	}
	return b.Bytes()
}

// makers make what a script cannot hold. Each gets the bytes that are there
// and the words of its line.
var makers = map[string]func(old []byte, args []string) ([]byte, error){
	"bytes": func(_ []byte, args []string) ([]byte, error) {
		s, err := strconv.Unquote(`"` + args[0] + `"`)
		return []byte(s), err
	},
	"added": func(old []byte, args []string) ([]byte, error) {
		s, err := strconv.Unquote(`"` + args[0] + `"`)
		return append(old, s...), err
	},
	"picture":        func(_ []byte, args []string) ([]byte, error) { return toPicture(args[0], args[1], args[2]) },
	"utf16":          func(old []byte, _ []string) ([]byte, error) { return toUTF16(old), nil },
	"utf16-unmarked": func(old []byte, _ []string) ([]byte, error) { return toUTF16(old)[2:], nil },
	"ansi":           func(old []byte, _ []string) ([]byte, error) { return toANSI(old) },
	"windows":        func(old []byte, _ []string) ([]byte, error) { return toWindows(old), nil },
	"windows-ends": func(old []byte, _ []string) ([]byte, error) {
		return bytes.ReplaceAll(old, []byte("\n"), []byte("\r\n")), nil
	},
	// the site's addresses are no examples any more
	"known": func(old []byte, _ []string) ([]byte, error) {
		return bytes.ReplaceAll(old, []byte("contoh.example"), []byte("etalase.kota-contoh.go.id")), nil
	},
	"area-codes": func([]byte, []string) ([]byte, error) { return areaCodes(), nil },
	"lines": func(old []byte, args []string) ([]byte, error) {
		n, err := strconv.Atoi(args[0])
		return append(old, bytes.Repeat([]byte(args[1]+"\n"), n)...), err
	},
	"keys":    numbered("k%d: x\n"),
	"aliases": numbered("  - /lama/surat-%d.pdf\n"),
	"scribble": func(_ []byte, args []string) ([]byte, error) {
		n, err := strconv.Atoi(args[0])
		return fmt.Appendf(nil, "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", "+
			"\"properties\": {\"code\": \"99.71.01\"},\n"+
			" \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[%s[0,0]]]}}]}\n",
			strings.Repeat("[0,0],[1,1],", n)), err
	},
	"nested": func(old []byte, args []string) ([]byte, error) {
		n, err := strconv.Atoi(args[0])
		return fmt.Appendf(old, "%s%s\n", strings.Repeat(args[1], n), strings.Repeat(args[2], n)), err
	},
}

func numbered(line string) func([]byte, []string) ([]byte, error) {
	return func(old []byte, args []string) ([]byte, error) {
		n, err := strconv.Atoi(args[0])
		for i := range n {
			old = fmt.Appendf(old, line, i)
		}
		return old, err
	}
}

// makeFile is the command make KIND FILE ARGUMENT…. In FILE, too, \u0301 is a
// character: names in other forms of Unicode look alike in an editor.
func makeFile(ts *testscript.TestScript, _ bool, args []string) {
	name, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	file := ts.MkAbs(name)
	old, err := os.ReadFile(file)
	if !errors.Is(err, os.ErrNotExist) {
		ts.Check(err)
	}
	data, err := makers[args[0]](old, args[2:])
	ts.Check(err)
	ts.Check(os.MkdirAll(filepath.Dir(file), 0o755))
	ts.Check(os.WriteFile(file, data, 0o644))
}

// toPicture makes a picture of a kind, so wide and so high.
func toPicture(kind, width, height string) ([]byte, error) {
	w, err := strconv.Atoi(width)
	h, err2 := strconv.Atoi(height)
	if err != nil || err2 != nil {
		return nil, errors.Join(err, err2)
	}
	switch kind {
	case "jpeg":
		return photo.JPEG(photo.Corners(w, h)), nil
	case "taken": // by a telephone held upright, which says where and whose it is
		return photo.Taken(photo.JPEG(photo.Corners(w, h)), 6), nil
	case "png":
		return photo.PNG(photo.Corners(w, h)), nil
	case "moving":
		return photo.Moving(w, h), nil
	case "huge": // as its head says
		return photo.Resized(photo.PNG(photo.Corners(8, 8)), uint32(w), uint32(h)), nil
	case "damaged":
		data := photo.PNG(photo.Corners(w, h))
		data[len(data)/2] ^= 0x55
		return data, nil
	}
	return nil, fmt.Errorf("no picture is %s", kind)
}

// toANSI is what Notepad calls "ANSI" in Indonesia.
func toANSI(text []byte) ([]byte, error) { return charmap.Windows1252.NewEncoder().Bytes(text) }

// toUTF16 is what some editors call "Unicode".
func toUTF16(text []byte) []byte {
	out := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune(string(text))) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// toWindows is what Notepad saves: a byte order mark and CRLF.
func toWindows(text []byte) []byte {
	return append([]byte("\xef\xbb\xbf"), bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))...)
}
