package guide_test

import (
	"bytes"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/guide"
	"blandongan/templates"
)

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// small is a city with little to take examples from.
func small() fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"data/site.yaml": "title: Etalase\nbase_url: https://contoh.example/\nlanguage: id\nlanguages: [id, en]\n" +
			"publisher: {name: Tim}\ncontact: {email: halo@contoh.example}\nlicence: {name: CC BY 4.0}\n" +
			"description: {id: Kota contoh., en: A city.}\n",
		"data/city.yaml": "code: \"99.71\"\nname: Kota Contoh\nprovince: {code: \"99\", name: Provinsi Contoh}\n",
		"data/kecamatan/hulu.yaml": "code: \"99.71.01\"\nname: Hulu\nsummary: {id: Di hulu., en: Upstream.}\n" +
			"kelurahan: [{code: \"99.71.01.1001\", name: Mata Air}]\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

func pages(t *testing.T, files fstest.MapFS) []guide.Page {
	t.Helper()
	known := build.New(build.Config{Root: files, Templates: templates.FS}).Examine(noon)
	return guide.Pages(known.Site)
}

// The guide of a city that has nothing yet is a part of its site, in both languages, and
// every link in it leads somewhere.
func TestGuideOfASmallCity(t *testing.T) {
	files := small()
	for _, p := range pages(t, files) {
		files[p.Path] = &fstest.MapFile{Data: p.Text}
	}
	r, problems, err := build.New(build.Config{Root: files, Templates: templates.FS}).Build(noon)
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v, %v", err, problems)
	}
	for _, want := range []string{"panduan-redaksi/index.html", "en/panduan-isian/index.html"} {
		if !slices.Contains(r.Paths(), want) {
			t.Errorf("no page %s among %d", want, len(r.Paths()))
		}
	}
	main := string(files["content/pages/panduan-redaksi.md"].Data)
	if !strings.Contains(main, "etalase Kota Contoh") || strings.Contains(main, "<<") {
		t.Errorf("the guide does not speak of the city: %.300s", main)
	}
}

// The desk finds nothing to say of our own guide.
func TestDeskIsContentWithTheGuide(t *testing.T) {
	files := small()
	for _, p := range pages(t, files) {
		files[p.Path] = &fstest.MapFile{Data: p.Text}
	}
	r, _, err := build.New(build.Config{Root: files, Templates: templates.FS, Desk: true}).Build(noon)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Findings.All() {
		if strings.HasPrefix(p.Place.File, "content/pages/") {
			t.Errorf("%s: %s %q", p.Place, p.Code, p.Words)
		}
	}
}

// The guide in this repository is the one that the program writes.
func TestOwnGuideIsCurrent(t *testing.T) {
	root, err := build.OpenDir("../..")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	known := build.New(build.Config{Root: root, Templates: templates.FS}).Examine(noon)
	for _, p := range guide.Pages(known.Site) {
		text, err := os.ReadFile("../../" + p.Path)
		if err != nil || !bytes.Equal(text, p.Text) {
			t.Errorf("%s is not as the program writes it (%v): run blandongan guide --replace", p.Path, err)
		}
	}
}

// A page that somebody changed is known from one that nobody did, however the lines end.
func TestUntouched(t *testing.T) {
	for _, p := range pages(t, small()) {
		crlf := bytes.ReplaceAll(p.Text, []byte("\n"), []byte("\r\n"))
		changed := append(slices.Clone(p.Text), "Kata kami.\n"...)
		retitled := bytes.Replace(p.Text, []byte("title: "), []byte("title: X"), 1)
		got := map[string]bool{
			"as it was": guide.IsUntouched(p.Text), "crlf": guide.IsUntouched(crlf),
			"changed": guide.IsUntouched(changed), "retitled": guide.IsUntouched(retitled),
			"nothing": guide.IsUntouched(nil),
		}
		if want := map[string]bool{
			"as it was": true, "crlf": true, "changed": false, "retitled": false, "nothing": false,
		}; !maps.Equal(got, want) {
			t.Errorf("%s: %v", p.Path, got)
		}
	}
}
