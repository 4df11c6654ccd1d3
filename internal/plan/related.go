package plan

import (
	"cmp"
	"slices"
	"sync/atomic"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// Related is what the articles have in common: their topics, and which of them are
// related. It depends on nothing but what site.Site.Related is the digest of, and
// holds positions in Site.News.
type Related struct {
	topics  []topic        // by slug
	topicOf map[string]int // a tag as written → its topic
	groups  [][]group      // by article
	related []atomic.Pointer[[]int]
}

// topic is a tag and the articles that bear it, newest first.
type topic struct {
	name, slug string
	news       []int
}

// group is some articles that have a thing in common, and what that weighs.
type group struct {
	news   []int
	weight int
}

const (
	relatedMost = 5
	relatedNear = 12 // candidates a thing in common brings, nearest in time
)

// RelatedOf finds what a site's articles have in common.
func RelatedOf(s *site.Site) *Related {
	r := &Related{
		topicOf: map[string]int{}, groups: make([][]group, len(s.News)),
		related: make([]atomic.Pointer[[]int], len(s.News)),
	}
	r.collectTopics(s)
	for i := range s.News {
		r.groups[i] = r.groupsOf(s, &s.News[i])
	}
	return r
}

func (r *Related) collectTopics(s *site.Site) {
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
				j = len(r.topics)
				at[slug] = j
				r.topics = append(r.topics, topic{name: tag, slug: slug})
			}
			if t := &r.topics[j]; len(t.news) == 0 || t.news[len(t.news)-1] != i {
				t.news = append(t.news, i)
			}
		}
	}
	slices.SortFunc(r.topics, func(a, b topic) int { return cmp.Compare(a.slug, b.slug) })
	for i, t := range r.topics {
		at[t.slug] = i
	}
	for tag, slug := range slugs {
		r.topicOf[tag] = at[slug]
	}
}

func (r *Related) groupsOf(s *site.Site, n *site.News) []group {
	groups := make([]group, 0, len(n.Visits)+len(n.Programs)+len(n.Tags)+len(n.Kecamatan))
	for _, id := range n.Visits {
		groups = append(groups, group{s.NewsOf(site.KindVisit, id), 3})
	}
	for _, id := range n.Programs {
		groups = append(groups, group{s.NewsOf(site.KindProgram, id), 3})
	}
	for _, tag := range n.Tags {
		groups = append(groups, group{r.topics[r.topicOf[tag]].news, 2})
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
func (r *Related) To(i int) []int {
	if found := r.related[i].Load(); found != nil {
		return *found
	}
	var room [8 * relatedNear]int
	near := room[:0]
	for _, g := range r.groups[i] {
		at, _ := slices.BinarySearch(g.news, i)
		for _, j := range g.news[max(0, at-relatedNear/2):min(len(g.news), at+relatedNear/2+1)] {
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
		if len(first) == relatedMost && !c.before(first[relatedMost-1], i) {
			continue
		}
		at, _ := slices.BinarySearchFunc(first, c, func(a, b candidate) int {
			if a.before(b, i) {
				return -1
			}
			return 1
		})
		first = slices.Insert(first, at, c)
		first = first[:min(len(first), relatedMost)]
	}
	positions := make([]int, len(first))
	for n, c := range first {
		positions[n] = c.at
	}
	return positions
}

func apart(a, b int) int { return max(a-b, b-a) }
