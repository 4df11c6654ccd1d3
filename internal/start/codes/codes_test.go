package codes_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"blandongan/internal/start/codes"
)

// narrow is a list as the ministry's are spread most often: a code and a name in each row.
const narrow = `97,PROVINSI UTARA
97.01,KAB. UTARA
97.01.01,LAIN
97.01.01.2001,LAIN SATU
97.71,KOTA UTARA
97.71.01,TELUK "DALAM"
97.71.01.1001,MA'RANG
97.71.01.1002,KARANG-ANYAR II
97.71.02,DARAT DAN LAUT
97.71.02.1001,X KOTO
97.72,KOTA LAIN
98,PROVINSI SELATAN
`

// said is a city as one line.
func said(c *codes.City) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s (%s)", c.Code, c.Name, c.Province)
	for _, k := range c.Parts {
		fmt.Fprintf(&b, "; %s %s:", k.Code, k.Name)
		for _, w := range k.Parts {
			fmt.Fprintf(&b, " %s %s,", w.Code, w.Name)
		}
	}
	return b.String()
}

const want = `97.71 Kota Utara (Utara); 97.71.01 Teluk "Dalam": 97.71.01.1001 Ma'rang, ` +
	`97.71.01.1002 Karang-Anyar II,; 97.71.02 Darat dan Laut: 97.71.02.1001 X Koto,`

func to16(s string, order binary.AppendByteOrder, mark bool) string {
	if mark {
		s = "\ufeff" + s
	}
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

func TestForms(t *testing.T) {
	parted := func(sign string) string {
		return strings.ReplaceAll(strings.ReplaceAll(narrow, ",", sign), `"`, "")
	}
	undotted := func(s string) string {
		lines := strings.Split(s, "\n")
		for i, line := range lines {
			code, rest, _ := strings.Cut(line, ",")
			lines[i] = strings.ReplaceAll(code, ".", "") + "," + rest
		}
		return strings.Join(lines, "\n")
	}
	numbered := func(s string) string { // a first column of numbers, which look like codes now and then
		var b strings.Builder
		b.WriteString("no,kode,nama\n")
		for i, line := range strings.Split(strings.TrimSpace(s), "\n") {
			fmt.Fprintf(&b, "%d,%s\n", 9766+i, line)
		}
		return b.String()
	}
	wide := "kode_prov;nama_prov;kode_kota;nama_kota;kode_kec;nama_kec;kode_kel;nama_kel\n" +
		"97;UTARA;9771;KOTA UTARA;977101;TELUK DALAM;9771011001;MA'RANG\n" +
		"97;UTARA;9771;KOTA UTARA;977101;TELUK DALAM;9771011002;KARANG-ANYAR II\n" +
		"97;UTARA;9771;KOTA UTARA;977102;DARAT DAN LAUT;9771021001;X KOTO\n" +
		"97;UTARA;9772;KOTA LAIN;977201;LAIN;9772011001;LAIN\n"
	deep := "Kode Wilayah\tProvinsi\tKabupaten/Kota\tKecamatan\tDesa/Kelurahan\n" +
		"97.71.01.1001\tUTARA\tKOTA UTARA\tTELUK DALAM\tMA'RANG\n" +
		"97.71.01.1002\tUTARA\tKOTA UTARA\tTELUK DALAM\tKARANG-ANYAR II\n" +
		"97.71.02.1001\tUTARA\tKOTA UTARA\tDARAT DAN LAUT\tX KOTO\n"
	plain := strings.ReplaceAll(want, `"`, "")
	for name, c := range map[string]struct{ text, want string }{
		"as it is":              {narrow, want},
		"without dots":          {undotted(narrow), want},
		"semicolons":            {parted(";"), plain},
		"tabs":                  {parted("\t"), plain},
		"ends of Windows":       {strings.ReplaceAll(narrow, "\n", "\r\n"), want},
		"mark of UTF-8":         {"\ufeff" + narrow, want},
		"UTF-16 LE":             {to16(narrow, binary.LittleEndian, true), want},
		"UTF-16 BE":             {to16(narrow, binary.BigEndian, true), want},
		"UTF-16 without a mark": {to16(narrow, binary.LittleEndian, false), want},
		"a header":              {"kode,nama\n" + narrow, want},
		"a header in quotes":    {"\"kode\",\"nama\"\n" + narrow, want},
		"numbers before":        {numbered(narrow), want},
		"quotes": {`"97.71","KOTA UTARA"` + "\n" + `"97.71.01","TELUK ""DALAM"""` + "\n",
			`97.71 Kota Utara (); 97.71.01 Teluk "Dalam":`},
		"apostrophes of a sheet": {"'97.71,KOTA UTARA\n'97.71.01,TELUK\n", `97.71 Kota Utara (); 97.71.01 Teluk:`},
		"small letters": {"97.71,Kota Utara\n97.71.01,Kecamatan Teluk dalam\n",
			`97.71 Kota Utara (); 97.71.01 Teluk dalam:`},
		"code page of Windows": {"97.71,Kota Utara\n97.71.01,Taman Ma\x92rang \xe9\n",
			`97.71 Kota Utara (); 97.71.01 Taman Ma’rang é:`},
		"a column a level": {wide, plain},
		"names a level":    {deep, plain},
		"name before the code": {"nama;kode\nKOTA UTARA;97.71\nTELUK;97.71.01\n",
			`97.71 Kota Utara (); 97.71.01 Teluk:`},
		"a regency": {"97.71,KAB. UTARA\n97.71.01,TELUK\n97.71.01.2001,DESA SATU\n97.71.01.2002,DESA DUA\n",
			`97.71 Kabupaten Utara (); 97.71.01 Teluk: 97.71.01.2001 Satu, 97.71.01.2002 Dua,`},
		"twice": {narrow + narrow, want},
	} {
		city, err := codes.Read([]byte(c.text), "97.71")
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got := said(city); got != c.want {
			t.Errorf("%s: %s\nwant %s", name, got, c.want)
		}
	}
}

func TestFaults(t *testing.T) {
	for text, want := range map[string]error{
		"": codes.ErrEmpty, "PK\x03\x04": codes.ErrWorkbook,
		narrow:                       codes.ErrNone,
		"kode,nama\n97.72.01,LAIN\n": codes.ErrNone,
		"kode;nama\n9,871E+09;X\n":   codes.ErrRounded,

		"98.71.01;X\n9,871E+09;Y\n": codes.ErrRounded,
		"1;2;3\n":                   codes.ErrNone,
	} {
		if _, err := codes.Read([]byte(text), "98.71"); !errors.Is(err, want) {
			t.Errorf("%.20q: %v, want %v", text, err, want)
		}
	}
}

// What cannot be a name, or has no code, is left out and told with its line.
func TestUnfitNames(t *testing.T) {
	list := "97.71.01,SATU\n97.71.02,Hulu\x1b[31m\x00\n97.71.03," + strings.Repeat("A", 2<<20) + "\n97.71.04,😀\n" +
		"97,71,05,Koma\n97.71.06,12\n97.71.07,\u202eTu\u00adjuh\tKali\n"
	city, err := codes.Read([]byte(list), "97.71")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := said(city), `97.71  (); 97.71.01 Satu:; 97.71.07 Tujuh Kali:`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	want := []codes.Left{{Line: 2, Why: codes.Control, Code: "97.71.02"},
		{Line: 3, Why: codes.TooLong, Code: "97.71.03", Name: strings.Repeat("A", 20)},
		{Line: 4, Why: codes.NoName, Code: "97.71.04"}, {Line: 5, Why: codes.Commas, Code: "97,71,05"},
		{Line: 6, Why: codes.NoName, Code: "97.71.06"}}
	if !slices.Equal(city.Left, want) {
		t.Errorf("%+v", city.Left)
	}
}

func TestTitled(t *testing.T) {
	for name, want := range map[string]string{
		"KOTA UTARA": "Kota Utara", "BARU II": "Baru II", "SUKA MAJU VII": "Suka Maju VII", "DKI UTARA": "DKI Utara",
		"KOTO XI TARUSAN": "Koto XI Tarusan", "III KOTO": "III Koto", "KOTA ADM. UTARA": "Kota Adm. Utara",
		"KARANG-ANYAR (BARU)": "Karang-Anyar (Baru)", "MIX": "Mix", "V": "V", "kota baru ii": "Kota Baru II",
	} {
		if got := codes.Titled(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// What is not taken from a list is told with its line.
func TestLeft(t *testing.T) {
	const city = "97.71,KOTA UTARA\n97.71.01,TELUK\n97.71.01.1001,SATU\n"
	wide := "kode_prov;nama_prov;kode_kota;nama_kota;kode_kec;nama_kec;kode_kel;nama_kel\n" +
		"97;UTARA;9771;KOTA UTARA;977101;TELUK;9771011001;SATU\n"
	for name, c := range map[string]struct{ text, want string }{
		"nothing":          {city, ""},
		"the same again":   {city + city, ""},
		"another city":     {city + "97.72.01.1001,LAIN\n97.72.1,LAIN\n97.72.02,\n", ""},
		"twice":            {city + "97.71.01.1001,DUA\n", "4 twice 97.71.01.1001 Dua Satu"},
		"kecamatan twice":  {city + "97.71.01,TELUK DUA\n", "4 twice 97.71.01 Teluk Dua Teluk"},
		"no kecamatan":     {"\n" + city + "97.71.02.1001,DUA\n", "5 no-kecamatan 97.71.02.1001 Dua 97.71.02"},
		"no name":          {city + "97.71.01.1002,\n97.71.02,-\n", "4 no-name 97.71.01.1002  ;5 no-name 97.71.02  "},
		"a name elsewhere": {city + "97.71.01.1002,\n97.71.01.1002,DUA\n", ""},
		"alone":            {city + "97.71.01.1002\n", "4 no-name 97.71.01.1002  "},
		"forms": {city + "97.71.3,TIGA\n97.71.O1,EMPAT\n97.71.01.101,LIMA\n",
			"4 code 97.71.3  ;5 code 97.71.O1  ;6 code 97.71.01.101  "},
		"a form without dots": {"9771,KOTA UTARA\n977101,TELUK\n97713,TIGA\n", "3 code 97713  "},
		"a mark not closed":   {city + "97.71.01.1002,\"DUA\n97.71.01.1003,TIGA\n", "4 unclosed   "},
		"wide, twice": {wide + "97;UTARA;9771;KOTA UTARA;977101;TELUK DUA;9771011002;DUA\n",
			"3 twice 97.71.01 Teluk Dua Teluk"},
		"wide, no name": {wide + "97;UTARA;9771;KOTA UTARA;977102;;9771021001;DUA\n",
			"3 no-name 97.71.02  ;3 no-kecamatan 97.71.02.1001 Dua 97.71.02"},
		"wide, no header": {wide[strings.Index(wide, "\n"):] +
			"97;UTARA;9771;KOTA UTARA;977101;;9771011002;\n", "3 no-name 97.71.01.1002  "},
	} {
		city, err := codes.Read([]byte(c.text), "97.71")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, x := range city.Left {
			got = append(got, fmt.Sprintf("%d %s %s %s %s", x.Line, x.Why, x.Code, x.Name, x.Other))
		}
		if said := strings.Join(got, ";"); said != c.want {
			t.Errorf("%s: %q, want %q", name, said, c.want)
		}
	}
}

// Any bytes end without a panic.
func FuzzRead(f *testing.F) {
	f.Add([]byte(narrow))
	f.Add([]byte(to16(narrow, binary.LittleEndian, true)))
	f.Add([]byte("\"97.71\n;,\t\x00"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if city, err := codes.Read(text, "97.71"); err == nil && city.Code != "97.71" {
			t.Errorf("%+v", city)
		}
	})
}

// A list of the whole country has some 90,000 rows.
func BenchmarkCountry(b *testing.B) {
	var list strings.Builder
	for i := range 90_000 {
		fmt.Fprintf(&list, "%02d.%02d.%02d.%04d,KELURAHAN KE %d\n", 11+i/1800%80, 1+i/100%90, 1+i/10%10, 1001+i%10, i)
	}
	list.WriteString(narrow)
	text := []byte(list.String())
	for b.Loop() {
		if _, err := codes.Read(text, "97.71"); err != nil {
			b.Fatal(err)
		}
	}
}

// Lines may end as old Macintoshes end them.
func TestOldLineEnds(t *testing.T) {
	city, err := codes.Read([]byte(strings.ReplaceAll(narrow, "\n", "\r")), "97.71")
	if err != nil || said(city) != want {
		t.Error(err, city)
	}
}
