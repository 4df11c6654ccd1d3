package prose

import (
	"strings"

	"blandongan/internal/diag"
)

// held is a part of a file on which more hangs than what readers read.
type held struct {
	from, to diag.Place // to is that of the last letter
	bound    bool
}

// bound are the fields of which a text is an address, or is how other files name the thing.
var bound = SetOf("tags slug aliases id file link key folder desks kelurahan split_from north east south west")

// named are the fields of which a text is what something is called. Whoever gives names
// decides how they are spelt.
var named = SetOf("name short_name acronym topic outlet author publisher")

// hold notes what hangs on a block. Each heading is an anchor, to which other pages and other
// sites may link.
func (d *Document) hold(b *Block) {
	key := b.Key[strings.LastIndexByte(b.Key, '.')+1:]
	if b.Kind == Heading || b.Kind == Field && (named[key] || bound[key]) {
		d.holdPart(b, 0, len(b.Text), bound[key])
	}
	for _, l := range b.Links {
		if l.Label {
			d.holdPart(b, l.From, l.To, true)
		}
	}
}

func (d *Document) holdPart(b *Block, from, to int, bound bool) {
	if from < to {
		d.held = append(d.held, held{b.Place(from), b.Place(to - 1), bound})
	}
}

// Held returns a problem with the repairs that nobody comes to harm by. In a name or a heading
// somebody has to decide; of what is an address or a key, no word can be changed alone.
func (d *Document) Held(p diag.Problem) diag.Problem {
	if len(p.Repairs) == 0 {
		return p
	}
	end := p.Place
	end.Col += max(len([]rune(p.Words))-1, 0)
	for _, h := range d.held {
		if before(end, h.from) || before(h.to, p.Place) {
			continue
		}
		var ways []string
		for _, r := range p.Repairs {
			ways = append(ways, r.New)
		}
		if h.bound {
			ways = nil
		}
		p = p.MendedBy(ways...)
	}
	return p
}

func before(a, b diag.Place) bool { return a.Line < b.Line || a.Line == b.Line && a.Col < b.Col }
