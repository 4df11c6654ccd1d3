package sentences

// Rules holds every rule of the editors' desk: what readers would stumble over although
// the site can be built. Each can be silenced, and package explain tells what it means.
// Sorted by the room that finds it.
var Rules = map[Code]Entry{
	// Facts.
	"weekday-wrong": {Warning, text{
		"%[1]q bukan hari %[2]s, melainkan %[3]s",
		"%[1]q is not a %[2]s but a %[3]s",
	}},
	"date-impossible": {Warning, text{
		"tanggal %[1]q tidak ada dalam kalender",
		"no calendar has %[1]q",
	}},
	"hour-impossible": {Warning, text{
		"tidak ada pukul %[1]s",
		"no clock shows %[1]s",
	}},
	"zone-elsewhere": {Warning, text{
		"zona waktu di sini %[2]s, bukan %[1]s",
		"the time zone here is %[2]s, not %[1]s",
	}},
	"place-misspelt": {Warning, text{
		"tidak ada tempat bernama %[1]q dalam data; yang ada %[2]q",
		"the data have no place called %[1]q, but %[2]q",
	}},
	"place-capital": {Note, text{
		"%[1]q di sini seharusnya ditulis %[2]q",
		"%[1]q should be written %[2]q here",
	}},
	"kelurahan-elsewhere": {Warning, text{
		"kelurahan %[1]s ada di Kecamatan %[2]s, bukan %[3]s",
		"the kelurahan %[1]s lies in Kecamatan %[2]s, not in %[3]s",
	}},
	"province-elsewhere": {Warning, text{
		"%[1]s ada di Provinsi %[2]s, bukan %[3]s",
		"%[1]s lies in the province of %[2]s, not in %[3]s",
	}},
	"region-kind": {Warning, text{
		"%[1]q tidak ada; yang ada %[2]q",
		"there is no %[1]q, but %[2]q",
	}},
	"count-differs": {Warning, text{
		"di sini tertulis %[1]q, tetapi daftarnya memuat %[2]s",
		"this says %[1]q, but its list has %[2]s",
	}},
	"sum-differs": {Warning, text{
		"bagian-bagiannya berjumlah %[1]s, bukan %[2]s",
		"the parts add up to %[1]s, not to %[2]s",
	}},
	"amount-differs": {Warning, text{
		"%[1]q dan %[2]q di belakangnya tidak sama",
		"%[1]q and %[2]q behind it are not the same",
	}},
	"change-differs": {Warning, text{
		"dari %[1]q menjadi %[2]q berubah %[3]s, bukan %[4]s",
		"from %[1]q to %[2]q is a change of %[3]s, not of %[4]s",
	}},
	"share-differs": {Warning, text{
		"%[1]s dari %[2]s adalah %[3]s persen, bukan %[4]s",
		"%[1]s of %[2]s are %[3]s per cent, not %[4]s",
	}},
	"percent-over": {Warning, text{
		"%[1]s lebih dari seluruhnya: tidak mungkin melampaui 100%%",
		"%[1]s is more than all of it: there is no more than 100%%",
	}},
	"span-differs": {Warning, text{
		"%[2]q lamanya %[3]s, bukan %[1]s",
		"%[2]q is %[3]s, not %[1]s",
	}},
	"number-broken": {Warning, text{
		"%[1]q bukan bilangan: titik memisahkan tiap tiga angka",
		"%[1]q is no number: points part it by three digits",
	}},
	"figure-differs": {Warning, text{
		"%[1]q berbeda dari angka dalam data; yang terdekat %[2]s: %[3]s, %[4]s",
		"%[1]q differs from what the data have; the nearest is %[2]s: %[3]s, %[4]s",
	}},
	"list-differs": {Warning, text{
		"di sini tertulis %[1]q, tetapi daftar dalam data memuat %[2]s",
		"this says %[1]q, but the lists of the data have %[2]s",
	}},
	"figure-old": {Warning, text{
		"%[1]q adalah angka untuk %[2]s, padahal kalimat ini tidak menyebut tahunnya; yang terbaru %[3]s, untuk %[4]s",
		"%[1]q is the figure of %[2]s, which the sentence does not say; the newest is %[3]s, of %[4]s",
	}},
	"claim-unsourced": {Note, text{
		"%[1]q tidak disertai tahun, sumber, atau siapa yang mengatakannya",
		"nothing says of which year %[1]q is, from which source, or who says so",
	}},
	"number-form": {Note, text{
		"%[1]q biasanya ditulis %[2]q",
		"%[1]q is usually written %[2]q",
	}},
	"money-form": {Note, text{
		"jumlah uang ini biasanya ditulis %[2]q",
		"this sum of money is usually written %[2]q",
	}},
	"nickname-elsewhere": {Warning, text{
		"%[1]q adalah julukan %[2]s, bukan %[3]s",
		"%[1]q is what %[2]s is called, not %[3]s",
	}},
	"nickname-kind": {Warning, text{
		"julukan %[1]q menyebut %[2]s, padahal bukan itu %[3]s",
		"the nickname %[1]q speaks of a %[2]s, which %[3]s is not",
	}},
	"names-confusable": {Warning, text{
		"%[1]q adalah daerah lain; yang dimaksud agaknya %[2]q",
		"%[1]q is another region; what is meant seems to be %[2]q",
	}},
	"person-misspelt": {Warning, text{
		"nama %[1]q tidak ada dalam data; yang mirip %[2]q",
		"the data do not have the name %[1]q; one like it is %[2]q",
	}},
	"name-doubtful": {Note, text{
		"nama %[1]q dieja berbeda-beda dalam sumber: %[2]s",
		"sources spell the name %[1]q in several ways: %[2]s",
	}},
	"office-title": {Note, text{
		"nama jabatan %[1]q biasanya ditulis %[2]q",
		"the office %[1]q is usually written %[2]q",
	}},
	"office-dates": {Warning, text{
		"jabatan %[1]s di sini tidak cocok dengan data: %[2]s pada %[3]s",
		"the office of %[1]s does not go with the data here: %[2]s on %[3]s",
	}},
	"founding-year": {Warning, text{
		"menurut data %[1]s dibentuk pada %[2]s, bukan %[3]s",
		"according to the data %[1]s was formed in %[2]s, not in %[3]s",
	}},
	// Language.
	"word-misspelt": {Warning, text{
		"%[1]q bukan bentuk baku; ejaan yang benar %[2]q",
		"%[1]q is not standard spelling; write %[2]q",
	}},
	"di-joined": {Warning, text{
		"kata depan harus ditulis terpisah: %[2]q, bukan %[1]q",
		"a preposition should stand apart: %[2]q, not %[1]q",
	}},
	"di-apart": {Warning, text{
		"awalan harus ditulis serangkai: %[2]q, bukan %[1]q",
		"a prefix should be one word with its verb: %[2]q, not %[1]q",
	}},
	"pleonasm": {Note, text{
		"%[1]q mengatakan hal yang sama dua kali; cukup %[2]q",
		"%[1]q says the same twice; %[2]q is enough",
	}},
	"quote-unclosed": {Warning, text{
		"tanda petik ini tanpa pasangan di paragrafnya: %[1]s",
		"this quotation mark has no partner in its paragraph: %[1]s",
	}},
	"space-before-mark": {Warning, text{
		"jangan ada spasi sebelum tanda %[1]q",
		"there should be no space before %[1]q",
	}},
	"between-to": {Note, text{
		"pasangan \"antara\" adalah \"dan\", bukan %[1]q",
		"with \"antara\" goes \"dan\", not %[1]q",
	}},
	"name-small": {Note, text{
		"nama hari dan bulan ditulis dengan huruf besar: %[1]q",
		"names of days and months begin with a capital: %[1]q",
	}},
	"space-after-mark": {Warning, text{
		"setelah tanda baca harus ada spasi: %[2]q, bukan %[1]q",
		"there should be a space after the mark: %[2]q, not %[1]q",
	}},
	"bracket-unclosed": {Warning, text{
		"kurung ini tanpa pasangan di paragrafnya: %[1]s",
		"this bracket has no partner in its paragraph: %[1]s",
	}},
	"bracket-space": {Warning, text{
		"jangan ada spasi di sisi dalam tanda kurung %[1]q",
		"there should be no space inside of the bracket %[1]q",
	}},
	"mark-doubled": {Warning, text{
		"tanda baca tertulis dua kali: %[1]q",
		"a mark stands twice: %[1]q",
	}},
	"word-doubled": {Warning, text{
		"kata yang sama tertulis dua kali: %[1]q",
		"the same word stands twice: %[1]q",
	}},
	"sentence-long": {Note, text{
		"kalimat yang dimulai %[1]q terdiri atas %[2]d kata; lebih dari %[3]d sulit diikuti",
		"the sentence that begins %[1]q has %[2]d words; more than %[3]d are hard to follow",
	}},
	"title-long": {Note, text{
		"judul ini %[1]d huruf; mesin pencari memotong yang lebih dari %[2]d",
		"this title has %[1]d letters; search engines cut what is longer than %[2]d",
	}},
	"title-capitals": {Note, text{
		"judul ini seluruhnya huruf besar",
		"this title is all in capitals",
	}},
	"title-stop": {Note, text{
		"judul tidak diakhiri titik",
		"a title does not end with a full stop",
	}},
	"weekday-comma": {Note, text{
		"setelah nama hari harus ada koma: %[2]q",
		"there should be a comma after the weekday: %[2]q",
	}},
	"series-comma": {Note, text{
		"dalam perincian harus ada koma sebelum %[1]q: %[2]q",
		"in a list there should be a comma before %[1]q: %[2]q",
	}},
	"common-capital": {Note, text{
		"kata umum harus ditulis dengan huruf kecil: %[2]q, bukan %[1]q",
		"a common noun should begin with a small letter: %[2]q, not %[1]q",
	}},

	// The web.
	"advertorial-unmarked": {Warning, text{
		"%[1]q di akhir teks tidak cukup: pembaca harus tahu sejak awal bahwa ini advertorial",
		"%[1]q at the end is not enough: readers should know from the beginning that this is an advertorial",
	}},
	"alt-weak": {Warning, text{
		"%[1]q tidak memberi tahu apa yang tampak di gambar",
		"%[1]q does not tell what the picture shows",
	}},
	"article-unrelated": {Note, text{
		"berita ini tidak menyebut kecamatan, program, atau kunjungan mana pun di kepala berkasnya",
		"this article names no kecamatan, program or visit above its text",
	}},
	"address-example": {Warning, text{
		"%[1]q hanya alamat contoh; pembaca tidak menemukan apa pun di sana",
		"%[1]q is only an example; readers find nothing there",
	}},
	"blog-furniture": {Warning, text{
		"%[1]q bukan bagian berita, melainkan sisa halaman asalnya",
		"%[1]q is no part of the article but of the page that it was copied from",
	}},
	"evidence-past": {Note, text{
		"status %[1]q terakhir terbukti %[2]s, lebih dari %[3]s tahun lalu",
		"the status %[1]q was last proved on %[2]s, more than %[3]s years ago",
	}},
	"heading-skipped": {Warning, text{
		"judul bagian ini bertanda %[1]q, padahal tingkat sesudah judul di atasnya adalah %[2]q",
		"this heading begins with %[1]q, but the next level after the one before is %[2]q",
	}},
	"link-dead": {Note, text{
		"alamat %[1]q tidak dapat dibuka: %[2]s",
		"the address %[1]q cannot be opened: %[2]s",
	}},
	"link-text-weak": {Warning, text{
		"tautan %[1]q tidak memberi tahu ke mana arahnya",
		"the link %[1]q does not tell where it leads",
	}},
	"nik-published": {Warning, text{
		"%[1]q tampak seperti nomor KTP (NIK) seseorang",
		"%[1]q looks like the number of somebody's identity card (NIK)",
	}},
	"phone-private": {Warning, text{
		"%[1]q tampak seperti nomor ponsel pribadi",
		"%[1]q looks like the number of somebody's own telephone",
	}},
	"review-past": {Note, text{
		"terakhir diperiksa %[1]s, lebih dari %[2]s tahun lalu",
		"this was last looked at on %[1]s, more than %[2]s years ago",
	}},
	"tag-alone": {Note, text{
		"topik %[1]q hanya dipakai di sini; yang mirip %[2]q dipakai %[3]s kali",
		"the topic %[1]q is used here only; %[2]q, which is like it, is used %[3]s times",
	}},
	"title-twice": {Warning, text{
		"judul ini juga judul %[1]s",
		"%[1]s has the same title",
	}},

	// The desk itself.
	"silence-form": {Warning, text{
		"komentar ini tidak mendiamkan apa pun: %[1]s",
		"this comment silences nothing: %[1]s",
	}},
	"silence-idle": {Note, text{
		"aturan %[1]q tidak menemukan apa pun di seluruh situs, jadi tidak perlu didiamkan",
		"the rule %[1]q finds nothing in the whole site, so there is no need to silence it",
	}},
	"silence-needless": {Note, text{
		"komentar ini tidak diperlukan lagi: aturan %[1]q tidak menemukan apa pun di sini",
		"this comment is not needed any more: the rule %[1]q finds nothing here",
	}},
}
