package s3

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"

	"github.com/minio/minio-go/v7"

	"blandongan/internal/publish/store"
)

const (
	// onePage is the most keys that storage lists in one answer.
	onePage = 1000
	// fewPaths is how many single keys are asked for before a listing is cheaper.
	fewPaths = 20
)

// Look asks for each of a few files, and lists all where there are many. Of a
// listing it keeps only what was asked for. There are no folders here.
func (s *Store) Look(ctx context.Context, paths []string) (map[string]store.Found, error) {
	keys := make([]string, len(paths))
	for i, name := range paths {
		key, err := s.key(name)
		if err != nil {
			return nil, err
		}
		keys[i] = key
	}
	if len(paths) <= fewPaths {
		return s.lookEach(ctx, paths, keys)
	}
	found := make(map[string]store.Found, len(paths))
	asked := make(map[string]string, len(paths))
	for i, key := range keys {
		asked[key] = paths[i]
	}
	err := s.list(ctx, sharedFolder(keys), true, onePage, func(o minio.ObjectInfo) bool {
		if name, ok := asked[o.Key]; ok {
			found[name] = foundObject(o)
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

func (s *Store) lookEach(ctx context.Context, paths, keys []string) (map[string]store.Found, error) {
	found := make(map[string]store.Found, len(paths))
	var mu sync.Mutex
	err := store.Each(ctx, s.config.Connections, len(paths), func(ctx context.Context, i int) error {
		ctx, c := s.call(ctx, "s3:GetObject", keys[i])
		c.head = true
		info, err := s.client.StatObject(ctx, s.config.Bucket, keys[i], minio.StatObjectOptions{})
		if err = c.explain(err); errors.Is(err, fs.ErrNotExist) {
			return nil
		} else if err != nil {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		found[paths[i]] = foundObject(info)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// sharedFolder is the longest beginning of all keys that ends in a slash.
func sharedFolder(keys []string) string {
	shared := keys[0][:strings.LastIndexByte(keys[0], '/')+1]
	for _, key := range keys {
		for !strings.HasPrefix(key, shared) {
			shared = shared[:strings.LastIndexByte(shared[:len(shared)-1], '/')+1]
		}
	}
	return shared
}

func foundObject(o minio.ObjectInfo) store.Found {
	return store.Found{File: true, Size: o.Size, Stamp: o.ETag, Time: o.LastModified}
}

// List tells of the keys right below a folder, and of what begins like a folder
// there. A name may be both.
func (s *Store) List(ctx context.Context, folder string) (map[string]store.Found, error) {
	prefix := s.prefix
	if folder != "." {
		key, err := s.key(folder)
		if err != nil {
			return nil, err
		}
		prefix = key + "/"
	}
	found := map[string]store.Found{}
	err := s.list(ctx, prefix, false, onePage, func(o minio.ObjectInfo) bool {
		name, isFolder := strings.CutSuffix(strings.TrimPrefix(o.Key, prefix), "/")
		if !fs.ValidPath(name) || name == "." || path.Base(name) != name {
			return true // the mark of the folder itself, or a name that no path has
		}
		f := found[name]
		if isFolder {
			f.Folder = true
		} else {
			also := f.Folder
			f = foundObject(o)
			f.Folder = also
		}
		found[name] = f
		return true
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// list goes through the keys that begin with a prefix: all of them, or those
// without another slash and the folders of the others. A page is so many at
// once. It ends when f does not want more.
func (s *Store) list(ctx context.Context, prefix string, deep bool, page int,
	f func(minio.ObjectInfo) (more bool)) error {
	ctx, c := s.call(ctx, "s3:ListBucket", prefix)
	c.list = true
	noOwner := false
	for o := range s.client.ListObjectsIter(ctx, s.config.Bucket,
		minio.ListObjectsOptions{Prefix: prefix, Recursive: deep, MaxKeys: page, FetchOwner: &noOwner}) {
		if o.Err != nil {
			return c.explain(o.Err)
		}
		if strings.HasPrefix(o.Key, prefix) && !f(o) {
			break
		}
	}
	if err := ctx.Err(); err != nil {
		return err // the library ends without a word
	}
	return c.explain(nil)
}

// Open reads a file as it comes.
func (s *Store) Open(ctx context.Context, name string) (io.ReadCloser, error) {
	key, err := s.key(name)
	if err != nil {
		return nil, err
	}
	ctx, c := s.call(ctx, "s3:GetObject", key)
	body, _, _, err := s.client.GetObject(ctx, s.config.Bucket, key, minio.GetObjectOptions{})
	if err != nil {
		return nil, c.explain(err)
	}
	return body, nil
}

// Remove removes one key. Storage says of one that is not there that it is gone.
func (s *Store) Remove(ctx context.Context, name string) error {
	key, err := s.key(name)
	if err != nil {
		return err
	}
	ctx, c := s.call(ctx, "s3:DeleteObject", key)
	err = s.client.RemoveObject(ctx, s.config.Bucket, key, minio.RemoveObjectOptions{})
	if c.status == http.StatusOK && !c.html() {
		return nil // the library knows only 204
	}
	if err = c.explain(err); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
