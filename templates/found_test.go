package templates_test

import (
	"context"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

var (
	archive   = flag.Int("archive", 300, "articles of the site that TestSearchOfAnArchive looks through")
	questions = flag.Int("questions", 40, "what it asks")
)

// asked is what came of a question on the page of the search.
type asked struct {
	urls  []string // of what was found, in order, without the host
	bytes int64    // that the network brought for it
}

// searchFor opens the page of the search with a question, or types another one into it.
func (w tab) searchFor(f *face, bytes *atomic.Int64, question string, anew bool) asked {
	w.t.Helper()
	before := bytes.Load()
	if anew {
		w.run(chromedp.Navigate("about:blank"), chromedp.Navigate(f.url+"cari/?q="+url.QueryEscape(question)))
	} else {
		w.run(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`{
			const field = document.querySelector('input[type=search]');
			document.getElementById('kabar').textContent = '';
			field.value = %q;
			field.dispatchEvent(new Event('input', {bubbles: true}));
		}`, question)))
	}
	w.told(fmt.Sprintf("told().includes(%q)", question))
	urls := get(w, chromedp.Evaluate[[]string](
		"[...document.querySelectorAll('#hasil a')].map(a => a.getAttribute('href'))"))
	return asked{urls, bytes.Load() - before}
}

// count adds up what the network brings.
func (w tab) count() *atomic.Int64 {
	w.t.Helper()
	var n atomic.Int64
	w.must(chromedp.Listen(w.ctx, func(ev any) {
		if ev, ok := ev.(*network.EventLoadingFinished); ok {
			n.Add(int64(ev.EncodedDataLength))
		}
	}))
	return &n
}

// TestSearchFinds asks our own site as visitors do: by three letters of a kelurahan, an acronym, words from the
// middle of an article, affixed forms, a slip, a postal code, a question for a figure. What they mean is
// among the first three.
func TestSearchFinds(t *testing.T) {
	patiently(t)
	f, w := need(home)(t), open(t)
	bytes := w.count()
	for i, c := range []struct{ question, want string }{
		{"kad", "/kecamatan/setu/#kelurahan"},
		{"rengas", "/kecamatan/ciputat-timur/#kelurahan"},
		{"up2k", "/program/up2k-pkk/"},
		{"psc", "/program/psc-119/"},
		{"tandon ciater", "/berita/rumah-lawan-covid-zona-2/"},
		{"kunjungan walikota medan", "/kunjungan/medan-wali-kota-2021/"},
		{"berkunjung dari nepal", "/kunjungan/nepal-undp-2017/"},
		{"pelayanan malam", "/program/layanan-malam-dan-sabtu/"},
		{"pamulnag", "/kecamatan/pamulang/"},
		{"panggilan drurat", "/program/panggilan-darurat-112/"},
		{"15314", "/kecamatan/setu/#kelurahan"},
		{"36.74.06", "/kecamatan/pamulang/"},
		{"penduduk pamulang", "/kecamatan/pamulang/"},
		{"penduduk setu", "/kecamatan/setu/"},
	} {
		found := w.searchFor(f, bytes, c.question, i == 0).urls
		top := found[:min(3, len(found))]
		if !slices.ContainsFunc(top, func(url string) bool { return strings.HasPrefix(url, c.want) }) {
			t.Errorf("%q finds %q, not %s", c.question, top, c.want)
		}
	}
}

// TestSearchOfAnArchive builds a site with many articles of many words and asks questions that at
// most three articles answer: nineteen in twenty are among the first three. It logs what a first question
// and a next one bring over the network.
func TestSearchOfAnArchive(t *testing.T) {
	patiently(t)
	w := newArchivist(*archive)
	root := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(root, os.DirFS(cityFolder(t))); err != nil {
		t.Fatal(err)
	}
	for i, a := range w.articles {
		write(t, filepath.Join(root, "content", "news", fmt.Sprintf("arsip-%d.md", i)), fmt.Sprintf(
			"---\ntitle: %s\ndate: %s\nsummary: %s.\nkecamatan: [hulu]\n---\n\n%s\n",
			a.title, a.date.Format(time.DateOnly), a.summary, a.text))
	}
	f, err := raise("archive", root, "/", when)
	if err != nil {
		t.Fatal(err)
	}
	defer f.server.Close()
	page := open(t)
	bytes := page.count()
	hits, first, next := 0, []int64{}, []int64{}
	for i := range *questions {
		question, at := w.question(i)
		anew := i%4 == 0 // as the first question of a visitor
		if anew {
			page.forget()
		}
		found := page.searchFor(f, bytes, question, anew)
		if anew {
			first = append(first, found.bytes)
		} else {
			next = append(next, found.bytes)
		}
		want := fmt.Sprintf("/berita/arsip-%d/", at)
		if slices.Contains(found.urls[:min(3, len(found.urls))], want) {
			hits++
		} else {
			t.Logf("%q does not find %s", question, want)
		}
	}
	slices.Sort(first)
	slices.Sort(next)
	t.Logf("%d articles: %d of %d found; first question %d bytes in the middle, %d at most; next %d, %d",
		*archive, hits, *questions, first[len(first)/2], first[len(first)-1], next[len(next)/2], next[len(next)-1])
	if hits < *questions*95/100 {
		t.Errorf("only %d of %d are found", hits, *questions)
	}
}

// forget empties the browser's cache.
func (w tab) forget() {
	w.t.Helper()
	w.run(chromedp.Navigate("about:blank"), chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, network.ClearBrowserCache, cdp.Empty{})
		return err
	}))
}

// archivist writes articles of invented words, some frequent and most of them rare, as words are.
type archivist struct {
	*rand.Rand
	words    []string
	articles []article
	stands   map[string][]int // by word: the articles in which it stands
}

// article is one of an archive.
type article struct {
	title, summary, text string
	date                 time.Time
}

func newArchivist(n int) *archivist {
	w := &archivist{Rand: rand.New(rand.NewPCG(7, 1)), stands: map[string][]int{}}
	syllables := strings.Fields("ba be bo bu ca ce ci da di do du ga gi go gu ja ji jo ka ki ko ku la li lo lu " +
		"ma mi mo mu na ni nu pa pi po pu ra ri ro ru sa si so su ta ti to tu wa wi ya yo " +
		"lang rung tan mak sun pil tor gam")
	seen := map[string]bool{}
	for len(w.words) < 40000 {
		word := ""
		for range 2 + w.IntN(3) {
			word += syllables[w.IntN(len(syllables))]
		}
		if !seen[word] {
			seen[word] = true
			w.words = append(w.words, word)
		}
	}
	for i := range n {
		a := article{w.sentence(6), w.sentence(12), "", when.AddDate(0, 0, -1-i%4000)}
		for range 30 {
			a.text += w.sentence(10) + ". "
		}
		all := strings.ToLower(a.title + " " + a.summary + " " + strings.ReplaceAll(a.text, ".", ""))
		for word := range strings.FieldsSeq(all) {
			if list := w.stands[word]; len(list) == 0 || list[len(list)-1] != i {
				w.stands[word] = append(list, i)
			}
		}
		w.articles = append(w.articles, a)
	}
	return w
}

// sentence is some words, of which the n-th most frequent comes 1/n times as often as the first.
func (w *archivist) sentence(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = w.words[int(math.Pow(float64(len(w.words)), w.Float64()))-1]
	}
	list[0] = strings.ToUpper(list[0][:1]) + list[0][1:]
	return strings.Join(list, " ")
}

// question is two words that stand beside each other in the title or the text of an article, and in at most
// two other articles: whole, the second not yet, affixed, or with a letter wrong.
func (w *archivist) question(i int) (text string, at int) {
	for {
		at = w.IntN(len(w.articles))
		text := w.articles[at].text
		if i%2 == 0 {
			text = w.articles[at].title
		}
		list := strings.Fields(strings.ToLower(strings.ReplaceAll(text, ".", "")))
		n := w.IntN(len(list) - 1)
		first, second := list[n], list[n+1]
		if min(len(first), len(second)) < 6 || w.together(first, second) > 3 {
			continue
		}
		switch i % 5 {
		case 1:
			second = second[:len(second)-2]
		case 2:
			first = "di" + first + "kan"
		case 3:
			slip := 2 + w.IntN(len(second)-2)
			second = second[:slip] + second[slip+1:]
		}
		return first + " " + second, at
	}
}

// together is in how many articles two words stand.
func (w *archivist) together(a, b string) int {
	n := 0
	for _, i := range w.stands[a] {
		if _, is := slices.BinarySearch(w.stands[b], i); is {
			n++
		}
	}
	return n
}
