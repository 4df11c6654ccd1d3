package destination

import (
	"strings"
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// Whatever the word, a server or a bucket is read from it, or there is something to say.
func FuzzServers(f *testing.F) {
	for _, s := range []string{"", "a@host:22/~/x", "sftp://a@[::1]/x", "https://h/bucket/prefix", "2017",
		"https://a.b/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range []records.Literal{new(SFTP), new(S3)} {
			if p := l.ReadLiteral(s); p != nil && (p.Severity() != diag.Error || p.Text(diag.English) == "" ||
				!strings.Contains(s, "%!") && strings.Contains(p.Text(diag.Indonesian), "%!")) {
				t.Errorf("%T of %q: %+v", l, s, p)
			}
		}
	})
}

func TestServers(t *testing.T) {
	for word, want := range map[string]SFTP{
		"etalase@host.example:2222/home/etalase/public_html": {"etalase", "host.example", 2222,
			"/home/etalase/public_html"},
		"etalase@host.example/~/public_html/": {"etalase", "host.example", 22, "public_html"},
		"sftp://a.b@10.0.0.1/~":               {"a.b", "10.0.0.1", 22, "."},
		"a@host/":                             {"a", "host", 22, "/"},
		"a@[::1]:2022/srv/situs kota":         {"a", "::1", 2022, "/srv/situs kota"},
		"a@[fe80::1]/x":                       {"a", "fe80::1", 22, "/x"},
		"a@host/x/~/y@z":                      {"a", "host", 22, "/x/~/y@z"},
	} {
		var got SFTP
		if p := got.ReadLiteral(word); p != nil || got != want {
			t.Errorf("%q: %+v, %v", word, got, p)
		}
	}
	for _, word := range []string{"", "host/x", "a@host", "@host/x", "a@/x", "a@host:/x", "a@host:0/x",
		"a@host:70000/x", "a@host/x/../y", "a@host//x", "a@-host/x", "a@host/x\x01", "https://a@host/x", `a@host/x\y`} {
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
	for _, word := range []string{"", "s3://bucket", "bucket", "https://s3.example.org",
		"https://s3.example.org/Bucket", "https://s3.example.org/ab", "https://s3.example.org/bucket/../x",
		"https://s3.example.org/bucket/%2e%2e/x", "https://s3.example.org/bucket?x", "ftp://s3.example.org/bucket",
		"https:///bucket"} {
		if p := new(S3).ReadLiteral(word); p == nil || p.Code != "bad-s3" {
			t.Errorf("%q: %v", word, p)
		}
	}
	for _, word := range []string{"http://s3.example.org/bucket", "http://10.0.0.1:9000/bucket",
		"http://localhost.example/bucket"} {
		if s := new(S3); s.ReadLiteral(word) != nil || !s.plain() {
			t.Errorf("%q can be read on its way", word)
		}
	}
}

// An address for people names the port only where it is not the usual one.
func TestNames(t *testing.T) {
	for want, got := range map[string]string{
		"sftp://host.example/srv":      SFTP{Host: "Host.example", Port: 22}.Name("/srv"),
		"sftp://host.example:2222/srv": SFTP{Host: "host.example", Port: 2222}.Name("/srv"),
		"sftp://[::1]:2222/srv":        SFTP{Host: "::1", Port: 2222}.Name("/srv"),
		"host.example:22":              SFTP{Host: "Host.example"}.HostPort(),
		"s3://h:9000/bucket/a/b":       S3{Bucket: "bucket", Prefix: "a/b/"}.Name("h:9000"),
		"s3://h/bucket":                S3{Bucket: "bucket"}.Name("h"),
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
