package plan

import "testing"

// No cell begins like a formula, whichever sign parts cells; what is no formula
// stays as it was written.
func TestInert(t *testing.T) {
	for text, want := range map[string]string{
		"=1+41": "'=1+41", "x;=1+41;y": "x;'=1+41;y", "x,=1": "x,'=1", "x; =1": "x; '=1", "x\t+1": "x\t'+1", "x\n@a": "x\n'@a",
		"x;\"=1\"": "x;\"'=1\"", "\"=1": "\"'=1", "\u00a0=1": "\u00a0'=1", "\t=1": "'\t'=1", "x;;-1": "x;;'-1", "＝1": "'＝1", "|=1": "|'=1",
		"Serpong-Setu": "Serpong-Setu", "a = b": "a = b", "": "", "km²": "km²", "rumah - kantor": "rumah - kantor", "(+62) 21, lantai 2": "(+62) 21, lantai 2",
		"Semester II 2024; 729.068 laki-laki": "Semester II 2024; 729.068 laki-laki",
	} {
		if got := inert(text); got != want {
			t.Errorf("%q becomes %q, not %q", text, got, want)
		}
	}
}
