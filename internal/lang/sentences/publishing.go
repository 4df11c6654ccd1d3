package sentences

// Publishing are the sentences of publish.
var Publishing = Table{
	"plan":       {"rencana untuk %s (terakhir diterbitkan %s):", "plan for %s (last published %s):"},
	"plan-first": {"rencana untuk %s (belum pernah diterbitkan):", "plan for %s (never published before):"},
	"plan-cut": {
		"rencana untuk %s (melanjutkan penerbitan yang terputus):",
		"plan for %s (going on with a run that was cut off):",
	},
	"plan-beside": {
		"  di sana sudah ada %d berkas atau folder lain; yang tidak menempati alamat situs dibiarkan",
		"  other files or folders that lie there already: %d; " +
			"those that are not at an address of the site stay as they are",
	},
	"plan-more":  {"%d lagi", "%d more"},
	"plan-short": {"  (setiap berkas ditampilkan dengan --explain)", "  (--explain shows every file)"},

	// What a plan counts.
	"group-page":        {"%d halaman lain", "%d other pages"},
	"group-page-one":    {"%d halaman lain", "%d other page"},
	"group-picture":     {"%d gambar", "%d pictures"},
	"group-picture-one": {"%d gambar", "%d picture"},
	"group-poster":      {"%d gambar untuk dibagikan", "%d pictures for sharing"},
	"group-poster-one":  {"%d gambar untuk dibagikan", "%d picture for sharing"},
	"group-data":        {"%d berkas data", "%d data files"},
	"group-data-one":    {"%d berkas data", "%d data file"},
	"group-feed":        {"%d umpan berita dan daftar untuk mesin", "%d feeds and lists for machines"},
	"group-feed-one":    {"%d umpan berita atau daftar untuk mesin", "%d feed or list for machines"},
	"group-search":      {"%d berkas pencarian", "%d search files"},
	"group-search-one":  {"%d berkas pencarian", "%d search file"},
	"group-look":        {"%d berkas tampilan", "%d files of the look"},
	"group-look-one":    {"%d berkas tampilan", "%d file of the look"},
	"group-packed":      {"%d salinan yang dimampatkan", "%d compressed copies"},
	"group-packed-one":  {"%d salinan yang dimampatkan", "%d compressed copy"},
	"group-other":       {"%d berkas lain", "%d other files"},
	"group-other-one":   {"%d berkas lain", "%d other file"},

	"look-at-folder": {
		"berkas di %s untuk ditampilkan server web: dibuka dengan klik dua kali, " +
			"halamannya tampil tanpa gaya dan gambar. " +
			"Untuk melihat isi yang sama di komputer ini: blandongan watch --open",
		"the files in %s are for a web server to show: opened by a double click, " +
			"pages have no style and no pictures. To see the same on this machine: blandongan watch --open",
	},
	"plan-left": {
		"  ! %s diubah di tujuan dan tidak ada lagi di situs; dibiarkan",
		"  ! %s was changed on the target by somebody and is in the site no more; it is left alone",
	},
	"plan-sums": {
		"akan dikirim %d, diganti %d (%s); dihapus %d; tetap %d",
		"%d to send, %d to replace (%s); %d to remove; %d stay",
	},
	"unpacked": {" sebelum dimampatkan", " before compression"},
	"plan-nothing": {
		"tidak ada yang perlu dikirim; %d berkas sudah sesuai",
		"nothing to send; %d files are as they should be",
	},
	"plan-waiting": {
		"%d berkas lama menunggu dihapus, paling cepat %s: " +
			"halaman yang sedang dibuka orang mungkin masih memerlukannya",
		"%d old files wait to be removed, not before %s: pages that somebody has open may still load them",
	},
	"waits":       {"menunggu dihapus", "waits to be removed"},
	"dry-run":     {"tidak ada yang diubah (--dry-run)", "nothing was changed (--dry-run)"},
	"ask-publish": {"Terbitkan?", "Publish?"},
	"ask-foreign": {
		"%d berkas di tujuan bukan dari situs ini dan akan diganti.",
		"%d files on the target are not ours and would be replaced.",
	},
	"ask-removals": {
		"%d berkas akan dihapus, lebih dari seperempat situs.",
		"%d files would be removed, more than a quarter of the site.",
	},
	"ask-go-on": {"Lanjutkan?", "Go on?"},
	"yes-no":    {"[y/T]", "[y/N]"},
	"try-again": {"%s: %s; dicoba lagi dalam %.0f detik", "%s: %s; trying again in %.0f s"},
	"published": {
		"diterbitkan ke %s: %d dikirim, %d diganti, %d dihapus; %s dalam %s detik",
		"published to %s: %d sent, %d replaced, %d removed; %s in %s seconds",
	},
	"looked": {
		"%s: %d berkas diambil seperti oleh pengunjung, %d tidak sesuai",
		"%s: %d files fetched as visitors do, %d not as sent",
	},
	"file-wrong":      {"  ! %s: %v", "  ! %s: %v"},
	"file-wrong-more": {"  ! dan %d lagi", "  ! and %d more"},
	"header-differs":  {"  ! %s: header %s seharusnya %q, ternyata %q", "  ! %s: header %s should be %q, is %q"},
	"header-missing":  {"  ! %s: header %s tidak ada; seharusnya %q", "  ! %s: header %s is missing; it should be %q"},
	"header-more":     {" (dan %d berkas lain)", " (and %d more)"},
	"headers-sum": {
		"  ! server web belum menyampaikan %d header yang dianjurkan (%s); " +
			"publish --write-config nginx, caddy, atau apache menulis aturannya",
		"  ! the web server does not say %d of the headers that it should (%s); " +
			"publish --write-config nginx, caddy or apache writes the rules",
	},
	"not-reached": {
		"%s belum dapat dibuka, jadi hasilnya belum diperiksa; sesudah dapat dibuka, jalankan lagi dengan --verify",
		"%s cannot be reached yet, so what was published was not looked at; " +
			"when it can be, run this again with --verify",
	},
	"wrote":          {"%s ditulis", "%s written"},
	"unchanged-file": {"%s sudah sesuai; tidak diubah", "%s unchanged"},
	"would-write":    {"%s akan ditulis", "%s would be written"},
	"rules-for": {
		"aturan untuk tujuan %s; kalau bukan itu, sebutkan tujuannya: %s",
		"rules for the target %s; if another is meant, name it: %s",
	},
	"rules-no-source": {
		"  saran: aturan ini menjalankan \"go run ./cmd/blandongan\", " +
			"padahal kode programnya tidak ada di folder situs; salin ke sana, atau ubah perintah itu",
		"  hint: these rules run \"go run ./cmd/blandongan\", but the program's source is not in the site's folder; " +
			"copy it there, or edit that command",
	},
	"rollback": {
		"pengunjung melihat rilis %s; yang tampil sebelumnya %s",
		"visitors see release %s; before it they saw %s",
	},
	"ask-rollback": {"Tampilkan kembali yang sebelumnya?", "Show the earlier one again?"},
	"rolled-back": {
		"pengunjung kini melihat rilis %s. Penerbitan berikutnya menampilkan isi situs yang terbaru lagi: perbaiki " +
			"dahulu isinya, dan hentikan dahulu penerbitan terjadwal",
		"visitors now see release %s. The next publish shows the newest content again: mend that first, and stop " +
			"publishing on a schedule until then",
	},
	"key-of":      {"kunci server %s: %s", "key of the server %s: %s"},
	"key-trusted": {"kunci itu sudah dipercaya", "that key is trusted already"},
	"loose-key": {
		"peringatan: kunci rahasia %[1]s dapat dibaca pengguna lain di komputer ini; jalankan: chmod 600 %[1]s",
		"warning: others on this machine may read the private key %[1]s; run: chmod 600 %[1]s",
	},
	"release-stepped": {
		"rilis %s yang sedang tampil tidak utuh: catatannya tidak dapat dibaca, " +
			"mungkin karena listrik padam; rilis itu dilewati",
		"the release %s that is shown is not whole: its record cannot be read, " +
			"perhaps because the power went; it is stepped over",
	},
	"release-broken": {
		"rilis %s tidak utuh: ada berkasnya yang hilang atau terpotong, " +
			"atau catatannya tidak dapat dibaca; rilis itu dilewati",
		"the release %s is not whole: files of it are missing or cut short, " +
			"or its record cannot be read; it is stepped over",
	},
	"not-ours": {"dibiarkan: bukan buatan program ini", "left alone: not made by this program"},
	"former-plain": {
		"peringatan: di %[1]s masih ada %[2]d berkas dari penerbitan sebelum releases: true; " +
			"pengunjung yang melihat %[1]s/current tidak melihatnya, dan berkas itu boleh dihapus",
		"warning: %[1]s still holds %[2]d files that were published before releases: true; " +
			"visitors of %[1]s/current do not see them, and they can be deleted",
	},
	"former-kept": {
		"peringatan: releases/ dan current dari masa releases: true masih ada di folder %s yang dibaca umum, " +
			"sehingga rilis lama dapat dibaca di alamat /releases/…; hapus keduanya bila tidak diperlukan",
		"warning: releases/ and current of the time of releases: true still lie in the public folder %s, " +
			"so old releases can be read at /releases/…; delete both if nobody needs them",
	},
	"unlike-files": {
		"peringatan: di %s ada %d berkas yang lain dari yang dibuat dari isi situs sekarang, misalnya %s: " +
			"diubah dengan tangan, atau isi situs berubah sesudah dibangun; yang dikirim yang ada di folder itu",
		"warning: %s holds %d files that are not what is made from the site as it is written now, " +
			"such as %s: changed by hand, or built before the site changed; what is in that folder is sent",
	},
	"stray-pages": {
		"peringatan: di %s ada %d halaman yang tidak dimiliki situs ini sekarang, misalnya %s: " +
			"mungkin draf, atau sisa isi yang lama; tanpa --no-build halaman itu tidak ikut terkirim",
		"warning: %s holds %d pages that the site as it is written now has not, " +
			"such as %s: perhaps drafts, or remains; without --no-build they are not sent",
	},
	"show-current": {"server web harus menampilkan %s/current", "a web server must show %s/current"},
	"key-kept": {
		"kunci disimpan di %s; sekarang jalankan: blandongan publish %s",
		"the key is kept in %s; now run: blandongan publish %s",
	},
	"ask-trust": {
		"Bandingkan dengan yang diumumkan pemilik server. Percayai kunci ini?",
		"Compare it with what the server's owner says. Trust this key?",
	},

	// Why a file is in a plan.
	"why-missing":     {"hilang di tujuan", "missing on the target"},
	"why-differs":     {"isinya berubah", "changed"},
	"why-touched":     {"diubah di tujuan", "changed on the target by somebody"},
	"why-headers":     {"headernya berubah", "other headers"},
	"why-foreign":     {"bukan dari situs ini, menempati alamat situs", "not ours, at an address of the site"},
	"why-not-in-site": {"tidak ada lagi di situs", "no longer in the site"},
	"why-grace-over":  {"masa tunggunya habis", "its grace is over"},
	"why-not-made": {
		"bukan buatan program ini; dikirim oleh versi lama",
		"not made by this program; an earlier version sent it",
	},

	// What ends it.
	"publish-arguments": {"publish memakai satu tujuan saja: %q berlebih", "publish takes one target: %q is too many"},
	"stopped-unchanged": {"dihentikan; di tujuan tidak ada yang diubah", "stopped; nothing was changed on the target"},
	"no-publish-file": {
		"tidak ada %[1]s: di sana tertulis ke mana situs ini diterbitkan, misalnya\n%[2]s",
		"there is no %[1]s: it says where this site is published, for example\n%[2]s",
	},
	"name-target":    {"sebutkan tujuannya: %s", "name the target: %s"},
	"no-such-target": {"tujuan %q tidak ada di %s; yang ada: %s", "there is no target %q in %s; there are: %s"},
	"ask-flag":       {"%[1]s Jika memang disengaja, tambahkan %[2]s", "%[1]s If that is meant, add %[2]s"},
	"not-agreed":     {"tidak ada yang diubah", "nothing was changed"},
	"nobody-to-ask": {
		"perintah ini perlu jawaban, tetapi tidak dijalankan di terminal; tambahkan --yes",
		"there is nobody to ask here; add --yes",
	},
	"trust-sftp-only": {"--trust hanya untuk tujuan sftp", "--trust is for sftp targets only"},
	"no-rules":        {"tidak ada aturan untuk %q; yang ada: %s", "there are no rules for %q; there are: %s"},
	"rules-failed": {
		"aturan untuk %[1]s tidak dapat ditulis: %[2]v",
		"the rules for %[1]s cannot be written: %[2]v",
	},
	"rules-other-path": {
		"tautan di halaman situs ini dibuat untuk jalur %[1]s, sedangkan alamat %[2]s memakai jalur lain, " +
			"jadi tautannya tidak akan sampai; samakan base_url di data/site.yaml, " +
			"atau terbitkan dan tulis aturannya dengan --base-url %[2]s",
		"the links in this site's pages are made for the path %[1]s, but the address %[2]s has another, " +
			"so they would lead nowhere; make base_url in data/site.yaml the same, " +
			"or publish and write the rules with --base-url %[2]s",
	},
	"config-foreign": {
		"%s sudah ada dan tidak ditulis oleh program ini; pindahkan dulu",
		"%s is there already and not ours; move it away first",
	},
	"config-edited": {
		"%s sudah diubah sejak ditulis oleh program ini; pindahkan atau hapus dulu, lalu jalankan lagi",
		"%s was changed by hand since we wrote it; move it away or delete it, then run again",
	},
	"stopped-unlooked": {
		"dihentikan sebelum situsnya diperiksa; semuanya sudah terbit",
		"stopped before the site was looked at; all of it is published",
	},
	"not-looked": {
		"%[1]s\nSemuanya sudah terbit, tetapi belum diperiksa. " +
			"Kalau alamat itu memang belum dapat dibuka, tambahkan --no-verify",
		"%[1]s\nAll of it is published, but was not looked at. " +
			"If that address is not to be reached yet, add --no-verify",
	},
	"stopped-sending": {
		"dihentikan; yang sudah terkirim tetap utuh. Jalankan lagi untuk melanjutkan",
		"stopped; what was sent is whole. Run it again to go on",
	},
	"cut-nothing-removed": {
		"%[1]s\nTidak ada yang dihapus; yang sudah terkirim tetap utuh. Sesudah itu dibereskan, jalankan lagi untuk " +
			"melanjutkan",
		"%[1]s\nNothing was removed, and what was sent is whole. When that is mended, run it again to go on",
	},
	"cut-removed": {
		"%[1]s\nYang sudah terkirim tetap utuh; %[2]d berkas sudah dihapus. " +
			"Sesudah itu dibereskan, jalankan lagi untuk melanjutkan",
		"%[1]s\nWhat was sent is whole; %[2]d files were removed. When that is mended, run it again to go on",
	},
	"no-home": {"%s: folder rumah (HOME) tidak diketahui", "%s: the home folder (HOME) is not known"},
	"target-overlaps-out": {
		"folder tujuan %s dan folder keluaran %s bertumpang tindih",
		"the target's folder %s and the output folder %s overlap",
	},
	"target-holds-site": {
		"folder tujuan %s memuat berkas situs sendiri atau ada di antaranya; pilih folder lain di %s",
		"the target's folder %s holds the site's own files, or is among them; choose another in %s",
	},
	"targets-nested": {
		"folder tujuan %[1]q, %[2]s, dan folder tujuan %[3]q, %[4]s, saling memuat; " +
			"pilih folder di samping yang lain di %[5]s",
		"the folder of the target %[1]q, %[2]s, and that of the target %[3]q, " +
			"%[4]s, lie one in the other; choose one beside the other in %[5]s",
	},
	"being-built": {
		"%s sedang dibangun, misalnya oleh watch; coba lagi sebentar lagi",
		"%s is being built, perhaps by watch; try again in a moment",
	},
	"files-gone": {
		"%[2]d berkas yang dibuat program ini tidak ada lagi di %[1]s, misalnya %[3]s; jalankan tanpa --no-build",
		"%[2]d of the files that this program made are gone from %[1]s, such as %[3]s; run without --no-build",
	},
	"no-manifest": {
		"di %s tidak ada catatan .blandongan/manifest, jadi tidak diketahui mana yang buatan program ini; " +
			"jalankan tanpa --no-build, atau kalau folder itu disalin dari tempat lain, " +
			"salin juga folder .blandongan di dalamnya",
		"there is no record .blandongan/manifest in %s, so nobody knows what in it this program made; run without " +
			"--no-build, or, if that folder was copied from elsewhere, copy the folder .blandongan in it too",
	},
	"half-built": {
		"%s belum selesai dibangun: sebagian isinya baru dan sebagian lama; " +
			"kalau sedang dibangun, tunggu, kalau tidak, jalankan tanpa --no-build",
		"%s is not built to its end: some of it is new and some is old; " +
			"if it is being built, wait, if not, run without --no-build",
	},
	"made-with-drafts": {
		"%s dibangun bersama draf dan berita yang belum waktunya (--drafts), jadi tidak diterbitkan. " +
			"Jalankan tanpa --no-build: situsnya dibangun lagi tanpa draf; bila watch --drafts masih berjalan, " +
			"hentikan dahulu dengan Ctrl+C. Bila semua draf itu memang boleh dibaca di tujuan ini, tambahkan --drafts",
		"%s was built with drafts and articles of the future (--drafts), so it is not published. " +
			"Run this without --no-build: the site is built again without them; if watch --drafts still runs, " +
			"end it first with Ctrl+C. If all these drafts may indeed be read on this target, add --drafts",
	},
	"made-elsewhere": {
		"%[1]s dibangun untuk alamat %[2]s, sedangkan yang diterbitkan %[3]s: tautan dan umpannya akan menuju ke " +
			"tempat lain. Jalankan tanpa --no-build, atau bila %[2]s yang dimaksud, tambahkan --base-url %[2]s",
		"%[1]s was built for the address %[2]s, but %[3]s is published: its links and feeds would lead elsewhere. " +
			"Run this without --no-build, or, if %[2]s is meant, add --base-url %[2]s",
	},
	"made-unsaid": {
		"tidak tercatat bagaimana %s dibangun: dengan atau tanpa draf, untuk alamat mana; jalankan tanpa --no-build, " +
			"atau jalankan build sekali lagi dahulu",
		"nothing says how %s was built: with drafts or without, for which address; run this without --no-build, " +
			"or run build once before",
	},
	"drafts-go-out": {
		"perhatian: draf dan berita yang belum waktunya ikut diterbitkan (--drafts)",
		"careful: drafts and articles of the future are published too (--drafts)",
	},
	"cut-mixed": {
		"%s\nSitus di sana kini sebagian baru dan sebagian lama; setiap berkasnya utuh",
		"%s\nThe site there is now partly new and partly old; each file is whole",
	},
}
