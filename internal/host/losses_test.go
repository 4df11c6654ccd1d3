package host_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"blandongan/internal/host"
)

func TestLosses(t *testing.T) {
	files := func(n int, name string) (s host.Site) {
		for i := range n {
			s.Redirects = append(s.Redirects,
				host.Redirect{From: fmt.Sprintf("/lama/%s%d.pdf", name, i), To: "/berita/uji/"})
		}
		return s
	}
	long := strings.Repeat("a", 70)
	odd := host.Site{Redirects: []host.Redirect{
		{From: "/a/*.pdf", To: "/c/"}, {From: "/:b/", To: "/c/"},
		{From: "/d%20e.pdf", To: "/c/"}, {From: "/%C3%A9/", To: "/c/"}, {From: "/f.pdf", To: "/c/"},
	}}
	for _, c := range []struct {
		service string
		site    host.Site
		want    host.Losses
	}{
		{"cloudflare", files(2000, ""), host.Losses{}},
		{"cloudflare", files(2001, ""), host.Losses{Rules: 2001, Limit: 2000}},
		{"gitlab", files(1000, ""), host.Losses{}},
		{"gitlab", files(1001, ""), host.Losses{Rules: 1001, Limit: 1000}},
		{"gitlab", files(700, long), host.Losses{Bytes: 70590, Most: 65536}},
		{"netlify", files(10000, ""), host.Losses{}},
		{"netlify", files(10001, ""), host.Losses{Rules: 10001, Limit: 10000}},
		{"nginx", files(10001, long), host.Losses{}},
		{"cloudflare", files(1, strings.Repeat("a", 1960)), host.Losses{}},
		{"cloudflare", files(1, strings.Repeat("a", 2000)),
			host.Losses{Long: []string{"/lama/" + strings.Repeat("a", 2000) + "0.pdf"}, Line: 2000}},
		{"cloudflare", odd, host.Losses{Odd: []string{"/a/*.pdf", "/:b/"}}},
		{"netlify", odd, host.Losses{Odd: []string{"/a/*.pdf", "/:b/"}}},
		{"gitlab", odd, host.Losses{Odd: []string{"/a/*.pdf", "/:b/", "/d e.pdf", "/é/"}}},
		{"github", odd, host.Losses{Odd: []string{"/a/*.pdf", "/:b/", "/d e.pdf", "/f.pdf"}}},
		{"caddy", odd, host.Losses{}},
	} {
		if got := c.site.LossesAt(c.service); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, not %+v", c.service, got, c.want)
		}
	}
}
