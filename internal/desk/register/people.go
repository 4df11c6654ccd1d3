package register

import (
	"cmp"
	"maps"
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
	Tenures map[string][]*Tenure // one of each office of each of them, by the first word of the name
	Holders map[string][]*Holder // by the first word of the office

	main     string   // the site's language
	regions  []string // the city as offices name it, in small letters
	byName   map[string]*Person
	byPerson map[*Person][]*Tenure
	byOffice map[string][]*Tenure // by the short office
	held     map[post]bool
}

// post is an office of somebody in both languages.
type post struct {
	*Person
	said string
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

	key string // the short office
	day time.Time
}

// Holder is an office of our city, and the only one who is known to hold it.
type Holder struct {
	*Person
	Office []string // in small letters
	Whole  bool     // the office names its region
}

// PeopleOf returns whom the data know, with their offices. bare is the name of the city without the
// word for its kind.
func PeopleOf(f *Facts, bare string) *People {
	p := &People{
		Words: map[string]bool{}, ByWord: map[string][]*Person{}, Tenures: map[string][]*Tenure{},
		Holders: map[string][]*Holder{}, main: f.Main, byName: map[string]*Person{},
		byPerson: map[*Person][]*Tenure{}, byOffice: map[string][]*Tenure{},
		held: map[post]bool{},
	}
	for _, name := range []string{f.City.Name, bare, f.City.ShortName} {
		if low := strings.Fields(strings.ToLower(name)); len(low) > 0 {
			p.regions = append(p.regions, strings.Join(low, " "))
		}
	}
	p.addHead(f.City.Head)
	for i := range f.Kecamatan {
		p.addHead(f.Kecamatan[i].Head)
	}
	for i := range f.Visits {
		v := &f.Visits[i]
		p.person(v.LedBy)
		for _, h := range v.Hosts {
			p.addTenure(p.person(h.Name), h.Role, v.Day, false)
		}
		for _, name := range v.ShownBy {
			p.person(name)
		}
	}
	p.addHolders()
	return p
}

func (p *People) addHead(h *Head) {
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
	key := strings.Join(low, " ")
	if known := p.byName[key]; known != nil {
		return known
	}
	who := &Person{low, name}
	p.byName[key] = who
	for i, w := range low {
		if !slices.Contains(low[:i], w) {
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
	office := strings.Fields(low)
	if len(office) == 0 {
		return
	}
	short := p.short(strings.Join(office, " "))
	english, _, _ := strings.Cut(strings.ToLower(role.In("en", "en")), " of ")
	english, _, _ = strings.Cut(english, ",")
	x := Tenure{
		Person: who, Role: said, Office: office, Short: strings.Fields(short), English: strings.Fields(english),
		On: day, Since: since, key: short, day: value.Date(day).Time(),
	}
	p.add(x)
	if len(x.Short) == len(x.Office) {
		return
	}
	for _, region := range p.regions { // by its other names
		x.Office = slices.Concat(x.Short, strings.Fields(region))
		last := len(x.Short)
		if !slices.Equal(x.Office, office) && x.Office[last] != x.Office[last-1] { // no kota kota
			p.add(x)
		}
	}
}

func (p *People) add(x Tenure) {
	held := post{x.Person, strings.Join(append(slices.Clone(x.Office), x.English...), " ")}
	if first := x.Words[0]; !p.held[held] {
		p.held[held] = true
		p.Tenures[first] = append(p.Tenures[first], &x)
	}
	p.byPerson[x.Person] = append(p.byPerson[x.Person], &x)
	p.byOffice[x.key] = append(p.byOffice[x.key], &x)
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
	for _, short := range slices.Sorted(maps.Keys(p.byOffice)) {
		list := p.byOffice[short]
		who, seen := list[0].Person, map[string]bool{}
		add := func(office []string, whole bool) {
			if said := strings.Join(office, " "); !seen[said] {
				seen[said] = true
				p.Holders[office[0]] = append(p.Holders[office[0]], &Holder{who, office, whole})
			}
		}
		if slices.ContainsFunc(list, func(x *Tenure) bool { return x.Person != who }) {
			continue
		}
		for _, x := range list {
			add(x.Office, true)
			if len(x.Short) == len(x.Office) {
				continue
			}
			add(x.Short, false)
			if short == "sekretaris daerah" {
				add([]string{"sekda"}, false)
			}
		}
	}
}

// related are the offices of the same person, and those who held the same.
func (p *People) related(x *Tenure) []*Tenure {
	return slices.Concat(p.byPerson[x.Person], p.byOffice[x.key])
}

// is says whether two know of one office.
func (x *Tenure) is(y *Tenure) bool { return x.key == y.key }

// Day is when somebody is known to hold an office, or since when.
func (x *Tenure) Day() string {
	if x.Since {
		return x.On + " –"
	}
	return x.On
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
		if other := p.Succession(x, when); other != nil {
			return other
		}
		if when.Last.Sub(when.First) > sameTime { // a year
			return nil
		}
	}
	day := when.First.Add(when.Last.Sub(when.First) / 2)
	var other *Tenure
	for _, y := range p.related(x) {
		on, is := y.day, y.is(x)
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

// Succession returns who is known to have followed or gone before: offices go from one to the next.
// Whoever held one before somebody else no longer holds it behind that day, nor held it yet before
// the day of the one before.
func (p *People) Succession(x *Tenure, when Time) *Tenure {
	first, last := x.On, x.On
	for _, y := range p.byPerson[x.Person] {
		if y.is(x) {
			first, last = min(first, y.On), max(last, y.On)
		}
	}
	for _, y := range p.related(x) {
		if is := y.is(x); (y.Person == x.Person) == is || !is && !(leads(x) && leads(y)) {
			continue
		}
		if y.On > last && when.First.After(y.day) || y.On < first && when.Last.Before(y.day) {
			return y
		}
	}
	return nil
}

// Leading returns the last office that leads our region in which somebody is known, nil without.
func (p *People) Leading(who *Person) (last *Tenure) {
	for _, x := range p.byPerson[who] {
		if leads(x) && (last == nil || x.On > last.On) {
			last = x
		}
	}
	return last
}
