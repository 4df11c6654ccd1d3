package schema_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"blandongan/internal/build"
	"blandongan/internal/schema"
	"blandongan/templates"
)

type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

// typed is a file as somebody types it in VS Code, and what the editor says.
type typed struct {
	Name string    `json:"name"`
	Text string    `json:"text"`
	At   *position `json:"at"`
}

type said struct {
	Diagnostics, Completion []string
	Hover                   string
}

// ask opens files in the server behind VS Code's YAML extension, with the schemas and settings of a site.
// A "|" in a text is the cursor.
func ask(t *testing.T, files fstest.MapFS, list ...typed) []said {
	t.Helper()
	root := t.TempDir()
	known := build.New(build.Config{Root: files, Templates: templates.FS}).Examine(now)
	for _, f := range schema.New(known.Site).Schemas(schema.Folder) {
		file := filepath.Join(root, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for i := range list {
		before, after, cursor := strings.Cut(list[i].Text, "|")
		if !cursor {
			continue
		}
		line := strings.Count(before, "\n")
		list[i].At = &position{line, len(before) - strings.LastIndexByte(before, '\n') - 1}
		list[i].Text = before + after
	}
	var answers []said
	run(t, "yls.mjs", map[string]any{
		"root": root, "settings": json.RawMessage(schema.NewSettings(schema.Folder)), "files": list,
	}, &answers)
	return answers
}

// In VS Code the keys, words and ids that may stand there are offered with what they mean, and what is
// wrong is marked; what is right is not.
func TestYAMLLanguageServer(t *testing.T) {
	files := archive(t, "../build/testdata/base.txtar", "")
	var list []typed
	for name, f := range files {
		if strings.HasSuffix(name, ".yaml") {
			list = append(list, typed{Name: name, Text: string(f.Data)})
		}
	}
	for i, answer := range ask(t, files, list...) {
		if len(answer.Diagnostics) > 0 {
			t.Errorf("%s is right, and marked: %q", list[i].Name, answer.Diagnostics)
		}
	}
	const program = "data/programs/baru"
	answers := ask(t, files,
		typed{Name: program + "1.yaml", Text: "name: Baru\nst|\n"},
		typed{Name: program + "2.yaml", Text: "name: Baru\nstatus: |\n"},
		typed{Name: program + "3.yaml", Text: "name: Baru\nkecamatan: [|]\n"},
		typed{
			Name: program + "4.yaml",
			Text: "name: Baru\nsta|tus: runing\nkecamatan: huluu\nresources: {setup_cost: banyak}\n",
		},
		typed{Name: program + "5.yaml", Text: "name: Baru\nsources:\n  - |\n"},
	)
	offered := [][]string{{"status", "started"}, {"launched", "running"}, {"hulu", "hilir"}, nil, {"sensus"}}
	for i, want := range offered {
		for _, word := range want {
			if !slices.Contains(answers[i].Completion, word) {
				t.Errorf("%d: %s is not offered: %q", i+1, word, answers[i].Completion)
			}
		}
		if slices.Contains(answers[i].Completion, "null") {
			t.Errorf("%d: nothing is offered as a word: %q", i+1, answers[i].Completion)
		}
	}
	for _, want := range []string{"Status", "menurut bukti", "as evidence has it"} {
		if !strings.Contains(answers[3].Hover, want) {
			t.Errorf("hovering over status does not say %q: %s", want, answers[3].Hover)
		}
	}
	marked := strings.Join(answers[3].Diagnostics, "\n")
	for _, want := range []string{"2: ", "3: Tidak ada kecamatan", "4: tulis seperti: 10"} {
		if !strings.Contains(marked, want) {
			t.Errorf("%q is not marked: %s", want, marked)
		}
	}
}
