package host_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"blandongan/internal/host"
	"blandongan/internal/lab"
)

var plain = host.Options{Root: "/srv/etalase", Name: "kota.example"}

func config(t *testing.T, server string, s host.Site, o host.Options) map[string]string {
	t.Helper()
	files, err := s.Config(server, o)
	must(t, err)
	all := map[string]string{}
	for _, f := range files {
		all[f.Path] = string(f.Data)
	}
	return all
}

func TestConfigOfEveryServer(t *testing.T) {
	paths := map[string]string{
		"nginx": "hosting/nginx.conf", "caddy": "hosting/Caddyfile", "apache": "hosting/apache.conf",
		"netlify":    "netlify.toml",
		"cloudflare": "wrangler.toml", "github": ".github/workflows/publish.yml", "gitlab": ".gitlab-ci.yml",
	}
	if len(paths) != len(host.Servers) {
		t.Errorf("%q", host.Servers)
	}
	for _, server := range host.Servers {
		text := config(t, server, host.Site{Prefix: "/", Assets: "aset/"}, plain)[paths[server]]
		if !strings.HasSuffix(text, "\n") || strings.Contains(text, "\n\n\n") || strings.Contains(text, "<%") ||
			strings.Contains(text, "no value") {
			t.Errorf("%s:\n%s", server, text)
		}
		for line := range strings.Lines(text) {
			if strings.TrimRight(line, " \t\n") != strings.TrimSuffix(line, "\n") {
				t.Errorf("%s: %q ends in blanks", server, line)
			}
		}
	}
}

func TestConfigRefuses(t *testing.T) {
	root := host.Site{Prefix: "/", Assets: "aset/"}
	for name, c := range map[string]struct {
		server string
		site   host.Site
		o      host.Options
	}{
		"no such server":       {"iis", root, plain},
		"no folder":            {"nginx", root, host.Options{Name: "x"}},
		"relative folder":      {"nginx", root, host.Options{Root: "srv", Name: "x"}},
		"folder ends a word":   {"nginx", root, host.Options{Root: `/srv"; return 200 "x`, Name: "x"}},
		"folder with variable": {"nginx", root, host.Options{Root: "/srv/$uri", Name: "x"}},
		"folder with brace":    {"caddy", root, host.Options{Root: "/srv/{env.HOME}", Name: "x"}},
		"folder of two drives": {"nginx", root, host.Options{Root: "CD:/srv", Name: "x"}},
		"folder of a drive":    {"nginx", root, host.Options{Root: "C:srv", Name: "x"}},
		"folder with newline":  {"apache", root, host.Options{Root: "/srv\nX", Name: "x"}},
		"no name":              {"apache", root, host.Options{Root: "/srv"}},
		"name with blank":      {"caddy", root, host.Options{Root: "/srv", Name: "x y"}},
		"name ends a block":    {"nginx", root, host.Options{Root: "/srv", Name: "x;}"}},
		"listening anywhere":   {"nginx", root, host.Options{Root: "/srv", Name: "x", Listen: "80; include x"}},
		"no port":              {"nginx", root, host.Options{Root: "/srv", Name: "x", Port: "80;"}},
		"port of zeros":        {"caddy", root, host.Options{Root: "/srv", Name: "x", Port: "0080"}},
		"port too great":       {"apache", root, host.Options{Root: "/srv", Name: "x", Port: "65536"}},
		"prefix":               {"nginx", host.Site{Prefix: `/a"b/`}, plain},
		"prefix without slash": {"nginx", host.Site{Prefix: "/a"}, plain},
		"assets":               {"nginx", host.Site{Prefix: "/", Assets: "a b/"}, plain},
		"open data":            {"nginx", host.Site{Prefix: "/", Open: "a;b/"}, plain},
		"releases on a host":   {"github", root, host.Options{Releases: true}},
	} {
		if files, err := c.site.Config(c.server, c.o); err == nil || files != nil {
			t.Errorf("%s: %v, %v", name, files, err)
		}
	}
}

// Servers run on Windows too, whose folders begin with a drive.
func TestFolderOfWindows(t *testing.T) {
	for server, file := range map[string]string{
		"nginx": "hosting/nginx.conf", "caddy": "hosting/Caddyfile", "apache": "hosting/apache.conf",
	} {
		o := plain
		o.Root = "C:/web kota"
		if text := config(t, server, host.Site{Prefix: "/"}, o)[file]; !strings.Contains(text, `"C:/web kota"`) {
			t.Errorf("%s:\n%s", server, text)
		}
	}
}

// workflow is what both services read, as far as we look.
type workflow struct {
	On          map[string]any
	Permissions map[string]string
	Jobs        map[string]struct {
		Steps []struct {
			Uses, Run string
			With      map[string]string
			Env       map[string]string
		}
	}
}

func TestGitHubWorkflow(t *testing.T) {
	text := config(t, "github", host.Site{}, host.Options{})[".github/workflows/publish.yml"]
	var w workflow
	must(t, yaml.Unmarshal([]byte(text), &w))
	for _, event := range []string{"push", "schedule", "workflow_dispatch"} {
		if _, ok := w.On[event]; !ok {
			t.Errorf("it does not run on %s", event)
		}
	}
	cron := w.On["schedule"].([]any)[0].(map[string]any)["cron"].(string)
	if len(strings.Fields(cron)) != 5 || !strings.Contains(text, "UTC") {
		t.Errorf("schedule %q", cron)
	}
	if w.Permissions["pages"] != "write" || w.Permissions["id-token"] != "write" ||
		w.Permissions["contents"] != "read" {
		t.Errorf("%v", w.Permissions)
	}
	cached := ""
	pinned := regexp.MustCompile(`^actions/[a-z-]+@v[0-9]+$`)
	runs := ""
	for _, s := range w.Jobs["publish"].Steps {
		if s.Uses != "" && !pinned.MatchString(s.Uses) {
			t.Errorf("%s is not pinned to a version", s.Uses)
		}
		if strings.HasPrefix(s.Uses, "actions/setup-go@") && s.With["go-version"] != "1.26" {
			t.Errorf("Go %q", s.With["go-version"])
		}
		if strings.HasPrefix(s.Uses, "actions/cache@") {
			cached = s.With["path"]
			if s.With["key"] != "built-${{ github.run_id }}" || s.With["restore-keys"] != "built-" {
				t.Errorf("each run keeps its own, and takes the newest: %v", s.With)
			}
		}
		if cached == "" && strings.Contains(s.Run, "build") {
			t.Error("it builds before it has what the last one remembered")
		}
		if strings.HasPrefix(s.Uses, "actions/upload-pages-artifact@") &&
			(s.With["path"] != "public" || s.With["include-hidden-files"] != "true") {
			t.Errorf("%v", s.With)
		}
		if strings.Contains(s.Run, "${{") {
			t.Errorf("a value becomes part of a command: %s", s.Run)
		}
		runs += s.Run + "\n"
	}
	for _, want := range []string{"blandongan build --base-url", "--out " + cached, "cp -R " + cached + " public",
		"rm -rf public/.blandongan", "public/.nojekyll"} {
		if !strings.Contains(runs, want) {
			t.Errorf("it does not run %s:\n%s", want, runs)
		}
	}
}

func TestGitLabPipeline(t *testing.T) {
	for _, o := range []host.Options{{}, {Compressed: true}} {
		text := config(t, "gitlab", host.Site{}, o)[".gitlab-ci.yml"]
		var w map[string]struct {
			Image     string
			Script    []string
			Artifacts struct{ Paths []string }
			Cache     struct {
				Key, Policy string
				Paths       []string
			}
			Rules []map[string]string
		}
		must(t, yaml.Unmarshal([]byte(text), &w))
		p := w["pages"]
		script := strings.Join(p.Script, "\n")
		if p.Image != "golang:1.26" {
			t.Errorf("image %s", p.Image)
		}
		if !strings.Contains(script, `build --base-url "$CI_PAGES_URL/"`) ||
			!strings.Contains(script, "rm -rf public/.blandongan") || strings.Contains(script, "gzip") != o.Compressed {
			t.Errorf("%s", script)
		}
		if len(p.Cache.Paths) != 1 || p.Cache.Key == "" || p.Cache.Policy != "pull-push" ||
			!strings.Contains(script, "--out "+strings.TrimSuffix(p.Cache.Paths[0], "/")) {
			t.Errorf("%+v", p.Cache)
		}
		if len(p.Artifacts.Paths) != 1 || p.Artifacts.Paths[0] != "public" || len(p.Rules) != 1 {
			t.Errorf("%+v", p)
		}
	}
}

// TestScriptsRun runs what the services would, in a folder with a site.
func TestScriptsRun(t *testing.T) {
	sh := lab.Program(t, "sh", "dash")
	lab.Program(t, "find", "findutils")
	lab.Program(t, "gzip", "gzip")
	dir := t.TempDir()
	fill := map[string]string{
		"built/.blandongan/manifest": "x", "built/index.html": "x", "built/a b.css": "x", "built/foto.png": "x",
		"public/lama.html": "x",
	}
	for name, text := range fill {
		write(t, dir+"/"+name, text)
	}
	text := config(t, "gitlab", host.Site{}, host.Options{Compressed: true})[".gitlab-ci.yml"]
	var w map[string]struct{ Script []string }
	must(t, yaml.Unmarshal([]byte(text), &w))
	for _, line := range w["pages"].Script[1:] {
		cmd := exec.Command(sh, "-ec", line)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", line, err, out)
		}
	}
	for name, want := range map[string]bool{
		"public/.blandongan": false, "public/index.html.gz": true, "public/a b.css.gz": true, "public/a b.css": true,
		"public/foto.png.gz": false, "public/lama.html": false, "built/.blandongan/manifest": true,
		"built/index.html.gz": false,
	} {
		if _, err := os.Stat(dir + "/" + name); (err == nil) != want {
			t.Errorf("%s is there: %v", name, err == nil)
		}
	}
}

// TestGoVersion wants services to build with the Go that go.mod asks for.
func TestGoVersion(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	must(t, err)
	want := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindSubmatch(mod)[1]
	text := config(t, "netlify", host.Site{}, host.Options{})["netlify.toml"]
	if !strings.Contains(text, `GO_VERSION = "`+string(want)+`"`) {
		t.Errorf("not Go %s:\n%s", want, text)
	}
}
