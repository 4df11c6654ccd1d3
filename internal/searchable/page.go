package searchable

import (
	"cmp"
	"slices"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/views"
)

// PageInputs are what the page of the search shows. Its topics are those with a page.
type PageInputs struct {
	Ground ground.Ground
	Topics []Topic
	// News is how many articles can be found.
	News int
}

// Topic is a topic and how many articles bear it.
type Topic struct {
	ground.Named
	News int
}

// SearchView is the page of the search: what is here stands there without a script too.
type SearchView struct {
	Action    string        // where the form leads: to the page itself
	Index     string        // the address of the index, for the script
	Kinds     []Kind        // what can be found, in the order in which results stand
	Kecamatan []ground.Link // the profiles
	Topics    []ground.Link // the topics that most articles bear, by name
}

// Kind is things of one kind that can be found.
type Kind struct {
	Name  string // what the script calls them: kecamatan, kelurahan, program, visit, page, section, topic, news
	Title string // the word for them
	URL   string // the address of the list of them; empty where there is none
	Count string // how many there are; empty where that says nothing
}

// mostTopics is how many topics the page names: the list of all is a page of its own.
const mostTopics = 24

// Page is the page of the search.
func Page(in PageInputs, _ views.Body) *views.Page {
	w := writer{in.Ground}
	v := &SearchView{Action: w.Link(address.Search + "/"), Index: w.Link(address.SearchIndex), Kinds: w.kinds(in)}
	for i := range w.Facts.Kecamatan {
		k := &w.Facts.Kecamatan[i]
		v.Kecamatan = append(v.Kecamatan, w.LinkTo(site.KindKecamatan, k.ID, k.Name))
	}
	for _, t := range foremost(in.Topics) {
		v.Topics = append(v.Topics, ground.Link{Text: w.Tag(t.Name), URL: w.Link(address.OfTopic(t.ID))})
	}
	slices.SortStableFunc(v.Topics, func(a, b ground.Link) int {
		return lang.CompareNames(lang.Unmarked(a.Text), lang.Unmarked(b.Text))
	})
	return &views.Page{
		Title: w.Word("section-" + address.Search), Description: w.Word("search-intro", w.Base.City), Content: v,
		Crumbs: []ground.Link{{Text: w.Word("home"), URL: w.Link(address.Home)}},
	}
}

// foremost are the topics that most articles bear.
func foremost(topics []Topic) []Topic {
	most := slices.Clone(topics)
	slices.SortStableFunc(most, func(a, b Topic) int { return cmp.Compare(b.News, a.News) })
	return most[:min(len(most), mostTopics)]
}

// kinds tells what can be found, and how much of it there is.
func (w writer) kinds(in PageInputs) []Kind {
	f, wards := w.Facts, 0
	for i := range f.Kecamatan {
		wards += len(f.Kecamatan[i].Kelurahan)
	}
	counts := map[string]int{
		site.KindKecamatan: len(f.Kecamatan), kindKelurahan: wards, site.KindProgram: len(f.Programs),
		site.KindVisit: len(f.Visits), kindTopic: len(in.Topics), site.KindNews: in.News,
	}
	sections := map[string]string{kindTopic: address.Topic}
	for _, s := range address.Sections {
		if s.Kind != "" {
			sections[s.Kind] = s.Name
		}
	}
	var list []Kind
	for _, name := range kinds {
		k := Kind{Name: name}
		if section, has := sections[name]; has {
			k.Title, k.URL = w.Word("section-"+section), w.Link(section+"/")
		} else {
			k.Title = w.Word("found-" + name)
		}
		if n := counts[name]; n > 0 {
			k.Count = w.Count(n)
		}
		list = append(list, k)
	}
	return list
}

// writer writes on the ground of an edition.
type writer struct{ ground.Ground }
