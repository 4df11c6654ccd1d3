// Package sentences holds the words of the commands, on the terminal and in the files that they
// write for editors, in Indonesian and in English.
//
// They are tables and nothing else: package lang fills them in and says them.
package sentences

// Sentence is the same in each language. Its holes are those of fmt.
type Sentence struct{ ID, EN string }

// Table are sentences by their keys.
type Table map[string]Sentence
