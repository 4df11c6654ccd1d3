package lang

// writing are the sentences about writing what editors own.
var writing = Theme{
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
