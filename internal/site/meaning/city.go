package meaning

var city = keys{
	"code": {
		"Kode kota menurut Kementerian Dalam Negeri, dalam tanda kutip: `\"12.34\"`.",
		"The Ministry of Home Affairs' code of the city, in quotes: `\"12.34\"`.",
	},
	"bps_code": {
		"Kode kota menurut BPS, dalam tanda kutip dan tanpa titik: `\"1234\"`.",
		"Statistics Indonesia's code of the city, in quotes and without dots: `\"1234\"`.",
	},
	"name": {
		"Nama resmi, dengan kata Kota atau Kabupaten di depannya.",
		"The official name, with Kota or Kabupaten before it.",
	},
	"short_name": {"Sebutan sehari-hari yang lebih pendek.", "The shorter name of everyday use."},
	"motto":      {"Semboyan kota.", "The city's motto."},
	"province":   {"Provinsi tempat kota ini.", "The province that the city is part of."},
	"established": {
		"Bagaimana kota ini terbentuk.",
		"How the city came to be.",
	},
	"head": {
		"Wali kota atau bupati, menurut sumber terbaru.",
		"The mayor or regent, as the latest source has it.",
	},
	"office":     {"Balai kota: alamat, jam layanan, kontak.", "The city hall: address, hours, contact."},
	"neighbours": {"Daerah di sekelilingnya, menurut sisinya.", "The regions around it, by their side."},
	"figures": {
		"Angka tentang seluruh kota. Angka lama tetap; yang baru ditambahkan.",
		"Figures about the whole city. Old ones stay; new ones are added.",
	},
}

var province = keys{
	"code": {
		"Kode provinsi, dua angka dalam tanda kutip: `\"12\"`.",
		"The code of the province, two digits in quotes: `\"12\"`.",
	},
	"name": {"Nama provinsi.", "The name of the province."},
}

var founding = keys{
	"date": {
		"Tanggal berdirinya; tahun atau bulan saja bila hanya itu yang diketahui.",
		"The date on which it was founded; a year or a month where no more is known.",
	},
	"legal_basis": {
		"Undang-undang yang membentuknya, dengan nomor dan tahun.",
		"The law that formed it, with number and year.",
	},
	"split_from": {"Daerah asal sebelum dimekarkan.", "The region that it was part of before."},
	"source":     sourcesOf,
	"note":       noteForReaders,
}

var head = keys{
	"name": {"Nama lengkap, seperti dieja sumbernya.", "The full name, as the source spells it."},
	"role": {
		"Jabatannya. Tidak perlu untuk camat.",
		"The office held. Leave it out for a camat.",
	},
	"since":  {"Sejak kapan ia menjabat.", "Since when the office has been held."},
	"as_of":  asOf,
	"source": sourcesOf,
	"note":   noteForReaders,
}

var office = keys{
	"address": {"Jalan dan nomor.", "Street and number."},
	"locality": {
		"Petunjuk tempat, misalnya nama gedung atau seberang apa.",
		"How to find it, such as the building's name or what it faces.",
	},
	"kelurahan":   {"Nama kelurahan tempat kantor itu.", "The kelurahan in which the office lies."},
	"postal_code": postalCode,
	"lat":         latitude,
	"lon":         longitude,
	"phone":       phone,
	"email":       {"Alamat surel kantor.", "The office's e-mail address."},
	"hours":       {"Hari dan jam buka.", "Days and hours of opening."},
	"since":       {"Sejak kapan kantor ini di sini.", "Since when the office has been here."},
	"source":      sourcesOf,
	"note":        noteForReaders,
}

var neighbours = keys{
	"north":  {"Daerah di sebelah utara, satu atau beberapa.", "The regions to the north, one or several."},
	"east":   {"Daerah di sebelah timur, satu atau beberapa.", "The regions to the east, one or several."},
	"south":  {"Daerah di sebelah selatan, satu atau beberapa.", "The regions to the south, one or several."},
	"west":   {"Daerah di sebelah barat, satu atau beberapa.", "The regions to the west, one or several."},
	"source": sourcesOf,
}

var kecamatan = keys{
	"code": {
		"Kode kecamatan menurut Kementerian Dalam Negeri, dalam tanda kutip: `\"12.34.56\"`.",
		"The Ministry of Home Affairs' code of the kecamatan, in quotes: `\"12.34.56\"`.",
	},
	"bps_code": {
		"Kode kecamatan menurut BPS, tujuh angka dalam tanda kutip. Jangan diturunkan dari `code`.",
		"Statistics Indonesia's code of the kecamatan, seven digits in quotes. Never derive it from `code`.",
	},
	"name": {"Nama kecamatan, tanpa kata Kecamatan.", "The name, without the word Kecamatan."},
	"aliases": {
		"Nama lain kecamatan ini; yang diawali `/` adalah alamat lama halamannya.",
		"Other names of the kecamatan; one that begins with `/` is an old address of its page.",
	},
	"summary": {
		"Tentang kecamatan ini, satu atau dua kalimat.",
		"About the kecamatan, in a sentence or two.",
	},
	"established": {"Bagaimana kecamatan ini terbentuk.", "How the kecamatan came to be."},
	"head":        {"Camat, menurut sumber terbaru.", "The camat, as the latest source has it."},
	"office":      {"Kantor kecamatan: alamat, jam layanan, kontak.", "The office: address, hours, contact."},
	"borders": {
		"Kecamatan kota ini yang berbatasan dengannya: nama berkasnya.",
		"The kecamatan of this city that border on it: their files' names.",
	},
	"kelurahan": {
		"Daftar kelurahannya. Yang tidak ditulis berarti belum diketahui, bukan nol.",
		"Its kelurahan. Those that are not listed are not known, which is not none.",
	},
	"kelurahan_source": {
		"Dari mana kode dan letak kelurahan diketahui: id satu sumber, atau beberapa.",
		"Where the codes and places of the kelurahan are from: the id of one source, or of several.",
	},
	"places":     {"Tempat yang patut diketahui tamu.", "Places that guests should know."},
	"services":   {"Layanan bagi warga, dengan jamnya.", "Services for residents, with their hours."},
	"highlights": {"Fakta menonjol, satu kalimat masing-masing.", "Remarkable facts, a sentence each."},
	"photos":     {"Foto dari `content/files`.", "Photos from `content/files`."},
	"figures": {
		"Angka tentang kecamatan ini. Angka lama tetap; yang baru ditambahkan.",
		"Figures about the kecamatan. Old ones stay; new ones are added.",
	},
}

var origin = keys{
	"year": {"Tahun pembentukan, empat angka.", "The year in which it was formed, four digits."},
	"legal_basis": {
		"Peraturan yang membentuknya, dengan nomor dan tahun.",
		"The regulation that formed it, with number and year.",
	},
	"split_from": {"Kecamatan asal sebelum dimekarkan.", "The kecamatan that it was part of before."},
	"source":     sourcesOf,
	"note":       noteForReaders,
}

var kelurahan = keys{
	"code": {
		"Kode kelurahan menurut Kementerian Dalam Negeri, dalam tanda kutip: `\"12.34.56.1001\"`.",
		"The Ministry of Home Affairs' code of the kelurahan, in quotes: `\"12.34.56.1001\"`.",
	},
	"bps_code": {
		"Kode kelurahan menurut BPS, sepuluh angka dalam tanda kutip.",
		"Statistics Indonesia's code of the kelurahan, ten digits in quotes.",
	},
	"name":        {"Nama kelurahan, tanpa kata Kelurahan.", "The name, without the word Kelurahan."},
	"aliases":     {"Ejaan atau nama lainnya.", "Other spellings or names."},
	"postal_code": postalCode,
	"lat":         latitude,
	"lon":         longitude,
}

var sight = keys{
	"name": {"Nama tempat.", "The name of the place."},
	"kind": {
		"Jenisnya, satu atau dua kata: pasar, taman, museum.",
		"What it is, in a word or two: market, park, museum.",
	},
	"kelurahan": {
		"Nama kelurahan tempatnya.",
		"The kelurahan in which it lies.",
	},
	"description": {"Apa yang ada di sana, satu atau dua kalimat.", "What is there, in a sentence or two."},
	"source":      sourcesOf,
}

var service = keys{
	"name":        {"Nama layanan.", "The name of the service."},
	"description": {"Apa yang didapat warga, satu atau dua kalimat.", "What residents get, in a sentence or two."},
	"hours":       {"Hari dan jam layanan.", "Days and hours of the service."},
	"as_of":       asOf,
	"source":      sourcesOf,
}

var highlight = keys{
	"text":   {"Satu fakta, satu kalimat.", "One fact, in one sentence."},
	"as_of":  asOf,
	"source": sourcesOf,
}

var photo = keys{
	"file": {
		"Nama berkas foto di bawah `content/files`.",
		"The name of the photo's file below `content/files`.",
	},
	"alt":    alt,
	"credit": credit,
}
