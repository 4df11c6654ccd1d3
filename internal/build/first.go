package build

import (
	"bytes"
	"errors"
	"io/fs"

	"blandongan/internal/build/sink"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/plan"
	"blandongan/internal/views"
)

// Audience is who looks at pages while a Builder builds again. All that it is asked or told
// happens within Build.
type Audience struct {
	// First names the files that somebody looks at, by path below the output folder. It is
	// asked when pages begin to be made.
	First func() []string
	// Early is given those of them that come out otherwise than they lie there, with the
	// assets that do not lie there yet, as soon as they are made. What is wrong with the site
	// is known by then, but for what shows only when a page is rendered. It is called once
	// in a build at most, and not at all where files that pages show, pictures above all,
	// are to be made too, nor in a first build, nor when the site moves to another address.
	// left is how many may have to be made after them.
	Early func(files map[string][]byte, left int)
	// Enough is asked between pages from then on. Where it says yes, Build ends with
	// ErrGivenUp, and the output folder is what it was.
	Enough func() bool
}

// ErrGivenUp is how a build ends of which an Audience had enough, or that trusted and met a change it was not told of.
var ErrGivenUp = errors.New("the build was given up")

// Show tells the Builder for whom it builds.
func (b *Builder) Show(a Audience) { b.audience = a }

// makeFirst makes the pages that somebody looks at, with the assets, and hands them to the
// audience; done tells of each target whether it was among them. Pages that could not be made
// the last time are made with them: a fault that stands is not told after each save as if
// it were new.
func (w *walk) makeFirst(m *maker, targets []plan.Target) (done []bool) {
	done = make([]bool, len(targets))
	if w.audience.Early == nil || w.last.plan == (memo.Digest{}) || w.last.prefix != w.plan.Prefix {
		return done
	}
	for i := range targets {
		if t := &targets[i]; t.Copy != "" || t.Picture != nil {
			kept, lies := w.lies(m, t)
			if done[i] = kept; !lies {
				return done
			}
		}
	}
	wanted := map[string]bool{}
	for _, p := range append(w.audience.First(), w.failing...) {
		wanted[p] = true
	}
	var first []*plan.Target
	for i := range targets {
		if t := &targets[i]; t.Asset || t.Template != "" && wanted[t.Path] {
			first, done[i] = append(first, t), true
		}
	}
	made := &sink.Witness{Sink: m.sink, Files: map[string][]byte{}}
	m.sink = made
	m.all(w, len(first), func(i int) (diag.List, error) { return w.makeOne(m, first[i]) })
	m.sink = made.Sink
	if m.failed == nil && !w.problems.HasErrors() {
		w.audience.Early(made.Files, len(targets)-len(first))
		m.enough = w.audience.Enough
	}
	return done
}

// lies says that a file which is copied lies in the folder as it is now. Of one that is so young
// that its stamp does not tell, the bytes do: then it is kept there.
func (w *walk) lies(m *maker, t *plan.Target) (kept, lies bool) {
	old, known := w.pages.Get(t.Path)
	switch {
	case !known:
		return false, false
	case t.Copy == "" || old.Inputs == w.inputs(t, views.Body{}):
		return false, true
	case w.stamps[t.Copy].Size() > mostCompared:
		return false, false
	}
	now, err := fs.ReadFile(w.config.Root, t.Copy)
	if err != nil {
		return false, false
	}
	kept, err = m.sink.Keep(t.Path, func(data []byte) bool { return bytes.Equal(data, now) })
	return kept, kept && err == nil
}

// mostCompared is how large a file may be that is compared in memory.
const mostCompared = 1 << 20

// mostFailing is how many pages that could not be made are made first the next time.
const mostFailing = 20

// fail notes a page that could not be made.
func (m *maker) fail(path string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.failing) < mostFailing {
		m.failing = append(m.failing, path)
	}
}
