package destination

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"blandongan/internal/diag"
)

func parseText(text string) (*File, diag.List) { return parse([]byte(text)) }

func TestDefaults(t *testing.T) {
	file, problems := parseText("targets:\n  utama: {folder: a, releases: true}\n" +
		"  b-c: {sftp: a@h/x, address: \"https://lain.example/kota\"}\n" +
		"  d: {s3: \"https://h/bucket\", connections: 2}\n")
	if problems != nil {
		t.Fatal(problems)
	}
	p := file.complete("https://contoh.example")
	utama, b, d := p.Destinations[0], p.Destinations[1], p.Destinations[2]
	if p.Grace != 7 || utama.Keep != 5 || utama.Address != "https://contoh.example/" || b.Connections != 4 ||
		b.Address != "https://lain.example/kota/" || d.Connections != 2 {
		t.Errorf("%+v", p)
	}
	if utama.Kind() != "folder" || b.Kind() != "sftp" || d.Kind() != "s3" ||
		b.Password() != "BLANDONGAN_PASSWORD_B_C" || b.Passphrase() != "BLANDONGAN_PASSPHRASE_B_C" {
		t.Errorf("%+v", p)
	}
	if file.Destinations[0].Keep != 0 {
		t.Error("the file was changed")
	}
	file, _ = parseText("grace: 0\ntargets: {a: {folder: b}}\n")
	if p := file.complete(""); p.Grace != 0 {
		t.Errorf("a grace of none became %d", p.Grace)
	}
}

// Which folders cannot be destinations, by what is written alone.
func TestHoldsOwn(t *testing.T) {
	for folder, want := range map[string]bool{
		"data": true, "./content/news": true, "public/": true, "templates/../data": true, ".": true, "./": true,
		"..": true, "../..": true, "web/../..": true,
		"": false, "web": false, "public-live": false, "../live": false, "../data": false, "/data": false,
		"~/data": false, "web/data": false, "..live": false,
	} {
		if holdsOwn(folder) != want {
			t.Errorf("%q: %v", folder, !want)
		}
	}
}

func TestDestinationsAtOnePlace(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"folder: ../live", "folder: ../x/../live/"}:       true,
		{"folder: ../live", "folder: ../live2"}:            false,
		{"sftp: a@H.example/x", "sftp: a@h.example:22/x/"}: true,
		{"sftp: a@h.example/x", "sftp: a@h.example/~/x"}:   false,
		{"sftp: a@h.example/x", "sftp: a@h.example:23/x"}:  false,
		// each may be shown a root of its own
		{"sftp: a@h.example/x", "sftp: b@h.example/x"}:                          false,
		{"s3: https://s3.example/bucket/a", "s3: https://S3.example/bucket/a/"}: true,
		{"s3: https://s3.example/bucket/a", "s3: https://s3.example/bucket"}:    false,
		{"s3: https://s3.example/b", "s3: https://s3.example/b"}:                false, // at fault already
		{"folder: ../live", "sftp: a@h.example/x"}:                              false,
	} {
		_, problems := parseText("targets:\n  satu: {" + pair[0] + "}\n  dua: {" + pair[1] + "}\n")
		if got := slices.ContainsFunc(problems,
			func(p diag.Problem) bool { return p.Code == "target-twice" && p.Place.Line == 3 }); got != want {
			t.Errorf("%v: %v", pair, problems)
		}
	}
}

func TestDestinationsInsideEachOther(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"folder: ../live, releases: true", "folder: ../live/current"}:   true,
		{"folder: ../live/current", "folder: ../live, releases: true"}:   true,
		{"folder: ../live", "folder: ../x/../live/sub/"}:                 false,
		{"folder: ../live", "folder: ../live/sub, releases: true"}:       false,
		{"folder: /", "folder: /srv/live"}:                               false,
		{"folder: ~/live", "folder: ~/live/uji"}:                         false,
		{"folder: ~/live, releases: true", "folder: ~/live/uji"}:         true,
		{"folder: /srv, releases: true", "folder: /srv/x/../live/sub/"}:  true,
		{"folder: ../live", "folder: ../live-uji"}:                       false,
		{"folder: ../live", "folder: ../live"}:                           false, // told as the same place
		{"folder: ../live", "folder: ../../live/sub"}:                    false,
		{"sftp: a@h.example/x, releases: true", "sftp: a@h.example/x/y"}: false, // told as it keeps none there
	} {
		_, problems := parseText("targets:\n  satu: {" + pair[0] + "}\n  dua: {" + pair[1] + "}\n")
		if got := slices.ContainsFunc(problems,
			func(p diag.Problem) bool { return p.Code == "target-within" && p.Place.Line == 3 }); got != want {
			t.Errorf("%v: %v", pair, problems)
		}
	}
}

// What stands in the file is read anew each time, and nothing of one that is at fault.
func TestRead(t *testing.T) {
	if file, known := Read(fstest.MapFS{}, ""); file != nil || !known {
		t.Errorf("of no file: %+v, %v", file, known)
	}
	for text, want := range map[string]bool{
		"targets: {utama: {folder: ../live}}\n":                                       true,
		"grace: 3\ntargets: {utama: {folder: ../live}, lain: {sftp: a@host/x}}\n":     true,
		"targets: {utama: {folder: data}}\n":                                          false,
		"targets: {utama: {folder: ../live}\n":                                        false,
		"targets: {utama: {folder: ../live}}\n" + strings.Repeat("# long\n", 200_000): false,
		"targets: {utama: {folder: ../live, password: " + secret + "}}\n":             false,
		"targets: {utama: {folder: ../live}}\n# caf\xe9\n":                            false,
	} {
		file, known := Read(fstest.MapFS{Path: {Data: []byte(text)}}, "https://contoh.example/")
		if known != want || known != (file != nil) {
			t.Errorf("%.80q: %+v, %v", text, file, known)
			continue
		}
		if want && (file.Destinations[0].Folder != "../live" ||
			file.Destinations[0].Address != "https://contoh.example/" ||
			len(file.Destinations) == 2 && file.Grace != 3) {
			t.Errorf("%q: %+v", text, file)
		}
	}
}
