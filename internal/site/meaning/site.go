package meaning

var config = keys{
	"title": {
		"Nama situs, seperti tampil di kepala setiap halaman.",
		"The site's name, as it shows at the head of every page.",
	},
	"base_url": {
		"Alamat situs, lengkap: `https://contoh.id/`.",
		"The site's address, complete: `https://contoh.id/`.",
	},
	"language": {
		"Bahasa situs: `id` untuk bahasa Indonesia, `en` untuk bahasa Inggris. Setiap teks harus ada dalam bahasa ini.",
		"The site's language: `id` for Indonesian, `en` for English. Every text must exist in it.",
	},
	"languages": {
		"Semua bahasa situs, bila lebih dari satu: `[id, en]`.",
		"All languages of the site, where there are several: `[id, en]`.",
	},
	"time_zone": {
		"Zona waktu: `Asia/Jakarta`, `Asia/Makassar`, atau `Asia/Jayapura`.",
		"The time zone: `Asia/Jakarta`, `Asia/Makassar` or `Asia/Jayapura`.",
	},
	"publisher": {"Siapa yang menerbitkan situs ini.", "Who publishes the site."},
	"contact":   {"Ke mana pembaca menulis.", "Where readers write to."},
	"licence":   {"Syarat memakai ulang teks dan data situs ini.", "On what terms its texts and data may be reused."},
	"navigation": {
		"Isi menu utama, menurut urutannya. Bila kosong, menu memuat semua bagian yang ada isinya.",
		"The main menu, in its order. Without it the menu has all sections that hold something.",
	},
	"description": {
		"Tentang apa situs ini, satu atau dua kalimat. Tampil di halaman depan dan di mesin pencari.",
		"What the site is about, in a sentence or two. It shows on the front page and in search engines.",
	},
	"question": {
		"Pertanyaan bagi pembaca di halaman depan, sebagai pengganti nama situs.",
		"What the front page asks its readers, in place of the site's name.",
	},
	"notice": {
		"Sebaris keterangan di setiap halaman: situs siapa ini, atau bukan siapa.",
		"A line on every page: whose site this is, or is not.",
	},
}

var publisher = keys{
	"name": {"Nama lembaga atau redaksi.", "The name of the office or desk."},
	"url": {
		"Alamat web lembaganya. Tidak perlu bila tidak ada.",
		"Its web address. Leave it out where there is none.",
	},
	"desks": {
		"Nama yang dipakai redaksi sendiri sebagai penulis berita; nama lain dianggap nama orang.",
		"Names under which the desk itself signs articles; any other is taken for a person's.",
	},
}

var siteContact = keys{
	"email":   {"Alamat surel redaksi.", "The desk's e-mail address."},
	"phone":   phone,
	"address": {"Alamat kantor redaksi.", "The desk's street address."},
	"url":     {"Halaman web untuk menghubungi redaksi.", "A web page for reaching the desk."},
	"note": {
		"Catatan di samping kontak, misalnya untuk apa ia dipakai.",
		"A note beside the contact, such as what it is for.",
	},
}

var licence = keys{
	"name": {"Nama lisensi, misalnya `CC BY 4.0`.", "The licence's name, such as `CC BY 4.0`."},
	"url":  {"Alamat web naskah lisensinya.", "The web address of the licence's text."},
}

var signpost = keys{
	"label": {"Tulisan di menu, satu atau dua kata.", "What the menu says, a word or two."},
	"link": {
		"Ke mana ia menuju: `/kecamatan/`, `page:tentang`, atau alamat web lengkap.",
		"Where it leads: `/kecamatan/`, `page:tentang`, or a complete web address.",
	},
}

var publishing = keys{
	"grace": {
		"Berapa hari berkas lama tetap ada di tujuan sesudah tidak dipakai lagi. Tanpa ini: 7.",
		"For how many days old files stay at a destination once nothing uses them. Without it: 7.",
	},
	"targets": {
		"Tempat situs diterbitkan, dengan nama pendek di depan titik dua.",
		"Where the site is published, each with a short name before its colon.",
	},
}

var target = keys{
	"folder": {
		"Folder di komputer ini. Isi salah satu saja: `folder`, `sftp`, atau `s3`.",
		"A folder of this machine. Write only one of `folder`, `sftp` and `s3`.",
	},
	"releases": {
		"`true` agar setiap versi mendapat folder sendiri, dengan tautan `current` ke yang terbaru. Untuk `folder`.",
		"`true` to give each version a folder of its own, with a link `current` to the newest. For `folder`.",
	},
	"keep": {
		"Berapa versi yang disimpan bila `releases: true`. Tanpa ini: 5.",
		"How many versions stay with `releases: true`. Without it: 5.",
	},
	"sftp": {
		"Folder di server: `pengguna@host/jalur`, atau dengan port, `pengguna@host:2222/jalur`.",
		"A folder on a server: `user@host/path`, or with a port, `user@host:2222/path`.",
	},
	"key": {
		"Berkas kunci pribadi untuk SFTP; `~/` berarti folder Anda. Bukan isi kuncinya.",
		"The file of the private key for SFTP; `~/` is your own folder. Never the key itself.",
	},
	"known_hosts": {
		"Berkas kunci server yang dikenal. Tanpa ini: `~/.ssh/known_hosts`.",
		"The file of known servers' keys. Without it: `~/.ssh/known_hosts`.",
	},
	"gaps": {
		"`true` bila server SFTP tidak dapat mengganti berkas dalam satu langkah; halaman lalu hilang sekejap.",
		"`true` where an SFTP server cannot replace a file in one step; a page is then away for a moment.",
	},
	"s3": {
		"Tempat di penyimpanan S3: `https://endpoint/bucket/awalan`.",
		"A place in S3 storage: `https://endpoint/bucket/prefix`.",
	},
	"region": {
		"Wilayah penyimpanan S3, bila penyedianya memintanya.",
		"The region of the S3 storage, where it is asked for.",
	},
	"connections": {
		"Berapa berkas dikirim sekaligus, 1 sampai 16. Tanpa ini: 4 untuk SFTP, 8 untuk S3.",
		"How many files are sent at once, 1 to 16. Without it: 4 for SFTP, 8 for S3.",
	},
	"address": {
		"Alamat yang dibaca pengunjung di tujuan ini, bila lain dari `base_url`.",
		"Where visitors read this destination, where that is not `base_url`.",
	},
	"compress": {
		"`true` agar setiap teks didampingi berkas `.gz` dan `.br`, untuk server yang menyajikannya.",
		"`true` to put a `.gz` and a `.br` beside each text, for servers that use them.",
	},
}
