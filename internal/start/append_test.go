package start

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

const aSource = "a: {title: X, publisher: P, kind: news, date: 2020-01-01}"

func deskWith(file, text string) *Desk {
	return Open(fstest.MapFS{file: {Data: []byte(text)}})
}

// Whatever form a file of many things has that can be read, another thing gets in, and those that are there
// stay, or it is said what to write where.
func TestAppended(t *testing.T) {
	const file = "data/sources.yaml"
	for _, c := range []struct{ was, keeps string }{
		{"", ""}, {"{}", ""}, {"{}\n", ""}, {"\ufeff{}\r\n", ""},
		{"# x\n{} # y\n", "# x\n# y\n"}, {"--- {}\n", "---"},
		{"---\n{ }\n...\n", "---\n"}, {"{\n}\n", ""}, {"# {}\n", "# {}\n"},
		{aSource, aSource}, {aSource + "\n...\n", aSource}, {aSource + "\n... # x\n\n# y\n", aSource},
		{aSource + "\n...", aSource}, {aSource + "\r\n...\r\n", aSource},
		{"  " + aSource + "\n", "  " + aSource}, {"# x\n  # y\n  " + aSource, "# x\n  # y\n  " + aSource},
		{"---\n    a:\n      title: X\n      publisher: P\n      kind: news\n      date: 2020\n", "---\n    a:\n"},
		{"a:\r  title: X\r  publisher: P\r  kind: news\r  date: 2020-01-01\r", "a:\r  title: X\r"},
		{"a:\r  title: |-\r   {}\r  publisher: P\r  kind: news\r  date: 2020-01-01", "a:\r  title: |-\r   {}\r"},
	} {
		made, err := deskWith(file, c.was).New(Wanted{Kind: "source", Title: "Baru", Now: time.Unix(0, 0)})
		if err != nil {
			t.Errorf("%q: %v", c.was, err)
			continue
		}
		text := string(made.Text)
		if strings.Contains(c.was, "\r") && strings.Count(text, "\n") != strings.Count(text, "\r\n") ||
			!strings.Contains(text, c.keeps) {
			t.Errorf("%q becomes %q", c.was, text)
		}
		entries := entriesOf(file, made.Text)
		want := 1 // and the first, where there is one
		if strings.Contains(c.was, "title") {
			want = 2
		}
		if len(entries) != want || len(made.Open) != 3 {
			t.Errorf("%q has %d entries, %d keys to be filled in: %q", c.was, len(entries), len(made.Open), text)
		}
	}
}

// What is written in braces is told as it has to stand there, and where.
func TestToldByHand(t *testing.T) {
	for kind, file := range map[string]string{"source": "data/sources.yaml", "indicator": "data/indicators.yaml"} {
		for _, was := range []string{
			"{" + aSource + "}\n", "# x\n{" + aSource + "\n}\n# y\n", "{" + aSource + "\r}\r", "{" + aSource + ",}",
			"{b: {name: A, unit: x, definition: B}}",
		} {
			if !isSound(file, []byte(was)) {
				continue // of the other kind
			}
			_, err := deskWith(file, was).New(Wanted{Kind: kind, Title: `Ba"ru`, Now: time.Unix(0, 0)})
			if err == nil {
				t.Fatalf("%q: it is added", was)
			}
			_, entry, _ := strings.Cut(err.Error(), "}: ")
			at := strings.LastIndexByte(was, '}')
			becomes := []byte(was[:at] + entry + was[at:])
			entries := entriesOf(file, becomes)
			if len(entries) != 2 || entries[1].ID != "ba-ru" || !isSound(file, becomes) {
				t.Errorf("%q: %v", was, err)
			}
			if line := "in line 2,"; strings.HasPrefix(was, "#") && !strings.Contains(err.Error(), "in line 3,") ||
				strings.Contains(was, "\r") && !strings.Contains(err.Error(), line) {
				t.Errorf("%q: %v", was, err)
			}
		}
	}
}

// What is in UTF-16 is said to be.
func TestNotUTF8(t *testing.T) {
	desk := deskWith("data/sources.yaml", "\xff\xfea\x00:\x00")
	_, err := desk.New(Wanted{Kind: "source", Title: "X", Now: time.Unix(0, 0)})
	if err == nil || !strings.Contains(err.Error(), "data/sources.yaml: this file is UTF-16") {
		t.Error(err)
	}
}
