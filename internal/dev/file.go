package dev

import (
	"bytes"
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
	st := s.board.now()
	sees, err := st.look(root, r.URL.Path)
	switch {
	case err != nil:
		fail(w, err)
	case sees.location != "":
		to := url.URL{Path: sees.location, RawQuery: r.URL.RawQuery}
		w.Header().Set("Location", to.String())
		w.WriteHeader(sees.status)
	case sees.page != nil:
		sendPage(w, r, st, sees)
	default:
		sendFile(w, r, root, sees)
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
func sendPage(w http.ResponseWriter, r *http.Request, st state, sees sight) {
	page := inject(sees.page, element(st, sees))
	h := w.Header()
	h.Set("Content-Type", typeOf("index.html"))
	if sees.status != http.StatusOK {
		h.Set("Content-Length", fmt.Sprint(len(page)))
		w.WriteHeader(sees.status)
		if r.Method != http.MethodHead {
			_, _ = w.Write(page)
		}
		return
	}
	h.Set("ETag", etag(page))
	http.ServeContent(w, r, "", settled(sees.info), bytes.NewReader(page))
}

// wholeFile is up to what size a file's validator is the digest of its bytes.
const wholeFile = 8 << 20

// sendFile sends a file as it is.
func sendFile(w http.ResponseWriter, r *http.Request, root fs.FS, sees sight) {
	f, err := root.Open(sees.name)
	if err != nil {
		fail(w, err)
		return
	}
	defer f.Close()
	w.Header().Set("Content-Type", typeOf(sees.name))
	if big, ok := f.(io.ReadSeeker); ok && sees.info.Size() > wholeFile {
		w.Header().Set("ETag", `W/"`+stampOf(sees.info)+`"`)
		http.ServeContent(w, r, "", settled(sees.info), big)
		return
	}
	data, err := io.ReadAll(f)
	if err != nil {
		fail(w, err)
		return
	}
	w.Header().Set("ETag", etag(data))
	http.ServeContent(w, r, "", settled(sees.info), bytes.NewReader(data))
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
	return errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.ELOOP) || errors.Is(err, syscall.ENAMETOOLONG)
}

func isPage(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm":
		return true
	}
	return false
}

// typeOf returns the content type of a file. The list is our own: what a
// machine has installed does not change a preview.
func typeOf(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".html", ".htm":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".txt", ".md":
		return "text/plain; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".vcf":
		return "text/vcard; charset=utf-8"
	case ".vtt":
		return "text/vtt; charset=utf-8"
	case ".json", ".map":
		return "application/json"
	case ".geojson":
		return "application/geo+json"
	case ".webmanifest":
		return "application/manifest+json"
	case ".xml":
		if path.Base(name) == "atom.xml" {
			return "application/atom+xml; charset=utf-8"
		}
		return "application/xml; charset=utf-8"
	case ".svg":
		return "image/svg+xml; charset=utf-8"
	case ".pdf", ".zip", ".wasm":
		return "application/" + ext[1:]
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".png", ".gif", ".webp", ".avif", ".bmp":
		return "image/" + ext[1:]
	case ".ico":
		return "image/x-icon"
	case ".woff2", ".woff", ".ttf", ".otf":
		return "font/" + ext[1:]
	case ".mp4", ".webm":
		return "video/" + ext[1:]
	case ".mp3":
		return "audio/mpeg"
	case ".ogg":
		return "audio/ogg"
	}
	return "application/octet-stream"
}
