package views

import (
	"slices"
	"testing"
)

// What is one number can be dialled.
func TestDial(t *testing.T) {
	for phone, want := range map[string]string{
		"(021) 7470-1234": "02174701234", "+62 21 747 0123": "+62217470123", "112": "112", "": "",
		"0812 1111 2222 / 0813 1111 2222": "", "ext. 12": "", "021-74701234, 021-74701235": "",
	} {
		if got := dial(phone); got != want {
			t.Errorf("%q is dialled %q, not %q", phone, got, want)
		}
	}
}

// What is not known is named once, by what it is.
func TestUnknown(t *testing.T) {
	v := &KecamatanView{Office: &OfficeView{Locality: "Di tepi situ", Phone: "112"}, Origin: &OriginView{When: "2007"}}
	if got := unknownOf(v); !slices.Equal(got, []string{"camat", "hours", "email", "legal-basis"}) {
		t.Errorf("%v", got)
	}
	v = &KecamatanView{Head: &HeadView{}, Office: &OfficeView{Address: "A", Hours: "H", Phone: "P", Email: "E"},
		Origin: &OriginView{When: "2007", LegalBasis: "L"}}
	if got := unknownOf(v); len(got) > 0 {
		t.Errorf("%v", got)
	}
}
