package publishing

import (
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/command"
	"blandongan/internal/lang"
	"blandongan/internal/publish"
	"blandongan/internal/publish/folder"
)

// What is shown while a run goes on has words in each language; what is tried again is a line of its own.
func TestSendingIsShown(t *testing.T) {
	s, err := folder.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for l, want := range map[lang.Language][3]string{
		lang.Indonesian: {"membandingkan dengan ", "menerbitkan berkas 1.200 dari 4.800 (2,0 MB)",
			"dicoba lagi dalam 2 detik"},
		lang.English: {"comparing with ", "publishing file 1,200 of 4,800 (2.0 MB)", "trying again in 2 s"},
	} {
		var out strings.Builder
		p := &publication{out: &command.Output{To: &out}, lang: l, say: lang.Command.For(l), store: s}
		p.meter = command.NewMeter(p.say, &out, &out)
		var last atomic.Pointer[publish.Progress]
		if got := p.sending(last.Load()); !strings.HasPrefix(got.Text, want[0]) || got.Share != 0 {
			t.Errorf("%+v", got)
		}
		hear := p.hear(&last)
		hear(publish.Progress{Path: "index.html", Done: 1200, Total: 4800, Bytes: 2_000_000})
		hear(publish.Progress{Path: "peta.html", Failed: errors.New("mati"), Pause: 2 * time.Second})
		if got := p.sending(last.Load()); got.Text != want[1] || got.Share != 0.25 {
			t.Errorf("%+v", got)
		}
		if got := out.String(); !strings.HasPrefix(got, "peta.html: mati") || !strings.Contains(got, want[2]) {
			t.Errorf("%q", got)
		}
	}
}
