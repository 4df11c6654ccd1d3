package dev

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"blandongan/internal/diag"
)

// answer is what an address shows at this moment.
type answer struct {
	status   int
	location string // of a redirect
	name     string // the file, below the output folder
	info     fs.FileInfo
	page     []byte // an HTML page's bytes, as built
	token    token
	moved    string // where a page went that was here, as an address
	gone     bool   // a page was here
}

// answer finds what stands at an address: the same for a browser's request and
// for the comparison with what a tab shows.
func (st state) answer(root fs.FS, address string) (answer, error) {
	rest, elsewhere, ok := st.inside(address)
	if elsewhere != "" {
		return answer{status: http.StatusFound, location: elsewhere}, nil
	}
	if ok && servable(rest) {
		found, err := st.find(root, address, rest)
		if err != nil || found.status != 0 {
			return found, err
		}
	}
	return st.missing(root, address, rest)
}

// find looks for a file, or a folder's page. A zero status says there is none.
func (st state) find(root fs.FS, address, rest string) (answer, error) {
	name := rest
	if rest == "" || strings.HasSuffix(rest, "/") {
		name += "index.html"
	}
	info, err := fs.Stat(root, path.Clean(name))
	switch {
	case err == nil && info.Mode().IsRegular():
		return st.read(root, address, answer{status: http.StatusOK, name: name, info: info})
	case err == nil && info.IsDir():
		if page, err := fs.Stat(root, name+"/index.html"); err == nil && page.Mode().IsRegular() {
			return answer{status: http.StatusFound, location: address + "/"}, nil
		}
	case err != nil && !absent(err):
		return answer{}, err
	}
	return answer{}, nil
}

// missing shows the site's own page for an address that leads nowhere.
func (st state) missing(root fs.FS, address, rest string) (answer, error) {
	ans := answer{status: http.StatusNotFound, name: notFound}
	ans.moved, ans.gone = st.wentTo(rest)
	info, err := fs.Stat(root, ans.name)
	if err == nil && info.Mode().IsRegular() {
		ans.info = info
		return st.read(root, address, ans)
	}
	if err != nil && !absent(err) {
		return ans, err
	}
	ans.page = nowherePage(st)
	ans.token = st.tokenOf(root, address, ans)
	return ans, nil
}

// read takes in a page; other files stay where they are until they are sent.
func (st state) read(root fs.FS, address string, ans answer) (answer, error) {
	if !isPage(ans.name) {
		return ans, nil
	}
	var err error
	if ans.page, err = fs.ReadFile(root, ans.name); err != nil {
		return ans, err
	}
	ans.token = st.tokenOf(root, address, ans)
	return ans, nil
}

// notFound is the page that says that there is none.
const notFound = "404.html"

// wentTo returns the address of what was at a path once, and whether anything
// was.
func (st state) wentTo(rest string) (address string, gone bool) {
	name := rest
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	to, gone := st.moved[name]
	if to == "" {
		return "", gone
	}
	return st.prefix + strings.TrimSuffix(to, "index.html"), true
}

// absent says that a path leads to nothing that we would send: there is no such
// file, a file stands where a folder should, or a link leads out of the folder.
func absent(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) || isNoPath(err) || diag.LeadsOut(err)
}

// servable says whether a path may be asked for: each part a plain name, none
// hidden, but for what the web itself keeps in a hidden folder.
func servable(rest string) bool {
	if strings.ContainsAny(rest, "\x00\\") {
		return false
	}
	parts := strings.Split(strings.TrimSuffix(rest, "/"), "/")
	for i, part := range parts {
		switch {
		case rest == "":
			return true
		case part == "":
			return false
		case strings.HasPrefix(part, ".") && (i > 0 || part != ".well-known"):
			return false
		}
	}
	return true
}

// etag is a strong validator: the digest of the bytes.
func etag(data []byte) string { return `"` + digest(data) + `"` }

func digest(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// settled returns a file's time, or none while the second it was written in is
// not well over: by a time in whole seconds, what is written later in the same
// second would look the same.
func settled(info fs.FileInfo) time.Time {
	if info == nil || time.Since(info.ModTime()) < 2*time.Second {
		return time.Time{}
	}
	return info.ModTime()
}
