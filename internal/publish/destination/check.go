package destination

import (
	"regexp"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// limits of the numbers, both ends allowed.
var limits = map[string]struct{ least, most int }{"grace": {0, 365}, "keep": {2, 1000}, "connections": {1, 16}}

// checker gathers what is wrong.
type checker struct{ problems diag.List }

func (c *checker) say(p diag.Problem) { c.problems = append(c.problems, p) }

// Check looks at what was read, and returns what is wrong with it beside what was found
// already, in words that give no secret away. Of a file whose form is broken only that is
// told.
func (f *File) Check(found diag.List, readable bool) diag.List {
	c := checker{found}
	if readable {
		f.check(&c)
	}
	return f.withoutSecrets(c.problems)
}

func (f *File) check(c *checker) {
	c.within(&f.Places, "grace", f.Grace)
	seen := map[string]int{}
	for i := range f.Destinations {
		d := &f.Destinations[i]
		variable := variableName(d.Name)
		if line := seen[variable]; line > 0 { // their secrets would have the same names
			c.say(diag.At(d.Named.Place, "duplicate-key", d.Name, line))
		}
		seen[variable] = d.Named.Place.Line
		d.check(c)
	}
	f.checkPlaces(c)
	if f.Has("targets") && len(f.Destinations) == 0 && !f.Misread("targets") {
		c.say(diag.At(f.At("targets"), "empty-value", "targets").WithHint("write-it",
			"targets: {utama: {folder: /var/www/etalase}}"))
	}
}

// nameForm is a name of letters, digits and hyphens: an environment variable can
// bear it, and a command line.
var nameForm = regexp.MustCompile(`^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$`)

func (d *Destination) check(c *checker) {
	if !nameForm.MatchString(d.Name) {
		c.say(diag.At(d.Named.Place, "target-name", d.Name).WithHint("write-word", value.Slugify(d.Name)))
	}
	for _, key := range []string{"folder", "key", "known_hosts", "region"} {
		if !d.Has(key) || !isMasked(d.text(key)) {
			continue
		}
		p := diag.At(d.At(key), "secret-written")
		if key == "key" && !d.Has("s3") {
			p = p.WithHint("key-file")
		}
		c.say(p)
	}
	d.checkVariables(c)
	c.within(&d.Places, "keep", d.Keep)
	c.within(&d.Places, "connections", d.Connections)
	var written, meant []string
	for _, k := range kinds {
		if d.Has(k.key) {
			written = append(written, k.key)
		} else if d.Misread(k.key) {
			meant = append(meant, k.key)
		}
	}
	switch {
	case len(written) > 1:
		c.say(diag.At(d.At(written[1]), "target-kinds", d.Name, strings.Join(written, ", ")))
	case len(written) == 0 && len(meant) == 0:
		c.say(diag.At(d.Named.Place, "target-kind-missing", d.Name).WithHint("target-kinds-form"))
	case len(written) == 1:
		d.checkKeys(c, written[0])
	}
	if d.S3.plain() {
		c.say(diag.At(d.At("s3"), "s3-unencrypted", d.S3.Endpoint).WithHint("write-word",
			strings.Replace(d.S3.String(), "http:", "https:", 1)))
	}
}

// variable is what a shell would replace in a path, and nobody does here. A folder may
// be called "$web".
var variable = regexp.MustCompile(`\$\{?[A-Z][A-Z_]+\}?|%[A-Z]+%|^~[^/]+`)

// homes are variables that mean the home of whoever publishes.
var homes = regexp.MustCompile(`^(?:\$HOME|\$\{HOME\}|%USERPROFILE%|%HOMEPATH%|%HOME%)(?:[/\\]|$)`)

// checkVariables wants paths as they are: no shell reads them.
func (d *Destination) checkVariables(c *checker) {
	for _, key := range []string{"folder", "key", "known_hosts", "sftp"} {
		text := d.text(key)
		found := variable.FindString(text)
		if !d.Has(key) || found == "" || isMasked(text) {
			continue
		}
		p, login := diag.At(d.At(key), "path-variable", found), ""
		if key == "sftp" {
			login = d.SFTP.login()
		}
		if home := homes.FindString(text); home != "" {
			p = p.WithHint("write-it", key+": "+login+"~/"+strings.ReplaceAll(text[len(home):], `\`, "/"))
		} else {
			p = p.WithHint("path-whole", key)
		}
		c.say(p)
	}
}

// text is what stands at a key that holds a path or a word.
func (d *Destination) text(key string) string {
	return map[string]string{"folder": d.Folder, "sftp": strings.TrimPrefix(d.SFTP.Path, "/"), "key": d.Key,
		"known_hosts": d.KnownHosts, "region": d.Region}[key]
}

// checkKeys wants no key that only another kind of destination can have.
func (d *Destination) checkKeys(c *checker, kind string) {
	var mine []string
	for _, k := range kinds {
		if k.key == kind {
			mine = k.own
		}
	}
	for _, k := range kinds {
		for _, key := range k.own {
			if d.Has(key) && !slices.Contains(mine, key) && !isMasked(d.text(key)) {
				c.say(diag.At(d.At(key), "target-key", key, kind).WithHint("target-key-of", key,
					strings.Join(kindsWith(key), ", ")))
				mine = append(slices.Clip(mine), key) // one fault, one report
			}
		}
	}
	if d.Has("keep") && !d.Releases && kind == "folder" && !d.Misread("releases") {
		c.say(diag.At(d.At("keep"), "keep-no-releases").WithHint("write-it", "releases: true"))
	}
}

// kindsWith are the kinds of destinations that may have a key.
func kindsWith(key string) (names []string) {
	for _, k := range kinds {
		if slices.Contains(k.own, key) {
			names = append(names, k.key)
		}
	}
	return names
}

// within wants a number between its limits, where it is written.
func (c *checker) within(p *records.Places, key string, n int) {
	if l := limits[key]; p.Has(key) && !p.Misread(key) && (n < l.least || n > l.most) {
		c.say(diag.At(p.At(key), "out-of-range", key, n, l.least, l.most))
	}
}
