// Package markup knows what editors type that Markdown reads otherwise or drops, and what
// they meant by it.
//
// It owns the tables of such markup: elements of HTML, shortcodes and tags of other programs,
// marks of lists as word processors and laws have them, signs of emphasis, links, tables and
// headings with a slip in them. In come pieces of a source: a line, the lines of a
// paragraph, the text from an offset on. Out comes how long the markup there is, or a [Slip]
// with the Markdown that was most likely meant.
//
// Its functions are pure, and those for running text read at most [MaxSlip] bytes. It has no
// parser of Markdown: its callers know what is code and what is text. It reports nothing
// itself, and writes no sentence that anybody reads.
package markup
