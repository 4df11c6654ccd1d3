package dev

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"slices"
)

// inject puts our element before the end of the body, or at the very end of a
// page that does not say where that is.
func inject(page, element []byte) []byte {
	at := len(page)
	for i := len(page); i >= 0; i = bytes.LastIndex(page[:i], []byte("</")) {
		if name := page[min(i+2, len(page)):]; len(name) >= 4 && bytes.EqualFold(name[:4], []byte("body")) {
			at = i
			break
		}
	}
	return slices.Concat(page[:at], element, page[at:])
}

// hello is what the script must know before it is connected.
type hello struct {
	Token string `json:"token"`
	Lost  string `json:"lost"`           // words for when we do not answer
	Close string `json:"close"`          // of a note
	Note  *note  `json:"note,omitempty"` // to show at once
}

// note is a sentence over a page, with where to go.
type note struct {
	Text string `json:"text"`
	Href string `json:"href,omitempty"`
	Link string `json:"link,omitempty"`
}

// element is the script element of one page. All it says stands in an
// attribute, so that a page's own policy against inline scripts does not stop it.
func element(st state, ans answer) []byte {
	say := wordsIn(st.lang)
	h := hello{Token: ans.token.String(), Lost: say.Word("lost"), Close: say.Word("close")}
	if ans.status == http.StatusNotFound && ans.gone {
		h.Note = st.goneNote(ans)
	}
	data, err := json.Marshal(h)
	if err != nil {
		panic(err) // strings always encode
	}
	attribute := html.EscapeString(string(data))
	return fmt.Appendf(nil, "<script src=%q data-blandongan=\"%s\"></script>", scriptPath, attribute)
}

// goneNote says where the page at an address went.
func (st state) goneNote(ans answer) *note {
	say := wordsIn(st.lang)
	if ans.moved == "" {
		return &note{say.Word("gone"), st.prefix, say.Word("home")}
	}
	return &note{say.Word("moved-to"), ans.moved, ans.moved}
}

// nowherePage stands where there is no page, not even one to say so: before the
// first build that succeeds.
func nowherePage(st state) []byte {
	say := wordsIn(st.lang)
	text := say.Word("nowhere")
	if !st.built {
		text = say.Word("unbuilt")
	}
	return fmt.Appendf(nil, `<!doctype html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>blandongan</title>
</head>
<body><p>%s</p></body>
</html>
`, st.lang, html.EscapeString(text))
}
