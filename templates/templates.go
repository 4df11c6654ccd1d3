// Package templates holds the built-in look: the HTML templates and assets that
// a site without a templates folder of its own is built with.
package templates

import "embed"

// FS holds the files of this folder.
//
//go:embed *.html parts assets
var FS embed.FS
