package plan

import (
	"testing"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

func TestOwn(t *testing.T) {
	published := func(bases ...value.BaseURL) *planner {
		return &planner{bases: basesOf(&site.Site{Facts: &site.Facts{Bases: bases}})}
	}
	root := published("https://contoh.example/", "http://127.0.0.1:8080")
	below := published("https://www.contoh.example/kota besar/")
	for _, c := range []struct {
		p               *planner
		address, rooted string
		is              owner
	}{
		{root, "https://contoh.example", "/", ours},
		{root, "https://contoh.example?a", "/?a", ours},
		{root, "http://WWW.Contoh.Example:80/a/?b#c", "/a/?b#c", ours},
		{root, "HTTPS://contoh.example.:443/#c", "/#c", ours},
		{root, "http://127.0.0.1:8080/a", "/a", ours},
		{root, "http://127.0.0.1:8081/a", "", private},
		{root, "https://contoh.example:80/a", "", others},
		{root, "https://contoh.example.lain.id/a", "", others},
		{root, "https://contoh.example@lain.id/a", "", others},
		{root, "https://user@contoh.example/a", "/a", ours},
		{root, "https://user:sandi@www.contoh.example:443/a#b", "/a#b", ours},
		{root, "http://user@localhost:1313/a", "", private},
		{root, "/a", "", others},
		{root, "ftp://localhost/a", "", others},
		{below, "https://contoh.example/kota%20besar/a%2fb", "/a%2fb", ours},
		{below, "https://contoh.example/kota besar", "/", ours},
		{below, "https://contoh.example/kota%20besar-lain/", "", others},
		{below, "https://contoh.example/", "", others},
	} {
		if rooted, is := c.p.own(c.address); is != c.is || is == ours && rooted != c.rooted {
			t.Errorf("%s: %q %d, not %q %d", c.address, rooted, is, c.rooted, c.is)
		}
	}
}
