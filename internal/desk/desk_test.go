package desk_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"blandongan/internal/desk"
	"blandongan/internal/desk/mend"
	"blandongan/internal/desk/prose"
	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

// day is that of these tests.
var day = time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)

// base is a site without news.
var base = map[string]string{
	"data/site.yaml": "title: Etalase\nbase_url: https://kota-contoh.go.id/\nlanguage: id\ndescription: Contoh\n" +
		"publisher: {name: Redaksi}\ncontact: {email: redaksi@kota-contoh.go.id}\nlicence: {name: CC BY 4.0}\n",
	"data/city.yaml": "name: Lembah Raya\ncode: \"99.71\"\nprovince: Seberang\nregion_kind: kota\n",
}

// look has the desk look at files over the base, and returns what it finds as lines.
func look(t *testing.T, files map[string]string) string {
	t.Helper()
	var lines strings.Builder
	for _, p := range problemsOf(t, files) {
		if p.Severity() == diag.Error {
			t.Errorf("%s keeps the site from being built", p.Code)
		}
		fmt.Fprintf(&lines, "%s %s %q\n", p.Place, p.Code, p.Words)
	}
	return lines.String()
}

// problemsOf is what the desk finds in files over the base.
func problemsOf(t *testing.T, files map[string]string) diag.List {
	t.Helper()
	md := markdown.New(markdown.Options{Schemes: site.Schemes()})
	var all []*site.Entry
	var docs []*prose.Document
	reader := prose.Reader{Markdown: md, Language: "id"}
	for _, set := range []map[string]string{base, files} {
		for file, text := range set {
			record, _ := site.Parse(file, []byte(text), md)
			entries, _ := site.Decode(record)
			all = append(all, entries...)
			if !site.IsUnseen(file) {
				docs = append(docs, reader.Read(file, []byte(text), entries))
			}
		}
	}
	facts, _ := site.New(all, site.Options{Now: day, Drafts: true})
	d := desk.New(facts, desk.SettingsOf(all), day)
	found := []diag.List{d.Across(fronts(docs))}
	for _, doc := range docs {
		list, _ := d.Review(doc)
		found = append(found, list)
	}
	return d.Findings(found, true).All()
}

// article is one with a title and a text, which is about something.
func article(title, text string) string {
	return "---\ntitle: " + title + "\ndate: 2026-11-01\nsummary: Ringkasan\nprograms: [x]\n---\n\n" + text
}

// A comment silences its rule where it stands, for a reason, and is told of where it is wrong
// or needless.
func TestSilence(t *testing.T) {
	const weak = "[di sini](https://contoh.example/a)"
	for name, c := range map[string]struct{ text, want string }{
		"none":     {"Baca " + weak + ".\n", `:8:7 link-text-weak "di sini"`},
		"above":    {"<!-- periksa: abaikan link-text-weak karena kutipan -->\n\nBaca " + weak + ".\n", ""},
		"inside":   {"Baca " + weak + ". <!-- periksa: abaikan link-text-weak karena kutipan -->\n", ""},
		"capitals": {"Baca " + weak + ". <!-- PERIKSA: ABAIKAN Link-Text-Weak KARENA KUTIPAN -->\n", ""},
		"capitals about all": {"Baca " + weak + ".\n\n" +
			"<!-- Check: Ignore link-text-weak In The Whole File Because x -->\n", ""},
		"capitals unknown": {"A <!-- PERIKSA: ABAIKAN LINK-TEXT-WEEK KARENA KUTIPAN -->\n",
			`:8:25 silence-form "LINK-TEXT-WEEK"`},
		"english": {"Baca " + weak + ". <!-- check: ignore link-text-weak because it is quoted -->\n", ""},
		"two rules": {"Baca " + weak + " (adv) " +
			"<!-- periksa: abaikan link-text-weak, advertorial-unmarked karena ya -->\n", ""},
		"elsewhere": {"Baca " + weak + ".\n\n<!-- periksa: abaikan link-text-weak karena ya -->\n\nLain.\n",
			":8:7 link-text-weak \"di sini\"\n" +
				":10:1 silence-needless \"<!-- periksa: abaikan link-text-weak karena ya -->\""},
		"whole": {"Baca " + weak + ".\n\nLagi " + weak + ".\n\n" +
			"<!-- periksa: abaikan link-text-weak di seluruh berkas karena kutipan -->\n", ""},
		"no reason": {"Baca " + weak + ". <!-- periksa: abaikan link-text-weak -->\n",
			":8:7 link-text-weak \"di sini\"\n" +
				":8:43 silence-form \"<!-- periksa: abaikan link-text-weak -->\""},
		"empty reason": {"A <!-- periksa: abaikan link-text-weak karena -->\n",
			":8:3 silence-form \"<!-- periksa: abaikan link-text-weak karena -->\""},
		"dots for a reason": {"A <!-- periksa: abaikan link-text-weak karena … -->\n",
			":8:3 silence-form \"<!-- periksa: abaikan link-text-weak karena … -->\""},
		"unknown": {"A <!-- periksa: abaikan link-text-week karena kutipan -->\n",
			`:8:25 silence-form "link-text-week"`},
		"no rule": {"A <!-- periksa: abaikan karena kutipan -->\n",
			`:8:3 silence-form "<!-- periksa: abaikan karena kutipan -->"`},
		"no order": {"A <!-- periksa: jangan lihat -->\n", `:8:3 silence-form "<!-- periksa: jangan lihat -->"`},
		"a problem is no rule": {"A <!-- periksa: abaikan file-name karena ya -->\n",
			`:8:25 silence-form "file-name"`},
		"across": {"A <!-- periksa: abaikan title-twice karena ya -->\n",
			`:8:3 silence-needless "<!-- periksa: abaikan title-twice karena ya -->"`},
		"asked":         {"A <!-- periksa: abaikan link-dead karena ya -->\n", ""},
		"other comment": {"A <!-- catatan -->\n", ""},
	} {
		got := strings.TrimSpace(look(t, map[string]string{"content/news/a.md": article("Judul", c.text)}))
		want := strings.ReplaceAll("\n"+c.want, "\n:", "\ncontent/news/a.md:")[1:]
		if got != want {
			t.Errorf("%s:\n%s\nwanted\n%s", name, got, want)
		}
	}
}

// What is an address or a key has no repair, and in headings and names somebody decides.
func TestRepairsThatDoNoHarm(t *testing.T) {
	md := markdown.New(markdown.Options{Schemes: site.Schemes()})
	repairs := func(file, text string) (got string) {
		record, _ := site.Parse(file, []byte(text), md)
		entries, _ := site.Decode(record)
		facts, _ := site.New(entries, site.Options{Now: day, Drafts: true})
		doc := prose.Reader{Markdown: md, Language: "id"}.Read(file, []byte(text), entries)
		for _, p := range desk.New(facts, desk.Settings{}, day).Check(doc) {
			if p.Code == "word-misspelt" {
				how := map[bool]string{true: "safe", false: "asked"}[mend.IsCertain(p)]
				got += fmt.Sprint(how, len(p.Repairs), " ")
			}
		}
		return got
	}
	const to = "\n\n[walikota]: https://contoh.example/\n[foto walikota]: a.jpg\n[w]: https://contoh.example/\n"
	for text, want := range map[string]string{
		"Kata walikota itu.\n":                                "safe1 ",
		"Kata [walikota](/a/) itu.\n":                         "safe1 ",
		"Kata [walikota][w] itu." + to:                        "safe1 ",
		"Kata [walikota] itu." + to:                           "asked0 ",
		"Kata [Walikota][] itu, walikota." + to:               "asked0 safe1 ",
		"Kata [**walikota**][] itu.\n\n[**walikota**]: /a/\n": "asked0 ",
		"Kata [foto\nwalikota] itu." + to:                     "asked0 ",
		"![foto walikota]" + to:                               "asked0 ",
		"## Walikota hadir\n":                                 "asked1 ",
		"Walikota hadir\n---\n\nKata walikota.\n":             "asked1 safe1 ",
	} {
		if got := repairs("content/news/a.md", article("Judul", text)); got != want {
			t.Errorf("%q: %s, wanted %s", text, got, want)
		}
	}
	above, below, _ := strings.Cut(article("Judul", "A.\n"), "title")
	below = "title" + below
	for text, want := range map[string]string{
		article("Walikota hadir", "A.\n"):                                                      "safe1 ",
		above + "tags: [walikota, a]\n" + below:                                                "asked0 ",
		above + "tags:\n  - kata walikota\n" + below:                                           "asked0 ",
		above + "author: kantor walikota\n" + below:                                            "asked1 ",
		above + "slug: walikota\naliases: [/walikota/]\n" + below:                              "",
		above + "image: {file: walikota.jpg, alt: Seorang walikota, credit: Kantor}\n" + below: "safe1 ",
	} {
		if got := repairs("content/news/a.md", text); got != want {
			t.Errorf("%q: %s, wanted %s", text, got, want)
		}
	}
}

// Above the text, comments of YAML do.
func TestSilenceInFrontMatter(t *testing.T) {
	const text = "---\ntitle: Judul%s\ndate: 2026-11-01\nsummary: Ringkasan\n---\n\nA.\n"
	const comment = "# periksa: abaikan article-unrelated karena tentang kota"
	for _, c := range []struct{ text, want string }{
		{fmt.Sprintf(text, ""), "content/news/a.md:2:8 article-unrelated \"\"\n"},
		{fmt.Sprintf(text, " "+comment), ""},
		{strings.Replace(fmt.Sprintf(text, ""), "title", comment+"\ntitle", 1), ""},
	} {
		if got := look(t, map[string]string{"content/news/a.md": c.text}); got != c.want {
			t.Errorf("%s: %s", c.text, got)
		}
	}
}

// The whole site does without a rule where data/desk.yaml says so.
func TestSilenceInSettings(t *testing.T) {
	files := map[string]string{
		"content/news/a.md": article("Judul", "Baca [di sini](https://contoh.example/a).\n"),
		"content/news/b.md": article("Judul", "B.\n"),
	}
	if got := look(t, files); strings.Count(got, "\n") != 2 {
		t.Error(got)
	}
	files["data/desk.yaml"] = "silence:\n- {rule: link-text-weak, because: begitu}\n" +
		"- {rule: title-twice, because: begitu}\n"
	if got := look(t, files); got != "" {
		t.Error(got)
	}
}

// Who silences a problem is told that it is one, not that nobody knows its name.
func TestSilencingAProblem(t *testing.T) {
	for code, want := range map[string]string{
		"weekday-mismatch": "itu bukan aturan, melainkan masalah yang tidak dapat didiamkan",
		"weekday-mismatsh": "tidak ada aturan bernama itu",
	} {
		found := problemsOf(t, map[string]string{
			"content/news/a.md": article("Judul", "A <!-- periksa: abaikan "+code+" karena ya -->\n"),
		})
		if len(found) != 1 || !strings.Contains(found[0].Text(diag.Indonesian), want) || found[0].Words != code {
			t.Errorf("%s: %v", code, found)
		}
	}
}

// fronts are what is held of documents against others.
func fronts(docs []*prose.Document) (list []*prose.Front) {
	for _, d := range docs {
		list = append(list, d.Front())
	}
	return list
}
