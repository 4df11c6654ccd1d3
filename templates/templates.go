// Package templates holds the site's built-in face: the HTML templates, the
// stylesheet and the icon that a site is built with unless its own templates
// folder has a file of the same name.
//
// base.html is the document around every page, head.html what stands in each
// page's head, KIND.html the page of one kind, parts/ what several of them share,
// assets/ what is copied to the built site. No word that a reader sees stands in
// a template: all come from the plan's words, in the site's language. Nothing
// here needs a script, a font or a picture from another host. README.md tells how a
// site makes a look of its own.
package templates

import "embed"

// FS holds the files of this folder.
//
//go:embed *.html parts assets
var FS embed.FS
