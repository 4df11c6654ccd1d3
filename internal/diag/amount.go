package diag

// Arguments of a problem that print themselves in the language of its reader.

// Count is a number that prints itself as readers write it: 39.905, 39,905.
type Count int

func (c Count) in(l Language) string { return l.Count(int(c)) }

// Size is a number of bytes that prints itself as readers write it: 1,002 MiB.
type Size int64

func (s Size) in(l Language) string { return l.Size(int64(s)) }

// Others counts the other areas of a map that have the same fault. As the last value of
// a problem it ends the sentence, whatever that is.
type Others int

func (o Others) in(l Language) string {
	switch {
	case o == 0:
		return ""
	case l == Indonesian:
		return ", begitu pula di " + Count(o).in(l) + " wilayah lain"
	}
	return ", and so in " + Count(o).in(l) + " more areas"
}

// Args returns one of each type that the values of sentences have, besides numbers of other
// sizes: what is to write down problems and read them again must know them.
func Args() []any { return []any{"", 0, Word(""), Count(0), Size(0), Others(0), whole(""), Code("")} }
