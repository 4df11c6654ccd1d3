package search

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/search/words"
)

var place = Place{Directory: "cari/indeks.json", Folder: "aset/cari/"}

func analyse(v *Vocabulary, entries []Entry) []*Words {
	list := make([]*Words, len(entries))
	for i, e := range entries {
		list[i] = v.Analyse(e)
	}
	return list
}

// What the lines say is what stands in the entries.
func TestLinesTellWhatEntriesHold(t *testing.T) {
	w := newWriter(1, 2000)
	entries := w.site(300, 40)
	v := NewVocabulary("id")
	x := v.Index(nil, place, analyse(v, entries))
	got := map[string]map[string]weight{} // word, document, where
	for _, s := range []*shelf{&x.fresh, &x.archive} {
		var read []line
		for _, p := range s.terms {
			for text := range bytes.Lines(p.bytes) {
				term, _, _ := strings.Cut(string(text), " ")
				read = append(read, line{term: term, text: text})
			}
		}
		if !slices.IsSortedFunc(read, func(a, b line) int { return strings.Compare(a.term, b.term) }) {
			t.Error("terms are not in order")
		}
		for _, l := range read {
			for _, p := range decode(l.text[len(l.term):]) {
				if got[l.term] == nil {
					got[l.term] = map[string]weight{}
				}
				got[l.term][s.documents[p.document()].key] = p.weight()
			}
		}
	}
	checked, cutter := 0, words.For("id").Cutter()
	for _, term := range v.cutter.Stems() {
		for _, e := range entries {
			want, is := stands(cutter, e, term)
			at, has := got[term][e.Key]
			if is != has || at != want {
				t.Fatalf("%q in %s: %d %v, want %d %v", term, e.Key, at, has, want, is)
			}
			checked++
		}
		if checked > 20_000 {
			return
		}
	}
}

// stands looks for a term in an entry, slowly.
func stands(cutter *words.Cutter, e Entry, term string) (weight, bool) {
	for i, texts := range [][]string{append([]string{e.Title}, e.Names...), {e.Summary}, {e.Text}} {
		for _, text := range texts {
			found := false
			cutter.Cut(text, func(stem int) { found = found || cutter.Stems()[stem] == term })
			if found {
				return inTitle - weight(i), true
			}
		}
	}
	return 0, false
}

// After whatever edits, and where another process goes on, the files are those of an index made at once.
func TestUpdateEqualsClean(t *testing.T) {
	w := newWriter(2, 2000)
	entries := w.site(400, 30)
	v := NewVocabulary("id")
	words := analyse(v, entries)
	x, written := v.Index(nil, place, words), map[string][]byte{}
	for _, f := range x.Files() {
		written[f.Name] = f.Bytes
	}
	for step := range 60 {
		if step%3 == 2 {
			x = v.Recall(x.Note(), words)
		}
		entries, words = slices.Clone(entries), slices.Clone(words)
		for range 1 + w.IntN(3) {
			i := w.IntN(len(entries))
			e := &entries[i]
			switch what := w.IntN(8); {
			case what == 0 && len(entries) > 300:
				entries, words = slices.Delete(entries, i, i+1), slices.Delete(words, i, i+1)
				continue
			case what == 1:
				i, e = len(entries), &Entry{}
				entries, words = append(entries, w.article(1000+step, 1100)), append(words, nil)
				e = &entries[i]
				e.Key = fmt.Sprint("new/", step, i)
			case what == 2:
				e.Title = w.title()
			case what == 3:
				e.Summary = w.text(20)
			case what == 4 && e.Date != "":
				e.Date = "2025-01-01"
			default:
				e.Text += w.sentence()
			}
			words[i] = v.Analyse(*e)
		}
		x = v.Index(x, place, words)
		other := NewVocabulary("id")
		files := slices.Clone(x.Files())
		if step%3 == 2 && !slices.ContainsFunc(files, func(f File) bool { return f.Bytes == nil }) {
			t.Errorf("step %d: all files are made anew", step)
		}
		for i, f := range files {
			if f.Bytes != nil {
				written[f.Name] = f.Bytes
			}
			files[i].Bytes = written[f.Name]
		}
		same(t, step, files, other.Index(nil, place, analyse(other, entries)).Files())
	}
}

func same(t *testing.T, step int, got, want []File) {
	t.Helper()
	if !slices.EqualFunc(got, want, func(a, b File) bool { return a.Name == b.Name && bytes.Equal(a.Bytes, b.Bytes) }) {
		t.Fatalf("step %d: the files are not those of an index made at once", step)
	}
}
