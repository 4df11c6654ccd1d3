package register

import (
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
	p := PeopleOf(facts(), "Contoh")
	find := func(name, office string) *Tenure {
		for i := range p.Tenures {
			if x := &p.Tenures[i]; x.Name == name && x.Role == office {
				return x
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
	for _, h := range p.Holders {
		if h.Name == "Cahya" {
			holders++
		}
	}
	if holders != 4 { // with the region by its two names, without it, and short
		t.Errorf("%d offices of whom alone is known", holders)
	}
}

// Of two figures that are as near, the newer is told; money is far at twice or half of all.
func TestNearest(t *testing.T) {
	of := func(period string, v float64) Known {
		return Known{Figure: &site.Figure{Period: value.Period(period)}, Of: v}
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
