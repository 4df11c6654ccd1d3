//go:build race

package templates_test

// raced says that the race detector is at work; it sees nothing of a browser.
const raced = true
