package markdown

import (
	"cmp"
	"path"
	"strings"
)

// meant returns the Markdown that an editor writes in place of foreign markup, "" if
// there is none, and whether it was to show a picture. after is what follows it.
func meant(typed, after string) (better string, isPicture bool) {
	if name, ok := strings.CutPrefix(typed, "![["); ok {
		file, alt, _ := strings.Cut(strings.TrimSuffix(name, "]]"), "|")
		if strings.Trim(alt, "0123456789x") == "" {
			alt = ""
		}
		return picture(alt, file), true
	}
	if inner := strings.Trim(typed, "="); inner != typed && strings.HasPrefix(typed, "=") {
		return "**" + inner + "**", false
	}
	if inner := strings.Trim(typed, "+"); inner != typed {
		return inner, false
	}
	code, _ := codeName([]byte(typed))
	name := strings.TrimPrefix(code, "[")
	inner := innerCode(name, typed, after)
	switch name {
	case "figure", "img", "image", "imgproc", "picture":
		if strings.HasPrefix(typed, "[") {
			return picture("", strings.TrimSpace(inner)), true
		}
		return picture(cmp.Or(value(typed, "alt"), value(typed, "caption"), value(typed, "title")), cmp.Or(value(typed, "src"), argument(typed))), true
	case "caption":
		return picture(cmp.Or(words(inner), value(typed, "caption")), value(inner, "src")), true
	case "gallery":
		return "![…](…)", true
	case "youtube", "vimeo", "embed", "video", "audio", "tweet", "gist", "url":
		return embedded(name, typed, inner), false
	}
	if m, ok := around[name]; ok && strings.HasPrefix(typed, "[") && inner != "" {
		return m[0] + words(inner) + m[1], false
	}
	return "", false
}

// embedded returns the link to what a shortcode shows in the page.
func embedded(name, typed, inner string) string {
	address := cmp.Or(value(typed, "src"), value(typed, "url"), value(typed, "id"), argument(typed))
	label := "…"
	switch {
	case address == "" || name == "embed" && strings.Contains(inner, "://"):
		address = strings.TrimSpace(inner)
	case name == "url" && words(inner) != "":
		label = words(inner)
	}
	switch {
	case address == "":
		address = "…"
	case strings.Contains(address, "://"):
	case name == "youtube":
		address = "https://www.youtube.com/watch?v=" + address
	case name == "vimeo":
		address = "https://vimeo.com/" + address
	}
	return "[" + label + "](" + address + ")"
}

// value returns an attribute's value, argument the first word behind the name.
func value(typed, name string) string { return strings.TrimSuffix(attribute([]byte(typed), name), "]") }

func argument(typed string) string {
	s := strings.Trim(typed, "[]{}%<>-/ ")
	if _, rest, ok := strings.Cut(s, "="); ok && strings.HasPrefix(typed, "[") && !strings.Contains(s, " ") {
		return strings.Trim(rest, `"'`)
	}
	fields := strings.Fields(s)
	if len(fields) < 2 || strings.Contains(fields[1], "=") && !strings.Contains(fields[1], "://") {
		return ""
	}
	return strings.Trim(fields[1], `"'`)
}

// innerCode returns what stands between a shortcode and its closing one.
func innerCode(name, typed, after string) string {
	inner, _, ok := strings.Cut(after, "[/"+name+"]")
	if !ok || !strings.HasPrefix(typed, "[") {
		return ""
	}
	return inner
}

// words returns the first words of s, without tags.
func words(s string) string {
	s = strings.Join(strings.Fields(string(withoutTags([]byte(s)))), " ")
	if len([]rune(s)) > maxInner {
		return string([]rune(s)[:maxInner]) + "…"
	}
	return s
}

// plainTarget returns an address without the template markup in it.
func plainTarget(target string, isPicture bool) string {
	for {
		i := strings.Index(target, "{")
		if i < 0 || braces([]byte(target[i:])) == "" {
			break
		}
		end := braces([]byte(target[i:]))
		inner, rest, ok := strings.Cut(target[i:], end)
		if !ok {
			break
		}
		target = target[:i] + referred(inner) + rest
	}
	target = strings.TrimSpace(target)
	if isPicture && target != "" {
		return path.Base(strings.ReplaceAll(target, " ", "-"))
	}
	if target == "" {
		return "…"
	}
	return strings.ReplaceAll(target, " ", "-")
}

// referred returns the file that a template tag in an address names.
func referred(inner string) string {
	fields := strings.Fields(strings.Trim(inner, "{}%<> "))
	if len(fields) < 2 {
		return ""
	}
	switch name := strings.Trim(fields[1], `"'`); fields[0] {
	case "ref", "relref", "link":
		return name
	case "post_url":
		if len(name) > len("2020-01-31-") && isNumber(name[:4]) {
			name = name[len("2020-01-31-"):]
		}
		return "news:" + name
	}
	if i := strings.IndexAny(inner, `"'`); i >= 0 { // {{ "/a/" | relative_url }}
		quoted, _, _ := strings.Cut(inner[i+1:], inner[i:i+1])
		return quoted
	}
	return ""
}
