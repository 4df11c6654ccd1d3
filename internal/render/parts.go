package render

import (
	"bytes"
	"html/template"
	"reflect"
	"runtime"
	"strings"
	"sync"
)

// parts remembers rendered pieces within one plan: the card of an article is the
// same on every list that shows it, and running its template costs far more than
// finding it again. A piece is known by its template and all that it sees, so it
// cannot be stale. When there are many, all are forgotten: lists ask for the
// same ones soon after each other or not at all.
type parts struct {
	mu     sync.RWMutex
	known  map[part]asIs
	making int
}

// part is a piece: a template's name and its view, which must be comparable.
type part struct {
	name string
	view any
}

const mostParts = 60000

// render returns a piece. The template begins and ends between tags, as the
// place does where it is put; a test holds that.
func (p *parts) render(r *edition, name string, view any) (asIs, error) {
	if view != nil && !reflect.ValueOf(view).Comparable() {
		return "", missing{"template-part", name}
	}
	key := part{name, view}
	if piece, ok := p.find(key); ok {
		return piece, nil
	}
	if !p.begin() {
		return "", missing{"template-cycle", name}
	}
	var b bytes.Buffer
	err := r.run(&b, name, view)
	piece := trusted(b.String())
	p.end(key, piece, err == nil)
	return piece, err
}

func (p *parts) find(key part) (asIs, bool) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	piece, ok := p.known[key]
	return piece, ok
}

// mostMaking is how many pieces may be in the making at the same time for each
// goroutine, of which there are as many as processors. An honest piece holds two or three
// others, one within the next; one that asks for itself does so for ever.
const mostMaking = 50

func (p *parts) begin() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.making >= mostMaking*runtime.GOMAXPROCS(0) {
		return false
	}
	p.making++
	return true
}

func (p *parts) end(key part, piece asIs, made bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.making--
	if p.known == nil || len(p.known) >= mostParts {
		p.known = make(map[part]asIs)
	}
	if made {
		p.known[key] = piece
	}
}

// join renders a piece for each of some views. One call for a list costs a
// template much less than a call for each of its entries.
func (p *parts) join(r *edition, name, between string, views any) (asIs, error) {
	list := reflect.ValueOf(views)
	if list.Kind() != reflect.Slice {
		return "", missing{"template-list", name}
	}
	var b strings.Builder
	for i := range list.Len() {
		piece, err := p.render(r, name, list.Index(i).Interface())
		if err != nil {
			return "", err
		}
		if i > 0 {
			template.HTMLEscape(&b, []byte(between))
		}
		b.WriteString(string(piece))
	}
	return trusted(b.String()), nil
}
