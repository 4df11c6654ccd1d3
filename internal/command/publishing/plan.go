package publishing

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/plan"
	"blandongan/internal/publish"
	"blandongan/internal/site/meaning"
)

// shortPlan is how many pages or files of a kind are listed where nobody asked for all.
const shortPlan = 20

// printPlan says what would be done, in the words of those who wrote it, and what others of the
// output folder stay where they are.
func (p *publication) printPlan(todo *publish.Plan, others []string) {
	name := p.store.Traits().Name
	switch {
	case todo.Cut:
		p.print("plan-cut", name)
	case todo.Last.IsZero():
		p.print("plan-first", name)
	default:
		p.print("plan", name, lang.Moment(todo.Last.In(p.report.Zone)))
	}
	if todo.Beside > 0 {
		p.print("plan-beside", todo.Beside)
	}
	if p.c.Bool("explain") {
		p.printFiles(todo)
	} else {
		p.printPages(todo)
	}
	p.printOthers(others)
	for _, name := range todo.Left {
		p.print("plan-left", diag.Name(name))
	}
	p.printSums(todo)
}

// printFiles lists each file with its reason and size.
func (p *publication) printFiles(todo *publish.Plan) {
	for _, change := range todo.Changes {
		fmt.Fprintf(p.out, "  %s %-50s %9s  %s\n", signs[change.Action], diag.Name(change.Path),
			p.say.Bytes(change.Size), p.say.Word("why-"+string(change.Why)))
	}
	for _, name := range todo.Waiting {
		fmt.Fprintf(p.out, "  . %-50s %9s  %s\n", diag.Name(name), "", p.say.Word("waits"))
	}
}

// printPages lists the pages of things by their titles, and what replaces or removes what somebody
// else laid there; of all else it says how much of what kind it is.
func (p *publication) printPages(todo *publish.Plan) {
	titles := map[string]string{}
	for _, t := range p.report.Things() {
		titles[t.Path] = p.kindOf(t.Kind) + ": " + t.Title
	}
	var rest [3]others
	for _, change := range todo.Changes {
		name, more := titles[change.Path], &rest[slices.Index(actions, change.Action)]
		if kind, _, published := strings.Cut(todo.Published[change.Path], ":"); name == "" && published {
			name = strings.TrimPrefix(p.kindOf(kind)+": ", ": ") + "/" + strings.TrimSuffix(change.Path, "index.html")
		}
		if name == "" && slices.Contains(othersAsk, change.Why) {
			name = change.Path
		}
		switch {
		case name == "":
			more.count(groupOf(change.Path))
		case more.listed == shortPlan:
			more.unlisted++
		default:
			more.listed++
			why := p.say.Word("why-" + string(change.Why))
			fmt.Fprintf(p.out, "  %s %s (%s)\n", signs[change.Action], diag.Name(name), why)
		}
	}
	p.printRest(rest)
}

// actions are all of them, in the order of a plan.
var actions = []publish.Action{publish.Send, publish.Replace, publish.Remove}

// others are the files of an action that a plan does not name.
type others struct {
	listed, unlisted int            // of those that have a name
	groups           map[string]int // how many of each
}

func (o *others) count(group string) {
	if o.groups == nil {
		o.groups = map[string]int{}
	}
	o.groups[group]++
}

// printRest says of each action how much it does besides.
func (p *publication) printRest(rest [3]others) {
	short := false
	for i, action := range actions {
		var parts []string
		if n := rest[i].unlisted; n > 0 {
			parts = append(parts, p.say.Word("plan-more", n))
		}
		for _, group := range groups {
			if n := rest[i].groups[group]; n > 0 {
				parts = append(parts, p.say.Counted("group-"+group, n))
			}
		}
		if len(parts) > 0 {
			fmt.Fprintf(p.out, "  %s %s\n", signs[action], strings.Join(parts, ", "))
			short = true
		}
	}
	if short {
		p.print("plan-short")
	}
}

// kindOf is what people call a kind, "" of one that this version does not know.
func (p *publication) kindOf(kind string) string {
	_, one := meaning.Name(kind)
	return one.In(p.lang)
}

// othersAsk are the reasons that somebody else has a part in: such a file is named, whatever it is.
var othersAsk = []publish.Reason{publish.Foreign, publish.ChangedThere, publish.NotMade}

// groups are the kinds of files that are only counted, in their order.
var groups = []string{"page", "picture", "poster", "data", "feed", "search", "look", "packed", "other"}

// groupOf is the kind of a file, as far as readers care.
func groupOf(name string) string {
	ext := strings.ToLower(path.Ext(name))
	switch asset := strings.HasPrefix(name, plan.AssetFolder); {
	case ext == ".gz" || ext == ".br":
		return "packed"
	case strings.HasPrefix(name, plan.PosterFolder):
		return "poster"
	case asset && (ext == ".txt" || ext == ".json"):
		return "search"
	}
	switch ext {
	case ".html":
		return "page"
	case ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".svg":
		return "picture"
	case ".css", ".js", ".woff2", ".webmanifest", ".ico":
		return "look"
	case ".xml", ".ics", ".txt", "":
		return "feed"
	case ".csv", ".xlsx", ".geojson", ".json":
		return "data"
	}
	return "other"
}

// signs stand before the lines of a plan.
var signs = map[publish.Action]string{publish.Send: "+", publish.Replace: "~", publish.Remove: "-"}

func (p *publication) printSums(todo *publish.Plan) {
	say := p.say
	if todo.Empty() {
		p.print("plan-nothing", todo.Unchanged)
	} else {
		sent, weighs := todo.Count(publish.Send)
		replaced, weighs2 := todo.Count(publish.Replace)
		gone, _ := todo.Count(publish.Remove)
		size := say.Bytes(weighs + weighs2)
		if p.destination.Compress {
			size += say.Word("unpacked")
		}
		p.print("plan-sums", sent, replaced, size, gone, todo.Unchanged)
	}
	if len(todo.Waiting) > 0 {
		p.print("plan-waiting", len(todo.Waiting), lang.Moment(todo.Until.In(p.report.Zone)))
	}
}

// warnLost warns of whole sections that were published and would be gone, and says whether
// there are any: then nothing is sent, unless whoever runs the command said before that
// it is meant.
func (p *publication) warnLost(todo *publish.Plan, tree *publish.Tree) (bool, error) {
	if p.c.Bool("remove-many") {
		return false, nil
	}
	sent := tree.Paths()
	problems := p.report.LostSections(todo.Published, func(path string) bool {
		_, is := slices.BinarySearch(sent, path)
		return is
	})
	return len(problems) > 0, problems.Print(p.c.Root().ErrWriter, p.lang)
}

// warnVanished warns of addresses that were published and are no more.
func (p *publication) warnVanished(todo *publish.Plan) error {
	return p.report.Moved(todo.Published, true).Print(p.c.Root().ErrWriter, p.lang)
}

// printOthers says what in the output folder is not sent, and why.
func (p *publication) printOthers(others []string) {
	for i, name := range others {
		if i == shortPlan && !p.c.Bool("explain") {
			fmt.Fprintf(p.out, "  . %s\n", p.say.Word("plan-more", len(others)-i))
			break
		}
		fmt.Fprintf(p.out, "  . %-50s %9s  %s\n", diag.Name(name), "", p.say.Word("not-ours"))
	}
}
