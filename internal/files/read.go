package files

import (
	"bytes"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	"blandongan/internal/diag"
)

// Read returns the text of f, without byte order mark and with plain line
// ends, or problems: too big, unreadable, not UTF-8. Positions in the result
// are positions in the file.
func Read(fsys fs.FS, f File) ([]byte, diag.List) {
	whole := diag.Place{File: f.Path}
	limit := limitOf(f.Path)
	data, complete, err := readUpTo(fsys, f.Path, limit)
	if err != nil {
		return nil, diag.List{diag.At(whole, "file-unreadable", diag.Reason(err))}
	}
	if !complete {
		size, hint := max(f.Size, limit+1), diag.HintCode("split-file")
		if limit == maxGeo {
			hint = "thin-out"
		}
		return nil, diag.List{diag.At(whole, "file-too-big", diag.Size(size), diag.Size(limit)).WithHint(hint)}
	}
	return Clean(f.Path, data)
}

// Clean returns data, which was read from file, without byte order mark and with
// plain line ends, or the problem that it is no UTF-8 text.
func Clean(file string, data []byte) ([]byte, diag.List) {
	if isUTF16(data) {
		return nil, diag.List{diag.At(diag.Place{File: file}, "file-utf16").WithHint("save-utf8")}
	}
	data = plain(data)
	if at := firstInvalid(data); at >= 0 {
		hint := diag.HintCode("save-utf8")
		if limitOf(file) == maxGeo && bytes.IndexByte(data, 0) >= 0 {
			hint = "map-export" // a Shapefile, or an archive of one
		}
		return nil, diag.List{diag.At(diag.NewRuler(file, data).Place(at), "file-not-utf8").WithHint(hint)}
	}
	return data, nil
}

// isUTF16 says that a text begins as UTF-16 does: with its mark or, where a program left that out, with two letters
// that have a zero each.
func isUTF16(data []byte) bool {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return true
	}
	return len(data) >= 4 && (data[0] == 0) == (data[2] == 0) && (data[1] == 0) == (data[3] == 0) &&
		(data[0] == 0) != (data[1] == 0)
}

func limitOf(name string) int64 {
	switch {
	case strings.HasSuffix(name, ".md"):
		return maxArticle
	case strings.HasSuffix(name, ".geojson"):
		return maxGeo
	}
	return maxData
}

// readUpTo reads a file of at most n bytes; a larger one it finds not complete,
// mostly without reading it. A file may be larger than its Stat said, or have no
// size at all.
func readUpTo(fsys fs.FS, name string, n int64) (data []byte, complete bool, err error) {
	var b bytes.Buffer
	complete, err = fill(&b, fsys, name, n)
	return b.Bytes(), complete, err
}

// fill reads a file of at most n bytes into a buffer.
func fill(b *bytes.Buffer, fsys fs.FS, name string, n int64) (complete bool, err error) {
	b.Reset()
	f, err := fsys.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() > n {
		return false, err
	}
	b.Grow(int(info.Size()) + bytes.MinRead)
	_, err = b.ReadFrom(io.LimitReader(f, n+1))
	return int64(b.Len()) <= n, err
}

// plain takes away the byte order mark and turns CRLF and CR into LF. Lines and
// columns stay what they are in the file.
func plain(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
}

// firstInvalid returns the offset of the first byte that is not UTF-8 text, or
// -1. A NUL is valid UTF-8, but no text has one.
func firstInvalid(data []byte) int {
	at := bytes.IndexByte(data, 0)
	if utf8.Valid(data) {
		return at
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 || data[i] == 0 {
			return i
		}
		i += n
	}
	return at
}

// Contents returns a file's text with plain line ends, for showing its lines; "" when
// it has none. A pipe is not opened: that would wait for somebody to write into it.
func Contents(fsys fs.FS, file string) string {
	if info, err := fs.Stat(fsys, file); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	data, complete, err := readUpTo(fsys, file, maxGeo)
	if err != nil || !complete || !utf8.Valid(data) {
		return ""
	}
	return string(plain(data))
}
