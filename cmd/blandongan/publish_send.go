package main

import (
	"context"
	"time"

	"blandongan/internal/publish"
)

// send plans, asks, sends and looks.
func (p *publication) send(ctx context.Context) (int, error) {
	tree, err := p.tree(ctx)
	if err != nil {
		return exitFailed, err
	}
	defer tree.Close()
	bar := newProgress(p.out, p.say)
	p.program = publish.New(p.store, tree, publish.Config{
		Grace: time.Duration(p.published.Grace) * 24 * time.Hour,
		Names: p.report.Identities(), Meta: metaOf(p.report), OnProgress: bar.show, Forget: p.c.Bool("overwrite"),
	})
	plan, err := p.program.Plan(ctx)
	if err != nil {
		return exitFailed, err
	}
	p.printUnreadable(plan.Unreadable)
	if p.warnFormer != nil {
		p.warnFormer(ctx)
	}
	p.printPlan(plan, tree.Others())
	if err := p.warnVanished(plan); err != nil {
		return exitFailed, err
	}
	if lost, err := p.lost(plan, tree); lost || err != nil {
		return exitProblems, err
	}
	if p.c.Bool("dry-run") {
		p.print("dry-run")
		return exitFine, nil
	}
	if !plan.Empty() {
		if err := p.do(ctx, plan, bar); err != nil {
			return exitFailed, err
		}
	}
	return p.look(ctx, plan, tree)
}

// do does what a plan says, when whoever runs the command agrees.
func (p *publication) do(ctx context.Context, plan *publish.Plan, bar *progress) error {
	consent := publish.Consent{Foreign: p.c.Bool("overwrite"), Removals: p.c.Bool("remove-many")}
	if err := p.agree(ctx, plan, &consent); err != nil {
		return err
	}
	start := time.Now()
	result, err := p.program.Run(ctx, plan, consent)
	bar.end()
	if err != nil {
		return p.cutOff(ctx, result, err)
	}
	for _, name := range plan.Left[len(plan.Left)-result.Left:] { // since the plan was made
		p.print("plan-left", name)
	}
	if p.destination.Releases && plan.Last.IsZero() {
		p.print("show-current", p.store.Traits().Name)
	}
	p.print("published", p.store.Traits().Name, result.Sent, result.Replaced, result.Removed,
		p.say.Bytes(result.Bytes), p.say.Seconds(time.Since(start)))
	return nil
}

// cutOff says what a run that did not end leaves.
func (p *publication) cutOff(ctx context.Context, result publish.Result, err error) error {
	if ctx.Err() != nil {
		return fail("stopped-sending")
	}
	why := translated(err)
	if result.Sent+result.Replaced+result.Removed == 0 {
		return why
	}
	if !p.destination.Releases {
		why = fail("cut-mixed", why)
	}
	if result.Removed == 0 {
		return fail("cut-nothing-removed", why)
	}
	return fail("cut-removed", why, result.Removed)
}
