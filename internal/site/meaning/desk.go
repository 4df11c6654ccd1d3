package meaning

var deskSettings = keys{
	"silence": {
		"Aturan yang tidak dipakai di situs ini, dengan alasannya.",
		"Rules that this site does without, with the reason.",
	},
	"words": {
		"Nama dan kata yang benar, meskipun diragukan oleh aturan.",
		"Names and words that are right although a rule doubts them.",
	},
	"misspellings": {
		"Salah ejaan lain yang harus dicari, dengan ejaan yang benar.",
		"Further misspellings to look for, with what is right.",
	},
	"doubtful_names": {
		"Nama yang dieja beberapa cara oleh sumber, sehingga ejaan yang benar belum diketahui.",
		"Names that sources spell in several ways, so that nobody knows which one is right.",
	},
}

var silenced = keys{
	"rule": {
		"Kode aturannya, seperti tertulis dalam kurung siku di belakang temuan.",
		"The code of the rule, as it stands in brackets behind a finding.",
	},
	"because": {
		"Alasannya, agar redaksi berikutnya dapat menimbangnya.",
		"Why, so that whoever comes later can weigh it.",
	},
}

var misspelling = keys{
	"wrong": {"Kata atau beberapa kata yang keliru.", "The word or words that are wrong."},
	"right": {"Yang ditulis sebagai gantinya.", "What to write in their place."},
}

var doubtfulName = keys{
	"names": {"Semua ejaan nama itu yang ditemukan.", "All ways in which the name was found spelt."},
	"note":  {"Apa yang sudah diketahui tentang ejaan itu.", "What is known of how it is spelt."},
}

var regionAround = keys{
	"code": regionCode,
	"kind": {"Daerah apa ini.", "What region it is."},
	"name": {
		"Nama daerah, tanpa kata Provinsi, Kota, atau Kabupaten.",
		"The name, without the word Provinsi, Kota or Kabupaten.",
	},
	"aliases":   {"Nama atau ejaan lainnya.", "Other names or spellings."},
	"capital":   {"Nama ibu kotanya. Tidak perlu untuk kota.", "The name of its capital. Leave it out for a city."},
	"mottos":    {"Semboyan resminya. Perlu `source`.", "Its official mottos. They need a `source`."},
	"nicknames": {"Julukannya. Perlu `source`.", "What people call it. It needs a `source`."},
	"source": {
		"Dari mana semboyan dan julukan itu: alamat web atau judul.",
		"Where mottos and nicknames are from: web addresses or titles.",
	},
	"accessed": {"Tanggal Anda membaca sumbernya.", "The date on which you read the source."},
}
