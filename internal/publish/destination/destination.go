package destination

import (
	"cmp"
	"strings"

	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// Destination is a place where the site is published: a folder, a server reached by
// SFTP, or a bucket of S3-compatible storage; exactly one of the three. No secret
// stands here: see Password and its like.
type Destination struct {
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
	defaultKeep            = 5 // releases
	defaultSFTPConnections = 4
	defaultS3Connections   = 8
)

// kinds are the keys that say what a destination is, with the keys that only
// such a destination may have.
var kinds = []struct {
	key string
	own []string
}{
	{"folder", []string{"releases", "keep"}},
	{"sftp", []string{"key", "known_hosts", "connections", "gaps"}},
	{"s3", []string{"region", "connections"}},
}

// Kind returns "folder", "sftp" or "s3".
func (d *Destination) Kind() string {
	for _, k := range kinds {
		if d.Has(k.key) {
			return k.key
		}
	}
	return ""
}

func (d *Destination) complete(base value.BaseURL) {
	d.Address = value.BaseURL(strings.TrimRight(string(cmp.Or(d.Address, base)), "/") + "/")
	switch d.Kind() {
	case "folder":
		d.Keep = cmp.Or(d.Keep, defaultKeep)
	case "sftp":
		d.Connections = cmp.Or(d.Connections, defaultSFTPConnections)
	case "s3":
		d.Connections = cmp.Or(d.Connections, defaultS3Connections)
	}
}

// Password is the environment variable with the password for the server.
func (d *Destination) Password() string { return d.variable("PASSWORD") }

// Passphrase is the environment variable with the passphrase of Key.
func (d *Destination) Passphrase() string { return d.variable("PASSPHRASE") }

// AccessKey is the environment variable with the name of a key to a bucket; where
// it is not set, that is AWS_ACCESS_KEY_ID.
func (d *Destination) AccessKey() string { return d.variable("ACCESS_KEY") }

// SecretKey is the environment variable with the key to a bucket; where it is not
// set, that is AWS_SECRET_ACCESS_KEY.
func (d *Destination) SecretKey() string { return d.variable("SECRET_KEY") }

func (d *Destination) variable(what string) string {
	return "BLANDONGAN_" + what + "_" + variableName(d.Name)
}

// variableName is the part of an environment variable's name that tells destinations
// apart.
func variableName(name string) string {
	return strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}
