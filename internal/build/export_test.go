package build

import "time"

// Stood says whether the last build took over all from the one before but words.
func (b *Builder) Stood() bool { return b.current.stands }

// Age makes a builder take all files for so much older than they are: then it trusts their stamps.
func (b *Builder) Age(by time.Duration) {
	b.clock = func() time.Time { return time.Now().Add(by) }
}
