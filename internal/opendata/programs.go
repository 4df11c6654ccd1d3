package opendata

import (
	"iter"

	"blandongan/internal/site"
)

type (
	ofProgram  = site.Program
	ofVisit    = site.Visit
	ofAdoption = site.Adoption
	ofNews     = site.News
)

var programs = declare("programs",
	func(w *writer) iter.Seq[*ofProgram] { return each(w.Facts.Programs) },
	col("id", Text, func(_ *writer, x *ofProgram) any { return x.ID }).key(),
	col("name", Text, func(w *writer, x *ofProgram) any { return w.Say(x.Name) }).needed(),
	col("acronym", Text, func(_ *writer, x *ofProgram) any { return x.Acronym }),
	col("expansion", Text, func(w *writer, x *ofProgram) any { return w.Say(x.Expansion) }),
	col("kind", Text, func(w *writer, x *ofProgram) any { return w.Say(x.Kind) }),
	col("summary", Text, func(w *writer, x *ofProgram) any { return w.Say(x.Summary) }).needed(),
	col("status", Text, func(_ *writer, x *ofProgram) any { return x.Status }).needed().
		oneOf("idea|trial|launched|running|paused|stopped"),
	col("verified", Known, func(_ *writer, x *ofProgram) any { return string(orNothing(x.Verified).At) }),
	col("pillars", List, func(_ *writer, x *ofProgram) any { return x.Pillars }).needed(),
	col("owner", Text, func(w *writer, x *ofProgram) any { return w.Say(x.Owner) }).needed(),
	col("kecamatan", List, func(_ *writer, x *ofProgram) any { return x.Kecamatan }),
	col("started", Known, func(_ *writer, x *ofProgram) any { return string(x.Started) }),
	col("problem", Text, func(w *writer, x *ofProgram) any { return w.Say(x.Problem) }),
	col("setup_cost", Integer, func(_ *writer, x *ofProgram) any { return orNothing(x.Resources).SetupCost }),
	col("annual_cost", Integer, func(_ *writer, x *ofProgram) any { return orNothing(x.Resources).AnnualCost }),
	col("price_year", Integer, func(_ *writer, x *ofProgram) any { return count(orNothing(x.Resources).PriceYear) }),
	col("sources", List, func(_ *writer, x *ofProgram) any { return x.Sources }).needed(),
	col("note", Text, func(w *writer, x *ofProgram) any { return w.Say(x.Note) }),
	col("url", URL, func(w *writer, x *ofProgram) any { return w.page(site.KindProgram, x.ID) }).needed(),
)

var visits = declare("visits",
	func(w *writer) iter.Seq[*ofVisit] { return each(w.Facts.Visits) },
	col("id", Text, func(_ *writer, x *ofVisit) any { return x.ID }).key(),
	col("title", Text, func(w *writer, x *ofVisit) any { return w.Say(x.Title) }).needed(),
	col("summary", Text, func(w *writer, x *ofVisit) any { return w.Say(x.Summary) }),
	col("direction", Text, func(_ *writer, x *ofVisit) any { return x.Direction }).oneOf("in|out"),
	col("kind", Text, func(w *writer, x *ofVisit) any { return w.Say(x.Kind) }),
	col("start", Known, func(_ *writer, x *ofVisit) any { return string(x.Start) }).needed(),
	col("end", Known, func(_ *writer, x *ofVisit) any { return string(x.End) }),
	col("first_day", Date, func(_ *writer, x *ofVisit) any { first, _ := span(x.Start, x.End); return first }).needed(),
	col("last_day", Date, func(_ *writer, x *ofVisit) any { _, last := span(x.Start, x.End); return last }).needed(),
	col("reception", Date, func(_ *writer, x *ofVisit) any { return string(x.Reception) }),
	col("region_code", Code, func(_ *writer, x *ofVisit) any { return string(x.Origin.RegionCode) }),
	col("region_full_code", Text, func(_ *writer, x *ofVisit) any { return full(x.Origin.RegionCode) }),
	col("region", Text, func(w *writer, x *ofVisit) any { return w.Say(x.Origin.Name) }).needed(),
	col("province", Text, func(_ *writer, x *ofVisit) any { return x.Origin.Province }),
	col("unit", Text, func(w *writer, x *ofVisit) any { return w.Say(x.Origin.Unit) }),
	col("led_by", Text, func(_ *writer, x *ofVisit) any { return orNothing(x.LedBy).Name }),
	col("delegation", Integer, func(_ *writer, x *ofVisit) any { return count(orNothing(x.Delegation).Count) }),
	col("venue", Text, func(w *writer, x *ofVisit) any { return w.Say(orNothing(x.Venue).Name) }),
	col("kecamatan", List, func(_ *writer, x *ofVisit) any { return seen(x) }),
	col("programs", List, func(_ *writer, x *ofVisit) any { return x.Programs }),
	col("articles", List, func(_ *writer, x *ofVisit) any { return x.Articles }),
	col("sources", List, func(_ *writer, x *ofVisit) any { return x.Sources }).needed(),
	col("note", Text, func(w *writer, x *ofVisit) any { return w.Say(x.EditorNote) }),
	col("url", URL, func(w *writer, x *ofVisit) any { return w.page(site.KindVisit, x.ID) }).needed(),
)

// seen are the kecamatan that guests saw.
func seen(x *site.Visit) []string {
	var ids []string
	for _, l := range x.Loci {
		ids = append(ids, l.Kecamatan)
	}
	return together(ids)
}

var adoptions = declare("adoptions",
	func(w *writer) iter.Seq[*ofAdoption] { return each(w.Facts.Adoptions) },
	col("id", Text, func(_ *writer, x *ofAdoption) any { return x.ID }).key(),
	col("program", Text, func(_ *writer, x *ofAdoption) any { return x.Program }).needed().to("programs"),
	col("program_name", Text, func(w *writer, x *ofAdoption) any { return w.programName(x.Program) }).needed(),
	col("region_code", Code, func(_ *writer, x *ofAdoption) any { return string(x.To.RegionCode) }),
	col("region_full_code", Text, func(_ *writer, x *ofAdoption) any { return full(x.To.RegionCode) }),
	col("region", Text, func(_ *writer, x *ofAdoption) any { return x.To.Name }).needed(),
	col("province", Text, func(_ *writer, x *ofAdoption) any { return x.To.Province }),
	col("stage", Text, func(_ *writer, x *ofAdoption) any { return x.Stage }).needed().
		oneOf("interest|visit|MoU|agreement|trial|in use|modified|stopped"),
	col("stage_since", Known, func(_ *writer, x *ofAdoption) any { return string(latest(x).Date) }),
	col("last_checked", Date, func(_ *writer, x *ofAdoption) any { return string(x.LastChecked) }).needed(),
	col("visit", Text, func(_ *writer, x *ofAdoption) any { return x.Visit }).to("visits"),
	col("sources", List, func(_ *writer, x *ofAdoption) any { return restsOn(x) }).needed(),
	col("note", Text, func(w *writer, x *ofAdoption) any { return w.Say(x.Note) }),
	col("url", URL, func(w *writer, x *ofAdoption) any { return w.page(site.KindProgram, x.Program) }).needed(),
)

func (w *writer) programName(id string) string {
	if x := w.Facts.FindProgram(id); x != nil {
		return w.Say(x.Name)
	}
	return ""
}

// latest is where an adoption stands.
func latest(x *site.Adoption) (s site.Stage) {
	if n := len(x.History); n > 0 {
		s = x.History[n-1]
	}
	return s
}

// restsOn are the sources of all steps of an adoption.
func restsOn(x *site.Adoption) []string {
	var ids []string
	for _, s := range x.History {
		ids = append(ids, s.Source...)
	}
	return together(ids)
}

var news = withNews(declare("news",
	func(w *writer) iter.Seq[*ofNews] { return each(w.news) },
	col("id", Text, func(_ *writer, x *ofNews) any { return x.ID }).key(),
	col("title", Text, func(_ *writer, x *ofNews) any { return x.Title }).needed(),
	col("date", Date, func(_ *writer, x *ofNews) any { return x.Happened.Format(day) }).needed(),
	col("published", Date, func(_ *writer, x *ofNews) any { return x.Published.Format(day) }).needed(),
	col("changed", Date, func(_ *writer, x *ofNews) any { return changed(x).Format(day) }).needed(),
	col("summary", Text, func(_ *writer, x *ofNews) any { return x.Summary }).needed(),
	col("author", Text, func(_ *writer, x *ofNews) any { return x.Author }),
	col("kind", Text, func(_ *writer, x *ofNews) any { return x.Kind }).
		oneOf("news|release|advertorial|opinion|correction"),
	col("original_outlet", Text, func(_ *writer, x *ofNews) any { return orNothing(x.Original).Outlet }),
	col("original_url", URL, func(_ *writer, x *ofNews) any { return string(orNothing(x.Original).URL) }),
	col("kecamatan", List, func(_ *writer, x *ofNews) any { return x.Kecamatan }),
	col("programs", List, func(_ *writer, x *ofNews) any { return x.Programs }),
	col("visits", List, func(_ *writer, x *ofNews) any { return x.Visits }),
	col("topics", List, func(_ *writer, x *ofNews) any { return x.Tags }),
	col("sources", List, func(_ *writer, x *ofNews) any { return x.Sources }),
	col("url", URL, func(w *writer, x *ofNews) any { return w.Base.Root.Absolute(w.AddressOf(x)) }).needed(),
))

func withNews(t Table) Table { t.News = true; return t }

func withFigures(t Table) Table { t.Figures = true; return t }
