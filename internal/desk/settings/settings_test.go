package settings

import (
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// read reads a file of the settings as site does.
func read[T any](t *testing.T, text string) (*T, diag.List) {
	t.Helper()
	r, problems := records.Parse("data/x.yaml", []byte(text), nil)
	value := new(T)
	_, more := r.Decode(records.ShapeOf[T](records.Words{}), value)
	problems = append(problems, more...)
	if c, ok := any(value).(interface {
		Check(diag.List, bool) diag.List
	}); ok {
		problems = c.Check(problems, r.WellFormed)
	}
	return value, problems
}

func TestDesk(t *testing.T) {
	desk, problems := read[Desk](t, `
silence: [{rule: weekday-wrong, because: "kalender kami lain"}]
words: [Blandongan, Situ]
misspellings: [{wrong: musrembang, right: musrenbang}]
doubtful_names: [{names: [Khosyatullah, Khosyatulloh], note: "tanyakan"}]
`)
	if len(problems) > 0 || len(desk.Silence) != 1 || desk.Silence[0].Rule != "weekday-wrong" || len(desk.Words) != 2 ||
		desk.Misspellings[0].Right != "musrenbang" || len(desk.DoubtfulNames[0].Names) != 2 {
		t.Errorf("%+v, %v", desk, problems)
	}
	_, problems = read[Desk](t,
		"misspellings: [{wrong: a, right: b}, {wrong: c, right: a b}, {wrong: b c, right: c}]\n")
	if len(problems) > 0 {
		t.Errorf("%v is no circle", problems)
	}
	for text, code := range map[string]diag.Code{
		"silence: [{rule: weekday-wrnog, because: x}]\n":                                       "value-not-allowed",
		"silence: [{rule: file-name, because: x}]\n":                                           "value-not-allowed",
		"silence: [{rule: weekday-wrong}]\n":                                                   "missing-key",
		"misspellings: [{wrong: a}]\n":                                                         "missing-key",
		"doubtful_names: [{note: a}]\n":                                                        "missing-key",
		"misspellings: [{wrong: keran, right: keran}]\n":                                       "misspelling-circle",
		"misspellings: [{wrong: keran, right: Keran}]\n":                                       "misspelling-circle",
		"misspellings: [{wrong: a  b, right: A B}]\n":                                          "misspelling-circle",
		"misspellings: [{wrong: kota, right: kota lama}]\n":                                    "misspelling-circle",
		"misspellings: [{wrong: a, right: b}, {wrong: b, right: a}]\n":                         "misspelling-circle",
		"misspellings: [{wrong: a, right: b}, {wrong: b, right: c d}, {wrong: d, right: a}]\n": "misspelling-circle",
		"doubtful_names: [{names: [Khosyatullah]}]\n":                                          "doubtful-alone",
	} {
		if _, problems := read[Desk](t, text); len(problems) != 1 || problems[0].Code != code {
			t.Errorf("%s: %v", text, problems)
		}
	}
	_, problems = read[Desk](t, "silence: [{rule: weekday-wrnog, because: x}]\n")
	if problems[0].Advice(diag.English) != `did you mean "weekday-wrong"?` {
		t.Errorf("%s", problems[0].Advice(diag.English))
	}
}

func TestRegion(t *testing.T) {
	r, problems := read[Region](t,
		`{code: "15", kind: province, name: Jambi, mottos: [Sepucuk], source: https://a.example/}`)
	if len(problems) > 0 || r.Code != "15" || r.Kind != "province" || len(r.Source) != 1 {
		t.Errorf("%+v, %v", r, problems)
	}
	for text, code := range map[string]diag.Code{
		"{kind: province, name: Jambi, nicknames: [A]}": "missing-key",
		"{kind: provinsi, name: Jambi}":                 "value-not-allowed",
		"{kind: province}":                              "missing-key",
	} {
		if _, problems := read[Region](t, text); len(problems) != 1 || problems[0].Code != code {
			t.Errorf("%s: %v", text, problems)
		}
	}
}
