package sentences

// Helping are the sentences of --help.
var Helping = Table{
	"help-name":           {"NAMA", "NAME"},
	"help-usage":          {"PEMAKAIAN", "USAGE"},
	"help-version":        {"VERSI", "VERSION"},
	"help-commands":       {"PERINTAH", "COMMANDS"},
	"help-options":        {"PILIHAN", "OPTIONS"},
	"help-global-options": {"PILIHAN SEMUA PERINTAH", "GLOBAL OPTIONS"},

	"usage": {
		"blandongan [pilihan semua perintah] [perintah [pilihan perintah]]",
		"blandongan [global options] [command [command options]]",
	},
	"usage-build":   {"blandongan build [pilihan]", "blandongan build [options]"},
	"usage-schema":  {"blandongan schema [FOLDER]", "blandongan schema [DIR]"},
	"usage-lsp":     {"blandongan lsp", "blandongan lsp"},
	"usage-watch":   {"blandongan watch [pilihan]", "blandongan watch [options]"},
	"usage-new":     {"blandongan new [pilihan] JENIS JUDUL", "blandongan new [options] KIND TITLE"},
	"usage-init":    {"blandongan init [pilihan] FOLDER", "blandongan init [options] DIR"},
	"usage-publish": {"blandongan publish [pilihan] TUJUAN", "blandongan publish [options] TARGET"},

	"command": {
		"mengubah data dan berita sebuah kota menjadi etalase untuk umum",
		"turns a city's facts and news into a public showcase",
	},
	"command-build": {"data + content + templates → public/", "data + content + templates → public/"},
	"command-lsp": {
		"server bahasa untuk program penyunting: masalah, pelengkap, dan keterangan selagi menulis",
		"language server for editors: problems, completions and explanations while writing",
	},
	"command-watch": {
		"membangun situs setiap kali berkas disimpan, dan menampilkannya di peramban",
		"build after every save, and show the site in the browser",
	},
	"command-init": {
		"memulai etalase sebuah kota di folder baru",
		"begin the showcase of a city in a new folder",
	},
	"command-new": {
		"membuat berkas baru: berita, halaman, kecamatan, program, kunjungan, adopsi, sumber, atau indikator",
		"make a new file: article, page, kecamatan, program, visit, adoption, source or indicator",
	},
	"command-publish": {
		"mengirim hasilnya ke tempat pengunjung membacanya",
		"put the built site where visitors read it",
	},
	"command-schema": {
		"menulis skema dan formulir bagi penyunting lain: VS Code, Pages CMS, Decap CMS",
		"write schemas and forms for other editors: VS Code, Pages CMS, Decap CMS",
	},
	"command-help": {
		"menampilkan daftar perintah, atau keterangan satu perintah",
		"Shows a list of commands or help for one command",
	},

	// A name between backquotes stands behind the option for its value.
	"option-root": {
		"`FOLDER` situs (bila tidak disebut: folder terdekat di sini atau di atasnya yang memuat data/site.yaml)",
		"the site's `DIR` (default: the nearest folder upward with data/site.yaml)",
	},
	"option-lang": {
		"`BAHASA` pesan, id atau en (bila tidak disebut: bahasa situs)",
		"language of messages, id or en (default: the site's)",
	},
	"option-from": {
		"salin bentuk yang sudah ada, `ID`-nya; isinya sendiri masih harus ditulis",
		"copy the form of the one that has this `ID`; what is its own is left to be written",
	},
	"option-code": {
		"`KODE` wilayah menurut Kementerian Dalam Negeri",
		"the region's `CODE` of the Ministry of Home Affairs",
	},
	"option-open-new": {
		"buka di penyunting ($VISUAL, $EDITOR, atau milik sistem)",
		"open it in an editor ($VISUAL, $EDITOR, or the system's)",
	},
	"option-name": {"`NAMA` kota atau kabupaten", "the city's or regency's `NAME`"},
	"option-province": {
		"`NAMA` provinsi (bila tidak disebut: menurut kode)",
		"the province's `NAME` (default: by its code)",
	},
	"option-language": {
		"`BAHASA` situs, id atau en (bila tidak disebut: id)",
		"`LANGUAGE` of the site, id or en (default: id)",
	},
	"option-from-csv": {
		"`BERKAS` CSV: di tiap baris kode dan nama, dari kecamatan (12.34.56) atau kelurahan (12.34.56.1001)",
		"CSV `FILE`: in each line code and name, of a kecamatan (12.34.56) or a kelurahan (12.34.56.1001)",
	},
	"option-colour":  {"`WARNA` utama, misalnya #0a6b3d", "main `COLOUR`, such as #0a6b3d"},
	"option-accent":  {"`WARNA` kedua, yang menonjol di atas yang pertama", "second `COLOUR`, to stand on the first"},
	"option-version": {"tampilkan versi program", "print the version"},
	"option-help":    {"tampilkan keterangan ini", "show help"},
	"option-out": {
		"`FOLDER` hasilnya (bila tidak disebut: public/ di folder situs)",
		"output `DIR` (default: public/ in the site's folder)",
	},
	"option-base-url": {
		"`ALAMAT` situs yang terbit (bila tidak disebut: base_url di data/site.yaml)",
		"`URL` of the published site (default: base_url of data/site.yaml)",
	},
	"option-base-url-new": {
		"`ALAMAT` situs yang akan terbit (bila tidak disebut: contoh, yang kelak diganti di data/site.yaml)",
		"`URL` at which the site will be (default: an example, to be replaced in data/site.yaml)",
	},
	"option-email": {
		"`SUREL` redaksi (bila tidak disebut: contoh, yang kelak diganti di data/site.yaml)",
		"`ADDRESS` to which readers write (default: an example, to be replaced in data/site.yaml)",
	},
	"option-drafts": {
		"terbitkan juga draf dan berita yang belum waktunya",
		"also publish drafts and articles of the future",
	},
	"option-explain": {"sebutkan alasan setiap berkas dibuat", "say of every file that was made why"},
	"option-fresh": {
		"jangan pakai yang diingat dari pembangunan sebelumnya",
		"do not use what is remembered of earlier builds",
	},
	"option-missing": {
		"sebutkan teks yang belum ada dalam `BAHASA` itu, dan berapa bagian yang sudah; tidak ada yang dibangun",
		"list the texts that are not in that `LANGUAGE` yet, and the share that is; nothing is built",
	},
	"option-addr": {
		"`HOST:PORT` tempat situs dibuka (bila tidak disebut: 127.0.0.1:8080, atau port berikutnya yang bebas)",
		"`HOST:PORT` to serve at (default: 127.0.0.1:8080, or the next free port)",
	},
	"option-network": {
		"izinkan komputer lain di jaringan membuka situs ini",
		"let other machines on the network open the site",
	},
	"option-open": {"buka situs di peramban", "open the site in the browser"},
	"option-dry-run": {
		"tampilkan rencana, tanpa mengubah apa pun di tujuan",
		"show the plan, and change nothing on the target",
	},
	"option-explain-plan": {
		"tampilkan setiap berkas dalam rencana, dengan alasannya",
		"show every file of the plan, and why it is in it",
	},
	"option-yes":      {"jangan bertanya sebelum mengirim", "do not ask before sending"},
	"option-no-build": {"kirim folder hasilnya seperti adanya", "send the output folder as it is"},
	"option-overwrite": {
		"ganti berkas di tujuan yang bukan milik kita, bila situs memerlukan tempatnya",
		"replace files on the target that are not ours, where the site needs their place",
	},
	"option-remove-many": {
		"hapus berkas, juga bila lebih dari seperempat situs atau satu bagian seluruhnya",
		"remove files, also more than a quarter of the site, or a whole section",
	},
	"option-verify": {
		"sesudahnya ambil setiap berkas seperti pengunjung, bukan hanya sebagian yang dikirim",
		"afterwards fetch every file as visitors do, not only some of those sent",
	},
	"option-no-verify": {"sesudahnya jangan mengambil apa pun", "afterwards fetch nothing"},
	"option-rollback": {
		"tampilkan kepada pengunjung rilis sebelum yang sekarang",
		"show visitors the release before the present one",
	},
	"option-write-config": {
		"tulis yang harus diketahui server web atau layanan: " +
			"`HOST` ialah nginx, caddy, apache, netlify, cloudflare, github, atau gitlab",
		"write what a web server or service must be told: " +
			"`HOST` is nginx, caddy, apache, netlify, cloudflare, github or gitlab",
	},
	"option-trust": {
		"tampilkan kunci server SFTP yang baru pertama kali ditemui, dan simpan",
		"show the key of an SFTP server that is met for the first time, and keep it",
	},
}

// Guide are the sentences of the editors' guide that stand between what declarations and
// explanations say themselves.
var Guide = Table{
	"fields": {"Semua isian", "Every field"},
	"fields-summary": {
		"Apa yang dapat ditulis di setiap berkas, kunci demi kunci.",
		"What may be written in each file, key by key.",
	},
	"fields-lead": {
		"Kunci yang **tebal** harus diisi; yang lain ditulis bila ada. Kunci lain ditolak, dengan saran " +
			"kunci yang dimaksud. Cara bekerja diceritakan dalam [panduan redaksi](page:%s).",
		"Keys in **bold** must be there; the others are written if there is something to say. Any other key " +
			"is refused, with the one that was meant. How to work is told in the [guide for editors](page:%s).",
	},
	"fields-folder": {
		"Satu berkas di `%[2]s` untuk tiap %[1]s; nama berkasnya berakhiran `%[3]s`.",
		"One file in `%[2]s` for each %[1]s; its name ends in `%[3]s`.",
	},
	"fields-keyed": {
		"Semuanya dalam `%s`, masing-masing di bawah namanya sendiri.",
		"All in `%s`, each below its own name.",
	},
	"fields-file":      {"Berkasnya `%s`.", "The file is `%s`."},
	"fields-head":      {"| Kunci | Isinya |", "| Key | What it holds |"},
	"fields-inside":    {"Isian dalam `%s`", "Inside of `%s`"},
	"fields-inside-of": {"Isian dalam `%s` pada %s", "Inside of `%s` of %s"},
	"fields-see":       {"Lihat [%s](#%s).", "See [%s](#%s)."},
	"fields-values":    {"Pilihan untuk `%s`:", "Choices for `%s`:"},

	"checks": {"Semua yang diperiksa", "Everything that is checked"},
	"checks-summary": {
		"Setiap pesan dan setiap aturan: artinya, contoh yang salah, dan contoh yang benar.",
		"Each message and each rule: what it means, with a bad and a good example.",
	},
	"checks-lead": {
		"Kata dalam kurung siku pada sebuah pesan ialah namanya. *Galat* menghentikan pembangunan situs, " +
			"*peringatan* dan *catatan* tidak. Aturan dapat didiamkan dengan alasan; caranya ada dalam " +
			"[panduan redaksi](page:%s).",
		"The word in brackets of a message is its name. An *error* stops the build, *warnings* and *notes* do " +
			"not. A rule can be silenced with a reason; how, is told in the [guide for editors](page:%s).",
	},
	"checks-part": {"Yang diperiksa: %s", "What is checked: %s"},
	"checks-part-summary": {
		"Pesan dan aturan kelompok \"%s\", masing-masing dengan contoh.",
		"Messages and rules of the group \"%s\", each with an example.",
	},
	"checks-back": {
		"Kembali ke [semua yang diperiksa](page:%s).",
		"Back to [everything that is checked](page:%s).",
	},
	"checks-bad":  {"Salah, di `%s`:", "Bad, in `%s`:"},
	"checks-good": {"Benar, di `%s`:", "Good, in `%s`:"},
	"checks-rule": {"%s, aturan", "%s, a rule"},
}
