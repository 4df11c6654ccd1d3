package search

import (
	"encoding/json"
	"path"
	"path/filepath"
	"strings"
)

// directory says what the parts are called and what they begin with.
type directory struct {
	Language string          `json:"lang"`
	Folder   string          `json:"folder"` // of the parts, from the directory
	Ranks    []int           `json:"ranks"`  // how many things of the fresh shelf have which rank
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
		Language: language, Folder: filepath.ToSlash(from) + "/", Ranks: x.fresh.ranks(),
		Shelves:  []shelfListing{x.fresh.listing(), x.archive.listing()},
		Spelling: spellingListing{borders(x.spelling), names(x.spelling)},
	}
	b, err := json.Marshal(d)
	if err != nil {
		panic("search: " + err.Error()) // plain values always encode
	}
	return append(b, '\n')
}

// ranks counts things by rank, up to the greatest.
func (s *shelf) ranks() []int {
	list := []int{}
	for _, w := range s.documents {
		if w.date != "" {
			break
		}
		for len(list) <= w.rank {
			list = append(list, 0)
		}
		list[w.rank]++
	}
	return list
}

func (s *shelf) listing() shelfListing {
	var boxes strings.Builder
	for i := 0; i < len(s.texts); i += inBox / inFile {
		boxes.WriteString(s.texts[i].name[:nameLength])
	}
	return shelfListing{len(s.documents), borders(s.terms), names(s.terms), boxes.String()}
}
