package start

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"blandongan/internal/lang"
	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/meaning"
	"blandongan/internal/site/value"
)

func readFile(root fs.FS, file string) ([]byte, error) { return fs.ReadFile(root, file) }

// copy is the form of another thing of the kind: what its declaration lets a copy keep, with
// another title. All else is true of the original alone: what must be there is to be filled in,
// and till then the copy is a draft. It lies beside the original, where others of its sort do.
func (d *Desk) copy(k site.Kind, w Wanted, m *Made) ([]byte, error) {
	id := w.From
	if d.ids[k.Name][id] == "" {
		id = value.Slugify(id)
	}
	file := d.ids[k.Name][id]
	if file == "" && len(d.ids[k.Name]) == 0 {
		_, one := meaning.Name(k.Name)
		say := func(l lang.Language) string { return fail("new-none", strings.ToLower(one.In(l))).In(l) }
		return nil, lang.Both{Indonesian: say(lang.Indonesian), English: say(lang.English)}
	}
	if file == "" {
		return nil, fail("new-no-from", w.From, strings.Join(d.idsOf(k.Name), ", "))
	}
	was, err := readFile(d.root, file)
	if err != nil {
		return nil, err
	}
	text := strings.NewReplacer("\ufeff", "", "\r\n", "\n", "\r", "\n").Replace(string(was))
	if k.Keyed {
		text = entryIn(text, id)
		_, text, _ = strings.Cut(text, "\n")
	}
	if k.Text {
		front, body := records.FrontEnd(text)
		if body == 0 || body > len(text) {
			return nil, fail("new-no-copy", w.From)
		}
		text = text[strings.Index(text, "\n")+1 : front]
	}
	text, found := d.changed(k, w, text)
	switch {
	case !found:
		return nil, fail("new-no-copy", w.From)
	case k.Keyed:
		return d.appended(m, m.ID+":\n"+strings.TrimRight(text, "\n ")+"\n"), nil
	case k.Text:
		text = "---\n" + text + "---\n\n"
	}
	m.File = beside(file, m.ID+k.Ending)
	return []byte(text), nil
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

// changed is a text of keys with values as those of a copy; false where it does not stand in
// lines that can be told apart.
func (d *Desk) changed(k site.Kind, w Wanted, text string) (changed string, found bool) {
	put, keep := d.anew(k, w)
	title, _, _ := strings.Cut(outlines[k.Name].title, ".")
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
		case replaced:
			b.WriteString(indent + key + ": " + given + "\n")
			delete(put, key)
			left = true
			found = found || key == title
		default:
			left = !keep[key]
		}
		if !left {
			b.WriteString(line)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(put)) { // what the original does without
		b.WriteString(indent + key + ": " + put[key] + "\n")
	}
	return b.String(), found
}

// anew are the keys of a copy that are not the original's, with what is known or dots, and those
// that it keeps.
func (d *Desk) anew(k site.Kind, w Wanted) (put map[string]string, keep map[string]bool) {
	o := outlines[k.Name]
	put, keep = map[string]string{}, map[string]bool{}
	for _, f := range k.Shape.Fields() {
		if keep[f.Key] = f.Form; !f.Form && (f.Required || slices.Contains(o.wanted, f.Key)) {
			put[f.Key] = blank(f, map[string]string{o.title: quoted(w.Title)}, f.Key)
		}
	}
	if put[o.title] != "" {
		put[o.title] = scalar(w.Title)
	}
	if o.today != "" {
		put[o.today] = d.today(w.Now)
	}
	if w.Code != "" {
		put["code"] = quoted(w.Code)
	}
	return put, keep
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
