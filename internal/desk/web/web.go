// Package web holds what a text owes to the web on which it is read: what screen readers say
// of a picture, what a link is called, how headings nest, what search engines show, how an
// article is found beside others.
//
// In come documents, one for rules that one text can break, all for those that need two. Out
// come problems at their places. A rule that cannot be sure says nothing. Nothing here reads
// a file or asks the network; that is left to the room external.
package web

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"blandongan/internal/desk/prose"
	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// Rules are the rules for one site.
type Rules struct {
	main   string                 // its own language
	config *site.Config           // its own file, which is held against itself alone
	read   func(site.Text) string // in the language of the edition
	// phones are the numbers under which visitors are asked to ring.
	phones []string
	// fresh is the last day on which what was looked at then is still to be believed.
	fresh string
}

// freshYears is for how long what somebody looked at passes for what is.
const freshYears = 2

// New returns the rules for a site on a day, where visitors are asked to ring under some numbers.
func New(facts *site.Facts, phones []string, now time.Time) *Rules {
	fresh := now.AddDate(-freshYears, 0, 0).Format(time.DateOnly)
	return &Rules{string(facts.Main), &facts.Config, facts.Say, phones, fresh}
}

// Check returns what one document breaks.
func (r *Rules) Check(d *prose.Document) diag.List {
	c := checker{Rules: r, doc: d}
	level := 1 // of the title
	for i := range d.Blocks {
		b := &d.Blocks[i]
		switch b.Kind {
		case prose.Heading:
			level = c.heading(b, level)
		case prose.Alt:
			c.alt(b)
		case prose.Field:
			c.field(b)
			if b.Key == "summary" || b.Key == "title" {
				c.private(b)
			}
			continue
		}
		c.links(b)
		c.copied(b)
		c.private(b)
	}
	if d.Article != nil && d.Language == r.main {
		c.article()
	}
	if d.Kind == site.KindSite {
		c.examples()
	}
	c.review()
	return c.problems
}

type checker struct {
	*Rules
	doc      *prose.Document
	problems diag.List
}

func (c *checker) say(p diag.Problem) { c.problems = append(c.problems, p) }

// whole is a problem with all words of a block, or with their beginning where they are long.
func whole(b *prose.Block, code diag.Code, args ...any) diag.Problem {
	return b.At(code, 0, len(b.Text), args...)
}

// heading wants a heading at most one level below the one before. Pages show the first level
// as the second: the first is the title's.
func (c *checker) heading(b *prose.Block, before int) int {
	level := max(b.Level, 2)
	if level > before+1 {
		right := strings.Repeat("#", before+1)
		p := whole(b, "heading-skipped", strings.Repeat("#", b.Level), right)
		c.say(p.WithHint("write-word", right+" "+b.Text))
	}
	return level
}

// field looks at a text of front matter or data.
func (c *checker) field(b *prose.Block) {
	if b.Key != "image.alt" || c.doc.Article == nil || c.doc.Article.Image == nil {
		return
	}
	if credit := c.read(c.doc.Article.Image.Credit); credit != "" && same(b.Text, credit) {
		c.say(whole(b, "alt-weak", b.Text).WithHint("image-describe"))
		return
	}
	c.alt(b)
}

// alt wants words for those who do not see a picture: not what cameras call it, a word for
// any picture, or the article's title. The name of its file is told of elsewhere.
func (c *checker) alt(b *prose.Block) {
	text := strings.Trim(b.Text, " .")
	if text == "" {
		return // it was left out on purpose, or is missed elsewhere
	}
	isTitle := c.doc.Article != nil && same(text, c.doc.Article.Title)
	if isTitle || isCamera(text) || anyPicture[strings.ToLower(text)] {
		c.say(whole(b, "alt-weak", b.Text).WithHint("image-describe"))
	}
}

// anyPicture are words that are true of any picture.
var anyPicture = setOf("foto", "gambar", "ilustrasi", "image", "picture", "photo", "img", "foto kegiatan",
	"dokumentasi", "dokumentasi kegiatan", "gambar ilustrasi", "foto ilustrasi", "foto dokumentasi")

// isCamera says whether a text is what cameras and telephones call a picture: IMG_1234,
// IMG-20171107-WA0003, DSC01234.jpg.
func isCamera(text string) bool {
	if strings.Contains(text, " ") {
		return false
	}
	return slices.ContainsFunc([]string{"IMG", "DSC", "DCIM", "PXL_", "Screenshot"}, func(begin string) bool {
		rest, is := strings.CutPrefix(text, begin)
		return is && strings.ContainsFunc(rest, unicode.IsDigit)
	})
}

// links wants a link's words to say where it leads: screen readers tell links one by one.
func (c *checker) links(b *prose.Block) {
	for _, l := range b.Links {
		if l.Image || l.Bare || l.From >= l.To {
			continue
		}
		if text := b.Text[l.From:l.To]; anyLink[plain(text)] || isFiller(text) {
			c.say(b.At("link-text-weak", l.From, l.To, text).WithHint("link-say"))
		}
	}
}

// anyLink are words that are true of any link, as plain has them.
var anyLink = setOf("disini", "sini", "klikdisini", "klik", "kliklink", "kliktautan", "kliktautanini", "kliklinkini",
	"tautan", "tautanini", "tautanberikut", "link", "linkini", "linkberikut", "selengkapnya", "bacaselengkapnya",
	"lihatselengkapnya", "klikdisiniuntukselengkapnya", "lanjut", "halamanini", "here", "clickhere", "click",
	"thislink", "readmore", "more", "thispage", "seehere")

// fillers are words of links that say only that something is there.
var fillers = setOf(strings.Fields(`baca berikut ini di sini disini klik kunjungi laman halaman lihat link tautan situs
selengkapnya lebih lanjut lengkap info informasi detail untuk pada here click this link page read more see go to for
details website the on`)...)

// isFiller says whether all words of a link are of that kind.
func isFiller(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	for _, w := range words {
		if !fillers[strings.Trim(w, ".,:;!…»›→")] {
			return false
		}
	}
	return len(words) > 1
}

// copied finds what was copied along from a blog, and what a newsroom marks with a few
// letters where readers should be told.
func (c *checker) copied(b *prose.Block) {
	for _, mark := range furniture {
		i := strings.Index(b.Text, mark.words)
		if i >= 0 && (!mark.alone || strings.TrimSpace(b.Text) == mark.words) {
			c.say(b.At("blog-furniture", i, i+len(mark.words), mark.words).WithHint("drop-line"))
			break
		}
	}
	if c.doc.Article == nil || c.doc.Article.Kind == "advertorial" {
		return
	}
	text := strings.TrimRight(b.Text, " .")
	for _, mark := range paid {
		if i := len(text) - len(mark); i >= 0 && strings.EqualFold(text[i:], mark) {
			c.say(b.At("advertorial-unmarked", i, len(text), text[i:]).WithHint("write-word", "kind: advertorial"))
		}
	}
}

// paid are the marks of texts that somebody paid for.
var paid = []string{"(adv)", "(advertorial)", "(advetorial)", "(advert)", "(iklan)", "(pariwara)"}

// furniture is what stands around the articles of blogs. What is alone stands in a line of its
// own, or it may be a sentence.
var furniture = []struct {
	words string
	alone bool
}{
	{"0 Response to", false}, {"0 Responses to", false}, {"0 Comments", true}, {"0 Komentar", true},
	{"Post a Comment", true}, {"Posting Komentar", true}, {"Poskan Komentar", true}, {"Leave a Reply", true},
	{"Tinggalkan Balasan", true}, {"Newer Post", true}, {"Older Post", true}, {"Posting Lebih Baru", true},
	{"Posting Lama", true}, {"Share this:", true}, {"Bagikan ini:", true}, {"Subscribe to: Post Comments", false},
	{"Langganan: Posting Komentar", false}, {"Powered by Blogger", false},
	{"Diberdayakan oleh Blogger", false},
	{"Email ThisBlogThis!", false}, {"Kirimkan Ini lewat Email", false}, {"Like this:", true}, {"Suka Memuat...",
		false},
}

// article looks at what an article is found by.
func (c *checker) article() {
	a := c.doc.Article
	if a.Title == "" {
		return // its head could not be read, which is told
	}
	if len(a.Kecamatan)+len(a.Programs)+len(a.Visits) == 0 {
		c.say(diag.At(a.At("title"), "article-unrelated").WithHint("article-relate"))
	}
}

// review finds what nobody has looked at for years, or has seen for years, and is still told
// as what is. A program was verified on the day of the evidence, not of a look at it: what
// has ended, or has not begun, wants no newer one.
func (c *checker) review() {
	switch x := c.doc.Value.(type) {
	case *site.Program:
		if x == nil || x.Verified == nil || x.Status != "running" && x.Status != "trial" {
			return
		}
		if at := x.Verified.At; at.Last() != "" && at.Last() < c.fresh {
			c.say(diag.At(x.Verified.Places.At("at"), "evidence-past", x.Status, string(at),
				diag.Count(freshYears)).WithHint("evidence-newer"))
		}
	case *site.Adoption:
		if x == nil {
			return
		}
		if day := string(x.LastChecked); day != "" && day < c.fresh {
			c.say(diag.At(x.At("last_checked"), "review-past", day, diag.Count(freshYears)).
				WithHint("review-again"))
		}
	}
}

// plain is a text without what does not count when texts are compared: capitals, and all but
// letters and digits.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

func same(a, b string) bool { return plain(a) == plain(b) }

func setOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}
