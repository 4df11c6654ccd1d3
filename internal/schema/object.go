package schema

import (
	"bytes"
	"encoding/json"
	"strings"
)

// object is keys with values in the order in which they are to be read.
type object []member

type member struct {
	Key   string
	Value any
}

// with adds a key, unless its value says nothing.
func (o object) with(key string, value any) object {
	switch v := value.(type) {
	case nil:
		return o
	case string:
		if v == "" {
			return o
		}
	case bool:
		if !v {
			return o
		}
	case []string:
		if len(v) == 0 {
			return o
		}
	case []any:
		if len(v) == 0 {
			return o
		}
	case object:
		if v == nil {
			return o
		}
	}
	return append(o, member{key, value})
}

// MarshalJSON implements [json.Marshaler].
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := plainJSON(m.Key)
		if err != nil {
			return nil, err
		}
		value, err := plainJSON(m.Value)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plainJSON writes < and > as they are: nobody puts this into a page.
func plainJSON(value any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(value)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// indented writes a value for people. Values of our own always can be written.
func indented(value any) []byte {
	compact, err := plainJSON(value)
	if err != nil {
		panic(err)
	}
	var b bytes.Buffer
	if err := json.Indent(&b, compact, "", "  "); err != nil {
		panic(err)
	}
	b.WriteByte('\n')
	return b.Bytes()
}

// yaml writes a value for people as YAML. Every text is in quotes, as JSON has them, which is
// YAML too: nothing is taken for a number, a date or a truth.
func yaml(value any) []byte {
	var b strings.Builder
	writeYAML(&b, value, 0, false)
	return []byte(b.String())
}

// writeYAML writes a value; inline says that something stands before it in its line.
func writeYAML(b *strings.Builder, value any, depth int, inline bool) {
	pad := strings.Repeat("  ", depth)
	switch v := value.(type) {
	case object:
		for i, m := range v {
			if i > 0 || !inline {
				b.WriteString(pad)
			}
			b.WriteString(m.Key + ":")
			writeBelow(b, m.Value, depth)
		}
	case []object:
		for _, o := range v {
			b.WriteString(pad + "- ")
			writeYAML(b, o, depth+1, true)
		}
	default:
		scalar, err := plainJSON(value)
		if err != nil {
			panic(err)
		}
		b.Write(scalar)
		b.WriteByte('\n')
	}
}

// writeBelow writes the value of a key: behind it where it is one word or a list of words.
func writeBelow(b *strings.Builder, value any, depth int) {
	switch v := value.(type) {
	case object:
		b.WriteByte('\n')
		writeYAML(b, v, depth+1, false)
	case []object:
		b.WriteByte('\n')
		writeYAML(b, v, depth+1, false)
	case []string:
		b.WriteString(" [")
		for i, word := range v {
			if i > 0 {
				b.WriteString(", ")
			}
			text, _ := plainJSON(word)
			b.Write(text)
		}
		b.WriteString("]\n")
	default:
		b.WriteByte(' ')
		writeYAML(b, v, depth+1, true)
	}
}
