package files

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"image"
	"io"
	"io/fs"
	"path"
	"strings"

	"blandongan/internal/diag"
)

// Inspection is what the bytes of a file that is copied say of it.
type Inspection struct {
	// Width and Height are those of a picture in pixels, 0 when it cannot be read.
	Width, Height int
	// Problem is why it stays out of the site, nil when it does not.
	Problem *diag.Problem
}

// limits of what is inspected, in bytes.
const (
	maxSVG   = 16 << 20
	maxKey   = 64 << 10 // keys are small
	tailSize = 64
)

// Inspect looks into a file that is to be copied: at the head and the end of a
// picture, at all of a drawing, at the text of what may be a key. What cannot be
// opened is told by whoever copies it.
func Inspect(fsys fs.FS, f File) (i Inspection) {
	end := strings.ToLower(path.Ext(f.Name))
	switch image := IsImage(f.Name); {
	case end == ".svg":
		i.Problem = drawing(fsys, f, &i)
	case image:
		i.Problem = picture(fsys, f, &i)
	case f.Size <= maxKey:
		i.Problem = key(fsys, f, end)
	}
	return i
}

func drawing(fsys fs.FS, f File, i *Inspection) *diag.Problem {
	at := diag.Place{File: f.Path}
	text, complete, err := readUpTo(fsys, f.Path, maxSVG)
	if err != nil {
		return nil
	}
	if !complete {
		p := diag.At(at, "file-too-big", diag.Size(f.Size), diag.Size(maxSVG)).WithHint("svg-plain")
		return &p
	}
	i.Width, i.Height = sizeOfSVG(text)
	what, line, col, err := active(bytes.NewReader(text))
	at.Line, at.Col = line, col
	switch {
	case err != nil:
		p := diag.At(at, "svg-broken").WithHint("svg-again")
		return &p
	case what != "":
		p := diag.At(at, "svg-active", what).WithHint("svg-plain")
		return &p
	}
	return nil
}

// picture finds a picture's size, and tells of one that ends before its end: of a
// copy that broke off. Only its head and its last bytes are read.
func picture(fsys fs.FS, f File, i *Inspection) *diag.Problem {
	file, err := fsys.Open(f.Path)
	if err != nil {
		return nil
	}
	defer file.Close()
	if c, _, err := image.DecodeConfig(file); err == nil {
		i.Width, i.Height = c.Width, c.Height
	}
	r, ok := file.(io.ReaderAt)
	if !ok || ends(r, f.Size) {
		return nil
	}
	p := diag.At(diag.Place{File: f.Path}, "image-cut").WithHint("image-again")
	return &p
}

// ends says whether a picture has its end. Phones and programs put films and notes
// behind it: where the end is not last, the picture is walked through.
func ends(r io.ReaderAt, size int64) bool {
	head, tail := make([]byte, min(size, 16)), make([]byte, min(size, tailSize))
	_, err := r.ReadAt(head, 0)
	_, err2 := r.ReadAt(tail, size-int64(len(tail)))
	if err != nil && err != io.EOF || err2 != nil && err2 != io.EOF {
		return true // told by whoever copies it
	}
	all := io.NewSectionReader(r, 0, size)
	switch {
	case size == 0:
		return false
	case bytes.HasPrefix(head, []byte("\xff\xd8\xff")):
		return bytes.Contains(tail, []byte("\xff\xd9")) || endOfJPEG(bufio.NewReader(all))
	case bytes.HasPrefix(head, []byte("\x89PNG\r\n\x1a\n")):
		return bytes.Contains(tail, []byte("IEND\xae\x42\x60\x82")) || endOfPNG(bufio.NewReader(all))
	case bytes.HasPrefix(head, []byte("GIF8")):
		return bytes.HasSuffix(bytes.TrimRight(tail, "\x00\r\n"), []byte(";"))
	case bytes.HasPrefix(head, []byte("RIFF")) && len(head) >= 12 && string(head[8:12]) == "WEBP":
		return size >= int64(binary.LittleEndian.Uint32(head[4:8]))+8
	}
	return true // none of ours: told where it is shown
}

// endOfJPEG says whether a JPEG comes to its end mark. Its other marks have a
// length, and in what follows them a byte 0xff stands before no mark but these.
func endOfJPEG(r *bufio.Reader) bool {
	for {
		if _, err := r.ReadSlice(0xff); err == bufio.ErrBufferFull {
			continue
		} else if err != nil {
			return false
		}
		mark, err := r.ReadByte()
		for err == nil && mark == 0xff {
			mark, err = r.ReadByte()
		}
		switch {
		case err != nil:
			return false
		case mark == 0xd9:
			return true
		case mark <= 0x01 || mark >= 0xd0 && mark <= 0xd8:
			continue
		}
		var length [2]byte
		if _, err := io.ReadFull(r, length[:]); err != nil {
			return false
		}
		if _, err := r.Discard(max(int(binary.BigEndian.Uint16(length[:]))-2, 0)); err != nil {
			return false
		}
	}
}

// endOfPNG says whether a PNG comes to its last piece.
func endOfPNG(r *bufio.Reader) bool {
	_, err := r.Discard(8)
	for err == nil {
		var head [8]byte
		if _, err = io.ReadFull(r, head[:]); err == nil && string(head[4:]) == "IEND" {
			_, err = r.Discard(4)
			return err == nil
		}
		if err == nil {
			_, err = io.CopyN(io.Discard, r, int64(binary.BigEndian.Uint32(head[:4]))+4)
		}
	}
	return false
}

// keys are the marks of private keys, whatever the file is called.
var keys = [][]byte{[]byte("PRIVATE KEY-----"), []byte("PRIVATE KEY BLOCK-----"), []byte("PuTTY-User-Key-File-")}

// key tells of a file that holds a private key. By the names that keys mostly have
// (.pem, .key) it is one unless it shows that it is not: a certificate, a public
// key, a presentation of Keynote.
func key(fsys fs.FS, f File, end string) *diag.Problem {
	text, complete, err := readUpTo(fsys, f.Path, maxKey)
	if err != nil || !complete {
		return nil
	}
	isSecret := (end == ".pem" || end == ".key") && !bytes.HasPrefix(text, []byte("PK")) &&
		!bytes.Contains(text, []byte("CERTIFICATE-----")) && !bytes.Contains(text, []byte("PUBLIC KEY-----"))
	for _, mark := range keys {
		isSecret = isSecret || bytes.Contains(text, mark) &&
			(bytes.Contains(text, []byte("-----BEGIN ")) || bytes.HasPrefix(text, mark))
	}
	if !isSecret {
		return nil
	}
	p := secret.problem(f.Path)
	return &p
}
