package build_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

// told are files of a site of which the desk has something to say, by all that it knows.
func told(t *testing.T) map[string]string {
	files := base(t)
	files["data/city.yaml"] += "short_name: Contoh\nestablished: {date: 1990-05-02, source: kabar}\n" +
		"head: {title: Wali Kota, name: Budi Santoso, source: kabar}\n" +
		"neighbours: [{name: Kota Seberang, side: north}]\n"
	files["data/kecamatan/hulu.yaml"] += "head: {title: Camat, name: Siti Rahmawati, source: kabar}\n"
	files["data/programs/air-bersih.yaml"] = strings.Replace(files["data/programs/air-bersih.yaml"],
		"at: 2024-05,", "at: 2019-05,", 1)
	files["data/adoptions/seberang.yaml"] = strings.Replace(files["data/adoptions/seberang.yaml"],
		"last_checked: 2024", "last_checked: 2019", 1)
	files["data/site.yaml"] = strings.Replace(files["data/site.yaml"], "{email: halo@contoh.example}",
		"\n  email: halo@contoh.example\n  phone: 0813 1111 2222", 1)
	files["data/desk.yaml"] = "words: [terimakasih]\nmisspellings: [{wrong: kran, right: keran}]\n" +
		"silence: [{rule: title-twice, because: begitu}]\n"
	files["data/regions.yaml"] = "tegalan:\n  kind: city\n  name: Tegalan\n" +
		"  nicknames: [Kota Angin]\n  source: [kabar]\n"
	files["data/visits/tamu.yaml"] += "hosts:\n  - {name: Rahmat Hidayat, role: Wakil Wali Kota}\n"
	files["content/news/banyak.md"] = "---\ntitle: Tamu datang\ndate: 2024-05-09\nsummary: Ringkas.\n" +
		"kecamatan: [hulu]\n---\n\nTerimakasih, kata Wali Kota Budi Santosa. Camat Hulu, Siti Rahmawti, ada. " +
		"Jumlah penduduk Kota Contoh 4.000 jiwa pada 2020. Penduduk Kecamatan Hulu 1.500 jiwa pada 2020. " +
		"Luas Kecamatan Hulu 99 km² pada 2019. " +
		"Kota Contoh berdiri pada 2 Mei 1991. Kecamatan Hulo dan Kelurahan Mata Ayr ramai. " +
		"Wakil Wali Kota Rahmat Hidayt hadir. Kota Tegalan, jauh. Kota Contoh berjuluk Kota Angin. " +
		"Kran di Kelurahan Muara, Kecamatan Hulu. Kabupaten Tegalan dan Kabupaten Contoh. " +
		"Kota ini punya 3 kecamatan dan 9 kelurahan. Hubungi 0813-1111-2222.\n"
	return files
}

// What the desk found once and remembers is what it finds anew, whatever line changes of whatever
// it is told. A title of a page makes it look at that page alone.
func TestDeskRemembers(t *testing.T) {
	if testing.Short() {
		t.Skip("two builds for each line")
	}
	files := told(t)
	alter := strings.NewReplacer("Contoh", "Teladan", "Hulu", "Puncak", "1", "7", "2", "6", "a", "e")
	dir := t.TempDir()
	write(t, dir, files)
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	look := func(b *build.Builder) (build.Report, diag.List) {
		r, _, err := b.Build(noon)
		if err != nil {
			t.Fatal(err)
		}
		return r, r.Quote(r.Findings.All())
	}
	config := build.Config{Root: root, Templates: builtin, Desk: true, Again: true}
	warm := build.New(config)
	_, before := look(warm)
	changed := map[string]int{} // how many lines of a file changed what is found in others
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(name, ".yaml") && name != "content/pages/tentang.md" {
			continue
		}
		lines := strings.SplitAfter(files[name], "\n")
		for i, line := range lines {
			key, rest, isKey := strings.Cut(line, ": ")
			if !isKey {
				continue
			}
			changes := []string{key + ": " + alter.Replace(rest)}
			if i == 1 {
				changes = append(changes, key+": [\n") // nobody can read that
			}
			for _, other := range changes {
				text := strings.Join(slices.Concat(lines[:i], []string{other}, lines[i+1:]), "")
				write(t, dir, map[string]string{name: text})
				_, got := look(warm)
				_, want := look(build.New(config))
				if !reflect.DeepEqual(got, want) {
					t.Fatalf("%s:%d: %q: found\n%v, and anew\n%v", name, i+1, other, got, want)
				}
				mine := func(p diag.Problem) bool { return p.Place.File == name }
				others := slices.DeleteFunc(slices.Clone(before), mine)
				if !reflect.DeepEqual(slices.DeleteFunc(want, mine), others) {
					changed[name]++
				}
			}
		}
		write(t, dir, map[string]string{name: files[name]})
	}
	look(warm)
	for _, name := range []string{"data/site.yaml", "data/city.yaml", "data/indicators.yaml", "data/sources.yaml",
		"data/kecamatan/hulu.yaml", "data/visits/tamu.yaml", "data/desk.yaml", "data/regions.yaml"} {
		if changed[name] == 0 {
			t.Errorf("nothing that the desk finds depends on %s", name)
		}
	}
	for _, c := range []struct {
		name, old, now string
		least, most    int // of texts that it looks at anew
	}{
		{"content/pages/tentang.md", "title: ", "title: Lain ", 1, 1},
		{"content/news/keran-baru.md", "title: ", "title: Lain ", 1, 1},
		{"data/site.yaml", "title: ", "title: Lain ", 1, 1},
		{"data/city.yaml", "name: ", "name: Lain ", 5, 100},
		{"data/city.yaml", "value: 3000", "value: 3001", 2, 2},          // itself, and who tells of it
		{"data/kecamatan/hulu.yaml", "value: 1000", "value: 999", 2, 2}, // not the other kecamatan
		{"data/kecamatan/hulu.yaml", "summary: ", "summary: Lain ", 1, 1},
		{"data/visits/tamu.yaml", "title: ", "title: Lain ", 1, 1},
	} {
		name := c.name
		write(t, dir, map[string]string{name: strings.Replace(files[name], c.old, c.now, 1)})
		if r, _ := look(warm); r.Reviewed < c.least || r.Reviewed > c.most {
			t.Errorf("%s: %q: the desk looked at %d texts anew", name, c.now, r.Reviewed)
		}
		write(t, dir, map[string]string{name: files[name]})
		look(warm)
	}
}

// All that is found is counted, also where most is not told one by one.
func TestNothingFoundDisappears(t *testing.T) {
	files := base(t)
	const name = "content/news/tamu-datang.md"
	files[name] += strings.Repeat("\nTerimakasih, kata warga.\n", 900)
	dir := t.TempDir()
	write(t, dir, files)
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	b := build.New(build.Config{Root: root, Templates: builtin, Desk: true})
	r, _, err := b.Build(noon)
	if err != nil {
		t.Fatal(err)
	}
	all := r.Findings.All()
	capped := all.Capped(diag.MostTold).Capped(diag.MostTold)
	errors, warnings := capped.Count()
	if n := errors + warnings + capped.Notes(); n < 900 || n != len(all) || len(capped) > 2*diag.MostTold {
		t.Errorf("of %d findings %d are counted, %d told", len(all), n, len(capped))
	}
}
