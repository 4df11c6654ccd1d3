package destination

import (
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// shape is what the file declares, for reading it and for telling what is a secret.
var shape = records.ShapeOf[File](records.Words{})

// Mask returns the text of the file as anybody may see it: without what may be a secret.
// Every place but what follows a masked value on its line stays true.
func Mask(text []byte) []byte { return records.Mask(text, shape) }

// isMasked says whether a part of a text was masked.
func isMasked(text string) bool { return strings.Contains(text, records.Masked) }

// withoutSecrets makes of what was found in data/publish.yaml what may be said: a key for a
// secret is no key that we do not know, and what to do instead is told with the
// names of the destination's variables. The secrets themselves have been masked before
// anybody read them: see [Mask].
func (f *File) withoutSecrets(problems diag.List) diag.List {
	for i, x := range problems {
		if word, ok := first(x.Args); ok && (x.Code == "unknown-key" && records.IsSecret(word) ||
			x.Code == "bad-url" && word == records.Masked) {
			problems[i] = f.advise(diag.At(x.Place, "secret-written"), word)
		} else if x.Code == "secret-written" && x.Hint.Code == "" {
			problems[i] = f.advise(x, "password")
		}
	}
	return problems
}

func first(args []any) (string, bool) {
	if len(args) == 0 {
		return "", false
	}
	s, ok := args[0].(string)
	return s, ok
}

// advise tells which variable to set instead of a key, as far as the destination can
// use any.
func (f *File) advise(x diag.Problem, key string) diag.Problem {
	var d *Destination
	for i := range f.Destinations {
		if f.Destinations[i].Named.Place.Line <= x.Place.Line {
			d = &f.Destinations[i]
		}
	}
	key = strings.ToLower(key)
	switch {
	case d == nil:
		return x.WithHint("secret-outside")
	case strings.Contains(key, "phrase"):
		return x.WithHint("secret-variable", d.Passphrase())
	case d.Has("s3") || d.Misread("s3"):
		if strings.Contains(key, "access") && !strings.Contains(key, "secret") {
			return x.WithHint("secret-variable", d.AccessKey())
		}
		return x.WithHint("secret-variable", d.SecretKey())
	case d.Has("folder"):
		return x.WithHint("secret-needless")
	}
	return x.WithHint("secret-variable", d.Password())
}
