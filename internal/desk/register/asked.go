package register

import (
	"slices"
	"strconv"

	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// Figures are what the data count, by what it is and of which place.
type Figures struct {
	Groups []*Group
	Lists  []*Group // of what only the site's lists count

	answers map[string]memo.Digest // by what may be asked, unless the answer is nothing
}

// Asked are the questions that were asked of the figures while a text was looked at, also those to which the
// answer was nothing. While the answers to them stay, and the Facts, so does what is found in that text.
type Asked []string

// FiguresOf makes those of a site ready.
func FiguresOf(own *Facts, f *site.Facts) *Figures {
	groups, by := groupsOf(own)
	gather(own, f, by)
	figures := &Figures{Groups: groups, Lists: listsOf(own, groups), answers: map[string]memo.Digest{}}
	var h memo.Hash
	for i, g := range slices.Concat(figures.Groups, figures.Lists) {
		g.number = strconv.Itoa(i)
		for place, list := range g.known {
			h.Reset()
			h.Plain(list)
			figures.answers[g.question(place)] = h.Sum()
		}
		if len(g.known) > 1 {
			figures.answers[g.number] = memo.Digest{1}
		}
	}
	return figures
}

// question is the one for the figures of a place; that for how many places there are is the number alone.
func (g *Group) question(place string) string { return g.number + "/" + place }

func (a *Asked) add(question string) {
	if !slices.Contains(*a, question) {
		*a = append(*a, question)
	}
}

// Of returns the figures of a kecamatan, or of the city where place is "".
func (g *Group) Of(place string, asked *Asked) []Known {
	asked.add(g.question(place))
	return g.known[place]
}

// IsOfMany says whether there are figures of more than one place.
func (g *Group) IsOfMany(asked *Asked) bool {
	asked.add(g.number)
	return len(g.known) > 1
}

// Answers is the digest of what is answered now to what was asked once.
func (f *Figures) Answers(asked Asked) memo.Digest {
	if len(asked) == 0 {
		return memo.Digest{}
	}
	var h memo.Hash
	for _, question := range asked {
		h.Digest(f.answers[question])
	}
	return h.Sum()
}
