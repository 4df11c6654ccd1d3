package memo

import "testing"

func TestTable(t *testing.T) {
	var table Table[int, string]
	made := 0
	get := func(key string, digest int, keep bool) Reason {
		_, reason := table.Get(key, digest, func() (string, bool) { made++; return key, keep })
		return reason
	}
	for _, step := range []struct {
		key    string
		digest int
		keep   bool
		reason Reason
		made   int
	}{
		{"a", 1, true, New, 1}, {"a", 1, true, Remembered, 1}, {"a", 2, true, Changed, 2}, {"a", 1, true, Changed, 3},
		{"b", 1, false, New, 4}, {"b", 1, true, New, 5}, {"b", 1, true, Remembered, 5}, {"b", 2, false, Changed, 6},
		{"b", 1, true, New, 7},
	} {
		if reason := get(step.key, step.digest, step.keep); reason != step.reason || made != step.made {
			t.Errorf("%+v: %q, made %d", step, reason, made)
		}
	}
	table.Sweep()
	get("a", 1, true)
	table.Sweep() // b was not asked for since the last
	if reason := get("a", 1, true); reason != Remembered {
		t.Errorf("a is %q", reason)
	}
	if reason := get("b", 1, true); reason != New {
		t.Errorf("b is %q", reason)
	}
}
