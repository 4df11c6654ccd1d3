package main

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"blandongan/internal/lab"
)

// openTerminal returns both ends of a pseudo-terminal: that of whoever types and reads, and that of
// the program.
func openTerminal(t *testing.T) (person, program *os.File) {
	t.Helper()
	person, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		lab.Lack(t, "there is no pseudo-terminal: %v", err)
	}
	t.Cleanup(func() { person.Close() })
	if err := unix.IoctlSetPointerInt(int(person.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		lab.Lack(t, "there is no pseudo-terminal: %v", err)
	}
	number, err := unix.IoctlGetInt(int(person.Fd()), unix.TIOCGPTN)
	if err != nil {
		lab.Lack(t, "there is no pseudo-terminal: %v", err)
	}
	program, err = os.OpenFile("/dev/pts/"+strconv.Itoa(number), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		lab.Lack(t, "there is no pseudo-terminal: %v", err)
	}
	t.Cleanup(func() { program.Close() })
	return person, program
}

// Where somebody sits at a terminal, init asks for what no flag told.
func TestInitAsks(t *testing.T) {
	dir := t.TempDir()
	list := filepath.Join(dir, "list.csv")
	if err := os.WriteFile(list, areaCodes(), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		args, answers []string
		asked         []string
		not, made     string
	}{
		"a list": {
			answers: []string{"15.71", list, "", "#0a6b3d", ""},
			asked:   []string{"Kode kota atau kabupaten", "Berkas CSV", "Bahasa situs", "Warna utama", "Warna kedua"},
			not:     "Nama kota", made: "Kota Jambi: 11 kecamatan, 62 kelurahan",
		},
		"no list": {
			answers: []string{"15.71", "", "Kota Lain", "en", ""},
			asked:   []string{"Kode kota atau kabupaten", "Berkas CSV", "Nama kota", "Bahasa situs", "Warna utama"},
			not:     "Warna kedua", made: "Kota Lain: 0 kecamatan",
		},
		"wrong answers": {
			answers: []string{
				"", "15", "99.71", "15.71", filepath.Join(dir, "none.csv"), "", "",
				"../kerja/jambi.csv", "KOTA lain", "su", "id",
				"hijau", "#ffd24a", "#0a6b3d", "#0a6b3d", "#ffd24a",
			},
			asked: []string{
				`"" bukan kode kota`, `"15" bukan kode kota`, `tidak ada provinsi berkode "99"`,
				"none.csv tidak dapat dibaca", "nama kota atau kabupatennya belum ada",
				"adalah nama berkas atau folder, bukan nama kota", `bukan "su"`,
				`"hijau" bukan warna`, "terlalu terang", "tidak menonjol",
			},
			not: "sebutkan juga", made: "KOTA lain: 0 kecamatan",
		},
		"capitals": {
			answers: []string{"15.71", "", "KOTA LAIN", "", ""}, asked: []string{"Warna utama"},
			not: "Warna kedua", made: "Kota Lain: 0 kecamatan",
		},
		"a list of another city": {
			args: []string{"--from-csv", list}, answers: []string{"15.72", "15.71", "", ""},
			asked: []string{"list.csv tidak memuat kecamatan dengan kode yang berawal 15.72"},
			not:   "Berkas CSV", made: "Kota Jambi: 11 kecamatan, 62 kelurahan",
		},
		"a flag": {
			args: []string{"--name", "Kota Lain", "--language", "en"}, answers: []string{"15.71", "", ""},
			asked: []string{"Kode kota atau kabupaten", "Berkas CSV", "Warna utama"},
			not:   "Nama kota", made: "Kota Lain: 0 kecamatan",
		},
	} {
		t.Run(name, func(t *testing.T) {
			person, program := openTerminal(t)
			if _, err := person.WriteString(strings.Join(c.answers, "\n") + "\n"); err != nil {
				t.Fatal(err)
			}
			stdin := os.Stdin
			os.Stdin = program
			t.Cleanup(func() { os.Stdin = stdin })
			shown := make(chan string)
			go func() {
				text, _ := io.ReadAll(person) // it ends with an error when the program's end is closed
				shown <- string(text)
			}()
			args := append([]string{"blandongan", "--lang", "id", "init"}, c.args...)
			code := run(append(args, filepath.Join(dir, name)), program, program)
			program.Close()
			text := <-shown
			if code != 0 || !strings.Contains(text, c.made) || strings.Contains(text, c.not) {
				t.Errorf("exit code %d: %s", code, text)
			}
			for _, question := range c.asked {
				if !strings.Contains(text, question) {
					t.Errorf("it does not ask %q: %s", question, text)
				}
			}
		})
	}
}
