package command

import (
	"fmt"
	"io"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
)

// ExplainMemory says whether what an earlier build remembered is used, and if not, why.
func ExplainMemory(w io.Writer, say *lang.Writer, r build.Report) {
	sentence := say.Word("memory-none")
	switch {
	case r.Recalled:
		sentence = say.Word("memory-used")
	case r.Unused != "":
		sentence = say.Word("memory-unused", say.Word("unused-"+string(r.Unused)))
	}
	fmt.Fprintf(w, "  %s\n", sentence)
}

// Explain prints a line for each file that was made, if that was asked for.
func Explain(w io.Writer, say *lang.Writer, r build.Report) {
	for _, x := range r.Explained {
		fmt.Fprintf(w, "  %s: %s\n", diag.Name(x.Path), say.Word("why-"+string(x.Why)))
	}
}

func PrintReport(w io.Writer, say *lang.Writer, r build.Report, problems diag.List, took time.Duration) {
	errs, warnings := problems.Count()
	if errs > 0 {
		fmt.Fprintln(w, say.Word("failed", say.Counted("errors", errs), say.Counted("warnings", warnings)))
		return
	}
	fmt.Fprintln(w, say.Word("built", r.Pages, r.Files, r.Written, r.Removed, say.Seconds(took)))
	if warnings > 0 {
		fmt.Fprintln(w, say.Counted("warnings", warnings))
	}
	PrintWithheld(w, say, r)
}

// PrintWithheld warns of articles that are not published, and why.
func PrintWithheld(w io.Writer, say *lang.Writer, r build.Report) {
	if r.Withheld.Drafts > 0 {
		fmt.Fprintln(w, say.Counted("drafts", r.Withheld.Drafts))
	}
	PrintFuture(w, say, r)
}

// PrintFuture says when the next article is due.
func PrintFuture(w io.Writer, say *lang.Writer, r build.Report) {
	if r.Withheld.Future > 0 {
		articles := say.Counted("articles", r.Withheld.Future)
		fmt.Fprintln(w, say.Word("future", articles, lang.Moment(r.Withheld.Next)))
	}
}
