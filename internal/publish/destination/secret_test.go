package destination

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/diag"
)

// secret stands for one in the texts below.
const secret = "hunter2"

// The ways in which people write a secret into data/publish.yaml: as the value of
// a key that is none of ours, as a part of an address, and otherwise.
var (
	secretValues = []string{
		"password: hunter2", "password:  'hunter2'", `"password": "hunter2"`, `"password":"hunter2"`,
		"PASSWORD: hunter2", "password : hunter2", "passwrod: hunter2", "kata_sandi: hunter2",
		`password: "hunter2" hunter2`, "password: !!str hunter2", "\tpassword: hunter2",
		"password: |\n      hunter2\n      sftp: hunter2", "password: >-\n\n      hunter2\n      key: ~/hunter2",
		"password: |2\n\n        hunter2", "password:\n      hunter2\n      folder: hunter2",
		"password:\n    - hunter2", "password: x\n      hunter2",
		"password: [hunter2]", "password: [hunter2,\n      hunter2]", "password: {a: hunter2, b: [hunter2]}",
		"password: {\n    folder: /hunter2}", "password: {\n      a: hunter2}",
		"password: \"x\n    folder: /hunter2\"", "password: 'it''s\n    folder: /hunter2'",
		"password: \"x\\\"\n    folder: /hunter2\"", "? password\n    : hunter2",
		"? |\n      password\n    : hunter2",
		"folder: /x # hunter2", "# password: hunter2", "folder: /x # password: hunter2\n    keep: 0",
		"token: \"hunter2", "token: &a hunter2", "token: !x hunter2", "token: *hunter2",
		"folder: &a /x\n    password: !!str hunter2", "secret hunter2: x", "folder: {password: hunter2}",
		"region: {a: hunter2}",
		"x: {sftp: a@h/x, password: hunter2}", "x: {password: hunter2, hunter2, sftp: a@h/x} # hunter2",
		"x: {password: 'hun}, hunter2', sftp: a@h/x}", "x: {pass: hunter2}, b: hunter2",
		"x: {password: {a: hunter2, sftp: a:hunter2@h/x}}", "x: {sftp: a@h/x,\"secret_key\":\"hunter2\"}",
		"x: {sftp: a@h/x, \"secret_key\":hunter2}", "x: {folder: /x, 'password':'hunter2'}",
		"x: {folder: /x, password: [hunter2]}", "x: {folder: /x, password : hunter2}",
		"x: {sftp: a@h/x, password: \"a} # hunter2\"}",
		"x: {sftp: a@h/x, password: 'it''s, folder: /hunter2'}",
		"x: {sftp: a@h/x, password: \"x, folder: /hunter2\"}",
		"x: {folder: /x, token: hunter2", "x: {password: \"x,\n    folder: /hunter2\"}",
	}
	secretAddresses = []string{
		"sftp: a:hunter2@host/x", "sftp: \"a:hun/hunter2@ter2@host/x\"", "sftp: sftp://a:hunter2@host/x",
		"sftp: \"etalase:2024/hunter2@host.example/~/x\"", "sftp: etalase:12/hunter2@host.example:22/x",
		"sftp: a@host.example/x password=hunter2",
		"s3: https://hunter2:hunter2@h/bucket", "s3: https://hunter2@h/bucket",
		"s3: 'https://h/bucket?signature=hunter2'", "s3: \"https://AKIA:9/hunter2@s3.example/bucket\"",
		"s3: \"https://9/hunter2@s3.example/bucket\"", "s3: \"https://tok/hunter2@s3.example/bucket\"",
		"s3: https://tok/hunter2%40@s3.example/bucket",
		"address: https://a:hunter2@h/", "address: \"https://u:hunter2@h/\"",
		"address: https://host.example/?t=hunter2",
	}
	secretPieces = []string{
		"password:hunter2", "password = hunter2", "password hunter2", "- hunter2", "hunter2", "x: { hunter2 }",
		"  password: hunter2", "password: hunter2\r    token: hunter2", "password: hunter2\u2028    hunter2",
		`"pass\u0077ord": hunter2`, `sftp: "a:\u0068unter2@host/x"`, `folder: "/\x68unter2`,
		`folder: "/\x68unter2"`,
		"key: hunter2", "key: hunter2/hunter2", "key: |\n      hunter2",
		"key: \"-----BEGIN OPENSSH PRIVATE KEY-----hunter2\"", "key: ~/.ssh/a # hunter2",
		"key: '~/.ssh/a' # hunter2", "x: {sftp: a@h/x, key: hunter2}", "folder: x: hunter2",
	}
)

// toldOf returns all that anybody gets to see of a text of data/publish.yaml that
// is wrong.
func toldOf(text string) (guarded, told string) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	guarded = string(Mask([]byte(text)))
	_, problems := parseText(text)
	var b strings.Builder
	for _, l := range []diag.Language{diag.English, diag.Indonesian} {
		_ = problems.Sorted().Excerpt(func(string) string { return guarded }).Print(&b, l)
	}
	return guarded, b.String()
}

// However a secret is written into the file, nobody gets to see it: not in the
// text that is parsed and quoted, and so in no problem.
func TestMask(t *testing.T) {
	for _, lines := range slices.Concat(secretValues, secretAddresses, secretPieces) {
		text := "targets:\n  a:\n    " + lines + "\n    region: x\n"
		guarded, told := toldOf(text)
		if strings.Contains(guarded+told, secret) {
			t.Errorf("%q shows: %s\n%s", lines, guarded, told)
		}
		last := "\n    region: x\n"
		if strings.ContainsAny(lines, "[{\"'") && !strings.Contains(guarded, last) {
			last = "\n" // what was begun and not ended on its line may go on here
		}
		if strings.Count(guarded, "\n") != strings.Count(strings.ReplaceAll(text, "\r", "\n"), "\n") ||
			!strings.HasSuffix(guarded, last) {
			t.Errorf("%q lost lines: %s", lines, guarded)
		}
		if slices.Contains(secretAddresses, lines) && !strings.Contains(told, "secret-written") {
			t.Errorf("%q is told as something else: %s", lines, told)
		}
		if told == "" && !strings.Contains(lines, "#") {
			t.Errorf("%q is fine", lines)
		}
	}
}

// Whatever else a secret is made of, and in whatever way it is written.
func FuzzMask(f *testing.F) {
	for i := range max(len(secretValues), len(secretAddresses)) {
		for _, around := range []string{"", "12/", "x@y:22/", "a, folder: /", "it's ", "x\", folder: \"/",
			"}, b: {folder: /", " #", "?", "x: ", "\u2028"} {
			f.Add(uint16(i), around, "")
			f.Add(uint16(i), "", around)
		}
	}
	inAddress := regexp.MustCompile(`^[\pL\pN @:/?=%+._~-]*(?:#[\pL\pN@:/?=#%+._~-]*)?$`) // a comment has a blank
	f.Fuzz(func(t *testing.T, i uint16, before, after string) {
		if strings.ContainsAny(before+after, "\r\n\x00") || strings.ToValidUTF8(before+after, "") != before+after {
			return // one line of text
		}
		lines := []string{secretValues[int(i)%len(secretValues)]}
		if inAddress.MatchString(before+after) && !strings.Contains(before, "#") {
			lines = append(lines, secretAddresses[int(i)%len(secretAddresses)])
		}
		for _, line := range lines {
			text := "targets:\n  a:\n    " + strings.ReplaceAll(line, secret, before+secret+after) + "\n    keep: 0\n"
			if guarded, told := toldOf(text); strings.Contains(guarded+told, secret) {
				t.Errorf("%s\nshows: %s\n%s", text, guarded, told)
			}
		}
	})
}

// What is right stays as it is, to be parsed.
func TestMaskLeavesWhatIsRight(t *testing.T) {
	const text = "---\ngrace: 7\n\ntargets:\n  utama:\n    folder: \"/var/www/etalase kota\"\n" +
		"    address: https://contoh.example/kota\n    key: ~/.ssh/a\n    known_hosts: C:\\x\n" +
		"  d: {folder: \"/srv/it's=a&b:c\"}\n  sandi:\n    folder: /x\n" +
		"  token: {sftp: a@host:2222/home/a@b, connections: 4, gaps: false}\n" +
		"  w: {folder: \"C:\\\\web\\\\etalase\"}\n  v: {folder: 'D:\\web'}\n  u: {folder: \\\\server\\web}\n" +
		"  c: {\n    s3: \"https://h:9000/bucket/a b\",\n    region: x,\n  }\n"
	if got := string(Mask([]byte(text))); got != text {
		t.Errorf("%s", got)
	}
	_, problems := parseText(text)
	if slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Code == "secret-written" }) {
		t.Error(problems)
	}
}
