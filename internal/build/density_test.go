package build_test

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"blandongan/internal/diag"

	"gopkg.in/yaml.v3"
)

// measured is a figure as editors wrote it.
type measured struct {
	Indicator, Period, Status string
	Value                     *float64
	Source                    any
}

// latestOf returns the newest value of an indicator in a file, nil when there is none.
func latestOf(t *testing.T, text, indicator string) *measured {
	t.Helper()
	var file struct{ Figures []measured }
	if err := yaml.Unmarshal([]byte(text), &file); err != nil {
		t.Fatal(err)
	}
	var best *measured
	for i := range file.Figures {
		f := &file.Figures[i]
		if f.Indicator == indicator && f.Value != nil && (best == nil || f.Period > best.Period) {
			best = f
		}
	}
	return best
}

// Which kecamatan of the first city is the most crowded is answered by its list of all
// kecamatan, its front page and the profile of that kecamatan: with the year, and both
// sources. The numbers are those that a reader gets who divides what the editors wrote.
func TestMostCrowded(t *testing.T) {
	files := real(t)
	out, problems := buildFiles(t, files)
	problems = slices.DeleteFunc(problems, func(p diag.Problem) bool { return p.Code == "future-date" })
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	most, dense := "", map[string]int{}
	for name, text := range files {
		id, isKecamatan := strings.CutPrefix(name, "data/kecamatan/")
		if !isKecamatan {
			continue
		}
		id = strings.TrimSuffix(id, ".yaml")
		people, area := latestOf(t, text, "penduduk-perkiraan"), latestOf(t, text, "luas-poligon")
		rows := densities(t, out, id)
		if people == nil || area == nil {
			if len(rows) != 1 || rows[0]["value"] != "" || rows[0]["missing"] == "" {
				t.Errorf("%s: %v, though a part is missing", id, rows)
			}
			continue
		}
		dense[id] = int(math.Round(*people.Value / *area.Value))
		if dense[id] > dense[most] {
			most = id
		}
		at := slices.IndexFunc(rows, func(row map[string]string) bool { return row["period"] == people.Period })
		if at < 0 {
			t.Errorf("%s: no density of %s", id, people.Period)
			continue
		}
		row := rows[at]
		sources := strings.Trim(fmt.Sprint(people.Source), "[]")
		sources = strings.ReplaceAll(sources, " ", "; ") + "; " + fmt.Sprint(area.Source)
		if row["value"] != strconv.Itoa(dense[id]) || row["status"] != "estimate" || row["sources"] != sources ||
			!strings.HasPrefix(row["note"], "Hitungan kami: ") {
			t.Errorf("%s: %v, want %d from %s", id, row, dense[id], sources)
		}
	}
	if len(dense) < 2 {
		t.Fatalf("only %d densities", len(dense))
	}
	name := regexp.MustCompile(`(?m)^name: (.*)$`).FindStringSubmatch(files["data/kecamatan/"+most+".yaml"])[1]
	rank := fmt.Sprintf("terpadat dari %d kecamatan yang ada angkanya", len(dense))
	for _, page := range []string{"kecamatan/index.html", "index.html"} {
		html := read(t, out, page)
		answer := strings.Index(html, "<b>"+name+" "+rank+".</b>")
		if answer < 0 || !strings.Contains(html[answer:], "2023") {
			t.Errorf("/%s does not say who is the most crowded, or when", page)
		}
	}
	lead := regexp.MustCompile(`<p class="lead">.*</p>`).FindString(read(t, out, "kecamatan/"+most+"/index.html"))
	want := regexp.MustCompile(`jiwa/km² \(2023, perkiraan, hitungan kami\), ` + rank + `(<sup>.{20,40}</sup>){2,}`)
	if !want.MatchString(lead) {
		t.Errorf("the profile of %s begins: %s", most, lead)
	}
	t.Log(dense)
}

// What its definition forbids to rank stands in no table that can be sorted, nor on a map.
func TestUnrankedIsNotSorted(t *testing.T) {
	files := real(t)
	out, _ := buildFiles(t, files)
	list := read(t, out, "kecamatan/index.html")
	var indicators map[string]struct {
		Name         map[string]string
		Rank, Format string
	}
	if err := yaml.Unmarshal([]byte(files["data/indicators.yaml"]), &indicators); err != nil {
		t.Fatal(err)
	}
	n := 0
	for id, i := range indicators {
		if i.Rank != "none" && i.Format != "year" {
			continue
		}
		n++
		if strings.Contains(list, i.Name["id"]) {
			t.Errorf("the list of all kecamatan ranks %s", id)
		}
	}
	if n < 2 {
		t.Errorf("only %d indicators are not ranked", n)
	}
}

// densities are the rows of a kecamatan's own density in its table for download.
func densities(t *testing.T, out, id string) (rows []map[string]string) {
	t.Helper()
	table, err := csv.NewReader(strings.NewReader(
		strings.TrimPrefix(read(t, out, "kecamatan/"+id+"/"+id+".csv"), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cells := range table[1:] {
		row := map[string]string{}
		for i, key := range table[0] {
			row[key] = cells[i]
		}
		if row["indicator"] == "kepadatan" && row["code"] == table[1][0] {
			rows = append(rows, row)
		}
	}
	return rows
}

func read(t *testing.T, out, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
