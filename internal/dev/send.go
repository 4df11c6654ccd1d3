package dev

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
	"syscall"
	"time"

	"blandongan/internal/host"
	"blandongan/internal/machine"
)

// file answers with what stands at the address.
func (s *server) file(w http.ResponseWriter, r *http.Request) {
	// No page takes long to send on loopback; a reader that does not read
	// should not hold a file open for ever.
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(5 * time.Minute))
	root, done, err := openFolder(s.out)
	if err != nil {
		fail(w, err)
		return
	}
	defer done()
	st := s.latest.now()
	root = st.over(root)
	ans, err := st.answer(root, r.URL.Path)
	switch {
	case err != nil:
		fail(w, err)
	case ans.location != "":
		to := url.URL{Path: ans.location, RawQuery: r.URL.RawQuery}
		w.Header().Set("Location", to.String())
		w.WriteHeader(ans.status)
	case ans.page != nil:
		s.tabs.Note(ans.name)
		sendPage(w, r, st, ans)
		s.tabs.Loaded(ans.name)
	default:
		sendFile(w, r, root, ans)
	}
}

// openFolder opens the output folder, anew for each request: somebody may have
// removed it, and the builder made another. While there is none it is empty.
func openFolder(dir string) (folder fs.FS, done func() error, err error) {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nothing{}, func() error { return nil }, nil
	}
	if err != nil {
		return nil, nil, err
	}
	return root.FS(), root.Close, nil
}

// nothing is an empty folder.
type nothing struct{}

func (nothing) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// sendPage sends a page with our script in it.
func sendPage(w http.ResponseWriter, r *http.Request, st state, ans answer) {
	page := inject(ans.page, element(st, ans))
	h := w.Header()
	h.Set("Content-Type", host.TypeOf("index.html"))
	if ans.status != http.StatusOK {
		h.Set("Content-Length", fmt.Sprint(len(page)))
		w.WriteHeader(ans.status)
		if r.Method != http.MethodHead {
			_, _ = w.Write(page)
		}
		return
	}
	h.Set("ETag", etag(page))
	http.ServeContent(w, r, "", settled(ans.info), bytes.NewReader(page))
}

// sendFile sends a file as it is. It is read twice, for its validator and for the
// answer, and never held: a hundred slow readers of a film would hold a hundred films.
func sendFile(w http.ResponseWriter, r *http.Request, root fs.FS, ans answer) {
	f, err := root.Open(ans.name)
	if err != nil {
		fail(w, err)
		return
	}
	defer f.Close()
	file, ok := f.(io.ReadSeeker)
	if !ok {
		fail(w, fs.ErrInvalid)
		return
	}
	tag := `W/"` + stampOf(ans.info) + `"`
	if ans.info.Size() <= digested {
		if tag, err = etagOf(file); err != nil {
			fail(w, err)
			return
		}
	}
	h := w.Header()
	h.Set("Content-Type", host.TypeOf(ans.name))
	h.Set("ETag", tag)
	http.ServeContent(w, r, "", settled(ans.info), file)
}

// digested is up to what size a file's validator is the digest of its bytes.
const digested = 8 << 20

// etagOf is etag of a file, which stands at its beginning afterwards.
func etagOf(file io.ReadSeeker) (string, error) {
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return "", err
	}
	_, err := file.Seek(0, io.SeekStart)
	return `"` + hex.EncodeToString(h.Sum(nil)[:12]) + `"`, err
}

// fail answers a fault of the machine, among them a file that went away since
// we looked.
func fail(w http.ResponseWriter, err error) {
	if absent(err) {
		http.Error(w, "not there any more; ask again", http.StatusNotFound)
		return
	}
	http.Error(w, "the output folder cannot be read: "+err.Error(), http.StatusInternalServerError)
}

// isNoPath says that a path cannot be followed: through a file, in a circle, or
// longer than any file's.
func isNoPath(err error) bool {
	return machine.Is(err, syscall.ENOTDIR) || machine.Is(err, syscall.ELOOP) || machine.Is(err, syscall.ENAMETOOLONG)
}

func isPage(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm":
		return true
	}
	return false
}
