package render

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"blandongan/internal/plan"
)

// Part files that no page needs cost next to nothing, those that one needs not much.
func BenchmarkManyPartFiles(b *testing.B) {
	for _, n := range []int{150, 300, 600} {
		for _, used := range []bool{false, true} {
			b.Run(fmt.Sprintf("%d used=%v", n, used), func(b *testing.B) {
				files := manyParts(n, used)
				for range b.N {
					read, _ := Read(files, nil, nil)
					theme, _ := Parse(read)
					p := &plan.Plan{Targets: []plan.Target{{Template: "home"}}, Editions: make([]plan.Edition, 1)}
					if _, problems := theme.Renderer(p, func(_ int, do func(int)) { do(0) }); len(problems) > 0 {
						b.Fatal(problems)
					}
				}
			})
		}
	}
}

func manyParts(n int, used bool) fstest.MapFS {
	files := fstest.MapFS{
		"base.html": {Data: []byte(`<head>{{slot "head"}}</head><body>{{slot "main"}}</body>`)},
		"head.html": {Data: []byte("<title>x</title>")},
	}
	var calls strings.Builder
	for i := range n {
		text := fmt.Appendf(nil, `{{define "p%d"}}<b>{{.}}</b>{{end}}`, i)
		files[fmt.Sprintf("parts/p%d.html", i)] = &fstest.MapFile{Data: text}
		if used {
			fmt.Fprintf(&calls, `{{template "p%d" .}}`, i)
		}
	}
	files["home.html"] = &fstest.MapFile{Data: []byte(calls.String())}
	return files
}
