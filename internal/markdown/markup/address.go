package markup

import "strings"

// Schemes are those of links that the caller resolves, in lower case.
type Schemes map[string]string

// IsAddress reports whether nobody would put s in parentheses but as an address.
func (schemes Schemes) IsAddress(s string) bool {
	if strings.ContainsAny(s, " \t<>") {
		return false
	}
	scheme, rest, ok := strings.Cut(strings.ToLower(s), ":")
	if ok && rest != "" {
		return schemes[scheme] != "" || scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel"
	}
	return strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "/") || strings.HasPrefix(s, "../") || isFile(s)
}

// isFile reports whether s ends like the name of a file.
func isFile(s string) bool {
	i := strings.LastIndexByte(s, '.')
	if i <= 0 || len(s)-i-1 < 2 || len(s)-i-1 > 4 {
		return false
	}
	for _, b := range []byte(s[i+1:]) {
		if !IsLetter(b) && !IsDigit(b) {
			return false
		}
	}
	return IsLetter(s[i+1])
}

// endings are those of files that people link to.
const endings = " md html htm jpg jpeg png gif webp svg heic pdf doc docx xls xlsx ppt pptx odt csv json geojson ics " +
	"zip txt mp3 mp4 "

// Defines reports whether nobody would write address behind "[label]:" but as an
// address. The name of a person or an office is a word, and so is a file with another ending.
func (schemes Schemes) Defines(address string) bool {
	address = strings.TrimSpace(address)
	if address == "" || strings.HasPrefix(address, "./") || strings.IndexByte("/#?", address[0]) >= 0 {
		return true
	}
	if scheme, rest, ok := strings.Cut(address, ":"); ok && len(scheme) > 1 && rest != "" {
		return strings.Trim(scheme, "abcdefghijklmnopqrstuvwxyz") == "" || schemes.IsAddress(address)
	}
	address, _, _ = strings.Cut(address, "#")
	i := strings.LastIndexByte(address, '.')
	if i <= 0 {
		return false
	}
	return strings.HasPrefix(address, "../") || strings.HasPrefix(strings.ToLower(address), "www.") ||
		strings.Contains(endings, " "+strings.ToLower(address[i+1:])+" ")
}

// IsMachine reports whether a word before a colon is no scheme but the name or number of
// a machine.
func IsMachine(word string) bool {
	return word == "localhost" || strings.Count(word, ".") == 3 && strings.Trim(word, "0123456789.") == ""
}
