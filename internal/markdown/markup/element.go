package markup

import "strings"

// blockNames are the elements that part paragraphs. The rest stand in a line.
const blockNames = " address article aside blockquote body br caption center col colgroup dd details dialog dir div " +
	"dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main " +
	"menu meta nav noscript ol optgroup option p pre search section summary table tbody td tfoot th thead title tr ul "

// inlineNames are the elements that stand in a line. Of what is in neither list and has no
// attributes, <Nama Pejabat>, we suppose that it is for readers.
const inlineNames = " abbr acronym applet area audio b bdi bdo big br button canvas cite code data datalist del dfn " +
	"em embed font i img input ins kbd label map mark math meter nobr object output param path picture progress q rp " +
	"rt ruby s samp script slot small source span strike strong style sub sup svg template text textarea time track " +
	"tt u var video wbr xmp a "

// partsBlocks reports whether an element parts paragraphs.
func partsBlocks(name string) bool {
	return name != "" && name != "br" && strings.Contains(blockNames, " "+name+" ")
}

// PartsWords reports whether the words before and after a tag of an element are two.
func PartsWords(name string) bool { return name == "br" || partsBlocks(name) }

// IsElement reports whether HTML has an element of this name.
func IsElement(name string) bool {
	return PartsWords(name) || name != "" && strings.Contains(inlineNames, " "+name+" ")
}

// parents are the elements that others never stand outside of.
var parents = map[string]string{
	"li": "ul ol menu dir", "dt": "dl", "dd": "dl", "figcaption": "figure", "summary": "details",
	"option": "select optgroup", "caption": "table", "colgroup": "table", "col": "table", "thead": "table",
	"tbody": "table", "tfoot": "table", "tr": "table", "th": "table", "td": "table",
	"source": "video audio picture", "legend": "fieldset",
}

// Parents returns the elements of which one is always around an element, if there are any.
func Parents(name string) []string { return strings.Fields(parents[name]) }
