// Package chrome gets tests a browser.
//
// It stands apart from lab for what it takes to link: the protocol of browsers has
// many thousand methods, which tests without a browser need not carry.
package chrome

import (
	"context"
	"testing"

	"blandongan/internal/lab"

	"github.com/chromedp/chromedp"
)

// Start starts one that ends with the test, without any network but
// loopback.
func Start(t testing.TB) context.Context {
	t.Helper()
	all, cancel := chromedp.NewExecAllocator(context.Background(),
		Flags(lab.Program(t, "chromium", "chromium"), t.TempDir(), 1000, 700)...)
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
