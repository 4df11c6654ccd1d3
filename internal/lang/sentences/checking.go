package sentences

// Checking are the sentences of check, explain and guide.
var Checking = Table{
	"usage-check":   {"blandongan check [pilihan] [BERKAS…]", "blandongan check [options] [FILE…]"},
	"usage-explain": {"blandongan explain [KODE]", "blandongan explain [CODE]"},
	"command-check": {
		"memeriksa situs dan tulisannya; hanya temuannya yang dicatat, di public/.blandongan/findings",
		"look through the site and its texts, and note only what was found, in public/.blandongan/findings",
	},
	"command-explain": {
		"menjelaskan suatu masalah atau aturan, dengan contoh",
		"tell what a problem or rule means, with examples",
	},
	"option-format": {
		"tulis hasilnya sebagai `BENTUK`: text, json, sarif, atau github",
		"write what is found as `FORM`: text, json, sarif or github",
	},
	"option-strict": {
		"peringatan pun membuat perintah ini gagal (kode keluar 1)",
		"fail for warnings too (exit code 1)",
	},
	"option-fix": {
		"perbaiki yang pasti, setelah perubahannya ditampilkan dan disetujui",
		"mend what is certain, after the changes were shown and agreed to",
	},
	"option-fix-yes": {"jangan bertanya sebelum memperbaiki", "do not ask before mending"},
	"option-check-drafts": {
		"periksa juga halaman draf dan berita yang belum waktunya",
		"look also at the pages of drafts and articles of the future",
	},
	"check-offline": {
		"jaringan tidak tersedia: %d tautan ke situs lain tidak dicoba",
		"there is no network: %d links to other sites were not tried",
	},
	"check-offline-one": {
		"jaringan tidak tersedia: %d tautan ke situs lain tidak dicoba",
		"there is no network: %d link to another site was not tried",
	},
	"check-clean-else": {"selain itu tidak ada yang perlu diperbaiki", "nothing else needs mending"},
	"option-external":  {"buka juga tautan ke situs lain", "open links to other sites too"},
	"check-format":     {"tidak ada bentuk %q; yang ada: %s", "there is no form %q, but: %s"},
	"check-no-file":    {"tidak ada berkas %q", "there is no file %q"},
	"check-outside":    {"berkas %q tidak ada di folder situs", "the file %q does not lie in the site's folder"},
	"check-fix-text": {
		"--fix menampilkan perubahannya; jalankan tanpa --format",
		"--fix shows what it changes; run it without --format",
	},
	"usage-guide": {"blandongan guide [pilihan]", "blandongan guide [options]"},
	"command-guide": {
		"menulis panduan redaksi tentang kota ini ke content/pages",
		"write the editors' guide, in words about this city, into content/pages",
	},
	"option-replace": {
		"ganti juga halaman panduan yang sudah diubah orang; isinya disimpan di sampingnya, di NAMA.md~",
		"replace also pages of the guide that somebody changed; what they held is kept beside them, in NAME.md~",
	},
	"guide-argument": {
		"guide tidak memakai %q; panduan ditulis untuk situs di folder ini",
		"guide takes no %q; it is written for the site in this folder",
	},
	"guide-made":    {"%s: dibuat", "%s: made"},
	"guide-renewed": {"%s: diperbarui", "%s: renewed"},
	"guide-kept": {
		"%s: dibiarkan, sebab sudah diubah orang; --replace menggantinya",
		"%s: left as it is, for somebody changed it; --replace replaces it",
	},
	"guide-replaced": {
		"%s: diganti; isinya yang tadi disimpan di %s",
		"%s: replaced; what it held is kept in %s",
	},
	"guide-foreign": {
		"%s: dibiarkan, sebab bukan tulisan guide; ganti namanya agar halaman panduan dapat dibuat di situ",
		"%s: left as it is, for guide did not write it; rename it to have the page of the guide made there",
	},
	"guide-done": {
		"panduan lengkap; sesudah situs dibangun lagi, bacalah di alamat %s (tidak tampil di menu atau pencarian)",
		"the guide is complete; after the next build it is at the address %s (no menu or search names it)",
	},
	"desk-found":     {"%d hal dari meja redaksi", "%d things from the editors' desk"},
	"desk-found-one": {"%d hal dari meja redaksi", "%d thing from the editors' desk"},
	"desk-where": {
		": saran tentang tulisannya, di panel pada halaman yang terbuka dan di blandongan check",
		": advice on what was written, in the panel on the open page and in blandongan check",
	},
	"check-clean":       {"tidak ada yang perlu diperbaiki", "nothing needs mending"},
	"check-found":       {"%s, %s, %s", "%s, %s, %s"},
	"notes":             {"%d catatan", "%d notes"},
	"notes-one":         {"%d catatan", "%d note"},
	"check-fixable":     {"%d di antaranya dapat diperbaiki dengan --fix", "--fix can mend %d of them"},
	"check-fixable-one": {"%d di antaranya dapat diperbaiki dengan --fix", "--fix can mend %d of them"},
	"fix-nothing":       {"tidak ada yang pasti perbaikannya", "there is nothing that can be mended for certain"},
	"fix-ask": {
		"Perbaiki %d hal di %d berkas seperti di atas?",
		"Mend %d things in %d files as shown above?",
	},
	"fix-done":      {"%d hal diperbaiki di %d berkas", "%d things mended in %d files"},
	"fix-left":      {"tidak semua ditulis; yang dibiarkan:%s", "not all was written; left as it is:%s"},
	"explain-bad":   {"Contoh yang salah", "A bad example"},
	"explain-good":  {"Contoh yang benar", "A good example"},
	"explain-none":  {"tidak ada kode %q; %s", "there is no code %q; %s"},
	"explain-near":  {"maksudnya %q?", "did you mean %q?"},
	"explain-list":  {"daftarnya: blandongan explain", "for a list: blandongan explain"},
	"explain-extra": {"hanya satu kode, bukan %q juga", "one code only, not %q too"},
	"explain-silence": {
		"Aturan ini dapat didiamkan: <!-- periksa: abaikan %s karena … -->",
		"This rule can be silenced: <!-- check: ignore %s because … -->",
	},
	"explain-unwritten": {"(belum ada penjelasan)", "(no explanation yet)"},
}
