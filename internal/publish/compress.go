package publish

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"

	"github.com/andybalholm/brotli"
)

// encoding is a way of compressing, by the ending of its files.
type encoding string

const (
	gz encoding = "gz"
	br encoding = "br"
)

// encodings are what web servers find beside a file.
var encodings = []encoding{gz, br}

// worthCompressing is the size in bytes below which nothing is gained: headers
// and the frame of a packet weigh more than what is saved.
const worthCompressing = 512

// encode compresses as well as the format can; the same bytes always give the
// same.
func (e encoding) encode(r io.Reader) ([]byte, error) {
	var b bytes.Buffer
	var w io.WriteCloser
	switch e {
	case gz:
		w, _ = gzip.NewWriterLevel(&b, gzip.BestCompression)
	case br:
		w = brotli.NewWriterLevel(&b, brotli.BestCompression)
	default:
		return nil, errors.New("no such encoding: " + string(e))
	}
	if _, err := io.Copy(w, r); err != nil {
		return nil, err
	}
	err := w.Close()
	return b.Bytes(), err
}

// decode is the reverse of encode. What is no such file is an error.
func (e encoding) decode(r io.Reader) (io.Reader, error) {
	switch e {
	case gz:
		return gzip.NewReader(r)
	case br:
		return brotli.NewReader(r), nil
	}
	return r, nil
}
