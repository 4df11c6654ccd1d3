package register

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"testing"
	"time"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// facts are of a city with a mayor after another, who was deputy before.
func facts() *site.Facts {
	role := func(s string) site.Text { return site.TextOf(map[string]string{"id": s}) }
	f := &site.Facts{}
	f.City.Name = "Kota Contoh"
	f.City.Head = &site.Head{Name: "Budi Utama", Role: role("Wali Kota Contoh"), AsOf: "2022-08-09"}
	f.Visits = []site.Visit{
		{Start: "2017-08-03", Hosts: []site.Person{{Name: "Budi Utama", Role: role("Wakil Wali Kota Contoh")}}},
		{Start: "2019-12-11", Hosts: []site.Person{
			{Name: "Ani Lestari", Role: role("Wali Kota Contoh")}, {Name: "Budi Utama", Role: role("Ketua Panitia")},
			{Name: "Cahya", Role: role("Sekretaris Daerah Kota Contoh")},
		}},
	}
	return f
}

// Offices go from one to the next: who held one before somebody else does not hold it behind that day.
func TestSuccession(t *testing.T) {
	p := PeopleOf(FactsOf(facts()), "Contoh")
	find := func(name, office string) *Tenure {
		for _, list := range p.Tenures {
			for _, x := range list {
				if x.Name == name && x.Role == office {
					return x
				}
			}
		}
		t.Fatalf("%s was never %s", name, office)
		return nil
	}
	day := func(s string) Time {
		at, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return Time{First: at, Last: at, Said: true}
	}
	for _, c := range []struct{ name, office, on, want string }{
		{"Ani Lestari", "Wali Kota Contoh", "2023-07-12", "Budi Utama"},
		{"Ani Lestari", "Wali Kota Contoh", "2021-01-01", ""},
		{"Ani Lestari", "Wali Kota Contoh", "2016-01-01", ""},
		{"Budi Utama", "Wali Kota Contoh", "2017-03-09", "Budi Utama"},
		{"Budi Utama", "Wali Kota Contoh", "2025-01-01", ""},
		{"Budi Utama", "Wakil Wali Kota Contoh", "2024-01-01", "Budi Utama"},
		{"Budi Utama", "Ketua Panitia", "2024-01-01", ""},
	} {
		got := ""
		if other := p.Contradiction(find(c.name, c.office), day(c.on)); other != nil {
			got = other.Name
		}
		if got != c.want {
			t.Errorf("%s, %s, %s: %q, not %q", c.name, c.office, c.on, got, c.want)
		}
	}
	holders := 0
	for _, list := range p.Holders {
		for _, h := range list {
			if h.Name == "Cahya" {
				holders++
			}
		}
	}
	if holders != 4 { // with the region by its two names, without it, and short
		t.Errorf("%d offices of whom alone is known", holders)
	}
}

// An office without words is none; those around it are blanks.
func TestNoOffice(t *testing.T) {
	f := facts()
	for _, role := range []string{", anggota", " ", " , ", "   Contoh"} {
		f.Visits[0].Hosts = append(f.Visits[0].Hosts,
			site.Person{Name: "Dewi Sari", Role: site.TextOf(map[string]string{"id": role})})
	}
	p := PeopleOf(FactsOf(f), "Contoh")
	if len(p.ByWord["dewi"]) != 1 {
		t.Error("whoever has no office is known still")
	}
	for _, x := range slices.Concat(slices.Collect(maps.Values(p.Tenures))...) {
		if len(x.Office) == 0 || len(x.Short) == 0 {
			t.Errorf("%q", x.Role)
		}
	}
}

// hosts are so many people of one family who all hold the same office on different days.
func hosts(n int) *site.Facts {
	f := facts()
	role := site.TextOf(map[string]string{"id": "Ketua RT Contoh"})
	for i := range n {
		f.Visits = append(f.Visits, site.Visit{
			Start: "2020-01-01", Hosts: []site.Person{{Name: fmt.Sprintf("Budi Nomor %d", i), Role: role}},
		})
	}
	return f
}

// BenchmarkHosts shall take twice as long for twice as many.
func BenchmarkHosts(b *testing.B) {
	for _, n := range []int{2000, 8000} {
		f := hosts(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				PeopleOf(FactsOf(f), "Contoh")
			}
		})
	}
}

// Of two figures that are as near, the newer is told; money is far at twice or half of all.
func TestNearest(t *testing.T) {
	of := func(period string, v float64) Known {
		return Known{Period: value.Period(period), Amount: v}
	}
	list := []Known{of("2010", 100), of("2020", 120), of("2024", 120)}
	if k := Nearest(list, 121); k.Period != "2024" {
		t.Error(k.Period)
	}
	if len(OfYear(list, 2020)) != 1 || len(OfYear(list, 0)) != 0 || len(OfYear(list, 2011)) != 0 {
		t.Error("of a year")
	}
	if IsFarMoney(list, 60) || !IsFarMoney(list, 40) || !IsFarMoney(list, 250) {
		t.Error("far money")
	}
	if !IsNearYear(list, 2022, "jiwa") || IsNearYear(list, 2022, "rupiah") || IsNearYear(list, 2015, "jiwa") {
		t.Error("near years")
	}
}
