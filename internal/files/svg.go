package files

import (
	"encoding/xml"
	"io"
	"regexp"
	"strings"
)

// activeElements are those of SVG and HTML that run, load or embed something.
var activeElements = map[string]bool{
	"script": true, "foreignobject": true, "handler": true, "listener": true, "iframe": true, "embed": true,
	"object": true, "audio": true, "video": true, "canvas": true, "link": true, "meta": true, "base": true,
	"form": true, "input": true, "body": true, "html": true, "portal": true,
}

const (
	htmlSpace = "http://www.w3.org/1999/xhtml"
	mathSpace = "http://www.w3.org/1998/Math/MathML"
	svgSpace  = "http://www.w3.org/2000/svg"
)

// active reads a drawing to its end and returns the first thing in it that would
// run, or load something from elsewhere, with its line and column, both 0 when
// there is none. A drawing that is opened by itself is a page of the site: what runs
// in it may do what the site may. The error is one of its form: nobody can tell
// what a browser makes of it.
func active(r io.Reader) (what string, line, col int, err error) {
	dec := xml.NewDecoder(r)
	dec.Entity = map[string]string{}
	style := 0
	for {
		line, col = dec.InputPos()
		token, err := dec.Token()
		if err == io.EOF {
			return "", 0, 0, nil
		}
		if err != nil {
			line, col = dec.InputPos()
			return "", line, col, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			what = activeElement(t)
			if strings.EqualFold(t.Name.Local, "style") || style > 0 {
				style++
			}
		case xml.EndElement:
			style = max(style-1, 0)
		case xml.CharData:
			if style > 0 {
				what = activeStyle(string(t))
			}
		case xml.ProcInst:
			if t.Target == "xml-stylesheet" {
				what = "<?xml-stylesheet?>"
			}
		case xml.Directive:
			what = entities(string(t), dec.Entity)
		}
		if what != "" {
			return what, line, col, nil
		}
	}
}

func activeElement(e xml.StartElement) string {
	switch e.Name.Space {
	case "", svgSpace:
		if activeElements[strings.ToLower(e.Name.Local)] {
			return "<" + e.Name.Local + ">"
		}
	case htmlSpace, mathSpace:
		return "<" + e.Name.Local + ">"
	default:
		return "" // notes of programs, which browsers pass over
	}
	for _, a := range e.Attr {
		if what := activeAttribute(a, strings.EqualFold(e.Name.Local, "a")); what != "" {
			return what
		}
	}
	return ""
}

func activeAttribute(a xml.Attr, followed bool) string {
	name, value := strings.ToLower(a.Name.Local), strings.ToLower(strings.TrimSpace(a.Value))
	switch {
	case a.Name.Space == "xmlns" || name == "xmlns":
		return ""
	case a.Name.Space == "" && strings.HasPrefix(name, "on"):
		return a.Name.Local
	case name == "base" && a.Name.Space != "": // turns all addresses elsewhere
		return "xml:base"
	case name == "attributename":
		if strings.HasSuffix(value, "href") || strings.HasPrefix(value, "on") {
			return a.Name.Local + "=" + a.Value
		}
	case name == "href" || name == "src":
		if !harmlessTarget(a.Value, followed) {
			return a.Name.Local + "=" + a.Value
		}
	case a.Name.Space == "":
		return activeStyle(a.Value)
	}
	return ""
}

// harmlessTarget says whether an address leads into the drawing or the site, holds a
// picture itself, or, of a link that readers follow, is one of the web.
func harmlessTarget(address string, followed bool) bool {
	bare := strings.ToLower(strings.Map(func(r rune) rune { // browsers pass over these
		if r <= ' ' {
			return -1
		}
		return r
	}, address))
	if strings.HasPrefix(bare, "//") || strings.HasPrefix(bare, `\`) || strings.HasPrefix(bare, `/\`) {
		return followed
	}
	scheme, _, has := strings.Cut(bare, ":")
	if !has || strings.ContainsAny(scheme, "/?#") {
		return true
	}
	if followed && (scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel") {
		return true
	}
	for _, kind := range []string{"png", "jpeg", "jpg", "gif", "webp"} {
		if strings.HasPrefix(bare, "data:image/"+kind+";") {
			return true
		}
	}
	return false
}

var urlInStyle = regexp.MustCompile(`(?i)url\(\s*["']?\s*([^)"']*)`)

// activeStyle finds in a style, or in an attribute that may be one, what loads
// something from elsewhere.
func activeStyle(css string) string {
	if !strings.ContainsAny(css, "(@\\:") {
		return ""
	}
	lower := strings.ToLower(css)
	for _, word := range []string{"@import", "javascript:", "expression(", "-moz-binding", "behavior:"} {
		if strings.Contains(lower, word) {
			return word
		}
	}
	if strings.Contains(lower, "url(") || strings.Contains(css, `\`) && strings.Contains(css, "(") {
		for _, m := range urlInStyle.FindAllStringSubmatch(css, -1) {
			font := strings.HasPrefix(strings.ToLower(strings.TrimSpace(m[1])), "data:font/")
			if !font && !harmlessTarget(m[1], false) {
				return "url(" + m[1] + ")"
			}
		}
		if strings.Contains(css, `\`) {
			return `\`
		}
	}
	return ""
}

var entity = regexp.MustCompile(`<!ENTITY\s+(\S+)\s+(?:"([^"<&%]*)"|'([^'<&%]*)')\s*>`)

// entities notes the abbreviations that a document type declares, as Illustrator
// does for its name spaces; one that is more than a text is returned.
func entities(directive string, known map[string]string) string {
	for _, m := range entity.FindAllStringSubmatch(directive, -1) {
		known[m[1]] = m[2] + m[3]
	}
	if rest := entity.ReplaceAllString(directive, ""); strings.Contains(rest, "<!") {
		return "<!" + strings.Fields(strings.SplitN(rest, "<!", 2)[1] + " ?")[0]
	}
	return ""
}
