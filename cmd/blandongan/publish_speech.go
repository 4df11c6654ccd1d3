package main

import (
	"errors"
	"fmt"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/publish"
)

// publishWords are what publish says, in one language.
type publishWords struct {
	lang                                         diag.Language
	plan, planFirst, planCut, beside, more, left string
	sums, unpacked, nothing, waiting             string
	waits, dryRun                                string
	askGo, askForeign, askRemovals, goOn, yesNo  string
	again, progress, done                        string
	looked, wrong, wrongMore                     string
	unsaid, missing, unsaidMore, unsaidSum       string
	unseen                                       string
	wrote, same, wouldWrite, rulesFor, noSource  string
	rollback, askRollback, rolledBack            string
	fingerprint, alreadyTrusted, askTrust        string
	trusted, current, stepped, broken, loose     string
	stray, unlike, others                        string
	formerPlain, formerKept                      string
	why                                          map[publish.Reason]string
}

func publishSpeech(lang diag.Language) publishWords {
	if lang == diag.Indonesian {
		return indonesianPublish
	}
	return englishPublish
}

var indonesianPublish = publishWords{
	lang:           diag.Indonesian,
	plan:           "rencana untuk %s (terakhir diterbitkan %s):\n",
	planFirst:      "rencana untuk %s (belum pernah diterbitkan):\n",
	planCut:        "rencana untuk %s (melanjutkan penerbitan yang terputus):\n",
	beside:         "  di sana sudah ada %d berkas atau folder lain; yang tidak menempati alamat situs dibiarkan\n",
	more:           "  %s dan %d lagi; --dry-run menampilkan semuanya\n",
	left:           "  ! %s diubah di tujuan dan tidak ada lagi di situs; dibiarkan\n",
	sums:           "akan dikirim %d, diganti %d (%s); dihapus %d; tetap %d\n",
	unpacked:       " sebelum dimampatkan",
	nothing:        "tidak ada yang perlu dikirim; %d berkas sudah sesuai\n",
	waiting:        "%d berkas lama menunggu dihapus, paling cepat %s: halaman yang sedang dibuka orang mungkin masih memerlukannya\n",
	waits:          "menunggu dihapus",
	dryRun:         "tidak ada yang diubah (--dry-run)",
	askGo:          "Terbitkan?",
	askForeign:     "%d berkas di tujuan bukan dari situs ini dan akan diganti.",
	askRemovals:    "%d berkas akan dihapus, lebih dari seperempat situs.",
	goOn:           "Lanjutkan?",
	yesNo:          "[y/T]",
	again:          "%s: %s; dicoba lagi dalam %.0f detik\n",
	progress:       "%d dari %d; %s\n",
	done:           "diterbitkan ke %s: %d dikirim, %d diganti, %d dihapus; %s dalam %s detik\n",
	looked:         "%s: %d berkas diambil seperti oleh pengunjung, %d tidak sesuai\n",
	wrong:          "  ! %s: %v\n",
	wrongMore:      "  ! dan %d lagi\n",
	unsaid:         "  ! %s: header %s seharusnya %q, ternyata %q",
	missing:        "  ! %s: header %s tidak ada; seharusnya %q",
	unsaidMore:     " (dan %d berkas lain)",
	unsaidSum:      "  ! server web belum menyampaikan %d header yang dianjurkan (%s); publish --write-config nginx, caddy, atau apache menulis aturannya\n",
	unseen:         "%s belum dapat dibuka, jadi hasilnya belum diperiksa; sesudah dapat dibuka, jalankan lagi dengan --verify\n",
	wrote:          "%s ditulis\n",
	same:           "%s sudah sesuai; tidak diubah\n",
	wouldWrite:     "%s akan ditulis\n",
	rulesFor:       "aturan untuk tujuan %s; kalau bukan itu, sebutkan tujuannya: %s\n",
	noSource:       "  saran: aturan ini menjalankan \"go run ./cmd/blandongan\", padahal kode programnya tidak ada di folder situs; salin ke sana, atau ubah perintah itu\n",
	rollback:       "pengunjung melihat rilis %s; yang tampil sebelumnya %s\n",
	askRollback:    "Tampilkan kembali yang sebelumnya?",
	rolledBack:     "pengunjung kini melihat rilis %s. Penerbitan berikutnya menampilkan isi situs yang terbaru lagi: perbaiki dahulu isinya, dan hentikan dahulu penerbitan terjadwal\n",
	fingerprint:    "kunci server %s: %s\n",
	alreadyTrusted: "kunci itu sudah dipercaya",
	loose:          "peringatan: kunci rahasia %[1]s dapat dibaca pengguna lain di komputer ini; jalankan: chmod 600 %[1]s\n",
	stepped:        "rilis %s yang sedang tampil tidak utuh: catatannya tidak dapat dibaca, mungkin karena listrik padam; rilis itu dilewati\n",
	broken:         "rilis %s tidak utuh: ada berkasnya yang hilang atau terpotong, atau catatannya tidak dapat dibaca; rilis itu dilewati\n",
	others:         "dibiarkan: bukan buatan program ini",
	formerPlain:    "peringatan: di %[1]s masih ada %[2]d berkas dari penerbitan sebelum releases: true; pengunjung yang melihat %[1]s/current tidak melihatnya, dan berkas itu boleh dihapus\n",
	formerKept:     "peringatan: releases/ dan current dari masa releases: true masih ada di folder %s yang dibaca umum, sehingga rilis lama dapat dibaca di alamat /releases/…; hapus keduanya bila tidak diperlukan\n",
	unlike:         "peringatan: di %s ada %d berkas yang lain dari yang dibuat dari isi situs sekarang, misalnya %s: diubah dengan tangan, atau isi situs berubah sesudah dibangun; yang dikirim yang ada di folder itu\n",
	stray:          "peringatan: di %s ada %d halaman yang tidak dimiliki situs ini sekarang, misalnya %s: mungkin draf, atau sisa isi yang lama; tanpa --no-build halaman itu tidak ikut terkirim\n",
	current:        "server web harus menampilkan %s/current\n",
	trusted:        "kunci disimpan di %s; sekarang jalankan: blandongan publish %s\n",
	askTrust:       "Bandingkan dengan yang diumumkan pemilik server. Percayai kunci ini?",
	why: map[publish.Reason]string{
		publish.IsNew: "baru", publish.IsMissing: "hilang di tujuan", publish.Differs: "isinya berubah", publish.ChangedThere: "diubah di tujuan",
		publish.OtherHeaders: "headernya berubah", publish.Foreign: "bukan dari situs ini, menempati alamat situs", publish.NotInSite: "tidak ada lagi di situs",
		publish.GraceOver: "masa tunggunya habis", publish.NotMade: "bukan buatan program ini; dikirim oleh versi lama",
	},
}

var englishPublish = publishWords{
	lang:           diag.English,
	plan:           "plan for %s (last published %s):\n",
	planFirst:      "plan for %s (never published before):\n",
	planCut:        "plan for %s (going on with a run that was cut off):\n",
	beside:         "  other files or folders that lie there already: %d; those that are not at an address of the site stay as they are\n",
	more:           "  %s and %d more; --dry-run shows all\n",
	left:           "  ! %s was changed on the target by somebody and is in the site no more; it is left alone\n",
	sums:           "%d to send, %d to replace (%s); %d to remove; %d stay\n",
	unpacked:       " before compression",
	nothing:        "nothing to send; %d files are as they should be\n",
	waiting:        "%d old files wait to be removed, not before %s: pages that somebody has open may still load them\n",
	waits:          "waits to be removed",
	dryRun:         "nothing was changed (--dry-run)",
	askGo:          "Publish?",
	askForeign:     "%d files on the target are not ours and would be replaced.",
	askRemovals:    "%d files would be removed, more than a quarter of the site.",
	goOn:           "Go on?",
	yesNo:          "[y/N]",
	again:          "%s: %s; trying again in %.0f s\n",
	progress:       "%d of %d; %s\n",
	done:           "published to %s: %d sent, %d replaced, %d removed; %s in %s seconds\n",
	looked:         "%s: %d files fetched as visitors do, %d not as sent\n",
	wrong:          "  ! %s: %v\n",
	wrongMore:      "  ! and %d more\n",
	unsaid:         "  ! %s: header %s should be %q, is %q",
	missing:        "  ! %s: header %s is missing; it should be %q",
	unsaidMore:     " (and %d more)",
	unsaidSum:      "  ! the web server does not say %d of the headers that it should (%s); publish --write-config nginx, caddy or apache writes the rules\n",
	unseen:         "%s cannot be reached yet, so what was published was not looked at; when it can be, run this again with --verify\n",
	wrote:          "%s written\n",
	same:           "%s unchanged\n",
	wouldWrite:     "%s would be written\n",
	rulesFor:       "rules for the target %s; if another is meant, name it: %s\n",
	noSource:       "  hint: these rules run \"go run ./cmd/blandongan\", but the program's source is not in the site's folder; copy it there, or edit that command\n",
	rollback:       "visitors see release %s; before it they saw %s\n",
	askRollback:    "Show the earlier one again?",
	rolledBack:     "visitors now see release %s. The next publish shows the newest content again: mend that first, and stop publishing on a schedule until then\n",
	fingerprint:    "key of the server %s: %s\n",
	alreadyTrusted: "that key is trusted already",
	loose:          "warning: others on this machine may read the private key %[1]s; run: chmod 600 %[1]s\n",
	stepped:        "the release %s that is shown is not whole: its record cannot be read, perhaps because the power went; it is stepped over\n",
	broken:         "the release %s is not whole: files of it are missing or cut short, or its record cannot be read; it is stepped over\n",
	others:         "left alone: not made by this program",
	formerPlain:    "warning: %[1]s still holds %[2]d files that were published before releases: true; visitors of %[1]s/current do not see them, and they can be deleted\n",
	formerKept:     "warning: releases/ and current of the time of releases: true still lie in the public folder %s, so old releases can be read at /releases/…; delete both if nobody needs them\n",
	unlike:         "warning: %s holds %d files that are not what is made from the site as it is written now, such as %s: changed by hand, or built before the site changed; what is in that folder is sent\n",
	stray:          "warning: %s holds %d pages that the site as it is written now has not, such as %s: perhaps drafts, or remains; without --no-build they are not sent\n",
	current:        "a web server must show %s/current\n",
	trusted:        "the key is kept in %s; now run: blandongan publish %s\n",
	askTrust:       "Compare it with what the server's owner says. Trust this key?",
	why: map[publish.Reason]string{
		publish.IsNew: "new", publish.IsMissing: "missing on the target", publish.Differs: "changed", publish.ChangedThere: "changed on the target by somebody",
		publish.OtherHeaders: "other headers", publish.Foreign: "not ours, at an address of the site", publish.NotInSite: "no longer in the site",
		publish.GraceOver: "its grace is over", publish.NotMade: "not made by this program; an earlier version sent it",
	},
}

// size tells bytes as people do.
func (w publishWords) size(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d B", n)
	case n < 1000_000:
		return decimal(w.lang, float64(n)/1000, 1) + " kB"
	default:
		return decimal(w.lang, float64(n)/1000_000, 1) + " MB"
	}
}

// failed is the sentence of an error of publishing. Its cause is what a machine
// says, of which the common faults are translated.
func failed(err error, lang diag.Language) string {
	sentence := publish.Plain(err, string(lang))
	f, ok := errors.AsType[*publish.Fault](err)
	if !ok && sentence == err.Error() {
		return say(err, lang)
	}
	if ok && f.Err != nil {
		if why, known := diag.Machine(f.Err, lang); known {
			return strings.TrimSuffix(sentence, f.Err.Error()) + why
		}
	}
	return sentence
}
