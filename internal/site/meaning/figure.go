package meaning

var indicator = keys{
	"name": {"Nama indikator, seperti tampil di tabel.", "The indicator's name, as tables show it."},
	"unit": {
		"Satuan angkanya: jiwa, km², persen, miliar rupiah.",
		"The unit of its figures: people, km², per cent, billion rupiah.",
	},
	"definition": {
		"Apa yang dihitung, oleh siapa, dengan cara apa: satu atau dua kalimat.",
		"What is counted, by whom and how, in a sentence or two.",
	},
	"topic": {
		"Kelompoknya, misalnya Penduduk. Yang serupa ditulis sama.",
		"Its group, such as Population. Indicators of one group spell it alike.",
	},
	"decimals": {
		"Banyaknya angka di belakang koma, 0 sampai 6. Tanpa ini nilainya harus bulat.",
		"How many digits stand behind the point, 0 to 6. Without it values must be whole.",
	},
	"min": {
		"Nilai terkecil yang mungkin. Tanpa ini nilai tidak boleh negatif.",
		"The least that a value can be. Without it none may be below zero.",
	},
	"max": {
		"Nilai terbesar yang mungkin; untuk bagian dalam persen: `100`.",
		"The most that a value can be; `100` for a share in per cent.",
	},
	"counts": {
		"Bila yang dihitung ada dalam daftar situs ini, jumlahnya dicocokkan. Tidak perlu untuk yang lain.",
		"Where the site lists what is counted, the two are compared. Leave it out for anything else.",
	},
	"ahead": {
		"`true` bila tentang yang akan datang: target, anggaran, proyeksi.",
		"`true` where it tells of times to come: targets, budgets, projections.",
	},
	"format": {
		"Bagaimana nilainya ditulis. Tidak perlu untuk angka biasa.",
		"How its values are written. Leave it out for plain numbers.",
	},
	"direction": {
		"Ke arah mana nilainya lebih baik.",
		"In which direction its values are better.",
	},
	"aggregate": {
		"Bolehkah angka kecamatan dijumlahkan menjadi angka kota.",
		"Whether the figures of the kecamatan add up to the city's.",
	},
	"rank": {
		"Isi hanya bila dasar angkanya berbeda di tiap tempat, sehingga tidak boleh diurutkan.",
		"Write it only where each place counts on another basis, so that places must not be ranked.",
	},
	"most": {
		"Sebutan bagi tempat dengan nilai terbesar, misalnya terpadat. Tanpa ini: terbesar atau tertinggi.",
		"What the place with the greatest value is called, such as most crowded. Without it: largest or highest.",
	},
	"producer": {
		"Lembaga penghasil angkanya, misalnya BPS. Angka satu penghasil dibandingkan meskipun sumbernya lain.",
		"Who makes the figures, such as BPS. Those of one maker are compared though read in several sources.",
	},
	"ratio": {
		"Untuk angka yang dihitung sendiri dari dua indikator lain; angkanya lalu tidak ditulis.",
		"For figures that are computed from two other indicators; nobody writes them then.",
	},
	"max_age_years": {
		"Sesudah berapa tahun angka ditandai lama. Tidak perlu bila tidak menjadi usang.",
		"After how many years a figure is marked as old. Leave it out where figures do not age.",
	},
}

var ratio = keys{
	"of":  {"Indikator yang dibagi: idnya.", "The indicator that is divided, by its id."},
	"per": {"Indikator pembaginya: idnya.", "The indicator that it is divided by, by its id."},
}

var source = keys{
	"title": {
		"Judulnya, atau keterangan singkat tentang isinya.",
		"Its title, or in short what it holds.",
	},
	"publisher": {"Siapa yang menerbitkannya.", "Who published it."},
	"short": {
		"Singkatan penerbit yang tampil di samping angka, misalnya BPS.",
		"What stands for the publisher beside figures, such as BPS.",
	},
	"kind": {"Jenis sumber.", "What kind of source it is."},
	"date": {
		"Tanggal terbitnya: `2017`, `2017-11`, tanggal, atau `unknown` bila tidak bertanggal.",
		"When it was published: `2017`, `2017-11`, a date, or `unknown` where it bears none.",
	},
	"trust": {
		"Seberapa dapat dipercaya. Tidak perlu bila belum dinilai; jenisnya lalu yang menentukan.",
		"How far it can be relied on. Left out while nobody has judged it; its kind then decides.",
	},
	"url": {
		"Alamat webnya, lengkap dengan `https://`. Tidak perlu bila tidak ada di web.",
		"Its web address, with its `https://`. Leave it out where it is not on the web.",
	},
	"licence":  {"Syarat pakainya, bila disebut.", "Its terms of use, where it names any."},
	"accessed": {"Tanggal Anda membacanya.", "The date on which you read it."},
	"note":     noteForReaders,
}

var figure = keys{
	"indicator": {"Apa yang diukur: id indikatornya.", "What it measures: the id of the indicator."},
	"period": {
		"Masa angka ini: `2020`, `2023-06`, tanggal, atau `2011/2015` untuk beberapa tahun.",
		"The time it is of: `2020`, `2023-06`, a date, or `2011/2015` for several years.",
	},
	"value": {
		"Angkanya, dalam satuan indikatornya, tanpa titik ribuan dan dengan titik desimal: `123456`, `12.5`.",
		"The number in the indicator's unit, without signs between thousands, with a decimal point: `123456`, `12.5`.",
	},
	"missing": {
		"Mengapa angkanya tidak ada. Isi ini atau `value`, bukan keduanya.",
		"Why there is no number. Write this or `value`, not both.",
	},
	"status": {
		"Kedudukan angka ini. Tanpa ini: resmi.",
		"The standing of the figure. Without it: official.",
	},
	"source": {
		"Dari mana angka ini: id satu sumber, atau beberapa. Wajib bila ada `value`.",
		"Where the number is from: the id of one source, or of several. Needed with a `value`.",
	},
	"said_by": {
		"Siapa yang mengatakannya. Wajib bila `status: claim`.",
		"Who said it. Needed with `status: claim`.",
	},
	"note": {
		"Keterangan di samping angka; di sini juga alasan bila angka yang diragukan program memang benar.",
		"A note beside the figure; here also why one is right that the program doubts.",
	},
}
