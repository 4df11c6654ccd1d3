package plan

import (
	"blandongan/internal/site"
)

// thing is one node of JSON-LD, in the vocabulary of schema.org. Maps are
// written with sorted keys, so the bytes are stable.
type thing = map[string]any

func (p *planner) node(kind string) thing {
	return thing{"@context": "https://schema.org", "@type": kind}
}

func (p *planner) publisher() thing {
	t := thing{"@type": "Organization", "name": p.site.Say(p.site.Config.Publisher.Name)}
	if u := p.site.Config.Publisher.URL; u != "" {
		t["url"] = string(u)
	}
	return t
}

func (p *planner) siteData() thing {
	c := p.site.Config
	t := p.node("WebSite")
	t["name"] = p.site.Say(c.Title)
	t["url"] = p.absolute("")
	t["description"] = p.site.Say(c.Description)
	t["inLanguage"] = string(c.Language)
	t["publisher"] = p.publisher()
	t["about"] = thing{"@type": "City", "name": p.site.City.Name, "identifier": identifier("Kemendagri", string(p.site.City.Code))}
	return t
}

func identifier(system, code string) thing {
	return thing{"@type": "PropertyValue", "propertyID": system, "value": code}
}

func (p *planner) crumbData(page *Page) thing {
	var items []any
	for i, c := range page.Crumbs {
		items = append(items, thing{"@type": "ListItem", "position": i + 1, "name": c.Text, "item": p.origin + c.URL})
	}
	items = append(items, thing{"@type": "ListItem", "position": len(items) + 1, "name": page.Title})
	t := p.node("BreadcrumbList")
	t["itemListElement"] = items
	return t
}

func (p *planner) kecamatanData(k *site.Kecamatan) thing {
	t := p.node("AdministrativeArea")
	t["name"] = k.Name
	t["url"] = p.origin + p.to("kecamatan", k.ID)
	t["description"] = p.site.Say(k.Summary)
	t["identifier"] = []any{identifier("Kemendagri", string(k.Code))}
	if k.BPSCode != "" {
		t["identifier"] = []any{identifier("Kemendagri", string(k.Code)), identifier("BPS", string(k.BPSCode))}
	}
	t["containedInPlace"] = thing{"@type": "City", "name": p.site.City.Name, "identifier": identifier("Kemendagri", string(p.site.City.Code))}
	var wards []any
	for _, w := range k.Kelurahan {
		wards = append(wards, thing{"@type": "AdministrativeArea", "name": w.Name, "identifier": identifier("Kemendagri", string(w.Code))})
	}
	t["containsPlace"] = wards
	return t
}

func (p *planner) programData(x *site.Program) thing {
	t := p.node("GovernmentService")
	t["name"] = p.site.Say(x.Name)
	t["url"] = p.origin + p.to("program", x.ID)
	t["description"] = p.site.Say(x.Summary)
	t["provider"] = thing{"@type": "GovernmentOrganization", "name": p.site.Say(x.Owner)}
	t["areaServed"] = thing{"@type": "City", "name": p.site.City.Name}
	return t
}

func (p *planner) visitData(x *site.Visit) thing {
	t := p.node("Event")
	t["name"] = p.site.Say(x.Title)
	t["url"] = p.origin + p.to("visit", x.ID)
	t["startDate"] = string(x.Start)
	if x.End != "" {
		t["endDate"] = string(x.End)
	}
	place := thing{"@type": "Place", "name": p.site.City.Name}
	if x.Direction == "out" {
		place["name"] = x.Origin.Name
	} else if x.Venue != nil {
		place["name"] = x.Venue.Name
		if x.Venue.Address != "" {
			place["address"] = x.Venue.Address
		}
	}
	t["location"] = place
	return t
}

func (p *planner) articleData(n *site.Article, page *Page) thing {
	kind := "NewsArticle"
	switch n.Kind {
	case "advertorial":
		kind = "AdvertiserContentArticle"
	case "opinion":
		kind = "OpinionNewsArticle"
	}
	t := p.node(kind)
	t["headline"] = n.Title
	t["description"] = n.Summary
	t["url"] = p.newsURL(n)
	t["mainEntityOfPage"] = p.newsURL(n)
	t["datePublished"] = page.Published
	t["dateModified"] = page.Modified
	t["inLanguage"] = string(p.site.Config.Language)
	t["publisher"] = p.publisher()
	t["author"] = p.publisher()
	if n.Author != "" {
		t["author"] = thing{"@type": "Person", "name": n.Author}
	}
	if page.Image != "" {
		t["image"] = page.Image
	}
	if len(n.Corrections) > 0 {
		var notes []any
		for _, c := range n.Corrections {
			notes = append(notes, thing{"@type": "CorrectionComment", "datePublished": string(c.Date), "text": c.Text})
		}
		t["correction"] = notes
	}
	return t
}
