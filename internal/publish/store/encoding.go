package store

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"

	"github.com/andybalholm/brotli"
)

// Encoding is a way of compressing, by the ending of its files; "" is none.
type Encoding string

// The encodings.
const (
	Gzip   Encoding = "gz"
	Brotli Encoding = "br"
)

// quality is that of Brotli, of 11. On pages of ten kilobytes, 5 takes 1.4 ms and
// saves 6 % over gzip at its best; 11 takes 31 ms to save 8 % more, with which a
// new style sheet on ten thousand pages would keep two cores busy for minutes.
const quality = 5

// Encode compresses; the same bytes always give the same.
func (e Encoding) Encode(r io.Reader) ([]byte, error) {
	var b bytes.Buffer
	var w io.WriteCloser
	switch e {
	case Gzip:
		w, _ = gzip.NewWriterLevel(&b, gzip.BestCompression)
	case Brotli:
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

// Decode is the reverse of Encode. What is no such file is an error.
func (e Encoding) Decode(r io.Reader) (io.Reader, error) {
	switch e {
	case Gzip:
		return gzip.NewReader(r)
	case Brotli:
		return brotli.NewReader(r), nil
	}
	return r, nil
}
