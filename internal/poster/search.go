package poster

// repeat is a run of bytes and how far before it they stand too, or a byte where there is no run.
type repeat struct{ run, back int }

// search finds what repeats on a ground, however far before. It takes long, and is done once.
type search struct {
	rows []byte
	// heads is where bytes stood last that have a number, before where those with the number of those at a place
	// stood the time before; that there was none is 0.
	heads  [1 << numberBits]int32
	before []int32
}

const numberBits = 14

func newSearch(rows []byte) *search { return &search{rows: rows, before: make([]int32, len(rows))} }

// number is that of the bytes at a place: few others have it.
func (s *search) number(i int) uint32 {
	b := s.rows[i : i+shortest]
	return (uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16) * 0x9e3779b1 >> (32 - numberBits)
}

// part returns what a part of a row repeats of itself and of the same part of the rows before, and the first row
// of those. It is asked for one row after the other.
func (s *search) part(from, to int) (found []repeat, since int) {
	since = from / stride
	for i := from; i < to; {
		r, gain := s.best(i, to)
		s.note(i, to)
		if _, next := s.best(i+1, to); r.run == 0 || next > gain {
			r = repeat{0, int(s.rows[i])}
			i++
		} else {
			since = min(since, (i-r.back)/stride)
			end := i + r.run
			for i++; i < end; i++ {
				s.note(i, to)
			}
		}
		found = append(found, r)
	}
	return found, since
}

// note remembers where bytes stand.
func (s *search) note(i, to int) {
	if i+shortest <= to {
		head := &s.heads[s.number(i)]
		s.before[i], *head = *head, int32(i)
	}
}

// best returns the run at a place that saves most, and how many bits that is, nearly.
func (s *search) best(i, to int) (best repeat, gain int) {
	const window, patience = 1 << 15, 64
	if i+shortest > to {
		return best, gain
	}
	column, most := (to-1)%stride+1, min(to-i, longest)
	at := int(s.heads[s.number(i)])
	for tries := 0; at > 0 && i-at <= window && tries < patience && best.run < most; tries++ {
		n := 0
		for most := min(most, at/stride*stride+column-at); n < most && s.rows[at+n] == s.rows[i+n]; {
			n++
		}
		if n >= shortest {
			saved := 7*n - 12 - int(lengths[n].rest.long+newNumeral(i-at-1, 1).rest.long)
			if saved > gain {
				best, gain = repeat{n, i - at}, saved
			}
		}
		at = int(s.before[at])
	}
	return best, gain
}
