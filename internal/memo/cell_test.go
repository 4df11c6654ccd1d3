package memo

import "testing"

func TestCell(t *testing.T) {
	var c Cell[int]
	made := 0
	for _, step := range []struct {
		text   string
		forget bool
		want   int // how often it was made by then
	}{
		{"", false, 1}, {"", false, 1}, {"a", false, 2}, {"a", false, 2}, {"", false, 3}, {"", true, 4}, {"", false, 4},
	} {
		if step.forget {
			c.Forget()
		}
		value := c.Get(Of([]byte(step.text)), func() int { made++; return made })
		if value != step.want || made != step.want {
			t.Errorf("%+v: %d, made %d times", step, value, made)
		}
	}
}
