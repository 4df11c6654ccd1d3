// Package verify looks at a site as visitors do, after it was published.
//
// In come the files that were sent, the address where they are to be read, and the
// headers that are to come with them; out comes a [Verdict]. It changes nothing, and
// knows of no store.
package verify

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"blandongan/internal/publish/store"
)

// Check says how visitors are to find what was published.
type Check struct {
	// Address is where the site is read, with a slash at its end.
	Address string
	// Files are those of the site. All says that every one of them is fetched, not only
	// some of those that were sent, with the page at the root.
	Files []store.File
	All   bool
	Sent  func(path string) bool
	// Headers returns what is to be said with a file.
	Headers func(path string) []Header
	// Moved are pages that lead on, by path, and the pages they lead to: a server that
	// knows may send visitors there at once.
	Moved map[string]string
	// Retry is how a file that is not right is asked for again.
	Retry store.Retry
	// OnFetch, if not nil, hears how many of the files were fetched, from any goroutine.
	OnFetch func(done, of int)
}

// Header is a line that a server says with a file.
type Header struct{ Name, Value string }

// Verdict is what a visitor would have found.
type Verdict struct {
	Fetched int
	// Wrong are the files that are not what was sent.
	Wrong []Wrong
	// Headers are lines that should be said and are not, each once.
	Headers []Unsaid
}

// Wrong is a file that a visitor does not get as it was sent.
type Wrong struct {
	URL string
	Err error
}

// Unsaid is a header that is missing or has another value, at the first file
// where this was seen and how many more.
type Unsaid struct {
	Header
	Got, URL string
	More     int
}

// someFiles is how many of the files sent are fetched.
const someFiles = 20

// fetches is how often a file is asked for before it is called wrong.
const fetches = 3

// A file may take oneFetch, and longer where it is large: so many bytes in a second
// are the least of a line that is worth waiting for.
const (
	oneFetch  = 30 * time.Second
	slowBytes = 50_000
)

// Look fetches files as a visitor would, and compares bytes and headers. It is a
// fault when nobody answers at the address.
func Look(ctx context.Context, c Check) (Verdict, error) {
	visit := &visit{Check: c, files: c.toFetch(), client: &http.Client{}}
	visit.wrong, visit.said = make([]error, len(visit.files)), make([]http.Header, len(visit.files))
	if len(visit.files) > 0 {
		visit.fetch(ctx, 0)
		if silent, ok := errors.AsType[*noAnswer](visit.wrong[0]); ok && ctx.Err() == nil {
			return Verdict{}, store.Because(silent.error, "unreachable", c.Address) // nor would it for the others
		}
	}
	err := store.Each(ctx, 8, len(visit.files), func(ctx context.Context, i int) error {
		if i > 0 {
			visit.fetch(ctx, i)
		}
		return ctx.Err()
	})
	return visit.verdict(), err
}

// visit is one look at a site.
type visit struct {
	Check
	client *http.Client
	files  []store.File
	wrong  []error
	said   []http.Header
	failed atomic.Int64 // how many of the files are wrong
	asked  atomic.Int64
}

// fetch gets one file, in a few attempts; in one where it is clear that something is
// wrong. The verdict tells of it at last, nobody is told meanwhile.
func (v *visit) fetch(ctx context.Context, i int) {
	times := fetches
	if v.failed.Load() >= someFiles {
		times = 1
	}
	v.wrong[i] = v.Retry.Do(ctx, times, func(error, time.Duration) {}, func() (err error) {
		v.said[i], err = fetch(ctx, v.client, urlOf(v.Address, v.files[i]), v.files[i], v.movedTo(v.files[i]))
		return err
	})
	if v.wrong[i] != nil {
		v.failed.Add(1)
	}
	if asked := v.asked.Add(1); v.OnFetch != nil {
		v.OnFetch(int(asked), len(v.files))
	}
}

// movedTo is the file that a page leads to; itself, where it leads nowhere.
func (v *visit) movedTo(f store.File) store.File {
	to, moved := v.Moved[f.Path]
	i := slices.IndexFunc(v.Files, func(f store.File) bool { return f.Path == to && f.Encoding == "" })
	if moved && i >= 0 {
		return v.Files[i]
	}
	return f
}

func (v *visit) verdict() Verdict {
	d := Verdict{Fetched: len(v.files)}
	for i, err := range v.wrong {
		where := urlOf(v.Address, v.files[i])
		if err != nil {
			d.Wrong = append(d.Wrong, Wrong{where, err})
		} else if v.Headers != nil {
			d.compare(v.Headers(v.files[i].Path), v.said[i], where)
		}
	}
	return d
}

// toFetch are the files that tell how the whole is: evenly from those sent.
func (c Check) toFetch() []store.File {
	list := slices.DeleteFunc(slices.Clone(c.Files), func(f store.File) bool {
		return f.Encoding != "" || hidden(f.Path) || !c.All && f.Path != "index.html" && !c.Sent(f.Path)
	})
	if c.All || len(list) <= someFiles {
		return list
	}
	some := make([]store.File, 0, someFiles)
	for i := range someFiles {
		some = append(some, list[i*len(list)/someFiles])
	}
	return some
}

// hidden says that hosts do not show a file, or only in their own way.
func hidden(name string) bool {
	return strings.HasPrefix(name, "_") || name == "404.html" || strings.HasPrefix(name, ".") &&
		!strings.HasPrefix(name, ".well-known/")
}

// urlOf is where a visitor finds a file; that of a folder's page is the folder's.
func urlOf(address string, f store.File) string {
	name := f.Path
	if path.Base(name) == "index.html" {
		name = strings.TrimSuffix(name, "index.html")
	}
	return address + (&url.URL{Path: name}).EscapedPath()
}

// NotThere says that a look ended because nobody answers at the address, and whether
// not even its name is known.
func NotThere(err error) (nobody, nameless bool) {
	_, nameless = errors.AsType[*net.DNSError](err)
	return store.IsFault(err, "unreachable"), nameless
}

// compare notes the headers that a file should have come with.
func (v *Verdict) compare(want []Header, got http.Header, where string) {
	for _, h := range want {
		is := strings.Join(got.Values(h.Name), ", ")
		if sameValue(is, h.Value) {
			continue
		}
		if i := slices.IndexFunc(v.Headers, func(u Unsaid) bool { return u.Header == h && u.Got == is }); i >= 0 {
			v.Headers[i].More++
		} else {
			v.Headers = append(v.Headers, Unsaid{Header: h, Got: is, URL: where})
		}
	}
}

// sameValue compares values as servers write them: with or without spaces, in
// capitals or not.
func sameValue(a, b string) bool {
	squeeze := func(s string) string {
		return strings.ToLower(strings.NewReplacer(" ", "", `"`, "").Replace(s))
	}
	return squeeze(a) == squeeze(b)
}
