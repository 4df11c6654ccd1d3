package opendata

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// Every table, field and type has a sentence, and every sentence is said.
func TestSentences(t *testing.T) {
	said := spelled(t)
	for _, table := range Tables {
		said["table-"+table.Name], said["about-"+table.Name] = true, true
		for _, f := range table.Fields {
			said["type-"+string(f.Type)] = true
			if key := table.Name + "." + f.Name; lang.OpenData.Both(key) != (lang.Both{}) {
				said[key] = true
			} else {
				said[f.Name] = true
			}
		}
	}
	for key := range said {
		none := lang.Both{}
		if strings.Contains(key, "-") && lang.Pages.Both(key) == none && lang.OpenData.Both(key) == none {
			t.Errorf("no sentence for %q", key)
		}
	}
	for _, key := range lang.OpenData.Keys() {
		if !said[key] {
			t.Errorf("nobody says %q", key)
		}
	}
	for _, table := range Tables {
		for _, f := range table.Fields {
			if about(lang.OpenData.In("id"), table.Name, f.Name) == "" {
				t.Errorf("nothing says what %s.%s is", table.Name, f.Name)
			}
		}
	}
}

// spelled are the keys that the code spells as the first argument of Word, or behind it.
func spelled(t *testing.T) map[string]bool {
	t.Helper()
	files, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, is := n.(*ast.CallExpr)
			if !is || len(call.Args) == 0 {
				return true
			}
			name := ""
			switch f := call.Fun.(type) {
			case *ast.SelectorExpr:
				name = f.Sel.Name
			case *ast.Ident:
				name = f.Name
			}
			if text, is := call.Args[0].(*ast.BasicLit); is && (name == "Word" || name == "say") {
				key, _ := strconv.Unquote(text.Value)
				said[key] = true
			}
			return true
		})
	}
	return said
}

// What a table promises is so by its form: a key, references to tables that are there, and the
// values that editors may write.
func TestDeclarations(t *testing.T) {
	values := map[string][2]any{
		"indicators.direction": {site.Indicator{}, "Direction"},
		"indicators.aggregate": {site.Indicator{}, "Aggregate"},
		"figures.status":       {site.Figure{}, "Status"}, "sources.kind": {site.Source{}, "Kind"},
		"sources.trust": {site.Source{}, "Trust"}, "programs.status": {site.Program{}, "Status"},
		"visits.direction": {site.Visit{}, "Direction"}, "adoptions.stage": {site.Adoption{}, "Stage"},
		"news.kind": {site.Article{}, "Kind"},
	}
	for _, table := range Tables {
		keys := 0
		for i, f := range table.Fields {
			if f.Key {
				keys++
			}
			if f.To != "" && !slices.ContainsFunc(Tables, func(x Table) bool { return x.Name == f.To }) {
				t.Errorf("%s.%s leads to %q", table.Name, f.Name, f.To)
			}
			if slices.ContainsFunc(table.Fields[:i], func(x Field) bool { return x.Name == f.Name }) {
				t.Errorf("%s has two fields %s", table.Name, f.Name)
			}
			at := values[table.Name+"."+f.Name]
			if (at[0] == nil) != (f.OneOf == nil) {
				t.Errorf("%s.%s: one of %v", table.Name, f.Name, f.OneOf)
			} else if at[0] != nil {
				field, _ := reflect.TypeOf(at[0]).FieldByName(at[1].(string))
				if want := strings.Split(field.Tag.Get("oneof"), "|"); !slices.Equal(f.OneOf, want) {
					t.Errorf("%s.%s is one of %v, editors may write %v", table.Name, f.Name, f.OneOf, want)
				}
			}
		}
		if keys != 1 {
			t.Errorf("%s has %d keys", table.Name, keys)
		}
	}
}
