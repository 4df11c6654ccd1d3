package strays

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// WantsLink says whether a file beside articles is lost unless one of them leads to
// it. A picture may wait for its article.
func WantsLink(f files.File) bool { return !f.Broken && !files.IsImage(f.Name) }

// Unlinked tells of files that nothing links to. One that somebody wrote a text in
// was most likely meant to be read: head returns how a file begins.
func Unlinked(left, all []files.File, head func(file string) []byte) diag.List {
	s := newFinder(all)
	for _, f := range left {
		p := diag.At(diag.Place{File: f.Path}, "file-unknown")
		if picture := files.AsJPEG(f.Path); picture != "" {
			s.say(p.WithHint("image-jpeg", picture))
			continue
		}
		switch bare, begins := bareText(f.Path), head(f.Path); {
		case bare == "":
			s.say(p.WithHint("link-or-move", files.VerbatimFolder))
		case records.BeginsFront(begins), nearMarkdown(f.Path):
			s.say(s.rename(p, f.Path, bare+".md"))
		case slices.Contains(markups, files.Ending(f.Path)), isText(begins):
			s.say(s.saveAs(p, f.Path, bare+".md"))
		default:
			s.say(p.WithHint("link-or-move", files.VerbatimFolder))
		}
	}
	return s.problems
}

// markups are the endings of texts in a form of other programs.
var markups = []string{
	".html", ".htm", ".xhtml", ".mht", ".mhtml", ".mdx", ".org", ".tex", ".eml", ".rst", ".adoc", ".asciidoc",
	".textile", ".wiki", ".docm", ".dot", ".dotx", ".fodt", ".ott", ".wpd", ".gdoc", ".text",
}

// downloads are the endings of what is no text to be read as an article, whatever
// it begins with.
var downloads = []string{
	".pdf", ".zip", ".csv", ".tsv", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp",
	".json", ".geojson", ".kml", ".kmz", ".xml", ".ics", ".vcf",
	".mp3", ".mp4", ".m4a", ".ogg", ".webm", ".mov", ".srt", ".vtt", ".css", ".js",
	".rar", ".7z", ".gz",
}

// bareText is the path of a file without its ending, as an address, "" for one that no
// text hides in.
func bareText(file string) string {
	if slices.Contains(downloads, files.Ending(file)) {
		return ""
	}
	dir, base := path.Split(file)
	if bare, ok := cutMarkdown(base); ok {
		base = bare
	} else {
		base = strings.TrimSuffix(base, path.Ext(base))
	}
	if slug := value.Slugify(base); slug != "" {
		return dir + slug
	}
	return ""
}

// nearMarkdown says whether a name ends in what was meant to be Markdown's ending.
func nearMarkdown(file string) bool { _, ok := cutMarkdown(path.Base(file)); return ok }

// cutMarkdown takes off an ending of Markdown with a slip in it: k15md, k11,md, k.md_
// or one with a blank behind.
func cutMarkdown(base string) (bare string, ok bool) {
	const slips = " \u00a0.,_-~"
	bare, ok = strings.CutSuffix(strings.ToLower(strings.TrimRight(base, slips)), "md")
	bare = strings.TrimRight(bare, slips)
	return bare, ok && bare != "" && !strings.Contains(bare, ".")
}

// isText says whether a file begins as a text does.
func isText(head []byte) bool {
	for len(head) > 0 {
		r, size := utf8.DecodeRune(head)
		broken := r == utf8.RuneError && size == 1 && len(head) >= utf8.UTFMax // else the head ends within a letter
		if broken || r < ' ' && r != '\n' && r != '\r' && r != '\t' {
			return false
		}
		head = head[size:]
	}
	return true
}
