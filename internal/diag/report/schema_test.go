package report_test

import (
	"strings"
	"testing"

	"blandongan/internal/lab"
)

// What is written is SARIF by its own schema, of which npm has a copy; what is none is seen.
func TestSARIFBySchema(t *testing.T) {
	judge := func(text string) string { return lab.Script(t, "../../../.ci", "testdata/judge.mjs", text) }
	text := written(t, "sarif")
	if wrong := judge(text); wrong != "" {
		t.Errorf("%s\n%s", wrong, text)
	}
	if wrong := judge(strings.Replace(text, `"version":`, `"versions":`, 1)); !strings.Contains(wrong, "version") {
		t.Errorf("of a report without its version: %q", wrong)
	}
}
