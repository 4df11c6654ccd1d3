// Package records reads the form of what editors wrote.
//
// It owns the way from a text to a record: where front matter ends and Markdown
// begins, what YAML is accepted, and how a record's keys and values become the
// fields of a Go struct (Record.Decode). What comes in is the text of a file; what
// goes out are records that know the line and column of every key and value, and
// problems.
//
// It never knows a kind of content: that a file is a kecamatan, what a program
// must have, which ids exist, is said by struct tags that the caller declares.
// Only it and its room fault import a YAML library.
//
// # Declaring a kind
//
// A kind is a struct. Each field that editors may write has a key tag; no field
// is listed anywhere else.
//
//	type Visit struct {
//		records.Places                                   // where each key stands
//		Title  records.Text `key:"title,required"`
//		Status string      `key:"status" oneof:"open|closed"`
//		Hosts  []Person    `key:"hosts"`                // Person is a struct like this one
//		Programs []string  `key:"programs" ref:"program"`
//		Start  Day         `key:"start,required"`       // Day reads itself: see Literal
//	}
//
// Fields are string, records.Text, bool, int, float64, a Literal, a struct, a
// slice of these, or a pointer to any (nil when absent). A list of one may be
// written without its brackets.
//
// # What is accepted
//
// YAML 1.2 as yaml.v3 reads it, less what surprises editors and invites abuse:
// no anchors, aliases, merge keys or custom tags, one document a file. Every
// limit is far above honest use (the largest data file of the first city has
// 8 KB) and far below what costs a second.
package records

// Limits of what is read.
const (
	maxDepth = 50   // nested lists and maps
	maxKeys  = 2000 // keys of one map
)
