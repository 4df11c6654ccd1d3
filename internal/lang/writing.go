package lang

// writing are the sentences about writing what editors own.
var writing = Theme{
	// In new files.
	"start-choices":   {"Pilihan: %s.", "One of: %s."},
	"start-there-are": {"Yang ada: %s.", "There are: %s."},
	"start-optional": {
		"Boleh ditambahkan: hapus tanda # di depan kuncinya. Baris di bawahnya menerangkan.",
		"May be added: remove the # before the key. The line below tells what it means.",
	},

	// Of new.
	"new-appended": {"%s ditambahkan di akhir berkas itu", "%s was added at its end"},
	"new-open": {
		"masih harus diisi: %s; sampai itu terisi, ini tetap draf",
		"still to be filled in: %s; until then it stays a draft",
	},
	"new-arguments": {
		"tulis jenis dan judulnya, misalnya: blandongan new berita \"Keran baru\"; jenis: %s",
		"name a kind and a title, such as: blandongan new article \"A new tap\"; kinds: %s",
	},
	"new-kind":     {"tidak ada jenis %q; yang ada: %s", "there is no kind %q; there are: %s"},
	"new-no-title": {"judulnya kosong", "the title is empty"},
	"new-long":     {"judulnya %d huruf; paling panjang %d", "the title has %d letters; %d is the most"},
	"new-code-kind": {
		"--code hanya untuk kecamatan",
		"--code is for a kecamatan only",
	},
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
	"new-open-failed": {"%s sudah ditulis, tetapi tidak dapat dibuka: %s", "%s was written, but cannot be opened: %s"},

	"author-exists": {
		"%s sudah ada; tidak ada yang ditulis di atasnya",
		"%s is there already; nothing is written over it",
	},
	"author-changed": {
		"%s berubah sejak dibaca; tidak diubah, jalankan sekali lagi",
		"%s changed since it was read; it is left as it is, run this once more",
	},
	"author-outside": {
		"%s tidak berada di dalam folder situs",
		"%s does not lie in the site's folder",
	},
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
