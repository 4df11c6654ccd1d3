package reading

// tens are the words of Indonesian numbers that make the one before them larger, below a thousand.
var tens = map[string]float64{"puluh": 10, "ratus": 100}

// ones are words that hold a one already.
var ones = map[string]float64{"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1e3, "sejuta": 1e6}

// Spelled reads a number of any size that Indonesian words from i on spell: tiga miliar dua ratus
// juta. It returns of how many words it is, 0 for what is none.
func (t *Passage) Spelled(i int) (value float64, words int) {
	group, unit, at := 0.0, 0.0, i // what is below a thousand, and the last of its words
	for ; at < len(t.Tokens) && (at == i || t.Joined(at)); at++ {
		low := t.Low(at)
		one := ones[low]
		switch {
		case one > 100:
			value += one
		case one > 0:
			group, unit = group+one, 0
		case InWords[low] > 0 && InWords[low] < 10 && unit == 0:
			unit = float64(InWords[low])
			group += unit
		case low == "belas" && unit > 0:
			group, unit = group+10, 0
		case tens[low] > 0 && unit > 0:
			group, unit = group-unit+unit*tens[low], 0
		case Scales[low] > 0 && group > 0:
			value, group, unit = value+group*Scales[low], 0, 0
		default:
			return value + group, at - i
		}
	}
	return value + group, at - i
}
