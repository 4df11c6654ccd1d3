package publishing

import (
	"fmt"
	"slices"

	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/publish"
)

// shortPlan is how many files of a kind are listed before sending; a dry run lists
// all.
const shortPlan = 20

// printPlan says what would be done, each file with its reason and size, and what
// others of the output folder stay where they are.
func (p *publication) printPlan(plan *publish.Plan, others []string) {
	say := p.say
	name := p.store.Traits().Name
	switch {
	case plan.Cut:
		p.print("plan-cut", name)
	case plan.Last.IsZero():
		p.print("plan-first", name)
	default:
		p.print("plan", name, lang.Moment(plan.Last.In(p.report.Zone)))
	}
	if plan.Beside > 0 {
		p.print("plan-beside", plan.Beside)
	}
	listed := map[publish.Action]int{}
	for _, change := range plan.Changes {
		if listed[change.Action]++; listed[change.Action] <= shortPlan || p.c.Bool("dry-run") {
			fmt.Fprintf(p.out, "  %s %-50s %9s  %s\n", signs[change.Action], diag.Name(change.Path),
				say.Bytes(change.Size), say.Word("why-"+string(change.Why)))
		}
	}
	for _, action := range []publish.Action{publish.Send, publish.Replace, publish.Remove} {
		if more := listed[action] - shortPlan; more > 0 && !p.c.Bool("dry-run") {
			p.print("plan-more", signs[action], more)
		}
	}
	if p.c.Bool("dry-run") {
		for _, name := range plan.Waiting {
			fmt.Fprintf(p.out, "  . %-50s %9s  %s\n", diag.Name(name), "", say.Word("waits"))
		}
	}
	p.printOthers(others)
	for _, name := range plan.Left {
		p.print("plan-left", diag.Name(name))
	}
	p.printSums(plan)
}

// signs stand before the files of a plan.
var signs = map[publish.Action]string{publish.Send: "+", publish.Replace: "~", publish.Remove: "-"}

func (p *publication) printSums(plan *publish.Plan) {
	say := p.say
	if plan.Empty() {
		p.print("plan-nothing", plan.Unchanged)
	} else {
		sent, weighs := plan.Count(publish.Send)
		replaced, weighs2 := plan.Count(publish.Replace)
		gone, _ := plan.Count(publish.Remove)
		size := say.Bytes(weighs + weighs2)
		if p.destination.Compress {
			size += say.Word("unpacked")
		}
		p.print("plan-sums", sent, replaced, size, gone, plan.Unchanged)
	}
	if len(plan.Waiting) > 0 {
		p.print("plan-waiting", len(plan.Waiting), lang.Moment(plan.Until.In(p.report.Zone)))
	}
}

// warnLost warns of whole sections that were published and would be gone, and says whether
// there are any: then nothing is sent, unless whoever runs the command said before that
// it is meant.
func (p *publication) warnLost(plan *publish.Plan, tree *publish.Tree) (bool, error) {
	if p.c.Bool("remove-many") {
		return false, nil
	}
	sent := tree.Paths()
	problems := p.report.LostSections(plan.Published, func(path string) bool {
		_, is := slices.BinarySearch(sent, path)
		return is
	})
	return len(problems) > 0, problems.Print(p.c.Root().ErrWriter, p.lang)
}

// warnVanished warns of addresses that were published and are no more.
func (p *publication) warnVanished(plan *publish.Plan) error {
	return p.report.Moved(plan.Published).Print(p.c.Root().ErrWriter, p.lang)
}

// printOthers says what in the output folder is not sent, and why.
func (p *publication) printOthers(others []string) {
	for i, name := range others {
		if i == shortPlan && !p.c.Bool("dry-run") {
			p.print("plan-more", ".", len(others)-i)
			break
		}
		fmt.Fprintf(p.out, "  . %-50s %9s  %s\n", diag.Name(name), "", p.say.Word("not-ours"))
	}
}
