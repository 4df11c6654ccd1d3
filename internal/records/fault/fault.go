// Package fault says what an editor meant by a file whose form is broken.
//
// It owns the doubt about a text: YAML that cannot be read, YAML that can be read and
// says something else than was typed, front matter without its fences, faults of
// Markdown. What comes in is the text of one file with its name; what goes out is the
// tree that was meant, and problems with a place and, wherever it can be told, what to
// type instead.
//
// It never knows which keys a file may have, and never guesses in silence: where it
// reads a text in another way than YAML does, it says so.
package fault

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"

	"blandongan/internal/diag"
	"blandongan/internal/records/ordinary"
	"blandongan/internal/records/plain"
)

// Reading is a YAML text, read as it was most likely meant.
type Reading struct {
	// Root is nil when the text is empty or cannot be read.
	Root *yaml.Node
	// Meant are problems that spoil nothing: what was meant is plain, and is what Root
	// holds.
	Meant diag.List
	// Fault is why the text cannot be read, nil when it can.
	Fault *diag.Problem
	// Lines are those of the text.
	Lines *Lines
}

// Tags of nodes that are read otherwise than YAML has them.
const (
	// Hashed is a text that a "#" had cut, and that is whole again.
	Hashed = "!hash"
	// Split is a value within braces that a comma had cut, and that is whole again.
	Split = "!split"
)

// Read reads a YAML document that begins at a line of a file, from 1. The lines of its
// nodes are those of the file.
func Read(file string, first int, text []byte) (r Reading) {
	text = plain.WithoutBreaks(text)
	doc, err := compose(text)
	text, doc, r.Meant, err = readBlanks(file, first, text, doc, err)
	typed, deep := text, []deepKey(nil)
	if err != nil {
		text, doc, deep, err = readDeep(text, err)
	}
	if err == nil {
		r.Meant = append(r.Meant, readGlued(file, first, text, doc)...)
	}
	doc, cut, err := readHashes(file, first, text, doc, err)
	r.Meant = append(r.Meant, cut...)
	switch {
	case err != nil:
		r.Fault = unreadable(file, first, text, err)
	case doc != nil && len(doc.Content) > 0:
		r.Root = doc.Content[0]
	}
	r.asTyped(file, first, deep)
	r.Lines = &Lines{file: file, shift: first - 1, text: typed, bang: hasBang(typed)}
	return r
}

// unreadable says why a text cannot be read.
func unreadable(file string, first int, text []byte, err error) *diag.Problem {
	if p := flowGlued(file, first, text); p != nil {
		return p
	}
	if p := flowHash(file, first, text); p != nil {
		return p
	}
	p := explain(file, first, text, err)
	return &p
}

// shift moves a tree down, and the nodes of some lines to the right.
func shift(n *yaml.Node, lines int, by map[int]int) {
	if n == nil || lines == 0 && len(by) == 0 {
		return
	}
	n.Line += lines
	n.Column += by[n.Line]
	for _, child := range n.Content {
		shift(child, lines, by)
	}
}

var errDocuments = errors.New("more than one document")

// compose runs the library. Its parser panics on some inputs that no editor
// writes by hand; that is a fault of the text, not of the machine.
func compose(text []byte) (doc *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	if doc := ordinary.Read(text); doc != nil {
		return doc, nil
	}
	doc, dec := new(yaml.Node), yaml.NewDecoder(bytes.NewReader(text))
	if err := dec.Decode(doc); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	// The library takes the first document and leaves the rest unread, also where
	// only a wrong indentation ends it: without this, an editor's lines would vanish.
	switch err := dec.Decode(new(yaml.Node)); {
	case err == nil:
		return doc, errDocuments
	case !errors.Is(err, io.EOF):
		return nil, err
	}
	return doc, nil
}

// InBraces quotes a word that YAML would not read as text inside braces.
func InBraces(word string) string {
	if strings.ContainsAny(word, ",:#[]{}\"'&*!|>%@`\n") {
		return string(diag.Quoted(word))
	}
	return word
}
