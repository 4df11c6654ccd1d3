package render

import (
	"bytes"
	"sync"
)

// parts remembers rendered pieces within one plan: the card of an article is the
// same on every list that shows it, and running its template costs far more than
// finding it again. A piece is known by its template and all that it sees, so it
// cannot be stale. When there are many, all are forgotten: lists ask for the
// same ones soon after each other or not at all.
type parts struct {
	mu    sync.RWMutex
	known map[part]HTML
}

// part is a piece: a template's name and its view, which must be comparable.
type part struct {
	name string
	view any
}

const mostParts = 20000

// render returns a piece. The template begins and ends between tags, as the
// place does where it is put; a test holds that.
func (p *parts) render(r *Renderer, name string, view any) (HTML, error) {
	key := part{name, view}
	p.mu.RLock()
	piece, ok := p.known[key]
	p.mu.RUnlock()
	if ok {
		return piece, nil
	}
	var b bytes.Buffer
	if err := r.run(&b, name, view); err != nil {
		return "", err
	}
	piece = trusted(b.String())
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known == nil || len(p.known) >= mostParts {
		p.known = make(map[part]HTML)
	}
	p.known[key] = piece
	return piece, nil
}
