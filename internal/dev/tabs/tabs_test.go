package tabs

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

// Strangers' streams have places of their own; the author's newest tab is let in
// whatever else is open.
func TestStrangersDoNotShutTheAuthorOut(t *testing.T) {
	s := New()
	refused := 0
	for i := range 500 {
		if s.Enter(fmt.Sprint("stranger", i), "/", false) == nil {
			refused++
		}
	}
	if refused != 500-foreignStreams {
		t.Errorf("%d strangers were refused", refused)
	}
	var tabs []*Stream
	for i := range ownStreams + 10 {
		tab := s.Enter(fmt.Sprint("browser", i), "/", true)
		if tab == nil || tab.resting {
			t.Fatalf("tab %d was not let in", i)
		}
		tabs = append(tabs, tab)
	}
	for i, tab := range tabs {
		if tab.resting != (i < 10) {
			t.Errorf("tab %d rests: %v", i, tab.resting)
		}
		s.Leave(tab)
	}
	if len(s.own) != 0 || len(s.open) != foreignStreams || s.foreign != foreignStreams {
		t.Errorf("left are %d own, %d foreign, %d browsers", len(s.own), s.foreign, len(s.open))
	}
}

// A tab that loads its page again sends nobody to rest but itself as it was.
func TestReloadSendsNoOtherToRest(t *testing.T) {
	s := New()
	var tabs []*Stream
	for i := range PerBrowser {
		tabs = append(tabs, s.Enter("browser", fmt.Sprint("/", i), true))
	}
	s.Tell(tabs[2], "2/index.html")
	again := s.Enter("browser", "/2", true)
	for i, tab := range append(tabs, again) {
		if tab.resting != (i == 2) {
			t.Errorf("tab %d rests: %v", i, tab.resting)
		}
	}
	if s.Enter("browser", "/other", true); !tabs[0].resting {
		t.Error("a fifth tab does not send the oldest to rest")
	}
}

// A build waits until tabs were compared, and have the pages that they were told to load; it does
// not wait for ever.
func TestAwaitTabs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const most = 50 * time.Millisecond
		s := New()
		awaited := func() time.Duration {
			began := time.Now()
			s.Await(2, most)
			return time.Since(began)
		}
		if d := awaited(); d != 0 {
			t.Errorf("without tabs it waits for %v", d)
		}
		one, other := s.Enter("browser", "/", true), s.Enter("browser", "/a/", true)
		if d := awaited(); d != most {
			t.Errorf("for tabs that are not there it waits for %v", d)
		}
		go func() {
			time.Sleep(time.Millisecond)
			s.Compared(one, 2)
			s.Tell(other, "a/index.html")
			s.Compared(other, 2)
			time.Sleep(time.Millisecond)
			s.Leave(other)
			time.Sleep(time.Millisecond)
			s.Loaded("a/index.html")
		}()
		if d := awaited(); d != 3*time.Millisecond {
			t.Errorf("it waits for %v", d)
		}
		for i, want := range []time.Duration{most, 0, 0, most, 0} { // of a tab that is hidden, and shown once
			if i == 3 {
				s.Loaded("index.html")
			}
			s.Tell(one, "index.html")
			if d := awaited(); d != want {
				t.Errorf("time %d: it waits for %v, not %v", i, d, want)
			}
		}
	})
}
