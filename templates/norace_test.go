//go:build !race

package templates_test

const raced = false
