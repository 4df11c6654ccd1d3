package publish

import "testing"

// Records that somebody wrote on the target do not lead us astray.
func TestRefusesWickedRecords(t *testing.T) {
	for _, name := range []string{"../outside", "/etc/passwd", ".", "a/../../b", ".blandongan/lock/x", "a//b", "", "a\x1b]0;owned\x07b", "a\nb"} {
		b := newBench(t)
		version(1).write(t, b.public)
		data, err := record{run: 1, entries: map[string]entry{name: {Path: name}}}.bytes()
		if err != nil {
			t.Fatal(err)
		}
		files{manifestPath: string(data)}.add(t, b.target)
		_, _, err = b.publish()
		wantFault(t, err, "unreadable-record")
	}
}
