package output

import (
	"slices"
	"strings"
	"testing"
)

// Whatever was written is brought to the disk before the manifest says that it is
// there, once; a build that writes nothing waits for no disk.
func TestFlushedBeforeTheManifest(t *testing.T) {
	dir := scratch(t)
	var said []string
	listen := func(d disk) disk {
		return &tapped{disk: d, before: func(op, name string) error {
			if op == "flush" || op == "rename" {
				said = append(said, op+" "+name)
			}
			return nil
		}}
	}
	for _, site := range []contents{{"a/b": "1", "c": "2"}, {"a/b": "one", "c": "2"}, {"d": "3"}} {
		said = nil
		if _, err := build(dir, site, listen); err != nil {
			t.Fatal(err)
		}
		at := slices.Index(said, "flush .")
		if at < 0 || slices.Contains(said[at+1:], "flush .") {
			t.Errorf("%v: not flushed once", said)
		}
		for i, what := range said {
			if page := strings.HasPrefix(what, "rename ") && !strings.Contains(what, recordsFolder); page && i > at {
				t.Errorf("%v: %s comes after flushing", said, what)
			}
		}
	}
	said = nil
	if _, err := build(dir, contents{"d": "3"}, listen); err != nil || slices.Contains(said, "flush .") {
		t.Errorf("%v, %v: nothing changed, and yet", said, err)
	}
}
