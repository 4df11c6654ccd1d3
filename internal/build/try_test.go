package build_test

import (
	"os"
	"testing"
	"testing/fstest"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

func stub() fstest.MapFS {
	m := fstest.MapFS{
		"base.html": {Data: []byte(`<!doctype html><html><head>{{slot "head"}}</head><body>{{range .Navigation}}<a href="{{.URL}}">{{.Text}}</a>{{end}}<main>{{slot "main"}}</main></body></html>`)},
		"head.html": {Data: []byte(`<title>{{.Title}}</title>{{range .Data}}<script type="application/ld+json">{{.}}</script>{{end}}`)},
	}
	for _, k := range []string{"home", "kecamatan-list", "kecamatan", "program-list", "program", "visit-list", "visit", "network", "news-list", "topic", "topic-list", "notfound"} {
		m[k+".html"] = &fstest.MapFile{Data: []byte(`<h1>{{.Title}}</h1>`)}
	}
	for _, k := range []string{"article", "page"} {
		m[k+".html"] = &fstest.MapFile{Data: []byte(`<h1>{{.Title}}</h1>{{body .Content.Body}}`)}
	}
	return m
}

func TestTry(t *testing.T) {
	dir := t.TempDir()
	if d := os.Getenv("SITE"); d != "" {
		dir = d
	} else {
		write(t, dir, base(t))
	}
	root, _ := os.OpenRoot(dir)
	out := t.TempDir()
	b := build.New(build.Config{Root: root.FS(), Out: out, Templates: stub()})
	for range 2 {
		r, p, err := b.Build(time.Now())
		t.Logf("%+v %v", r, err)
		p.Print(os.Stdout, diag.Indonesian)
	}
}
