// Package related finds what articles have in common: their topics, and which of them are
// related.
//
// In come the articles of a site, with what they name. Out come positions in Site.News. It is a
// pure function of what site.Site.Related is the digest of; which articles are related is found
// when it is asked.
package related

import (
	"cmp"
	"slices"
	"sync/atomic"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// Articles are what the articles of a site have in common.
type Articles struct {
	Topics  []Topic        // by slug
	topicOf map[string]int // a tag as written → its topic
	groups  [][]group      // by article
	related []atomic.Pointer[[]int]
}

// Topic is a tag and the articles that bear it, by position, newest first.
type Topic struct {
	Name, Slug string
	News       []int
}

// group is some articles that have a thing in common, and what that weighs.
type group struct {
	news   []int
	weight int
}

// Most is how many related articles an article has at most.
const Most = 5

const mostNear = 12 // candidates a thing in common brings, nearest in time

// Of finds what a site's articles have in common.
func Of(s *site.Site) *Articles {
	r := &Articles{
		topicOf: map[string]int{}, groups: make([][]group, len(s.News)),
		related: make([]atomic.Pointer[[]int], len(s.News)),
	}
	r.collectTopics(s)
	for i := range s.News {
		r.groups[i] = r.groupsOf(s, &s.News[i])
	}
	return r
}

func (r *Articles) collectTopics(s *site.Site) {
	at := map[string]int{}
	slugs := map[string]string{}
	for i := range s.News {
		for _, tag := range s.News[i].Tags {
			slug, known := slugs[tag]
			if !known {
				slug = value.Slugify(tag)
				slugs[tag] = slug
			}
			j, known := at[slug]
			if !known {
				j = len(r.Topics)
				at[slug] = j
				r.Topics = append(r.Topics, Topic{Name: tag, Slug: slug})
			}
			if t := &r.Topics[j]; len(t.News) == 0 || t.News[len(t.News)-1] != i {
				t.News = append(t.News, i)
			}
		}
	}
	slices.SortFunc(r.Topics, func(a, b Topic) int { return cmp.Compare(a.Slug, b.Slug) })
	for i, t := range r.Topics {
		at[t.Slug] = i
	}
	for tag, slug := range slugs {
		r.topicOf[tag] = at[slug]
	}
}

func (r *Articles) groupsOf(s *site.Site, n *site.News) []group {
	groups := make([]group, 0, len(n.Visits)+len(n.Programs)+len(n.Tags)+len(n.Kecamatan))
	for _, id := range n.Visits {
		groups = append(groups, group{s.NewsOf(site.KindVisit, id), 3})
	}
	for _, id := range n.Programs {
		groups = append(groups, group{s.NewsOf(site.KindProgram, id), 3})
	}
	for _, tag := range n.Tags {
		groups = append(groups, group{r.Topics[r.topicOf[tag]].News, 2})
	}
	for _, id := range n.Kecamatan {
		groups = append(groups, group{s.NewsOf(site.KindKecamatan, id), 1})
	}
	return groups
}

// To returns the articles that share the most with article i: a visit or
// program weighs 3, a topic 2, a kecamatan 1; ties go to the nearest in time. Only
// the articles nearest in time are asked for each thing in common, so that the
// work does not grow with the archive.
func (r *Articles) To(i int) []int {
	if found := r.related[i].Load(); found != nil {
		return *found
	}
	var room [8 * mostNear]int
	near := room[:0]
	for _, g := range r.groups[i] {
		at, _ := slices.BinarySearch(g.news, i)
		for _, j := range g.news[max(0, at-mostNear/2):min(len(g.news), at+mostNear/2+1)] {
			if j != i {
				near = append(near, j<<weightBits|g.weight)
			}
		}
	}
	positions := best(near, i)
	r.related[i].Store(&positions)
	return positions
}

// weightBits is room for a weight beside a position, so that candidates are
// sorted as plain numbers: this is asked of every article.
const weightBits = 8

// candidate is an article that may be related, by its position in News.
type candidate struct{ at, score int }

// before says whether c is to stand before d, in the list of article i.
func (c candidate) before(d candidate, i int) bool {
	return cmp.Or(cmp.Compare(d.score, c.score), cmp.Compare(apart(c.at, i), apart(d.at, i)),
		cmp.Compare(c.at, d.at)) < 0
}

// best adds up the weights of each candidate and returns the positions of the
// few that stand first.
func best(near []int, i int) []int {
	slices.Sort(near)
	var first []candidate
	for n := 0; n < len(near); {
		c := candidate{at: near[n] >> weightBits}
		for ; n < len(near) && near[n]>>weightBits == c.at; n++ {
			c.score += near[n] & (1<<weightBits - 1)
		}
		if len(first) == Most && !c.before(first[Most-1], i) {
			continue
		}
		at, _ := slices.BinarySearchFunc(first, c, func(a, b candidate) int {
			if a.before(b, i) {
				return -1
			}
			return 1
		})
		first = slices.Insert(first, at, c)
		first = first[:min(len(first), Most)]
	}
	positions := make([]int, len(first))
	for n, c := range first {
		positions[n] = c.at
	}
	return positions
}

func apart(a, b int) int { return max(a-b, b-a) }
