package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"blandongan/internal/site"
)

// Settings is the file from which VS Code takes the settings of a folder.
const Settings = ".vscode/settings.json"

// schemasKey is the setting of VS Code's YAML extension that says which schema is whose.
const schemasKey = "yaml.schemas"

// ErrNotPlain says that settings hold what would be lost: comments, a comma too many, a key twice.
var ErrNotPlain = errors.New("settings are no plain JSON object")

// matches says which files each schema is for, as VS Code's YAML extension wants it. It reads no
// front matter.
func matches(folder string) object {
	var o object
	for _, k := range site.Kinds() {
		if k.Text {
			continue
		}
		files := k.Path
		if k.IsFolder {
			files += "*" + k.Ending
		}
		o = o.append("./"+path.Join(folder, fileOf(&k)), []string{files})
	}
	return o
}

// NewSettings returns settings of nothing but the schemas of a folder.
func NewSettings(folder string) []byte { return indented(object{{schemasKey, matches(folder)}}) }

// WithSchemas returns settings that name the schemas of a folder besides what they say already; those
// that name schemas of ours in another folder no longer do. Without text they are new.
func WithSchemas(text []byte, folder string) ([]byte, error) {
	if len(bytes.TrimSpace(text)) == 0 {
		return NewSettings(folder), nil
	}
	all, err := readObject(text)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(all, func(m member) bool { return m.Key == schemasKey })
	if at < 0 {
		return indented(all.append(schemasKey, matches(folder))), nil
	}
	old, err := readObject(all[at].Value.(json.RawMessage))
	if err != nil {
		return nil, err
	}
	merged := slices.DeleteFunc(old, func(m member) bool { return isOurSchema(m.Key) })
	merged = append(merged, matches(folder)...)
	if bytes.Equal(indented(old), indented(merged)) {
		return text, nil
	}
	all[at].Value = merged
	return indented(all), nil
}

// isOurSchema tells the name of a schema of ours, in whatever folder.
func isOurSchema(name string) bool {
	return strings.HasPrefix(name, "./") && slices.ContainsFunc(site.Kinds(), func(k site.Kind) bool {
		return path.Base(name) == fileOf(&k) && !k.Text
	})
}

// readObject reads keys and values in their order.
func readObject(text []byte) (object, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, ErrNotPlain
	}
	var o object
	for d.More() {
		t, err := d.Token()
		key, is := t.(string)
		var value json.RawMessage
		twice := func(m member) bool { return m.Key == key }
		if err != nil || !is || d.Decode(&value) != nil || slices.ContainsFunc(o, twice) {
			return nil, ErrNotPlain
		}
		o = append(o, member{key, value})
	}
	if _, err := d.Token(); err != nil {
		return nil, ErrNotPlain
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, ErrNotPlain
	}
	return o, nil
}
