package publishing

import (
	"cmp"
	"context"
	"sync/atomic"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/host"
	"blandongan/internal/publish"
	"blandongan/internal/publish/store"
)

// send plans, asks, sends and looks.
func (p *publication) send(ctx context.Context) (int, error) {
	tree, err := p.tree(ctx)
	if err != nil {
		return command.Failed, err
	}
	defer tree.Close()
	var last atomic.Pointer[publish.Progress]
	p.program = publish.New(p.store, tree, publish.Config{
		Grace: time.Duration(p.published.Grace) * 24 * time.Hour,
		Names: p.report.Identities(), Meta: metaOf(p.report), OnProgress: p.hear(&last), Forget: p.c.Bool("overwrite"),
		Now: func() time.Time { return time.Now().In(p.report.Zone) },
	})
	var plan *publish.Plan
	p.meter.While(p.comparing, func() { plan, err = p.program.Plan(ctx) })
	if err != nil {
		return command.Failed, err
	}
	p.printUnreadable(plan.Unreadable)
	if p.c.Bool("drafts") {
		p.warn("drafts-go-out")
	}
	if p.warnFormer != nil {
		p.warnFormer(ctx)
	}
	if !plan.Last.IsZero() {
		command.RememberPublished(p.folders.Root, p.destination.Name, plan.Published)
	}
	p.printPlan(plan, tree.Others())
	if err := p.warnVanished(plan); err != nil {
		return command.Failed, err
	}
	if lost, err := p.warnLost(plan, tree); lost || err != nil {
		return command.Problems, err
	}
	if p.c.Bool("dry-run") {
		p.print("dry-run")
		return command.Fine, nil
	}
	if !plan.Empty() {
		if err := p.execute(ctx, plan, &last); err != nil {
			return command.Failed, err
		}
		command.RememberPublished(p.folders.Root, p.destination.Name, p.pagesOf(tree, plan))
	}
	return p.verify(ctx, plan, tree)
}

// pagesOf are the pages of things that were sent, with the names that the target's record has.
func (p *publication) pagesOf(tree *publish.Tree, plan *publish.Plan) map[string]string {
	names, pages := p.report.Identities(), map[string]string{}
	for _, name := range tree.Paths() {
		if of := cmp.Or(names[name], plan.Published[name]); of != "" {
			pages[name] = of
		}
	}
	return pages
}

// execute does what a plan says, when whoever runs the command agrees.
func (p *publication) execute(ctx context.Context, plan *publish.Plan, last *atomic.Pointer[publish.Progress]) error {
	consent := publish.Consent{Foreign: p.c.Bool("overwrite"), Removals: p.c.Bool("remove-many")}
	if err := p.agree(ctx, plan, &consent); err != nil {
		return err
	}
	start := time.Now()
	var result publish.Result
	var err error
	p.meter.While(func() command.Step { return p.sending(last.Load()) }, func() {
		result, err = p.program.Run(ctx, plan, consent)
	})
	if err != nil {
		return p.cutOff(ctx, result, err)
	}
	for _, name := range plan.Left[len(plan.Left)-result.Left:] { // since the plan was made
		p.print("plan-left", name)
	}
	if p.destination.Releases && plan.Last.IsZero() {
		p.print("show-current", p.store.Traits().Name)
	}
	if p.destination.Kind() == "folder" && plan.Last.IsZero() {
		p.print("look-at-folder", p.store.Traits().Name)
	}
	p.print("published", p.store.Traits().Name, result.Sent, result.Replaced, result.Removed,
		p.say.Bytes(result.Bytes), p.say.Seconds(time.Since(start)))
	return nil
}

// cutOff says what a run that did not end leaves.
func (p *publication) cutOff(ctx context.Context, result publish.Result, err error) error {
	if ctx.Err() != nil {
		return command.Fail("stopped-sending")
	}
	why := translated(err)
	if result.Sent+result.Replaced+result.Removed == 0 {
		return why
	}
	if !p.destination.Releases {
		why = command.Fail("cut-mixed", why)
	}
	if result.Removed == 0 {
		return command.Fail("cut-nothing-removed", why)
	}
	return command.Fail("cut-removed", why, result.Removed)
}

// metaOf returns the headers that storage is to keep with each file.
func metaOf(r build.Report) func(string) store.Meta {
	return func(path string) store.Meta {
		return store.Meta{Type: host.TypeOf(path), CacheControl: r.Host.CacheControl(path)}
	}
}

// hear returns what a run tells how it goes on: of what is tried again somebody reads, of the rest the last is kept.
func (p *publication) hear(last *atomic.Pointer[publish.Progress]) func(publish.Progress) {
	return func(g publish.Progress) {
		if g.Failed != nil {
			p.printRetry(g)
			return
		}
		last.Store(&g)
	}
}

// printRetry says that something failed and is tried again.
func (p *publication) printRetry(g publish.Progress) {
	p.meter.Aside(func() { p.print("try-again", g.Path, store.Sentence(g.Failed, p.lang), g.Pause.Seconds()) })
}

// comparing is what is shown while a plan is made.
func (p *publication) comparing() command.Step {
	return command.Step{Name: "comparing", Text: p.say.Word("progress-comparing", p.store.Traits().Name)}
}

// sending is what is shown while a plan is carried out; before anything was sent, as while it was made.
func (p *publication) sending(g *publish.Progress) command.Step {
	if g == nil {
		return p.comparing()
	}
	text := p.say.Word("progress-sending", p.say.Count(g.Done), p.say.Count(g.Total), p.say.Bytes(g.Bytes))
	return command.Step{Name: "sending", Text: text, Share: float64(g.Done) / float64(g.Total)}
}
