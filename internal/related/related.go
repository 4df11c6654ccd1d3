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
	related []atomic.Pointer[nearest]
}

// Topic is a tag and the articles that bear it, by position, newest first.
type Topic struct {
	Name, Slug string
	News       []int
}

// nearest are the positions of related articles, below zero where there are no more.
type nearest [Most]int32

// Most is how many related articles an article has at most.
const Most = 5

const mostNear = 12 // candidates a thing in common brings, nearest in time

// Of finds what a site's articles have in common.
func Of(s *site.Site) *Articles {
	r := &Articles{topicOf: map[string]int{}, related: make([]atomic.Pointer[nearest], len(s.News))}
	r.collectTopics(s)
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

// groupsOf goes through the groups of articles that have a thing in common with one, and what that
// weighs.
func (r *Articles) groupsOf(s *site.Site, n *site.News, yield func(news []int, weight int)) {
	for _, id := range n.Visits {
		yield(s.NewsOf(site.KindVisit, id), 3)
	}
	for _, id := range n.Programs {
		yield(s.NewsOf(site.KindProgram, id), 3)
	}
	for _, tag := range n.Tags {
		yield(r.Topics[r.topicOf[tag]].News, 2)
	}
	for _, id := range n.Kecamatan {
		yield(s.NewsOf(site.KindKecamatan, id), 1)
	}
}

// To returns the articles that share the most with article i: a visit or
// program weighs 3, a topic 2, a kecamatan 1; ties go to the nearest in time. Only
// the articles nearest in time are asked for each thing in common, so that the
// work does not grow with the archive. s is the site, or one of which Related is the same.
func (r *Articles) To(s *site.Site, i int) (positions []int) {
	found := r.related[i].Load()
	if found == nil {
		var room [8 * mostNear]int
		near := room[:0]
		r.groupsOf(s, &s.News[i], func(news []int, weight int) {
			at, _ := slices.BinarySearch(news, i)
			for _, j := range news[max(0, at-mostNear/2):min(len(news), at+mostNear/2+1)] {
				if j != i {
					near = append(near, j<<weightBits|weight)
				}
			}
		})
		found = best(near, i)
		r.related[i].Store(found)
	}
	for _, j := range found {
		if j >= 0 {
			positions = append(positions, int(j))
		}
	}
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
func best(near []int, i int) *nearest {
	slices.Sort(near)
	var few [Most + 1]candidate
	first := few[:0]
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
	positions := nearest{-1, -1, -1, -1, -1}
	for n, c := range first {
		positions[n] = int32(c.at)
	}
	return &positions
}

func apart(a, b int) int { return max(a-b, b-a) }
