//go:build race

package lab

// Raced says that the race detector is at work: it slows everything down, and sees
// nothing of a browser or of other processes.
const Raced = true
