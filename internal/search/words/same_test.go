package words_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"blandongan/internal/lab"
	"blandongan/internal/search/words"
)

// reply is what a text gives: its words with their places, stems, and what says nothing.
type reply struct {
	Words []word
	Near  []bool // each word and the next
}

type word struct {
	Text, Stem string
	Start, End int // in UTF-16
	Stop       bool
}

// What the browser finds is what the build found: for every root with every affix, the
// texts of the project, and letters of all kinds.
func TestScript(t *testing.T) {
	node, err := lab.Node("../../../.ci")
	if err != nil {
		lab.Lack(t, "%v", err)
	}
	texts := corpus(t)
	tags := []string{"id-ID", "en", "su"}
	script := string(words.Script) + `
		let input = '';
		process.stdin.setEncoding('utf8').on('data', s => input += s).on('end', () => {
			const texts = JSON.parse(input);
			const answer = (l, text) => {
				const found = l.words(text);
				return {
					Words: found.map(w =>
						({Text: w.text, Stem: l.stem(w.text), Start: w.start, End: w.end, Stop: l.isStop(w.text)})),
					Near: found.slice(1).map((w, i) => l.near(found[i].text, w.text)),
				};
			};
			const rules = ` + string(words.Rules) + `, tags = ` + string(marshal(t, tags)) + `;
			process.stdout.write(JSON.stringify(tags.map(tag => {
				const l = blandonganWords(rules, tag);
				return texts.map(text => answer(l, text));
			})));
		});`
	file := filepath.Join(t.TempDir(), "script.js")
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, file)
	cmd.Stdin = bytes.NewReader(marshal(t, texts))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var got [][]reply
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	distinct := map[string]bool{}
	for n, tag := range tags {
		l := words.For(tag)
		for i, text := range texts {
			want := answer(l, text)
			there := got[n][i]
			for j, w := range want.Words {
				distinct[w.Text] = true
				if j >= len(there.Words) || there.Words[j] != w {
					rest := there.Words[min(j, len(there.Words)):]
					t.Fatalf("%s: %+v here, there %+v", tag, w, rest[:min(1, len(rest))])
				}
			}
			if len(there.Words) != len(want.Words) || !slices.Equal(there.Near, want.Near) {
				t.Fatalf("%s: %.200q: other words, or near where they are not here", tag, text)
			}
		}
	}
	t.Logf("%d distinct words", len(distinct))
	if len(distinct) < 20000 {
		t.Errorf("%d distinct words, less than 20,000", len(distinct))
	}
}

func marshal(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func answer(l *words.Language, text string) (r reply) {
	at, units := 0, 0 // how many units of UTF-16 stand before a place
	unit := func(to int) int {
		if to < at {
			at, units = 0, 0
		}
		units += len(utf16.Encode([]rune(text[at:to])))
		at = to
		return units
	}
	for w := range l.Words(text) {
		start, end := unit(w.Start), unit(w.End)
		r.Words = append(r.Words, word{w.Text, l.Stem(w.Text), start, end, l.IsStop(w.Text)})
		if n := len(r.Words); n > 1 {
			r.Near = append(r.Near, words.Near(r.Words[n-2].Text, w.Text))
		}
	}
	return r
}

// corpus are texts of many words: what the grammar makes of each root, what it could but
// does not, what the project's editors wrote, and odd letters.
func corpus(t *testing.T) (texts []string) {
	befores := strings.Fields("me mem men meng meny di ter ber be pe pem pen peng per " +
		"ke se memper diper keber berke penge -")
	behinds := strings.Fields("kan an i nya kannya anlah kah ku s ed ing es - -")
	for n, f := range families(t) {
		text := f.root + "-" + f.root + "an " + strings.Join(f.words, " ")
		for i, before := range befores {
			for j, behind := range behinds {
				if (i+j*7+n)%60 == 0 { // a sixtieth of all, each root another
					text += " " + strings.Trim(before, "-") + f.root + strings.Trim(behind, "-")
				}
			}
		}
		texts = append(texts, text)
	}
	for _, dir := range []string{"content", "data"} {
		root := os.DirFS("../../..")
		if err := fs.WalkDir(root, dir, func(name string, d fs.DirEntry, err error) error {
			if ext := filepath.Ext(name); err != nil || ext != ".md" && ext != ".yaml" {
				return err
			}
			text, err := fs.ReadFile(root, name)
			texts = append(texts, string(text))
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"pairs.txt", "unseen.txt"} {
		text, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	for from := rune(1); from < 0x2fff; from += 64 { // each letter within a word and alone
		text := ""
		for r := from; r < from+64; r++ {
			if unicode.Is(unicode.Cn, r) {
				continue // a newer Unicode may have a letter here
			}
			text += "a" + string(r) + "b " + string(r) + " 1" + string(r) + "2 x" + string(r) + "s "
		}
		texts = append(texts, text)
	}
	return append(texts, "constructor __proto__ toString hasOwnProperty",
		"\U0001D400bc \U00010400x 東京-tower a\U0001F600b",
		"a'b 'a' a's a'S a's1 1'a a'1 a’é a-b-c-d a- -a --a a--b 1-2 1-a a-1",
		"1.2.3. .1 1..2 1.a a.1", strings.Repeat("ab", 500),
		strings.Repeat("se", 20)+"pada "+strings.Repeat("di", 5000)+"s")
}
