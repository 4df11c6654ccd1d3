package main

import (
	"context"
	"fmt"
	"time"

	"blandongan/internal/diag"
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
		Grace: time.Duration(p.report.Publish.Grace) * 24 * time.Hour,
		Names: p.report.Identities(), Meta: metaOf(p.report), Tell: bar.tell, Forget: p.c.Bool("overwrite"),
	})
	plan, err := p.program.Plan(ctx)
	if err != nil {
		return exitFailed, err
	}
	p.printStepped(p.program)
	p.warnFormer(ctx)
	p.printPlan(plan, tree.Others())
	if err := p.warnVanished(plan); err != nil {
		return exitFailed, err
	}
	if lost, err := p.lost(plan, tree); lost || err != nil {
		return exitProblems, err
	}
	if p.c.Bool("dry-run") {
		fmt.Fprintln(p.out, p.say.dryRun)
		return exitFine, nil
	}
	if !plan.Empty() {
		if err := p.do(ctx, plan, bar); err != nil {
			return exitFailed, err
		}
	}
	return p.look(ctx, plan)
}

// warnFormer tells what is left from when the target did, or did not, keep releases.
func (p *publication) warnFormer(ctx context.Context) {
	plain, kept := p.program.Former(ctx)
	if plain > 0 {
		fmt.Fprintf(p.c.Root().ErrWriter, p.say.formerPlain, p.store.Traits().Name, plain)
	}
	if kept {
		fmt.Fprintf(p.c.Root().ErrWriter, p.say.formerKept, p.store.Traits().Name)
	}
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
		fmt.Fprintf(p.out, p.say.left, name)
	}
	if p.target.Releases && plan.Last.IsZero() {
		fmt.Fprintf(p.out, p.say.current, p.store.Traits().Name)
	}
	fmt.Fprintf(p.out, p.say.done, p.store.Traits().Name, result.Sent, result.Replaced, result.Removed, p.say.size(result.Bytes), seconds(p.lang, time.Since(start)))
	return nil
}

// cutOff says what a run that did not end leaves.
func (p *publication) cutOff(ctx context.Context, result publish.Result, err error) error {
	if ctx.Err() != nil {
		return tell("dihentikan; yang sudah terkirim tetap utuh. Jalankan lagi untuk melanjutkan", "stopped; what was sent is whole. Run it again to go on")
	}
	id, en := failed(err, diag.Indonesian), failed(err, diag.English)
	if result.Sent+result.Replaced+result.Removed == 0 {
		return tell("%[1]s", "%[2]s", id, en)
	}
	if !p.target.Releases {
		id += "\nSitus di sana kini sebagian baru dan sebagian lama; setiap berkasnya utuh"
		en += "\nThe site there is now partly new and partly old; each file is whole"
	}
	if result.Removed == 0 {
		return tell("%[1]s\nTidak ada yang dihapus; yang sudah terkirim tetap utuh. Sesudah itu dibereskan, jalankan lagi untuk melanjutkan",
			"%[2]s\nNothing was removed, and what was sent is whole. When that is mended, run it again to go on", id, en)
	}
	return tell("%[1]s\nYang sudah terkirim tetap utuh; %[3]d berkas sudah dihapus. Sesudah itu dibereskan, jalankan lagi untuk melanjutkan",
		"%[2]s\nWhat was sent is whole; %[3]d files were removed. When that is mended, run it again to go on", id, en, result.Removed)
}
