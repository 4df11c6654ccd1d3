package publish

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"time"
)

// owner is what a lock says of whoever holds it. Visitors may be able to read it: it
// names no user, host or machine.
type owner struct {
	Since time.Time `json:"since"`
	// Machine is a digest of what is equal for processes that see each other's numbers,
	// with Salt before it: another lock of the same machine has another. It is empty when
	// this cannot be told. Process is the number.
	Machine string `json:"machine,omitempty"`
	Salt    string `json:"salt"`
	Process int    `json:"process"`
}

// newOwner is this process.
func newOwner(since time.Time) owner {
	salt := rand.Text()
	return owner{since, hereBy(salt), salt, os.Getpid()}
}

// hereBy is what a lock with this salt says of the machine we are on.
func hereBy(salt string) string {
	here := machine()
	if here == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(salt + " " + here))
	return hex.EncodeToString(sum[:])
}

// here says that a lock's owner was a process of this machine.
func (o owner) here() bool { return o.Machine != "" && o.Machine == hereBy(o.Salt) }

// dead says that a lock's owner was a process of this machine that has ended.
func dead(o owner) bool {
	return o.here() && !alive(o.Process)
}
