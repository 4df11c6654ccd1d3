package value

import (
	"slices"
	"testing"
)

func TestPlainNames(t *testing.T) {
	for _, c := range []struct{ names, want []string }{
		{nil, nil},
		{[]string{"kota cerdas", "air"}, []string{"kota cerdas", "air"}},
		{[]string{"kota\u00a0cerdas"}, []string{"kota cerdas"}},
		{[]string{"kota cer\u00addas"}, []string{"kota cerdas"}},
		{[]string{"kota\u200b cerdas\ufeff"}, []string{"kota cerdas"}},
		{[]string{"kota  cerdas", "e\u2011gov", "kota\u202fcerdas"}, []string{"kota cerdas", "e-gov"}},
		{[]string{"désa é"}, []string{"désa é"}},
		{[]string{"caf\u00e9", "cafe\u0301"}, []string{"caf\u00e9"}},
		{[]string{"kota cafe\u0301\u00ad"}, []string{"kota caf\u00e9"}},
	} {
		if got := PlainNames(slices.Clone(c.names)); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, not %q", c.names, got, c.want)
		}
	}
}
