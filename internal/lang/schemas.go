package lang

// Schemas are the sentences in what other programs are told of the site's files.
var Schemas = Theme{
	"made": {
		"Dibuat oleh blandongan schema. Jangan diubah: yang berikutnya menggantinya. Hapus catatan ini untuk menyimpan perubahan.",
		"Made by blandongan schema. Do not edit: the next run replaces it. Delete this note to keep what you change.",
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
		"# Ganti OWNER/REPOSITORY dengan repositori situs ini. Berkas ini tidak ikut terbit; ia dipakai oleh halaman\n" +
			"# Decap CMS (decapcms.org), yang dipasang sendiri: index.html dan decap-cms.js di folder yang sama.\n" +
			"# Formulir membuang catatan (#) dalam berkas yang disimpannya.\n",
		"# Put this site's repository in place of OWNER/REPOSITORY. This file is not published; a page of Decap CMS\n" +
			"# (decapcms.org), which you set up yourself, uses it: index.html and decap-cms.js in the same folder.\n" +
			"# Forms drop the notes (#) in files that they save.\n",
	},
	"no-id": {
		"Tidak ada %s dengan nama ini. Bila baru dibuat, jalankan blandongan schema sekali lagi.",
		"There is no %s of this name. If it is new, run blandongan schema once more.",
	},
}
