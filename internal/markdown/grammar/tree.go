package grammar

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"blandongan/internal/markdown/markup"
)

// Tree is a body as it was read, and what was noticed meanwhile.
type Tree struct {
	Source []byte
	Root   ast.Node
	// Emphasis and Underlines are slips that only the reading of a body shows.
	Emphasis, Underlines []markup.Slip
	// Labels are the offsets of paragraphs that CommonMark takes for definitions.
	Labels map[int]bool
	// Defined is the first definition of each label, Used the labels that links use.
	Defined map[string]*ast.LinkReferenceDefinition
	Used    map[string]bool
	// Notes are the footnotes' texts, Unmarked those that no mark points to.
	Notes    []*east.Footnote
	Unmarked map[*east.Footnote]bool
	// OpenFences are the blocks of code that are never closed.
	OpenFences map[ast.Node]bool

	opened int            // where the last block was opened, for what has no better place
	marks  map[string]int // see LastMark
}

// LastMark returns where the last of a kind of mark of HTML in the source is, or -1.
// Without it, every mark that is never closed would be sought to the end.
func (t *Tree) LastMark(mark string) int {
	if at, known := t.marks[mark]; known {
		return at
	}
	at := -1
	for from := 0; ; {
		i := markup.IndexMark(t.Source[from:], mark)
		if i < 0 {
			break
		}
		at = from + i
		from = at + 1
	}
	if t.marks == nil {
		t.marks = map[string]int{}
	}
	t.marks[mark] = at
	return at
}

// add returns set with member in it. Most bodies need no such set.
func add[T comparable](set map[T]bool, member T) map[T]bool {
	if set == nil {
		set = map[T]bool{}
	}
	set[member] = true
	return set
}

// LinesOf returns what stands in the lines of n.
func (t *Tree) LinesOf(n ast.Node) []byte {
	var all []byte
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		all = append(all, seg.Value(t.Source)...)
	}
	return all
}
