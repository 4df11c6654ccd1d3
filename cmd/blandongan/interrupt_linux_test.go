package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"blandongan/internal/lab"
)

// interruptible is the program, and a site beside it.
func interruptible(t *testing.T, articles int) (dir, program string) {
	t.Helper()
	dir, program = programIn(t)
	archive, err := txtar.ParseFile("../../internal/build/testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	archive.Files = append(archive.Files, txtar.File{Name: "data/publish.yaml",
		Data: []byte("targets: {utama: {folder: ../web}}\n")})
	body := strings.Repeat("Warga menanam pohon di tepi sungai bersama murid sekolah.\n\n", 50)
	for i := range articles {
		text := fmt.Sprintf("---\ntitle: Berita nomor %d\ndate: 2020-01-01\nsummary: Uji.\n---\n\n%s", i, body)
		name := fmt.Sprintf("content/news/berita-%d.md", i)
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: []byte(text)})
	}
	if err := txtar.Write(archive, filepath.Join(dir, "site")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "web"), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir, program
}

// atTerminal starts the program at a terminal, on one processor of the machine.
func atTerminal(t *testing.T, dir, program string, args ...string) (*lab.Terminal, *exec.Cmd) {
	t.Helper()
	c, cmd := lab.NewTerminal(t, 100), exec.Command(program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1", "TERM=xterm", "NO_COLOR=", "BLANDONGAN_PROGRESS=",
		"SOURCE_DATE_EPOCH=1795521600")
	c.Start(cmd)
	return c, cmd
}

// Ctrl-C at a question ends the command at once, and says that nothing happened.
func TestInterruptedQuestion(t *testing.T) {
	dir, program := interruptible(t, 0)
	c, cmd := atTerminal(t, dir, program, "publish", "utama", "--root", "site", "--no-verify", "--base-url",
		"https://etalase.kota-contoh.go.id")
	c.See("Terbitkan?", patience)
	c.Type("\x03")
	seen := c.SeeAll(patience)
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 130 ||
		!strings.Contains(seen, "dihentikan; di tujuan tidak ada yang diubah") {
		t.Errorf("code %d: %s", code, seen)
	}
}

// Sending shows how far it is; Ctrl+C ends it, what was sent is whole, and the next run sends the rest.
func TestInterruptedSending(t *testing.T) {
	lab.Slow(t)
	dir, program := interruptible(t, 6000)
	args := []string{"publish", "utama", "--root", "site", "--yes", "--no-verify", "--base-url",
		"https://etalase.kota-contoh.go.id"}
	c, cmd := atTerminal(t, dir, program, args...)
	c.See("menerbitkan berkas ", patience)
	c.Type("\x03")
	seen := c.SeeAll(patience)
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 130 || !strings.HasSuffix(seen,
		" \rblandongan: dihentikan; yang sudah terkirim tetap utuh. Jalankan lagi untuk melanjutkan\r\n") {
		t.Errorf("code %d: %q", code, seen)
	}
	built, sent := published(t, filepath.Join(dir, "site/public")), published(t, filepath.Join(dir, "web"))
	for name, data := range sent {
		if !bytes.Equal(data, built[name]) {
			t.Errorf("%s is not as it was built", name)
		}
	}
	if len(sent) == 0 || len(sent) == len(built) {
		t.Errorf("%d of %d files were sent", len(sent), len(built))
	}
	c, cmd = atTerminal(t, dir, program, args...)
	seen = c.SeeAll(patience)
	if err := cmd.Wait(); err != nil || difference(built, published(t, filepath.Join(dir, "web"))) != "" {
		t.Errorf("%v: %s", err, seen)
	}
}

// What takes long shows how far it is. Ctrl+C ends it in the midst of the pages: what was there is there, nothing
// besides, and the line is gone before the sentence comes.
func TestInterruptedWork(t *testing.T) {
	lab.Slow(t)
	dir, program := interruptible(t, 6000)
	for _, x := range []struct{ language, args, see, say string }{
		{"id", "build", "membuat halaman ", "dihentikan; site/public tetap seperti semula"},
		{"en", "build", "making page ", "stopped; site/public is what it was"},
		{"id", "check", "memeriksa teks ", "dihentikan sebelum semuanya diperiksa"},
		{"en", "check", "looking at text ", "stopped before all was looked at"},
		{"id", "publish utama --yes --base-url https://etalase.kota-contoh.go.id", "membuat halaman ",
			"dihentikan; di tujuan tidak ada yang diubah"},
		{"en", "publish utama --yes --base-url https://etalase.kota-contoh.go.id", "making page ",
			"stopped; nothing was changed on the target"},
	} {
		args := append(strings.Fields(x.args), "--root", "site", "--lang", x.language)
		c, cmd := atTerminal(t, dir, program, args...)
		c.See(x.see, patience)
		c.Type("\x03")
		seen := c.SeeAll(patience)
		_ = cmd.Wait()
		_, said, gone := strings.Cut(seen, " \r"+"blandongan: ")
		if code := cmd.ProcessState.ExitCode(); code != 130 || !gone || said != x.say+"\r\n" {
			t.Errorf("%v: code %d: %q", args, code, seen)
		}
		for _, left := range []string{"site/public", "web/index.html", "web/.blandongan"} {
			if _, err := os.Lstat(filepath.Join(dir, left)); !os.IsNotExist(err) {
				t.Errorf("%v: %s was left: %v", args, left, err)
			}
		}
	}
}
