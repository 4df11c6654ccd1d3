package words

// Near tells whether two words are the same but for one letter: another one, one more, one
// less, or two neighbours the wrong way round. Words below four letters are near to
// nothing but themselves: they would be near to everything.
func Near(a, b string) bool {
	if a == b {
		return true
	}
	s, l := []rune(a), []rune(b)
	if len(s) > len(l) {
		s, l = l, s
	}
	if len(s) < 4 || len(l)-len(s) > 1 {
		return false
	}
	i, end := 0, 0 // letters that are the same before and behind
	for i < len(s) && s[i] == l[i] {
		i++
	}
	for end < len(s)-i && s[len(s)-1-end] == l[len(l)-1-end] {
		end++
	}
	switch left := len(s) - i - end; left {
	case 0:
		return true
	case 1:
		return len(s) == len(l)
	case 2:
		return len(s) == len(l) && s[i] == l[i+1] && s[i+1] == l[i]
	}
	return false
}
