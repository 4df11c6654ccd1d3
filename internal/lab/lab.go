// Package lab gets tests what they need of the machine: programs, a browser, a
// small disk, real servers.
//
// What is lacking skips a test, with a word how to get it; where CI=true nothing
// may be lacking, and the test fails. It is imported by tests alone.
package lab

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// Lack ends a test that cannot have what it needs.
func Lack(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

// Slow skips a test that takes long, where somebody waits: under -short.
func Slow(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes long; go test without -short runs it")
	}
}

// Program returns the file of a program, which packages of Debian hold.
func Program(t testing.TB, name, packages string) string {
	t.Helper()
	file, err := find(name)
	if err != nil {
		Lack(t, "there is no %s; on Debian: apt-get install %s", name, packages)
	}
	return file
}

// find returns the file of a program. Those of administrators are found by everybody:
// not even root need have their folder in its PATH.
func find(name string) (string, error) {
	file, err := exec.LookPath(name)
	if err != nil {
		return exec.LookPath(filepath.Join("/usr/sbin", name))
	}
	return file, nil
}

// Chromium starts a browser that ends with the test, without any network but
// loopback.
func Chromium(t testing.TB) context.Context {
	t.Helper()
	all, cancel := chromedp.NewExecAllocator(context.Background(),
		Flags(Program(t, "chromium", "chromium"), t.TempDir(), 1000, 700)...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(all)
	t.Cleanup(func() { _ = chromedp.Cancel(ctx); cancel() }) // waits until the browser is gone
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("chromium does not start: %v", err)
	}
	return ctx
}

// Flags are those of such a browser: its file, the folder of its profile, and the
// size of its window in CSS pixels.
func Flags(file, profile string, width, height int) []chromedp.ExecAllocatorOption {
	return append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(file), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(profile),
		chromedp.WindowSize(width, height),
		chromedp.Flag("disable-quic", true), chromedp.Flag("no-first-run", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-domain-reliability", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
}
