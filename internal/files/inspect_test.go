package files

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"

	"blandongan/internal/diag"
	"blandongan/internal/picture"
)

func inspect(name string, data []byte) (Inspection, string) {
	x := Inspector{FS: fstest.MapFS{name: {Data: data}}}
	i := x.Inspect(File{Path: name, Name: name, Size: int64(len(data))})
	if i.Problem == nil {
		return i, ""
	}
	return i, string(i.Problem.Code)
}

// A drawing is inert, or is told with what is not: what programs write is, what
// attackers write is not.
func TestDrawings(t *testing.T) {
	const ns = ` xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
		`xmlns:h="http://www.w3.org/1999/xhtml"`
	for _, inert := range []string{
		`<path d="M0 0h1" style="fill:url(#a);font-family:'Open Sans'"/>`,
		`<style>.a{fill:#f00} .b{fill:url(#g)} @media print {.a{fill:#000}} ` +
			`@font-face{src:url(data:font/woff2;base64,AA==)}</style>`,
		`<a xlink:href="https://contoh.id/"><text>Kota: pusat (lama)</text></a><use xlink:href="#a"/>` +
			`<use href="lain.svg#a"/>`,
		`<image href="data:image/png;base64,AA=="/><image href="foto.png"/>`,
		`<animate attributeName="x" from="0" to="1"/><title>onload=ya, javascript: tidak jalan</title>`,
		`<metadata><x:RDF xmlns:x="http://www.w3.org/1999/02/22-rdf-syntax-ns#" x:resource="http://a/"/></metadata>`,
		`<i:view xmlns:i="http://www.inkscape.org/namespaces/inkscape" onfoo="1" export="C:\a (x86)\b.png"/>`,
		`<!-- <script>alert(1)</script> --><desc>&lt;script&gt;</desc>`,
	} {
		if _, code := inspect("a.svg", []byte("<svg"+ns+">"+inert+"</svg>")); code != "" {
			t.Errorf("%s: %s", inert, code)
		}
	}
	for _, live := range []string{
		`<script>alert(1)</script>`, `<SCRIPT/>`, `<x:script xmlns:x="http://www.w3.org/2000/svg"/>`,
		`<path onload="a()"/>`, `<g onclick = 'a'/>`,
		`<foreignObject><p/></foreignObject>`, `<h:img src="x"/>`, `<h:script/>`, `<a href="javascript:a()"/>`,
		`<a xlink:href=" java&#10;script:a()"/>`,
		`<a href="data:text/html,x"/>`, `<image href="https://lain.example/x.png"/>`,
		`<image xlink:href="//lain.example/x.png"/>`, `<use href="data:image/svg+xml,x"/>`,
		`<style>@import "x";</style>`, `<style>a{background:url(https://lain.example/x)}</style>`,
		`<style>a{background:u\72l(//lain.example)}</style>`,
		`<path fill="url(http://lain.example/#a)"/>`, `<rect style="background:url('//lain.example/x')"/>`,
		`<set attributeName="href" to="javascript:a()"/>`,
		`<animate attributeName="xlink:href" values="javascript:a()"/>`, `<set attributeName="onclick" to="a()"/>`,
		`<g xml:base="https://lain.example/"/>`,
		`<iframe src="x"/>`, `<math xmlns="http://www.w3.org/1998/Math/MathML"/>`,
		`<feImage href="https://lain.example/a"/>`,
	} {
		if _, code := inspect("a.svg", []byte("<svg"+ns+">"+live+"</svg>")); code != "svg-active" {
			t.Errorf("%s: %q", live, code)
		}
	}
	for text, want := range map[string]string{
		`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [ ` +
			`<!ENTITY ns "http://ns.adobe.com/x/"> ]><svg xmlns:x="&ns;"/>`: "",
		`<!DOCTYPE svg [ <!ENTITY x "<script>alert(1)</script>"> ]>` +
			`<svg>&x;</svg>`: "svg-active",
		`<!DOCTYPE svg [ <!ENTITY x SYSTEM "file:///etc/passwd"> ]>` +
			`<svg>&x;</svg>`: "svg-active",
		`<!DOCTYPE svg [ <!ENTITY x "javascript:a()"> ]><svg><a href="&x;"/>` +
			`</svg>`: "svg-active",
		`<?xml-stylesheet href="https://lain.example/x.css"?>` +
			`<svg/>`: "svg-active",
		`<svg><path></svg>`: "svg-broken",
		`<svg>`:             "svg-broken",
		`<?xml version="1.0" encoding="UTF-7"?><svg>+ADw-script+AD4-</svg>`:           "svg-broken",
		"\xff\xfe<\x00s\x00v\x00g\x00/\x00>\x00":                                      "svg-broken",
		`<?xml version="1.0" encoding="UTF-8" standalone="no"?><svg width="1"></svg>`: "",
	} {
		if _, code := inspect("a.svg", []byte(text)); code != want {
			t.Errorf("%s: %q, want %q", text, code, want)
		}
	}
}

// A picture that ends before its end is told, wherever it was cut; what phones and
// programs put behind the end is no fault.
func TestCutPictures(t *testing.T) {
	m := image.NewPaletted(image.Rect(0, 0, 200, 100), color.Palette{color.Black, color.White})
	for i := range m.Pix {
		m.Pix[i] = uint8(i / 7 % 2)
	}
	var j, p, g bytes.Buffer
	if jpeg.Encode(&j, m, nil) != nil || png.Encode(&p, m) != nil || gif.Encode(&g, m, nil) != nil {
		t.Fatal("cannot make pictures")
	}
	source, _ := picture.Read(diag.Place{}, p.Bytes())
	opened, _ := source.Open(diag.Place{})
	webp := opened.Copy(source.Copies()[0])
	thumb := slices.Concat([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00"), []byte("\xff\xda..\xff\xd9.."),
		j.Bytes()[2:])
	film := slices.Concat(j.Bytes(), []byte("\x00\x00\x00\x18ftypmp42"),
		bytes.Repeat([]byte("\xff\xda\x00mdat"), 100_000))
	for name, whole := range map[string][]byte{"a.jpg": j.Bytes(), "b.JPEG": thumb, "c.jpg": film, "d.png": p.Bytes(),
		"e.png": append(p.Bytes(), make([]byte, 500)...),
		"f.gif": g.Bytes(), "g.webp": webp, "h.jpg": []byte("x")} {
		if _, code := inspect(name, whole); code != "" {
			t.Errorf("%s: %s", name, code)
		}
	}
	for name, whole := range map[string][]byte{
		"a.jpg": j.Bytes(), "b.jpg": thumb, "d.png": p.Bytes(), "f.gif": g.Bytes(), "g.webp": webp,
	} {
		for _, part := range []int{50, 75, 90, 99} {
			if _, code := inspect(name, whole[:len(whole)*part/100]); code != "image-cut" {
				t.Errorf("%d%% of %s: %q", part, name, code)
			}
		}
	}
	if _, code := inspect("nol.jpg", nil); code != "image-cut" {
		t.Errorf("an empty picture: %q", code)
	}
}

// A private key is one by whatever name; a certificate and a presentation are none.
func TestKeys(t *testing.T) {
	for name, text := range map[string]string{
		"kunci.txt": "catatan\n-----BEGIN OPENSSH PRIVATE KEY-----\nAA\n", "a.pem": "-----BEGIN RSA PRIVATE KEY-----",
		"b.key": "apa pun", "c.asc": "-----BEGIN PGP PRIVATE KEY BLOCK-----",
		"d.dat": "PuTTY-User-Key-File-3: ssh-ed25519", "e.pem": "rahasia",
	} {
		if _, code := inspect(name, []byte(text)); code != "file-private" {
			t.Errorf("%s: %q", name, code)
		}
	}
	for name, text := range map[string]string{
		"paparan.key": "PK\x03\x04", "a.pem": "-----BEGIN CERTIFICATE-----",
		"b.asc": "-----BEGIN PGP PUBLIC KEY BLOCK-----", "panduan.txt": "Jangan unggah PRIVATE KEY.",
		"c.key": "-----BEGIN PUBLIC KEY-----",
	} {
		if _, code := inspect(name, []byte(text)); code != "" {
			t.Errorf("%s: %q", name, code)
		}
	}
}

// Names that stay out of the site, and those that look like them and do not.
func TestReasonOf(t *testing.T) {
	for name, want := range map[string]reason{
		"sk.pdf": fit, "~$sk.docx": passing, ".~lock.sk.odt#": passing, "sed1aB2cD": passing, "sedangkan": fit,
		"sedekah": fit, ".x.pdf.Ab3dEf": passing, ".nfs000001": passing,
		"laporan.PART": passing, "x.download": passing, ".env.production": secret, "prod.env": secret,
		"lingkungan.pdf": fit, "id_rsa": secret, "id_rsa.pub": fit,
		"wp-config.php": secret, "Credentials.json": secret, "secrets.yml": secret, "kantor.ovpn": secret,
		"known_hosts": secret, "credentials.pdf": fit, "config.json": fit, "toko.jks": secret,
		"a.bak": backup, "A.OLD": backup, "golden.old.pdf": fit, "data.sql.gz": backup, "mysql.pdf": fit,
		"node_modules": tool, ".git": tool, ".github": hidden, ".well-known": fit,
		"credentials": secret, "token.json": secret, "password.txt": secret, "Passwords.txt": secret, "env": secret,
		"env.txt": secret, "config.php": secret, "secrets.yaml": secret,
		"id_rsa_lama": secret, "id_rsa.txt": secret, "id_ed25519-kantor": secret, "id_ed25519.pub": fit,
		"kota.sqlite": backup, "kota.SQLITE3": backup, "kata-sandi-yang-aman.pdf": fit,
		"film.mp4.aria2": passing, "peta.svg.autosave": passing, "sk.pdf.lnk": passing, "sk.lock": passing,
		"lockdown.pdf": fit, "environment.txt": fit, "tokens.json": fit,
		"sk.sync-conflict-20260110-101500-ABCDEFG.pdf": backup, "sk (conflicted copy 2026-01-10).pdf": backup,
		"sk (Budi's conflicted copy 2026-01-10).pdf": backup, "konflik.pdf": fit,
		".htaccess": fit, ".htpasswd": secret, ".nojekyll": fit, "CNAME": fit, "_headers": fit, "_redirects": fit,
		"robots.txt": fit, "CVs": fit, "Thumbs.db": left, "Desktop.ini": left,
		"._sk.pdf": left, "$RECYCLE.BIN": left, ".Trash-1000": left, "#a#": passing, "#": fit, "4913": passing,
		"49130": fit, "~": passing,
	} {
		if got := reasonOf("content/files/" + name); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
	for _, name := range []string{
		"content/news/.obsidian", "data/.git", "content/news/.a.md.swp", "content/files/.#a", "templates/.DS_Store",
	} {
		if !Dropping(name) {
			t.Errorf("%s is not passed over without a word", name)
		}
	}
	if Dropping("content/files/.env") || Dropping("content/news/.env") || Dropping("content/news/a.bak") {
		t.Error("a secret or a backup is passed over without a word")
	}
}

// What is remembered of photos does not hold their files.
func TestPhotosAreLetGo(t *testing.T) {
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	photo.Write(make([]byte, 4<<20)) // as telephones put a film behind
	x := Inspector{FS: fstest.MapFS{"a.jpg": {Data: photo.Bytes()}}}
	live := func() uint64 {
		runtime.GC()
		runtime.GC() // a pool is emptied by the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	var kept []Inspection
	before := live()
	for range 8 {
		kept = append(kept, x.Inspect(File{Path: "a.jpg", Name: "a.jpg", Size: int64(photo.Len())}))
		live()
	}
	if after := live(); after > before+uint64(photo.Len()) {
		t.Errorf("%d photos hold %d bytes", len(kept), after-before)
	}
	runtime.KeepAlive(kept)
}

// A photo that cannot be opened is told as that, not as one that is no picture.
func TestPhotoUnreadable(t *testing.T) {
	x := Inspector{FS: fstest.MapFS{}}
	if i := x.Inspect(File{Path: "a.jpg", Name: "a.jpg"}); i.Problem == nil || i.Problem.Code != "file-unreadable" {
		t.Error(i.Problem)
	}
}
