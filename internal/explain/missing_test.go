package explain

import "blandongan/internal/diag"

// missing are the codes whose page is still to be written.
var missing = []diag.Code{
	"address-clash", "address-folder", "address-kept", "address-long", "address-private", "address-vanished",
	"alias-form", "alias-leaves", "alias-no-page", "alias-own", "alias-reserved", "alias-taken", "alias-twice",
	"alias-unfit", "anchor-missing", "area-crossed", "area-dot", "area-far", "area-huge", "area-levels",
	"area-missing", "area-name", "area-no-code", "area-twin", "areas-foreign", "areas-over", "areas-unknown",
	"bad-position", "bad-s3", "bad-sftp", "border-apart", "geometry-kind", "geometry-level", "geometry-none",
	"hole-outside", "image-alt", "image-alt-name", "image-broken", "image-cut", "image-damaged",
	"image-ending", "image-foreign", "image-form", "image-huge", "image-moves", "image-narrow",
	"image-position", "image-unreadable", "json-syntax", "keep-no-releases", "kelurahan-outside",
	"link-broken", "link-empty", "link-form", "link-scheme", "link-unseen", "map-crs", "map-elsewhere",
	"map-form", "map-limit", "map-tangled", "map-wide", "more-vanished", "path-variable", "point-far",
	"redirect-long", "redirect-odd", "redirects-large", "redirects-many", "ring-short", "s3-unencrypted",
	"secret-written", "section-lost", "svg-active", "svg-broken", "target-inside", "target-key",
	"target-kind-missing", "target-kinds", "target-name", "target-twice", "target-within", "template-asset",
	"template-cycle", "template-empty", "template-endless", "template-failed", "template-field",
	"template-function", "template-list", "template-missing", "template-part", "template-slot",
	"template-syntax", "template-word",
}
