package diag

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"blandongan/internal/diag/sentences"
)

// TestGuide holds that every message in the table of the editors' guide is one
// that we say: as a whole, or up to its first value.
func TestGuide(t *testing.T) {
	guide, err := os.ReadFile("../../content/pages/panduan-redaksi.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(guide), "| Pesan | ")
	rows := strings.Split(table, "\n")
	if !found || len(rows) < 10 {
		t.Fatal("the guide has no table of messages")
	}
	for _, row := range rows[2:] {
		if !strings.HasPrefix(row, "| ") {
			break
		}
		if message := strings.Split(row, " | ")[0][len("| "):]; !said(message) {
			t.Errorf("nothing says %s", message)
		}
	}
}

// values are what stands for each kind of value in a sentence.
var values = map[string]string{"q": `".*"`, "s": `[^"]+`, "d": `\d+`, "v": `[-0-9.]+`}

func said(message string) bool {
	for _, e := range sentences.Catalogue {
		form, last := "^", 0
		for _, at := range verb.FindAllStringIndex(e.Text.ID, -1) {
			form += regexp.QuoteMeta(e.Text.ID[last:at[0]]) + values[e.Text.ID[at[1]-1:at[1]]]
			last = at[1]
		}
		form += regexp.QuoteMeta(e.Text.ID[last:]) + "$"
		if regexp.MustCompile(form).MatchString(message) || strings.HasPrefix(e.Text.ID, message+" ") ||
			strings.HasPrefix(e.Text.ID, message+":") {
			return true
		}
	}
	return false
}
