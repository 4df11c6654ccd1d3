package grammar

import "testing"

// TestBroken has goldmark fail in a way it does not, so far as we know.
func TestBroken(t *testing.T) {
	tree := Tree{opened: 5}
	var stopped *Stop
	func() {
		defer tree.Catch(&stopped)
		panic("boom")
	}()
	if stopped == nil || *stopped != (Stop{Broken, 5}) {
		t.Errorf("got %+v", stopped)
	}
}
