package render

import (
	"bytes"
	"hash/maphash"
	"html/template"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"blandongan/internal/ground"
	"blandongan/internal/views"
)

// parts remembers rendered pieces within one plan: the card of an article is the
// same on every list that shows it, and running its template costs far more than
// finding it again. A piece is known by its template and all that it sees, so it
// cannot be stale. When there are many, all are forgotten: lists ask for the
// same ones soon after each other or not at all.
type parts struct {
	cards  shelf[part]
	links  shelf[part]
	others shelf[whole]
	making atomic.Int64
}

// shelf holds the pieces that show views of one type. There are two for what stands in most lists,
// for to find a view among those of any type takes three times as long.
type shelf[K comparable] struct {
	mu    sync.RWMutex
	known map[K]asIs
}

// part is a piece, by two hashes of its template's name and its view: to keep these takes six times as much.
// The view holds texts and numbers alone: where a pointer leads may be another thing soon.
type part [2]uint64

// whole is a piece by its template's name and its view, whatever that holds.
type whole struct {
	name string
	view any
}

var seeds = [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}

func partOf[V comparable](name string, view V) (p part) {
	type piece struct {
		name string
		view V
	}
	for i, seed := range seeds {
		p[i] = maphash.Comparable(seed, piece{name, view})
	}
	return p
}

const mostParts = 20000

// render returns a piece. The template begins and ends between tags, as the
// place does where it is put; a test holds that.
func (p *parts) render(r *edition, name string, view any) (asIs, error) {
	if view != nil && !reflect.ValueOf(view).Comparable() {
		return "", missing{"template-part", name}
	}
	return render(r, &p.others, whole{name, view}, name, view)
}

func render[K comparable](r *edition, s *shelf[K], key K, name string, view any) (asIs, error) {
	if piece, ok := s.find(key); ok {
		return piece, nil
	}
	defer r.parts.making.Add(-1)
	if r.parts.making.Add(1) > int64(mostMaking*runtime.GOMAXPROCS(0)) {
		return "", missing{"template-cycle", name}
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	err := r.run(b, name, view)
	piece := trusted(b.String())
	if err == nil {
		s.keep(key, piece)
	}
	return piece, err
}

// buffers are for pieces in the making.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// mostMaking is how many pieces may be in the making at the same time for each
// goroutine, of which there are as many as processors. An honest piece holds two or three
// others, one within the next; one that asks for itself does so for ever.
const mostMaking = 50

func (s *shelf[K]) find(key K) (asIs, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	piece, ok := s.known[key]
	return piece, ok
}

func (s *shelf[K]) keep(key K, piece asIs) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known == nil || len(s.known) >= mostParts {
		s.known = make(map[K]asIs)
	}
	s.known[key] = piece
}

// join renders a piece for each of some views. One call for a list costs a
// template much less than a call for each of its entries.
func (p *parts) join(r *edition, name, between string, list any) (asIs, error) {
	switch list := list.(type) {
	case []views.Card:
		return join(between, len(list), func(i int) (asIs, error) {
			return render(r, &p.cards, partOf(name, list[i]), name, list[i])
		})
	case []ground.Link:
		return join(between, len(list), func(i int) (asIs, error) {
			return render(r, &p.links, partOf(name, list[i]), name, list[i])
		})
	}
	x := reflect.ValueOf(list)
	if x.Kind() != reflect.Slice {
		return "", missing{"template-list", name}
	}
	return join(between, x.Len(), func(i int) (asIs, error) { return p.render(r, name, x.Index(i).Interface()) })
}

func join(between string, n int, render func(i int) (asIs, error)) (asIs, error) {
	pieces := make([]asIs, n)
	long := 0
	for i := range pieces {
		piece, err := render(i)
		if err != nil {
			return "", err
		}
		pieces[i], long = piece, long+len(piece)
	}
	between = template.HTMLEscapeString(between)
	var b strings.Builder
	b.Grow(long + n*len(between))
	for i, piece := range pieces {
		if i > 0 {
			b.WriteString(between)
		}
		b.WriteString(string(piece))
	}
	return trusted(b.String()), nil
}
