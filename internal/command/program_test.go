package command

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A program that knows of no commit is the same wherever it lies and whenever it was built; one
// of other bytes is another.
func TestProgramIsItsBytes(t *testing.T) {
	if os.Getenv("BLANDONGAN_TEST_PROGRAM") != "" {
		fmt.Printf("<%s>", program())
		return
	}
	file, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	named := func(more string) string {
		t.Helper()
		name := filepath.Join(t.TempDir(), filepath.Base(file))
		if err := os.WriteFile(name, append(data[:len(data):len(data)], more...), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, time.Time{}, time.Unix(1, 0)); err != nil {
			t.Fatal(err)
		}
		c := exec.Command(name, "-test.run", "^"+t.Name()+"$")
		c.Env = append(os.Environ(), "BLANDONGAN_TEST_PROGRAM=1")
		said, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		_, rest, _ := strings.Cut(string(said), "<")
		is, _, _ := strings.Cut(rest, ">")
		return is
	}
	if own := program(); own == "" || named("") != own {
		t.Errorf("elsewhere %q is %q", own, named(""))
	}
	if program() == named("x") {
		t.Error("a program of other bytes is the same")
	}
}
