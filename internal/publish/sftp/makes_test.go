package sftp

import (
	"strings"
	"testing"
	"time"

	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// slow is a body whose second half takes its time.
type slow struct{ *strings.Reader }

func (s slow) Read(p []byte) (int, error) {
	if int64(s.Len()) < s.Size() {
		time.Sleep(400 * time.Millisecond)
	}
	return s.Reader.Read(p)
}

// What a file's stamp is when it was put is what is found later: some tell of a file
// that is open the time of their clock.
func TestSFTPMakesStamp(t *testing.T) {
	for name, start := range publishtest.Makes() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, err := Open(t.Context(), configFor(publishtest.LoginAt(start(t))))
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			text := strings.Repeat("text", packet)
			put, err := s.Put(t.Context(), "a/b", slow{strings.NewReader(text)}, int64(len(text)), store.Meta{})
			if err != nil {
				t.Fatal(err)
			}
			time.Sleep(100 * time.Millisecond)
			found, err := s.Look(t.Context(), []string{"a/b"})
			if err != nil || found["a/b"].Stamp != put.Stamp {
				t.Errorf("%v, %v; was put as %v", found, err, put)
			}
		})
	}
}
