package check

import (
	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// checkRatio wants an indicator that is computed to be so from two whose figures somebody
// wrote. That both exist is asked of every reference.
func (c *checker) checkRatio(i *site.Indicator) {
	if i.Ratio == nil {
		return
	}
	r, sound := i.Ratio, true
	for _, part := range []struct{ key, id string }{{"of", r.Of}, {"per", r.Per}} {
		at := r.At(part.key)
		other, known := c.site.Indicators[part.id]
		switch {
		case part.id == i.ID:
			c.say(diag.At(at, "ratio-self", i.ID).WithHint("ratio-written"))
		case known && other.Ratio != nil:
			c.say(diag.At(at, "ratio-of-ratio", part.id).WithHint("ratio-written"))
		case known:
			continue
		}
		sound = false
	}
	if unit := c.unitOf(r.Of); sound && unit != "" && unit == c.unitOf(r.Per) {
		c.say(diag.At(r.At("per"), "ratio-units", r.Of, r.Per, unit).WithHint("ratio-units"))
	}
}

// checkWritten finds figures that somebody wrote though they are computed.
func (c *checker) checkWritten(f *site.Figure) {
	if i := c.site.Indicators[f.Indicator]; i.Ratio != nil {
		c.say(diag.At(f.At("indicator"), "figure-computed", i.ID, i.Ratio.Of, i.Ratio.Per).WithHint("figure-drop"))
	}
}
