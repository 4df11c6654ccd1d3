package review

import (
	"io"
	"slices"
	"sync"

	"blandongan/internal/build/reading"
	"blandongan/internal/desk"
	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/settings"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/memory"
	"blandongan/internal/output/scratch"
)

// The sections of what is noted: see memory.Pack.
const (
	inOutline = iota // outline
	inFiles          // []notedFile
	inTold           // what is told of each, one behind the other
	inFronts         // and what is held of it against others, for when something else changed
	sections
)

// outline is what was found in all files.
type outline struct {
	// Key is the digest of all that was looked at, zero when that cannot be told.
	Key memo.Digest
	// Beside is that of what was laid side by side, Across what was found there.
	Beside memo.Digest
	Across diag.List
	// Quiet is what the whole site does without; Whole says that all its files could be read.
	Quiet []settings.Silence
	Whole bool
}

// notedFile is a file. Told and Front are the lengths of what is noted of it.
type notedFile struct {
	Path        string
	Bytes       memo.Digest
	Against     against
	Told, Front int
}

var codec = sync.OnceValue(func() *memory.Codec {
	return memory.NewCodec([]any{outline{}, []notedFile{}, told{}, prose.Front{}}, diag.Args())
})

// HasNews says whether there is something to note, since the last time and what was recalled. key
// is the digest of all that was looked at.
func (k *Keeper) HasNews(key memo.Digest) bool { return k.isNew || key != k.last.Key }

// chunk is what is noted of a file, here or, of what this process found, out of memory.
type chunk struct {
	text string
	kept scratch.Text
}

func (c *chunk) len() int { return max(len(c.text), c.kept.Len()) }

// Note writes what was found in files, to be recalled where the same program looks at them again.
func (k *Keeper) Note(
	to io.Writer, program string, key memo.Digest, from *reading.Reader, each func(n int, do func(int)),
) error {
	sources := from.Sources
	errs := make([]error, len(sources))
	each(len(sources), func(i int) {
		if x := of(&sources[i]); x != nil && x.chunks[0].len() == 0 {
			errs[i] = x.write(from.Pad)
		}
	})
	var list []notedFile
	for i := range sources {
		s := &sources[i]
		if x := of(s); x != nil {
			list = append(list, notedFile{s.Path, x.bytes, x.against, x.chunks[0].len(), x.chunks[1].len()})
		}
		if errs[i] != nil {
			return errs[i]
		}
	}
	k.isNew, k.last.Key = false, key
	f := memory.NewFile(to, program)
	f.Put(codec(), &k.last)
	f.Put(codec(), &list)
	var text []byte
	for n := range 2 {
		for i := range sources {
			x := of(&sources[i])
			if x == nil {
				continue
			}
			if c := &x.chunks[n]; c.text != "" {
				_, _ = io.WriteString(f, c.text) // Close says what went wrong
			} else if text, errs[i] = from.Pad.TextIn(c.kept, text); errs[i] != nil {
				return errs[i]
			} else {
				_, _ = f.Write(text)
			}
		}
		f.End()
	}
	return f.Close()
}

// write makes what is noted of a file.
func (x *review) write(pad *scratch.Pad) error {
	w := memory.Writer{Codec: codec()}
	for n, p := range []any{&x.told, x.front} {
		w.Put(p)
		b, err := w.Bytes()
		if err != nil {
			return err
		}
		x.chunks[n] = chunk{kept: pad.Keep(b)}
	}
	return nil
}

// Recall takes up what another process noted, before the first look. What was not noted by
// the same program, or is damaged, is nothing.
func (k *Keeper) Recall(program string, file []byte) {
	parts, ok := memory.Unpack(program, file)
	if !ok || len(parts) != sections {
		return
	}
	var o outline
	var files []notedFile
	if codec().Get(parts[inOutline], &o) != nil || codec().Get(parts[inFiles], &files) != nil {
		return
	}
	noted := make(map[string]*review, len(files))
	cut := func(section, n int) (chunk string, ok bool) {
		if n < 1 || n > len(parts[section]) {
			return "", false
		}
		chunk, parts[section] = parts[section][:n], parts[section][n:]
		return chunk, true
	}
	for _, f := range files {
		a, ok := cut(inTold, f.Told)
		b, too := cut(inFronts, f.Front)
		if !ok || !too {
			return
		}
		noted[f.Path] = &review{bytes: f.Bytes, against: f.Against, chunks: [2]chunk{{text: a}, {text: b}}}
	}
	k.noted, k.last = noted, o
	k.across.Get(o.Beside, func() diag.List { return o.Across })
}

// take returns what was found in a file as it is now, also what another process found; nil when
// nobody looked.
func (k *Keeper) take(s *reading.Source) *review {
	if x := of(s); x != nil {
		return x
	}
	x := k.noted[s.Path]
	if x == nil || x.bytes != s.Bytes || codec().Get(x.chunks[0].text, &x.told) != nil {
		return nil
	}
	s.Review = x
	return x
}

// read reads what another process held against others. It returns false when that cannot be read.
func (x *review) read() bool {
	if x.front != nil {
		return true
	}
	front := new(prose.Front)
	if codec().Get(x.chunks[1].text, front) != nil {
		return false
	}
	x.front = front
	return true
}

// Replay returns what another process found when it looked at all of what there is now: key is its
// digest. It returns false when it looked at something else.
func (k *Keeper) Replay(key memo.Digest, sources []reading.Source, each func(int, func(int))) (Result, bool) {
	if k.noted == nil || key == (memo.Digest{}) || key != k.last.Key {
		return Result{}, false
	}
	found := make([]diag.List, len(sources)+1)
	lost := make([]bool, len(sources))
	each(len(sources), func(i int) {
		if s := &sources[i]; isText(s) {
			x := k.take(s)
			if lost[i] = x == nil; x != nil {
				found[i] = x.Found
			}
		}
	})
	if slices.Contains(lost, true) {
		return Result{}, false
	}
	found[len(sources)] = k.last.Across
	d := desk.Recalled(k.last.Quiet)
	return Result{Desk: d, Findings: d.Findings(found, k.last.Whole)}, true
}
