package main

import (
	"fmt"

	"blandongan/internal/diag"
)

// watchWords are what the command says while it watches, in one language.
type watchWords struct {
	made, unmade, mended, nothing, hour, files, some, machine    string
	serving, taken, network, stop, mute, limit, polls, noBrowser string
	written                                                      func(int) string
}

func watchSpeech(lang diag.Language) watchWords {
	if lang == diag.Indonesian {
		return watchWords{
			made:    "%s → %s, %d ms",
			unmade:  "%s → %s; situs terakhir yang benar tetap tampil",
			mended:  "semua galat sudah diperbaiki",
			nothing: "tidak ada yang berubah",
			hour:    "waktunya tiba",
			files:   "%s dan %d berkas lain",
			some:    "beberapa berkas",
			machine: "situs tidak dapat dibangun: %s",
			written: func(n int) string { return fmt.Sprintf("%d berkas situs berubah", n) },

			serving:   "situs terbuka di %s",
			taken:     "alamat %s sedang dipakai program lain",
			network:   "perhatian: semua orang di jaringan ini dapat membuka situs ini, juga draf bila ditampilkan",
			stop:      "simpan berkas untuk melihat perubahannya; Ctrl+C untuk berhenti",
			mute:      "disk ini tidak memberi tahu setiap perubahan",
			limit:     "sistem tidak mengizinkan memantau folder sebanyak ini",
			polls:     "berkas diperiksa berkala, jadi perubahan tampil sedikit lebih lambat",
			noBrowser: "peramban tidak dapat dibuka: %s",
		}
	}
	return watchWords{
		made:    "%s → %s, %d ms",
		unmade:  "%s → %s; the last good site stays",
		mended:  "all errors are mended",
		nothing: "nothing changed",
		hour:    "the time has come",
		files:   "%s and %d more files",
		some:    "some files",
		machine: "the site cannot be built: %s",
		written: func(n int) string { return plural(n, "file") + " of the site changed" },

		serving:   "the site is open at %s",
		taken:     "another program uses %s",
		network:   "careful: everybody on this network can open the site, drafts too if they are shown",
		stop:      "save a file to see what it changes; Ctrl+C to stop",
		mute:      "this disk does not tell of every change",
		limit:     "the system does not let us watch so many folders",
		polls:     "files are looked at again and again, so changes show a little later",
		noBrowser: "no browser could be opened: %s",
	}
}
