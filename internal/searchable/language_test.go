package searchable

import (
	"slices"
	"strings"
	"testing"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/views"
)

// english is the ground of an English edition, of which nothing is known but the indicators.
func english(marked bool, indicators ...site.Indicator) ground.Ground {
	s := site.Site{Facts: &site.Facts{
		Config: site.Config{Language: "id"}, Main: "id", Indicators: map[string]site.Indicator{},
		City: site.City{Name: "Kota Contoh"},
	}}
	f := s.Edition("en", marked).Facts
	for _, i := range indicators {
		f.Indicators[i.ID] = i
		one := 1.0
		f.City.Figures = append(f.City.Figures, site.Figure{Indicator: i.ID, Period: "2020", Value: &one})
	}
	lies := address.Edition{Folder: "en/", Words: map[string]string{address.Topic: "topics", address.City: "city"}}
	return ground.Ground{Base: ground.NewEdition(f, lies), Facts: f}
}

// topics are one that has a name in every language, and two that articles name in theirs.
var topics = []Topic{
	{ground.Named{ID: "warga", Name: "warga"}, 1}, {ground.Named{ID: "lingkungan", Name: "lingkungan"}, 1},
	{ground.Named{ID: "air", Name: "air"}, 1},
}

// What is found says so where it is in another language than the index.
func TestLanguageOfEntries(t *testing.T) {
	text := func(said ...string) site.Text {
		all := map[string]string{"id": said[0]}
		if len(said) > 1 {
			all["en"] = said[1]
		}
		return site.TextOf(all)
	}
	g := english(false, site.Indicator{ID: "jiwa", Name: text("Penduduk", "Population")},
		site.Indicator{ID: "luas", Name: text("Luas")})
	got := map[string]string{}
	for _, e := range append(Things(g), Topics(TopicInputs{g, topics})...) {
		got[e.Title] = e.Language
	}
	for title, want := range map[string]string{
		"Population, Kota Contoh": "", "Luas, Kota Contoh": "id", "environment": "", "warga": "id",
	} {
		if language, is := got[title]; !is || language != want {
			t.Errorf("%s: found %v, in %q", title, is, language)
		}
	}
}

// Topics on the page stand in order, whatever languages they are in.
func TestOrderOfTopics(t *testing.T) {
	g := english(true)
	page := Page(PageInputs{Ground: g, Topics: topics}, views.Body{}).Content.(*SearchView)
	var names []string
	for _, l := range page.Topics {
		names = append(names, lang.Unmarked(l.Text))
	}
	if !slices.IsSorted(names) {
		t.Errorf("in the order %s", strings.Join(names, ", "))
	}
}
