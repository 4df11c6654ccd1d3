package records

import "testing"

func TestFrontEnd(t *testing.T) {
	for text, want := range map[string]struct{ front, body string }{
		"---\na: 1\n---\nText\n---\n":         {"---\nText\n---\n", "Text\n---\n"},
		"\uFEFF--- \r\na: 1\r\n---\t\r\nText": {"---\t\r\nText", "Text"},
		"---\na: 1\n---":                      {"---", ""},
		"Text\n---\nmore\n":                   {"Text\n---\nmore\n", "Text\n---\nmore\n"},
		"\uFEFFText\n---\n":                   {"\uFEFFText\n---\n", "\uFEFFText\n---\n"},
		"---\na: 1\n":                         {"", "none"},
		"\uFEFF---\n":                         {"", "none"},
	} {
		front, body := FrontEnd(text)
		got := "none"
		if body <= len(text) {
			got = text[body:]
		}
		if text[front:] != want.front || got != want.body {
			t.Errorf("%q: %q, %q", text, text[front:], got)
		}
	}
}
