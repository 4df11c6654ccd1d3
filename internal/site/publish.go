package site

import (
	"cmp"
	"net"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// PublishFile is where the site's targets are named, if it has any.
const PublishFile = "data/publish.yaml"

// Publish is data/publish.yaml: where the site is published. It shows on no page.
type Publish struct {
	records.Places
	// Grace is for how many days a file that pages of an earlier version load stays
	// on a target after the last page that loads it is gone.
	Grace   int      `key:"grace"`
	Targets []Target `key:"targets,required"`
}

// Target is a place where the site is published: a folder, a server reached by
// SFTP, or a bucket of S3-compatible storage; exactly one of the three. No secret
// stands here: see Password and its like.
type Target struct {
	records.Places
	records.Named
	// Folder is as written: "~/" is the home of whoever publishes, a relative path
	// is taken from the site's folder.
	Folder string `key:"folder" like:"/var/www/etalase"`
	// Releases says that each version gets a folder of its own, releases/ID, and one
	// symbolic link, current, that is switched to it. Keep is how many stay.
	Releases bool `key:"releases"`
	Keep     int  `key:"keep"`
	SFTP     SFTP `key:"sftp"`
	// Key is the file of the private key, KnownHosts that of the servers' keys; both
	// as written, with "~/" for the home of whoever publishes. Without Key the agent
	// is asked, then the password used; without KnownHosts it is ~/.ssh/known_hosts.
	Key        string `key:"key" holds:"secret" like:"~/.ssh/etalase"`
	KnownHosts string `key:"known_hosts"`
	// Gaps allows a moment without the file where a server cannot replace it in one
	// step.
	Gaps   bool   `key:"gaps"`
	S3     S3     `key:"s3"`
	Region string `key:"region"`
	// Connections is how many files may be on their way at the same time.
	Connections int `key:"connections"`
	// Address is where visitors read what is published here, with a slash at its
	// end; when not written, the site's own.
	Address value.BaseURL `key:"address"`
	// Compress puts .gz and .br beside each text file.
	Compress bool `key:"compress"`
}

// What holds when nothing is written.
const (
	defaultGrace           = 7 // days
	defaultKeep            = 5 // releases
	defaultSFTPConnections = 4
	defaultS3Connections   = 8
)

// limits of the numbers, both ends allowed.
var limits = map[string]struct{ least, most int }{"grace": {0, 365}, "keep": {2, 1000}, "connections": {1, 16}}

// targetKinds are the keys that say what a target is, with the keys that only
// such a target may have.
var targetKinds = []struct {
	key string
	own []string
}{
	{"folder", []string{"releases", "keep"}},
	{"sftp", []string{"key", "known_hosts", "connections", "gaps"}},
	{"s3", []string{"region", "connections"}},
}

// Kind returns "folder", "sftp" or "s3".
func (t *Target) Kind() string {
	for _, k := range targetKinds {
		if t.Has(k.key) {
			return k.key
		}
	}
	return ""
}

// PublishOf returns what an entry of data/publish.yaml says, complete: what was
// not written has its default, and a target without an address that of the site.
// It is nil when the entry is of another kind. The entry stays as it is.
func PublishOf(e *Entry, base value.BaseURL) *Publish {
	written, ok := e.Value.(*Publish)
	if !ok {
		return nil
	}
	p := *written
	if !p.Has("grace") {
		p.Grace = defaultGrace
	}
	p.Targets = slices.Clone(p.Targets)
	for i := range p.Targets {
		p.Targets[i].complete(base)
	}
	return &p
}

func (t *Target) complete(base value.BaseURL) {
	t.Address = value.BaseURL(strings.TrimRight(string(cmp.Or(t.Address, base)), "/") + "/")
	switch t.Kind() {
	case "folder":
		t.Keep = cmp.Or(t.Keep, defaultKeep)
	case "sftp":
		t.Connections = cmp.Or(t.Connections, defaultSFTPConnections)
	case "s3":
		t.Connections = cmp.Or(t.Connections, defaultS3Connections)
	}
}

// Password is the environment variable with the password for the server.
func (t *Target) Password() string { return t.variable("PASSWORD") }

// Passphrase is the environment variable with the passphrase of Key.
func (t *Target) Passphrase() string { return t.variable("PASSPHRASE") }

// AccessKey is the environment variable with the name of a key to a bucket; where
// it is not set, that is AWS_ACCESS_KEY_ID.
func (t *Target) AccessKey() string { return t.variable("ACCESS_KEY") }

// SecretKey is the environment variable with the key to a bucket; where it is not
// set, that is AWS_SECRET_ACCESS_KEY.
func (t *Target) SecretKey() string { return t.variable("SECRET_KEY") }

func (t *Target) variable(what string) string {
	return "BLANDONGAN_" + what + "_" + variableName(t.Name)
}

// variableName is the part of an environment variable's name that tells targets
// apart.
func variableName(target string) string {
	return strings.ToUpper(strings.ReplaceAll(target, "-", "_"))
}

func (p *Publish) check(f *faults) {
	f.within(&p.Places, "grace", p.Grace)
	seen := map[string]int{}
	for i := range p.Targets {
		t := &p.Targets[i]
		variable := variableName(t.Name)
		if line := seen[variable]; line > 0 { // their secrets would have the same names
			f.say(t.Named.Place, "duplicate-key", t.Name, line)
		}
		seen[variable] = t.Named.Place.Line
		t.check(f)
	}
	p.checkPlaces(f)
	if p.Has("targets") && len(p.Targets) == 0 && !p.Misread("targets") {
		f.sayHint(diag.At(p.At("targets"), "empty-value", "targets").WithHint("write-it", "targets: {utama: {folder: /var/www/etalase}}"))
	}
}

func (t *Target) check(f *faults) {
	if !targetName.MatchString(t.Name) {
		f.sayHint(diag.At(t.Named.Place, "target-name", t.Name).WithHint("write-word", value.Slugify(t.Name)))
	}
	for _, key := range []string{"folder", "key", "known_hosts", "region"} {
		if !t.Has(key) || !strings.Contains(t.text(key), records.Masked) {
			continue
		}
		p := diag.At(t.At(key), "secret-written")
		if key == "key" && !t.Has("s3") {
			p = p.WithHint("key-file")
		}
		f.sayHint(p)
	}
	t.checkVariables(f)
	f.within(&t.Places, "keep", t.Keep)
	f.within(&t.Places, "connections", t.Connections)
	var kinds, meant []string
	for _, k := range targetKinds {
		if t.Has(k.key) {
			kinds = append(kinds, k.key)
		} else if t.Misread(k.key) {
			meant = append(meant, k.key)
		}
	}
	switch {
	case len(kinds) > 1:
		f.say(t.At(kinds[1]), "target-kinds", t.Name, strings.Join(kinds, ", "))
	case len(kinds) == 0 && len(meant) == 0:
		f.sayHint(diag.At(t.Named.Place, "target-kind-missing", t.Name).WithHint("target-kinds-form"))
	case len(kinds) == 1:
		t.checkKeys(f, kinds[0])
	}
	if t.S3.plain() {
		f.sayHint(diag.At(t.At("s3"), "s3-unencrypted", t.S3.Endpoint).WithHint("write-word", strings.Replace(t.S3.String(), "http:", "https:", 1)))
	}
}

// variable is what a shell would replace in a path, and nobody does here. A folder may
// be called "$web".
var variable = regexp.MustCompile(`\$\{?[A-Z][A-Z_]+\}?|%[A-Z]+%|^~[^/]+`)

// homes are variables that mean the home of whoever publishes.
var homes = regexp.MustCompile(`^(?:\$HOME|\$\{HOME\}|%USERPROFILE%|%HOMEPATH%|%HOME%)(?:[/\\]|$)`)

// checkVariables wants paths as they are: no shell reads them.
func (t *Target) checkVariables(f *faults) {
	for _, key := range []string{"folder", "key", "known_hosts", "sftp"} {
		text := t.text(key)
		found := variable.FindString(text)
		if !t.Has(key) || found == "" || strings.Contains(text, records.Masked) {
			continue
		}
		p := diag.At(t.At(key), "path-variable", found)
		if home := homes.FindString(text); home != "" {
			p = p.WithHint("write-it", key+": "+t.login(key)+"~/"+strings.ReplaceAll(text[len(home):], `\`, "/"))
		} else {
			p = p.WithHint("path-whole", key)
		}
		f.sayHint(p)
	}
}

// login is what stands before the path of a key, nothing but for a server.
func (t *Target) login(key string) string {
	if key != "sftp" {
		return ""
	}
	host := t.SFTP.Host
	if strings.Contains(host, ":") || t.SFTP.Port != 22 {
		host = net.JoinHostPort(host, strconv.Itoa(t.SFTP.Port))
	}
	return t.SFTP.User + "@" + host + "/"
}

func (t *Target) text(key string) string {
	return map[string]string{"folder": t.Folder, "sftp": strings.TrimPrefix(t.SFTP.Path, "/"), "key": t.Key, "known_hosts": t.KnownHosts, "region": t.Region}[key]
}

// checkKeys wants no key that only another kind of target can have.
func (t *Target) checkKeys(f *faults, kind string) {
	var mine []string
	for _, k := range targetKinds {
		if k.key == kind {
			mine = k.own
		}
	}
	for _, k := range targetKinds {
		for _, key := range k.own {
			if t.Has(key) && !slices.Contains(mine, key) && !strings.Contains(t.text(key), records.Masked) {
				f.sayHint(diag.At(t.At(key), "target-key", key, kind).WithHint("target-key-of", key, strings.Join(kindsWith(key), ", ")))
				mine = append(slices.Clip(mine), key) // one fault, one report
			}
		}
	}
	if t.Has("keep") && !t.Releases && kind == "folder" && !t.Misread("releases") {
		f.sayHint(diag.At(t.At("keep"), "keep-no-releases").WithHint("write-it", "releases: true"))
	}
}

// kindsWith are the kinds of targets that may have a key.
func kindsWith(key string) (kinds []string) {
	for _, k := range targetKinds {
		if slices.Contains(k.own, key) {
			kinds = append(kinds, k.key)
		}
	}
	return kinds
}

// within wants a number between its limits, where it is written.
func (f *faults) within(p *records.Places, key string, n int) {
	if l := limits[key]; p.Has(key) && !p.Misread(key) && (n < l.least || n > l.most) {
		f.say(p.At(key), "out-of-range", key, n, l.least, l.most)
	}
}

// hush makes of what was found in data/publish.yaml what may be said: a key for a
// secret is no key that we do not know, and what to do instead is told with the
// names of the target's variables. The secrets themselves have been masked before
// anybody read them: see Guard.
func (p *Publish) hush(problems diag.List) diag.List {
	for i, x := range problems {
		if word, ok := first(x.Args); ok && (x.Code == "unknown-key" && records.IsSecret(word) || x.Code == "bad-url" && word == records.Masked) {
			problems[i] = p.advise(diag.At(x.Place, "secret-written"), word)
		} else if x.Code == "secret-written" && x.Hint.Code == "" {
			problems[i] = p.advise(x, "password")
		}
	}
	return problems
}

func first(args []any) (string, bool) {
	if len(args) == 0 {
		return "", false
	}
	s, ok := args[0].(string)
	return s, ok
}

// advise tells which variable to set instead of a key, as far as the target can
// use any.
func (p *Publish) advise(x diag.Problem, key string) diag.Problem {
	var t *Target
	for i := range p.Targets {
		if p.Targets[i].Named.Place.Line <= x.Place.Line {
			t = &p.Targets[i]
		}
	}
	key = strings.ToLower(key)
	switch {
	case t == nil:
		return x.WithHint("secret-outside")
	case strings.Contains(key, "phrase"):
		return x.WithHint("secret-variable", t.Passphrase())
	case t.Has("s3") || t.Misread("s3"):
		if strings.Contains(key, "access") && !strings.Contains(key, "secret") {
			return x.WithHint("secret-variable", t.AccessKey())
		}
		return x.WithHint("secret-variable", t.SecretKey())
	case t.Has("folder"):
		return x.WithHint("secret-needless")
	}
	return x.WithHint("secret-variable", t.Password())
}

// Guard returns the text of a file as anybody may see it: that of
// data/publish.yaml without what may be a secret, any other as it is. Every place
// but what follows a masked value on its line stays true.
func Guard(file string, text []byte) []byte {
	if file != PublishFile {
		return text
	}
	return records.Mask(text, kindNamed(KindPublish).shape)
}
