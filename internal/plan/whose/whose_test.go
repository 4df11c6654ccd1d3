package whose

import (
	"testing"

	"blandongan/internal/site/value"
)

func TestOwn(t *testing.T) {
	published := func(bases ...value.BaseURL) Bases { return BasesOf(bases) }
	root := published("https://contoh.example/", "http://127.0.0.1:8080")
	below := published("https://www.contoh.example/kota besar/")
	for _, c := range []struct {
		bases           Bases
		address, rooted string
		is              Owner
	}{
		{root, "https://contoh.example", "/", Ours},
		{root, "https://contoh.example?a", "/?a", Ours},
		{root, "http://WWW.Contoh.Example:80/a/?b#c", "/a/?b#c", Ours},
		{root, "HTTPS://contoh.example.:443/#c", "/#c", Ours},
		{root, "http://127.0.0.1:8080/a", "/a", Ours},
		{root, "http://127.0.0.1:8081/a", "", Private},
		{root, "https://contoh.example:80/a", "", Others},
		{root, "https://contoh.example.lain.id/a", "", Others},
		{root, "https://contoh.example@lain.id/a", "", Others},
		{root, "https://user@contoh.example/a", "/a", Ours},
		{root, "https://user:sandi@www.contoh.example:443/a#b", "/a#b", Ours},
		{root, "http://user@localhost:1313/a", "", Private},
		{root, "/a", "", Others},
		{root, "ftp://localhost/a", "", Others},
		{below, "https://contoh.example/kota%20besar/a%2fb", "/a%2fb", Ours},
		{below, "https://contoh.example/kota besar", "/", Ours},
		{below, "https://contoh.example/kota%20besar-lain/", "", Others},
		{below, "https://contoh.example/", "", Others},
	} {
		if rooted, is := c.bases.Own(c.address); is != c.is || is == Ours && rooted != c.rooted {
			t.Errorf("%s: %q %d, not %q %d", c.address, rooted, is, c.rooted, c.is)
		}
	}
}
