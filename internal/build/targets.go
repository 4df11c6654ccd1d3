package build

import (
	"errors"
	"io/fs"

	"blandongan/internal/files"
	"blandongan/internal/records"
	"blandongan/internal/site"
)

// Targets reads where the site is published and nothing else, before a build, and says
// whether it can be told: faults of the file are told by a build. Addresses that are
// not written there are left empty. It is nil when there is no such file.
func (b *Builder) Targets() (published *Publish, known bool) {
	info, err := fs.Stat(b.config.Root, site.PublishFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, true
	}
	if err != nil || !info.Mode().IsRegular() {
		return nil, false
	}
	text, problems := files.Read(b.config.Root, files.File{Path: site.PublishFile, Size: info.Size()})
	if problems.HasErrors() {
		return nil, false
	}
	record, problems := records.Parse(site.PublishFile, site.Guard(site.PublishFile, text), b.markdown)
	entries, faults := site.Decode(record)
	if problems.HasErrors() || faults.HasErrors() || len(entries) != 1 {
		return nil, false
	}
	return site.PublishOf(entries[0], ""), true
}
