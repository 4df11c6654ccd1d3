package start

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"blandongan/internal/files"
	"blandongan/internal/lang"
	"blandongan/internal/records"
	"blandongan/internal/site"
)

// nothingYet is a file of many things that has none, closing one that ends with the end of a document.
var (
	nothingYet = regexp.MustCompile(`(?m)^(\x{feff}?(?:---[ \t]+)?)\{[ \t\r\n]*\}[ \t]*(#.*)?(\r?)$`)
	closing    = regexp.MustCompile(`(?:^|[\r\n])(\.\.\.(?:[ \t][^\r\n]*)?(?:[\r\n]+(?:[ \t]*#[^\r\n]*)?)*)$`)
)

// appended is a file of many things with one more at its end, in lines as the others are.
func (d *Desk) appended(m *Made, entry string) []byte {
	was, err := readFile(d.root, m.File)
	if err != nil {
		return []byte(entry)
	}
	m.Was = was
	end := lineEnd(was)
	if !slices.ContainsFunc(entriesOf(m.File, was), hasID) { // so that no braces within a text are taken for the whole
		was = nothingYet.ReplaceAll(was, []byte("$1$2$3"))
	}
	var rest []byte
	if at := closing.FindSubmatchIndex(was); at != nil {
		was, rest = was[:at[2]], was[at[2]:]
	}
	var b bytes.Buffer
	b.Write(was)
	if len(was) > 0 && !bytes.HasSuffix(was, []byte(end)) {
		b.WriteString(end)
	}
	if len(bytes.TrimSpace(was)) > 0 {
		b.WriteString(end)
	}
	indent := indentOf(was)
	for line := range strings.Lines(entry) {
		if text := strings.TrimSuffix(line, "\n"); text != "" {
			b.WriteString(indent + text)
		}
		b.WriteString(end)
	}
	b.Write(rest)
	return b.Bytes()
}

func hasID(e *site.Entry) bool { return e.ID != "" }

// firstKey is the first line that is no comment and no mark of YAML's.
var firstKey = regexp.MustCompile(`(?:^|[\r\n])( *)[^ \t\r\n#%-]`)

// indentOf is what stands before the keys of a file.
func indentOf(text []byte) string {
	if m := firstKey.FindSubmatch(bytes.TrimPrefix(text, []byte("\ufeff"))); m != nil {
		return string(m[1])
	}
	return ""
}

// lineEnd is how the lines of a text end.
func lineEnd(text []byte) string {
	switch {
	case bytes.Contains(text, []byte("\r\n")):
		return "\r\n"
	case bytes.Contains(text, []byte("\r")) && !bytes.Contains(text, []byte("\n")):
		return "\r"
	}
	return "\n"
}

// unfit says why nothing can be added to a file. One that is right as it is, and has no lines of
// its own for its things, gets an entry of that form by hand.
func unfit(k site.Kind, w Wanted, m *Made) error {
	if _, problems := files.Clean(m.File, m.Was); len(problems) > 0 {
		say := func(l lang.Language) string { return m.File + ": " + problems[0].Text(l) }
		return lang.Both{Indonesian: say(lang.Indonesian), English: say(lang.English)}
	}
	if !isSound(m.File, m.Was) {
		return fail("new-no-entry", m.File)
	}
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(m.Was))
	text = text[:max(0, strings.LastIndexByte(text, '}'))]
	comma := ", "
	if strings.HasSuffix(strings.TrimSpace(text), ",") {
		comma = ""
	}
	given := map[string]string{outlines[k.Name].title: quoted(w.Title)}
	return fail("new-by-hand", m.File, 1+strings.Count(text, "\n"), comma+m.ID+": "+inBraces(k.Shape, given, ""))
}

// inBraces are the keys that a thing must have, in one line.
func inBraces(shape *records.Shape, given map[string]string, above string) string {
	var parts []string
	for _, f := range shape.Fields() {
		value, known := given[above+f.Key]
		if !known && !f.Required {
			continue
		}
		if !known {
			value = blank(f, given, above+f.Key)
		}
		parts = append(parts, f.Key+": "+value)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// blank is the value of a key that is to be filled in, but for what is given by the keys that lead there.
func blank(f records.Field, given map[string]string, path string) string {
	value := dots
	if f.Type == records.StructField {
		value = inBraces(f.Inner, given, path+".")
	}
	if f.List {
		value = "[" + value + "]"
	}
	return value
}
