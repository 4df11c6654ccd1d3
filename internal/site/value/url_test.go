package value

import "testing"

func TestBaseURL(t *testing.T) {
	for _, good := range []string{
		"https://contoh.example", "https://contoh.example/", "http://localhost:8080/",
		"https://contoh.example/kota", "https://contoh.example/kota/besar/",
		"https://[::1]:80/", "https://contoh.example/kota%20besar/", "https://kota.example/a.b/..c/",
	} {
		var b BaseURL
		if p := b.ReadLiteral(good); p != nil || string(b) != good {
			t.Errorf("%q: %v", good, p)
		}
	}
	for bad, code := range map[string]string{
		"":                                   "bad-url",
		"contoh.example":                     "bad-url",
		"//contoh.example/":                  "bad-url",
		"ftp://contoh.example/":              "bad-url",
		"https:contoh.example":               "bad-url",
		"https:///kota/":                     "bad-url",
		"https://a:b@contoh.example/":        "bad-url",
		"https://contoh.example/a b/":        "bad-url",
		"https://contoh.example/\\evil":      "bad-url",
		"https://contoh.example/?":           "bad-base-url",
		"https://contoh.example/#":           "bad-base-url",
		"https://contoh.example?a=b":         "bad-base-url",
		"https://contoh.example/#c":          "bad-base-url",
		"https://contoh.example//":           "bad-base-url",
		"https://contoh.example//situs/":     "bad-base-url",
		"https://contoh.example/situs//":     "bad-base-url",
		"https://contoh.example/%2f/situs/":  "bad-base-url",
		"https://contoh.example/../situs/":   "bad-base-url",
		"https://contoh.example/./":          "bad-base-url",
		"https://contoh.example/situs/..":    "bad-base-url",
		"https://contoh.example/%2e%2E/":     "bad-base-url",
		"https://contoh.example/%5cevil/":    "bad-base-url",
		"https://contoh.example/%00/":        "bad-base-url",
		"https://contoh.example/a\u00a0b/":   "bad-base-url",
		"https://contoh.example:/":           "bad-base-url",
		"https://contoh.example//situs/?a#c": "bad-base-url",
	} {
		var b BaseURL
		if p := b.ReadLiteral(bad); p == nil || string(p.Code) != code || b != "" {
			t.Errorf("%q: %v, want %s", bad, p, code)
		}
	}
}
