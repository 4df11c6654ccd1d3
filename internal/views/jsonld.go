package views

import (
	"slices"

	"blandongan/internal/site"
)

// object is one node of JSON-LD, in the vocabulary of schema.org. Maps are
// written with sorted keys, so the bytes are stable.
type object = map[string]any

func (s scope) node(kind string) object {
	return object{"@context": schemaOrg, "@type": kind}
}

const schemaOrg = "https://schema.org"

func (s scope) publisher() organisation {
	return organisation{"Organization", s.Base.Publisher.Name, s.Base.Publisher.URL}
}

func (s scope) siteData() object {
	c := s.Facts.Config
	t := s.node("WebSite")
	t["name"] = s.Say(c.Title)
	t["url"] = s.Absolute("")
	t["description"] = s.Say(c.Description)
	t["inLanguage"] = string(c.Language)
	t["publisher"] = s.publisher()
	t["about"] = object{
		"@type": "City", "name": s.Base.City, "identifier": identifier("Kemendagri", string(s.Facts.City.Code)),
	}
	return t
}

func identifier(system, code string) object {
	return object{"@type": "PropertyValue", "propertyID": system, "value": code}
}

// breadcrumbList and articleObject stand on every page or article; as structs
// they cost a third of what maps do.
type breadcrumbList struct {
	Context string     `json:"@context"`
	Type    string     `json:"@type"`
	Items   []listItem `json:"itemListElement"`
}

type listItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	Item     string `json:"item,omitempty"`
}

func (s scope) crumbData(page *Page) breadcrumbList {
	items := make([]listItem, 0, len(page.Crumbs)+1)
	for i, c := range page.Crumbs {
		items = append(items, listItem{"ListItem", i + 1, c.Text, s.Base.Root.Origin + c.URL})
	}
	items = append(items, listItem{Type: "ListItem", Position: len(items) + 1, Name: page.Title})
	return breadcrumbList{schemaOrg, "BreadcrumbList", items}
}

type articleObject struct {
	Context     string         `json:"@context"`
	Type        string         `json:"@type"`
	Headline    string         `json:"headline"`
	Description string         `json:"description"`
	URL         string         `json:"url"`
	Page        string         `json:"mainEntityOfPage"`
	Published   string         `json:"datePublished"`
	Modified    string         `json:"dateModified"`
	Language    string         `json:"inLanguage"`
	Publisher   organisation   `json:"publisher"`
	Author      organisation   `json:"author"`
	Image       string         `json:"image,omitempty"`
	Corrections []correctionOf `json:"correction,omitempty"`
	// Genre is the label that readers see, Additional a type besides the first.
	Genre      string `json:"genre,omitempty"`
	Additional string `json:"additionalType,omitempty"`
}

type organisation struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

type correctionOf struct {
	Type string `json:"@type"`
	Date string `json:"datePublished"`
	Text string `json:"text"`
}

func (s scope) kecamatanData(k *site.Kecamatan) object {
	t := s.node("AdministrativeArea")
	t["name"] = k.Name
	t["url"] = s.Base.Root.Origin + s.To(site.KindKecamatan, k.ID)
	t["description"] = s.Say(k.Summary)
	t["identifier"] = []any{identifier("Kemendagri", string(k.Code))}
	if k.BPSCode != "" {
		t["identifier"] = []any{identifier("Kemendagri", string(k.Code)), identifier("BPS", string(k.BPSCode))}
	}
	t["containedInPlace"] = object{
		"@type": "City", "name": s.Base.City, "identifier": identifier("Kemendagri", string(s.Facts.City.Code)),
	}
	var wards []any
	for _, w := range k.Kelurahan {
		wards = append(wards, object{
			"@type": "AdministrativeArea", "name": w.Name, "identifier": identifier("Kemendagri", string(w.Code)),
		})
	}
	if len(wards) > 0 {
		t["containsPlace"] = wards
	}
	return t
}

func (s scope) programData(x *site.Program) object {
	t := s.node("GovernmentService")
	t["name"] = s.Say(x.Name)
	t["url"] = s.Base.Root.Origin + s.To(site.KindProgram, x.ID)
	t["description"] = s.Say(x.Summary)
	t["provider"] = object{"@type": "GovernmentOrganization", "name": s.Say(x.Owner)}
	t["areaServed"] = object{"@type": "City", "name": s.Base.City}
	return t
}

func (s scope) visitData(x *site.Visit) object {
	t := s.node("Event")
	t["name"] = s.Say(x.Title)
	t["url"] = s.Base.Root.Origin + s.To(site.KindVisit, x.ID)
	t["startDate"] = string(x.Start)
	if x.End != "" {
		t["endDate"] = string(x.End)
	}
	place := object{"@type": "Place", "name": s.Base.City}
	if x.Direction == "out" {
		place["name"] = s.Say(x.Origin.Name)
	} else if x.Venue != nil {
		place["name"] = s.Say(x.Venue.Name)
		if x.Venue.Address != "" {
			place["address"] = x.Venue.Address
		}
	}
	t["location"] = place
	return t
}

// articleTypes are the types of schema.org for kinds of article that are no
// plain news.
var articleTypes = map[string]string{"advertorial": "AdvertiserContentArticle", "opinion": "OpinionNewsArticle"}

// author is an organisation where the editors have said so: it publishes the
// site, is one of its desks, or is the article's original outlet. No list of
// words could tell a desk from a person, and search engines want to know.
func (s scope) author(n *site.News) organisation {
	c := &s.Base.Publisher
	switch {
	case n.Author == "" || n.Author == c.Name:
		return s.publisher()
	case slices.Contains(c.Desks, n.Author), n.Original != nil && n.Original.Outlet == n.Author:
		return organisation{Type: "Organization", Name: n.Author}
	}
	return organisation{Type: "Person", Name: n.Author}
}

func (s scope) articleData(n *site.News, page *Page) articleObject {
	t := articleObject{
		Context: schemaOrg, Type: "NewsArticle", Headline: n.Title, Description: n.Summary, URL: s.newsURL(n),
		Page: s.newsURL(n), Published: page.Published, Modified: page.Modified, Language: s.Base.Language,
		Publisher: s.publisher(), Author: s.author(n), Image: page.Image,
	}
	if kind, ok := articleTypes[n.Kind]; ok {
		t.Type = kind
	}
	if n.Kind == "correction" { // a text of its own that corrects another
		t.Additional = schemaOrg + "/CorrectionComment"
	}
	if n.Kind != "" && n.Kind != "news" {
		t.Genre = s.Word("kind-" + n.Kind)
	}
	for _, c := range n.Corrections {
		t.Corrections = append(t.Corrections, correctionOf{"CorrectionComment", string(c.Date), s.Say(c.Text)})
	}
	return t
}

// newsURL is the full address of an article.
func (s scope) newsURL(n *site.News) string { return s.Base.Root.Absolute(s.AddressOf(n)) }
