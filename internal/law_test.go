package internal_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// table says what each package may import: of the house, and of other modules.
// Changing it is a decision, to be explained in the commit.
var table = map[string]struct{ house, modules []string }{
	"internal":      {},
	"internal/lang": {modules: []string{"golang.org/x/text"}},
	"internal/diag": {house: []string{"lang"}},
	"internal/memo": {},
	"internal/lab":  {modules: []string{"github.com/chromedp/chromedp", "golang.org/x/crypto"}}, // for tests

	"internal/markdown/markup":  {},
	"internal/markdown/grammar": {house: []string{"markdown/markup"}, modules: []string{"github.com/yuin/goldmark"}},

	"internal/atlas/vector":  {},
	"internal/atlas/geojson": {house: []string{"diag", "atlas/vector"}, modules: []string{"github.com/paulmach/orb"}},

	"internal/markdown": {house: []string{"markdown/markup", "markdown/grammar"}, modules: []string{"github.com/yuin/goldmark"}},
	"internal/atlas":    {house: []string{"diag", "atlas/vector", "atlas/geojson"}, modules: []string{"github.com/paulmach/orb"}},
	"internal/chart":    {house: []string{"atlas"}},
	"internal/host":     {},
	"internal/files":    {house: []string{"diag"}, modules: []string{"golang.org/x/image", "golang.org/x/text"}},

	"internal/records/plain": {house: []string{"markdown/markup"}},
	"internal/records/fault": {house: []string{"diag", "markdown", "records/plain"}, modules: []string{"gopkg.in/yaml.v3"}},

	"internal/records": {house: []string{"diag", "memo", "markdown", "records/fault", "records/plain"}, modules: []string{"gopkg.in/yaml.v3"}},

	"internal/site/value": {house: []string{"diag", "records"}, modules: []string{"golang.org/x/text"}},

	"internal/site":        {house: []string{"lang", "diag", "memo", "markdown", "files", "records", "site/value"}, modules: []string{"golang.org/x/text"}},
	"internal/site/strays": {house: []string{"diag", "files", "records", "site", "site/value"}},

	"internal/address": {house: []string{"site", "site/value"}},
	"internal/ground":  {house: []string{"lang", "memo", "site", "site/value", "address"}},
	"internal/figures": {house: []string{"lang", "memo", "atlas", "chart", "site", "site/value", "ground"}},
	// They see what plan hands them, and can see nothing else.
	"internal/views":   {house: []string{"lang", "memo", "markdown", "chart", "site", "site/value", "address", "ground", "figures"}},
	"internal/formats": {house: []string{"lang", "site", "address", "ground", "figures"}},
	"internal/plan":    {house: []string{"diag", "memo", "markdown", "atlas", "atlas/geojson", "host", "files", "site", "site/value", "address", "ground", "figures", "views", "formats"}, modules: []string{"golang.org/x/text"}},
	"internal/render":  {house: []string{"diag", "memo", "files", "formats", "plan", "views"}},
	"internal/output":  {house: []string{"files"}, modules: []string{"github.com/gofrs/flock", "golang.org/x/sys"}},
	"internal/build":   {house: []string{"diag", "memo", "markdown", "atlas", "atlas/geojson", "host", "files", "records", "site", "site/value", "site/strays", "address", "views", "plan", "render", "output"}},
	"internal/dev":     {house: []string{"lang", "diag", "host", "files", "build"}, modules: []string{"github.com/fsnotify/fsnotify"}},

	"internal/publish/store": {house: []string{"lang"},
		modules: []string{"github.com/andybalholm/brotli", "golang.org/x/sync"}},
	"internal/publish/folder": {house: []string{"publish/store"}, modules: []string{"golang.org/x/sys"}},
	"internal/publish/sftp": {house: []string{"publish/store"},
		modules: []string{"github.com/pkg/sftp", "golang.org/x/crypto"}},
	"internal/publish/s3":     {house: []string{"publish/store"}, modules: []string{"github.com/minio/minio-go/v7"}},
	"internal/publish/verify": {house: []string{"lang", "publish/store"}},
	"internal/publish":        {house: []string{"publish/store"}},

	"internal/publish/publishtest": {house: []string{"lab", "publish/store"}}, // for tests

	"templates": {},
	"cmd/blandongan": {house: []string{"lang", "diag", "build", "dev", "host",
		"publish/store", "publish/folder", "publish/sftp", "publish/s3", "publish/verify", "publish", "../templates"}, modules: []string{"github.com/urfave/cli/v3"}},
}

type listed struct {
	ImportPath string
	Imports    []string
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
				if !slices.ContainsFunc(allowed.house, func(a string) bool { return path.Join("internal", a) == house }) {
					t.Errorf("%s imports %s, which the table does not allow", name, house)
				}
			} else if strings.Contains(strings.Split(imported, "/")[0], ".") {
				if !slices.ContainsFunc(allowed.modules, func(m string) bool { return imported == m || strings.HasPrefix(imported, m+"/") }) {
					t.Errorf("%s imports %s, which the table does not allow", name, imported)
				}
			}
		}
	}
}

// packages asks the go command what the house imports, without its tests.
func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
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
