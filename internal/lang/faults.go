package lang

// Faults are the sentences of what ends a publication or a try, by their codes. What
// the machine says stands behind them.
var Faults = Theme{
	"differing": {
		"isinya bukan yang dikirim (%d byte, seharusnya %d)",
		"other bytes than were sent (%d instead of %d)",
	},
	"unsafe-path":   {"%q bukan alamat di dalam situs", "%q is not an address inside the site"},
	"nothing-built": {"folder %s tidak ada: bangun situsnya dahulu", "there is no folder %s: build the site first"},
	"link-in-site": {
		"%s adalah tautan; yang diterbitkan hanya berkas biasa",
		"%s is a link; only plain files are published",
	},
	"odd-in-site": {
		"%s bukan berkas biasa; yang diterbitkan hanya berkas biasa",
		"%s is no plain file; only plain files are published",
	},
	"odd-name": {
		"nama %q tidak dapat dibawa ke semua jenis tujuan; ganti namanya",
		"the name %q cannot be carried to every kind of target; rename the file",
	},
	"changed-meanwhile": {
		"%s berubah selagi diterbitkan; jalankan lagi",
		"%s changed while it was being published; run it again",
	},
	"target-changed": {
		"%s berubah sejak rencana dibuat: ada yang menerbitkan di antaranya; jalankan lagi",
		"%s changed since the plan was made: somebody published in between; run it again",
	},
	"file-changed": {
		"%s berubah sejak rencana dibuat; jalankan lagi",
		"%s changed since the plan was made; run it again",
	},
	"unreadable-record": {
		"%s: catatan %s tidak dapat dibaca; tanpa catatan itu tidak diketahui mana yang milik situs ini; dengan " +
			"--overwrite berkas di alamat situs diganti, dan yang lain dibiarkan",
		"%s: the record %s cannot be read, and without it nobody knows what is ours; with --overwrite, files at " +
			"addresses of the site are replaced, and others are left alone",
	},
	"consent-foreign": {
		"%d berkas di tujuan bukan milik situs ini dan akan diganti",
		"%d files on the target are not ours and would be replaced",
	},
	"consent-removals": {
		"%d berkas akan dihapus, lebih dari seperempat situs",
		"%d files would be removed, more than a quarter of the site",
	},
	"busy": {
		"%s sedang diterbitkan oleh proses lain; bila proses itu sudah berhenti, tunggu dua menit",
		"%s is being published by another process; if it is dead, wait two minutes",
	},
	"busy-since": {
		"%s sedang diterbitkan dari komputer lain sejak %s; bila itu sudah berhenti, tunggu dua menit",
		"%s is being published from another computer since %s; if that has ended, wait two minutes",
	},
	"busy-here": {
		"%s sedang diterbitkan oleh proses %d di komputer ini sejak %s; tunggu sampai selesai",
		"%s is being published by process %d of this computer since %s; wait until it ends",
	},
	"lock-lost": {
		"penguncian di %s hilang: ada penerbit lain yang mengambil alih, atau tujuan terlalu lama tidak menjawab",
		"the lock on %s is lost: another publisher took over, or the target did not answer for too long",
	},
	"current-in-the-way": {
		"%s menghalangi: seharusnya tautan ke satu folder di releases/",
		"%s is in the way: it should be a link to a folder in releases/",
	},
	"no-links": {
		"di %s tidak dapat dibuat tautan simbolik, yang dibutuhkan releases: true; hapus itu dari " +
			"data/publish.yaml agar tiap berkas diganti di tempatnya, atau terbitkan lewat SFTP (di Windows, " +
			"Mode Pengembang mengizinkan tautan)",
		"no symbolic link can be made in %s, which releases: true needs; take that out of data/publish.yaml, so " +
			"that each file is replaced at its address, or publish over SFTP (on Windows, Developer Mode allows " +
			"links)",
	},
	"no-releases": {
		"%s tidak menyimpan rilis; hanya tujuan berupa folder dengan releases: true yang menyimpannya",
		"%s keeps no releases; only a folder with releases: true does",
	},
	"no-earlier-release": {"di %s tidak ada rilis yang lebih lama", "%s has no earlier release"},
	"no-whole-release": {
		"di %s tidak ada rilis lebih lama yang utuh; yang dilewati, " +
			"karena ada berkasnya yang hilang atau terpotong, atau catatannya tidak dapat dibaca: %s",
		"%s has no earlier release that is whole; " +
			"stepped over, as files of it are missing or cut short, or its record cannot be read: %s",
	},
	"no-url":         {"%q bukan alamat web", "%q is no web address"},
	"folder-missing": {"folder %s tidak ada", "there is no folder %s"},
	"refused":        {"%s tidak dapat ditulis", "%s cannot be written"},
	"full":           {"ruang penyimpanan di %s sudah penuh", "there is no room left on %s"},
	"in-the-way":     {"%s menghalangi, dan bukan buatan kami", "%s is in the way, and not ours"},
	"link-in-path": {
		"%s adalah tautan; tidak ada yang ditulis melalui tautan",
		"%s is a link; nothing is written through a link",
	},
	"s3-endpoint": {
		"endpoint harus berbentuk https://host atau https://host:port, tanpa nama pengguna, jalur, atau parameter",
		"the endpoint must be https://host or https://host:port, without a user name, path or parameters",
	},
	"s3-bucket-name": {"%q tidak dapat menjadi nama bucket", "%q cannot be the name of a bucket"},
	"s3-prefix":      {"prefiks %q bukan folder di dalam bucket", "the prefix %q is not a folder inside a bucket"},
	"s3-no-keys": {
		"kunci untuk penyimpanan belum lengkap; isi variabel lingkungan %s, atau semua dari pasangan %s",
		"the keys to the storage are not complete; set the environment variables %s, or all of the pair %s",
	},
	"s3-no-bucket": {
		"bucket %q tidak ada di %s; buat dahulu, atau periksa namanya",
		"there is no bucket %q at %s; create it first, or check its name",
	},
	"s3-denied": {"kunci akses tidak punya izin %s untuk %s", "the access key lacks the permission %s for %s"},
	"s3-wrong-keys": {
		"kunci akses atau kunci rahasia salah (dari %s)",
		"the access key or the secret key is wrong (from %s)",
	},
	"s3-old-keys": {
		"kunci sementara sudah tidak berlaku (dari %s); ambil yang baru",
		"the temporary keys have expired (from %s); fetch new ones",
	},
	"s3-clock": {
		"jam komputer ini menunjukkan %s, jam server %s; sesuaikan dahulu, karena permintaan ditolak bila selisih " +
			"waktunya terlalu besar",
		"this computer's clock says %s, the server's %s; set it right, as requests that differ too much are refused",
	},
	"s3-region": {
		"bucket %q tidak berada di region %q; tulis region yang benar",
		"the bucket %q is not in the region %q; write the right one",
	},
	"s3-region-is": {
		"bucket %q berada di region %q, bukan %q; tulis region itu",
		"the bucket %q is in the region %q, not %q; write that region",
	},
	"s3-moved": {
		"%s meneruskan ke %s; tulis alamat itu sebagai endpoint",
		"%s sends us on to %s; write that as the endpoint",
	},
	"s3-stranger": {
		"yang menjawab di %s bukan penyimpanan S3; periksa endpoint",
		"what answers at %s is no S3 storage; check the endpoint",
	},
	"s3-tls": {"sambungan aman ke %s tidak dapat dibuat", "no secure connection to %s can be made"},
	"s3-too-large": {
		"%s lebih besar daripada yang dapat diterima dalam sekali kirim (5 GiB, atau batas penyimpanan itu)",
		"%s is larger than what is taken at once (5 GiB, or that storage's own limit)",
	},
	"s3-refused": {"penyimpanan menolak %s untuk %s (status %d)", "the storage refuses %s for %s (status %d)"},
	"gap": {
		"server tidak dapat mengganti %s dalam satu langkah; tulis gaps: true untuk tujuan ini bila berkas itu boleh " +
			"hilang sesaat",
		"the server cannot replace %s in one step; write gaps: true for this target if it may be missing for a moment",
	},
	"no-replace": {"server tidak mengizinkan %s ditulis ulang", "the server lets nobody write %s again"},
	"unreadable": {"%s tidak dapat dibaca", "%s cannot be read"},
	"no-reason": {
		"server menolak %s tanpa menyebut sebabnya; sering kali karena kuota sudah habis",
		"the server refuses %s and gives no reason; often the quota is used up",
	},
	"unreachable":  {"%s tidak dapat dihubungi", "%s cannot be reached"},
	"no-such-host": {"tidak ada server bernama %s", "there is no host called %s"},
	"no-sftp":      {"%s menerima login, tetapi tidak menyediakan SFTP", "%s lets us in but does not offer SFTP"},
	"hosts-unreadable": {
		"%s tidak dapat dibaca; tanpa berkas itu tidak diketahui apakah servernya benar",
		"%s cannot be read, and without it nobody knows whether the server is the right one",
	},
	"host-unknown": {
		"server %s belum dikenal; sidik jari kuncinya %s %s; " +
			"cocokkan dengan keterangan pengelola server, lalu jalankan publish TUJUAN --trust",
		"the server %s is not known yet; its key has the fingerprint %s %s; " +
			"compare it with what the host tells you, then run publish TARGET --trust",
	},
	"host-changed": {
		"server %s menunjukkan kunci lain, %s, padahal yang dikenal %s: mungkin ada yang menyamar; tanyakan " +
			"kepada pengelola server, dan hapus baris lama (ssh-keygen -R) hanya bila kuncinya memang diganti",
		"the server %s shows another key, %s, than the one known, %s: somebody may be posing as it; " +
			"ask the host, and remove the old line (ssh-keygen -R) only if the key was really changed",
	},
	"host-certificate": {
		"sertifikat server %s, %s, tidak dapat diterima",
		"the certificate of the server %s, %s, cannot be accepted",
	},
	"host-revoked": {
		"kunci server %s, %s, sudah dicabut menurut %s",
		"the key of the server %s, %s, is revoked by %s",
	},
	"key-unreadable": {"kunci %s tidak dapat dibaca", "the key %s cannot be read"},
	"key-locked": {
		"kunci %s memerlukan frasa sandi; isi variabel lingkungan %s, atau buka kuncinya di ssh-agent",
		"the key %s needs a passphrase; set the environment variable %s, or unlock the key in ssh-agent",
	},
	"key-passphrase-wrong": {
		"frasa sandi kunci %s salah; periksa variabel lingkungan %s",
		"the passphrase of the key %s is wrong; check the environment variable %s",
	},
	"login-refused": {"%s menolak login sebagai %s; yang dicoba: %s", "%s does not let us in as %s; tried: %s"},
	"login-nothing": {
		"%s meminta login sebagai %s, tetapi kunci dan kata sandi tidak ada; yang dicari: ssh-agent, ~/.ssh, %s",
		"%s wants us to log in as %s, but there is no key and no password; looked for: ssh-agent, ~/.ssh, %s",
	},
}
