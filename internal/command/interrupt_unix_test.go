//go:build !windows

package command

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// stubborn says that this program is to be one that is asked to end.
const stubborn = "BLANDONGAN_TEST_STUBBORN"

func TestMain(m *testing.M) {
	if os.Getenv(stubborn) != "" {
		beStubborn()
	}
	os.Exit(m.Run())
}

// beStubborn says when it can be asked to end, and with which code it would; then it waits for ever.
func beStubborn() {
	ctx, release := Interruptible(context.Background())
	defer release()
	fmt.Println("ready")
	<-ctx.Done()
	fmt.Println(ExitCode(Interrupted(ctx, errors.New("stopped"))))
	_, _ = io.Copy(io.Discard, os.Stdin)
}

// Who asks once is heard, and the code is as shells have it; who asks twice is obeyed by the system.
func TestAskedToEnd(t *testing.T) {
	codes := map[syscall.Signal]string{syscall.SIGINT: "130", syscall.SIGTERM: "143", syscall.SIGHUP: "129"}
	for by, code := range codes {
		p := startStubborn(t, "exec \"$0\"")
		p.signal(t, by)
		if got := p.line(t); got != code {
			t.Errorf("%v: code %s, not %s", by, got, code)
		}
		p.signal(t, by)
		if got := p.end(t); got != by {
			t.Errorf("%v: it ends by %v", by, got)
		}
	}
}

// A shell that begins something in the background wants it to be deaf to Ctrl+C; it is not deaf to the system.
func TestAskedInBackground(t *testing.T) {
	p := startStubborn(t, "trap '' INT; exec \"$0\"")
	p.signal(t, syscall.SIGINT)
	p.signal(t, syscall.SIGTERM)
	if got := p.line(t); got != "143" {
		t.Errorf("code %s", got)
	}
	p.signal(t, syscall.SIGTERM)
	if got := p.end(t); got != syscall.SIGTERM {
		t.Errorf("it ends by %v", got)
	}
}

type stubbornProgram struct {
	*exec.Cmd
	says *bufio.Reader
}

// startStubborn has a shell start this program as a stubborn one.
func startStubborn(t *testing.T, script string) *stubbornProgram {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := &stubbornProgram{Cmd: exec.CommandContext(t.Context(), "/bin/sh", "-c", script, self)}
	p.Env = append(os.Environ(), stubborn+"=1")
	listen(t, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	out, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.StdinPipe(); err != nil { // which stays open
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	p.says = bufio.NewReader(out)
	if got := p.line(t); got != "ready" {
		t.Fatal(got)
	}
	return p
}

// listen has this program hear what it is deaf to, as below nohup: those that it starts would be deaf, too.
func listen(t *testing.T, signals ...os.Signal) {
	t.Helper()
	signals = slices.DeleteFunc(signals, func(s os.Signal) bool { return !signal.Ignored(s) })
	if len(signals) == 0 {
		return // or all would be heard
	}
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, signals...)
	t.Cleanup(func() { signal.Stop(heard) })
}

func (p *stubbornProgram) line(t *testing.T) string {
	t.Helper()
	text, err := p.says.ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(text)
}

func (p *stubbornProgram) signal(t *testing.T, s syscall.Signal) {
	t.Helper()
	if err := p.Process.Signal(s); err != nil {
		t.Fatal(err)
	}
}

// end waits for the end, and returns what brought it.
func (p *stubbornProgram) end(t *testing.T) syscall.Signal {
	t.Helper()
	failed, is := errors.AsType[*exec.ExitError](p.Wait())
	if !is {
		t.Fatal("it ended well")
	}
	return failed.Sys().(syscall.WaitStatus).Signal()
}
