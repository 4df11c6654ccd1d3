// Package files finds, reads and stamps what editors wrote, without knowing what
// it means.
//
// It owns the way from a folder to texts: which files there are (List) and which
// names stay out of the site (KeptOut), what bytes may be text at all (Read), what a
// picture's own bytes say of it (Inspect), and when two looks at a file tell that
// it is the same (Stamp). What comes in is an fs.FS; what goes out are files,
// bytes and problems.
//
// It never writes, never leaves the folder that it was given, be it by a link,
// and never opens a pipe.
package files

// Limits of what is read. Sizes are in bytes. Every limit is far above honest use
// and far below what costs a second.
const (
	maxData    = 1 << 20  // a YAML file
	maxArticle = 5 << 20  // a Markdown file
	maxGeo     = 64 << 20 // a GeoJSON file: 2,000,000 points and what is around them
	maxFolders = 20       // nested folders
)

// LongestName is how many bytes a name may have in any file system.
const LongestName = 255
