package address

import "testing"

func TestFragment(t *testing.T) {
	for written, want := range map[string]string{
		"":                               "",
		"bagian-satu":                    "#bagian-satu",
		"bagian%2Dsatu":                  "#bagian-satu",
		"bagian%20satu":                  "#bagian%20satu",
		"bagian satu":                    "#bagian%20satu",
		"caf%C3%A9":                      "#caf%C3%A9",
		"café":                           "#caf%C3%A9",
		"100%25":                         "#100%25",
		"100%":                           "#100%25",
		"fn:1":                           "#fn:1",
		":~:text=keran":                  "#:~:text=keran",
		"isi:~:text=satu%2C%20dua,tiga":  "#isi:~:text=satu%2C%20dua,tiga",
		"is%69:~:text=air bersih%2C kah": "#isi:~:text=air%20bersih%2C%20kah",
		":~:text=50%":                    "#:~:text=50%25",
	} {
		if got := Fragment(written); got != want {
			t.Errorf("%q: %q, not %q", written, got, want)
		}
	}
}
