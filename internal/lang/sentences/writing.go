package sentences

// Writing are the sentences about writing what editors own.
var Writing = Table{
	"schema-written": {"%s: ditulis", "%s: written"},
	"schema-same":    {"tidak ada yang berubah", "nothing changed"},
	"schema-kept": {
		"%s: dibiarkan, sebab bukan buatan perintah ini atau sudah diubah orang; pindahkan dahulu bila hendak diganti",
		"%s: left as it is, for this command did not make it or somebody changed it; move it away to have it replaced",
	},
	"schema-settings": {
		"%s: dibiarkan, sebab ada catatan, koma berlebih, atau kunci ganda yang akan hilang; tambahkan sendiri:",
		"%s: left as it is, for a note, a comma too many or a key written twice would be lost; add this yourself:",
	},
	"schema-left": {
		"Formulir Pages CMS tanpa kunci berikut, sebab ada daftar tanpa kurung siku atau teks yang hanya " +
			"dalam satu bahasa, yang akan hilang bila disimpan dari formulir:",
		"The forms of Pages CMS lack these keys, for there are lists without brackets or texts in one language " +
			"alone, which would be lost when a form is saved:",
	},
	"schema-extra": {
		"schema menerima satu folder, dan %q adalah yang kedua",
		"schema takes one folder, and %q is a second one",
	},
	"schema-among-site": {
		"di %s situs ini sendiri berada; pilih folder lain, misalnya %s",
		"%s is where the site itself lies; choose another folder, such as %s",
	},

	// In new files.
	"start-choices":   {"Pilihan: %s.", "One of: %s."},
	"start-there-are": {"Yang ada: %s.", "There are: %s."},
	"start-ids": {
		"Idnya harus ada di %s; yang baru: blandongan new %s.",
		"Its id must be in %s; for a new one: blandongan new %s.",
	},
	"start-needed": {"Wajib. %s", "Needed. %s"},
	"start-optional": {
		"Boleh ditambahkan: hapus tanda # di depan kuncinya, dan di depan kunci yang diisi di dalamnya. " +
			"Baris di bawah kunci menerangkan.",
		"May be added: remove the # before the key, and before those of its own keys that you fill in. " +
			"The lines below a key tell what it means.",
	},

	// Of new.
	"new-appended": {"%s ditambahkan di akhir berkas itu", "%s was added at its end"},
	"new-open": {
		"masih harus diisi: %s; selama belum terisi, tetap draf",
		"still to be filled in: %s; until then it stays a draft",
	},
	"new-arguments": {
		"tulis jenis dan judulnya, misalnya: blandongan new berita \"Keran baru\"; jenis: %s",
		"name a kind and a title, such as: blandongan new article \"A new tap\"; kinds: %s",
	},
	"new-kind":       {"tidak ada jenis %q; yang ada: %s", "there is no kind %q; there are: %s"},
	"new-no-title":   {"judulnya kosong", "the title is empty"},
	"new-long":       {"judulnya %d huruf; paling panjang %d", "the title has %d letters; %d is the most"},
	"new-code-taken": {"kode %s sudah dipakai di %s", "the code %s is already in %s"},
	"new-like": {
		"yang bernama sama sudah ada: %s; hapus salah satu bila keduanya sama",
		"there is another one of that name: %s; delete one of them if they are the same",
	},
	"new-code-elsewhere": {
		"kode %s tidak termasuk kota ini, yang kode kecamatannya berawal %s (data/city.yaml)",
		"the code %s is not in this city, whose kecamatan have codes that begin with %s (data/city.yaml)",
	},
	"new-none":      {"belum ada %s untuk disalin", "there is no %s to copy yet"},
	"new-code-kind": {"--code hanya untuk kecamatan", "--code is for a kecamatan only"},
	"new-code": {
		"%q bukan kode kecamatan; tulis seperti 12.34.56",
		"%q is no code of a kecamatan; write it like 12.34.56",
	},
	"new-no-from": {"tidak ada %q untuk disalin; yang ada: %s", "there is no %q to copy; there are: %s"},
	"new-no-copy": {
		"%q tidak dapat disalin: tulisannya tidak terbaca, atau tidak satu kunci per baris",
		"%q cannot be copied: it cannot be read, or does not have a line for each key",
	},
	"new-no-entry": {
		"%s tidak dapat ditambahi: isinya tidak terbaca; jalankan blandongan check",
		"nothing can be added to %s: it cannot be read; run blandongan check",
	},
	"new-by-hand": {
		"%s ditulis dalam kurung kurawal; tambahkan sendiri di baris %d, di depan } yang terakhir: %s",
		"%s is written in braces; add this yourself in line %d, before the last }: %s",
	},
	"new-open-failed": {"%s sudah ditulis, tetapi tidak dapat dibuka: %s", "%s was written, but cannot be opened: %s"},
	"new-no-editor": {
		"%s sudah ditulis, tetapi di sini tidak ada program yang membukanya; buka sendiri berkas itu, " +
			"atau sebutkan editornya: EDITOR=NAMA blandongan new … --open",
		"%s was written, but no program here opens it; open that file yourself, " +
			"or name an editor: EDITOR=NAME blandongan new … --open",
	},

	// Of init.
	"init-argument": {
		"sebutkan satu folder untuk situs barunya, misalnya: blandongan init etalase",
		"name one folder for the new site, such as: blandongan init showcase",
	},
	"init-lacks": {"sebutkan juga %s", "say %s too"},
	"init-code": {
		"%q bukan kode kota atau kabupaten; tulis seperti 12.34",
		"%q is no code of a city or regency; write it like 12.34",
	},
	"init-province": {
		"%s: tidak ada provinsi berkode %q; yang ada: %s. " +
			"Bila provinsinya memang lain, sebutkan dengan --province NAMA",
		"%s: no province has the code %q; there are: %s. " +
			"If the province is another one, name it by --province NAME",
	},
	"init-email": {
		"%q bukan alamat surel; tulis seperti redaksi@contoh.id",
		"%q is no e-mail address; write it like editors@example.org",
	},
	"init-no-name": {
		"nama kota atau kabupatennya belum ada (--name)",
		"the city's or regency's name is missing (--name)",
	},
	"init-row-no-name": {
		"baris %[1]d dilewati: %[2]s tidak bernama",
		"line %[1]d is left out: %[2]s has no name",
	},
	"init-row-code": {
		"baris %[1]d dilewati: %[2]q bukan kode kecamatan (12.34.56) atau kelurahan (12.34.56.1001)",
		"line %[1]d is left out: %[2]q is no code of a kecamatan (12.34.56) or kelurahan (12.34.56.1001)",
	},
	"init-row-twice": {
		"baris %[1]d dilewati: %[2]s di sini bernama %[3]s, tetapi sebelumnya %[4]s",
		"line %[1]d is left out: %[2]s is called %[3]s here, but %[4]s before",
	},
	"init-row-no-kecamatan": {
		"baris %[1]d dilewati: %[3]s (%[2]s) termasuk kecamatan %[4]s, yang tidak punya baris sendiri",
		"line %[1]d is left out: %[3]s (%[2]s) is of the kecamatan %[4]s, which has no line of its own",
	},
	"init-row-unclosed": {
		"baris %[1]d: tanda kutipnya tidak ditutup, sehingga baris di bawahnya tidak terbaca",
		"line %[1]d: its quotation mark is not closed, so the lines below it are not read",
	},
	"init-row-same-name": {
		"baris %[1]d: sudah ada yang bernama %[3]s, jadi %[2]s dinamai %[4]q; periksa kedua barisnya",
		"line %[1]d: there is a %[3]s already, so %[2]s is called %[4]q; look at both lines",
	},
	"init-row-commas": {
		"baris %[1]d dilewati: kode %[2]s ditulis dengan koma, yang di sini memisahkan sel; tulis dengan titik",
		"line %[1]d is left out: the code %[2]s has commas, which part the cells here; write it with dots",
	},
	"init-row-control": {
		"baris %[1]d dilewati: nama %[2]s berisi tanda yang tidak tampak; ketik ulang namanya",
		"line %[1]d is left out: the name of %[2]s has signs that nobody sees; type it anew",
	},
	"init-row-long": {
		"baris %[1]d dilewati: nama %[2]s terlalu panjang (%[3]s…)",
		"line %[1]d is left out: the name of %[2]s is too long (%[3]s…)",
	},
	"init-commas": {
		"kode di %s ditulis dengan koma (12,34,56), yang di sana memisahkan sel; tulis dengan titik: 12.34.56",
		"the codes in %s have commas (12,34,56), which part the cells there; write them with dots: 12.34.56",
	},
	"init-odd-name": {"%q bukan nama: tidak ada hurufnya", "%q is no name: it has no letters"},
	"init-path-name": {
		"%q adalah nama berkas atau folder, bukan nama kota atau daerah; tulis namanya saja, misalnya Kota Contoh",
		"%q is the name of a file or folder, and no city's or region's; write the name alone, such as Kota Contoh",
	},
	"init-odd-list": {"%s bukan berkas biasa; sebutkan sebuah CSV", "%s is no plain file; name a CSV"},
	"init-big-list": {
		"%s lebih besar daripada %d MiB; sebutkan daftar kode wilayah saja",
		"%s is larger than %d MiB; name a list of area codes alone",
	},
	"init-rows-more": {"dan %d baris lagi", "and %d more lines"},
	"init-language": {
		"bahasa situs yang baru: id atau en, bukan %q",
		"the language of a new site is id or en, not %q",
	},
	"init-no-rows": {
		"%s tidak memuat kecamatan dengan kode yang berawal %s; " +
			"tiap kecamatan perlu barisnya sendiri, misalnya %[2]s.01,Nama",
		"%s has no kecamatan with a code that begins with %s; each needs a line of its own, such as %[2]s.01,Name",
	},
	"init-empty": {"%s kosong", "%s is empty"},
	"init-workbook": {
		"%s adalah buku kerja (.xlsx), walau namanya lain; buka dengan lembar sebar, lalu simpan sebagai CSV",
		"%s is a workbook (.xlsx), whatever its name says; open it with a spreadsheet, then save it as CSV",
	},
	"init-unclosed": {
		"%s, baris %d: tanda kutipnya tidak ditutup, sehingga baris di bawahnya tidak terbaca",
		"%s, line %d: its quotation mark is not closed, so the lines below it are not read",
	},
	"init-rounded": {
		"kode di %s diubah menjadi bilangan oleh lembar sebar (1,57E+09): di sana, jadikan kolom kode teks, lalu " +
			"simpan lagi",
		"a spreadsheet made numbers of the codes in %s (1.57E+09): make their column text there, then save again",
	},
	"init-colour": {
		"%q bukan warna; tulis seperti #7b2a93",
		"%q is no colour; write it like #7b2a93",
	},
	"init-poor-colour": {
		"warna %s terlalu terang untuk dibaca di atas putih (%s banding 1, harus 4.5); yang terdekat dan cukup: %s",
		"the colour %s is too light to be read on white (%s to 1, must be 4.5); the nearest that will do: %s",
	},
	"init-poor-accent": {
		"warna kedua %s tidak menonjol dari yang pertama (%s banding 1, harus 3); yang terdekat dan cukup: %s",
		"the second colour %s does not stand out from the first (%s to 1, must be 3); the nearest that will do: %s",
	},
	"init-ask-code": {
		"Kode kota atau kabupaten menurut Kementerian Dalam Negeri (12.34): ",
		"The city's or regency's code of the Ministry of Home Affairs (12.34): ",
	},
	"init-ask-from-csv": {
		"Berkas CSV berisi kode dan nama kecamatan dan kelurahan, satu di tiap baris (kosongkan bila tidak ada): ",
		"A CSV file with codes and names of kecamatan and kelurahan, one in each line (leave empty without one): ",
	},
	"init-ask-name":     {"Nama kota atau kabupaten (Kota Contoh): ", "The city's or regency's name (Kota Contoh): "},
	"init-ask-language": {"Bahasa situs, id atau en [id]: ", "The site's language, id or en [id]: "},
	"init-ask-colour": {
		"Warna utama, misalnya #0a6b3d (kosongkan untuk warna bawaan): ",
		"Main colour, such as #0a6b3d (leave empty for the program's own): ",
	},
	"init-ask-accent": {
		"Warna kedua, untuk di atas yang pertama [#f3bf4f]: ",
		"Second colour, to stand on the first [#f3bf4f]: ",
	},
	"init-made": {
		"%s: %d kecamatan, %d kelurahan atau desa; %d berkas di %s",
		"%s: %d kecamatan, %d kelurahan or desa; %d files in %s",
	},
	"init-no-kecamatan": {
		"Belum ada kecamatan. Tambahkan masing-masing: blandongan --root %s new kecamatan \"Nama\" --code %s.01",
		"There is no kecamatan yet. Add each: blandongan --root %s new kecamatan \"Name\" --code %s.01",
	},
	"init-left":     {"%s sudah ada dan dibiarkan", "%s was there already and is left as it is"},
	"init-examples": {"Ganti yang masih contoh di %s: %s", "Replace what is an example in %s: %s"},
	"init-next": {
		"Melihat situs sambil menulis: blandongan --root %[1]s watch --open\n" +
			"Memeriksa semua tulisan: blandongan --root %[1]s check\n" +
			"Panduan untuk redaksi: blandongan --root %[1]s guide",
		"To see the site while writing: blandongan --root %[1]s watch --open\n" +
			"To check all texts: blandongan --root %[1]s check\n" +
			"A guide for editors: blandongan --root %[1]s guide",
	},

	"author-exists": {
		"%s sudah ada; tidak ada yang ditulis di atasnya",
		"%s is there already; nothing is written over it",
	},
	"author-changed": {
		"%s berubah sejak dibaca; tidak diubah, jalankan sekali lagi",
		"%s changed since it was read; it is left as it is, run this once more",
	},
	"author-outside": {"%s tidak berada di dalam folder situs", "%s does not lie in the site's folder"},
	"author-linked": {
		"%s tidak ditulis: di jalan ke sana ada tautan ke tempat lain",
		"%s is not written: on the way there is a link to another place",
	},
	"author-in-way": {
		"%s tidak ditulis: yang ada di sana bukan folder atau bukan berkas biasa",
		"%s is not written: what lies there is no folder, or no plain file",
	},
	"author-read-only": {
		"%s hanya boleh dibaca; izinkan penulisan dahulu",
		"%s may only be read; allow writing first",
	},
	"author-busy": {
		"%s sedang ditulis oleh program lain; coba sebentar lagi",
		"another program is writing %s; try again in a moment",
	},
}

// Schemas are the sentences in what other programs are told of the site's files.
var Schemas = Table{
	"made": {
		"Dibuat oleh blandongan schema, yang memperbaruinya tiap kali selama tidak ada yang mengubahnya.",
		"Made by blandongan schema, which renews it at each run as long as nobody changes it.",
	},
	"unfilled":    {"belum diisi", "yet to be filled"},
	"translation": {"terjemahan", "translation"},
	"write-like":  {"tulis seperti: %s", "write it like: %s"},
	"nothing":     {"isinya kosong", "nothing is written here"},
	"one-word": {
		"beberapa kata ditulis sebagai daftar: [satu, dua]",
		"several are written as a list: [one, two]",
	},
	"body":           {"Isi", "Text"},
	"files":          {"Kota dan situs", "City and site"},
	"pictures-news":  {"Gambar di samping berita", "Pictures beside articles"},
	"pictures-files": {"Gambar lain", "Other pictures"},
	"decap-note": {
		"# Tulis repositori situs ini di bagian backend: bagian itu milik Anda dan tetap seperti Anda tulis.\n" +
			"# Berkas ini tidak ikut terbit; ia dipakai halaman Decap CMS (decapcms.org), yang dipasang sendiri:\n" +
			"# index.html dan decap-cms.js di folder yang sama.\n" +
			"# Formulir membuang catatan (#) dalam berkas yang disimpannya.\n",
		"# Name this site's repository in the part backend: that part is yours, and stays as you write it.\n" +
			"# This file is not published; a page of Decap CMS (decapcms.org), which you set up yourself, uses it:\n" +
			"# index.html and decap-cms.js in the same folder.\n" +
			"# Forms drop the notes (#) in files that they save.\n",
	},
	"no-id": {
		"Tidak ada %s dengan nama ini. Bila baru dibuat, jalankan blandongan schema sekali lagi.",
		"There is no %s of this name. If it is new, run blandongan schema once more.",
	},
}
