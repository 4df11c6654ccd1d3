package plan

import (
	"cmp"
	"slices"
	"sync/atomic"

	"blandongan/internal/site"
)

// Kin is what the articles have in common: their topics, and which of them are
// related. It depends on nothing but what site.Site.Kin is the digest of, and
// holds positions in Site.News.
type Kin struct {
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

// KinOf finds what a site's articles have in common.
func KinOf(s *site.Site) *Kin {
	k := &Kin{topicOf: map[string]int{}, groups: make([][]group, len(s.News)), related: make([]atomic.Pointer[[]int], len(s.News))}
	k.collectTopics(s)
	for i := range s.News {
		k.groups[i] = k.groupsOf(s, &s.News[i])
	}
	return k
}

func (k *Kin) collectTopics(s *site.Site) {
	at := map[string]int{}
	slugs := map[string]string{}
	for i := range s.News {
		for _, tag := range s.News[i].Tags {
			slug, known := slugs[tag]
			if !known {
				slug = site.Slugify(tag)
				slugs[tag] = slug
			}
			j, known := at[slug]
			if !known {
				j = len(k.topics)
				at[slug] = j
				k.topics = append(k.topics, topic{name: tag, slug: slug})
			}
			if t := &k.topics[j]; len(t.news) == 0 || t.news[len(t.news)-1] != i {
				t.news = append(t.news, i)
			}
		}
	}
	slices.SortFunc(k.topics, func(a, b topic) int { return cmp.Compare(a.slug, b.slug) })
	for i, t := range k.topics {
		at[t.slug] = i
	}
	for tag, slug := range slugs {
		k.topicOf[tag] = at[slug]
	}
}

func (k *Kin) groupsOf(s *site.Site, n *site.News) []group {
	groups := make([]group, 0, len(n.Visits)+len(n.Programs)+len(n.Tags)+len(n.Kecamatan))
	for _, id := range n.Visits {
		groups = append(groups, group{s.NewsOf("visit", id), 3})
	}
	for _, id := range n.Programs {
		groups = append(groups, group{s.NewsOf("program", id), 3})
	}
	for _, tag := range n.Tags {
		groups = append(groups, group{k.topics[k.topicOf[tag]].news, 2})
	}
	for _, id := range n.Kecamatan {
		groups = append(groups, group{s.NewsOf("kecamatan", id), 1})
	}
	return groups
}

// relatedTo returns the articles that share the most with article i: a visit or
// program weighs 3, a topic 2, a kecamatan 1; ties go to the nearest in time. Only
// the articles nearest in time are asked for each thing in common, so that the
// work does not grow with the archive.
func (k *Kin) relatedTo(i int) []int {
	if found := k.related[i].Load(); found != nil {
		return *found
	}
	var room [8 * relatedNear]candidate
	near := room[:0]
	for _, g := range k.groups[i] {
		at, _ := slices.BinarySearch(g.news, i)
		for _, j := range g.news[max(0, at-relatedNear/2):min(len(g.news), at+relatedNear/2+1)] {
			if j != i {
				near = append(near, candidate{j, g.weight})
			}
		}
	}
	best := sum(near)
	slices.SortFunc(best, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(apart(a.at, i), apart(b.at, i)), cmp.Compare(a.at, b.at))
	})
	positions := make([]int, 0, relatedMost)
	for _, c := range best[:min(len(best), relatedMost)] {
		positions = append(positions, c.at)
	}
	k.related[i].Store(&positions)
	return positions
}

// candidate is an article that may be related, by its position in News.
type candidate struct{ at, score int }

// sum adds up the scores of each article, in place.
func sum(list []candidate) []candidate {
	slices.SortFunc(list, func(a, b candidate) int { return cmp.Compare(a.at, b.at) })
	sums := list[:0]
	for _, c := range list {
		if n := len(sums); n > 0 && sums[n-1].at == c.at {
			sums[n-1].score += c.score
			continue
		}
		sums = append(sums, c)
	}
	return sums
}

func apart(a, b int) int { return max(a-b, b-a) }
