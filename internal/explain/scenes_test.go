package explain

import (
	"testing/fstest"

	"blandongan/internal/diag"
)

// scene is what an example needs besides text: pictures, links between files, what must
// be absent; and what else its bad files bring about.
type scene struct {
	bad, good func(fstest.MapFS)
	also      []diag.Code
}

var scenes = map[diag.Code]scene{}
