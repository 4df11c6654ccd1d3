package records_test

import (
	"fmt"
	"slices"
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/records"
)

// visit is a declaration with a field of most types.
type visit struct {
	records.Places
	Title    records.Text `key:"title,required"`
	Status   string       `key:"status" oneof:"open|closed"`
	Guests   int          `key:"guests"`
	Public   bool         `key:"public"`
	Hosts    []person     `key:"hosts"`
	Programs []string     `key:"programs" ref:"program"`
	City     *person      `key:"city"`
}

type person struct {
	Name string `key:"name,required"`
}

// A text goes in; out come the fields, the things it names and the problems, each at
// its place.
func TestDecode(t *testing.T) {
	shape := records.ShapeOf[visit](records.Words{})
	for name, c := range map[string]struct {
		file, text string
		want       string // the fields
		found      string // what it names, with its places
		problems   string // their codes, with their places
	}{
		"all of it": {
			text: "title: Tamu\nstatus: open\nguests: 12\npublic: true\nhosts:\n  - name: A\n  - {name: B}\n" +
				"programs: [air, pasar]\ncity: {name: C}\n",
			want:  "Tamu open 12 true [A B] [air pasar] C",
			found: "[program:air 8:12 program:pasar 8:17]",
		},
		"a list of one without brackets": {
			text: "title: Tamu\nprograms: air\n", want: "Tamu  0 false [] [air] -", found: "[program:air 2:11]",
		},
		"front matter": {
			file: "content/news/a.md", text: "---\ntitle: Tamu\n---\n\nIsi.\n", want: "Tamu  0 false [] [] -",
		},
		"a required key is missing": {
			text: "status: open\n", want: " open 0 false [] [] -", problems: "[missing-key 1:1]",
		},
		"a required key of a list's entry": {
			text: "title: Tamu\nhosts:\n  - {}\n", want: "Tamu  0 false [] [] -", problems: "[missing-key 3:5]",
		},
		"an unknown key": {
			text: "title: Tamu\nstatu: open\n", want: "Tamu  0 false [] [] -", problems: "[unknown-key 2:1]",
		},
		"a word that is none of those": {
			text: "title: Tamu\nstatus: opened\n", want: "Tamu  0 false [] [] -", problems: "[value-not-allowed 2:9]",
		},
		"a number in words": {
			text: "title: Tamu\nguests: dua\n", want: "Tamu  0 false [] [] -", problems: "[bad-whole-number 2:9]",
		},
		"a map where a text must be": {
			text: "title: Tamu\nstatus: {a: b}\n", want: "Tamu  0 false [] [] -", problems: "[wrong-type 2:9]",
		},
		"nothing": {want: "  0 false [] [] -", problems: "[missing-key 1:1]"},
		"one fault does not hide another": {
			text: "status: opened\nguests: dua\n", want: "  0 false [] [] -",
			problems: "[missing-key 1:1 value-not-allowed 1:9 bad-whole-number 2:9]",
		},
	} {
		file := c.file
		if file == "" {
			file = "data/visits/a.yaml"
		}
		record, problems := records.Parse(file, []byte(c.text), markdown.New(markdown.Options{}))
		var v visit
		found, faults := record.Decode(shape, &v)
		if got := shown(v); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
		ref := func(r records.Ref) string { return r.Kind + ":" + r.ID + at(r.Place) }
		if got := list(found.Refs, ref); got != c.found {
			t.Errorf("%s names %s, not %s", name, got, c.found)
		}
		problems = append(problems, faults...).Sorted()
		code := func(p diag.Problem) string { return string(p.Code) + at(p.Place) }
		if got := list(problems, code); got != c.problems {
			t.Errorf("%s: problems %s, not %s", name, got, c.problems)
		}
	}
}

func shown(v visit) string {
	names := make([]string, len(v.Hosts))
	for i, h := range v.Hosts {
		names[i] = h.Name
	}
	city := "-"
	if v.City != nil {
		city = v.City.Name
	}
	title := v.Title.In("id", "id")
	return fmt.Sprintf("%s %s %d %t %s %s %s", title, v.Status, v.Guests, v.Public, names, v.Programs, city)
}

func at(p diag.Place) string { return fmt.Sprintf(" %d:%d", p.Line, p.Col) }

func list[T any](all []T, show func(T) string) string {
	if len(all) == 0 {
		return ""
	}
	var texts []string
	for _, one := range all {
		texts = append(texts, show(one))
	}
	return fmt.Sprint(texts)
}

// A record knows where its keys and values stand.
func TestPlaces(t *testing.T) {
	record, _ := records.Parse("data/visits/a.yaml",
		[]byte("# tamu\ntitle: Tamu\nprograms: [air, pasar]\nguests: dua\n"), markdown.New(markdown.Options{}))
	var v visit
	record.Decode(records.ShapeOf[visit](records.Words{}), &v)
	got := []string{at(v.Begin()), at(v.At("title")), at(v.At("programs")), at(v.At("status"))}
	if want := []string{" 1:1", " 2:8", " 3:11", " 1:1"}; !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
	if !v.Has("title") || v.Has("status") || !v.Misread("guests") || v.Misread("title") {
		t.Errorf("has %v %v, misread %v %v", v.Has("title"), v.Has("status"), v.Misread("guests"), v.Misread("title"))
	}
}
