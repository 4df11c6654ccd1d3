package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"blandongan/internal/publish"
)

// look fetches what was published as visitors do, and tells what it found.
func (p *publication) look(ctx context.Context, plan *publish.Plan) (int, error) {
	if p.c.Bool("no-verify") || plan.Empty() && !p.c.Bool("verify") {
		return exitFine, nil
	}
	v, err := p.program.Verify(ctx, plan, publish.Check{Address: string(p.target.Address), All: p.c.Bool("verify"), Headers: headersOf(p.report, p.target), Moved: movedIn(p.report)})
	nobody, nameless := publish.NotThere(err)
	if nobody && (nameless || plan.Last.IsZero()) && !p.c.Bool("verify") && ctx.Err() == nil { // it is not shown yet
		fmt.Fprintf(p.c.Root().ErrWriter, p.say.unseen, p.target.Address)
		return exitFine, nil
	}
	if err != nil {
		return exitFailed, unseen(ctx, err)
	}
	fmt.Fprintf(p.out, p.say.looked, p.target.Address, v.Fetched, len(v.Wrong))
	errors := p.c.Root().ErrWriter // which is what a schedule mails
	for i, w := range v.Wrong {
		if i == shortPlan {
			fmt.Fprintf(errors, p.say.wrongMore, len(v.Wrong)-i)
			break
		}
		fmt.Fprintf(errors, p.say.wrong, w.URL, publish.Plain(w.Err, string(p.say.lang)))
	}
	p.printHeaders(v.Headers)
	if len(v.Wrong) > 0 {
		return exitFailed, nil
	}
	return exitFine, nil
}

// printHeaders tells of lines that the web server does not say: in one line, and each
// only to whoever asked for all.
func (p *publication) printHeaders(unsaid []publish.Unsaid) {
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
	fmt.Fprintf(p.out, p.say.unsaidSum, len(unsaid), strings.Join(names, ", "))
}

// fewHeaders is how many are named where they are only counted.
const fewHeaders = 3

func (p *publication) printEach(unsaid []publish.Unsaid) {
	for _, u := range unsaid {
		if u.Got == "" {
			fmt.Fprintf(p.out, p.say.missing, u.URL, u.Name, u.Value)
		} else {
			fmt.Fprintf(p.out, p.say.unsaid, u.URL, u.Name, u.Value, u.Got)
		}
		if u.More > 0 {
			fmt.Fprintf(p.out, p.say.unsaidMore, u.More)
		}
		fmt.Fprintln(p.out)
	}
}

// unseen says that what was published could not be looked at.
func unseen(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return tell("dihentikan sebelum situsnya diperiksa; semuanya sudah terbit", "stopped before the site was looked at; all of it is published")
	}
	return tell("%[1]s\nSemuanya sudah terbit, tetapi belum diperiksa. Kalau alamat itu memang belum dapat dibuka, tambahkan --no-verify",
		"%[2]s\nAll of it is published, but was not looked at. If that address is not to be reached yet, add --no-verify",
		publish.Plain(err, "id"), publish.Plain(err, "en"))
}
