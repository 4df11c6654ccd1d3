package publishing

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/host"
	"blandongan/internal/lang"
	"blandongan/internal/publish"
	"blandongan/internal/publish/destination"
	"blandongan/internal/publish/store"
	"blandongan/internal/publish/verify"
)

// verify fetches what was published as visitors do, and prints what it found.
func (p *publication) verify(ctx context.Context, plan *publish.Plan, tree *publish.Tree) (int, error) {
	if p.c.Bool("no-verify") || plan.Empty() && !p.c.Bool("verify") {
		return command.Fine, nil
	}
	var v verify.Verdict
	var err error
	p.meter.Counted("progress-verifying", func(tell func(done, of int)) {
		v, err = verify.Look(ctx, verify.Check{
			Address: string(p.destination.Address), Files: tree.Files(), All: p.c.Bool("verify"), Sent: plan.Sends(),
			Headers: headersOf(p.report, p.destination), Moved: movedIn(p.report), OnFetch: tell,
		})
	})
	nobody, nameless := verify.NotThere(err)
	if nobody && (nameless || plan.Last.IsZero()) && !p.c.Bool("verify") && ctx.Err() == nil { // it is not shown yet
		p.warn("not-reached", p.destination.Address)
		return command.Fine, nil
	}
	if err != nil {
		return command.Failed, notVerified(ctx, err)
	}
	p.print("looked", p.destination.Address, v.Fetched, len(v.Wrong))
	for i, w := range v.Wrong {
		if i == shortPlan {
			p.warn("file-wrong-more", len(v.Wrong)-i)
			break
		}
		p.warn("file-wrong", w.URL, store.Sentence(w.Err, p.lang))
	}
	p.printHeaders(v.Headers)
	if len(v.Wrong) > 0 {
		return command.Failed, nil
	}
	return command.Fine, nil
}

// printHeaders warns of lines that the web server does not say: in one line, and each
// only to whoever asked for all.
func (p *publication) printHeaders(unsaid []verify.Unsaid) {
	if len(unsaid) == 0 {
		return
	}
	if p.c.Bool("verify") {
		p.printEach(unsaid)
	}
	var names []string
	for _, u := range unsaid {
		if !slices.Contains(names, u.Name) {
			names = append(names, u.Name)
		}
	}
	if more := len(names) - fewHeaders; more > 0 {
		names = append(names[:fewHeaders], "…")
	}
	p.print("headers-sum", len(unsaid), strings.Join(names, ", "))
}

// fewHeaders is how many are named where they are only counted.
const fewHeaders = 3

func (p *publication) printEach(unsaid []verify.Unsaid) {
	for _, u := range unsaid {
		line := p.say.Word("header-missing", u.URL, u.Name, u.Value)
		if u.Got != "" {
			line = p.say.Word("header-differs", u.URL, u.Name, u.Value, u.Got)
		}
		if u.More > 0 {
			line += p.say.Word("header-more", u.More)
		}
		fmt.Fprintln(p.out, line)
	}
}

// notVerified says that what was published could not be looked at.
func notVerified(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return command.Fail("stopped-unlooked")
	}
	why := lang.Both{Indonesian: store.Sentence(err, "id"), English: store.Sentence(err, "en")}
	return command.Fail("not-looked", why)
}

// headersOf returns what visitors should be told with each file. Storage keeps
// only two of these lines; the others are up to what stands before it.
func headersOf(r build.Report, t destination.Destination) func(string) []verify.Header {
	site := hostOf(r, t)
	return func(path string) []verify.Header {
		var list []verify.Header
		for _, h := range site.Headers(path) {
			if t.Kind() != "s3" || h.Name == "Content-Type" || h.Name == "Cache-Control" {
				list = append(list, verify.Header{Name: h.Name, Value: h.Value})
			}
		}
		return list
	}
}

// movedIn are the pages at old addresses, and those they lead to, as files of the
// output folder.
func movedIn(r build.Report) map[string]string {
	file := func(link string) string {
		name, _ := url.PathUnescape(strings.TrimPrefix(link, r.Host.Prefix)) // what cannot be read is no file
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		return name
	}
	moved := map[string]string{}
	for _, m := range r.Host.Redirects {
		moved[file(m.From)] = file(m.To)
	}
	return moved
}

// hostOf is what a web server must know of the site at a destination: that may be read
// by http where the site's own address is one of https.
func hostOf(r build.Report, t destination.Destination) host.Site {
	site := r.Host
	site.Secure = strings.HasPrefix(string(t.Address), "https:")
	return site
}
