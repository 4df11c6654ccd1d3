package opendata_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/lab"
)

// node runs a script of testdata with the packages of .ci, and returns what it prints.
func node(t *testing.T, input, script string, args ...string) string {
	t.Helper()
	return lab.Script(t, "../../.ci", filepath.Join("testdata", script), input, args...)
}

// What machines are told is valid where the published profiles, schemas and vocabularies are
// asked: Data Package 2, DCAT-US 3, JSON Feed 1.1, GeoJSON, iCalendar, schema.org.
func TestPublishedSchemas(t *testing.T) {
	lab.Slow(t)
	for _, w := range []world{real(t), kabupaten(t, 1)} {
		if said := node(t, "", "judge.mjs", "testdata/profiles", w.out); said != "" {
			t.Error(said)
		}
	}
}

// The judge complains where there is something to complain of.
func TestJudgeComplains(t *testing.T) {
	lab.Slow(t)
	out := filepath.Join(t.TempDir(), "public")
	must(t, os.CopyFS(out, os.DirFS(real(t).out)))
	faults := []struct{ file, old, new, wants string }{
		{"data/datapackage.json", `"name":"CC-BY-4.0"`, `"name":"CC BY 4.0"`, "must match pattern"},
		{"data/datapackage.json", `"primaryKey":["id"]`, `"fieldsMatch":"equal","primaryKey":["id"]`, "must be array"},
		{"data/datapackage.json", `"type":"boolean"`, `"type":"list"`, "schema of"},
		{"data/data.json", `"fn":`, `"nama":`, `"missingProperty":"fn"`},
		{"data/peta.geojson", `"Polygon"`, `"Polygom"`, "data/peta.geojson: "},
		{"berita/feed.json", `"items":`, `"isi":`, `"missingProperty":"items"`},
		{"kunjungan/kalender.ics", "DTSTAMP:", "X-STAMP:", "no dtstamp"},
		{"data/index.html", `"distribution":`, `"distributions":`, "a Dataset of schema.org has no distributions"},
	}
	for _, f := range faults {
		file := filepath.Join(out, f.file)
		good, err := os.ReadFile(file)
		must(t, err)
		bad := strings.Replace(string(good), f.old, f.new, 1)
		if bad == string(good) {
			t.Fatalf("%s has no %s", f.file, f.old)
		}
		must(t, os.WriteFile(file, []byte(bad), 0o644))
	}
	said := node(t, "", "judge.mjs", "testdata/profiles", out)
	for _, f := range faults {
		if !strings.Contains(said, f.wants) {
			t.Errorf("nothing is said of %s in place of %s: %s", f.new, f.old, said)
		}
	}
}

// The feed of Atom is as RFC 4287 has it: its grammar judges, with the reader of grammars in
// the W3C's validator.
func TestAtomGrammar(t *testing.T) {
	lab.Slow(t)
	modules, err := lab.Packages("../../.ci")
	if err != nil {
		lab.Lack(t, "%v", err)
	}
	java := lab.Program(t, "java", "default-jre-headless")
	w := real(t)
	judge := func(file string) string {
		out, _ := exec.Command(java, "-cp", filepath.Join(modules, "vnu-jar/build/dist/vnu.jar"),
			"nu.validator.vendor.thaiopensource.relaxng.util.Driver", "-c", "testdata/atom.rnc", file).CombinedOutput()
		return string(out)
	}
	if said := judge(filepath.Join(w.out, "berita/atom.xml")); said != "" {
		t.Error(said)
	}
	bad := filepath.Join(t.TempDir(), "bad.xml")
	write(t, bad, strings.Replace(string(w.read(t, "berita/atom.xml")), "<updated>", "<updated>kemarin ", 1))
	if said := judge(bad); !strings.Contains(said, "error") {
		t.Errorf("a feed of yesterday is fine: %q", said)
	}
}

// What the published profiles do not notice: what is of version 1, profiles that are none, files
// that are not there, references that lead nowhere, keys that name two rows.
func TestDataPackage(t *testing.T) {
	for _, w := range []world{real(t), kabupaten(t, 2)} {
		data := w.read(t, "data/datapackage.json")
		if strings.Contains(string(data), `"profile"`) {
			t.Error("profile is of version 1")
		}
		var p struct {
			Schema    string `json:"$schema"`
			Resources []struct {
				Name, Type, Path string
				Schema           *struct {
					Schema      string `json:"$schema"`
					Fields      []struct{ Name, Type string }
					PrimaryKey  []string
					ForeignKeys []struct {
						Fields    []string
						Reference struct {
							Resource string
							Fields   []string
						}
					}
				}
			}
		}
		must(t, json.Unmarshal(data, &p))
		if p.Schema != "https://datapackage.org/profiles/2.0/datapackage.json" {
			t.Errorf("the profile is %q", p.Schema)
		}
		values := map[string][]string{} // by table and field
		for _, r := range p.Resources {
			file, err := os.ReadFile(filepath.Join(w.out, "data", r.Path))
			if err != nil {
				t.Errorf("%s: %v", r.Name, err)
			}
			if r.Schema == nil {
				if r.Type == "table" {
					t.Errorf("%s is a table without a schema", r.Name)
				}
				continue
			}
			if r.Schema.Schema != "https://datapackage.org/profiles/2.0/tableschema.json" {
				t.Errorf("%s: the profile is %q", r.Name, r.Schema.Schema)
			}
			lines := linesOf(t, file)
			for i, f := range r.Schema.Fields {
				if lines[0][i] != f.Name {
					t.Errorf("%s: field %d is %s, not %s", r.Name, i, lines[0][i], f.Name)
				}
				at := r.Name + "." + f.Name
				values[at] = []string{}
				for _, line := range lines[1:] {
					values[at] = append(values[at], line[i])
				}
			}
		}
		for _, r := range p.Resources {
			if r.Schema == nil {
				continue
			}
			seen := map[string]bool{}
			for _, v := range values[r.Name+"."+r.Schema.PrimaryKey[0]] {
				if seen[v] || v == "" {
					t.Errorf("%s: the key %q is that of several rows, or none", r.Name, v)
				}
				seen[v] = true
			}
			for _, k := range r.Schema.ForeignKeys {
				to := k.Reference.Resource
				if to == "" {
					to = r.Name
				}
				known := values[to+"."+k.Reference.Fields[0]]
				for _, v := range values[r.Name+"."+k.Fields[0]] {
					if v != "" && !slices.Contains(known, v) {
						t.Errorf("%s.%s: no %q in %s", r.Name, k.Fields[0], v, to)
					}
				}
			}
		}
	}
}

// Rings go around their areas as RFC 7946 wants: outer ones against the clock, holes with it.
func TestMapWinding(t *testing.T) {
	rings := 0
	for _, w := range []world{real(t), kabupaten(t, 3)} {
		var file struct {
			Features []struct {
				ID       string
				Geometry struct {
					Type        string
					Coordinates [][][2]float64
				}
			}
		}
		must(t, json.Unmarshal(w.read(t, "data/peta.geojson"), &file))
		for _, f := range file.Features {
			for n, ring := range f.Geometry.Coordinates {
				rings++
				sum := 0.0
				for i := range ring[1:] {
					sum += (ring[i+1][0] - ring[i][0]) * (ring[i+1][1] + ring[i][1])
				}
				if against := sum < 0; against != (n == 0) {
					t.Errorf("%s: ring %d goes the wrong way", f.ID, n)
				}
			}
		}
	}
	if rings != 11 {
		t.Errorf("%d rings", rings)
	}
}
