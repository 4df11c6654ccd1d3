package templates_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/websocket"
)

// TestFirefox looks at the largest page of each kind on the narrowest telephone, where
// nothing may move sideways, and prints it: Firefox breaks sheets in its own way.
func TestFirefox(t *testing.T) {
	patiently(t)
	w := need(firefox)(t)
	for _, f := range faces(t) {
		for _, page := range f.kinds(t) {
			t.Run(f.name+"/"+page.name, func(t *testing.T) {
				w := w.lend(t)
				faults := w.narrow(page.url)
				texts := w.marks()
				paper := read(t, w.paper(1))
				for _, fault := range slices.Concat(faults, paper.faults(texts), paper.tooLong(page.kind)) {
					t.Error(fault)
				}
				t.Logf("%s: %d sheets", page.kind, paper.sheets)
			})
		}
	}
}

// firefox is one Firefox for all tests, without any network of its own; stop
// ends it. It speaks WebDriver BiDi.
var firefox = sync.OnceValues(func() (*fox, error) {
	file, profile, err := found("firefox-esr", "firefox-esr")
	if err != nil {
		return nil, err
	}
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
	if err := begin(cmd); err != nil {
		return nil, err
	}
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

// narrow opens a page at 320 px and says what does not fit.
func (w den) narrow(url string) []string {
	w.t.Helper()
	w.do("setViewport", `"viewport": {"width": 320, "height": 640}`, nil)
	w.visit(url)
	return ask[[]string](w, "outside(false)")
}

// ask asks a page for something.
func ask[T any](w den, expression string) T {
	w.t.Helper()
	quoted, err := json.Marshal(asks + "JSON.stringify(" + expression + ")")
	if err != nil {
		w.t.Fatal(err)
	}
	var got struct {
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	err = w.call("script.evaluate", fmt.Sprintf(`{"expression": %s, "target": {"context": %q}, "awaitPromise": false}`,
		quoted, w.tab), &got)
	var answer T
	if err == nil {
		err = json.Unmarshal([]byte(got.Result.Value), &answer)
	}
	if err != nil {
		w.t.Fatalf("%s: %v %s", expression, err, got.ExceptionDetails.Text)
	}
	return answer
}

// marks numbers the texts of the page.
func (w den) marks() []piece { return ask[[]piece](w, "marks()") }

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
