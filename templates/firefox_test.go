package templates_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/websocket"
)

// firefox is one Firefox for all tests, without any network of its own; stop
// ends it. It speaks WebDriver BiDi.
var firefox = sync.OnceValues(func() (*fox, error) {
	file, err := program("firefox-esr", "firefox-esr")
	if err != nil {
		return nil, err
	}
	dir, err := scratch()
	if err != nil {
		return nil, err
	}
	profile := filepath.Join(dir, "firefox")
	if err := os.Mkdir(profile, 0o755); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(preferences), 0o644); err != nil {
		return nil, err
	}
	return hunt(file, profile)
})

// preferences keep Firefox at home: whatever is not on this machine is asked of a proxy
// that is not there.
const preferences = `
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("network.proxy.no_proxies_on", "127.0.0.1");
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("app.normandy.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("services.settings.server", "data:,#remote-settings-dummy/v1");
user_pref("extensions.update.enabled", false);
user_pref("extensions.getAddons.cache.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("browser.newtabpage.enabled", false);
user_pref("dom.ipc.processCount", 1);
user_pref("dom.ipc.processPrelaunch.enabled", false);
user_pref("layout.css.has-selector.enabled", true);
`

// fox is a Firefox and its one tab.
type fox struct {
	mu   sync.Mutex
	wire *websocket.Conn
	tab  string
	last int
}

var heard = regexp.MustCompile(`WebDriver BiDi listening on (ws://\S+)`)

// hunt starts a Firefox.
func hunt(file, profile string) (*fox, error) {
	const origin = "http://127.0.0.1"
	cmd := exec.Command(file, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0",
		"--remote-allow-origins", origin)
	cmd.Env = append(os.Environ(), "MOZ_CRASHREPORTER_DISABLE=1", "TZ=UTC", "HOME="+profile)
	out, err := cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	stops = append(stops, func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if m := heard.FindStringSubmatch(lines.Text()); m != nil {
			go func() {
				for lines.Scan() {
				}
			}()
			f := &fox{}
			return f, f.meet(m[1]+"/session", origin)
		}
	}
	return nil, fmt.Errorf("%s does not start", file)
}

func (f *fox) meet(address, origin string) error {
	var err error
	if f.wire, err = websocket.Dial(address, "", origin); err != nil {
		return err
	}
	if err := f.call("session.new", `{"capabilities": {}}`, nil); err != nil {
		return err
	}
	var tree struct{ Contexts []struct{ Context string } }
	if err := f.call("browsingContext.getTree", `{}`, &tree); err != nil {
		return err
	}
	f.tab = tree.Contexts[0].Context
	return nil
}

// call sends a command and waits for its answer.
func (f *fox) call(method, params string, into any) error {
	f.last++
	if err := f.wire.SetDeadline(time.Now().Add(enough)); err != nil {
		return err
	}
	err := websocket.Message.Send(f.wire, fmt.Sprintf(`{"id": %d, "method": %q, "params": %s}`, f.last, method, params))
	for err == nil {
		var answer struct {
			ID             int
			Error, Message string
			Result         json.RawMessage
		}
		if err = websocket.JSON.Receive(f.wire, &answer); err != nil || answer.ID != f.last {
			continue
		}
		if answer.Error != "" {
			return fmt.Errorf("%s: %s: %s", method, answer.Error, answer.Message)
		}
		if into == nil {
			return nil
		}
		return json.Unmarshal(answer.Result, into)
	}
	return fmt.Errorf("%s: %w", method, err)
}

// TestNarrowInFirefox holds that no kind of page moves sideways on the narrowest telephone.
func TestNarrowInFirefox(t *testing.T) {
	patiently(t)
	w := need(firefox)(t).lend(t)
	w.width(320)
	for _, f := range faces(t) {
		for _, page := range f.kinds(t) {
			w.visit(page.url)
			if faults := w.ask("outside(false).join('\\n')"); faults != "" {
				t.Errorf("%s/%s: %s", f.name, page.name, faults)
			}
		}
	}
}

// den is Firefox in the hands of a test.
type den struct {
	t *testing.T
	*fox
}

// lend gives a test the one tab, until it ends.
func (f *fox) lend(t *testing.T) den {
	f.mu.Lock()
	t.Cleanup(f.mu.Unlock)
	return den{t, f}
}

// visit opens a page.
func (w den) visit(url string) {
	w.t.Helper()
	w.do("navigate", fmt.Sprintf(`"url": %q, "wait": "complete"`, url), nil)
}

// width makes the window that wide.
func (w den) width(pixels int) {
	w.t.Helper()
	w.do("setViewport", fmt.Sprintf(`"viewport": {"width": %d, "height": 640}`, pixels), nil)
}

// ask asks a page for text.
func (w den) ask(expression string) string {
	w.t.Helper()
	quoted, err := json.Marshal(asks + expression)
	if err != nil {
		w.t.Fatal(err)
	}
	var got struct {
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	err = w.call("script.evaluate", fmt.Sprintf(`{"expression": %s, "target": {"context": %q}, "awaitPromise": false}`,
		quoted, w.tab), &got)
	if err != nil || got.ExceptionDetails.Text != "" {
		w.t.Fatalf("%.80s: %v %s", expression, err, got.ExceptionDetails.Text)
	}
	return got.Result.Value
}

// paper prints what the tab shows on A4, with a printer's margins in centimetres.
func (w den) paper(margin float64) []byte {
	w.t.Helper()
	var got struct{ Data []byte }
	w.do("print", fmt.Sprintf(`"page": {"width": 21, "height": 29.7}, "shrinkToFit": false,
		"margin": {"top": %[1]g, "bottom": %[1]g, "left": %[1]g, "right": %[1]g}`, margin), &got)
	return got.Data
}

func (w den) do(what, params string, into any) {
	w.t.Helper()
	if err := w.call("browsingContext."+what, fmt.Sprintf(`{"context": %q, %s}`, w.tab, params), into); err != nil {
		w.t.Fatal(err)
	}
}
