package templates_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestWebKit looks at the largest page of each kind on the narrowest telephone, in a relative
// of what iPhones have.
func TestWebKit(t *testing.T) {
	patiently(t)
	w := need(webkit)(t)
	for _, f := range faces(t) {
		for _, page := range f.kinds(t) {
			for _, fault := range w.narrow(t, page.url) {
				t.Errorf("%s/%s: %s", f.name, page.name, fault)
			}
		}
	}
}

// narrow says what does not fit a page at 320 px. No window is as narrow; a frame is.
func (d driver) narrow(t *testing.T, url string) []string {
	t.Helper()
	d.ask(t, "url", map[string]any{"url": "data:text/html,<iframe width=320 height=640 style=border:0></iframe>"}, nil)
	d.ask(t, "execute/async", map[string]any{"args": []any{url}, "script": `const [url, done] = arguments;
		const frame = document.querySelector('iframe'); frame.onload = done; frame.src = url`}, nil)
	d.ask(t, "frame", map[string]any{"id": 0}, nil)
	var faults []string
	d.ask(t, "execute/sync", map[string]any{"args": []any{}, "script": asks + "; return outside(false)"}, &faults)
	return faults
}

// webkit is a WebKitGTK with a screen of its own, for all tests; stop ends it.
var webkit = sync.OnceValues(func() (driver, error) {
	file, folder, err := found("WebKitWebDriver", "webkit2gtk-driver")
	if err != nil {
		return "", err
	}
	display, err := screen()
	if err != nil {
		return "", err
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	address := free.Addr().String()
	free.Close()
	_, port, _ := net.SplitHostPort(address)
	cmd := exec.Command(file, "--port="+port)
	cmd.Env = append(os.Environ(), "DISPLAY="+display, "HOME="+folder)
	if err := begin(cmd); err != nil {
		return "", err
	}
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(enough); ; <-tick.C {
		c, err := net.Dial("tcp", address)
		if err == nil {
			c.Close()
			return meet("http://" + address + "/session")
		}
		if time.Now().After(end) {
			return "", err
		}
	}
})

// screen starts one that nobody sees, and returns its name.
func screen() (string, error) {
	file, err := program("Xvfb", "xvfb")
	if err != nil {
		return "", err
	}
	told, tell, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer told.Close()
	cmd := exec.Command(file, "-displayfd", "3", "-screen", "0", "800x700x24")
	cmd.ExtraFiles = []*os.File{tell}
	if err := begin(cmd); err != nil {
		return "", err
	}
	tell.Close()
	number, err := bufio.NewReader(told).ReadString('\n')
	return ":" + strings.TrimSpace(number), err
}

// driver is the address of a browser's session, which speaks WebDriver.
type driver string

// meet begins a session, whose end closes the browser.
func meet(sessions string) (driver, error) {
	var session struct{ SessionID string }
	err := driver(sessions).call("POST", "", map[string]any{"capabilities": map[string]any{}}, &session)
	d := driver(sessions + "/" + session.SessionID)
	if err == nil {
		last := stops[len(stops)-1]
		stops[len(stops)-1] = func() { _ = d.call("DELETE", "", nil, nil); last() }
	}
	return d, err
}

func (d driver) ask(t *testing.T, command string, what, into any) {
	t.Helper()
	if err := d.call("POST", "/"+command, what, into); err != nil {
		t.Fatalf("%s: %v", command, err)
	}
}

func (d driver) call(method, command string, what, into any) error {
	body, err := json.Marshal(what)
	if err != nil {
		return err
	}
	r, err := http.NewRequest(method, string(d)+command, bytes.NewReader(body))
	if err != nil {
		return err
	}
	client := http.Client{Timeout: enough}
	answer, err := client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var got struct{ Value json.RawMessage }
	switch err := json.NewDecoder(answer.Body).Decode(&got); {
	case err != nil:
		return err
	case answer.StatusCode != http.StatusOK:
		return errors.New(string(got.Value))
	case into == nil:
		return nil
	}
	if err := json.Unmarshal(got.Value, into); err != nil {
		return fmt.Errorf("%.80s: %w", got.Value, err)
	}
	return nil
}
