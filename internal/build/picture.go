package build

import (
	"context"
	"io/fs"
	"maps"
	"runtime/debug"
	"runtime/metrics"
	"slices"

	"blandongan/internal/diag"
	"blandongan/internal/picture"
	"blandongan/internal/plan"
)

// mostPixels is how many bytes pictures may take that are read at the same time. One alone may take more.
const mostPixels = 224 << 20

// keepCopy keeps a copy of a picture that lies in the folder already, or notes it to be made with the other copies: a
// picture is read once for all.
func (w *walk) keepCopy(m *maker, t *plan.Target) (err error) {
	kept := false
	if !w.onlyLooks() {
		intact := func(data []byte) bool { return picture.Intact(data, t.Picture.Copy.Name) }
		kept, err = m.sink.Keep(t.Path, intact)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if !kept {
		m.copies[t.Picture.File] = append(m.copies[t.Picture.File], t)
	}
	return err
}

// onlyLooks says that there is no folder to make copies for: pictures are read to see whether they can be.
func (w *walk) onlyLooks() bool { return w.config.Out == "" && w.config.Beside == "" }

// sources returns the copies that are still to be made, those of one picture together.
func (m *maker) sources() [][]*plan.Target {
	var list [][]*plan.Target
	for _, file := range slices.Sorted(maps.Keys(m.copies)) {
		list = append(list, m.copies[file])
	}
	return list
}

// makeCopies makes copies of one picture.
func (w *walk) makeCopies(m *maker, copies []*plan.Target) (diag.List, error) {
	x := copies[0].Picture
	taken := min(x.Info.Memory, mostPixels)
	if err := m.memory.Acquire(context.Background(), taken); err != nil {
		return nil, err
	}
	defer m.memory.Release(taken)
	at := diag.Place{File: x.File}
	data, err := fs.ReadFile(w.config.Root, x.File)
	if err != nil {
		return diag.List{diag.At(at, "file-unreadable", diag.Reason(err))}, nil
	}
	source, problem := picture.Read(at, data)
	if problem == nil && source.Digest != x.Info.Digest {
		p := diag.At(at, "file-changing")
		problem = &p
	}
	var opened *picture.Picture
	if problem == nil {
		opened, problem = source.Open(at)
	}
	if problem != nil {
		return diag.List{*problem}, nil
	}
	if w.onlyLooks() {
		return nil, nil
	}
	slices.SortFunc(copies, func(a, b *plan.Target) int { return b.Picture.Copy.Width - a.Picture.Copy.Width })
	for _, t := range copies {
		if err := m.sink.Put(t.Path, opened.Copy(t.Picture.Copy)); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// holdMemory makes the collector come as soon as pictures have left behind as much as they may take, and returns what
// ends that. Otherwise a heap that is small without them grows to two and a half times what they take. It costs some
// hundredths of the time.
func holdMemory() (release func()) {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	old := debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(min(old, int64(live[0].Value.Uint64())+mostPixels))
	return func() { debug.SetMemoryLimit(old) }
}
