package main

import (
	"context"
	"fmt"

	"blandongan/internal/publish"
)

// look fetches what was published as visitors do, and tells what it found.
func (p *publication) look(ctx context.Context, plan *publish.Plan) (int, error) {
	if p.c.Bool("no-verify") || plan.Empty() && !p.c.Bool("verify") {
		return exitFine, nil
	}
	v, err := p.program.Verify(ctx, plan, publish.Check{Address: string(p.target.Address), All: p.c.Bool("verify"), Headers: headersOf(p.report, p.target), Moved: movedIn(p.report)})
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
	for _, u := range v.Headers {
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
	if len(v.Headers) > 0 {
		fmt.Fprint(p.out, p.say.unsaidFix)
	}
	if len(v.Wrong) > 0 {
		return exitFailed, nil
	}
	return exitFine, nil
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
