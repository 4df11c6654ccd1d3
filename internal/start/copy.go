package start

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

func readFile(root fs.FS, file string) ([]byte, error) { return fs.ReadFile(root, file) }

// copy is the text of another thing of the kind with another title, dates of today, and
// without what belongs to that one alone. It lies beside the original, so that links from
// there to files still lead there.
func (d *Desk) copy(k site.Kind, w Wanted, m *Made) ([]byte, error) {
	id := w.From
	if d.ids[k.Name][id] == "" {
		id = value.Slugify(id)
	}
	file := d.ids[k.Name][id]
	if file == "" {
		return nil, fail("new-no-from", w.From, strings.Join(d.idsOf(k.Name), ", "))
	}
	was, err := readFile(d.root, file)
	if err != nil {
		return nil, err
	}
	if k.Keyed {
		entry := entryIn(string(was), id)
		if entry == "" {
			return nil, fail("new-no-copy", w.From)
		}
		_, body, _ := strings.Cut(entry, "\n")
		text := m.ID + ":\n" + strings.ReplaceAll(d.changed(k, w, body), "\r\n", "\n")
		return d.appended(m, strings.TrimRight(text, "\n ")+"\n"), nil
	}
	m.File = beside(file, m.ID+k.Ending)
	text := string(was)
	begin, end := 0, len(text)
	if front, body := records.FrontEnd(text); k.Text && body > 0 && body <= len(text) {
		begin, end = strings.Index(text, "\n")+1, front
	}
	return []byte(text[:begin] + d.changed(k, w, text[begin:end]) + text[end:]), nil
}

// entryIn is an entry of a file of many, with its key; "" when it does not stand in lines of
// its own.
func entryIn(text, id string) string {
	var b strings.Builder
	in := false
	for line := range strings.Lines(text) {
		if key := keyOf(line, ""); key != "" {
			in = key == id && strings.TrimSpace(line) == id+":"
		}
		if in {
			b.WriteString(line)
		}
	}
	return b.String()
}

var keyForm = regexp.MustCompile(`^( *)["']?([A-Za-z0-9_-]+)["']?:( |\r?\n|$)`)

// keyOf is the key that a line begins behind an indent, "" when it begins none.
func keyOf(line, indent string) string {
	if m := keyForm.FindStringSubmatch(line); m != nil && m[1] == indent {
		return m[2]
	}
	return ""
}

// changed is a text of keys with values as those of a new thing.
func (d *Desk) changed(k site.Kind, w Wanted, text string) string {
	o := outlines[k.Name]
	title, inner, nested := strings.Cut(o.title, ".")
	put := map[string]string{title: scalar(w.Title)}
	if nested {
		put[title] = "{" + inner + ": " + quoted(w.Title) + "}"
	}
	if o.today != "" {
		put[o.today] = d.today(w.Now)
	}
	for _, key := range o.unsure {
		put[key] = dots
	}
	if w.Code != "" {
		put["code"] = quoted(w.Code)
	}
	var b strings.Builder
	left := false // whether the value of the key above is left out
	indent := ""
	if k.Keyed {
		indent = text[:len(text)-len(strings.TrimLeft(text, " "))]
	}
	for line := range strings.Lines(text) {
		key := keyOf(line, indent)
		given, replaced := put[key]
		switch {
		case key == "":
			left = left && !strings.HasPrefix(line, indent+"#") // a comment is of the key below it
			if !left {
				b.WriteString(line)
			}
		case replaced:
			b.WriteString(indent + key + ": " + given + lineEnd([]byte(line)))
			left = true
		default:
			if left = slices.Contains(o.dropped, key); !left {
				b.WriteString(line)
			}
		}
	}
	return b.String()
}

// quoted writes a text in quotation marks, without a backslash.
func quoted(text string) string {
	if strings.ContainsAny(text, `"\`) {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return `"` + text + `"`
}

// beside is a file's path in the folder of another.
func beside(file, name string) string { return path.Join(path.Dir(file), name) }
