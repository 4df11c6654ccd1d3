package meaning

var program = keys{
	"name": {"Nama program.", "The program's name."},
	"acronym": {
		"Singkatannya. Tidak perlu bila tidak ada.",
		"Its short form. Leave it out where there is none.",
	},
	"expansion": {"Kepanjangan singkatan itu.", "What the short form stands for."},
	"kind": {
		"Jenis program dalam beberapa kata: aplikasi, layanan, kegiatan warga.",
		"What it is in a few words: an app, a service.",
	},
	"summary": {
		"Tentang program ini, satu atau dua kalimat, tanpa pujian.",
		"About the program, in a sentence or two, without praise.",
	},
	"status": {
		"Sampai di mana program ini, menurut bukti.",
		"How far the program has come, as evidence has it.",
	},
	"verified": {
		"Sampai kapan status itu diketahui, dan dari mana. Berita peluncuran bukan bukti bahwa ia berjalan.",
		"Until when its status is known, and from where. A report on its opening is no evidence that it runs.",
	},
	"pillars": {
		"Pilar kota cerdas yang didukungnya, satu atau beberapa.",
		"The pillars of a smart city that it serves, one or several.",
	},
	"owner": {"Dinas atau lembaga yang bertanggung jawab.", "The office that answers for it."},
	"kecamatan": {
		"Kecamatan tempat ia berjalan: nama berkasnya. Tidak perlu bila di seluruh kota.",
		"The kecamatan where it runs: their files' names. Leave it out where that is the whole city.",
	},
	"started": {
		"Kapan dimulai: tanggal, bulan, atau tahun.",
		"When it began: a date, a month or a year.",
	},
	"problem":      {"Masalah yang dijawabnya.", "The problem that it answers."},
	"how_it_works": {"Cara kerjanya, langkah demi langkah.", "How it works, step by step."},
	"core": {
		"Inti yang tidak boleh diubah oleh peniru.",
		"What those who adopt it must not change.",
	},
	"adaptable": {
		"Yang boleh disesuaikan oleh peniru.",
		"What those who adopt it may change.",
	},
	"prerequisites": {"Yang harus ada sebelum memulai.", "What must be there before one begins."},
	"not_for":       {"Bagi siapa atau di mana ia tidak cocok.", "For whom or where it is not fit."},
	"resources":     {"Tenaga dan biaya.", "Staff and cost."},
	"results": {
		"Apa yang berubah, dengan angka, masa, dan buktinya.",
		"What changed, with numbers, time and evidence.",
	},
	"facts": {
		"Keterangan lain yang bersumber, satu kalimat masing-masing.",
		"Other facts with a source, a sentence each.",
	},
	"awards": {"Penghargaan yang diterima.", "Prizes that it received."},
	"lessons": {
		"Pelajaran: apa yang berikutnya akan dilakukan dengan cara lain.",
		"What was learnt: what one would do in another way next time.",
	},
	"unknowns": {
		"Yang belum diketahui; menjadi pertanyaan untuk dibawa tamu.",
		"What is not known; it becomes a question for guests to bring.",
	},
	"replication": {"Bagaimana daerah lain memulai.", "How another region begins."},
	"contact":     {"Kepada siapa bertanya.", "Whom to ask."},
	"sources": {
		"Tempat isi lembar ini dibaca: id satu sumber, atau beberapa.",
		"Where all this was read: the id of one source, or of several.",
	},
	"note":    noteForReaders,
	"aliases": oldAddresses,
}

var verified = keys{
	"at": {
		"Tanggal bukti terbaru tentang statusnya.",
		"The date of the latest evidence of its status.",
	},
	"by":     {"Siapa yang memeriksa, dan dari apa.", "Who checked it, and from what."},
	"source": sourcesOf,
}

var step = keys{
	"step":   {"Apa yang dilakukan, satu kalimat.", "What is done, in one sentence."},
	"actor":  {"Siapa yang melakukannya.", "Who does it."},
	"output": {"Apa hasil langkah ini.", "What comes of this step."},
}

var resources = keys{
	"staff": {"Tenaga yang diperlukan.", "The staff that it takes."},
	"setup_cost": {
		"Biaya awal dalam rupiah, tanpa titik: `15000000`. Perlu `price_year` dan `source`.",
		"The cost to set it up in rupiah, without signs: `15000000`. It needs `price_year` and `source`.",
	},
	"annual_cost": {
		"Biaya per tahun dalam rupiah, tanpa titik. Perlu `price_year` dan `source`.",
		"The cost per year in rupiah, without signs. It needs `price_year` and `source`.",
	},
	"price_year": {"Tahun harga biaya itu, empat angka.", "The year of those prices, four digits."},
	"funding":    {"Asal dananya.", "Where the money comes from."},
	"source":     sourcesOf,
}

var result = keys{
	"indicator": {"Apa yang diukur: id indikatornya.", "What was measured: the id of the indicator."},
	"before": {
		"Nilai sebelum program, dalam satuan indikatornya. Tidak perlu bila tidak diketahui.",
		"The value before the program, in the indicator's unit. Leave it out where it is not known.",
	},
	"after": {
		"Nilai sesudahnya, dalam satuan indikatornya.",
		"The value after it, in the indicator's unit.",
	},
	"period": {
		"Masa nilai itu. Wajib bila ada angkanya.",
		"The time of the values. Needed where there is a number.",
	},
	"source":   sourcesOf,
	"evidence": {"Seberapa kuat buktinya.", "How strong the evidence is."},
	"method": {
		"Cara mengukurnya. Wajib bila `evidence: measured`.",
		"How it was measured. Needed with `evidence: measured`.",
	},
	"note": noteForReaders,
}

var fact = keys{
	"text":   {"Satu keterangan, satu kalimat.", "One fact, in one sentence."},
	"as_of":  asOf,
	"source": sourcesOf,
	"status": {"Kedudukan keterangan ini. Tanpa ini: resmi.", "The standing of the fact. Without it: official."},
	"said_by": {
		"Siapa yang mengatakannya. Wajib bila `status: claim`.",
		"Who said it. Needed with `status: claim`.",
	},
	"note": noteForReaders,
}

var award = keys{
	"name":  {"Nama penghargaan.", "The name of the prize."},
	"year":  {"Tahun diterima, empat angka.", "The year in which it was received, four digits."},
	"level": {"Tingkatnya: kota, provinsi, nasional.", "Its level: city, province, nation."},
	"recipient": {
		"Siapa yang menerima, bila bukan programnya sendiri.",
		"Who received it, where that is not the program itself.",
	},
	"source": sourcesOf,
	"status": {
		"Kedudukan keterangan ini. Tanpa ini: resmi.",
		"The standing of the statement. Without it: official.",
	},
	"note": noteForReaders,
}

var replication = keys{
	"how_to_ask": {"Bagaimana dan kepada siapa daerah lain bertanya.", "How and whom another region asks."},
	"offer":      {"Apa yang ditawarkan kepada peniru.", "What is offered to those who adopt it."},
	"minimum_scale": {
		"Ukuran terkecil yang masih berguna.",
		"The least size at which it is of use.",
	},
}

var contact = keys{
	"name":    {"Nama bagian atau petugas.", "The name of a section or person."},
	"email":   {"Alamat surelnya.", "Their e-mail address."},
	"phone":   phone,
	"address": {"Alamat kantornya.", "Their street address."},
	"url":     {"Halaman web untuk bertanya.", "A web page for questions."},
	"note":    {"Catatan, misalnya jam menghubungi.", "A note, such as when to call."},
}
