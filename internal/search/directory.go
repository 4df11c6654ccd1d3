package search

import (
	"encoding/json"
	"path"
	"path/filepath"
	"strings"
)

// directory says what the parts are called and what they begin with.
type directory struct {
	Language string `json:"lang"`
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
	Names   string `json:"names"` // of these parts, each of eight letters
	Boxes   string `json:"boxes"` // the names of the boxes of its documents, each of eight letters
}

type spellingListing struct {
	Borders string `json:"words"`
	Names   string `json:"names"`
}

func (x *Index) directory(language string) []byte {
	from, err := filepath.Rel(path.Dir(x.place.Directory), x.place.Folder)
	if err != nil {
		panic("search: " + err.Error()) // both are paths of ours from one root
	}
	d := directory{
		Language: language, Folder: filepath.ToSlash(from) + "/",
		Shelves:  []shelfListing{x.fresh.listing(), x.archive.listing()},
		Spelling: spellingListing{borders(x.spelling), names(x.spelling)},
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
	for i := 0; i < len(s.texts); i += inBox / inFile {
		boxes.WriteString(s.texts[i].name[:nameLength])
	}
	return shelfListing{len(s.documents), borders(s.terms), names(s.terms), boxes.String()}
}
