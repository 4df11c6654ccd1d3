package host_test

import (
	"cmp"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"blandongan/internal/host"
	"blandongan/internal/lab"
)

// engine is a real web server as the tests start it.
type engine struct {
	name, program, packages string
	config                  string // what Config calls it
	// command writes what the server needs besides what we wrote for it, in dir, and
	// returns how it is started; address is where it must listen.
	command func(t *testing.T, dir, program, address string) *exec.Cmd
}

var engines = []engine{
	{"nginx", "nginx", "nginx-light", "nginx", nginx},
	{"caddy", "caddy", "caddy", "caddy", caddy},
	{"apache", "apache2", "apache2", "apache", apache},
	{"htaccess", "apache2", "apache2", "apache", apacheShared},
	{"htaccess of a strict host", "apache2", "apache2", "apache", apacheStrict},
}

// served is a running server with a site.
type served struct {
	url  string // of the host, without a slash
	dir  string // with access.log
	root string // the folder that is published
	site host.Site
}

// serve starts the server with what Config writes for it, in a folder of its own
// that any user may read. The site lies where publish puts it. With a port in the
// options the server listens at a free one on all addresses.
func (e engine) serve(t *testing.T, site host.Site, o host.Options, put func(root string)) *served {
	t.Helper()
	program := lab.Program(t, e.program, e.packages)
	dir, err := os.MkdirTemp("", "blandongan-host-")
	must(t, err)
	t.Cleanup(func() { must(t, os.RemoveAll(dir)) })
	must(t, os.Chmod(dir, 0o755))
	address := freePort(t)
	o.Root, o.Name = filepath.Join(dir, "site"), cmp.Or(o.Name, "kota.example")
	if o.Port == "" {
		o.Listen = address
	} else {
		o.Port = address[strings.LastIndex(address, ":")+1:]
	}
	root := o.Root
	if o.Releases {
		root = filepath.Join(root, "releases", "1")
	}
	must(t, os.MkdirAll(root, 0o755))
	if o.Releases {
		lab.Link(t, "releases/1", filepath.Join(o.Root, "current"))
	}
	put(root)
	files, err := site.Config(e.config, o)
	must(t, err)
	for _, f := range files {
		write(t, filepath.Join(dir, f.Path), string(f.Data))
	}
	e.start(t, dir, program, address)
	return &served{"http://" + address, dir, root, site}
}

func (e engine) start(t *testing.T, dir, program, address string) {
	t.Helper()
	cmd := e.command(t, dir, program, address)
	var said strings.Builder
	cmd.Stdout, cmd.Stderr = &said, &said
	must(t, cmd.Start())
	gone := make(chan error, 1)
	go func() { gone <- cmd.Wait() }()
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		select {
		case <-gone:
		case <-time.After(patience):
			_ = cmd.Process.Kill()
			t.Errorf("%s does not end", e.name)
		}
	})
	for end := time.Now().Add(patience); time.Now().Before(end); {
		if c, err := net.Dial("tcp", address); err == nil {
			_ = c.Close()
			return
		}
		select {
		case err := <-gone:
			gone <- err
			t.Fatalf("%s: %v\n%s", e.name, err, said.String())
		case <-time.After(20 * time.Millisecond):
		}
	}
	t.Fatalf("%s does not listen", e.name)
}

// freePort returns an address of loopback that nobody listens at.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	must(t, l.Close())
	return l.Addr().String()
}

func nginx(t *testing.T, dir, program, _ string) *exec.Cmd {
	user := ""
	if os.Getuid() == 0 {
		user = "user root;\n"
	}
	temp := ""
	for _, what := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
		temp += what + "_temp_path " + dir + "/tmp-" + what + ";\n"
	}
	write(t, dir+"/nginx.conf", user+"daemon off;\nworker_processes 1;\npid "+dir+"/pid;\nerror_log stderr;\n"+
		"events {}\nhttp {\n"+temp+
		"access_log "+dir+"/access.log;\ninclude /etc/nginx/mime.types;\ninclude "+dir+"/hosting/nginx.conf;\n}\n")
	return exec.Command(program, "-p", dir, "-c", dir+"/nginx.conf", "-e", "stderr")
}

func caddy(t *testing.T, dir, program, _ string) *exec.Cmd {
	write(t, dir+"/Caddyfile", "{\n\tadmin off\n}\nimport hosting/Caddyfile\n")
	cmd := exec.Command(program, "run", "--config", dir+"/Caddyfile", "--adapter", "caddyfile")
	cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir, "HOME="+dir)
	return cmd
}

// apache starts Apache with Debian's usual modules; those that would do
// things of their own with what we serve are among them.
func apache(t *testing.T, dir, program, address string) *exec.Cmd {
	return apacheWith(t, dir, program, address, "Include "+dir+"/hosting/apache.conf\n")
}

// apacheShared is Apache as a shared host runs it: we have .htaccess alone.
func apacheShared(t *testing.T, dir, program, address string) *exec.Cmd {
	return apacheHost(t, dir, program, address, "AllowOverride All")
}

// apacheStrict is one that lets nobody set Options, as Debian's for users' folders.
func apacheStrict(t *testing.T, dir, program, address string) *exec.Cmd {
	return apacheHost(t, dir, program, address,
		"AllowOverride FileInfo Indexes\nOptions MultiViews Indexes SymLinksIfOwnerMatch")
}

func apacheHost(t *testing.T, dir, program, address, allowed string) *exec.Cmd {
	rules, err := os.ReadFile(dir + "/hosting/htaccess")
	must(t, err)
	vhost, err := os.ReadFile(dir + "/hosting/apache.conf")
	must(t, err)
	main := "<Directory " + dir + ">\n" + allowed + "\nRequire all granted\n</Directory>\n"
	for line := range strings.Lines(string(vhost)) {
		word := strings.TrimSpace(line)
		if strings.HasPrefix(word, "DocumentRoot ") || strings.HasPrefix(word, "Alias ") {
			main += line
			folder := strings.Trim(word[strings.LastIndex(word, " ")+1:], `"`)
			write(t, folder+"/.htaccess", string(rules))
		}
	}
	return apacheWith(t, dir, program, address, main)
}

func apacheWith(t *testing.T, dir, program, address, site string) *exec.Cmd {
	conf := "ServerRoot " + dir + "\nServerName kota.example\nListen " + address + "\nPidFile " + dir +
		"/pid\nErrorLog " + dir + "/error.log\n"
	for _, m := range []string{
		"mpm_event", "authz_core", "mime", "dir", "alias", "headers", "rewrite", "env", "setenvif", "filter", "deflate",
		"negotiation", "autoindex",
	} {
		conf += "LoadModule " + m + "_module /usr/lib/apache2/modules/mod_" + m + ".so\n"
	}
	if os.Getuid() == 0 {
		conf += "User www-data\nGroup www-data\n" // Apache refuses to be root
	}
	conf += "TypesConfig /etc/mime.types\nAddType application/x-gzip .gz .tgz\nAddEncoding x-gzip .gz\n" +
		"AddLanguage br .br\n" +
		"AddOutputFilterByType DEFLATE text/html text/css application/json\nAddDefaultCharset ISO-8859-1\n" +
		"LogFormat \"%h - - [] \\\"%r\\\" %>s\" plain\nCustomLog " + dir + "/access.log plain\n" +
		"<Directory />\nOptions FollowSymLinks\nAllowOverride None\nRequire all denied\n</Directory>\n" + site
	write(t, dir+"/apache2.conf", conf)
	return exec.Command(program, "-DFOREGROUND", "-f", dir+"/apache2.conf")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(file), 0o755))
	must(t, os.WriteFile(file, []byte(text), 0o644))
}

// each runs a test against every server, at the root of a host and below a path,
// there with releases.
func each(t *testing.T, f func(t *testing.T, e engine, site host.Site, o host.Options)) {
	for _, e := range engines {
		for _, prefix := range []string{"/", "/kota/baru/"} {
			t.Run(fmt.Sprint(e.name, prefix), func(t *testing.T) {
				f(t, e, host.Site{Prefix: prefix, Secure: true, Assets: "aset/", Open: "data/"},
					host.Options{Compressed: true, Releases: prefix != "/"})
			})
		}
	}
}
