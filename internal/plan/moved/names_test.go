package moved

import (
	"fmt"
	"testing"

	"blandongan/internal/plan"
	"blandongan/internal/site"
)

// What is a reason to take one thing for another, and what is none.
func TestLikeness(t *testing.T) {
	for _, c := range []struct {
		old, id, title string
		want           bool
	}{
		{"keran-baru", "keran-tiga", "Keran baru", true}, // the title stayed
		{"ngider-sehat", "ngider-shat", "x", true},       // a letter
		{"air-bersih-hulu", "hulu-air-bersih", "x", true},
		{"peresmian-taman", "peresmian-taman-kota", "x", true},
		{"peresmian-taman-kota", "peresmian-taman", "x", true},
		{"peresmian-taman-kota-hulu-oleh-walikota", "peresmian-taman-kota-hulu-oleh-wali-kota", "x", true},
		{"target-pbb", "target-pbb-2024", "x", true},

		{"target-pbb-2024", "ngider-sehat", "Ngider Sehat", false},
		{"target-pbb-2024", "target-pbb-2025", "Target PBB 2025", false}, // another year
		{"kunjungan-kabupaten-bogor", "kunjungan-kabupaten-bekasi", "x", false},
		{"keran-baru", "keran-tiga", "Baru", false},
		{"hulu", "hilir", "Hilir", false},
		{"…", "-", "!", false},
	} {
		v := vanished{"berita/" + c.old + "/index.html", site.Ref{Kind: "news", ID: c.old}}
		is := newPage(c.id, c.title)
		if _, got := matchNames([]vanished{v}, []plan.ThingPage{is})[v]; got != c.want {
			t.Errorf("%q and %q, %q: %v", c.old, c.id, c.title, got)
		}
		is.Kind = "page"
		if got := matchNames([]vanished{v}, []plan.ThingPage{is}); len(got) > 0 {
			t.Errorf("%q became a thing of another kind", c.old)
		}
	}
}

func newPage(id, title string) plan.ThingPage {
	return plan.ThingPage{Ref: site.Ref{Kind: "news", ID: id}, Path: "berita/" + id + "/index.html", Title: title}
}

// Each new thing is proposed once, to the page it is most like; among many new
// ones it is found too.
func TestMatches(t *testing.T) {
	for _, others := range []int{0, 500} {
		lost, fresh := many(others, "lain")
		for _, id := range []string{"taman-kota", "taman-kota-hulu-dibuka", "pasar-kota"} {
			lost = append(lost, vanished{"berita/" + id + "/index.html", site.Ref{Kind: "news", ID: id}})
		}
		fresh = append(fresh, newPage("taman-kota-hulu", ""))
		found := matchNames(lost[others:], fresh)
		if len(found) != 1 || found[lost[others+1]].ID != "taman-kota-hulu" {
			t.Errorf("beside %d: %v", others, found)
		}
	}
}

// many are vanished pages and as many new ones, of words that twenty share: no
// fewer are a reason to compare more.
func many(n int, word string) ([]vanished, []plan.ThingPage) {
	name := func(i int, what string) string {
		m := n/few + 1
		return fmt.Sprintf("a%d-b%d-c%d-d%d-%s", i%m, i*7%m, i*13%m, i*29%m, what)
	}
	var lost []vanished
	var fresh []plan.ThingPage
	for i := range n {
		id, is := name(i, "lama"), name(i+1, word)
		lost = append(lost, vanished{"berita/" + id + "/index.html", site.Ref{Kind: "news", ID: id}})
		fresh = append(fresh, newPage(is, is+" judul"))
	}
	return lost, fresh
}

func BenchmarkMatches(b *testing.B) {
	lost, fresh := many(10_000, "baru")
	for b.Loop() {
		matchNames(lost, fresh)
	}
}
