package guide_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"regexp"
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

// What we tell editors is of a place that there is not: it has no large figure and no name of a place of the
// city that this repository shows.
func TestExamplesAreOfNoCity(t *testing.T) {
	figure := regexp.MustCompile(`value: ([0-9]{3,}\.?[0-9]{2,})\b`)
	name := regexp.MustCompile(`(?m)(?:^|\{code: "[0-9.]+", )name: ([^,}\n]+)`)
	thousands := regexp.MustCompile(`([0-9])([0-9]{3})\b`)
	theirs := []string{`106[.,][0-9]+, *-6[.,][0-9]+`} // and where it lies
	for _, file := range glob(t, "../../data/city.yaml", "../../data/kecamatan/*.yaml") {
		text := read(t, file)
		for _, m := range figure.FindAllStringSubmatch(text, -1) {
			theirs = append(theirs, regexp.QuoteMeta(m[1]), strings.Replace(m[1], ".", ",", 1))
			if !strings.Contains(m[1], ".") {
				dotted := thousands.ReplaceAllString(thousands.ReplaceAllString(m[1], "$1.$2"), "$1.$2")
				theirs = append(theirs, regexp.QuoteMeta(dotted), strings.ReplaceAll(dotted, ".", ","))
			}
		}
		for _, m := range name.FindAllStringSubmatch(text, -1) {
			theirs = append(theirs, regexp.QuoteMeta(m[1]))
		}
	}
	if len(theirs) < 100 {
		t.Fatalf("only %d words to look for", len(theirs))
	}
	found := regexp.MustCompile(`\b(?:` + strings.Join(theirs, "|") + `)\b`)
	for _, want := range []string{"1354350", "1.354.350", "164.86", "164,86", "Kota Tangerang Selatan"} {
		if !found.MatchString(want) {
			t.Errorf("%s is not looked for", want)
		}
	}
	for _, file := range glob(t, "pages/*", "../explain/pages/*", "../start/*.go", "../start/skeleton/*.*",
		"../site/meaning/*.go", "../diag/sentences/*.go", "../lang/sentences/*.go") {
		if strings.HasSuffix(file, "_test.go") || strings.HasSuffix(file, "provinces.txt") {
			continue
		}
		for _, w := range found.FindAllString(read(t, file), -1) {
			t.Errorf("%s: %q is of a city that there is", file, w)
		}
	}
}

func glob(t *testing.T, patterns ...string) (files []string) {
	t.Helper()
	for _, p := range patterns {
		list, err := filepath.Glob(p)
		if err != nil || list == nil {
			t.Fatal(p, err)
		}
		files = append(files, list...)
	}
	return files
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
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
