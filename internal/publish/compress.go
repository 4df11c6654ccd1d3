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

// quality is that of Brotli, of 11. On pages of ten kilobytes, 5 takes 1.4 ms and
// saves 6 % over gzip at its best; 11 takes 31 ms to save 8 % more, with which a
// new style sheet on ten thousand pages would keep two cores busy for minutes.
const quality = 5

// encode compresses; the same bytes always give the same.
func (e encoding) encode(r io.Reader) ([]byte, error) {
	var b bytes.Buffer
	var w io.WriteCloser
	switch e {
	case gz:
		w, _ = gzip.NewWriterLevel(&b, gzip.BestCompression)
	case br:
		w = brotli.NewWriterLevel(&b, quality)
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
