package publish

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/andybalholm/brotli"

	"blandongan/internal/lang"
)

// Check says how visitors are to find what was published.
type Check struct {
	// Address is where the site is read, with a slash at its end.
	Address string
	// All says that every file of the site is fetched, not only some of those sent.
	All bool
	// Headers returns what is to be said with a file.
	Headers func(path string) []Header
	// Moved are pages that lead on, by path, and the pages they lead to: a server that
	// knows may send visitors there at once.
	Moved map[string]string
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

// Verify fetches files as a visitor would, and compares bytes and headers. Some of
// what the plan sent, with the page at the root; or all. It is a fault when nobody
// answers at the address.
func (p *Publisher) Verify(ctx context.Context, plan *Plan, c Check) (Verdict, error) {
	visit := &visit{Check: c, files: p.toFetch(plan, c.All), client: &http.Client{}, p: p}
	visit.wrong, visit.said = make([]error, len(visit.files)), make([]http.Header, len(visit.files))
	if len(visit.files) > 0 {
		visit.fetch(ctx, 0)
		if silent, ok := errors.AsType[*noAnswer](visit.wrong[0]); ok && ctx.Err() == nil {
			return Verdict{}, because(silent.error, "unreachable", c.Address) // nor would it for the others
		}
	}
	err := each(ctx, 8, len(visit.files), func(ctx context.Context, i int) error {
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
	p      *Publisher
	client *http.Client
	files  []file
	wrong  []error
	said   []http.Header
	failed atomic.Int64 // how many of the files are wrong
}

// fetch gets one file, in a few attempts; in one where it is clear that something is
// wrong. The verdict tells of it at last, nobody is told meanwhile.
func (v *visit) fetch(ctx context.Context, i int) {
	times := fetches
	if v.failed.Load() >= someFiles {
		times = 1
	}
	v.wrong[i] = v.p.again(ctx, times, func(error, time.Duration) {}, func() (err error) {
		v.said[i], err = fetch(ctx, v.client, urlOf(v.Address, v.files[i]), v.files[i], v.movedTo(v.files[i]))
		return err
	})
	if v.wrong[i] != nil {
		v.failed.Add(1)
	}
}

// movedTo is the file that a page leads to; itself, where it leads nowhere.
func (v *visit) movedTo(f file) file {
	to, moved := v.Moved[f.path]
	if i := slices.IndexFunc(v.p.tree.files, func(f file) bool { return f.path == to && f.encoding == "" }); moved && i >= 0 {
		return v.p.tree.files[i]
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
			d.compare(v.Headers(v.files[i].path), v.said[i], where)
		}
	}
	return d
}

// toFetch are the files that tell how the whole is: evenly from those sent.
func (p *Publisher) toFetch(plan *Plan, all bool) []file {
	sent := map[string]bool{"index.html": true}
	for _, a := range plan.Acts {
		sent[a.Path] = a.Do != Remove
	}
	list := slices.DeleteFunc(slices.Clone(p.tree.files), func(f file) bool {
		return f.encoding != "" || hidden(f.path) || !all && !sent[f.path]
	})
	if all || len(list) <= someFiles {
		return list
	}
	some := make([]file, 0, someFiles)
	for i := range someFiles {
		some = append(some, list[i*len(list)/someFiles])
	}
	return some
}

// hidden says that hosts do not show a file, or only in their own way.
func hidden(name string) bool {
	return strings.HasPrefix(name, "_") || name == "404.html" || strings.HasPrefix(name, ".") && !strings.HasPrefix(name, ".well-known/")
}

// urlOf is where a visitor finds a file; that of a folder's page is the folder's.
func urlOf(address string, f file) string {
	name := f.path
	if path.Base(name) == "index.html" {
		name = strings.TrimSuffix(name, "index.html")
	}
	return address + (&url.URL{Path: name}).EscapedPath()
}

// fetch gets a file as a browser does, and compares it; another will do as well. A
// wrong answer may be that
// of a cache that has not heard of it: it is asked again, as after any error.
func fetch(ctx context.Context, client *http.Client, where string, f, or file) (http.Header, error) {
	ctx, cancel := context.WithTimeout(ctx, oneFetch+time.Duration(f.size/slowBytes)*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, where, nil)
	if err != nil {
		return nil, because(err, "no-url", where)
	}
	req.Header.Set("Accept-Encoding", "br, gzip")
	req.Header.Set("Cache-Control", "no-cache")
	answer, err := client.Do(req)
	if err != nil {
		return nil, &noAnswer{plainly(err)}
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s", answer.Status)
	}
	body, err := unpacked(answer)
	if err != nil {
		return nil, err
	}
	size, digest, err := digestOf(body)
	if err != nil {
		return nil, err
	}
	if digest != f.digest && digest != or.digest {
		return nil, &Differing{Got: size, Want: f.size}
	}
	return answer.Header, nil
}

// Differing says that other bytes are read than were sent.
type Differing struct{ Got, Want int64 }

func (d *Differing) Error() string { return d.in(lang.English) }

// in is the sentence in a language.
func (d *Differing) in(l lang.Language) string {
	return lang.Faults.Error("differing", d.Got, d.Want).In(l)
}

// noAnswer is an error that came instead of an answer.
type noAnswer struct{ error }

// NotThere says that a look ended because nobody answers at the address, and whether
// not even its name is known.
func NotThere(err error) (nobody, nameless bool) {
	_, nameless = errors.AsType[*net.DNSError](err)
	return isCode(err, "unreachable"), nameless
}

// plainly leaves out the address, which is told beside it.
func plainly(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

// unpacked is the body as it was before the server compressed it.
func unpacked(answer *http.Response) (io.Reader, error) {
	switch answer.Header.Get("Content-Encoding") {
	case "gzip":
		return gzip.NewReader(answer.Body)
	case "br":
		return brotli.NewReader(answer.Body), nil
	}
	return answer.Body, nil
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
