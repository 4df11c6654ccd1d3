package build_test

import (
	"html"
	"path"
	"regexp"
	"strings"
	"testing"
)

// questions are what readers of the first city's site come with, and what must stand in
// the HTML of the page that answers each.
var questions = []struct {
	who, asks, page string
	answers         []string
}{
	{"a journalist", "which kecamatan is the most crowded, when, and who says so", "kecamatan/", []string{
		"Pamulang terpadat dari 5 kecamatan", "11.527 jiwa/km²", "2023", "Hitungan kami", "Tangselpos.id"}},
	{"an official", "how UP2K works", "program/up2k-pkk/", []string{
		"Cara kerja", "Ibu-ibu PKK menjalankan kelompok usaha keluarga"}},
	{"an official", "what UP2K costs", "program/up2k-pkk/", []string{"Biaya", "belum diketahui"}},
	{"an official", "whom to ask about UP2K", "program/up2k-pkk/", []string{
		"Bertanya dan meniru", "Kantor pemerintah kota", "Jl. Maruga No. 1"}},
	{"an official", "what is not known of UP2K", "program/up2k-pkk/", []string{
		"Tanyakan saat berkunjung", "Apakah UP2K"}},
	{"an official", "what Jambi took home", "kunjungan/jambi-camat-2017/", []string{
		"Yang dinyatakan dan kelanjutannya", "akan mengadopsi UP2K", "Bani Khosyatullah"}},
	{"a resident", "which kelurahan are in Setu", "kecamatan/setu/", []string{
		"Muncul", "Setu", "Keranggan", "Kademangan", "Babakan", "Bakti Jaya"}},
	{"a resident", "where the office of Setu is", "kecamatan/setu/", []string{
		"Kantor", "Alamat kantor kecamatan tidak ditemukan"}},
}

// TestQuestions walks the links from the front page: each question is answered after three
// clicks at most.
func TestQuestions(t *testing.T) {
	out, _ := buildFiles(t, real(t))
	clicks := map[string]int{"": 0}
	for todo := []string{""}; len(todo) > 0; todo = todo[1:] {
		for _, link := range linksOf(read(t, out, todo[0]+"index.html")) {
			if _, known := clicks[link]; !known {
				clicks[link] = clicks[todo[0]] + 1
				todo = append(todo, link)
			}
		}
	}
	for _, q := range questions {
		if n, found := clicks[q.page]; !found || n > 3 {
			t.Errorf("%s asks %s: /%s is %d clicks away (found: %t)", q.who, q.asks, q.page, n, found)
			continue
		}
		text := wordsIn(read(t, out, q.page+"index.html"))
		for _, answer := range q.answers {
			if !strings.Contains(text, answer) {
				t.Errorf("%s asks %s: /%s does not say %q", q.who, q.asks, q.page, answer)
			}
		}
	}
}

var (
	hrefs = regexp.MustCompile(`<a [^>]*href="/([^"#]*)`)
	tags  = regexp.MustCompile(`<[^>]*>`)
)

// linksOf are the pages that a page leads to, from the site's root.
func linksOf(page string) []string {
	var list []string
	for _, m := range hrefs.FindAllStringSubmatch(page, -1) {
		if path.Ext(m[1]) == "" {
			list = append(list, m[1])
		}
	}
	return list
}

// wordsIn is what a page says to who reads it whole.
func wordsIn(page string) string {
	_, main, _ := strings.Cut(page, "<main")
	return strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(main, ""))), " ")
}

// A door of the front page leads to where there is something.
func TestDoorsLeadSomewhere(t *testing.T) {
	files := base(t)
	for name := range files {
		for _, folder := range []string{"data/programs/", "data/visits/", "data/adoptions/", "content/news/"} {
			if strings.HasPrefix(name, folder) {
				delete(files, name)
			}
		}
	}
	home := page(t, files, "")
	if !strings.Contains(home, "Saya warga") || strings.Contains(home, "Saya tamu daerah") {
		t.Error("a city without programs invites others to copy one, or nobody at all")
	}
}

// One person is no people.
func TestOnePerson(t *testing.T) {
	files := base(t)
	const config, visit = "data/site.yaml", "data/visits/tamu.yaml"
	files[config] = strings.Replace(files[config], "language: id", "language: en", 1)
	before, _, _ := strings.Cut(files[visit], "delegation:")
	_, after, _ := strings.Cut(files[visit], "count: 2}\n")
	files[visit] = before + "delegation: {count: 1}\n" + after
	out, _ := buildFiles(t, files)
	for _, name := range []string{"kunjungan/", "kunjungan/tamu/"} {
		if text := read(t, out, name+"index.html"); !strings.Contains(text, "1 person") {
			t.Errorf("/%s does not tell of 1 person", name)
		}
	}
}
