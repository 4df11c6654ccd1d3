package publish

import (
	"testing"

	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// Records that somebody wrote on the destination do not lead us astray.
func TestRefusesWickedRecords(t *testing.T) {
	for _, name := range []string{"../outside", "/etc/passwd", ".", "a/../../b", ".blandongan/lock/x", "a//b", "",
		"a\x1b]0;owned\x07b", "a\nb"} {
		b := newBench(t)
		publishtest.Version(1).Write(t, b.public)
		data, err := store.Record{Run: 1, Entries: map[string]store.Entry{name: {Path: name}}}.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		publishtest.Files{store.ManifestFile: string(data)}.Add(t, b.target)
		_, _, err = b.publish()
		publishtest.WantFault(t, err, "unreadable-record")
	}
}
