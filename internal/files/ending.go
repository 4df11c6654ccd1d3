package files

import (
	"path"
	"slices"
	"strings"
)

// Ending returns how a file's name ends, in small letters: ".md".
func Ending(name string) string { return strings.ToLower(path.Ext(name)) }

// markdowns are the endings of Markdown, ours and those of other programs.
var markdowns = []string{".md", ".markdown", ".mdown", ".mkd", ".mdwn"}

// IsMarkdown says whether a file's ending promises Markdown.
func IsMarkdown(name string) bool { return slices.Contains(markdowns, Ending(name)) }

// documents are the endings of what else people write texts with.
var documents = []string{".txt", ".docx", ".doc", ".odt", ".rtf", ".pages", ".wps", ".yaml", ".yml"}

// IsDocument says whether a file's ending promises a text in another form than Markdown.
// Beside articles such a file is an article by another name, not one to link to.
func IsDocument(name string) bool { return slices.Contains(documents, Ending(name)) }

// IsYAML says whether a file's ending promises YAML.
func IsYAML(name string) bool { return slices.Contains([]string{".yaml", ".yml"}, Ending(name)) }
