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
	Borders string `json:"terms"` // of the parts of its terms, packed
	Sums    string `json:"sums"`  // of these parts
	Boxes   string `json:"boxes"` // the sums of the boxes of its documents
}

type spellingListing struct {
	Borders string `json:"terms"`
	Sums    string `json:"sums"`
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

func (x *Index) directory(language string) []byte {
	from, err := filepath.Rel(path.Dir(x.place.Directory), x.place.Folder)
	if err != nil {
		panic("search: " + err.Error()) // both are paths of ours from one root
	}
	d := directory{
		Language: language, Rules: rulesOf(language), Folder: filepath.ToSlash(from) + "/",
		Shelves:  []shelfListing{x.fresh.listing(), x.archive.listing()},
		Spelling: spellingListing{pack(x.spelling), sums(x.spelling)},
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

func (s *shelf) listing() shelfListing {
	var boxes strings.Builder
	for _, b := range s.boxes {
		boxes.WriteString(string(b.sum))
	}
	return shelfListing{len(s.documents), pack(s.terms), sums(s.terms), boxes.String()}
}
