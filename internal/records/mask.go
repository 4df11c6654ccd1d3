package records

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"blandongan/internal/records/plain"
)

// Masked stands in a text for what nobody may read. It is as long for a short
// secret as for a long one.
const Masked = "••••••••"

// Mask returns the text of a YAML file that is known to lie near secrets with only
// that left in it which is known to be none, so that whoever parses, quotes or
// prints it cannot give any away: keys that are plain words, and values of the form
// that a key declared by s wants. From the first other thing on, a line is masked
// to its end, and what may belong to it on the lines below is gone, as comments
// are. Line numbers stay, and columns up to there. It reads lines, not YAML: what
// cannot be parsed is masked too.
//
// A key that s does not declare, with nothing or a brace behind it, is the name of
// an entry. One that sounds like a secret (see IsSecret) is it only where names are.
func Mask(text []byte, s *Shape) []byte {
	m := masker{shape: s, hidden: none, list: none, names: none}
	lines := strings.Split(string(plain.WithoutBreaks(text)), "\n")
	for i, line := range lines {
		lines[i] = m.line(line)
	}
	return []byte(strings.Join(lines, "\n"))
}

type masker struct {
	shape *Shape
	// hidden is the depth of a line that was masked: what is deeper may belong to it.
	hidden int
	braces int // open in what is shown
	// depth is that of the line; list that of a key whose entries have names, and
	// names that of these.
	depth, list, names int
}

const (
	none = 1 << 30 // no line is deeper
	all  = -1      // every line is
)

// What a line is made of. A quotation mark opens a text only where one may begin.
var (
	breakers = regexp.MustCompile(`^(?:---|\.\.\.)?[\s{},]*(?:-\s+)?`)
	keyWord  = regexp.MustCompile(`^(?:([\pL\d_.-]+(?: [\pL\d_.-]+)*)\s*:(?:\s+|$)|` +
		`"([\pL\d_. -]+)"\s*:\s*|'([\pL\d_. -]+)'\s*:\s*)`)
	quoted   = regexp.MustCompile(`^(?:"((?:[^"\\]|\\\\)*)"|'([^']*)')`) // folders of Windows are written "C:\\web"
	comment  = regexp.MustCompile(`(?:^|\s)#.*`)
	inLogin  = regexp.MustCompile(`^[^@]*\s#\S*@`) // no comment: a password with a blank
	texts    = regexp.MustCompile(`(^|[,:{\[]\s*)(?:"(?:\\.|[^"\\])*"|'(?:[^']|'')*')`)
	openText = regexp.MustCompile(`(?:^|[\s,:{\[])["']`)
)

func (m *masker) line(line string) string {
	depth := len(line) - len(strings.TrimLeft(line, " \t"))
	if depth == len(line) || depth > m.hidden || depth == m.hidden && line[depth] == '-' {
		return m.closing(bare(line))
	}
	m.hidden, m.depth = none, depth
	if depth <= m.list {
		m.list, m.names = none, none
	} else if m.names == none {
		m.names = depth
	}
	shown, harmless := 0, true
	for harmless {
		between := breakers.FindString(line[shown:])
		m.braces = max(m.braces-surplus(between, "}", "{"), 0)
		shown += len(between)
		if shown == len(line) || line[shown] == '#' {
			return line[:shown]
		}
		var n int
		n, harmless = m.entry(line[shown:], shown == m.names)
		shown += n
	}
	m.hidden = min(m.hidden, depth)
	if shown == len(line) {
		return line
	}
	rest := bare(line[shown:])
	if openText.MatchString(rest) || surplus(rest, "{", "}") > 0 || surplus(rest, "[", "]") > 0 {
		m.hidden = all // nobody knows where it ends
	}
	return line[:shown] + Masked + m.closing(rest)
}

// entry returns how much of a text is a key, or a key with its value, that may be
// shown, and whether more may be. Named says that a name may stand there.
func (m *masker) entry(text string, named bool) (n int, harmless bool) {
	found := keyWord.FindStringSubmatch(text)
	if found == nil {
		return 0, false
	}
	key, value := found[1]+found[2]+found[3], text[len(found[0]):]
	f, alone := m.shape.inside(key), value == "" || value[0] == '#'
	switch {
	case strings.Contains(key, " ") && (IsSecret(key) || !alone && value[0] != '{'): // its colon was forgotten
		return 0, false
	case f == nil && !named && IsSecret(key):
		return len(found[0]), false
	case alone, value[0] == '{' && (f == nil || f.inner != nil):
		if f != nil && f.inner != nil && f.inner.named >= 0 {
			m.list, m.names = m.depth, none
		}
		return len(found[0]), true
	case f == nil:
		return len(found[0]), false
	}
	n, harmless = m.value(f, value)
	return len(found[0]) + n, harmless
}

// value returns how long the value is that a text begins with, if it may be shown.
func (m *masker) value(f *field, text string) (n int, harmless bool) {
	if q := quoted.FindStringSubmatch(text); q != nil {
		if !f.harmless(q[1] + q[2]) {
			return 0, false
		}
		return len(q[0]), true
	}
	if inLogin.MatchString(text) {
		return 0, false
	}
	text = comment.ReplaceAllString(text, "")
	if end := strings.IndexAny(text, ",{}"); end >= 0 && m.braces > 0 {
		text = text[:end]
	}
	text = strings.TrimRight(text, " \t")
	word := strings.TrimLeft(text, `"'`)
	switch {
	case !f.harmless(word):
		return 0, false
	case word != text: // its end was forgotten: all that follows belongs to it
		m.hidden = all
		return len(text), false
	}
	return len(text), true
}

// bare is a text without what is within quotation marks, and without comment.
func bare(text string) string {
	return comment.ReplaceAllString(texts.ReplaceAllString(text, "$1"), "")
}

// surplus is how much more often one character stands in a text than another.
func surplus(text, one, other string) int {
	return strings.Count(text, one) - strings.Count(text, other)
}

// closing is what must be left of a text that is masked, so that it ends what is
// shown before it.
func (m *masker) closing(text string) string {
	n := min(max(surplus(text, "}", "{"), 0), m.braces)
	m.braces -= n
	end := strings.Repeat("}", n)
	if m.braces > 0 && strings.HasSuffix(strings.TrimSpace(text), ",") {
		end += ","
	}
	return end
}

// The forms of values that hold no secret: a number or a word; the path of a file,
// which nobody takes for what stands in it; and any other path, or an address that
// has no password before its @ and asks nothing.
var (
	shortWord = regexp.MustCompile(`^(?:[+-]?\d[\d._,]{0,9}|\pL{1,8})$`)
	filePath  = regexp.MustCompile(`^(?:~|\.{0,2}/|[A-Za-z]:\\)(?:` + pathRest + `*|[\pL\pM\pN._~/\\%+,()&'!=$^;:-]*)$`)
	// homePath begins with a variable that everybody has.
	homePath = regexp.MustCompile(`^` + variable + `(?:[/\\]` + pathRest + `*)?$`)
	place    = regexp.MustCompile(`^(?:` +
		`(?:[a-z0-9+]+://|[A-Za-z]:[/\\])?` + numeric + pathRest + `*(?::\d{0,5}(?:/` + pathRest + `*)?)?|` +
		`(?:sftp://|ssh://)?[\pL\d_.+-]+@` + numeric + `[\pL\d_.-]*` +
		`(?::` + pathRest + `*|(?::\d{1,5})?(?:/(?:` + variable + `)?(?:` + pathRest + `|@)*)?))$`)
)

const (
	pathRest = `[\pL\pM\pN ._~/\\%+,()-]`
	variable = `(?:\$(?:HOME|USER|PWD)|\$\{(?:HOME|USER|PWD)\}|%(?:USERPROFILE|HOMEPATH|HOME)%)`
	numeric  = `(?:\[[\da-fA-F:.]*\])?`
)

func (f *field) harmless(value string) bool {
	switch kind := f.typ.Kind(); {
	case f.inner != nil || AreDots(value): // these are to be filled in
		return f.inner == nil
	case f.path:
		return filePath.MatchString(value) || homePath.MatchString(value)
	case kind == reflect.String || kind == reflect.Struct:
		return place.MatchString(value) || filePath.MatchString(value) || homePath.MatchString(value)
	}
	return shortWord.MatchString(value)
}

// secretWords are what the name of a key that holds a secret is made of, in the
// languages of our editors.
var secretWords = []string{
	"pass", "pwd", "secret", "token", "accesskey", "apikey", "privatekey", "credential", "sandi", "rahasia",
}

// IsSecret says whether a key's name is one of something that only its owner may
// know.
func IsSecret(key string) bool {
	key = strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(strings.ToLower(key))
	return slices.ContainsFunc(secretWords, func(w string) bool { return strings.Contains(key, w) })
}

// inside returns the field that a key is declared as, here or further in; nil when
// there is none.
func (s *Shape) inside(key string) *field {
	if f := s.field(key); f != nil {
		return f
	}
	for i := range s.fields {
		if inner := s.fields[i].inner; inner != nil {
			if f := inner.inside(key); f != nil {
				return f
			}
		}
	}
	return nil
}
