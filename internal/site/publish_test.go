package site

import (
	"slices"
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/records"
)

func TestServers(t *testing.T) {
	for word, want := range map[string]SFTP{
		"etalase@host.example:2222/home/etalase/public_html": {"etalase", "host.example", 2222, "/home/etalase/public_html"},
		"etalase@host.example/~/public_html/":                {"etalase", "host.example", 22, "public_html"},
		"sftp://a.b@10.0.0.1/~":                              {"a.b", "10.0.0.1", 22, "."},
		"a@host/":                                            {"a", "host", 22, "/"},
		"a@[::1]:2022/srv/situs kota":                        {"a", "::1", 2022, "/srv/situs kota"},
		"a@[fe80::1]/x":                                      {"a", "fe80::1", 22, "/x"},
		"a@host/x/~/y@z":                                     {"a", "host", 22, "/x/~/y@z"},
	} {
		var got SFTP
		if p := got.ReadLiteral(word); p != nil || got != want {
			t.Errorf("%q: %+v, %v", word, got, p)
		}
	}
	for _, word := range []string{"", "host/x", "a@host", "@host/x", "a@/x", "a@host:/x", "a@host:0/x", "a@host:70000/x", "a@host/x/../y", "a@host//x", "a@-host/x", "a@host/x\x01", "https://a@host/x", `a@host/x\y`} {
		if p := new(SFTP).ReadLiteral(word); p == nil || p.Code != "bad-sftp" {
			t.Errorf("%q: %v", word, p)
		}
	}
}

func TestBuckets(t *testing.T) {
	for word, want := range map[string]S3{
		"https://s3.example.org/bucket/prefix":   {"https://s3.example.org", "bucket", "prefix/"},
		"http://127.0.0.1:9000/bucket/a/b/":      {"http://127.0.0.1:9000", "bucket", "a/b/"},
		"http://[::1]:9000/bucket":               {"http://[::1]:9000", "bucket", ""},
		"https://s3.example.org/bucket/situs%20": {"https://s3.example.org", "bucket", "situs /"},
	} {
		var got S3
		if p := got.ReadLiteral(word); p != nil || got != want || got.plain() {
			t.Errorf("%q: %+v, %v", word, got, p)
		}
	}
	for _, word := range []string{"", "s3://bucket", "bucket", "https://s3.example.org", "https://s3.example.org/Bucket", "https://s3.example.org/ab", "https://s3.example.org/bucket/../x", "https://s3.example.org/bucket/%2e%2e/x", "https://s3.example.org/bucket?x", "ftp://s3.example.org/bucket", "https:///bucket"} {
		if p := new(S3).ReadLiteral(word); p == nil || p.Code != "bad-s3" {
			t.Errorf("%q: %v", word, p)
		}
	}
	for _, word := range []string{"http://s3.example.org/bucket", "http://10.0.0.1:9000/bucket", "http://localhost.example/bucket"} {
		if s := new(S3); s.ReadLiteral(word) != nil || !s.plain() {
			t.Errorf("%q can be read on its way", word)
		}
	}
}

func decodePublish(text string) (*Entry, diag.List) {
	r, problems := records.Parse(PublishFile, Guard(PublishFile, []byte(text)), markdown.New(markdown.Options{}))
	entries, more := Decode(r)
	return entries[0], append(problems, more...)
}

func TestPublishDefaults(t *testing.T) {
	e, problems := decodePublish("targets:\n  utama: {folder: a, releases: true}\n  b-c: {sftp: a@h/x, address: \"https://lain.example/kota\"}\n  d: {s3: \"https://h/bucket\", connections: 2}\n")
	if problems != nil {
		t.Fatal(problems)
	}
	p := PublishOf(e, "https://contoh.example")
	utama, b, d := p.Targets[0], p.Targets[1], p.Targets[2]
	if p.Grace != 7 || utama.Keep != 5 || utama.Address != "https://contoh.example/" || b.Connections != 4 || b.Address != "https://lain.example/kota/" || d.Connections != 2 {
		t.Errorf("%+v", p)
	}
	if utama.Kind() != "folder" || b.Kind() != "sftp" || d.Kind() != "s3" || b.Password() != "BLANDONGAN_PASSWORD_B_C" || b.Passphrase() != "BLANDONGAN_PASSPHRASE_B_C" {
		t.Errorf("%+v", p)
	}
	if e.Value.(*Publish).Targets[0].Keep != 0 {
		t.Error("the entry was changed")
	}
	e, _ = decodePublish("grace: 0\ntargets: {a: {folder: b}}\n")
	if p := PublishOf(e, ""); p.Grace != 0 {
		t.Errorf("a grace of none became %d", p.Grace)
	}
}

// Which folders cannot be targets, by what is written alone.
func TestHoldsOwn(t *testing.T) {
	for folder, want := range map[string]bool{
		"data": true, "./content/news": true, "public/": true, "templates/../data": true, ".": true, "./": true, "..": true, "../..": true, "web/../..": true,
		"": false, "web": false, "public-live": false, "../live": false, "../data": false, "/data": false, "~/data": false, "web/data": false, "..live": false,
	} {
		if holdsOwn(folder) != want {
			t.Errorf("%q: %v", folder, !want)
		}
	}
}

func TestTargetsAtOnePlace(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"folder: ../live", "folder: ../x/../live/"}:                            true,
		{"folder: ../live", "folder: ../live2"}:                                 false,
		{"sftp: a@H.example/x", "sftp: a@h.example:22/x/"}:                      true,
		{"sftp: a@h.example/x", "sftp: a@h.example/~/x"}:                        false,
		{"sftp: a@h.example/x", "sftp: a@h.example:23/x"}:                       false,
		{"sftp: a@h.example/x", "sftp: b@h.example/x"}:                          false, // each may be shown a root of its own
		{"s3: https://s3.example/bucket/a", "s3: https://S3.example/bucket/a/"}: true,
		{"s3: https://s3.example/bucket/a", "s3: https://s3.example/bucket"}:    false,
		{"s3: https://s3.example/b", "s3: https://s3.example/b"}:                false, // at fault already
		{"folder: ../live", "sftp: a@h.example/x"}:                              false,
	} {
		_, problems := decodePublish("targets:\n  satu: {" + pair[0] + "}\n  dua: {" + pair[1] + "}\n")
		if got := slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Code == "target-twice" && p.Place.Line == 3 }); got != want {
			t.Errorf("%v: %v", pair, problems)
		}
	}
}

func TestTargetsInsideEachOther(t *testing.T) {
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
		_, problems := decodePublish("targets:\n  satu: {" + pair[0] + "}\n  dua: {" + pair[1] + "}\n")
		if got := slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Code == "target-within" && p.Place.Line == 3 }); got != want {
			t.Errorf("%v: %v", pair, problems)
		}
	}
}
