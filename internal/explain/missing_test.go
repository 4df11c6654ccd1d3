package explain

import "blandongan/internal/diag"

// missing are the codes whose page is still to be written.
var missing = []diag.Code{
	"address-clash", "address-folder", "address-kept", "address-long", "address-private", "address-vanished",
	"alias-form", "alias-leaves", "alias-no-page", "alias-own", "alias-reserved", "alias-taken", "alias-twice",
	"alias-unfit", "anchor-missing", "area-crossed", "area-dot", "area-far", "area-huge", "area-levels",
	"area-missing", "area-name", "area-no-code", "area-twin", "areas-foreign", "areas-over", "areas-unknown",
	"bad-position", "bad-s3", "bad-sftp", "border-apart", "border-one-sided", "code-outside-parent",
	"code-unclosed", "code-words", "comment-hidden", "comment-unclosed", "definition-twice",
	"definition-unused", "duplicate-code", "duplicate-entry", "duplicate-id", "duplicate-name",
	"emphasis-form", "foreign-markup", "geometry-kind", "geometry-level", "geometry-none", "heading-form",
	"hole-outside", "html-hidden", "html-unclosed", "image-alt", "image-alt-name", "image-broken", "image-cut",
	"image-damaged", "image-ending", "image-foreign", "image-form", "image-huge", "image-moves",
	"image-narrow", "image-position", "image-unreadable", "json-syntax", "kecamatan-none", "keep-no-releases",
	"kelurahan-outside", "language-missing", "language-unknown", "link-broken", "link-empty", "link-form",
	"link-scheme", "link-unseen", "list-form", "map-crs", "map-elsewhere", "map-form", "map-limit",
	"map-tangled", "map-wide", "markdown-big", "markdown-broken", "markdown-complex", "markdown-deep",
	"markdown-wide", "more-vanished", "name-as-tag", "note-missing", "note-twice", "note-unmarked",
	"path-variable", "point-far", "quote-form", "raw-html", "redirect-long", "redirect-odd", "redirects-large",
	"redirects-many", "ring-short", "runs-at-launch", "s3-unencrypted", "secret-written", "section-lost",
	"source-private", "stage-behind", "sum-mismatch", "summary-long", "svg-active", "svg-broken",
	"table-cells", "table-form", "target-inside", "target-key", "target-kind-missing", "target-kinds",
	"target-name", "target-twice", "target-within", "template-asset", "template-cycle", "template-empty",
	"template-endless", "template-failed", "template-field", "template-function", "template-list",
	"template-missing", "template-part", "template-slot", "template-syntax", "template-word",
	"translation-count", "translation-differs", "translation-orphan", "translation-own", "underline-form",
	"unknown-reference", "unpublished", "visit-outgoing",
}
