package templates_test

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// TestLighthouse wants full marks from Lighthouse, for a phone, for one page of
// each kind of our own site.
func TestLighthouse(t *testing.T) {
	patiently(t)
	need(tools)(t)
	f := need(home)(t)
	command := []string{"../.ci/lighthouse.mjs", need(chromium)(t), filepath.Join(need(scratch)(t), "lighthouse")}
	kinds := map[string]string{}
	for _, page := range f.kinds(t) {
		command = append(command, page.url)
		kinds[page.url] = page.kind
	}
	start := time.Now()
	cmd := exec.Command(need(node)(t), command...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, &errs)
	}
	judged := 0
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); judged++ {
		var page struct {
			URL    string
			Scores map[string]int
			Faults []string
			Tries  int
		}
		if err := dec.Decode(&page); err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %v, tries: %d", kinds[page.URL], page.Scores, page.Tries)
		for _, category := range []string{"performance", "accessibility", "best-practices", "seo", "agentic-browsing"} {
			if page.Scores[category] != 100 {
				t.Errorf("%s: %s: %d of 100: %v", kinds[page.URL], category, page.Scores[category], page.Faults)
			}
		}
	}
	if judged != len(kinds) {
		t.Errorf("%d pages judged, not %d", judged, len(kinds))
	}
	t.Logf("%v", time.Since(start).Round(time.Second))
}
