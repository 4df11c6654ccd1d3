package command

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"

	"blandongan/internal/author"
	"blandongan/internal/publish/destination"
)

// publishedFile is where it stands, in the cache of whoever runs the command, what was published:
// from which folder, to which target, the pages of things by path with their names.
const publishedFile = "published.json"

type published map[string]map[string]map[string]string

// CacheFolder is ours in the cache of whoever runs the command.
func CacheFolder() (string, error) {
	cache, err := os.UserCacheDir()
	return filepath.Join(cache, "blandongan"), err
}

// readPublished reads what was kept; what cannot be read is forgotten.
func readPublished(text []byte) published {
	known := published{}
	if json.Unmarshal(text, &known) != nil || known == nil {
		return published{}
	}
	return known
}

// RememberPublished keeps which pages of a site are at a target, so that check can tell of an
// address that vanishes before it is published so. Where that cannot be kept, check tells less.
func RememberPublished(root, target string, pages map[string]string) {
	cache, err := CacheFolder()
	if err != nil {
		return
	}
	if root, err = RealPath(root); err != nil {
		return
	}
	_, _ = author.Put(cache, publishedFile, func(was []byte) []byte {
		known := readPublished(was)
		if known[root] == nil {
			known[root] = map[string]map[string]string{}
		}
		known[root][target] = pages
		text, err := json.Marshal(known)
		if err != nil {
			panic(err) // texts always encode
		}
		return text
	})
}

// Published are the pages of a site that are at its targets, as far as this machine knows. A target
// that the site has no more is none.
func Published(f *Folders, address string) map[string]string {
	all, root := map[string]string{}, f.Root
	targets, known := destination.Read(f.Content, address)
	if !known || targets == nil {
		return all
	}
	cache, err := CacheFolder()
	if err != nil {
		return all
	}
	if root, err = RealPath(root); err != nil {
		return all
	}
	text, _ := os.ReadFile(filepath.Join(cache, publishedFile)) // what cannot be read is not remembered
	sites := readPublished(text)
	for _, d := range targets.Destinations {
		maps.Copy(all, sites[root][d.Name])
	}
	return all
}
