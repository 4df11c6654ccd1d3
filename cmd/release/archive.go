package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"path"
	"time"
)

// packed is a file of an archive.
type packed struct {
	name string
	data []byte
	mode fs.FileMode
}

// zipped writes a zip of a folder. Its times are those of the commit, in UTC.
func zipped(w io.Writer, folder string, files []packed, at time.Time) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		h := &zip.FileHeader{Name: path.Join(folder, f.name), Method: zip.Deflate, Modified: at.UTC()}
		h.SetMode(f.mode)
		entry, err := z.CreateHeader(h)
		if err == nil {
			_, err = entry.Write(f.data)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

// tarred writes a gzipped tar of a folder that belongs to nobody.
func tarred(w io.Writer, folder string, files []packed, at time.Time) error {
	g, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	t := tar.NewWriter(g)
	for _, f := range files {
		h := &tar.Header{Format: tar.FormatUSTAR, Typeflag: tar.TypeReg, Name: path.Join(folder, f.name),
			Mode: int64(f.mode), Size: int64(len(f.data)), ModTime: at.UTC()}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		if _, err := t.Write(f.data); err != nil {
			return err
		}
	}
	return errors.Join(t.Close(), g.Close())
}
