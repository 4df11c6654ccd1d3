package moved

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"

	"blandongan/internal/plan"
)

// few is how many new things may share a word for it to be a reason to compare
// them: what more have in common says nothing, and all pairs are too many.
const few = 20

// match is a new thing that a vanished page may have become.
type match struct {
	was      vanished
	is       int // of the new things
	likeness int // of 100
}

// matchNames finds for vanished pages the new things of their kind that have a name
// like theirs. Each new thing is proposed once, to the page it is most like.
func matchNames(lost []vanished, fresh []plan.ThingPage) map[vanished]plan.ThingPage {
	if len(lost) == 0 || len(fresh) == 0 {
		return nil
	}
	var pairs []match
	n := newNames(fresh)
	for _, v := range lost {
		old := namesOf(v.ID, v.path, "")
		for _, i := range n.near(v.Kind, old) {
			if a := mostLike(old, n.names[i]); a > 0 {
				pairs = append(pairs, match{v, i, a})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b match) int {
		return cmp.Or(
			cmp.Compare(b.likeness, a.likeness),
			cmp.Compare(a.was.path, b.was.path),
			cmp.Compare(fresh[a.is].ID, fresh[b.is].ID),
		)
	})
	found, taken := map[vanished]plan.ThingPage{}, map[int]bool{}
	for _, p := range pairs {
		if _, has := found[p.was]; !has && !taken[p.is] {
			found[p.was], taken[p.is] = fresh[p.is], true
		}
	}
	return found
}

// names are those of the new things, and which have a word in them.
type names struct {
	names  [][][]string
	kinds  map[string][]int
	worded map[string][]int // kind and word; kind and all words of a name
}

func newNames(fresh []plan.ThingPage) *names {
	n := &names{names: make([][][]string, len(fresh)), kinds: map[string][]int{}, worded: map[string][]int{}}
	for i, t := range fresh {
		n.names[i] = namesOf(t.ID, t.Path, t.Title)
		n.kinds[t.Kind] = append(n.kinds[t.Kind], i)
		for _, key := range keysOf(t.Kind, n.names[i]) {
			n.worded[key] = append(n.worded[key], i)
		}
	}
	return n
}

// near are the new things of a kind that are worth comparing with a name.
func (n *names) near(kind string, old [][]string) []int {
	if all := n.kinds[kind]; len(all) <= few {
		return all
	}
	var list []int
	for _, key := range keysOf(kind, old) {
		if some := n.worded[key]; len(some) <= few {
			list = append(list, some...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func keysOf(kind string, names [][]string) []string {
	var keys []string
	for _, words := range names {
		for _, w := range words {
			keys = append(keys, kind+":"+w)
		}
		keys = append(keys, kind+":"+strings.Join(words, " "))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// namesOf are the names of a thing, each as its words: its id, its address's last
// part, its title.
func namesOf(id, file, title string) [][]string {
	var list [][]string
	for _, name := range []string{id, path.Base(path.Dir(file)), title} {
		words := strings.FieldsFunc(strings.ToLower(name), isBetweenWords)
		slices.Sort(words)
		words = slices.Compact(words)
		same := func(other []string) bool { return slices.Equal(other, words) }
		if len(words) > 0 && !slices.ContainsFunc(list, same) {
			list = append(list, words)
		}
	}
	return list
}

func mostLike(a, b [][]string) int {
	most := 0
	for _, x := range a {
		for _, y := range b {
			most = max(most, likeness(x, y))
		}
	}
	return most
}

// likeness says how many of the words of two names are the same, of 100, and 0 when
// that is no reason to take the one for the other. It is one when a name has all
// words of the other and they are most of its own, or when more than three in four
// are the same: a word was added, left out or mended. Where another word stands
// instead it is mostly another thing, and where another number does, such as a
// year, always.
func likeness(a, b []string) int {
	longer, shorter := max(len(a), len(b)), min(len(a), len(b))
	a, b, same := without(a, b)
	if slices.ContainsFunc(a, isNumber) && slices.ContainsFunc(b, isNumber) {
		return 0
	}
	for _, word := range a {
		if i := slices.IndexFunc(b, func(other string) bool { return sameButOneLetter(word, other) }); i >= 0 {
			b = slices.Delete(b, i, i+1)
			same++
		}
	}
	if same == shorter && 2*same > longer || 4*same > 3*longer {
		return 100 * same / longer
	}
	return 0
}

// without returns the words of two names, both sorted, that the other has not, and
// how many they share.
func without(a, b []string) (onlyA, onlyB []string, same int) {
	for len(a) > 0 && len(b) > 0 {
		switch c := cmp.Compare(a[0], b[0]); {
		case c == 0:
			a, b, same = a[1:], b[1:], same+1
		case c < 0:
			onlyA, a = append(onlyA, a[0]), a[1:]
		default:
			onlyB, b = append(onlyB, b[0]), b[1:]
		}
	}
	return append(onlyA, a...), append(onlyB, b...), same
}

func isBetweenWords(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func isNumber(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsDigit(r) })
}

// sameButOneLetter says whether two words, five letters long, are the same but for one letter.
func sameButOneLetter(a, b string) bool {
	if max(len(a), len(b)) < 5 {
		return false
	}
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return len(a) <= 1 && len(b) <= 1
}
