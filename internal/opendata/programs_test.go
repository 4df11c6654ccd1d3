package opendata_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/site/value"
)

// The programs that people open open data with read the same codes and numbers as stand in
// data/: the workbook as it is, CSV as the page tells. The site's codes look like dates.

// known is what programs must agree on: of each figure its codes, period, days and value.
type known struct {
	Code  string   `json:"code"`
	Full  string   `json:"full_code"`
	Of    string   `json:"indicator"`
	When  string   `json:"period"`
	First string   `json:"period_start"`
	Last  string   `json:"period_end"`
	Value *float64 `json:"value"`
}

// agreed are the figures of a world, without those that were computed.
func (w world) agreed(t *testing.T) []known {
	t.Helper()
	var list []known
	for _, f := range w.figures(t) {
		first, last := value.Period(f.Period).Bounds()
		list = append(list, known{f.Code, "kemendagri:" + f.Code, f.Indicator, f.Period, first, last, f.Value})
	}
	return list
}

// agree compares what a program read, row by row, with what stands in data/.
func (w world) agree(t *testing.T, program string, rows []map[string]any) {
	t.Helper()
	want, at := w.agreed(t), 0
	for _, r := range rows {
		if yes := fmt.Sprint(r["computed"]); strings.EqualFold(yes, "true") || yes == "1" {
			continue
		}
		var got known
		if r["value"] == "" {
			r["value"] = nil
		}
		text, err := json.Marshal(r)
		must(t, err)
		if err := json.Unmarshal(text, &got); err != nil {
			t.Fatalf("%s: row %d: %v in %s", program, at, err, text)
		}
		if at >= len(want) || asText(got) != asText(want[at]) {
			t.Fatalf("%s: row %d is %s, not %s", program, at, asText(got), asText(want[min(at, len(want)-1)]))
		}
		at++
	}
	if at != len(want) {
		t.Errorf("%s: %d rows, not %d", program, at, len(want))
	}
}

func asText(k known) string {
	text, _ := json.Marshal(k) // always encodes
	return string(text)
}

// lines are the rows of a CSV that a program wrote; values of a field that is a number there
// are numbers.
func lines(t *testing.T, text string) []map[string]any {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	must(t, err)
	var rows []map[string]any
	for _, line := range all[1:] {
		r := map[string]any{}
		for i, cell := range line {
			r[all[0][i]] = cell
		}
		if cell := fmt.Sprint(r["value"]); cell != "" {
			var x float64
			must(t, json.Unmarshal([]byte(cell), &x))
			r["value"] = x
		}
		rows = append(rows, r)
	}
	return rows
}

// run runs a program, which must succeed, and returns what it prints.
func run(t *testing.T, input, program string, args ...string) string {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Stdin = strings.NewReader(input)
	var faults strings.Builder
	cmd.Stderr = &faults
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", program, err, out, faults.String())
	}
	return string(out)
}

// indonesian is the part of LibreOffice's settings that says where it is used.
const indonesian = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>id-ID</value></prop></item>
</oor:items>`

// TestLibreOffice has it open the workbook, and the CSV with what the page says to choose in
// its dialog: UTF-8, English, comma, the columns of codes as text. Its own way to say that is
// a filter: separator, quotation mark, 76 (UTF-8), first line, 2 (text) for a column,
// 1033 (English).
func TestLibreOffice(t *testing.T) {
	lab.Slow(t)
	office := lab.Program(t, "soffice", "libreoffice-calc")
	w, dir := kabupaten(t, 4), t.TempDir()
	write(t, filepath.Join(dir, "profile/user/registrymodifications.xcu"), indonesian)
	convert := func(file, filter string) book {
		run(t, "", office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", filter,
			"--convert-to", "xlsx", "--outdir", dir, file)
		name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) + ".xlsx"
		return readBook(t, filepath.Join(dir, name))
	}
	rows := func(list []row) (plain []map[string]any) {
		for _, r := range list {
			plain = append(plain, r)
		}
		return plain
	}
	w.agree(t, "LibreOffice, workbook", rows(convert(w.book(t), "--calc").table(t, "figures")))
	head := linesOf(t, w.read(t, "data/figures.csv"))[0]
	var columns []string
	for i, name := range head {
		if name == "code" || name == "period" {
			columns = append(columns, fmt.Sprintf("%d/2", i+1))
		}
	}
	told := convert(filepath.Join(w.out, "data/figures.csv"),
		"--infilter=CSV:44,34,76,1,"+strings.Join(columns, "/")+",1033,false,true")
	w.agree(t, "LibreOffice, CSV", rows(told.table(t, "figures")))
}

func TestGnumeric(t *testing.T) {
	lab.Slow(t)
	convert := lab.Program(t, "ssconvert", "gnumeric")
	w, dir := kabupaten(t, 5), t.TempDir()
	run(t, "", convert, "--export-file-per-sheet", w.book(t), filepath.Join(dir, "%s.csv"))
	data, err := os.ReadFile(filepath.Join(dir, "figures.csv"))
	must(t, err)
	rows := lines(t, string(data))
	for _, r := range rows { // its CSV writes days with slashes
		for _, name := range []string{"period_start", "period_end"} {
			r[name] = strings.ReplaceAll(r[name].(string), "/", "-")
		}
	}
	w.agree(t, "Gnumeric", rows)
	guessed := filepath.Join(dir, "guessed.csv")
	run(t, "", convert, filepath.Join(w.out, "data/figures.csv"), guessed)
	data, err = os.ReadFile(guessed)
	must(t, err)
	w.fullCodes(t, "Gnumeric", lines(t, string(data)))
}

// fullCodes wants full codes to be whole where a program was told nothing, and guessed.
func (w world) fullCodes(t *testing.T, program string, rows []map[string]any) {
	t.Helper()
	codes := map[any]bool{}
	for _, r := range rows {
		codes[r["full_code"]] = true
	}
	for _, code := range []string{"11.01", "11.01.01", "11.01.02", "11.01.03"} {
		if !codes["kemendagri:"+code] {
			t.Errorf("%s: no full code of %s in %v", program, code, codes)
		}
	}
	if len(codes) != 4 {
		t.Errorf("%s: the full codes are %v", program, codes)
	}
}

func TestGDAL(t *testing.T) {
	lab.Slow(t)
	convert := lab.Program(t, "ogr2ogr", "gdal-bin")
	w := kabupaten(t, 6)
	rows := lines(t, run(t, "", convert, "-f", "CSV", "/vsistdout/", w.book(t), "figures"))
	for _, r := range rows {
		for _, name := range []string{"period_start", "period_end"} {
			r[name] = strings.ReplaceAll(r[name].(string), "/", "-")
		}
	}
	w.agree(t, "GDAL, workbook", rows)
	csv := filepath.Join(w.out, "data/figures.csv")
	w.agree(t, "GDAL, CSV", lines(t, run(t, "", convert, "-f", "CSV", "/vsistdout/", csv)))
	areas := run(t, "", convert, "-f", "CSV", "/vsistdout/", filepath.Join(w.out, "data/peta.geojson"))
	if !strings.Contains(areas, "\n11.01.02,kemendagri:11.01.02,") {
		t.Errorf("the map is %s", areas)
	}
}

func TestDuckDB(t *testing.T) {
	lab.Slow(t)
	w := kabupaten(t, 7)
	var rows []map[string]any
	must(t, json.Unmarshal([]byte(node(t, w.told(t, "DuckDB"), "duckdb.mjs")), &rows))
	w.agree(t, "DuckDB", rows)
	guessed := "SELECT * FROM read_csv('" + filepath.Join(w.out, "data/kecamatan.csv") + "') UNION ALL BY NAME " +
		"SELECT * FROM read_csv('" + filepath.Join(w.out, "data/city.csv") + "')"
	var areas []map[string]any
	must(t, json.Unmarshal([]byte(node(t, "SELECT full_code FROM ("+guessed+")", "duckdb.mjs")), &areas))
	w.fullCodes(t, "DuckDB", areas)
}

func TestPandas(t *testing.T) {
	lab.Slow(t)
	python := lab.Program(t, "/usr/bin/python3", "python3-pandas python3-openpyxl")
	if err := exec.Command(python, "-c", "import pandas, openpyxl").Run(); err != nil {
		lab.Lack(t, "there is no pandas; on Debian: apt-get install python3-pandas python3-openpyxl")
	}
	w := kabupaten(t, 8)
	print := "\nprint(figures.to_json(orient='records', date_format='iso', double_precision=15))\n"
	workbook := strings.Replace(w.told(t, "pandas"), "pd.read_csv(", "pd.read_excel(sheet_name='figures', io=", 1)
	workbook = strings.Replace(workbook, filepath.Join(w.out, "data/figures.csv"), w.book(t), 1)
	for name, code := range map[string]string{"CSV": w.told(t, "pandas"), "workbook": workbook} {
		var rows []map[string]any
		must(t, json.Unmarshal([]byte(run(t, code+print, python, "-")), &rows))
		for _, r := range rows {
			for _, name := range []string{"period_start", "period_end"} {
				r[name] = fmt.Sprint(r[name])[:len("2006-01-02")]
			}
		}
		w.agree(t, "pandas, "+name, rows)
	}
}

// d3-geo draws each area within the picture, and nothing as the rest of the earth.
func TestD3(t *testing.T) {
	lab.Slow(t)
	for _, w := range []world{real(t), kabupaten(t, 9)} {
		var areas map[string]float64
		must(t, json.Unmarshal([]byte(node(t, w.told(t, "d3"), "d3.mjs")), &areas))
		sum := 0.0
		for code, area := range areas {
			if sum += area; area < 100 {
				t.Errorf("%s has %.0f square pixels", code, area)
			}
		}
		if len(areas) < 3 || sum > 600*600 {
			t.Errorf("areas of %.0f square pixels: %v", sum, areas)
		}
	}
}
