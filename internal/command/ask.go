package command

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"blandongan/internal/lang"
)

// Agree asks a question at a terminal, and says whether the answer is yes.
func Agree(in io.Reader, out io.Writer, say *lang.Writer, question string) (bool, error) {
	fmt.Fprintf(out, "%s %s ", question, say.Word("yes-no"))
	answer, err := bufio.NewReader(in).ReadString('\n')
	if err != nil && answer == "" {
		fmt.Fprintln(out)
		return false, Fail("nobody-to-ask")
	}
	return IsYes(answer), nil
}

// IsYes says whether an answer is yes, in either language.
func IsYes(answer string) bool {
	return slices.Contains([]string{"y", "ya", "yes"}, strings.ToLower(strings.TrimSpace(answer)))
}
