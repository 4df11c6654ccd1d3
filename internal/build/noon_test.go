package build_test

import (
	"io/fs"
	"time"
)

// noon is the time of every test's build: after all dates of the test cities.
var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
var builtin fs.FS = stub()
