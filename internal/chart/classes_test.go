package chart

import (
	"math/rand/v2"
	"testing"
)

// Whatever the values, classes follow each other without a gap, none is empty, and
// a value is in its class.
func TestClasses(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	for range 4000 {
		values := make([]int64, 1+r.IntN(12))
		size := int64(1) << r.IntN(62)
		for i := range values {
			values[i] = r.Int64N(size) - size*3/10
		}
		list := Classes(values)
		if len(list) > mostShades {
			t.Fatalf("%d classes", len(list))
		}
		for i, c := range list {
			if c.Low > c.High || i > 0 && c.Low <= list[i-1].High {
				t.Fatalf("%v have the classes %v", values, list)
			}
			if i > 0 && !single(list) && c.Low != list[i-1].High+1 {
				t.Fatalf("%v have the classes %v, with a gap", values, list)
			}
		}
		for _, v := range values {
			if c := list[ClassOf(v, list)-1]; v < c.Low || v > c.High {
				t.Fatalf("%d is in %v", v, c)
			}
		}
	}
}

// single says whether each class is one value.
func single(list []Class) bool {
	for _, c := range list {
		if c.Low != c.High {
			return false
		}
	}
	return true
}
