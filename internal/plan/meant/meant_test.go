package meant_test

import (
	"testing"

	"blandongan/internal/plan/meant"
)

func TestPlainlyAndPerhaps(t *testing.T) {
	for target, want := range map[string][2]string{
		"www.tangsel.example":  {"https://www.tangsel.example", ""},
		"humas@contoh.example": {"mailto:humas@contoh.example", ""},
		"tangerangselatan.id":  {"", "https://tangerangselatan.id"},
		"contoh.com/berita":    {"", "https://contoh.com/berita"},
		"021-5550100":          {"", "tel:021-5550100"},
		"12345":                {},
		"foto.jpg":             {},
		".id":                  {},
		"":                     {},
	} {
		if got := [2]string{meant.Plainly(target), meant.Perhaps(target)}; got != want {
			t.Errorf("%q is %q, not %q", target, got, want)
		}
	}
}

func TestForm(t *testing.T) {
	for name, want := range map[string]string{"A.JPEG": ".jpg", "a.jpg": ".jpg", "peta.PDF": ".pdf", "surat": ""} {
		if got := meant.Form(name); got != want {
			t.Errorf("%q ends in %q, not %q", name, got, want)
		}
	}
}
