package site

import (
	"testing"
	"time"

	"blandongan/internal/desk/settings"
	"blandongan/internal/markdown"
	"blandongan/internal/memo"
	"blandongan/internal/publish/destination"
	"blandongan/internal/records"
)

// written are the facts of a small site, each file as it would be written.
var written = map[string]string{
	"data/site.yaml":         "title: Etalase\nbase_url: https://contoh.example/\nlanguage: id\n",
	"data/city.yaml":         "name: Kota\n",
	"data/indicators.yaml":   "jiwa:\n  name: Jiwa\n",
	"data/sources.yaml":      "a:\n  title: A\n",
	"data/kecamatan/a.yaml":  "name: A\n",
	"data/programs/p.yaml":   "name: P\n",
	"data/visits/v.yaml":     "title: V\n",
	"data/adoptions/x.yaml":  "program: p\n",
	"content/pages/prosa.md": "---\ntitle: Prosa\n---\n",
	"content/news/kabar.md":  "---\ntitle: Kabar\n---\n",
	destination.Path:         "grace: 7\n",
	settings.DeskFile:        "words: [Blandongan]\n",
	settings.RegionsFile:     "jambi: {kind: province, name: Jambi}\n",
}

// factsDigest is that of the facts of the files, one of them said otherwise.
func factsDigest(o Options, file, text string) memo.Digest {
	var entries []*Entry
	for _, k := range kinds {
		for name, content := range written {
			if kindOf(name).name != k.name {
				continue
			}
			if name == file {
				content = text
			}
			r, _ := records.Parse(name, []byte(content), markdown.New(markdown.Options{}))
			some, _ := Decode(r)
			entries = append(entries, some...)
		}
	}
	s, _ := New(entries, o)
	var h memo.Hash
	h.Plain(struct{ Facts *Facts }{s.Facts})
	return h.Sum()
}

// The digest of the facts is another one whenever a file of facts is, and the same
// whatever the news say.
func TestFactsDigest(t *testing.T) {
	o := Options{Now: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}
	before := factsDigest(o, "", "")
	for name, content := range written {
		text := content + "note: x\n"
		if name[:8] == "content/" {
			text = "---\nsummary: x\n" + content[4:]
		}
		no := kindOf(name).name == "news" || IsUnseen(name)
		if (factsDigest(o, name, text) == before) != no {
			t.Errorf("%s is part of the facts: %v", name, no)
		}
	}
	o.BaseURL = "http://127.0.0.1:8080/"
	if factsDigest(o, "", "") == before {
		t.Error("another base URL says nothing")
	}
}
