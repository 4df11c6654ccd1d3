package search

import (
	"encoding/json"
	"maps"
	"path"
	"path/filepath"
	"strings"

	"blandongan/internal/search/words"
)

// directory says what the parts are called and what they begin with.
type directory struct {
	Language string `json:"lang"`
	Rules    rules  `json:"rules"`  // of words
	Folder   string `json:"folder"` // of the parts, from the directory
	// Of the fresh shelf the first documents are things, so many of each rank; then come so many answers.
	Ranks    []int           `json:"ranks"`
	Answers  int             `json:"answers"`
	Shelves  []shelfListing  `json:"shelves"`
	Spelling spellingListing `json:"spelling"`
}

type shelfListing struct {
	Count   int    `json:"n"`     // of documents
	Borders string `json:"terms"` // of the parts of its terms, with blanks between
	Names   string `json:"names"` // of these parts, each of six letters
	Boxes   string `json:"boxes"` // the names of the boxes of its documents, each of six letters
}

type spellingListing struct {
	Borders string `json:"words"`
	Names   string `json:"names"`
}

// rules is the table of words, with what it says of one language alone.
type rules struct {
	Fold      json.RawMessage            `json:"fold"`
	Stop      json.RawMessage            `json:"stop"`
	Languages map[string]json.RawMessage `json:"languages"`
}

func rulesOf(language string) rules {
	var r rules
	if err := json.Unmarshal(words.Rules, &r); err != nil {
		panic("search: the table of words: " + err.Error())
	}
	language, _, _ = strings.Cut(language, "-")
	maps.DeleteFunc(r.Languages, func(tag string, _ json.RawMessage) bool { return tag != language })
	return r
}

func (x *Index) directory(language string, n *namer) []byte {
	from, err := filepath.Rel(path.Dir(x.place.Directory), x.place.Folder)
	if err != nil {
		panic("search: " + err.Error()) // both are paths of ours from one root
	}
	d := directory{
		Language: language, Rules: rulesOf(language), Folder: filepath.ToSlash(from) + "/",
		Shelves:  []shelfListing{x.fresh.listing(n), x.archive.listing(n)},
		Spelling: spellingListing{borders(x.spelling), n.list(x.spelling)},
	}
	d.Ranks, d.Answers = x.fresh.ranks()
	b, err := json.Marshal(d)
	if err != nil {
		panic("search: " + err.Error()) // plain values always encode
	}
	return append(b, '\n')
}

// ranks counts things by rank, up to the greatest, and answers.
func (s *shelf) ranks() (ranks []int, answers int) {
	ranks = []int{}
	for _, w := range s.documents {
		switch {
		case w.date != "":
			return ranks, answers
		case w.answer:
			answers++
			continue
		}
		for len(ranks) <= w.rank {
			ranks = append(ranks, 0)
		}
		ranks[w.rank]++
	}
	return ranks, answers
}

func (s *shelf) listing(n *namer) shelfListing {
	var boxes strings.Builder
	for _, b := range s.boxes {
		boxes.WriteString(n.name(b.sum))
	}
	return shelfListing{len(s.documents), borders(s.terms), n.list(s.terms), boxes.String()}
}

// list is the names of parts, one after the other: each is as long.
func (n *namer) list(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(n.name(p.sum))
	}
	return b.String()
}

func borders(parts []part) string {
	list := make([]string, len(parts))
	for i, p := range parts {
		list[i] = p.border
	}
	return strings.Join(list, " ")
}
