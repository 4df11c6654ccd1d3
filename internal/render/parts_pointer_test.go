package render

import (
	"fmt"
	"html/template"
	"runtime"
	"testing"
)

// A piece that shows what a pointer leads to is of that, and not of what lay there before.
func TestPiecesOfPointers(t *testing.T) {
	r := &edition{set: template.Must(template.New("byline").Parse("<i>{{.Title}}</i>"))}
	r.escapeAll([]string{"byline"})
	type view struct{ Title string }
	for i := range 20_000 {
		v := &view{fmt.Sprint("Judul ", i)}
		got, err := r.parts.render(r, "byline", v)
		if want := "<i>" + v.Title + "</i>"; err != nil || string(got) != want {
			t.Fatalf("%q, %v, want %q", got, err, want)
		}
		if i%2000 == 0 {
			runtime.GC()
		}
	}
}
