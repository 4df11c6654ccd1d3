//go:build race

package markdown

// racing says that the race detector is on. It makes sync.Pool forget at random,
// so that what is allocated then says nothing of what is otherwise.
const racing = true
