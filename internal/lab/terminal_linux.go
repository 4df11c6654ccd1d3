package lab

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Terminal is a terminal of so many columns, as whoever sits at it has it.
type Terminal struct {
	t    testing.TB
	far  *os.File // what a program has
	near *os.File // what somebody sees and types
	seen strings.Builder
}

// NewTerminal returns a terminal; 0 columns are one that does not tell how many it has.
func NewTerminal(t testing.TB, columns int) *Terminal {
	t.Helper()
	near, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		Lack(t, "there is no terminal: %v", err)
	}
	t.Cleanup(func() { near.Close() })
	raw, err := near.SyscallConn() // by its Fd it could not be closed while somebody reads
	if err != nil {
		t.Fatal(err)
	}
	number, failed := 0, error(nil)
	err = raw.Control(func(fd uintptr) {
		if failed = unix.IoctlSetPointerInt(int(fd), unix.TIOCSPTLCK, 0); failed == nil {
			number, failed = unix.IoctlGetInt(int(fd), unix.TIOCGPTN)
		}
	})
	if err := errors.Join(err, failed); err != nil {
		t.Fatal(err)
	}
	far, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { far.Close() })
	c := &Terminal{t: t, far: far, near: near}
	c.Resize(columns)
	return c
}

// File is the terminal as a program has it.
func (c *Terminal) File() *os.File { return c.far }

// Resize makes it so many columns wide.
func (c *Terminal) Resize(columns int) {
	c.t.Helper()
	size := &unix.Winsize{Row: 25, Col: uint16(columns)}
	if err := unix.IoctlSetWinsize(int(c.far.Fd()), unix.TIOCSWINSZ, size); err != nil {
		c.t.Fatal(err)
	}
}

// Start starts a program at the terminal, which ends at last with the test.
func (c *Terminal) Start(program *exec.Cmd) {
	c.t.Helper()
	program.Stdin, program.Stdout, program.Stderr = c.far, c.far, c.far
	program.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := program.Start(); err != nil {
		c.t.Fatal(err)
	}
	c.t.Cleanup(func() { _ = program.Process.Kill() })
	c.HangUp()
}

// HangUp leaves the terminal to whoever was started at it: what is seen ends with them.
func (c *Terminal) HangUp() { _ = c.far.Close() }

// Type presses keys.
func (c *Terminal) Type(keys string) {
	c.t.Helper()
	if _, err := c.near.WriteString(keys); err != nil {
		c.t.Fatal(err)
	}
}

// See waits until a text was seen, for no longer than some time, and returns all that was.
func (c *Terminal) See(text string, patience time.Duration) string {
	c.t.Helper()
	if all := c.seeUntil(text, patience); strings.Contains(all, text) {
		return all
	}
	c.t.Fatalf("%q is not seen but\n%s", text, c.seen.String())
	return ""
}

// SeeAll returns all that was seen when the program has ended.
func (c *Terminal) SeeAll(patience time.Duration) string { return c.seeUntil("", patience) }

// seeUntil reads until a text was seen, "" for none, or there is no more to see.
func (c *Terminal) seeUntil(text string, patience time.Duration) string {
	end := time.AfterFunc(patience, func() { c.near.Close() })
	defer end.Stop()
	for buf := make([]byte, 4096); text == "" || !strings.Contains(c.seen.String(), text); {
		n, err := c.near.Read(buf)
		if c.seen.Write(buf[:n]); err != nil { // EIO, when nobody has the other end any more
			break
		}
	}
	return c.seen.String()
}
