package sentences

// The rules of speech: lower case, no full stop, the wrong value in quotes, and
// no word that only a programmer knows. The reader is an editor.

// Catalogue holds every kind of problem but the rules of the editors' desk. Sorted by
// where the fault is found.
var Catalogue = map[Code]Entry{
	// Files.
	"file-unreadable": {Error, text{"berkas tidak dapat dibaca: %s", "the file cannot be read: %s"}},
	"file-changing": {Error, text{
		"berkas ini berubah selagi dibaca; simpan lagi bila sudah selesai",
		"this file changed while it was read; save again when it is done",
	}},
	"file-irregular": {Error, text{"ini bukan berkas biasa", "this is not an ordinary file"}},
	"file-too-big":   {Error, text{"berkas ini berukuran %s, batasnya %s", "this file is %s large, the limit is %s"}},
	"file-not-utf8":  {Error, text{"berkas ini bukan teks UTF-8", "this file is not UTF-8 text"}},
	"file-utf16":     {Error, text{"berkas ini teks UTF-16, bukan UTF-8", "this file is UTF-16 text, not UTF-8"}},
	"file-name": {Error, text{
		"nama %q tidak dapat menjadi alamat halaman",
		"the name %q cannot become the address of a page",
	}},
	"file-name-long": {Error, text{
		"nama ini terlalu panjang: %d huruf, batasnya %d",
		"this name is too long: %d characters, the limit is %d",
	}},
	"file-name-taken": {Error, text{
		"nama %q dipakai sistem operasi atau YAML dan tidak dapat dipakai",
		"the name %q belongs to operating systems or YAML and cannot be used",
	}},
	"file-name-clash": {Error, text{
		"nama berkas ini terbaca sama dengan %q",
		"the name of this file reads the same as %q",
	}},
	"file-unfit": {Error, text{
		"nama %q tidak dapat dipakai di situs: %s",
		"the name %q cannot be used on the site: %s",
	}},
	"file-unknown": {Warning, text{"berkas ini tidak dipakai di tempat ini", "nothing uses a file at this place"}},
	"file-private": {Warning, text{"%s, jadi tidak diterbitkan", "%s, so it is not published"}},
	"folder-unknown": {Error, text{
		"folder ini tidak dikenal, jadi %s berkas di dalamnya tidak dibaca",
		"this folder is not known, so nothing in it is read; files: %s",
	}},
	"folder-spelling": {Error, text{
		"folder ini tidak dibaca; yang dibaca bernama %q",
		"this folder is not read; the one that is read is called %q",
	}},
	"folder-outside": {Warning, text{
		"folder ini tidak dibaca di tempat ini, jadi %s berkas di dalamnya tidak tampil",
		"this folder is not read at this place, so nothing in it is shown; files: %s",
	}},
	"folder-missing": {Error, text{
		"folder ini tidak ada, padahal pembangunan terakhir memuat %s berita darinya",
		"this folder is not there, but the last build had %s articles of it",
	}},
	"file-missing": {Error, text{"berkas ini harus ada", "this file must exist"}},
	"symlink-broken": {Error, text{
		"tautan berkas ini tidak menuju berkas di dalam situs",
		"this link does not lead to a file inside the site",
	}},
	"symlink-private": {Error, text{
		"tautan berkas ini menuju %q, yang bukan untuk pembaca",
		"this link leads to %q, which is not for readers",
	}},
	"symlink-folder":    {Error, text{"tautan ke folder tidak diikuti", "a link to a folder is not followed"}},
	"folder-unreadable": {Error, text{"folder tidak dapat dibaca: %s", "the folder cannot be read: %s"}},
	"folder-deep": {Error, text{
		"folder ini terlalu dalam: batasnya %d tingkat",
		"this folder is too deep: the limit is %d levels",
	}},

	// What is too much to be told.
	"more-errors":   {Error, text{"dan %s masalah lain di berkas ini", "and %s more problems in this file"}},
	"more-warnings": {Warning, text{"dan %s peringatan lain di berkas ini", "and %s more warnings in this file"}},

	// Front matter and YAML.
	"front-matter-missing": {Error, text{
		"berkas ini tidak dimulai dengan kepala di antara garis \"---\"",
		"this file does not begin with front matter between \"---\" lines",
	}},
	"front-matter-unclosed": {Error, text{
		"kepala berkas ini tidak ditutup dengan garis \"---\"",
		"the front matter of this file is not closed by a \"---\" line",
	}},
	"front-matter-toml": {Error, text{
		"kepala dengan garis \"+++\" tidak dipakai di sini",
		"front matter between \"+++\" lines is not used here",
	}},
	"yaml-syntax":    {Error, text{"tulisan YAML di sini tidak dapat dibaca: %s", "the YAML here cannot be read: %s"}},
	"yaml-anchor":    {Error, text{"rujukan YAML %q tidak dipakai di sini", "the YAML reference %q is not used here"}},
	"yaml-deep":      {Error, text{"isi bersarang lebih dari %d tingkat", "more than %d levels are nested here"}},
	"yaml-many-keys": {Error, text{"lebih dari %d kunci di satu tempat", "more than %d keys in one place"}},
	"yaml-documents": {Error, text{
		"berkas ini berisi lebih dari satu dokumen YAML",
		"this file holds more than one YAML document",
	}},
	"yaml-tag":   {Error, text{"tanda YAML %q tidak dipakai di sini", "the YAML tag %q is not used here"}},
	"yaml-blank": {Error, text{"di sini ada %[1]s (%[2]s)", "there is %[1]s here (%[2]s)"}},
	"hash-cuts-text": {Error, text{
		"teks ini terpotong: yang berawal dengan \"#\" dibaca sebagai catatan, bukan teks: %q",
		"this text is cut: what begins with \"#\" is read as a note, not as text: %q",
	}},
	"hash-note": {Warning, text{
		"yang berawal dengan \"#\" dibaca sebagai catatan dan tidak tampil: %q",
		"what begins with \"#\" is read as a note and not shown: %q",
	}},
	"text-markup": {Warning, text{
		"%s tampil apa adanya, karena teks di sini bukan HTML atau Markdown",
		"%s is shown as it is, for a text here is no HTML or Markdown",
	}},
	"duplicate-key": {Error, text{"kunci %q sudah ditulis di baris %d", "the key %q is already written in line %d"}},
	"key-in-text": {Warning, text{
		"%q di sini dibaca sebagai bagian teks %q, bukan sebagai kunci",
		"%q is read here as a part of the text %q, not as a key",
	}},

	// Maps.
	"json-syntax": {Error, text{"tulisan JSON di sini tidak dapat dibaca: %s", "the JSON here cannot be read: %s"}},
	"map-form": {Error, text{
		"isi berkas ini %s, bukan kumpulan wilayah GeoJSON",
		"this file holds %s, not a GeoJSON collection of areas",
	}},
	"map-crs": {Error, text{
		"koordinat peta ini memakai sistem %q, bukan derajat WGS 84",
		"the coordinates of this map are of the system %q, not degrees of WGS 84",
	}},
	"bad-position": {Error, text{"titik ini bukan bujur dan lintang", "this point is not a longitude and a latitude"}},
	"ring-short": {Error, text{
		"garis batas ini hanya %d titik, sedikitnya %d",
		"this border has %d points only, the least is %d",
	}},
	"geometry-none": {Error, text{"wilayah ini tidak punya bentuk", "this area has no shape"}},
	"geometry-kind": {Error, text{"%q bukan bentuk wilayah", "%q is not the shape of an area"}},
	"geometry-level": {Error, text{
		"tanda kurung di \"coordinates\" tidak cocok dengan jenis %q",
		"the brackets of \"coordinates\" do not fit the type %q",
	}},
	"map-limit": {Error, text{"peta ini memuat %s %s, batasnya %s", "this map has %s %s, the limit is %s"}},
	"map-tangled": {Error, text{
		"garis batas di peta ini terlalu kusut untuk digambar",
		"the borders of this map are too tangled to be drawn",
	}},
	"areas-unknown": {Error, text{
		"tidak satu pun dari %s wilayah di peta ini punya kode kecamatan situs ini",
		"none of the %s areas of this map has the code of a kecamatan of this site",
	}},
	"areas-foreign": {Error, text{
		"%s wilayah di peta ini bukan kecamatan situs ini, yang pertama %q",
		"%s areas of this map are no kecamatan of this site, the first is %q",
	}},
	"area-no-code": {Error, text{
		"wilayah ini tidak punya kode kecamatan situs ini",
		"this area does not have the code of a kecamatan of this site",
	}},
	"area-levels": {Error, text{
		"kecamatan %q digambar dua kali: sebagai satu wilayah, dan per kelurahan",
		"the kecamatan %q is drawn twice: as one area, and by its kelurahan",
	}},
	"point-far": {Warning, text{
		"titik %s jauh dari semua titik lain di wilayah %q",
		"the point %s is far from all others of the area %q",
	}},
	"area-far": {Warning, text{
		"wilayah %q terletak %s km dari wilayah lain",
		"the area %q lies %s km from the others",
	}},
	"area-huge": {Warning, text{
		"wilayah %q selebar %s km, jauh lebih besar daripada semua wilayah lain",
		"the area %q is %s km wide, far larger than all others",
	}},
	"map-wide": {Warning, text{
		"peta ini selebar %s km, lebih lebar daripada kota mana pun",
		"this map is %s km wide, wider than any city",
	}},
	"map-elsewhere": {Warning, text{
		"peta ini tidak terletak %s: wilayah %q berawal di %s",
		"this map does not lie %s: the area %q begins at %s",
	}},
	"kelurahan-outside": {Warning, text{
		"titik kelurahan %q tidak terletak di kecamatan %q pada peta, jadi tidak digambar",
		"the point of the kelurahan %q does not lie in the kecamatan %q on the map, so it is not drawn",
	}},
	"area-twin": {Warning, text{
		"bentuk wilayah %q sama persis dengan bentuk %q di baris %d",
		"the shape of the area %q is exactly that of %q in line %d",
	}},
	"area-name": {Warning, text{
		"wilayah ini memakai kode %q, yaitu kecamatan %q, tetapi bernama %q",
		"this area has the code %q, which is the kecamatan %q, but is named %q",
	}},
	"hole-outside": {Warning, text{
		"lubang ini tidak berada di dalam batasnya: wilayah %q",
		"this hole is not inside its border: the area %q",
	}},
	"area-crossed": {Warning, text{
		"garis batas wilayah %q memotong dirinya sendiri di dekat %s",
		"the border of the area %q crosses itself near %s",
	}},
	"area-dot": {Warning, text{
		"wilayah %q terlalu kecil atau terlalu tipis untuk digambar",
		"the area %q is too small or too thin to be drawn",
	}},
	"areas-over": {Warning, text{
		"wilayah %q dan %q bertindihan: %d persen dari yang lebih kecil",
		"the areas %q and %q lie over each other: %d percent of the smaller one",
	}},
	"area-missing": {Warning, text{"kecamatan %q tidak ada di peta ini", "the kecamatan %q is not on this map"}},
	"border-apart": {Warning, text{
		"%s menyebut %s sebagai tetangga, tetapi di peta keduanya tidak bersentuhan",
		"%s names %s as a neighbour, but on the map the two do not touch",
	}},

	// Fields.
	"unknown-key": {Error, text{"kunci %q tidak dikenal di sini", "the key %q is not known here"}},
	"missing-key": {Error, text{"%q harus diisi", "%q is required"}},
	"empty-value": {Error, text{"%q kosong", "%q is empty"}},
	"draft-named": {Warning, text{
		"%[1]s %[2]q masih draf yang belum diisi, jadi yang menyebutnya di sini belum tampil",
		"the %[1]s %[2]q is a draft that is not filled in yet, so what names it here is not shown yet",
	}},
	"draft-needed": {Warning, text{
		"%[1]s %[2]q masih draf yang belum diisi; ini tidak dapat terbit tanpanya, jadi menunggu juga",
		"the %[1]s %[2]q is a draft that is not filled in yet; this cannot be published without it, so it waits too",
	}},
	"draft-linked": {Warning, text{
		"%[1]s %[2]q masih draf yang belum diisi, jadi tautan ini belum tampil; kata-katanya tetap tampil",
		"the %[1]s %[2]q is a draft that is not filled in yet, so this link is not shown yet; its words are",
	}},
	"draft-unfilled": {Warning, text{
		"%q belum diisi: di sana hanya ada %q; ini tetap draf sampai diisi",
		"%q is not filled in yet: there is only %q; this stays a draft until it is",
	}},
	"unfilled":   {Error, text{"%q belum diisi: di sana hanya ada %q", "%q is not filled in yet: there is only %q"}},
	"wrong-type": {Error, text{"%[1]q harus berupa %[2]s, bukan %[3]s", "%[1]q must be %[2]s, not %[3]s"}},
	"value-not-allowed": {Error, text{
		"%[2]q bukan nilai yang dikenal untuk %[1]q",
		"%[2]q is not a known value of %[1]q",
	}},
	"misspelling-circle": {Error, text{
		"mengganti %q dengan %q tidak akan pernah selesai: penggantinya harus diganti lagi",
		"replacing %q by %q would never end: what comes in its place has to be replaced again",
	}},
	"doubtful-alone": {Error, text{
		"nama %q hanya punya satu ejaan di sini, jadi tidak ada yang meragukan",
		"the name %q has one spelling only here, so there is no doubt about it",
	}},
	"bad-number":       {Error, text{"%q bukan angka", "%q is not a number"}},
	"bad-whole-number": {Error, text{"%q bukan bilangan bulat", "%q is not a whole number"}},
	"negative-number":  {Error, text{"%q kurang dari nol", "%q is less than zero"}},
	"out-of-range": {Error, text{
		"%[1]q harus antara %[3]d dan %[4]d, bukan %[2]d",
		"%[1]q must be between %[3]d and %[4]d, not %[2]d",
	}},
	"bad-date":     {Error, text{"%q bukan tanggal", "%q is not a date"}},
	"bad-day":      {Error, text{"%q bukan tahun, bulan, atau tanggal", "%q is not a year, a month or a date"}},
	"bad-period":   {Error, text{"%q bukan masa", "%q is not a period"}},
	"no-such-day":  {Error, text{"tanggal %q tidak ada dalam kalender", "the date %q is not in the calendar"}},
	"no-such-time": {Error, text{"jam %q tidak ada", "there is no time %q"}},
	"bad-url":      {Error, text{"%q bukan alamat web yang lengkap", "%q is not a complete web address"}},
	"bad-base-url": {Error, text{
		"%q tidak dapat mengawali semua alamat situs",
		"%q cannot begin all addresses of a site",
	}},
	"bad-email":      {Error, text{"%q bukan alamat surel", "%q is not an email address"}},
	"bad-slug":       {Error, text{"%q tidak dapat menjadi bagian alamat", "%q cannot be part of an address"}},
	"bad-code":       {Error, text{"%[1]q bukan %[2]s", "%[1]q is not %[2]s"}},
	"bad-time-zone":  {Error, text{"zona waktu %q tidak dikenal", "the time zone %q is not known"}},
	"bad-language":   {Error, text{"%q bukan kode bahasa", "%q is not a language code"}},
	"bad-coordinate": {Error, text{"%v bukan %s", "%v is not a %s"}},
	"language-unknown": {Error, text{
		"bahasa %q tidak ada dalam daftar bahasa situs",
		"the language %q is not among the site's languages",
	}},
	"language-missing": {Error, text{
		"teks ini tidak ada dalam bahasa situs, %q",
		"this text is missing in the site's language, %q",
	}},
	"word-holes": {Error, text{
		"teks untuk %q tidak memuat isian yang sama seperti aslinya",
		"the text for %q does not have the same blanks as the original",
	}},
	"word-address-main": {Error, text{
		"%q tidak dapat diganti dalam bahasa utama situs, %q: alamatnya di sana tetap",
		"%q cannot be replaced in the site's main language, %q: addresses in it stay as they are",
	}},
	"word-address-twice": {Error, text{
		"alamat %q dalam bahasa %q sudah dipakai untuk %q",
		"the address %q in the language %q is already used for %q",
	}},
	"weekday-unknown":    {Error, text{"%q bukan nama hari", "%q is not the name of a weekday"}},
	"one-or-other":       {Error, text{"isi salah satu saja: %q atau %q", "give one of the two only: %q or %q"}},
	"one-of-two-missing": {Error, text{"isi %q, atau %q dengan alasannya", "give %q, or %q with the reason"}},

	// Where the site is published.
	"target-name": {Error, text{"%q tidak dapat menjadi nama tujuan", "%q cannot be the name of a target"}},
	"target-kind-missing": {Error, text{
		"tujuan %q tidak menyebut tempatnya",
		"the target %q does not say where it is",
	}},
	"target-kinds": {Error, text{
		"tujuan %q hanya dapat berada di satu tempat, bukan %s",
		"the target %q can be in one place only, not %s",
	}},
	"target-key": {Error, text{
		"kunci %q tidak berlaku untuk tujuan jenis %s",
		"the key %q means nothing to a target of the kind %s",
	}},
	"keep-no-releases": {Error, text{
		"tanpa releases, versi lama tidak disimpan",
		"without releases no earlier version is kept",
	}},
	"bad-sftp": {Error, text{
		"%q bukan alamat folder di server SFTP",
		"%q is not the address of a folder on an SFTP server",
	}},
	"bad-s3": {Error, text{"%q bukan alamat bucket S3", "%q is not the address of an S3 bucket"}},
	"s3-unencrypted": {Warning, text{
		"sambungan ke %q tidak terenkripsi, sehingga kunci dan isi situs dapat disadap",
		"the connection to %q is not encrypted, so others can read along",
	}},
	"target-inside": {Error, text{
		"folder %q tidak dapat menjadi tujuan, karena berkas situs sendiri ada di sana",
		"the folder %q cannot be a target, as the site's own files are there",
	}},
	"path-variable": {Error, text{
		"%q di jalur ini tidak diganti dengan isinya",
		"%q in this path is not replaced by what it stands for",
	}},
	"target-twice": {Warning, text{
		"tujuan %[1]q berada di tempat yang sama dengan tujuan %[2]q di baris %[3]d",
		"the target %[1]q is at the same place as the target %[2]q in line %[3]d",
	}},
	"target-within": {Error, text{
		"tujuan %[1]q di baris %[2]d berada di antara rilis tujuan %[3]q di baris %[4]d",
		"the target %[1]q in line %[2]d is among the releases of the target %[3]q in line %[4]d",
	}},
	"secret-written": {Error, text{
		"kata sandi dan kunci rahasia tidak boleh ditulis di berkas situs",
		"secrets do not belong in the site's files",
	}},

	// Facts.
	"duplicate-id":    {Error, text{"id %q sudah dipakai oleh %s", "the id %q is already used by %s"}},
	"duplicate-code":  {Error, text{"kode %q sudah dipakai di %s", "the code %q is already used at %s"}},
	"duplicate-entry": {Warning, text{"%q ditulis dua kali", "%q is written twice"}},
	"duplicate-figure": {Error, text{
		"angka %q untuk masa %q dari sumber yang sama sudah ada di baris %d",
		"the figure %q for the period %q from the same source already stands in line %d",
	}},
	"figure-computed": {Error, text{
		"angka %q dihitung dari %q dan %q, jadi tidak ditulis",
		"the figure %q is computed from %q and %q, so nobody writes it",
	}},
	"ratio-self": {Error, text{
		"indikator %q tidak dapat dihitung dari dirinya sendiri",
		"the indicator %q cannot be computed from itself",
	}},
	"ratio-of-ratio": {Error, text{
		"indikator %q sendiri dihitung, jadi tidak dapat dibagi lagi",
		"the indicator %q is itself computed, so nothing is computed from it",
	}},
	"ratio-units": {Error, text{
		"indikator %q dan %q bersatuan sama, %q, jadi hasil baginya tidak bersatuan",
		"the indicators %q and %q have the same unit, %q, so one over the other has none",
	}},
	"ratio-sum": {Error, text{
		"indikator %q hasil pembagian, jadi angka kecamatannya tidak dapat dijumlahkan",
		"the indicator %q is a ratio, so the figures of kecamatan do not add up",
	}},
	"duplicate-name":    {Error, text{"%[1]s %[2]q sudah ada di %[3]s", "there is a %[1]s %[2]q at %[3]s already"}},
	"unknown-reference": {Error, text{"%[1]s %[2]q tidak ada", "the %[1]s %[2]q does not exist"}},
	"unpublished": {Error, text{
		"%[1]s %[2]q belum terbit, jadi belum dapat ditautkan atau dirujuk",
		"the %[1]s %[2]q is not published yet, so nothing can link or refer to it",
	}},
	"code-outside-parent": {Error, text{
		"kode %[1]q tidak berawal dengan kode %[3]s, %[2]q",
		"the code %[1]q does not begin with the code of the %[3]s, %[2]q",
	}},
	"end-before-start": {Error, text{
		"%[1]q (%[2]s) lebih awal daripada %[3]q (%[4]s)",
		"%[1]q (%[2]s) is before %[3]q (%[4]s)",
	}},
	"outside-dates": {Error, text{
		"%[1]q (%[2]s) di luar %[3]s sampai %[4]s",
		"%[1]q (%[2]s) is outside %[3]s to %[4]s",
	}},
	"weekday-mismatch": {Error, text{"%[2]s bukan hari %[1]s", "%[2]s is not a %[1]s"}},
	"sum-mismatch": {Error, text{
		"jumlah kelompok %[1]d, tetapi %[2]q menyebut %[3]d",
		"the groups add up to %[1]d, but %[2]q says %[3]d",
	}},
	"figure-no-source": {Error, text{"angka ini tanpa sumber", "this figure has no source"}},
	"figure-decimals": {Error, text{
		"indikator %q dihitung tanpa pecahan, tetapi nilainya %v",
		"the indicator %q counts whole things, but the value is %v",
	}},
	"figure-thousands": {Warning, text{
		"%[2]q untuk indikator %[1]q dapat berarti %[2]s atau %[3]s",
		"%[2]q for the indicator %[1]q can mean %[2]s or %[3]s",
	}},
	"figure-thousandfold": {Warning, text{
		"indikator %[1]q di sini bernilai %[2]s, " +
			"kira-kira %[3]s kali lebih %[4]s daripada di tempat atau masa lain, %[5]s",
		"the indicator %[1]q is %[2]s here, about %[3]s times %[4]s than at other places or times, %[5]s",
	}},
	"figure-unit": {Warning, text{
		"indikator %[1]q bernilai %[2]s, padahal satuannya sudah %[3]q",
		"the indicator %[1]q is %[2]s, but its unit is %[3]q already",
	}},
	"share-over": {Warning, text{
		"indikator %[1]q bernilai %[2]s persen, lebih dari 100",
		"the indicator %[1]q is %[2]s per cent, more than 100",
	}},
	"figures-apart": {Warning, text{
		"indikator %[1]q untuk masa %[2]q bernilai %[3]s di sini (sumber: %[4]s), " +
			"tetapi %[5]s di baris %[7]d (sumber: %[6]s)",
		"the indicator %[1]q for the period %[2]q is %[3]s here (source: %[4]s), " +
			"but %[5]s in line %[7]d (source: %[6]s)",
	}},
	"figure-jump": {Warning, text{
		"indikator %[1]q melompat dari %[3]s (%[2]s) ke %[5]s (%[4]s)",
		"the indicator %[1]q jumps from %[3]s (%[2]s) to %[5]s (%[4]s)",
	}},
	"part-over": {Warning, text{
		"indikator %[1]q untuk kecamatan ini bernilai %[2]s, lebih dari angka seluruh kota, %[3]s, untuk masa %[4]q",
		"the indicator %[1]q is %[2]s for this kecamatan, more than the whole city's %[3]s for the period %[4]q",
	}},
	"parts-over": {Warning, text{
		"indikator %[1]q untuk kota bernilai %[2]s, tetapi %[3]d kecamatan saja sudah berjumlah %[4]s untuk masa %[5]q",
		"the indicator %[1]q is %[2]s for the city, " +
			"but %[3]d of its kecamatan alone add up to %[4]s for the period %[5]q",
	}},
	"figure-impossible": {Error, text{"indikator %q tidak dapat bernilai %s", "the indicator %q cannot be %s"}},
	"figure-future": {Warning, text{
		"masa %q belum tiba, jadi angkanya belum dapat diketahui",
		"the period %q has not come, so its figure cannot be known",
	}},
	"future-date":   {Warning, text{"%q (%s) belum tiba; hari ini %s", "%q (%s) has not come yet; today is %s"}},
	"date-doubtful": {Warning, text{"%q (%s) terlalu jauh dari hari ini, %s", "%q (%s) is too far from today, %s"}},
	"visit-long": {Warning, text{
		"kunjungan ini paling sedikit %d hari, dari %s sampai %s",
		"this visit lasts %d days at least, from %s to %s",
	}},
	"official-from-weak": {Warning, text{
		"angka ini tampil sebagai angka resmi, tetapi sumbernya hanya %q",
		"this figure is shown as official, but its only source is %q",
	}},
	"source-private": {Warning, text{
		"alamat sumber %q hanya terbuka di jaringan kantor, jadi pembaca tidak dapat memeriksanya",
		"the address %q of this source opens in an office's network only, so no reader can check it",
	}},
	"count-mismatch": {Warning, text{
		"indikator %[1]q bernilai %[2]s, tetapi yang terdaftar %[3]d %[4]s",
		"the indicator %[1]q is %[2]s, but %[3]d %[4]s are listed",
	}},
	"city-sum": {Warning, text{
		"indikator %[1]q untuk kota bernilai %[2]s, tetapi jumlah semua kecamatan %[3]s",
		"the indicator %[1]q is %[2]s for the city, but its kecamatan add up to %[3]s",
	}},
	"stage-behind": {Warning, text{
		"tahapnya %q, tetapi langkah terakhir dalam riwayat %q",
		"the stage is %q, but the last step of the history is %q",
	}},
	"visit-outgoing": {Warning, text{
		"kunjungan %q adalah kunjungan keluar, jadi tidak ada tamu yang membawa pulang program",
		"the visit %q is an outgoing one, so no guest took a program home",
	}},
	"runs-at-launch": {Warning, text{
		"status \"running\" bertumpu pada peluncurannya (%s), bukan pada bukti sesudahnya",
		"the status \"running\" rests on its launch (%s), not on evidence from later",
	}},
	"measured-half": {Warning, text{
		"bukti \"measured\" memerlukan angka sebelum dan sesudah",
		"the evidence \"measured\" needs a figure before and one after",
	}},
	"measured-how": {Warning, text{
		"bukti \"measured\" tanpa cara mengukurnya",
		"the evidence \"measured\" does not say how it was measured",
	}},
	"kecamatan-none": {Warning, text{
		"belum ada kecamatan, jadi situs ini hampir kosong",
		"there is no kecamatan yet, so this site is nearly empty",
	}},
	"summary-long": {Warning, text{
		"ringkasan ini %d huruf, batasnya %d",
		"this summary has %d characters, the limit is %d",
	}},
	"claim-no-speaker": {Error, text{
		"klaim ini tanpa nama yang mengatakannya",
		"this claim does not name who said it",
	}},
	"claim-no-source": {Warning, text{
		"klaim ini tanpa sumber",
		"this claim has no source",
	}},
	"claim-no-indicator": {Error, text{
		"nilai klaim ini tanpa indikator, jadi tidak dapat dibandingkan",
		"the value of this claim has no indicator, so it cannot be compared",
	}},
	"translation-own": {Error, text{
		"tulisan ini dalam bahasa situs sendiri, jadi bukan terjemahan",
		"this is in the site's own language, so it is no translation",
	}},
	"translation-differs": {Warning, text{
		"%q dalam terjemahan ini lain dari aslinya (%s); yang berlaku aslinya",
		"%q of this translation differs from the original (%s), which counts",
	}},
	"translation-count": {Warning, text{
		"jumlah %q di sini %d, di aslinya %d; keduanya dicocokkan menurut urutannya",
		"the number of %q is %d here, %d in the original; they are matched in their order",
	}},
	"translation-orphan": {Error, text{
		"terjemahan ini tidak punya tulisan asal %q",
		"this translation has no original %q",
	}},
	"name-as-tag": {Warning, text{
		"topik %q dan %q mendapat alamat yang sama",
		"the topics %q and %q get the same address",
	}},
	"border-one-sided": {Warning, text{
		"%s menyebut %s sebagai tetangga, tetapi tidak sebaliknya",
		"%s names %s as a neighbour, but not the other way round",
	}},

	// Markdown.
	"raw-html": {Warning, text{
		"HTML %q tidak diteruskan ke halaman; tulisan di sekitarnya tetap tampil",
		"the HTML %q is left out of the page; the words around it stay",
	}},
	"link-form": {Warning, text{
		"%q tampil sebagai tulisan biasa, bukan tautan",
		"%q is shown as plain text, not as a link",
	}},
	"link-empty": {Error, text{"tautan atau gambar ini tanpa alamat", "this link or image has no address"}},
	"link-unseen": {Warning, text{
		"tautan ini tanpa tulisan, jadi pembaca tidak melihatnya",
		"this link has no text, so readers do not see it",
	}},
	"heading-form": {Warning, text{
		"%q tampil sebagai tulisan biasa, bukan judul bagian",
		"%q is shown as plain text, not as a heading",
	}},
	"underline-form": {Warning, text{
		"%q menjadi judul bagian karena garis \"---\" tepat di bawahnya",
		"%q becomes a heading, for a line \"---\" is right beneath it",
	}},
	"list-form": {Warning, text{
		"%q tampil menyambung dengan baris lain, bukan sebagai butir daftar",
		"%q runs together with the other lines and is not shown as an item of a list",
	}},
	"emphasis-form": {Warning, text{
		"tanda dalam %q tampil apa adanya, bukan sebagai huruf tebal, miring, atau coret",
		"the signs in %q are shown as they are, not as bold, italic or struck text",
	}},
	"quote-form": {Warning, text{
		"%q tampil sebagai kutipan, dan tanda \">\" tidak tampak",
		"%q is shown as a quotation, and its \">\" is not seen",
	}},
	"image-form": {Error, text{
		"%q tampil sebagai tulisan biasa, bukan gambar",
		"%q is shown as plain text, not as an image",
	}},
	"link-scheme": {Error, text{
		"tautan %q memakai jenis alamat yang tidak diizinkan",
		"the link %q uses a kind of address that is not allowed",
	}},
	"link-broken": {Error, text{
		"tautan %q tidak menuju halaman atau berkas mana pun di situs ini",
		"the link %q leads to no page or file of this site",
	}},
	"address-private": {Error, text{
		"alamat %q hanya ada di komputer atau jaringan Anda sendiri, jadi pembaca tidak dapat membukanya",
		"the address %q is on your own computer or network only, so no reader can open it",
	}},
	"anchor-missing": {Error, text{"halaman tujuan tidak punya bagian %q", "the page linked to has no section %q"}},
	"image-broken":   {Error, text{"gambar %q tidak ada", "the image %q does not exist"}},
	"image-unreadable": {Error, text{
		"gambar %q tidak dapat dibaca sebagai JPEG, PNG, GIF, WebP, atau SVG",
		"the image %q cannot be read as JPEG, PNG, GIF, WebP or SVG",
	}},
	"image-cut": {Error, text{
		"gambar ini terpotong: bagian akhirnya tidak ada",
		"this picture is cut off: its end is missing",
	}},
	"image-damaged": {Error, text{
		"gambar ini rusak: isinya tidak dapat dibaca sampai akhir",
		"this picture is damaged: it cannot be read to its end",
	}},
	"image-moves": {Error, text{
		"gambar ini bergerak; yang ditayangkan hanya gambar diam",
		"this picture moves; only still pictures are shown",
	}},
	"image-huge": {Error, text{
		"gambar ini berukuran %d×%d piksel, terlalu besar untuk dibaca",
		"this picture has %d×%d pixels, which is too large to be read",
	}},
	"image-ending": {Error, text{
		"isi gambar ini %s, padahal akhiran namanya lain",
		"this picture is a %s, which is not what its name ends in",
	}},
	"image-narrow": {Warning, text{
		"gambar %q hanya selebar %d piksel; di layar kecil pun tampak kabur",
		"the image %q is only %d pixels wide; it looks blurred even on a small screen",
	}},
	"image-alt-name": {Warning, text{
		"teks pengganti %q hanyalah nama berkas gambarnya",
		"the alternative text %q is only the name of the picture's file",
	}},
	"image-position": {Warning, text{
		"gambar ini diterbitkan apa adanya dan memberi tahu tempat pengambilannya: %s",
		"this picture is published as it is, and tells where it was taken: %s",
	}},
	"svg-active": {Error, text{
		"gambar SVG ini memuat %q, yang dapat berjalan atau mengambil sesuatu dari luar di halaman pembaca",
		"this SVG has %q, which may run or load something from elsewhere at its readers'",
	}},
	"svg-broken": {Error, text{
		"gambar SVG ini tidak dapat dibaca sampai akhir",
		"this SVG cannot be read to its end",
	}},
	"image-alt":     {Error, text{"gambar ini tanpa teks pengganti", "this image has no alternative text"}},
	"image-foreign": {Error, text{"gambar %q ada di situs lain", "the image %q is on another site"}},
	"markdown-deep": {Error, text{"isi bersarang terlalu dalam di sini", "what stands here is nested too deeply"}},
	"markdown-wide": {Error, text{"tabel ini punya terlalu banyak kolom", "this table has too many columns"}},
	"markdown-big": {Error, text{
		"isi berkas ini menjadi halaman yang terlalu besar",
		"the text of this file becomes too large a page",
	}},
	"markdown-complex": {Error, text{
		"isi di sini terlalu kusut untuk diolah",
		"what stands here is too tangled to process",
	}},
	"markdown-broken": {Error, text{"isi Markdown ini tidak dapat diolah", "this Markdown cannot be processed"}},

	// Markdown that does not show, or shows what was not meant for readers.
	"html-hidden":    {Warning, text{"HTML %q tidak diteruskan ke halaman", "the HTML %q is left out of the page"}},
	"html-unclosed":  {Error, text{"HTML %q tidak ditutup dengan %q", "the HTML %q is not closed by %q"}},
	"comment-hidden": {Warning, text{"komentar %q tidak tampil di halaman", "the comment %q is not shown on the page"}},
	"comment-unclosed": {Error, text{
		"komentar ini tidak ditutup dengan \"-->\": %q",
		"this comment is not closed by \"-->\": %q",
	}},
	"definition-unused": {Warning, text{
		"%q tidak tampil, karena tidak ada tautan yang memakainya",
		"%q is not shown, as no link uses it",
	}},
	"definition-twice": {Warning, text{
		"%q tidak dipakai, karena %s sudah ditentukan di baris %d",
		"%q is not used, as %s is already defined in line %d",
	}},
	"note-missing": {Warning, text{
		"catatan kaki %q tidak ditulis di mana pun, jadi tandanya tampil apa adanya",
		"the footnote %q is written nowhere, so its mark is shown as it is",
	}},
	"note-unmarked": {Warning, text{
		"catatan kaki %q tidak punya tanda di dalam tulisan",
		"nothing in the text points to the footnote %q",
	}},
	"note-twice": {Warning, text{
		"catatan kaki %q sudah ditulis di baris %d",
		"the footnote %q is already written in line %d",
	}},
	"code-unclosed": {Error, text{
		"kode yang dibuka dengan %q tidak ditutup dengan %q, jadi semua yang di bawahnya ikut menjadi kode",
		"the code that %q opens is not closed by %q, so all beneath it is code as well",
	}},
	"code-words": {Warning, text{
		"%q di belakang pembuka kode tidak tampil",
		"%q behind the opening of code is not shown",
	}},
	"table-form": {Warning, text{
		"%q tampil sebagai tulisan biasa, bukan tabel",
		"%q is shown as plain text, not as a table",
	}},
	"table-cells": {Warning, text{
		"%q berada di luar kolom baris pertama tabel",
		"%q is outside the columns of the table's first row",
	}},
	"foreign-markup": {Warning, text{
		"%q adalah perintah untuk program lain dan tampil apa adanya",
		"%q is an order to another program, and is shown as it is",
	}},

	// Pages and outputs.
	"address-clash": {Error, text{
		"alamat %[1]q diminta oleh lebih dari satu: %[2]s",
		"the address %[1]q is claimed by more than one: %[2]s",
	}},
	"address-folder": {Error, text{
		"alamat %[1]q tidak dapat sekaligus berkas dan folder: %[2]s",
		"the address %[1]q cannot be both a file and a folder: %[2]s",
	}},
	"address-kept": {Error, text{
		"alamat %q ada di folder yang hanya untuk berkas dari templates",
		"the address %q is in the folder that is only for the files of the templates",
	}},
	"address-long": {Error, text{"alamat %q terlalu panjang", "the address %q is too long"}},
	"alias-form":   {Error, text{"%q bukan alamat lama di situs ini", "%q is not an old address of this site"}},
	"alias-leaves": {Error, text{"alamat lama %q keluar dari situs", "the old address %q leaves the site"}},
	"alias-unfit": {Error, text{
		"alamat lama %q tidak dapat menjadi folder di semua sistem",
		"the old address %q cannot be a folder on every system",
	}},
	"alias-reserved": {Error, text{
		"alamat lama %q memakai tempat yang disediakan untuk keperluan lain",
		"the old address %q is in a place kept for other purposes",
	}},
	"alias-taken": {Error, text{"alamat lama %q sedang dipakai oleh %s", "the old address %q is in use by %s"}},
	"alias-twice": {Error, text{"alamat lama %q juga ditulis di %s", "the old address %q is also written at %s"}},
	"alias-own": {Warning, text{
		"%q adalah alamat halaman ini sekarang, jadi tidak perlu ditulis",
		"%q is the present address of this page, so it need not be written",
	}},
	"alias-no-page": {Error, text{
		"kelurahan tidak punya halaman sendiri, jadi tidak punya alamat lama seperti %q",
		"a kelurahan has no page of its own, so no old address such as %q",
	}},
	"redirects-many": {Warning, text{
		"%[1]s membaca paling banyak %[2]s alamat lama, sedangkan situs ini punya %[3]s; " +
			"%[4]s yang terakhir di _redirects tidak dialihkan di sana",
		"%[1]s reads %[2]s old addresses at most, and this site has %[3]s; " +
			"the last %[4]s in _redirects are not led on there",
	}},
	"redirects-large": {Warning, text{
		"%[1]s tidak membaca _redirects yang lebih besar dari %[2]s byte, sedangkan yang ini %[3]s byte",
		"%[1]s does not read a _redirects of more than %[2]s bytes, and this one has %[3]s",
	}},
	"redirect-long": {Warning, text{
		"alamat lama %[1]q tidak dialihkan oleh %[2]s, karena barisnya di _redirects lebih dari %[3]s huruf",
		"%[2]s does not lead on from the old address %[1]q, as its line in _redirects has more than %[3]s letters",
	}},
	"redirect-odd": {Warning, text{
		"alamat lama %[1]q tidak dapat dialihkan oleh %[2]s",
		"%[2]s cannot lead on from the old address %[1]q",
	}},
	"publish-example": {Error, text{
		"%[1]q hanya alamat contoh; setiap halaman yang terbit akan mengaku berada di sana",
		"%[1]q is only an example, and every page that is published would say that it lies there",
	}},
	"address-vanished": {Warning, text{
		"di alamat %q pernah terbit sebuah halaman, tetapi kini tidak ada apa-apa di sana",
		"a page was published at the address %q, and nothing is there now",
	}},
	"more-vanished": {Warning, text{
		"dan %s alamat lain, tempat sebuah halaman pernah terbit, kini kosong",
		"and %s more addresses at which pages were published are empty now",
	}},
	"section-lost": {Error, text{
		"semua halaman yang sudah terbit di %[2]s (%[1]s) akan hilang, dan tidak ada berkasnya yang pindah",
		"all published pages at %[2]s (%[1]s) would be gone, and no file of them moved",
	}},
	"template-syntax": {Error, text{"templat tidak dapat dibaca: %s", "the template cannot be read: %s"}},
	"template-empty":  {Error, text{"templat ini kosong", "this template is empty"}},
	"template-function": {Error, text{
		"fungsi %q tidak dikenal di templat",
		"the function %q is not known in templates",
	}},
	"template-field": {Error, text{"%q tidak ada di halaman jenis ini", "there is no %q on this kind of page"}},
	"template-word":  {Error, text{"kata %q tidak ada dalam daftar kata", "there is no word %q"}},
	"template-asset": {Error, text{
		"berkas %q tidak ada di templates/assets",
		"there is no file %q in templates/assets",
	}},
	"template-missing": {Error, text{"templat %q tidak ada", "there is no template %q"}},
	"template-cycle": {Error, text{
		"{{part %q}} memuat dirinya sendiri tanpa akhir",
		"{{part %q}} contains itself without end",
	}},
	"template-part": {Error, text{
		"{{part %q}} tidak dapat menerima daftar; pakai {{template}} atau {{parts}}",
		"{{part %q}} takes no list; use {{template}} or {{parts}}",
	}},
	"template-list": {Error, text{"{{parts %q}} memerlukan daftar", "{{parts %q}} needs a list"}},
	"template-slot": {Error, text{
		"{{slot %q}} harus ada tepat satu kali, di antara tag",
		"{{slot %q}} must stand exactly once, between tags",
	}},
	"template-endless": {Error, text{
		"templat ini tidak ada akhirnya: perulangan atau panggilan di sini berjalan terus",
		"this template has no end: the loop or call here goes on and on",
	}},
	"template-failed": {Error, text{"templat tidak dapat dijalankan: %s", "the template cannot be run: %s"}},
	"foreign-file": {Error, text{
		"berkas ini tidak dibuat oleh program ini, tetapi menempati alamat yang diperlukan situs",
		"this file is not ours, but lies at an address that we need",
	}},
}
