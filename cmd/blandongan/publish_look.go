package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"blandongan/internal/lang"
	"blandongan/internal/publish"
	"blandongan/internal/publish/store"
	"blandongan/internal/publish/verify"
)

// look fetches what was published as visitors do, and tells what it found.
func (p *publication) look(ctx context.Context, plan *publish.Plan, tree *publish.Tree) (int, error) {
	if p.c.Bool("no-verify") || plan.Empty() && !p.c.Bool("verify") {
		return exitFine, nil
	}
	v, err := verify.Look(ctx, verify.Check{
		Address: string(p.destination.Address), Files: tree.Files(), All: p.c.Bool("verify"), Sent: plan.Sends(),
		Headers: headersOf(p.report, p.destination), Moved: movedIn(p.report),
	})
	nobody, nameless := verify.NotThere(err)
	if nobody && (nameless || plan.Last.IsZero()) && !p.c.Bool("verify") && ctx.Err() == nil { // it is not shown yet
		p.warn("not-reached", p.destination.Address)
		return exitFine, nil
	}
	if err != nil {
		return exitFailed, unseen(ctx, err)
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
		return exitFailed, nil
	}
	return exitFine, nil
}

// printHeaders tells of lines that the web server does not say: in one line, and each
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

// unseen says that what was published could not be looked at.
func unseen(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return fail("stopped-unlooked")
	}
	return fail("not-looked", lang.Both{Indonesian: store.Sentence(err, "id"), English: store.Sentence(err, "en")})
}
