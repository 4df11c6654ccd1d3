package sentences

// Hints holds every advice. A question where we guess, an order where we know.
var Hints = map[HintCode]text{
	"did-you-mean": {"maksudnya %q?", "did you mean %q?"},
	"fill-in":      {"ganti titik-titik itu dengan isinya", "write what belongs there in place of the dots"},
	"finish-draft": {
		"lengkapi draf itu (%[1]s), atau hapus yang menyebutnya di sini",
		"fill in that draft (%[1]s), or delete what names it here",
	},
	"write-like": {"tulis seperti: %s", "write it like: %s"},
	"one-of":     {"maksudnya salah satu dari ini: %s?", "did you mean one of these: %s?"},
	"there-are":  {"yang ada: %s", "there are: %s"},
	"there-are-or-record": {
		"yang ada: %s; bila ini baru, catat dahulu di %s (blandongan new %s)",
		"there are: %s; if it is a new one, record it in %s first (blandongan new %s)",
	},
	"record-first": {
		"catat dahulu di %s (blandongan new %s)",
		"record it in %s first (blandongan new %s)",
	},
	"allowed":      {"yang dikenal: %s", "known are: %s"},
	"key-needless": {"hapus baris ini: tidak diperlukan di sini", "delete this line: it is not needed here"},
	"key-taken": {
		"%[1]q sudah ditulis di baris %[2]d; pindahkan isinya ke sana, lalu hapus baris ini",
		"%[1]q is already written in line %[2]d; move what this holds there, then delete this line",
	},
	"key-joined": {
		"%[1]q sudah ditulis di baris %[2]d; tulis di sana: %[3]s, lalu hapus baris ini",
		"%[1]q is already written in line %[2]d; write there: %[3]s, then delete this line",
	},
	"key-inside": {"tempatnya di dalam %q", "it belongs inside %q"},
	"key-inside-line": {
		"tempatnya di dalam %[1]q di baris %[2]d: %[3]s",
		"it belongs inside %[1]q in line %[2]d: %[3]s",
	},
	"key-outside": {
		"tempatnya di luar bagian ini; mulai baris ini sejauh %q",
		"it belongs outside of this part; begin this line as far in as %q",
	},
	"known-keys": {"kunci yang dikenal di sini: %s", "keys known here: %s"},
	"key-by-text": {
		"tulis kata itu seperti tampil di halaman sebagai kunci; kuncinya lalu disebut di sini",
		"write the word as pages show it in place of the key; its key is then told here",
	},
	"original-text": {"aslinya: %q", "the original is %q"},
	"rename":        {"ganti namanya menjadi %q", "rename it to %q"},
	"write-original": {
		"tulis aslinya di sampingnya sebagai %[1]q; bila berkas ini sendiri aslinya, beri nama itu",
		"write its original beside it as %[1]q; if this file is the original, give it that name",
	},
	"rename-else": {
		"berkas %[1]q sudah ada; beri berkas ini nama lain, misalnya %[2]q, atau hapus bila isinya sama",
		"there is a file %[1]q already; give this one another name, such as %[2]q, or delete it if it holds the same",
	},
	"write-keys": {
		"tulis berkas itu dengan kunci ini, satu baris tiap kunci: %s",
		"write that file with these keys, one line each: %s",
	},
	"write-keys-site": {
		"untuk situs baru: blandongan init FOLDER; atau tulis berkas itu dengan kunci ini, satu baris tiap kunci: %s",
		"for a new site: blandongan init DIR; or write that file with these keys, one line each: %s",
	},
	"write-kecamatan": {
		"tulis: blandongan new kecamatan \"Nama\" --code 12.34.56; atau buat sendiri berkas seperti %q, " +
			"satu baris tiap kunci: %s",
		"type: blandongan new kecamatan \"Name\" --code 12.34.56; or write a file like %q yourself, " +
			"one line each key: %s",
	},
	"write-word": {"tulis %q", "write %q"},
	"save-utf8":  {"simpan ulang berkas ini sebagai UTF-8", "save this file again as UTF-8"},
	"date-form":  {"tulis seperti 2017-11-07", "write it like 2017-11-07"},
	"date-whole": {
		"ini bulan tanpa tanggal; tulis tanggalnya juga, seperti %s",
		"this is a month without a day; write its day too, like %s",
	},
	"time-form": {
		"tulis jam dari 00:00 sampai 23:59, seperti 2017-11-07 22:00",
		"write a time from 00:00 to 23:59, like 2017-11-07 22:00",
	},
	"day-form": {"tulis seperti 2017, 2017-11, atau 2017-11-07", "write it like 2017, 2017-11 or 2017-11-07"},
	"period-form": {
		"tulis seperti 2020, 2023-06, 2024-06-30, atau 2011/2015",
		"write it like 2020, 2023-06, 2024-06-30 or 2011/2015",
	},
	"url-form": {"tulis lengkap seperti https://contoh.id/halaman", "write it in full, like https://example.org/page"},
	"base-url-form": {
		"tulis seperti https://contoh.id/ atau https://contoh.id/kota/, tanpa \"?\", \"#\", \"//\", dan \"..\"",
		"write it like https://example.org/ or https://example.org/city/, without \"?\", \"#\", \"//\" and \"..\"",
	},
	"slug-form": {
		"pakai huruf kecil a-z, angka, dan tanda hubung, misalnya %q",
		"use small letters a-z, digits and hyphens, for example %q",
	},
	"number-form": {
		"tulis tanpa titik ribuan dan dengan titik desimal: %s",
		"write it without thousands separators, with a decimal point: %s",
	},
	"number-unit": {"tulis %s; satuan indikatornya sudah %q", "write %s; the unit of the indicator is %q already"},
	"number-two": {
		"tulis %s bila yang dimaksud pecahan, atau %s bila yang dimaksud ribuan",
		"write %s if a fraction is meant, or %s if thousands are meant",
	},
	"thousands-perhaps": {
		"tulis %[1]s bila yang dimaksud ribuan; bila memang pecahan, %[2]s, isi decimals: 3 pada indikator %[3]q",
		"write %[1]s if thousands are meant; if %[2]s is meant, a fraction, give the indicator %[3]q decimals: 3",
	},
	"perhaps-number": {
		"tulis %[1]s bila itu yang dimaksud; bila memang %[2]s, jelaskan dalam note",
		"write %[1]s if that is meant; if it is %[2]s indeed, say why in a note",
	},
	"perhaps-decimals": {
		"tulis %[1]s dan isi decimals: %[3]d pada indikator %[4]q bila itu yang dimaksud; " +
			"bila memang %[2]s, jelaskan dalam note",
		"write %[1]s and give the indicator %[4]q decimals: %[3]d if that is meant; " +
			"if it is %[2]s indeed, say why in a note",
	},
	"write-decimals": {
		"tulis %[1]s dan isi decimals: %[2]d pada indikator %[3]q",
		"write %[1]s and give the indicator %[3]q decimals: %[2]d",
	},
	"write-number": {"tulis %s", "write %s"},
	"give-max": {
		"periksa angkanya; bila memang dapat lebih dari 100, isi max pada indikatornya",
		"check the number; if it can be more than 100, give the indicator max",
	},
	"figure-drop": {
		"hapus angka ini; yang ditulis hanya kedua bagiannya",
		"delete this figure; only its two parts are written",
	},
	"ratio-written": {
		"sebut indikator lain, yang angkanya ditulis",
		"name another indicator, whose figures are written",
	},
	"ratio-units": {
		"periksa of dan per; kepadatan misalnya jiwa (of) per km² (per)",
		"check of and per; density, say, is people (of) per km² (per)",
	},
	"aggregate-none": {"tulis aggregate: none", "write aggregate: none"},
	"point-or-map": {
		"periksa lat dan lon, juga kode wilayah itu pada peta",
		"check lat and lon, and the code of that area on the map",
	},
	"explain-figure": {
		"periksa kedua angka itu; bila memang begitu, jelaskan dalam note",
		"check both numbers; if they are right, say why in a note",
	},
	"look-at-parts": {
		"periksa angka kota ini dan angka kecamatannya untuk masa itu",
		"check this number of the city and those of its kecamatan for that period",
	},
	"look-at-both": {"periksa angka ini dan angka kota di %s", "check this number and the city's at %s"},
	"result-ahead": {
		"periksa tahunnya; hasil yang baru diharapkan bukan hasil",
		"check the year; what is hoped for is no result yet",
	},
	"whole-or-decimals": {
		"tulis bilangan bulat tanpa titik ribuan, atau isi decimals pada indikatornya",
		"write a whole number without thousands separators, or give the indicator decimals",
	},
	"value-range": {
		"batasnya %s; bila memang lain, isi min atau max pada indikatornya",
		"it can be %s; if that is wrong, give the indicator min or max",
	},
	"figure-ahead": {
		"bila ini perkiraan, isi status: estimate; " +
			"bila indikatornya memang tentang masa depan, isi ahead: true padanya",
		"if this is an estimate, write status: estimate; if the indicator tells of the future, give it ahead: true",
	},
	"give-status": {
		"tambahkan status: unverified, provisional, atau estimate, atau sumber dari lembaga yang berwenang",
		"add status: unverified, provisional or estimate, or a source of the responsible body",
	},
	"quote-text": {"apit teks itu dengan tanda kutip: %s", "put that text in quotes: %s"},
	"list-or-text": {
		"bila itu daftar, tulis: %s; bila teks, apit dengan tanda kutip: %s",
		"if it is a list, write: %s; if it is text, put it in quotes: %s",
	},
	"quote-or-note": {
		"apit seluruh teks itu dengan tanda kutip: %s; bila hanya catatan untuk redaksi, beri spasi setelah \"#\": %s",
		"put the whole text in quotes: %s; if it is only a note for editors, put a space after \"#\": %s",
	},
	"hash-list": {
		"tulis sebagai daftar, tanpa \"#\": %s; bila satu teks, apit dengan tanda kutip: %s",
		"write a list, without \"#\": %s; if it is one text, put it in quotes: %s",
	},
	"indent-like": {"mulai baris ini sejauh baris di atasnya", "begin this line as far in as the line above"},
	"note-form": {
		"bila itu teks, tulis di dalam tanda kutip; bila hanya catatan untuk redaksi, beri spasi setelah \"#\": %s",
		"if it is text, write it inside the quotes; if it is only a note for editors, put a space after \"#\": %s",
	},
	"note-space": {
		"bila itu catatan untuk redaksi, beri spasi setelah \"#\": %s",
		"if that is a note for editors, put a space after \"#\": %s",
	},
	"plain-quotes": {
		"tanda kutip “ ” dari pengolah kata; pakai tanda kutip biasa: %s",
		"the quotes “ ” come from a word processor; use plain ones: %s",
	},
	"invisible": {
		"ada huruf yang tidak terlihat di sini; hapus kata itu lalu ketik ulang",
		"there is an invisible character here; delete the word and type it again",
	},
	"delete-blanks": {
		"hapus spasi itu, sehingga baris ini sejajar dengan kunci di atasnya",
		"delete these spaces, so that this line begins where the key above it does",
	},
	"write-it": {"tulis: %s", "write: %s"},
	"heading-or-rule": {
		"bila judul, tulis: %s; bila garis pemisah, beri baris kosong sebelum \"---\"",
		"for a heading write: %s; for a rule leave an empty line before \"---\"",
	},
	"quote-or-more": {
		"bila maksudnya lebih dari, tulis \"lebih dari\" atau: \\> %[1]s; " +
			"bila kutipan, apit dengan tanda kutip: > “%[1]s”",
		"if it means more than, write \"more than\" or: \\> %[1]s; if it is a quotation, put it in quotes: > “%[1]s”",
	},
	"space-target": {
		"apit alamat yang berspasi dengan %s, atau ganti nama berkasnya menjadi %s",
		"put an address with spaces in %s, or rename the file to %s",
	},
	"close-front": {
		"tulis garis \"---\" setelah kepala, sebelum isi",
		"write a line \"---\" after the front matter, before the text",
	},
	"close-front-at": {
		"tulis garis \"---\" di baris %[1]d, sebelum teks ini: %[2]s",
		"write a line \"---\" at line %[1]d, before this text: %[2]s",
	},
	"fence-type": {
		"ketik tepat tiga tanda hubung di awal baris ini, tanpa yang lain: ---",
		"type just three hyphens at the beginning of this line, and nothing else: ---",
	},
	"fence-alone": {
		"tulis hanya \"---\" di baris ini; sisanya di baris berikutnya: %s",
		"write only \"---\" in this line; the rest in the next: %s",
	},
	"fence-hidden": {
		"ada huruf yang tidak terlihat di baris ini; hapus seluruh baris, lalu ketik ulang: ---",
		"there is an invisible character in this line; delete the whole line and type it again: ---",
	},
	"fence-first": {
		"hapus yang ada sebelum garis \"---\", sehingga garis itu menjadi baris pertama",
		"delete what stands before the line \"---\", so that it is the first line",
	},
	"retype-line": {
		"ketik ulang awal baris ini dengan spasi dan titik dua biasa: %s",
		"type the beginning of this line again, with ordinary spaces and colons: %s",
	},
	"odd-blank": {
		"ada spasi khusus dari pengolah kata di sini; ketik ulang: %s",
		"there is a special space of a word processor here; type it again: %s",
	},
	"weekday-choices": {
		"%[1]s adalah hari %[2]s; hari %[3]s terdekat adalah %[4]s",
		"%[1]s is a %[2]s; the nearest %[3]s is %[4]s",
	},
	"write-out": {"tulis isinya langsung di sini", "write the value out here"},
	"front-matter": {
		"mulai berkas dengan garis \"---\", lalu title, date, summary, lalu garis \"---\"",
		"begin the file with a line \"---\", then title, date, summary, then a line \"---\"",
	},
	"fence-open": {
		"kepalanya belum dibuka; sisipkan garis \"---\" sebagai baris %d",
		"the front matter is not opened; put in a line \"---\" as line %d",
	},
	"fence-both": {
		"kepalanya belum dibuka dan ditutup; tulis garis \"---\" di baris %d dan di baris %d",
		"the front matter is neither opened nor closed; write a line \"---\" at line %d and at line %d",
	},
	"alt-text": {
		"tulis isi gambar di dalam kurung siku: ![keterangan](gambar.jpg)",
		"say what the image shows between the brackets: ![text](image.jpg)",
	},
	"link-words": {
		"tulis judul halaman tujuannya di dalam kurung siku: [judul halaman](alamat)",
		"write the title of the page it leads to between the brackets: [title of the page](address)",
	},
	"link-kinds": {
		"yang diizinkan: https:, http:, mailto:, tel:, alamat di situs ini, " +
			"serta kecamatan:, program:, visit:, news:, page:",
		"allowed are https:, http:, mailto:, tel:, addresses on this site, " +
			"and kecamatan:, program:, visit:, news:, page:",
	},
	"mail-form": {
		"tulis alamatnya lengkap, seperti mailto:nama@contoh.id",
		"write the whole address, like mailto:name@example.org",
	},
	"path-only": {
		"untuk halaman situs ini tulis jalurnya saja, seperti /berita/nama-berita/; " +
			"untuk situs lain tulis alamat yang terbuka bagi semua orang",
		"for a page of this site write its path only, like /berita/its-name/; " +
			"for another site write the address that everybody can open",
	},
	"public-url": {
		"tulis alamat yang terbuka bagi semua orang, atau hapus url bila tidak ada",
		"write the address that everybody can open, or delete url if there is none",
	},
	"own-image": {
		"simpan gambarnya di samping berita ini dan tautkan namanya",
		"keep the image beside this article and link to its name",
	},
	"definition-use": {
		"di tempat tautannya tulis: %s, atau hapus baris ini",
		"where the link belongs, write: %s, or delete this line",
	},
	"definition-rename": {
		"beri yang ini nama lain, di sini dan di tautannya",
		"give this one another name, here and in its link",
	},
	"note-write": {"tulis catatannya di baris tersendiri: %s: …", "write the note on a line of its own: %s: …"},
	"note-mark":  {"tulis %s di belakang kata yang dijelaskannya", "write %s behind the word that it explains"},
	"note-rename": {
		"beri yang ini tanda lain, di sini dan di dalam tulisan",
		"give this one another mark, here and in the text",
	},
	"foreign-drop": {
		"hapus dari sini, atau tulis maksudnya dengan Markdown",
		"delete it here, or write what it stands for in Markdown",
	},
	"code-close": {
		"tulis %s di baris tersendiri di bawah kodenya, atau hapus pembukanya",
		"write %s on a line of its own beneath the code, or delete its opening",
	},
	"code-words": {
		"tulis di baris tersendiri, di atas atau di dalam kodenya",
		"write it on a line of its own, above the code or in it",
	},
	"table-rule": {"tulis tepat di bawah baris pertama tabel: %s", "write right beneath the table's first row: %s"},
	"table-head": {"tulis judul kolomnya di atas baris ini: %s", "write the columns' names above this line: %s"},
	"table-signs": {
		"batasi kolom tiap baris dengan |: baris pertama %s, lalu di bawahnya %s",
		"part the columns of every line with |: the first line %s, and beneath it %s",
	},
	"table-columns": {
		"tambah kolom pada kedua baris pertama tabel; tanda | yang bukan batas kolom ditulis \\|",
		"give the table's first two lines more columns; a | that parts no columns is written \\|",
	},
	"html-drop": {
		"hapus dari sini; yang dipakai di sini hanya Markdown",
		"delete it here; only Markdown is used here",
	},
	"markup-drop": {"hapus dari sini", "delete it here"},
	"html-close":  {"tulis %s di akhirnya, atau hapus pembukanya", "write %s at its end, or delete its beginning"},
	"line-break": {
		"untuk berganti baris, akhiri baris sebelumnya dengan \\ tanpa spasi di belakangnya",
		"for a new line, end the line before with a \\ and no space behind it",
	},
	"key-or-text": {
		"agar %q menjadi kunci, mulailah baris ini sejajar dengan %q; kalau teks, gabungkan dengan baris di atas",
		"to make %q a key, begin this line where %q begins; if it is text, join it to the line above",
	},
	"cell-break": {
		"satu sel tabel hanya satu baris: pisahkan isinya dengan koma, atau bagi menjadi dua baris tabel",
		"a cell of a table is one line: part what it says by commas, or make two rows of it",
	},
	"plain-markdown": {
		"hapus tag itu; alinea cukup dipisahkan satu baris kosong",
		"delete the tag; an empty line parts paragraphs",
	},
	"template-back": {
		"kembalikan isinya, atau hapus berkas ini: tampilan bawaan lalu dipakai",
		"put back what it held, or delete it: the built-in look is used then",
	},
	"template-end": {
		"beri {{range}} daftar yang pendek, dan jangan biarkan sebuah {{define}} memanggil dirinya sendiri",
		"give {{range}} a short list, and let no {{define}} call itself",
	},
	"move-away": {
		"pindahkan berkas itu, atau bangun ke folder lain dengan --out",
		"move that file away, or build into another folder with --out",
	},
	"move-here": {"pindahkan isinya ke dalam folder situs", "move what it holds into the site's folder"},
	"copy-here": {
		"ganti tautan ini dengan salinan berkasnya, bila memang untuk pembaca",
		"put a copy of the file in the place of the link, if it is for readers",
	},
	"private-passing": {
		"biasanya hilang sendiri setelah program itu ditutup; bila tidak, hapus",
		"it mostly goes when that program is closed; delete it if not",
	},
	"private-backup": {
		"simpan di luar folder situs; bila memang untuk pembaca, beri nama lain",
		"keep it outside the site's folder; if it is for readers, give it another name",
	},
	"private-secret": {
		"pindahkan ke luar folder situs; bila pernah terbit atau dibagikan, ganti kunci atau kata sandi itu",
		"move it out of the site's folder; change that key or password if it was ever published or shared",
	},
	"private-tool": {"pindahkan ke luar folder situs", "move it out of the site's folder"},
	"private-hidden": {
		"bila memang untuk pembaca, beri nama tanpa titik di depan; bila tidak, hapus",
		"if it is for readers, give it a name without the dot in front; if not, delete it",
	},
	"rename-folder": {"ganti nama foldernya menjadi %q", "rename the folder to %q"},
	"move-into":     {"pindahkan ke %s", "move it to %s"},
	"move-into-taken": {
		"pindahkan ke %[1]s; %[2]s sudah ada di sana, jadi beri nama lain dahulu, atau hapus bila isinya sama",
		"move it to %[1]s; %[2]s is there already, so give it another name first, or delete it if it holds the same",
	},
	"move-text": {
		"bila ini berita, pindahkan ke content/news/; bila halaman, ke content/pages/",
		"if it is news, move it to content/news/; if it is a page, to content/pages/",
	},
	"move-picture": {
		"pindahkan ke samping berita yang memakainya, di content/news/",
		"move it beside the article that uses it, in content/news/",
	},
	"move-file-to": {"bila untuk diunduh pembaca, pindahkan ke %s", "if readers are to download it, move it to %s"},
	"link-or-move": {
		"tautkan dari berita atau halaman yang memakainya, atau pindahkan ke %s bila untuk diunduh pembaca",
		"link to it from the article or page that uses it, or move it to %s if readers are to download it",
	},
	"move-datum": {
		"pindahkan ke folder jenisnya: data/kecamatan/, data/programs/, data/visits/, atau data/adoptions/",
		"move it to the folder of its kind: data/kecamatan/, data/programs/, data/visits/ or data/adoptions/",
	},
	"merge-into": {
		"berkas %q sudah ada; pindahkan isinya ke sana, lalu hapus berkas ini",
		"there is a file %q already; move what this one holds there, then delete it",
	},
	"save-as-text": {
		"tulis isinya di berkas teks %q, yang dimulai dengan garis \"---\", title, date, summary, lalu garis \"---\"",
		"write it in a text file %q, which begins with a line \"---\", then title, date, summary, then a line \"---\"",
	},
	"text-kept": {
		"bila isinya sudah ada di %q, simpan berkas ini di luar folder situs",
		"if %q holds the same, keep this one outside the site's folder",
	},
	"list-itself": {
		"daftar berita dan halaman dibuat sendiri; hapus berkas ini, atau beri nama lain bila isinya untuk pembaca",
		"lists of news and pages make themselves; delete this file, or give it another name if it is for readers",
	},
	"folder-back": {
		"kembalikan folder itu: mungkin disknya belum terpasang; " +
			"bila memang dikosongkan, buat folder kosong bernama %q",
		"put that folder back: perhaps its disk is not there; if it was emptied on purpose, make an empty folder %q",
	},
	"rename-plain": {
		"ganti nama berkas atau foldernya dengan huruf, angka, titik, dan tanda hubung saja",
		"rename the file or its folder, with letters, digits, dots and hyphens only",
	},
	"alias-device": {
		"nama itu dipakai Windows untuk perangkat; hapus alamat lama ini",
		"that name is kept by Windows for a device; delete this old address",
	},
	"svg-plain": {
		"simpan ulang sebagai SVG biasa (di Inkscape: \"Plain SVG\"), atau hapus bagian itu dengan penyunting teks",
		"save it again as plain SVG (in Inkscape: \"Plain SVG\"), or delete that part with a text editor",
	},
	"svg-again": {
		"buka dengan program gambarnya, lalu simpan ulang sebagai SVG dalam UTF-8",
		"open it with the program it was drawn with, and save it again as SVG in UTF-8",
	},
	"image-again": {
		"salin ulang gambarnya dari asalnya, misalnya dari kamera atau pengirimnya",
		"copy it again from where it came, such as the camera or its sender",
	},
	"image-still": {
		"simpan satu gambar darinya sebagai JPEG atau PNG",
		"save one picture of it as JPEG or PNG",
	},
	"image-smaller": {
		"kecilkan gambarnya, misalnya sampai selebar %d piksel",
		"make the picture smaller, %d pixels wide for example",
	},
	"image-rename": {"ganti namanya menjadi %q", "rename it to %q"},
	"image-larger": {
		"pakai gambar aslinya, yang selebar %d piksel atau lebih",
		"use the original, of %d pixels or more",
	},
	"image-describe": {
		"tulis apa yang terlihat pada gambar itu, untuk pembaca yang tidak melihatnya",
		"write what is to be seen on it, for readers who do not see it",
	},
	"image-strip": {
		"taruh gambarnya di samping berita supaya datanya dibuang, atau hapus lokasinya dengan program foto",
		"lay it beside an article, where such data are removed, or remove the position with a photo program",
	},
	"image-jpeg":  {"simpan gambarnya sebagai JPEG, misalnya %q", "save the picture as JPEG, such as %q"},
	"split-file":  {"bagi isinya menjadi beberapa berkas", "split it into several files"},
	"change-slug": {"ubah nama berkas atau slug salah satunya", "change the file name or the slug of one of them"},
	"other-slug":  {"ganti nama berkas ini atau tulis slug lain", "rename this file or write another slug"},
	"rename-one":  {"ganti nama salah satu berkas itu", "rename one of the two files"},
	"leave-address": {
		"alamat itu milik situs; ubah nama berkas ini atau slug-nya",
		"the site itself needs that address; change the name or the slug of this file",
	},
	"move-file":   {"ganti nama berkas ini atau pindahkan", "rename this file or move it"},
	"starts-with": {"kode di dalam %s berawal dengan %q", "codes inside %s begin with %q"},
	"claim-source": {
		"tulis source pada klaim ini, atau sources pada beritanya",
		"give this claim a source, or its article sources",
	},
	"why-source": {
		"setiap angka di situs ini tampil dengan masa dan sumbernya",
		"every figure on this site is shown with its period and source",
	},
	"evidence-less": {
		"tulis reported bila angkanya hanya dilaporkan, claimed bila hanya dikatakan",
		"write reported where a figure is only reported, claimed where it is only said",
	},
	"say-method": {
		"tambahkan method: cara mengukurnya, atau tulis evidence: reported bila angkanya hanya dilaporkan",
		"add method: how it was measured, or write evidence: reported where the figure is only reported",
	},
	"ward-digit": {
		"empat angka terakhir berawal dengan 1 untuk kelurahan, 2 untuk desa",
		"the last four digits begin with 1 for a kelurahan, with 2 for a desa",
	},
	"name-or-code": {
		"periksa nama dan kodenya; salah satunya mungkin tertulis dua kali",
		"check the names and the codes; one of the two may be written twice",
	},
	"look-at-year":  {"periksa tahunnya", "check the year"},
	"known-anchors": {"bagian yang ada: %s", "sections there are: %s"},
	"position-form": {
		"tulis bujur dahulu, lalu lintang: [110.7, -6.3]",
		"write the longitude first, then the latitude: [110.7, -6.3]",
	},
	"position-swapped": {
		"bujur dan lintangnya tertukar; tulis bujur dahulu: %s",
		"longitude and latitude have changed places; write the longitude first: %s",
	},
	"position-bare": {"tulis angkanya tanpa tanda kutip: %s", "write the numbers without quotation marks: %s"},
	"decimal-commas": {
		"koma desimal memecah angkanya; tulis dengan titik: %s",
		"decimal commas take the numbers apart; write points: %s",
	},
	"degrees": {
		"koordinat harus derajat WGS 84 (EPSG:4326), bujur dahulu, bukan meter; ubah dengan program peta",
		"coordinates must be degrees of WGS 84 (EPSG:4326), longitude first, not metres; " +
			"convert them with a mapping program",
	},
	"map-convert": {
		"ubah di QGIS: Ekspor > Simpan Fitur Sebagai, format GeoJSON, CRS EPSG:4326",
		"convert it in QGIS: Export > Save Features As, format GeoJSON, CRS EPSG:4326",
	},
	"thin-out": {
		"sederhanakan batasnya dahulu dengan program peta",
		"simplify the borders with a mapping program first",
	},
	"map-cut": {
		"potong dahulu di QGIS atau mapshaper.org sehingga tinggal wilayah kota ini",
		"cut it in QGIS or at mapshaper.org first, so that only the areas of this city are left",
	},
	"map-none": {
		"isi dengan peta, atau hapus berkas ini: tanpa berkas ini situs tampil tanpa peta",
		"put the map into it, or delete this file: without it the site has no map",
	},
	"map-mapshaper": {
		"buka di mapshaper.org, lalu Export > GeoJSON",
		"open it at mapshaper.org, then Export > GeoJSON",
	},
	"map-overpass": {"ekspor dari overpass-turbo.eu sebagai GeoJSON", "export it from overpass-turbo.eu as GeoJSON"},
	"map-export": {
		"buka berkas aslinya di QGIS, lalu Ekspor > Simpan Fitur Sebagai, format GeoJSON, CRS EPSG:4326",
		"open the original in QGIS, then Export > Save Features As, format GeoJSON, CRS EPSG:4326",
	},
	"map-bare": {
		"hapus tulisan sebelum \"{\" yang pertama dan setelah \"}\" yang terakhir",
		"delete what stands before the first \"{\" and after the last \"}\"",
	},
	"map-download": {
		"unduh lagi berkas GeoJSON itu sendiri (di GitHub: tombol \"Download raw file\")",
		"download the GeoJSON file itself again (on GitHub: the button \"Download raw file\")",
	},
	"map-conflict": {
		"tanyakan kepada yang mengelola Git, " +
			"lalu hapus baris \"<<<<<<<\", \"=======\", \">>>>>>>\" dan versi yang tidak dipakai",
		"ask whoever looks after Git, " +
			"then delete the lines \"<<<<<<<\", \"=======\", \">>>>>>>\" and the version that is not used",
	},
	"map-collect": {
		"satukan semua wilayahnya: {\"type\": \"FeatureCollection\", \"features\": […, …]}",
		"put all areas together: {\"type\": \"FeatureCollection\", \"features\": […, …]}",
	},
	"map-cut-off": {
		"berkas ini berakhir sebelum isinya lengkap; salin atau unduh lagi seluruhnya",
		"this file ends before it is complete; copy or download all of it again",
	},
	"json-last-comma": {"hapus koma sebelum kurung penutup ini", "delete the comma before this closing bracket"},
	"json-comment":    {"hapus komentar ini: JSON tidak mengenalnya", "delete this comment: JSON knows none"},
	"json-quotes":     {"pakai tanda kutip ganda: \"…\"", "use double quotation marks: \"…\""},
	"json-end": {
		"hapus tulisan itu; berkas berakhir dengan \"}\"",
		"delete that text; the file ends with \"}\"",
	},
	"geometry-drop": {
		"hapus wilayah ini dari \"features\", atau beri bentuk: \"geometry\": {\"type\": \"Polygon\", …}",
		"delete this area from \"features\", or give it a shape: \"geometry\": {\"type\": \"Polygon\", …}",
	},
	"geometry-point": {
		"ini titik, bukan wilayah; hapus dari \"features\", atau pakai berkas batas wilayah",
		"this is a point, not an area; delete it from \"features\", or use a file of borders",
	},
	"geometry-line": {
		"ini garis, bukan wilayah; ubah menjadi poligon (di QGIS: Garis ke Poligon)",
		"this is a line, not an area; make it a polygon (in QGIS: Lines to Polygons)",
	},
	"geometry-collection": {
		"satukan poligon di dalamnya menjadi satu \"MultiPolygon\"",
		"make one \"MultiPolygon\" of the polygons in it",
	},
	"geometry-meant": {
		"jenis yang dimaksud %[1]q; tulis \"type\": %[1]q",
		"the type meant is %[1]q; write \"type\": %[1]q",
	},
	"geometry-wrap": {
		"kurang sepasang tanda kurung: tulis " +
			"[[[bujur, lintang], …]] untuk Polygon, [[[[bujur, lintang], …]]] untuk MultiPolygon",
		"a pair of brackets is missing: write " +
			"[[[longitude, latitude], …]] for a Polygon, [[[[longitude, latitude], …]]] for a MultiPolygon",
	},
	"geometry-unwrap": {
		"tanda kurungnya terlalu banyak: tulis " +
			"[[[bujur, lintang], …]] untuk Polygon, [[[[bujur, lintang], …]]] untuk MultiPolygon",
		"there are too many brackets: write " +
			"[[[longitude, latitude], …]] for a Polygon, [[[[longitude, latitude], …]]] for a MultiPolygon",
	},
	"point-empty": {
		"titik ini kosong; hapus %s dari daftar, atau isi koordinatnya",
		"this point is empty; delete %s from the list, or give its coordinates",
	},
	"point-check": {"betulkan koordinatnya, atau hapus titik itu", "mend its coordinates, or delete the point"},
	"area-check": {
		"betulkan koordinatnya, atau hapus wilayah yang bukan bagian kota ini",
		"mend the coordinates, or delete what is no part of this city",
	},
	"map-all-points": {
		"maksudnya %s? betulkan semua titik dengan cara yang sama",
		"did you mean %s? mend all points in the same way",
	},
	"map-schematic": {
		"betulkan koordinatnya; bila peta ini hanya gambar skematis, tulis \"schematic\": true di samping \"features\"",
		"mend the coordinates; where the map is a schematic drawing only, " +
			"write \"schematic\": true beside \"features\"",
	},
	"area-own": {
		"salah satunya salinan; ganti dengan bentuknya sendiri, atau hapus",
		"one of the two is a copy; give it its own shape, or delete it",
	},
	"area-mend": {
		"perbaiki bentuknya dengan program peta (di QGIS: Perbaiki Geometri)",
		"mend the shape with a mapping program (in QGIS: Fix Geometries)",
	},
	"area-name-code": {
		"bila maksudnya %[1]s, tulis kodenya %[2]q; bila kodenya benar, betulkan namanya",
		"if %[1]s is meant, write its code %[2]q; if the code is right, mend the name",
	},
	"hole-drop": {
		"hapus kurung [[bujur, lintang], …] ini; bila ini pulau, jadikan bagian lain dari \"MultiPolygon\"",
		"delete these brackets [[longitude, latitude], …]; " +
			"if it is an island, make it another part of a \"MultiPolygon\"",
	},
	"areas-part": {
		"betulkan batas keduanya; wilayah yang mengelilingi wilayah lain memerlukan lubang",
		"mend the borders of both; an area around another needs a hole",
	},
	"areas-wanted": {
		"peta memerlukan %[1]s wilayah, satu tiap kecamatan, dengan \"code\" seperti %[2]q " +
			"(kode kelurahan juga dikenal, dan kode BPS bila bps_code diisi); wilayah pertama berisi %[3]s",
		"the map needs %[1]s areas, one for each kecamatan, with a \"code\" like %[2]q " +
			"(codes of kelurahan are known too, and codes of BPS where bps_code is given); the first area has %[3]s",
	},
	"areas-named": {
		"nama kecamatannya ada di %[1]q; tambahkan \"code\" di samping itu, misalnya %[2]q untuk %[3]s",
		"the names of the kecamatan are in %[1]q; add a \"code\" beside it, such as %[2]q for %[3]s",
	},
	"area-drop": {
		"hapus wilayah itu dari peta, atau tambahkan kecamatannya di data/kecamatan",
		"delete these areas from the map, or add their kecamatan in data/kecamatan",
	},
	"area-has": {"tambahkan \"code\"; wilayah ini berisi %s", "add a \"code\"; this area has %s"},
	"area-one-level": {
		"hapus salah satunya dari peta: wilayah kecamatan itu, atau semua kelurahannya",
		"delete one of the two from the map: the kecamatan's area, or all its kelurahan",
	},
	"code-read-from": {
		"kode itu dibaca dari %q; setiap kecamatan digambar sebagai satu wilayah, " +
			"atau per kelurahan dengan kode kelurahannya",
		"the code was read from %q; each kecamatan is drawn as one area, or by its kelurahan with their codes",
	},
	"area-code": {"tambahkan bentuk dengan \"code\": %q", "add a shape with \"code\": %q"},
	"languages": {
		"bila situs ini memang memakainya, tulis di data/site.yaml: languages: [%s]",
		"if the site has that language, write in data/site.yaml: languages: [%s]",
	},
	"alias-like": {
		"tulis jalurnya saja, dari akar situs, seperti /berita/alamat-lama/",
		"write the path only, from the site's root, like /berita/old-address/",
	},
	"alias-one": {
		"hapus di salah satu tempat: sebuah alamat lama menuju satu halaman saja",
		"delete it at one of the two: an old address leads to one page only",
	},
	"alias-drop": {
		"hapus alamat lama ini, atau beri yang lain itu alamat baru",
		"delete this old address, or give the other one a new address",
	},
	"alias-line": {
		"halaman itu kini ada di alamat lain; agar pembacanya diantar, tambahkan di sini: %s",
		"the page lies elsewhere now; to lead its readers there, add here: %s",
	},
	"alias-entry": {
		"halaman itu kini ada di alamat lain; agar pembacanya diantar, tambahkan %q ke aliases di sini",
		"the page lies elsewhere now; to lead its readers there, add %q to the aliases here",
	},
	"alias-perhaps": {
		"bila memang dihapus, biarkan; bila halaman itu kini menjadi %[1]s %[2]q, tambahkan di sini: %[3]s",
		"fine if it was deleted on purpose; if it is the %[1]s %[2]q now, add here: %[3]s",
	},
	"alias-perhaps-entry": {
		"bila memang dihapus, biarkan; bila halaman itu kini menjadi %[1]s %[2]q, tambahkan %[3]q ke aliases di sini",
		"fine if it was deleted on purpose; if it is the %[1]s %[2]q now, add %[3]q to the aliases here",
	},
	"vanished-draft": {
		"bila memang ditarik, biarkan; bila isinya pindah ke halaman lain, tulis di kepala atau berkas halaman itu: %s",
		"fine if it was withdrawn on purpose; if another page has what it held, write there: %s",
	},
	"vanished-gone": {
		"bila memang dihapus, biarkan; bila isinya pindah ke halaman lain, tulis di kepala atau berkas halaman itu: %s",
		"fine if it was deleted on purpose; if another page has what it held, write there: %s",
	},
	"vanished-more": {
		"publish TUJUAN --dry-run --explain menampilkan semuanya, di baris yang berawal dengan \"-\"; " +
			"bila memang dihapus, biarkan",
		"publish TARGET --dry-run --explain shows them all, in the lines that begin with \"-\"; " +
			"fine if they were deleted on purpose",
	},
	"section-lost": {
		"periksa apakah folder %s masih ada, masih bernama sama, dan tidak kosong; " +
			"bila memang dihapus semua, tambahkan --remove-many",
		"see whether the folder %s is still there, under the same name, and not empty; " +
			"if all of it was deleted on purpose, add --remove-many",
	},
	"alias-elsewhere": {
		"alamat di situs lain hanya dapat dialihkan oleh situs itu; " +
			"untuk alamat di situs ini tulis jalurnya saja, seperti /berita/alamat-lama/",
		"only the other site can lead its readers here; " +
			"for an address of this site write the path only, like /berita/old-address/",
	},
	"alias-each": {
		"pola dari program lain tidak dipakai di sini; " +
			"tulis setiap alamat lama satu per satu, seperti /berita/alamat-lama/",
		"patterns of other programs are not used here; write each old address by itself, like /berita/old-address/",
	},
	"alias-question": {
		"bagian setelah \"?\" tidak dapat dialihkan; hapus alamat lama ini",
		"what follows a \"?\" cannot be told apart; delete this old address",
	},
	"alias-no-query": {
		"bagian setelah \"?\" atau \"#\" tidak dapat dialihkan; tulis %q bila itu cukup",
		"what follows a \"?\" or \"#\" cannot be told apart; write %q if that is enough",
	},
	"redirects-fewer": {
		"alamat lama berupa berkas ditulis lebih dahulu, dan halaman di alamat lama tetap mengantar pembacanya; " +
			"bila itu tidak cukup, hapus alamat lama yang tidak dicari orang lagi",
		"old addresses of files come first, and the pages at old addresses still lead their readers on; " +
			"if that is not enough, delete the old addresses that nobody looks for any more",
	},
	"redirect-drop": {
		"halaman di alamat lama tetap mengantar pembacanya, berkas tidak; " +
			"hapus alamat itu dari aliases bila tidak dicari orang lagi",
		"a page at an old address still leads its readers on, a file does not; " +
			"delete that address from the aliases if nobody looks for it any more",
	},
	"target-kinds-form": {
		"tulis salah satu: folder: /var/www/etalase, sftp: nama@host/jalur, atau s3: https://host/bucket/awalan",
		"write one of: folder: /var/www/showcase, sftp: user@host/path, or s3: https://host/bucket/prefix",
	},
	"target-key-of": {"%q hanya untuk tujuan dengan %s", "%q is only for a target with %s"},
	"sftp-form": {
		"tulis seperti nama@host.example/jalur/dari/akar, " +
			"nama@host.example:2222/jalur, atau nama@host.example/~/public_html",
		"write it like user@host.example/path/from/root, " +
			"user@host.example:2222/path or user@host.example/~/public_html",
	},
	"s3-form": {
		"tulis seperti https://s3.contoh.id/bucket/awalan",
		"write it like https://s3.example.org/bucket/prefix",
	},
	"s3-bucket": {
		"nama bucket, %q, harus terdiri atas 3 sampai 63 huruf kecil a-z, angka, " +
			"tanda hubung, atau titik, dan diawali serta diakhiri huruf atau angka",
		"the bucket's name, %q, must have 3 to 63 small letters a-z, " +
			"digits, hyphens or dots, with a letter or digit at both ends",
	},
	"target-elsewhere": {
		"tulis folder di luar folder situs, misalnya ../etalase atau /var/www/etalase",
		"name a folder outside the site's own, such as ../showcase or /var/www/showcase",
	},
	"path-whole": {
		"tulis jalurnya secara lengkap, misalnya %s: /var/www/etalase, atau mulai dengan ~/ untuk folder rumah Anda",
		"write the whole path, such as %s: /var/www/etalase, or begin with ~/ for your home folder",
	},
	"target-apart": {
		"hapus salah satunya, atau beri tempat lain: yang diterbitkan ke salah satunya menggantikan yang lain",
		"delete one of the two, or put it elsewhere: what is published to the one replaces the other",
	},
	"folder-beside": {
		"tulis folder di samping yang lain, bukan di dalamnya, misalnya %s",
		"write a folder beside the other, not inside it, such as %s",
	},
	"secret-variable": {
		"hapus dari sini, isi variabel lingkungan %s sebelum menerbitkan, " +
			"dan ganti kata sandi atau kunci itu bila berkas ini pernah dibagikan",
		"delete it here, set the environment variable %s before publishing, " +
			"and change the secret if this file was ever shared",
	},
	"secret-outside": {
		"hapus dari sini; tulis dahulu nama tujuannya, lalu isi variabel lingkungan seperti BLANDONGAN_PASSWORD_NAMA",
		"delete it here; name the target first, then set an environment variable like BLANDONGAN_PASSWORD_NAME",
	},
	"key-file": {
		"tulis jalur berkas kuncinya, yang berawal dengan ~/, /, atau ./, misalnya ~/.ssh/etalase; " +
			"kunci itu sendiri tidak boleh di sini",
		"write the path of the key's file, which begins with ~/, / or ./, such as ~/.ssh/showcase; " +
			"the key itself does not belong here",
	},
	"secret-needless": {
		"hapus dari sini; tujuan berupa folder tidak memerlukannya",
		"delete it here; a folder needs none",
	},
	"article-relate": {
		"tulis kecamatan:, programs:, atau visits: agar pembaca menemukannya dari sana",
		"write kecamatan:, programs: or visits:, so that readers find it from there",
	},
	"number-drop": {
		"hapus nomor ini; bila nomor layanan, tulis di kunci contact dalam data",
		"take the number out; if it is a service's own, write it under contact in the data",
	},
	"drop-line": {"hapus baris ini", "delete this line"},
	"link-say": {
		"tautkan kata yang menyebut tujuannya, misalnya nama halaman atau dokumen itu",
		"link the words that name where it leads, such as the title of that page or document",
	},
	"evidence-newer": {
		"cari bukti yang lebih baru, atau ubah statusnya",
		"look for newer evidence, or change the status",
	},
	"publish-address": {
		"tulis alamat tempat pembaca menemukan situs ini, atau sebutkan untuk kali ini: --base-url https://…",
		"write the address at which readers find this site, or name it for this time: --base-url https://…",
	},
	"address-own": {
		"tulis alamat yang sebenarnya, tempat pembaca menemukan situs atau redaksinya",
		"write the real one, at which readers find the site or its editors",
	},
	"silence-not": {
		"perbaiki masalahnya; artinya: blandongan explain %[1]s",
		"mend the problem; what it means: blandongan explain %[1]s",
	},
	"review-again": {
		"periksa lagi, lalu tulis tanggal hari ini",
		"look at it again, then write the date of that day",
	},
	"silence-form": {
		"tulis seperti: periksa: abaikan weekday-wrong karena tanggal ini kutipan",
		"write it like: check: ignore weekday-wrong because this date is quoted",
	},
	"title-other": {"beri judul yang membedakan keduanya", "give them titles that tell them apart"},
}
