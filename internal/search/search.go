// Package search makes the index of a site that a browser searches by itself: entries in, files out, and the script
// that reads them, query.js. It knows nothing of the site, and nothing of how results look.
//
// What can be found is an Entry. A Vocabulary reads it into Words, what there is to remember of it; an Index is made
// of all Words, and again of the last Index when few of them changed. None of these changes once it is made, but for
// the vocabulary, a memory of stems: whoever remembers keeps one for each language. Another process goes on from what
// Note says of an index.
//
// The files. One has a fixed address, the directory, which is JSON and names all others; these are lines of text whose
// names change with what they hold, so that they may be kept for ever. Documents are numbered on two shelves: the
// fresh one has all things and the articles of the last months, the archive all others, by date. So a new article
// changes the fresh shelf alone, and an edit moves no number. Each shelf has
//
//   - parts of its terms, in order: lines of a term and the documents in whose text, summary and title it stands (see
//     newLine). The directory says what each part begins with. Parts are as large as makes the directory and two or
//     three of them least together, and where they end depends on the words around alone: an edit changes those parts
//     that hold a word which came or went, and no others.
//   - boxes of its documents: files of six lines, the fields of a document with tabs between (see document). The files
//     of a box share a sum in their names.
//
// The third kind are parts of the spelling list: words by first letter and length, for one that is misspelt.
//
// A query fetches the directory, a part of each shelf for each word, then the documents that fit best. No text is in
// the index: the sentence that has the words is on the page that was found.
package search

// Entry is something that can be found. All its texts are plain.
type Entry struct {
	Key     string // unique and lasting: it puts entries of one date in order
	Kind    string // results are grouped by it: "article"
	URL     string // as a page links to it
	Title   string
	Summary string
	Text    string   // is searched and never shown
	Names   []string // acronyms, aliases, codes, postal codes: they count as the title does
	// Date, "2006-01-02", is that of an article. Without it the entry is a thing: things come before articles that fit
	// as well, and those of lower rank before other things.
	Date     string
	Rank     int
	Language string  // of title and summary, where they are not in the language of the index
	Answer   *Answer // is shown instead of a result
}

// Answer is a figure that answers a question, "penduduk setu" say: the words of the entry's title and names are what
// it may be asked by. Where several fit, the order of things decides which come first. "kecamatan setu" is no question
// where a thing of the lowest rank is called so: that thing is meant.
type Answer struct {
	Figure string // with its unit: "84.178 jiwa"
	Period string // "2023"
	Source string
	Note   string // what else must be said of it: that it is an estimate
}

// File is a file of an index.
type File struct {
	Name  string // from the root of the site
	Bytes []byte
}

// Place is where the files of an index lie, named from the root of the site.
type Place struct {
	Directory string // the one file whose name stays: "cari/indeks.json"
	Folder    string // of those that never change under their name: "aset/cari/"
}
