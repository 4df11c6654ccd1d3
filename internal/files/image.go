package files

import (
	"bytes"
	"encoding/xml"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// IsImage says whether a file's ending promises a picture.
func IsImage(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".jfif", ".png", ".gif", ".webp", ".svg":
		return true
	}
	return false
}

// unreadable are the endings of pictures that we cannot read, as phones and scanners
// make them.
var unreadable = []string{".heic", ".heif", ".tif", ".tiff", ".bmp", ".avif", ".psd"}

// AsJPEG is what a picture that we cannot read may be called as JPEG, "" for any
// other.
func AsJPEG(name string) string {
	if !slices.Contains(unreadable, Ending(name)) {
		return ""
	}
	return strings.TrimSuffix(path.Base(name), path.Ext(name)) + ".jpg"
}

var svgLength = regexp.MustCompile(`^\s*(\d+(?:\.\d+)?)(?:px)?\s*$`)

// sizeOfSVG reads width and height, or the proportions of the viewBox.
func sizeOfSVG(head []byte) (width, height int) {
	dec := xml.NewDecoder(bytes.NewReader(head))
	for {
		token, err := dec.Token()
		if err != nil {
			return 0, 0
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local != "svg" {
			return 0, 0
		}
		var box []string
		for _, a := range start.Attr {
			switch a.Name.Local {
			case "width":
				width = pixels(a.Value)
			case "height":
				height = pixels(a.Value)
			case "viewBox":
				box = strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' })
			}
		}
		if (width == 0 || height == 0) && len(box) == 4 {
			return pixels(box[2]), pixels(box[3])
		}
		return width, height
	}
}

func pixels(s string) int {
	m := svgLength.FindStringSubmatch(s)
	if m == nil {
		return 0
	}
	x, err := strconv.ParseFloat(m[1], 64)
	if err != nil || x < 1 || x > 1e6 {
		return 0
	}
	return int(x + 0.5)
}
