package publishing

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/command"
	"blandongan/internal/host"
	"blandongan/internal/lang"
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
	bar := newProgress(p.out, p.say)
	p.program = publish.New(p.store, tree, publish.Config{
		Grace: time.Duration(p.published.Grace) * 24 * time.Hour,
		Names: p.report.Identities(), Meta: metaOf(p.report), OnProgress: bar.show, Forget: p.c.Bool("overwrite"),
		Now: func() time.Time { return time.Now().In(p.report.Zone) },
	})
	plan, err := p.program.Plan(ctx)
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
		if err := p.execute(ctx, plan, bar); err != nil {
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
func (p *publication) execute(ctx context.Context, plan *publish.Plan, bar *progress) error {
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

// progress shows how a run goes on: a bar where there is a terminal, now and then
// a line elsewhere.
type progress struct {
	out   io.Writer
	say   *lang.Writer
	bar   bool
	drawn bool
	last  time.Time
	now   func() time.Time
}

// How often something is shown.
const (
	barEvery  = time.Second / 10
	lineEvery = 10 * time.Second
)

func newProgress(out *command.Output, say *lang.Writer) *progress {
	return &progress{out: out, say: say, bar: command.Colourful(out.To), now: time.Now, last: time.Now()}
}

func (p *progress) show(g publish.Progress) {
	if g.Failed != nil {
		p.end()
		why := store.Sentence(g.Failed, p.say.Language)
		fmt.Fprintln(p.out, p.say.Word("try-again", g.Path, why, g.Pause.Seconds()))
		return
	}
	every := lineEvery
	if p.bar {
		every = barEvery
	}
	if p.now().Sub(p.last) < every && !(p.bar && g.Done == g.Total) {
		return
	}
	p.last = p.now()
	if p.bar {
		p.draw(g)
		return
	}
	fmt.Fprintln(p.out, p.say.Word("progress", g.Done, g.Total, p.say.Bytes(g.Bytes)))
}

// width is that of the bar, in characters.
const width = 30

func (p *progress) draw(g publish.Progress) {
	full := width * g.Done / max(g.Total, 1)
	fmt.Fprintf(p.out, "\r\x1b[K[%s%s] ", strings.Repeat("#", full), strings.Repeat(".", width-full))
	fmt.Fprint(p.out, p.say.Word("progress", g.Done, g.Total, p.say.Bytes(g.Bytes)))
	p.drawn = true
}

// end leaves the line of the bar.
func (p *progress) end() {
	if p.drawn {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.drawn = false
	}
}
