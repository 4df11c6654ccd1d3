// Package register makes ready what the data have of figures and of people, so that a text can be
// held against them: figures by what they count and of which place, people by the words of their
// names, with the offices that they are known to hold and when.
//
// In come the facts, once. Out come lists to look things up in, which never change, and answers that
// need no text: which figure is nearest, whether an office goes with a day.
package register
