package sentences

// Building are the sentences of build, and what is said whatever the command.
var Building = Table{
	"built": {
		"%d halaman, %d berkas; %d ditulis, %d dihapus; %s detik",
		"%d pages, %d files; %d written, %d removed; %s seconds",
	},
	"failed":       {"%s, %s; tidak ada yang ditulis", "%s, %s; nothing was written"},
	"future":       {"%s belum waktunya terbit; berikutnya %s", "%s not due yet; the next %s"},
	"errors":       {"%d galat", "%d errors"},
	"errors-one":   {"%d galat", "%d error"},
	"warnings":     {"%d peringatan", "%d warnings"},
	"warnings-one": {"%d peringatan", "%d warning"},
	"drafts":       {"%d draf tidak diterbitkan", "%d drafts not published"},
	"drafts-one":   {"%d draf tidak diterbitkan", "%d draft not published"},
	"drafts-built": {
		"draf ikut dibangun: folder ini untuk dilihat sendiri, jangan disalin ke tempat pembaca",
		"drafts were built too: this folder is for yourself, do not copy it to where readers are",
	},
	"articles":     {"%d berita", "%d articles"},
	"articles-one": {"%d berita", "%d article"},

	// What lacks a language.
	"missing-file": {"tidak ada %s", "there is no %s"},
	"missing-path": {"%s: %s dari %s (%s %%)", "%s: %s of %s (%s%%)"},
	"missing-all": {
		"Diterjemahkan: %s dari %s teks (%s %%)",
		"Translated: %s of %s texts (%s%%)",
	},
	"missing-language": {
		"situs ini tidak memiliki bahasa %q; bila memang dimaksud, tulis di %s: languages: [%s]",
		"the site has no language %q; if it is to have it, write in %s: languages: [%s]",
	},
	"missing-no-language": {
		"%q bukan kode bahasa; situs ini memiliki: %s",
		"%q is not a language code; the site has: %s",
	},

	// Why what was remembered is of no use.
	"memory-used": {"ingatan dari build sebelumnya dipakai", "what an earlier build remembered is used"},
	"memory-none": {"tidak ada ingatan dari build sebelumnya", "there is nothing that an earlier build remembered"},
	"memory-unused": {
		"ingatan dari build sebelumnya tidak dipakai: %s",
		"what an earlier build remembered is not used: %s",
	},
	"unused-program": {"ditulis oleh program lain", "another program wrote it"},
	"unused-address": {
		"untuk alamat lain, atau dengan pilihan draf lain",
		"it is of another address, or of another choice of drafts",
	},
	"unused-damaged": {
		"rusak, atau bukan tentang isi folder ini sekarang",
		"it is damaged, or not of what lies in the folder now",
	},
	"unused-room":  {"disk tidak cukup untuknya dan situs", "the disk has no room for both it and the site"},
	"unused-fresh": {"diminta dengan --fresh", "--fresh asks for that"},

	// Why a file was made.
	"why-new":      {"baru", "new"},
	"why-view":     {"isinya berubah", "what it shows changed"},
	"why-template": {"templatnya berubah", "a template of it changed"},
	"why-changed":  {"isinya di folder keluaran lain", "other bytes lay in the output folder"},

	// What ends it.
	"build-argument": {"build tidak memakai keterangan lain: %q", "build takes no argument: %q"},
	"epoch": {
		"SOURCE_DATE_EPOCH berisi %q, bukan jumlah detik",
		"SOURCE_DATE_EPOCH is %q, not a number of seconds",
	},
	"no-folder":         {"folder %s tidak ada", "there is no folder %s"},
	"folder-unreadable": {"folder %s tidak dapat dibaca", "the folder %s cannot be read"},
	"not-a-folder":      {"%s bukan folder", "%s is not a folder"},
	"site-misspelt":     {"%s tidak dibaca; ganti namanya menjadi %s", "%s is not read; rename it to %s"},
	"no-site": {
		"%s tidak ada di sini atau di folder di atasnya; sebutkan folder situs dengan --root FOLDER. " +
			"Untuk situs baru: blandongan init FOLDER; atau tulis berkas itu dengan kunci ini, satu per baris: %s",
		"no %s here or in a folder above; name the site's folder with --root DIR. " +
			"For a new site: blandongan init DIR; or write that file with these keys, one line each: %s",
	},
	"out-holds-site": {
		"folder keluaran %s memuat berkas situs sendiri; pilih yang lain dengan --out",
		"the output folder %s holds the site's own files; choose another with --out",
	},
	"out-among-site": {
		"folder keluaran %s ada di antara berkas situs sendiri; pilih yang lain dengan --out",
		"the output folder %s is among the site's own files; choose another with --out",
	},
	"link-nowhere": {"tautan %s tidak menuju ke mana pun", "the link %s leads nowhere"},
	"base-url": {
		"%q tidak dapat mengawali semua alamat situs; tulis seperti https://contoh.id/ atau https://contoh.id/kota/",
		"%q cannot begin all addresses of a site; write it like https://example.org/ or https://example.org/city/",
	},
	"unknown-command": {
		"perintah %q tidak dikenal; lihat blandongan --help",
		"unknown command %q; see blandongan --help",
	},
	"unknown-language": {"%q bukan bahasa pesan: id, en", "%q is not a language of messages: id, en"},
	"out-busy": {
		"folder hasilnya sedang dipakai %[1]s, mungkin blandongan watch di terminal lain; " +
			"hentikan dengan Ctrl+C di sana lalu jalankan lagi%[2]s",
		"%[1]s is using the output folder, perhaps blandongan watch in another terminal; " +
			"end it there with Ctrl+C and run this again%[2]s",
	},
	"out-busy-fit": {
		", atau biarkan saja: selama watch berjalan hasilnya selalu yang terbaru, " +
			"dan publish TUJUAN --no-build mengirimnya",
		", or let it be: while watch runs what it makes is always the newest, and publish TARGET --no-build sends it",
	},
	"out-busy-drafts": {
		"; draf ikut di dalamnya, jadi folder itu tidak untuk diterbitkan",
		"; drafts are among what it makes, so that folder is not for publishing",
	},
	"process":       {"proses %d", "process %d"},
	"process-other": {"proses lain", "another process"},
	"half-written": {
		"%s\n%s mungkin kini sebagian baru dan sebagian lama; setiap berkasnya utuh. " +
			"Sesudah itu dibereskan, jalankan build lagi: sisanya diselesaikan",
		"%s\n%s may now be partly new and partly old; each file is whole. " +
			"When this is mended, run build again: it finishes the work",
	},
	"manifest-broken": {
		"catatan %[1]s/.blandongan/manifest rusak, atau dari versi program yang lebih baru; hapus folder %[1]s bila " +
			"semua isinya hasil pembangunan, lalu bangun lagi, atau bangun ke folder lain dengan --out",
		"%[1]s/.blandongan/manifest is damaged, or of a newer version of this program; delete the folder %[1]s if " +
			"all in it was built, then build again, or build into another folder with --out",
	},

	// Of wrong flags the library says this in English, and more of a wrong value.
	"flag-unknown":     {"pilihan --%s tidak dikenal; lihat blandongan --help", "flag provided but not defined: -%s"},
	"flag-needs-value": {"pilihan --%s perlu nilai", "flag needs an argument: -%s"},
	"flag-value":       {"pilihan --%[2]s tidak dapat bernilai \"%[1]s\"", "invalid value \"%[1]s\" for flag -%[2]s"},
}

// Watching are the sentences of watch.
var Watching = Table{
	"watch-made":    {"%s → %s, %d ms", "%s → %s, %d ms"},
	"watch-failed":  {"%s → %s; situs terakhir yang benar tetap tampil", "%s → %s; the last good site stays"},
	"watch-mended":  {"semua galat sudah diperbaiki", "all errors are mended"},
	"watch-nothing": {"tidak ada yang berubah", "nothing changed"},
	"watch-again": {
		"seperti tadi: %s di %s; blandongan check menampilkan semuanya lagi",
		"as before: %s in %s; blandongan check shows all of it again",
	},
	"watch-hour":    {"waktunya tiba", "the time has come"},
	"watch-files":   {"%s dan %d berkas lain", "%s and %d more files"},
	"watch-some":    {"beberapa berkas", "some files"},
	"watch-machine": {"situs tidak dapat dibangun: %s", "the site cannot be built: %s"},
	"watch-serving": {"situs terbuka di %s", "the site is open at %s"},
	"watch-taken":   {"alamat %s sedang dipakai program lain", "another program uses %s"},
	"watch-network": {
		"perhatian: semua orang di jaringan ini dapat membuka situs ini, juga draf bila ditampilkan",
		"careful: everybody on this network can open the site, drafts too if they are shown",
	},
	"watch-stop": {
		"simpan berkas untuk melihat perubahannya; Ctrl+C untuk berhenti",
		"save a file to see what it changes; Ctrl+C to stop",
	},
	"watch-mute": {"disk ini tidak memberi tahu setiap perubahan", "this disk does not tell of every change"},
	"watch-limit": {
		"sistem tidak mengizinkan memantau folder sebanyak ini",
		"the system does not let us watch so many folders",
	},
	"watch-polls": {
		"berkas diperiksa berkala, jadi perubahan tampil sedikit lebih lambat",
		"files are looked at again and again, so changes show a little later",
	},
	"watch-no-browser":  {"peramban tidak dapat dibuka: %s", "no browser could be opened: %s"},
	"watch-written":     {"%d berkas situs berubah", "%d files of the site changed"},
	"watch-written-one": {"%d berkas situs berubah", "%d file of the site changed"},
	"lsp-argument":      {"lsp tidak memakai keterangan lain: %q", "lsp takes no argument: %q"},
	"watch-argument":    {"watch tidak memakai keterangan lain: %q", "watch takes no argument: %q"},
}
