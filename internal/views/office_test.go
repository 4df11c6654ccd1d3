package views

import (
	"slices"
	"testing"

	"blandongan/internal/ground"
)

// What is not known is named once, by what it is.
func TestUnknown(t *testing.T) {
	v := &KecamatanView{
		Office: &OfficeView{Locality: "Di tepi situ", Phone: &ground.Phone{}}, Origin: &OriginView{When: "2007"},
	}
	if got := unknownOf(v); !slices.Equal(got, []string{"camat", "hours", "email", "legal-basis"}) {
		t.Errorf("%v", got)
	}
	v = &KecamatanView{
		Head: &HeadView{}, Office: &OfficeView{Address: "A", Hours: "H", Phone: &ground.Phone{}, Email: "E"},
		Origin: &OriginView{When: "2007", LegalBasis: "L"},
	}
	if got := unknownOf(v); len(got) > 0 {
		t.Errorf("%v", got)
	}
}
