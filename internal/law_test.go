package internal_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// table says what each package may import: of the house, and of other modules, with blanks between.
// Changing it is a decision, to be explained in the commit.
var table = map[string]struct{ house, modules string }{
	"internal":                {},
	"internal/lang/sentences": {},
	"internal/lang":           {house: "lang/sentences", modules: "golang.org/x/text"},
	"internal/diag/sentences": {house: "lang"},
	"internal/machine":        {modules: "golang.org/x/sys"},
	"internal/diag":           {house: "lang diag/sentences machine"},
	"internal/diag/report":    {house: "diag"},
	"internal/explain":        {house: "diag"},
	"internal/memo":           {},
	"internal/positions":      {},
	"internal/memory":         {},

	"internal/search/words": {},

	"internal/lab": {modules: "golang.org/x/crypto golang.org/x/sys"}, // for tests

	"internal/lab/photo":  {},                                                      // for tests
	"internal/lab/chrome": {house: "lab", modules: "github.com/chromedp/chromedp"}, // for tests

	"internal/markdown/markup":  {},
	"internal/markdown/grammar": {house: "markdown/markup", modules: "github.com/yuin/goldmark"},

	"internal/atlas/vector":  {},
	"internal/atlas/geojson": {house: "diag atlas/vector", modules: "github.com/paulmach/orb"},

	"internal/markdown": {house: "markdown/markup markdown/grammar", modules: "github.com/yuin/goldmark"},
	"internal/atlas":    {house: "diag atlas/vector atlas/geojson", modules: "github.com/paulmach/orb"},
	"internal/chart":    {house: "atlas"},
	"internal/author":   {house: "lang machine"},
	"internal/host":     {},
	"internal/workbook": {},
	"internal/search":   {house: "search/words"},
	"internal/picture": {
		house:   "diag",
		modules: "github.com/gen2brain/webp github.com/kovidgoyal/imaging golang.org/x/image/webp",
	},
	"internal/poster": {modules: "eliasnaur.com/font golang.org/x/image/font golang.org/x/image/math"},
	"internal/files":  {house: "machine diag picture", modules: "golang.org/x/text"},

	"internal/records/quantity": {},
	"internal/records/plain":    {house: "markdown/markup"},
	"internal/records/ordinary": {modules: "gopkg.in/yaml.v3"},
	"internal/records/fault": {
		house: "diag markdown records/ordinary records/plain", modules: "gopkg.in/yaml.v3",
	},

	"internal/records": {
		house: "diag memo markdown records/quantity records/fault records/plain", modules: "gopkg.in/yaml.v3",
	},

	"internal/records/omit":   {},
	"internal/records/within": {house: "diag records"},

	"internal/site/value": {house: "diag records records/quantity", modules: "golang.org/x/text"},

	"internal/publish/destination": {house: "diag files records site/value"},
	"internal/desk/settings":       {house: "diag records site/value"},

	"internal/site": {
		house: "lang diag memo markdown files records records/omit records/within site/value " +
			"publish/destination desk/settings",
		modules: "golang.org/x/text",
	},
	"internal/site/meaning":      {house: "lang records site"},
	"internal/site/compare":      {house: "site site/value"},
	"internal/site/areas":        {house: "diag atlas atlas/geojson records site"},
	"internal/site/check":        {house: "diag lang records records/quantity site site/value site/compare"},
	"internal/site/translations": {house: "diag lang atlas/geojson site site/value"},
	"internal/site/strays":       {house: "diag files records site site/value"},

	"internal/desk/prose":     {house: "diag markdown records site"},
	"internal/desk/language":  {house: "diag site desk/prose"},
	"internal/desk/web":       {house: "diag search/words site desk/prose"},
	"internal/desk/external":  {house: "diag desk/web"},
	"internal/desk/mend":      {house: "diag"},
	"internal/desk/reading":   {house: "diag desk/prose"},
	"internal/desk/reckoning": {house: "diag site site/value desk/prose desk/reading"},
	"internal/desk/register":  {house: "memo site site/value desk/prose desk/reading"},
	"internal/desk/reference": {
		house: "diag search/words site site/value desk/settings desk/prose desk/reading desk/reckoning desk/register",
	},
	"internal/desk": {
		house: "diag memo site desk/settings desk/prose desk/language desk/register desk/reference desk/web",
	},
	"internal/guide": {house: "lang diag author explain records site site/meaning site/value"},

	"internal/address": {house: "site site/value", modules: "golang.org/x/text"},
	"internal/ground":  {house: "lang memo site site/value address"},
	"internal/figures": {house: "lang memo atlas chart site site/value site/compare ground"},
	// They see what plan hands them, and can see nothing else.
	"internal/views": {
		house: "lang memo markdown chart site site/value site/compare address ground figures",
	},
	"internal/formats": {house: "lang host poster site address ground figures views"},
	"internal/opendata": {
		house: "lang memo workbook site site/value address ground figures views formats",
	},
	"internal/related": {house: "memo site site/value"},
	"internal/searchable": {
		house: "lang memo markdown search site site/value site/compare address ground figures views",
	},
	"internal/schema": {house: "lang author markdown files records site site/value site/meaning"},
	"internal/plan": {
		house: "lang diag memo markdown atlas host picture poster files site site/value address ground figures views " +
			"formats opendata related search searchable plan/whose " +
			"plan/shelf plan/meant positions",
		modules: "golang.org/x/text",
	},
	"internal/plan/meant":     {house: "markdown site"},
	"internal/plan/shelf":     {house: "memo opendata"},
	"internal/plan/whose":     {house: "memo site/value address"},
	"internal/plan/moved":     {house: "diag site plan"},
	"internal/render":         {house: "lang diag memo poster search files ground formats opendata plan views"},
	"internal/output/scratch": {modules: "golang.org/x/sys"},
	"internal/output/below":   {house: "machine files", modules: "golang.org/x/sys"},
	"internal/output":         {house: "machine files output/below", modules: "github.com/gofrs/flock"},
	"internal/build/progress": {},
	"internal/build/sink":     {},
	"internal/build/found":    {house: "memo plan search views"},
	"internal/build/ledger":   {house: "memo memory positions files"},
	"internal/build/reading": {
		house: "diag memo memory markdown atlas/geojson files site site/strays address render output output/scratch",
	},
	"internal/build/texts": {
		house: "diag memo files site site/strays views plan build/reading",
	},
	"internal/build/past": {house: "memory output"},
	"internal/build/review": {
		house: "diag memo memory output/scratch site desk/settings desk/prose desk/web desk build/reading",
	},
	"internal/build": {
		house: "diag memo memory markdown atlas atlas/geojson host picture poster search files site site/areas " +
			"site/check site/value site/translations desk/prose desk/web desk address views related plan " +
			"plan/moved plan/shelf render output output/scratch build/progress build/found build/ledger " +
			"build/reading build/review build/texts build/past build/sink",
		modules: "golang.org/x/sync",
	},
	"internal/lsp": {
		house:   "lang diag records explain site site/value site/meaning files build lsp/text lsp/pipe lsp/outline",
		modules: "github.com/creachadair/jrpc2",
	},
	"internal/lsp/text":    {},
	"internal/lsp/pipe":    {house: "lang", modules: "github.com/creachadair/jrpc2"},
	"internal/lsp/outline": {},
	"internal/dev/tabs":    {},
	"internal/dev": {
		house: "lang machine diag host files build dev/tabs", modules: "github.com/fsnotify/fsnotify",
	},

	"internal/publish/store":  {house: "lang machine", modules: "github.com/andybalholm/brotli golang.org/x/sync"},
	"internal/publish/folder": {house: "machine files publish/store", modules: "golang.org/x/sys"},
	"internal/publish/sftp": {
		house:   "publish/destination publish/store",
		modules: "github.com/pkg/sftp golang.org/x/crypto",
	},
	"internal/publish/s3": {
		house:   "publish/destination publish/store",
		modules: "github.com/minio/minio-go/v7",
	},
	"internal/publish/verify": {house: "lang publish/store"},
	"internal/publish":        {house: "files publish/store"},

	"internal/start/codes":   {modules: "golang.org/x/text"},
	"internal/start/colours": {},
	"internal/start": {
		house: "lang files author markdown records site site/value site/meaning desk/web address start/codes " +
			"start/colours",
	},

	"internal/publish/publishtest": {house: "lab publish/destination publish/store"}, // for tests

	"internal/command": {
		house:   "lang machine diag author build/progress build host publish/destination ../templates",
		modules: "github.com/urfave/cli/v3",
	},
	"internal/command/publishing": {
		house: "lang diag author files site site/meaning desk/web plan build host publish/destination publish/store " +
			"publish/folder publish/sftp publish/s3 publish/verify publish command",
		modules: "github.com/urfave/cli/v3",
	},

	"templates":   {},
	"cmd/release": {},
	"cmd/blandongan": {
		house: "lang diag diag/report explain author guide desk/web desk/external desk/mend schema build dev start " +
			"lsp command command/publishing ../templates",
		modules: "github.com/urfave/cli/v3",
	},
}

// A view is a function of views, formats, opendata or searchable wherever plan hands one on. A function
// literal or a method could read what no digest holds, and its page would grow stale.
func TestViewsSeeOnlyInputs(t *testing.T) {
	files, err := filepath.Glob("plan/*.go")
	if err != nil {
		t.Fatal(err)
	}
	set, seen := token.NewFileSet(), 0
	for _, name := range files {
		if filepath.ToSlash(name) == "plan/target.go" || strings.HasSuffix(name, "_test.go") {
			continue // target.go has the functions that take views
		}
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, is := n.(*ast.CallExpr)
			if !is || !slices.Contains([]string{"page", "file", "plan"}, nameOf(call.Fun)) {
				return true
			}
			seen++
			view, is := call.Args[len(call.Args)-1].(*ast.SelectorExpr)
			if !is || !slices.Contains([]string{"views", "formats", "opendata", "searchable"}, nameOf(view.X)) {
				t.Errorf("%s: the view is no function of a room of views", set.Position(call.Pos()))
			}
			return true
		})
	}
	if seen < 20 {
		t.Errorf("only %d views were found", seen)
	}
}

// writers are the rooms that may change what lies on a disk, by law 3, each with what it changes.
var writers = map[string]string{
	"output":         "public/",
	"output/scratch": "texts of one process, in the system's folder for what does not stay",
	"author":         "what editors own, when asked, and what a command remembers",
	"publish/folder": "a destination",
	"publish/sftp":   "the list of known hosts, as ssh does",
	"cmd/release":    "what is released",
	"files":          "nothing: it opens folders for others, and reads",
	"dev":            "nothing: it reads what it serves",
	"publish":        "nothing: it reads what it sends",
}

// Who calls a function of the library that writes, or that opens a folder through which one could, is among those
// who may. Rooms that tests need are not asked.
func TestWhoWrites(t *testing.T) {
	writes := []string{
		"WriteFile", "Create", "CreateTemp", "OpenFile", "OpenRoot", "Mkdir", "MkdirAll", "MkdirTemp", "Rename",
		"Remove", "RemoveAll", "Symlink", "Link", "Truncate", "Chmod", "Chtimes", "CopyFS",
	}
	set, seen := token.NewFileSet(), map[string]bool{}
	for _, p := range packages(t) {
		room := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, "blandongan/"), "internal/")
		if room == "lab" || strings.HasPrefix(room, "lab/") || strings.HasSuffix(room, "/publishtest") {
			continue
		}
		for _, name := range p.GoFiles {
			file, err := parser.ParseFile(set, filepath.Join(p.Dir, name), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				s, is := n.(*ast.SelectorExpr)
				opens := is && nameOf(s.X) == "files" && s.Sel.Name == "OpenFolder"
				if opens || is && nameOf(s.X) == "os" && slices.Contains(writes, s.Sel.Name) {
					seen[room] = true
					if writers[room] == "" {
						t.Errorf("%s: %s calls %s, and may not write", set.Position(s.Pos()), room, s.Sel.Name)
					}
				}
				return true
			})
		}
	}
	for room := range writers {
		if !seen[room] {
			t.Errorf("%s does not write any more", room)
		}
	}
}

// nameOf returns a plain name, also of a function with its types; "" of everything else.
func nameOf(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.IndexExpr:
		return nameOf(x.X)
	}
	return ""
}

type listed struct {
	ImportPath, Dir  string
	GoFiles, Imports []string
}

func TestImportTable(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, "blandongan/")
		allowed, known := table[name]
		if !known {
			t.Errorf("package %s is not in the table", name)
			continue
		}
		for _, imported := range p.Imports {
			if house, ours := strings.CutPrefix(imported, "blandongan/"); ours {
				inside := func(a string) bool { return path.Join("internal", a) == house }
				if !slices.ContainsFunc(strings.Fields(allowed.house), inside) {
					t.Errorf("%s imports %s, which the table does not allow", name, house)
				}
			} else if strings.Contains(strings.Split(imported, "/")[0], ".") {
				within := func(m string) bool { return imported == m || strings.HasPrefix(imported, m+"/") }
				if !slices.ContainsFunc(strings.Fields(allowed.modules), within) {
					t.Errorf("%s imports %s, which the table does not allow", name, imported)
				}
			}
		}
	}
}

// packages asks the go command what files the house has and what it imports, without its tests.
func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles,Imports", "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var list []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	if len(list) < len(table) {
		t.Errorf("go list found %d packages, the table has %d", len(list), len(table))
	}
	return list
}
