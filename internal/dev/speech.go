package dev

import "blandongan/internal/lang"

// wordsIn are the sentences over a page, in one language.
func wordsIn(l lang.Language) *lang.Writer { return lang.Overlay.For(l) }
