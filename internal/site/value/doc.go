// Package value reads single words as editors type them: dates, periods, codes of
// areas, addresses, names of languages and time zones.
//
// It owns what form each of them has, what it means, and what somebody meant who wrote
// it otherwise: "7 Nov 2017" for 2017-11-07, WIB for Asia/Jakarta. It also says what
// name a file or an address may have, and what is read from a unit.
//
// What comes in: a word. What goes out: a value that has the right form, or a problem
// whose place the reader of the file fills in. It never knows in which key a word
// stands, nor of what kind the file is.
package value
