package main

import "blandongan/internal/diag"

// words are what the command says of itself, in one language.
type words struct{ built, failed, warnings, drafts, future string }

func speech(lang diag.Language) words {
	if lang == diag.Indonesian {
		return words{
			built:    "%d halaman, %d berkas; %d ditulis, %d dihapus; %.2f detik\n",
			failed:   "%d galat, %d peringatan; tidak ada yang ditulis\n",
			warnings: "%d peringatan\n",
			drafts:   "%d draf tidak diterbitkan\n",
			future:   "%d berita belum waktunya terbit; berikutnya %s\n",
		}
	}
	return words{
		built:    "%d pages, %d files; %d written, %d removed; %.2f seconds\n",
		failed:   "%d errors, %d warnings; nothing was written\n",
		warnings: "%d warnings\n",
		drafts:   "%d drafts not published\n",
		future:   "%d articles not due yet; the next %s\n",
	}
}
