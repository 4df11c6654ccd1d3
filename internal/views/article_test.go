package views

import (
	"strings"
	"testing"

	"blandongan/internal/ground"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

func TestShareLinks(t *testing.T) {
	s := of(site.Config{Language: "id", BaseURL: "https://contoh.example/"})
	want := []string{
		"https://wa.me/?text=Air%20%26%20api%3A%20100%25%20%2B%201%20https%3A%2F%2Fcontoh.example%2Fberita%2Fx%2F",
		"https://t.me/share/url?text=Air%20%26%20api%3A%20100%25%20%2B%201" +
			"&url=https%3A%2F%2Fcontoh.example%2Fberita%2Fx%2F",
		"https://www.facebook.com/sharer/sharer.php?quote=Air%20%26%20api%3A%20100%25%20%2B%201" +
			"&u=https%3A%2F%2Fcontoh.example%2Fberita%2Fx%2F",
		"mailto:?subject=Air%20%26%20api%3A%20100%25%20%2B%201&body=https%3A%2F%2Fcontoh.example%2Fberita%2Fx%2F",
	}
	links := s.shareLinks("Air & api: 100% + 1", "https://contoh.example/berita/x/")
	if len(links) != len(want) {
		t.Fatalf("%d links: %v", len(links), links)
	}
	for i, l := range links {
		if l.URL != want[i] || l.Text == "" {
			t.Errorf("%q leads to %s, not %s", l.Text, l.URL, want[i])
		}
	}
	if links := of(site.Config{Language: "id"}).shareLinks("Air", "/berita/x/"); links != nil {
		t.Errorf("a site without an address is told on as %v", links)
	}
}

// of is the scope of the pages of a site without things.
func of(c site.Config) scope { return on(ground.Ground{Base: ground.NewBase(&site.Facts{Config: c})}) }

// The last section moves behind the claims if its heading says that it tells how the text
// was checked; the links of both parts stay with them.
func TestParted(t *testing.T) {
	s := of(site.Config{Language: "id"})
	p := markdown.New(markdown.Options{})
	for _, c := range []struct{ text, told, checked string }{
		{"Satu [a](/a/).\n\n## Bagaimana kami  *memeriksa*\n\nDua [b](/b/).", `<p>Satu <a href="/1/">a</a>.</p>`,
			`<h2 id="bagaimana-kami-memeriksa">Bagaimana kami  <em>memeriksa</em></h2>` + "\n" +
				`<p>Dua <a href="/2/">b</a>.</p>`},
		{"Satu.\n\n## Bagaimana kami memeriksa\n\nDua.\n\n## Tiga\n\nEmpat.", "", ""},
		{"Satu.\n\n> ## Bagaimana kami memeriksa\n>\n> Dua.", "", ""},
		{"Satu.\n\n### Bagaimana kami memeriksa\n\nDua.", "", ""},
		{"## Bagaimana kami memeriksa\n\nDua.", "", ""},
		{"", "", ""},
	} {
		doc, _ := p.Parse([]byte(c.text))
		whole := Body{Doc: doc, Links: []markdown.Address{{URL: "/1/"}, {URL: "/2/"}}[:len(doc.Links)]}
		told, checked := s.parted(whole)
		if c.checked == "" {
			if told.Doc != doc || checked.Doc != nil {
				t.Errorf("%q is parted", c.text)
			}
			continue
		}
		if got := strings.TrimSpace(told.Doc.Render(told.Links, nil)); got != c.told {
			t.Errorf("%q tells %s, not %s", c.text, got, c.told)
		}
		if got := strings.TrimSpace(checked.Doc.Render(checked.Links, nil)); got != c.checked {
			t.Errorf("%q was checked: %s, not %s", c.text, got, c.checked)
		}
		if told.Doc.Render(told.Links, nil)+checked.Doc.Render(checked.Links, nil) != doc.Render(whole.Links, nil) {
			t.Errorf("%q: the parts are not the whole", c.text)
		}
	}
}

// Topics that are pillars stand first, whatever they are called after.
func TestTopics(t *testing.T) {
	topic := func(id string) TopicCount {
		return TopicCount{Named: ground.Named{ID: id, Name: id}, News: 1, Newest: &site.News{}}
	}
	for _, c := range []struct {
		topics []string
		want   string
	}{
		{[]string{"ekonomi", "jambi", "tata-kelola"}, "ekonomi economy tata-kelola governance | jambi "},
		{[]string{"jambi"}, "jambi "},
		{nil, ""},
	} {
		in := TopicsInputs{Ground: of(site.Config{Language: "id"}).Ground}
		for _, id := range c.topics {
			in.Topics = append(in.Topics, topic(id))
		}
		var groups []string
		for _, g := range Topics(in, Body{}).Content.(*TopicIndex).Groups {
			var entries []string
			for _, e := range g.Topics {
				entries = append(entries, e.Name+" "+e.Pillar)
			}
			groups = append(groups, strings.Join(entries, " "))
		}
		if got := strings.Join(groups, " | "); got != c.want {
			t.Errorf("%v are grouped %q, not %q", c.topics, got, c.want)
		}
	}
}
