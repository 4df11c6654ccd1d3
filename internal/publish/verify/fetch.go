package verify

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"blandongan/internal/lang"
	"blandongan/internal/publish/store"
)

// fetch gets a file as a browser does, and compares it; another will do as well. A
// wrong answer may be that of a cache that has not heard of it: it is asked again, as
// after any error.
func fetch(ctx context.Context, client *http.Client, where string, f, or store.File) (http.Header, error) {
	ctx, cancel := context.WithTimeout(ctx, oneFetch+time.Duration(f.Size/slowBytes)*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, where, nil)
	if err != nil {
		return nil, store.Because(err, "no-url", where)
	}
	req.Header.Set("Accept-Encoding", "br, gzip")
	req.Header.Set("Cache-Control", "no-cache")
	answer, err := client.Do(req)
	if err != nil {
		return nil, &noAnswer{store.WithoutAddress(err)}
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s", answer.Status)
	}
	body, err := unpacked(answer)
	if err != nil {
		return nil, err
	}
	size, digest, err := store.Digest(body)
	if err != nil {
		return nil, err
	}
	if digest != f.Digest && digest != or.Digest {
		return nil, &differing{Got: size, Want: f.Size}
	}
	return answer.Header, nil
}

// differing says that other bytes are read than were sent.
type differing struct{ Got, Want int64 }

func (d *differing) Error() string { return d.Sentence(lang.English) }

// Sentence is the sentence in a language.
func (d *differing) Sentence(l lang.Language) string {
	return lang.Faults.Error("differing", d.Got, d.Want).In(l)
}

// noAnswer is an error that came instead of an answer.
type noAnswer struct{ error }

// unpacked is the body as it was before the server compressed it.
func unpacked(answer *http.Response) (io.Reader, error) {
	switch answer.Header.Get("Content-Encoding") {
	case "gzip":
		return store.Gzip.Decode(answer.Body)
	case "br":
		return store.Brotli.Decode(answer.Body)
	}
	return answer.Body, nil
}
