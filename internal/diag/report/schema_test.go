package report_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"blandongan/internal/lab"
)

// What is written is SARIF by its own schema, of which npm has a copy; what is none is seen.
func TestSARIFBySchema(t *testing.T) {
	const ci = "../../../.ci"
	node, err := lab.Node(ci)
	if err != nil {
		lab.Lack(t, "%v", err)
	}
	modules, err := lab.Packages(ci)
	if err != nil {
		lab.Lack(t, "%v", err)
	}
	if _, err := os.Stat(filepath.Join(modules, "@microsoft", "jest-sarif")); err != nil {
		lab.Lack(t, "%v", err)
	}
	judge := func(text string) string {
		cmd := exec.Command(node, filepath.Join("testdata", "judge.mjs"), modules)
		var stderr bytes.Buffer
		cmd.Stdin, cmd.Stderr = strings.NewReader(text), &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v\n%s", err, stderr.String())
		}
		return string(out)
	}
	text := written(t, "sarif")
	if wrong := judge(text); wrong != "" {
		t.Errorf("%s\n%s", wrong, text)
	}
	if wrong := judge(strings.Replace(text, `"version":`, `"versions":`, 1)); !strings.Contains(wrong, "version") {
		t.Errorf("of a report without its version: %q", wrong)
	}
}
