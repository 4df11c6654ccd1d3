//go:build !race

package lab

const Raced = false
