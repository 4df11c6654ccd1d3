package review

import (
	"bytes"
	"reflect"
	"testing"

	"blandongan/internal/build/progress"
	"blandongan/internal/build/reading"
	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/web"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/output/scratch"
	"blandongan/internal/site"
)

// The links of a text are known wherever it is not looked at anew, whatever became of the rest of
// what was noted of it.
func TestLinksOfWhatIsNotLookedAt(t *testing.T) {
	const file = "content/news/a.md"
	links := []web.Link{{Place: diag.Place{File: file, Line: 9}, URL: "https://lain.example/a", Words: "sini"}}
	found := &review{bytes: memo.Of([]byte(file)), told: told{Links: links}, front: &prose.Front{File: file}}
	pad := new(scratch.Pad)
	defer pad.Close()
	if err := found.write(pad); err != nil {
		t.Fatal(err)
	}
	found.chunks[1] = chunk{text: "?"}
	sources := []reading.Source{{Path: file, Role: site.Written, Bytes: found.bytes}}
	sources[0].Review = found
	reader := &reading.Reader{Sources: sources, Pad: pad}
	key := memo.Of([]byte("key"))
	var noted bytes.Buffer
	if err := new(Keeper).Note(&noted, "test", key, reader, progress.Each); err != nil {
		t.Fatal(err)
	}
	sources[0].Review = nil
	var k Keeper
	k.Recall("test", noted.Bytes())
	if _, is := k.Replay(key, sources, progress.Each); !is || of(&sources[0]).read() {
		t.Fatalf("what was found is known: %t", is)
	}
	if got := Links(&sources[0]); !reflect.DeepEqual(got, links) {
		t.Errorf("links %v", got)
	}
}
