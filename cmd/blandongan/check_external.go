package main

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/desk/external"
	"blandongan/internal/desk/web"
	"blandongan/internal/diag"
)

// external opens the links to other sites that were asked for, and remembers what came of it
// in the cache of whoever runs the command. Without one it is asked again the next time.
func (x *checking) external(r build.Report) diag.List {
	links := slices.DeleteFunc(r.Links(), func(l web.Link) bool {
		return x.isElsewhere(diag.Problem{Place: l.Place})
	})
	file, err := os.UserCacheDir()
	if err == nil {
		file = filepath.Join(file, "blandongan", "links.json")
	}
	text, _ := os.ReadFile(file) // what cannot be read is not remembered
	known, now := external.Remember(text), time.Now()
	found := external.Look(x.ctx, links, known, external.Options{Now: now, Private: command.IsPrivateAllowed()})
	if err == nil {
		_ = command.ReplaceFile(file, known.Bytes(now))
	}
	return r.Loud(found)
}
