package files

import (
	"path"
	"slices"
	"strings"

	"blandongan/internal/diag"
)

// reason says why a file or folder stays out of the site whatever uses it: by its
// name it was made by a system or a tool, or is not meant for readers.
type reason uint8

// The reasons. fit is none.
const (
	fit     reason = iota
	left           // a system leaves it behind everywhere, and nobody misses it
	passing        // a lock, or half of a save or of a download
	backup         // an older copy, a copy of a database
	secret         // a key or a password
	tool           // belongs to a tool of programmers
	hidden         // any other name with a dot in front
)

// leavings is the one list of such names, in small letters: whole ones, and how
// others begin or end.
var leavings = []struct {
	reason              reason
	names, starts, ends []string
}{
	{left,
		[]string{".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "system volume information",
			"__macosx", ".directory",
			".localized", ".fseventsd", ".temporaryitems", ".gitkeep", ".keep", ".apdisk", ".appledouble"},
		[]string{"._", ".spotlight-", ".trash", ".documentrevisions-"}, nil},
	{passing, // 4913 is Vim's, ___jb… JetBrains', .laccdb Access's, .dwl AutoCAD's
		[]string{"4913"},
		[]string{".~lock.", "~$", ".#", ".goutputstream-", ".nfs0", ".fuse_hidden", "~wr"},
		[]string{"~", ".swp", ".swo", ".swx", ".tmp", ".kate-swp", "___jb_tmp___", "___jb_old___", ".part", ".partial",
			".crdownload", ".download", ".opdownload", ".filepart", ".laccdb", ".dwl", ".dwl2", ".aria2", ".autosave",
			".lnk", ".lock"}},
	{secret,
		[]string{".htpasswd", "htpasswd", ".netrc", "_netrc", ".npmrc", ".pypirc", ".pgpass", ".my.cnf",
			".git-credentials",
			".ssh", ".aws", ".gnupg", ".kube", ".docker", "authorized_keys", "known_hosts",
			"credentials", "credentials.json", "credentials.yaml", "credentials.yml", "token.json", "password.txt",
			"passwords.txt", "env", "env.txt", "client_secret.json", "service-account.json", "service_account.json",
			"secrets.json", "secrets.yaml", "secrets.yml",
			"wp-config.php", "config.php"},
		[]string{".env"},
		[]string{".env", ".p12", ".pfx", ".kdb", ".kdbx", ".ppk", ".jks", ".keystore", ".ovpn"}},
	{backup, nil, nil,
		[]string{".bak", ".bak1", ".bak2", ".bk", ".backup", ".old", ".orig", ".rej", ".save", ".dump", ".dump.gz",
			".sql", ".sql.gz", ".sql.zip", ".sql.bz2", ".sql.xz", ".sql.7z", ".sql.zst", ".sqlite", ".sqlite3"}},
	{tool, []string{"node_modules", ".git", ".svn", ".hg", ".bzr"}, nil, nil},
}

// published are the hidden names below VerbatimFolder that hosts or browsers ask for.
var published = map[string]bool{
	".well-known": true, ".nojekyll": true, ".htaccess": true, ".domains": true, ".assetsignore": true,
	".blandongan": true, // which the plan refuses
}

// reasonOf judges a file or folder by its slash path from the site's root, of which
// only what is above the last name may be trusted to have been judged.
func reasonOf(name string) reason {
	base := path.Base(name)
	if ordinary(base) {
		return fit
	}
	verbatim := strings.HasPrefix(name, VerbatimFolder)
	if verbatim && published[base] {
		return fit
	}
	lower := strings.ToLower(base)
	for i := range leavings {
		l := &leavings[i]
		for _, n := range l.names {
			if lower == n {
				return l.reason
			}
		}
		for _, s := range l.starts {
			if strings.HasPrefix(lower, s) {
				return l.reason
			}
		}
		for _, e := range l.ends {
			if strings.HasSuffix(lower, e) {
				return l.reason
			}
		}
	}
	switch {
	case isSSHKey(lower):
		return secret
	case conflicted(lower):
		return backup
	case base[0] == '#' && base[len(base)-1] == '#' && len(base) > 1, drawn(base):
		return passing
	case base[0] == '.':
		return hidden
	}
	return fit
}

// ordinary says at a glance of most names that no list has them.
func ordinary(base string) bool {
	c := base[0]
	if c < '0' || c > '9' && c < 'A' || c > 'Z' && c < 'a' || c > 'z' || conflicted(base) {
		return false
	}
	switch path.Ext(base) {
	case ".md", ".jpg", ".jpeg", ".png", ".svg", ".webp", ".pdf", ".html", ".css":
		return true
	}
	return false
}

// conflicted says whether a name is that of the copy which a shared folder keeps when
// two people wrote at the same time.
func conflicted(name string) bool {
	return strings.Contains(name, ".sync-conflict-") ||
		strings.Contains(name, "conflicted copy") && strings.Contains(name, " (")
}

// isSSHKey says whether a name is that of somebody's key, or of a copy of it, of which only
// the .pub half is for others.
func isSSHKey(lower string) bool {
	kinds := []string{"id_rsa", "id_ed25519", "id_ecdsa", "id_dsa"}
	begins := func(kind string) bool { return strings.HasPrefix(lower, kind) }
	return !strings.HasSuffix(lower, ".pub") && slices.ContainsFunc(kinds, begins)
}

// drawn says whether a name is one that sed -i and rsync draw by lot for the file
// they are about to put in another's place: sedXk3Pq9, .berkas.pdf.Xk3Pq9.
func drawn(base string) bool {
	lot, ok := strings.CutPrefix(base, "sed")
	if base[0] == '.' {
		i := strings.LastIndexByte(base, '.')
		lot, ok = base[i+1:], i > 0
	}
	plain := true // a word, which no lot would draw
	for i := range len(lot) {
		c := lot[i]
		switch {
		case c >= 'a' && c <= 'z':
		case c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
			plain = false
		default:
			return false
		}
	}
	return ok && len(lot) == 6 && !plain
}

// Dropping says whether a build passes over a file or folder without a word, so
// that its coming and going changes nothing.
func Dropping(name string) bool { return reasonOf(name).quiet(name) }

// quiet says whether nobody needs to hear that a name is passed over. Below
// VerbatimFolder everything else would be published, so there it is told.
func (r reason) quiet(name string) bool {
	switch r {
	case left, passing:
		return true
	case hidden, tool:
		return !strings.HasPrefix(name, VerbatimFolder)
	}
	return false
}

// report tells that a file or folder stays out of the site, nil where nobody needs
// to hear it.
func (r reason) report(name string, folder bool) *diag.Problem {
	if r == left || r != passing && r.quiet(name) || r == passing && !strings.HasPrefix(name, VerbatimFolder) {
		return nil
	}
	if folder {
		name += "/"
	}
	p := r.problem(name)
	return &p
}

// problem tells that a file stays out of the site.
func (r reason) problem(name string) diag.Problem {
	words := map[reason]string{passing: "passing", backup: "backup", secret: "secret", tool: "tool", hidden: "hidden"}
	p := diag.At(diag.Place{File: name}, "file-private", diag.Word("private-"+words[r]))
	return p.WithHint(diag.HintCode("private-" + words[r]))
}

// VerbatimFolder is the folder whose files are copied as they are.
const VerbatimFolder = "content/files/"
