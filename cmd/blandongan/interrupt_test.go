package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"blandongan/internal/lab"
)

// Ctrl-C at a question ends the command at once, and says that nothing happened.
func TestInterruptedQuestion(t *testing.T) {
	script := lab.Program(t, "script", "bsdutils")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	archive, err := txtar.ParseFile("../../internal/build/testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	archive.Files = append(archive.Files, txtar.File{Name: "data/publish.yaml",
		Data: []byte("targets: {utama: {folder: ../web}}\n")})
	if err := txtar.Write(archive, filepath.Join(dir, "site")); err != nil {
		t.Fatal(err)
	}
	for _, step := range []error{os.Mkdir(filepath.Join(dir, "web"), 0o755),
		os.Symlink(self, filepath.Join(dir, "blandongan"))} {
		if step != nil {
			t.Fatal(step)
		}
	}
	cmd := exec.CommandContext(t.Context(), script, "--quiet", "--return", "--command",
		"./blandongan publish utama --root site --no-verify --base-url https://etalase.kota-contoh.go.id", "/dev/null")
	cmd.Dir = dir
	keys, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	screen, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	deadline := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	var seen bytes.Buffer
	for buf := make([]byte, 1000); !strings.Contains(seen.String(), "Terbitkan?"); {
		n, err := screen.Read(buf)
		if seen.Write(buf[:n]); err != nil {
			t.Fatalf("%v: %s", err, seen.String())
		}
	}
	if _, err := io.WriteString(keys, "\x03"); err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(&seen, screen)
	err = cmd.Wait()
	if !deadline.Stop() {
		t.Fatal("it goes on")
	}
	if err == nil || !strings.Contains(seen.String(), "dihentikan; di tujuan tidak ada yang diubah") {
		t.Errorf("%v: %s", err, seen.String())
	}
}
