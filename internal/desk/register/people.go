package register

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// People are whom the data know.
type People struct {
	Words   map[string]bool      // of their names
	ByWord  map[string][]*Person // by each of them
	Tenures []Tenure
	Holders []Holder

	main    string   // the site's language
	regions []string // the city as offices name it, in small letters
}

// Person is one of them.
type Person struct {
	Words []string // of the name, in small letters
	Name  string
}

// Tenure is an office that somebody is known to hold on a day, or since one.
type Tenure struct {
	*Person
	Role    string   // as it is written
	Office  []string // in small letters
	Short   []string // without our region: wakil wali kota
	English []string // the same in English
	On      string   // the day, 2006-01-02
	Since   bool     // they began then
}

// Holder is an office of our city, and the only one who is known to hold it.
type Holder struct {
	*Person
	Office []string // in small letters
	Whole  bool     // the office names its region
}

// PeopleOf returns whom the data know, with their offices. bare is the name of the city without the
// word for its kind.
func PeopleOf(f *site.Facts, bare string) *People {
	p := &People{Words: map[string]bool{}, ByWord: map[string][]*Person{}, main: f.Main.String()}
	for _, name := range []string{f.City.Name, bare, f.City.ShortName} {
		if name != "" {
			p.regions = append(p.regions, strings.ToLower(name))
		}
	}
	p.addHead(f.City.Head)
	for i := range f.Kecamatan {
		p.addHead(f.Kecamatan[i].Head)
	}
	for i := range f.Visits {
		v := &f.Visits[i]
		day := v.Day().First()
		if v.LedBy != nil {
			p.person(v.LedBy.Name)
		}
		for j := range v.Hosts {
			p.addTenure(p.person(v.Hosts[j].Name), v.Hosts[j].Role, day, false)
		}
		for j := range v.Loci {
			p.person(v.Loci[j].Host)
		}
	}
	p.addHolders()
	return p
}

func (p *People) addHead(h *site.Head) {
	if h == nil {
		return
	}
	who := p.person(h.Name)
	if day := cmp.Or(h.Since, h.AsOf); day != "" {
		p.addTenure(who, h.Role, day.First(), h.Since != "")
	}
}

// shortest is below how many letters a word is a name by which nobody is known.
const shortest = 3

// person returns whom a name is of, nil for no name.
func (p *People) person(name string) *Person {
	low := strings.Fields(strings.ToLower(name))
	if len(low) == 0 {
		return nil
	}
	for _, known := range p.ByWord[low[0]] {
		if slices.Equal(known.Words, low) {
			return known
		}
	}
	who := &Person{low, name}
	for _, w := range low {
		if !slices.Contains(p.ByWord[w], who) {
			p.ByWord[w] = append(p.ByWord[w], who)
		}
		if len(w) >= shortest {
			p.Words[w] = true
		}
	}
	return who
}

func (p *People) addTenure(who *Person, role site.Text, day string, since bool) {
	said := role.In("id", p.main)
	if who == nil || said == "" || day == "" {
		return
	}
	low, _, _ := strings.Cut(strings.ToLower(said), ",")
	english, _, _ := strings.Cut(strings.ToLower(role.In("en", "en")), " of ")
	english, _, _ = strings.Cut(english, ",")
	x := Tenure{
		Person: who, Role: said, Office: strings.Fields(low), Short: strings.Fields(p.short(low)),
		English: strings.Fields(english), On: day, Since: since,
	}
	p.Tenures = append(p.Tenures, x)
	if len(x.Short) == len(x.Office) {
		return
	}
	first := x.Office
	for _, region := range p.regions { // by its other names
		office := slices.Concat(x.Short, strings.Fields(region))
		if last := len(x.Short); !slices.Equal(office, first) && office[last] != office[last-1] { // no kota kota
			x.Office = office
			p.Tenures = append(p.Tenures, x)
		}
	}
}

// short is an office without the region that it is of, where that is ours.
func (p *People) short(office string) string {
	for _, region := range p.regions {
		short, of := strings.CutSuffix(office, " "+region)
		if of && short != "wali" && short != "wakil wali" {
			return short
		}
	}
	return office
}

// addHolders finds the offices that one person alone is known to hold.
func (p *People) addHolders() {
	has := func(who *Person, office []string) bool {
		return slices.ContainsFunc(p.Holders, func(h Holder) bool {
			return h.Person == who && slices.Equal(h.Office, office)
		})
	}
	for i := range p.Tenures {
		x := &p.Tenures[i]
		if slices.ContainsFunc(p.Tenures, func(y Tenure) bool { return y.is(x) && y.Person != x.Person }) ||
			has(x.Person, x.Office) {
			continue
		}
		p.Holders = append(p.Holders, Holder{x.Person, x.Office, true})
		if has(x.Person, x.Short) {
			continue
		}
		p.Holders = append(p.Holders, Holder{x.Person, x.Short, false})
		if slices.Equal(x.Short, []string{"sekretaris", "daerah"}) {
			p.Holders = append(p.Holders, Holder{x.Person, []string{"sekda"}, false})
		}
	}
}

// is says whether two know of one office.
func (x *Tenure) is(y *Tenure) bool { return slices.Equal(x.Short, y.Short) }

// Day is when somebody is known to hold an office, or since when.
func (x *Tenure) Day() string {
	if x.Since {
		return x.On + " –"
	}
	return x.On
}

// Time is one of which a text tells.
type Time struct {
	First, Last time.Time // its days
	Said        bool      // the sentence says so itself; else it is the article's
}

// Within which an office that somebody holds on one day tells of another day.
const (
	sameTime  = 120 * 24 * time.Hour
	otherTime = 365 * 24 * time.Hour
)

// Contradiction returns what the data know that does not go with an office at a time: that it began
// later, that somebody else held it then, or that the same person then held another.
func (p *People) Contradiction(x *Tenure, when Time) *Tenure {
	if when.Said {
		if other := p.succession(x, when); other != nil {
			return other
		}
		if when.Last.Sub(when.First) > sameTime { // a year
			return nil
		}
	}
	day := when.First.Add(when.Last.Sub(when.First) / 2)
	var other *Tenure
	for i := range p.Tenures {
		y := &p.Tenures[i]
		on, is := value.Date(y.On).Time(), y.is(x)
		apart := on.Sub(day).Abs()
		switch {
		case y.Person == x.Person && is && y.Since:
			if day.Before(on) {
				return y
			}
			return nil
		case y.Person == x.Person && is && apart < otherTime && !when.Said:
			return nil
		case (y.Person == x.Person) != is && apart < sameTime && (is || leads(x) && leads(y)):
			other = y
		}
	}
	return other
}

// leads says whether an office leads a region, or is the first behind who does: nobody holds two.
func leads(x *Tenure) bool {
	switch first := x.Short[0]; first {
	case "wali", "bupati", "gubernur", "camat", "lurah", "wakil", "sekretaris", "sekda":
		return true
	}
	return false
}

// succession returns who is known to have followed or gone before: offices go from one to the next.
// Whoever held one before somebody else no longer holds it behind that day, nor held it yet before
// the day of the one before.
func (p *People) succession(x *Tenure, when Time) *Tenure {
	first, last := x.On, x.On
	for i := range p.Tenures {
		if y := &p.Tenures[i]; y.Person == x.Person && y.is(x) {
			first, last = min(first, y.On), max(last, y.On)
		}
	}
	for i := range p.Tenures {
		y := &p.Tenures[i]
		if is := y.is(x); (y.Person == x.Person) == is || !is && !(leads(x) && leads(y)) {
			continue
		}
		on := value.Date(y.On).Time()
		if y.On > last && when.First.After(on) || y.On < first && when.Last.Before(on) {
			return y
		}
	}
	return nil
}
