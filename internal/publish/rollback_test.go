package publish

import (
	"path/filepath"
	"testing"
)

// back goes back to the earlier release.
func (b *bench) back() (from, to string, err error) {
	b.t.Helper()
	s, err := b.open(b.target)
	if err != nil {
		b.t.Fatal(err)
	}
	defer s.Close()
	p := New(s, nil, b.config)
	if from, to, err = p.Earlier(b.t.Context()); err == nil {
		err = p.Rollback(b.t.Context(), to)
	}
	return from, to, err
}

func TestRollback(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	b.release(2)
	from, to, err := b.back()
	if err != nil || from != "20261125T100000Z" || to != "20261125T090000Z" {
		t.Fatalf("from %s to %s, %v", from, to, err)
	}
	same(t, b.shown(), version(1))
	_, _, err = b.back()
	wantFault(t, err, "no-earlier-release")

	// Publishing again goes on from what is shown, and going back from there leads to
	// what was shown, not to what had been taken back.
	b.release(3)
	got := b.shown()
	delete(got, "aset/style.11111111.css")
	same(t, got, version(3))
	if from, to, err := b.back(); err != nil || from != "20261125T110000Z" || to != "20261125T090000Z" {
		t.Fatalf("from %s to %s, %v", from, to, err)
	}
	same(t, b.shown(), version(1))
}

// Who published in between is not taken back unseen; what is no release is not
// shown.
func TestRollbackIsNoSurprise(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	b.release(2)
	s, err := b.open(b.target)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	p := New(s, nil, b.config)
	_, to, err := p.Earlier(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b.release(3)
	wantFault(t, p.Rollback(t.Context(), to), "target-changed")
	for _, name := range []string{"../..", "", "20261125T110000Z", "20261125T080000Z"} {
		files{earlierPath: name}.add(t, filepath.Join(b.target, currentLink))
		_, _, err = p.Earlier(t.Context())
		wantFault(t, err, "no-earlier-release")
	}

	plain := newBench(t)
	_, _, err = plain.back()
	wantFault(t, err, "no-releases")
}
