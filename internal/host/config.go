package host

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
)

// Servers are what Config can write for: web servers, then hosting services.
var Servers = []string{"nginx", "caddy", "apache", "netlify", "cloudflare", "github", "gitlab"}

// ConfigFile is a file that a server or a service reads; Path is relative to
// the site's folder, where data/ and content/ lie.
type ConfigFile struct {
	Path string
	Data []byte
}

// Options are what a server's configuration says besides the site.
type Options struct {
	// Root is the folder on the server in which the site is published, an absolute
	// path with slashes, also behind a drive of Windows. Web servers need it, services do not.
	Root string
	// Example says that Root is none, and to be changed by whoever reads the file.
	Example bool
	// Name is the host name that visitors type: "kota.example".
	Name string
	// Port is that of the site's address, "" for the usual one.
	Port string
	// Listen is where the server listens, ADDRESS:PORT; "" for Port on all addresses.
	Listen string
	// Releases says that Root holds releases, and the site is Root/current.
	Releases bool
	// Compressed says that .gz and .br lie beside the texts.
	Compressed bool
}

// goVersion is that of go.mod; a test compares.
const goVersion = "1.26"

//go:embed config
var files embed.FS

// templates are in a folder of their own, one for each file that is written. Their
// marks are <% and %>, which mean nothing to any of the servers.
var templates = template.Must(template.New("").Delims("<%", "%>").ParseFS(files, "config/*"))

// written says which template makes which file, by server.
var written = map[string][]struct{ template, path string }{
	"nginx":      {{"nginx.conf", "hosting/nginx.conf"}},
	"caddy":      {{"Caddyfile", "hosting/Caddyfile"}},
	"apache":     {{"apache.conf", "hosting/apache.conf"}, {"htaccess", "hosting/htaccess"}},
	"netlify":    {{"netlify.toml", "netlify.toml"}},
	"cloudflare": {{"wrangler.toml", "wrangler.toml"}},
	"github":     {{"github.yml", ".github/workflows/publish.yml"}},
	"gitlab":     {{"gitlab.yml", ".gitlab-ci.yml"}},
}

// Config returns the files that make a server or a service serve the site as it
// should be served, each with a mark by which OriginOf knows it again. It is an error
// when a server is not known, or an option is not what it should be.
func (s Site) Config(server string, o Options) ([]ConfigFile, error) {
	if !slices.Contains(Servers, server) {
		return nil, fmt.Errorf("no such host: %q; known are %s", server, strings.Join(Servers, ", "))
	}
	if err := s.check(server, o); err != nil {
		return nil, err
	}
	var made []ConfigFile
	for _, f := range written[server] {
		var b strings.Builder
		if err := templates.ExecuteTemplate(&b, f.template, configData{s, o}); err != nil {
			return nil, fmt.Errorf("write %s: %w", f.path, err)
		}
		made = append(made, ConfigFile{f.path, seal([]byte(b.String()))})
	}
	return made, nil
}

// What an option may look like. None can hold what would end a word or a line
// in a server's language.
var (
	isFolder = regexp.MustCompile(`^([A-Za-z]:)?/[\pL\pN/._~+@, -]*$`)
	isName   = regexp.MustCompile(`^[\pL\pN.*-]+$`)
	isListen = regexp.MustCompile(`^([0-9.]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}$`)
	isPrefix = regexp.MustCompile(`^/([A-Za-z0-9._~%-]+/)*$`)
	notLabel = regexp.MustCompile(`[^a-z0-9]+`)
	isAssets = regexp.MustCompile(`^([A-Za-z0-9_-]+/)*$`)
)

// isPort says of a number whether it is a port's, and written as one.
func isPort(word string) bool {
	n, err := strconv.ParseUint(word, 10, 16)
	return err == nil && n > 0 && word[0] != '0'
}

// IsService says whether one of Servers is a service that keeps the site itself.
func IsService(server string) bool {
	return slices.Index(Servers, server) > slices.Index(Servers, "apache")
}

func (s Site) check(server string, o Options) error {
	service := IsService(server)
	switch {
	case !service && !isFolder.MatchString(o.Root):
		return fmt.Errorf("folder on the server is %q, not an absolute path of letters and digits", o.Root)
	case !service && !isName.MatchString(o.Name):
		return fmt.Errorf("host name is %q", o.Name)
	case o.Listen != "" && !isListen.MatchString(o.Listen):
		return fmt.Errorf("listening at %q, not at ADDRESS:PORT", o.Listen)
	case o.Port != "" && !isPort(o.Port):
		return fmt.Errorf("port is %q", o.Port)
	case !isPrefix.MatchString(s.prefix()):
		return fmt.Errorf("path of the site is %q", s.Prefix)
	case !isAssets.MatchString(s.Assets):
		return fmt.Errorf("folder of assets is %q", s.Assets)
	case !isAssets.MatchString(s.Open):
		return fmt.Errorf("folder of open data is %q", s.Open)
	case service && o.Releases:
		return errors.New("a service keeps no releases")
	}
	return nil
}

// configData is what the templates see.
type configData struct {
	Site
	Options
}

// Here is the path of the site on its host, as a server compares it.
func (c configData) Here() string {
	plain, _ := rooted(c.prefix())
	return plain
}

// Path is the same as it stands in a URL.
func (c configData) Path() string { return escape(c.Here()) }

// Bare is the same without its last slash, "" at the root.
func (c configData) Bare() string { return strings.TrimSuffix(c.Here(), "/") }

// Served is the folder that is served.
func (c configData) Served() string {
	root := strings.TrimRight(c.Root, "/")
	if c.Releases {
		root += "/current"
	}
	return cmp.Or(root, "/")
}

// Plain is the port of http: the address's own, where that is no https.
func (c configData) Plain() string {
	if c.Secure {
		return "80"
	}
	return cmp.Or(c.Port, "80")
}

// Sealed is the port of https, for a site that is read by it.
func (c configData) Sealed() string { return cmp.Or(c.Port, "443") }

// Label is the host name as a service takes it: small letters, digits, hyphens.
func (c configData) Label() string {
	return cmp.Or(strings.Trim(notLabel.ReplaceAllString(strings.ToLower(c.Name), "-"), "-"), "site")
}

// Go is the version that services build with.
func (c configData) Go() string { return goVersion }

// Security, Kept and Asked are headers: of every answer, of assets, of all else.
func (c configData) Security() []Header { return c.security() }
func (c configData) Kept() string       { return forEver }
func (c configData) Asked() string      { return revalidate }

// Anybody is the header of open data.
func (c configData) Anybody() Header { return anybody }

// Texts are the endings of texts, as part of a pattern.
func (c configData) Texts() string { return strings.Join(textEndings(), "|") }

// TextEndings are the same one by one.
func (c configData) TextEndings() []string { return textEndings() }

// Moves are the redirects.
func (c configData) Moves() []move { return c.moves() }

// Types are the content types.
func (c configData) Types() []kind { return kinds }

// Atom is the type of Atom feeds.
func (c configData) Atom() kind { return atomKind }
