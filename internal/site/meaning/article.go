package meaning

// What several structs mean by the same key.
var (
	sourcesOf = Text{
		"Dari mana ini diketahui: id satu sumber, atau beberapa.",
		"Where this is known from: the id of one source, or of several.",
	}
	noteForReaders = Text{
		"Catatan untuk pembaca. Tidak perlu bila tidak ada yang perlu diterangkan.",
		"A note for readers. Leave it out where nothing needs explaining.",
	}
	alt = Text{
		"Apa yang tampak pada gambar, untuk pembaca yang tidak melihatnya. Bukan nama berkas.",
		"What the picture shows, for readers who do not see it. Not the name of the file.",
	}
	credit = Text{
		"Siapa yang memotret atau membuat gambar ini.",
		"Who took or made the picture.",
	}
	asOf = Text{
		"Keadaan pada tanggal berapa: tanggal sumber terbaru yang menyebutnya.",
		"As of which day: the date of the latest source that says so.",
	}
	oldAddresses = Text{
		"Alamat lama halaman ini, diawali `/`; pembaca diantar dari sana ke sini. Yang terbaru paling belakang.",
		"Old addresses of this page, beginning with `/`; readers are led from there to here. The newest comes last.",
	}
	slug = Text{
		"Bagian akhir alamat, bila harus lain dari nama berkas: huruf kecil, angka, tanda hubung.",
		"The last part of the address, where it must differ from the file's name: small letters, digits, hyphens.",
	}
	phone = Text{
		"Nomor telepon, dalam tanda kutip.",
		"The telephone number, in quotes.",
	}
	latitude = Text{
		"Lintang dalam derajat, dengan titik desimal; di selatan khatulistiwa negatif. Selalu bersama `lon`.",
		"Latitude in degrees, with a decimal point; south of the equator it is negative. Always with `lon`.",
	}
	longitude = Text{
		"Bujur dalam derajat, dengan titik desimal. Selalu bersama `lat`.",
		"Longitude in degrees, with a decimal point. Always with `lat`.",
	}
	postalCode = Text{"Kode pos, lima angka dalam tanda kutip.", "The postal code, five digits in quotes."}
	provinceOf = Text{"Nama provinsinya.", "The name of its province."}
	regionCode = Text{
		"Kode provinsi, kota, atau kabupaten menurut Kementerian Dalam Negeri, dalam tanda kutip.",
		"The Ministry of Home Affairs' code of the province, city or regency, in quotes.",
	}
)

var article = keys{
	"title": {
		"Judul, tanpa titik di akhir. Usahakan paling panjang tujuh puluh huruf.",
		"The headline, without a full stop. Try to stay within seventy letters.",
	},
	"date": {
		"Tanggal peristiwanya, boleh dengan jam. Berita yang tanggalnya belum tiba belum terbit.",
		"The date of what happened, with the time if you like. An article of a later date waits for it.",
	},
	"written": {
		"Tanggal tulisan ini terbit di sini. Tidak perlu bila sama dengan `date`.",
		"The date on which it appeared here. Leave it out where that is `date`.",
	},
	"updated": {
		"Tanggal perubahan besar terakhir. Tidak perlu bila hanya salah ketik yang diperbaiki.",
		"The date of the last large change. Leave it out where only misprints were mended.",
	},
	"summary": {
		"Ringkasan satu atau dua kalimat, paling panjang 200 huruf. Tampil di daftar dan di mesin pencari.",
		"A summary in a sentence or two, at most 200 letters. It shows in lists and in search engines.",
	},
	"author": {
		"Siapa yang menulis: nama orang, atau nama redaksi. Tidak perlu bila tidak diketahui.",
		"Who wrote it: a person, or the desk. Leave it out where that is not known.",
	},
	"kind": {
		"Jenis tulisan. Tidak perlu untuk berita biasa; tulisan pesanan atau berbayar harus disebut begitu.",
		"What kind of text it is. Leave it out for plain news; what was ordered or paid for must say so.",
	},
	"original": {
		"Tempat tulisan ini pertama terbit. Tidak perlu bila ditulis untuk situs ini.",
		"Where the text first appeared. Leave it out where it was written for this site.",
	},
	"image": {
		"Gambar utama. Tidak perlu bila tidak ada; halaman lalu memakai gambar buatan sendiri saat dibagikan.",
		"The main picture. Leave it out where there is none; shared links then show one that the site draws.",
	},
	"kecamatan": {
		"Kecamatan yang dibahas: namanya menurut nama berkas, satu atau beberapa.",
		"The kecamatan it is about: their files' names, one or several.",
	},
	"programs": {
		"Program yang dibahas: nama berkasnya, satu atau beberapa.",
		"The programs it is about: their files' names, one or several.",
	},
	"visits": {
		"Kunjungan yang dibahas: nama berkasnya, satu atau beberapa.",
		"The visits it is about: their files' names, one or several.",
	},
	"tags": {
		"Topik, huruf kecil, boleh dengan spasi. Pakai ejaan topik yang sudah ada.",
		"Topics, in small letters, with blanks if need be. Spell them as they are spelt already.",
	},
	"claims": {
		"Ucapan seseorang yang dapat diperiksa; angka yang tercatat tampil di sampingnya.",
		"What somebody said that can be checked; the figure on record stands beside it.",
	},
	"corrections": {
		"Apa yang semula keliru dan sudah diperbaiki. Tidak perlu sebelum ada ralat.",
		"What was wrong and has been put right. Leave it out until there is a correction.",
	},
	"sources": {
		"Tempat isi berita ini dibaca: id satu sumber, atau beberapa.",
		"Where its contents were read: the id of one source, or of several.",
	},
	"draft": {
		"`true` selama berita belum boleh terbit; hapus barisnya bila sudah.",
		"`true` while it must not be published; delete the line when it may.",
	},
	"slug":    slug,
	"aliases": oldAddresses,
}

var original = keys{
	"outlet": {
		"Nama media atau lembaga yang pertama menerbitkannya.",
		"The paper or office that published it first.",
	},
	"url": {
		"Alamat web tulisan aslinya, lengkap dengan `https://`. Tidak perlu bila tidak ada di web.",
		"The web address of the original, with its `https://`. Leave it out where it is not on the web.",
	},
	"date": {
		"Kapan ia terbit di sana: tanggal, bulan, atau tahun.",
		"When it appeared there: a date, a month or a year.",
	},
	"note": {
		"Apa yang diubah dari aslinya, atau siapa yang memesannya.",
		"What was changed from the original, or who ordered it.",
	},
}

var image = keys{
	"file": {
		"Nama berkas gambar di samping berita ini, misalnya `bank-sampah.jpg`.",
		"The name of the picture's file beside the article, such as `bank-sampah.jpg`.",
	},
	"alt":    alt,
	"credit": credit,
}

var claim = keys{
	"text": {
		"Apa yang dikatakan, satu kalimat, dengan angkanya bila ada.",
		"What was said, in one sentence, with its number if there is one.",
	},
	"said_by": {
		"Siapa yang mengatakannya, dengan jabatannya waktu itu.",
		"Who said it, with the office held at the time.",
	},
	"indicator": {
		"Indikator yang dibicarakan: idnya. Wajib bila ada `value`.",
		"The indicator it speaks of, by its id. Needed where there is a `value`.",
	},
	"kecamatan": {
		"Kecamatan yang dibicarakan. Tidak perlu bila tentang seluruh kota.",
		"The kecamatan it speaks of. Leave it out where it is about the whole city.",
	},
	"value": {
		"Angka yang disebut, dalam satuan indikatornya: `123456`. Tidak perlu bila tidak ada angka.",
		"The number that was named, in the indicator's unit: `123456`. Leave it out where there is none.",
	},
	"period": {
		"Masa yang dibicarakan: `2017`, `2017-11`, tanggal, atau `2011/2015`.",
		"The time it speaks of: `2017`, `2017-11`, a date, or `2011/2015`.",
	},
	"source": {
		"Tempat ucapan ini dibaca. Boleh kosong bila `sources` atau `original` beritanya sudah menyebutnya.",
		"Where it was read. It may be left out where the article's `sources` or `original` say so.",
	},
	"note": noteForReaders,
}

var correction = keys{
	"date": {"Tanggal ralat ini dibuat.", "The date of the correction."},
	"text": {
		"Apa yang semula tertulis, dan apa yang benar.",
		"What stood there before, and what is right.",
	},
}

var page = keys{
	"title": {
		"Judul halaman, tanpa titik di akhir.",
		"The page's title, without a full stop.",
	},
	"summary": {
		"Ringkasan satu kalimat untuk mesin pencari, paling panjang 200 huruf. Bila tidak perlu, hapus barisnya.",
		"A summary in one sentence for search engines, at most 200 letters. Delete the line if you need none.",
	},
	"slug":    slug,
	"aliases": oldAddresses,
	"unlisted": {
		"`true` untuk halaman yang hanya dibuka lewat tautan: pencarian situs ini dan mesin pencari tidak menyebutnya.",
		"`true` for a page that is opened by links alone: neither this site's search nor search engines name it.",
	},
}
