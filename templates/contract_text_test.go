package templates_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"maps"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/lang"
	"blandongan/internal/views"
)

// declaration is a struct as its source has it.
type declaration struct {
	meaning string
	fields  map[string]string // their meanings
}

// declared reads the structs of some rooms, by room and name.
func declared(t *testing.T, rooms ...string) map[string]declaration {
	t.Helper()
	all := map[string]declaration{}
	for _, room := range rooms {
		names, err := filepath.Glob("../internal/" + room + "/*.go")
		if err != nil || names == nil {
			t.Fatalf("no sources of %s: %v", room, err)
		}
		for _, name := range names {
			for _, d := range source(t, name).Decls {
				if name, x := structOf(d); x != nil {
					all[room+"."+name] = declaration{sentence(d.(*ast.GenDecl).Doc.Text(), name), meanings(x)}
				}
			}
		}
	}
	return all
}

func source(t *testing.T, name string) *ast.File {
	t.Helper()
	file, err := parser.ParseFile(gotoken.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// structOf returns the struct that a declaration declares, nil when it declares none.
func structOf(d ast.Decl) (name string, x *ast.StructType) {
	if g, ok := d.(*ast.GenDecl); ok && len(g.Specs) == 1 {
		if s, ok := g.Specs[0].(*ast.TypeSpec); ok {
			x, _ = s.Type.(*ast.StructType)
			name = s.Name.Name
		}
	}
	return name, x
}

// sentence is a doc comment without the name that it begins with.
func sentence(doc, name string) string {
	doc = strings.Join(strings.Fields(doc), " ")
	for _, verb := range []string{" is ", " are "} {
		doc = strings.TrimPrefix(doc, name+verb)
	}
	return upper(strings.TrimPrefix(doc, name+" "))
}

func upper(s string) string { return strings.ToUpper(s[:min(1, len(s))]) + s[min(1, len(s)):] }

func meanings(x *ast.StructType) map[string]string {
	list := map[string]string{}
	for _, f := range x.Fields.List {
		for _, name := range f.Names {
			list[name.Name] = strings.Join(strings.Fields(f.Doc.Text()+f.Comment.Text()), " ")
		}
	}
	return list
}

// contractor writes what templates may use, and notes the types that are met.
type contractor struct {
	t     *testing.T
	types map[string]declaration
	seen  map[reflect.Type]bool
	todo  []reflect.Type
}

// pages is the table of templates.
func (c *contractor) pages() string {
	var b strings.Builder
	b.WriteString("\n## What each template sees\n\n" +
		"The template of a page sees a [Page](#page), and this kind of page as its `.Content`. " +
		"The first three see what stands there.\n\n" +
		"| template | sees | which is |\n| --- | --- | --- |\n")
	for _, x := range contract {
		typ := reflect.TypeOf(x.view)
		sees := c.name(typ)
		if !x.whole {
			sees = "`.Content`: " + sees
		}
		meaning := strings.TrimSuffix(c.types[typ.String()].meaning, ".")
		fmt.Fprintf(&b, "| `%s.html` | %s | %s |\n", x.template, sees, meaning)
	}
	return b.String()
}

// name writes a type for whoever makes templates, and notes that it is to be described.
func (c *contractor) name(x reflect.Type) string {
	switch x.Kind() {
	case reflect.String:
		return "text"
	case reflect.Int:
		return "number"
	case reflect.Bool:
		return "yes or no"
	case reflect.Interface:
		return "any value"
	case reflect.Slice:
		return "list of " + strings.Replace(c.name(x.Elem()), "text", "texts", 1)
	case reflect.Pointer:
		return c.name(x.Elem()) + " or nothing"
	case reflect.Struct:
		if x == reflect.TypeFor[views.Body]() {
			return "article's text, for `body`"
		}
		if !c.seen[x] {
			c.seen[x] = true
			c.todo = append(c.todo, x)
		}
		return fmt.Sprintf("[%s](#%s)", x.Name(), strings.ToLower(x.Name()))
	}
	c.t.Errorf("a template cannot use a %s", x)
	return x.String()
}

// describe tells of each type that was met, and of those that these lead to.
func (c *contractor) describe() string {
	parts := map[string]string{}
	for len(c.todo) > 0 {
		x := c.todo[0]
		c.todo = c.todo[1:]
		if parts[x.Name()] != "" {
			c.t.Errorf("two types are called %s", x.Name())
		}
		parts[x.Name()] = c.describeType(x)
	}
	text := "\n## Types\n\nWhere nothing is known a text is empty, a list has no entry, or there is nothing: " +
		"`{{with .Note}}…{{end}}` prints what is there.\n"
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		text += parts[name]
	}
	return text
}

func (c *contractor) describeType(x reflect.Type) string {
	d := c.types[x.String()]
	if d.meaning == "" {
		c.t.Errorf("%s has no comment", x)
	}
	text, rows := fmt.Sprintf("\n### %s\n\n%s\n", x.Name(), d.meaning), ""
	for i := range x.NumField() {
		f := x.Field(i)
		switch {
		case f.Anonymous:
			text += fmt.Sprintf("It has all fields of %s, too.\n", c.name(f.Type))
		case !f.IsExported():
		case d.fields[f.Name] == "":
			c.t.Errorf("%s.%s has no comment that says what it means", x, f.Name)
		default:
			rows += fmt.Sprintf("| `.%s` | %s | %s |\n", f.Name, c.name(f.Type), d.fields[f.Name])
		}
	}
	return text + "\n| field | type | what it is |\n| --- | --- | --- |\n" + rows
}

// functionLine is a function in the page of package render: word KEY ARGS…   what it does.
var functionLine = regexp.MustCompile(`^\t([a-z]+)((?: [A-Z…]+)+)(?:   *(.*))?$`)

// functionTable is what the page of package render says of functions, each of which there is.
func functionTable(t *testing.T) string {
	t.Helper()
	page := source(t, "../internal/render/render.go").Doc.Text()
	text := "\n## Functions\n\nThese, and those of Go's [html/template](https://pkg.go.dev/html/template). " +
		"The words are listed in [WORDS.md](WORDS.md).\n\n| function | what it does |\n| --- | --- |\n"
	var names []string
	for line := range strings.SplitSeq(page, "\n") {
		if m := functionLine.FindStringSubmatch(line); m != nil {
			names = append(names, m[1])
			text += fmt.Sprintf("| `{{%s%s}}` | %s |\n", m[1], m[2], m[3])
		} else if rest, more := strings.CutPrefix(line, "\t"); more {
			text = strings.TrimSuffix(text, " |\n") + " " + strings.TrimSpace(rest) + " |\n"
		}
	}
	slices.Sort(names)
	if want := functions(t); !slices.Equal(names, want) {
		t.Errorf("render tells of the functions %v, but has %v", names, want)
	}
	return strings.ReplaceAll(text, "|  ", "| ")
}

// functions are the names of those that render gives to templates.
func functions(t *testing.T) (names []string) {
	t.Helper()
	ast.Inspect(source(t, "../internal/render/functions.go"), func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && v.Names[0].Name == "placeholders" {
			for _, e := range v.Values[0].(*ast.CompositeLit).Elts {
				names = append(names, strings.Trim(e.(*ast.KeyValueExpr).Key.(*ast.BasicLit).Value, `"`))
			}
		}
		return true
	})
	slices.Sort(names)
	return names
}

// wordTable lists the words of the pages.
func wordTable() string {
	var b strings.Builder
	b.WriteString("# The words of the pages\n\n" +
		"Made from internal/lang by: go test ./templates -run Contract -update\n\n" +
		"`{{word \"home\"}}` says one of them in the site's language, `data/words.yaml` replaces it: `home: Start`. " +
		"What stands for `%s` and `%d` is filled in, in the order given; `%[2]s` is the second of all.\n\n" +
		"| key | Indonesian | English |\n| --- | --- | --- |\n")
	for _, key := range lang.Pages.Keys() {
		word := lang.Pages.Both(key)
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", key, word.Indonesian, word.English)
	}
	return b.String()
}
