package main

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"blandongan/internal/author"
	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/desk/external"
	"blandongan/internal/desk/web"
	"blandongan/internal/diag"
)

// remembered is the file that holds which links could be opened.
const remembered = "links.json"

// external opens the links to other sites that were asked for, and remembers what came of it
// in the cache of whoever runs the command. Without one it is asked again the next time.
func (x *checking) external(r build.Report) diag.List {
	links := slices.DeleteFunc(r.Links(), func(l web.Link) bool {
		return x.isElsewhere(diag.Problem{Place: l.Place})
	})
	var text []byte
	cache, err := command.CacheFolder()
	if err == nil {
		text, _ = os.ReadFile(filepath.Join(cache, remembered)) // what cannot be read is not remembered
	}
	known, now := external.Remember(text), time.Now()
	options := external.Options{Now: now, Private: command.IsPrivateAllowed()}
	var found diag.List
	x.meter.Counted("progress-external", func(tell func(done, of int)) {
		options.OnAnswer = tell
		found, x.untried = external.Look(x.ctx, links, known, options)
	})
	if err == nil {
		_, _ = author.Put(cache, remembered, func([]byte) []byte { return known.Bytes(now) })
	}
	return r.Loud(found)
}
