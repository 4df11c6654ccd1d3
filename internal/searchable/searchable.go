// Package searchable is what of a site can be found: the entries of its index and the page
// on which visitors look for them.
//
// In come the facts, articles and texts of one edition, in plain words: an index marks no
// language. Out come entries (package search), each a pure function of declared inputs, and
// the view of the page. What has no page in an edition has no entry in it either: a result
// must lead somewhere. It never sees the index that is made of the entries, so the page
// stays as it is while articles change.
package searchable

import (
	"blandongan/internal/address"
	"blandongan/internal/search"
	"blandongan/internal/site"
)

// Kinds of what is found beside those of package site.
const (
	kindKelurahan = "kelurahan"
	kindTopic     = "topic"
	kindSection   = "section"
)

// kinds are all, in the order in which results stand.
var kinds = []string{
	site.KindKecamatan, kindKelurahan, site.KindProgram, site.KindVisit, site.KindPage, kindSection, kindTopic,
	site.KindNews,
}

// folder is where the parts of an index lie: visitors keep what is below site.AssetFolder for a
// year.
const folder = site.AssetFolder + "/" + address.Search + "/"

// PlaceIn is where the index of an edition lies.
func PlaceIn(e *address.Edition) search.Place {
	return search.Place{Directory: e.Of(address.SearchIndex), Folder: folder + e.Folder}
}
