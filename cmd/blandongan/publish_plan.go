package main

import (
	"fmt"

	"blandongan/internal/diag"
	"blandongan/internal/publish"
)

// shortPlan is how many files of a kind are told before sending; a dry run tells
// all.
const shortPlan = 20

// printPlan tells what would be done, each file with its reason and size, and what
// others of the output folder stay where they are.
func (p *publication) printPlan(plan *publish.Plan, others []string) {
	say := p.say
	name := p.store.Traits().Name
	switch {
	case plan.Cut:
		fmt.Fprintf(p.out, say.planCut, name)
	case plan.Last.IsZero():
		fmt.Fprintf(p.out, say.planFirst, name)
	default:
		fmt.Fprintf(p.out, say.plan, name, plan.Last.Local().Format("2006-01-02 15:04 MST"))
	}
	if plan.Beside > 0 {
		fmt.Fprintf(p.out, say.beside, plan.Beside)
	}
	told := map[publish.Deed]int{}
	for _, a := range plan.Acts {
		if told[a.Do]++; told[a.Do] <= shortPlan || p.c.Bool("dry-run") {
			fmt.Fprintf(p.out, "  %s %-50s %9s  %s\n", signs[a.Do], diag.Name(a.Path), say.size(a.Size), say.why[a.Why])
		}
	}
	for _, d := range []publish.Deed{publish.Send, publish.Replace, publish.Remove} {
		if more := told[d] - shortPlan; more > 0 && !p.c.Bool("dry-run") {
			fmt.Fprintf(p.out, say.more, signs[d], more)
		}
	}
	if p.c.Bool("dry-run") {
		for _, name := range plan.Waiting {
			fmt.Fprintf(p.out, "  . %-50s %9s  %s\n", diag.Name(name), "", say.waits)
		}
	}
	p.printOthers(others)
	for _, name := range plan.Left {
		fmt.Fprintf(p.out, say.left, diag.Name(name))
	}
	p.printSums(plan)
}

// signs stand before the files of a plan.
var signs = map[publish.Deed]string{publish.Send: "+", publish.Replace: "~", publish.Remove: "-"}

func (p *publication) printSums(plan *publish.Plan) {
	say := p.say
	if plan.Empty() {
		fmt.Fprintf(p.out, say.nothing, plan.Unchanged)
	} else {
		sent, weighs := plan.Count(publish.Send)
		replaced, weighs2 := plan.Count(publish.Replace)
		gone, _ := plan.Count(publish.Remove)
		size := say.size(weighs + weighs2)
		if p.target.Compress {
			size += say.unpacked
		}
		fmt.Fprintf(p.out, say.sums, sent, replaced, size, gone, plan.Unchanged)
	}
	if len(plan.Waiting) > 0 {
		fmt.Fprintf(p.out, say.waiting, len(plan.Waiting), plan.Until.Local().Format("2006-01-02 15:04 MST"))
	}
}
