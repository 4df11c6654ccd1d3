package output

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"strings"
	"testing"
)

func TestManifestThatIsNotOurs(t *testing.T) {
	for _, text := range []string{"", "x", "blandongan output 2\na\n", manifestHeader, manifestHeader + "\n../x\n",
		manifestHeader + "\n/etc/passwd\n", manifestHeader + "\na", manifestHeader + "\n\n",
		manifestHeader + "\na\t../../lock\n", manifestHeader + "\n.blandongan/lock\n"} {
		dir := t.TempDir()
		write(t, dir, manifestPath, text)
		write(t, dir, "a", "1")
		before := tree(t, dir)
		_, err := Open(dir, Options{})
		if err == nil || !strings.Contains(err.Error(), "read "+filepath.Join(dir, manifestPath)) {
			t.Errorf("%q: %v", text, err)
		}
		after := tree(t, dir)
		delete(after, lockPath) // another build may be waiting at it
		same(t, fmt.Sprintf("%q", text), after, before)
	}
}

func TestManifestText(t *testing.T) {
	m := manifest{paths: map[string]bool{"b": true, "a/b": true, "a.html": true},
		marked: map[string]string{"a/c": "0/12", "z": "3/4"}}
	text := m.bytes()
	got, err := parseManifest(string(text))
	if err != nil || !maps.Equal(got.paths, m.paths) || !maps.Equal(got.marked, m.marked) {
		t.Errorf("%q came back as %v, %v", text, got, err)
	}
	if !bytes.Equal(got.bytes(), text) {
		t.Errorf("%q printed again is %q", text, got.bytes())
	}
}
