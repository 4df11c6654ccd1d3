package memory_test

import (
	"bytes"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // for systems that have no zones of their own

	"blandongan/internal/memory"
)

type word string

type inner struct {
	Text   string
	number int32
	next   *inner
}

type everything struct {
	Text, again string
	Word        word
	Yes         bool
	Number      int
	negative    int64
	Digest      [2]uint64
	Small       uint8
	Middle      uint32
	Share       float64
	Maybe       *float64
	List        []inner
	none, empty []string
	Bytes       []byte
	noBytes     []byte
	emptyBytes  []byte
	Table       map[string]inner
	Any         any
	anys        []any
	At          time.Time
	Zone        *time.Location
	nowhere     *time.Location
}

func value(t *testing.T) everything {
	t.Helper()
	zone, err := time.LoadLocation("Asia/Jakarta")
	if err != nil {
		t.Fatal(err)
	}
	half, long := 0.5, strings.Repeat("kelurahan ", 20)
	return everything{
		Text: "kecamatan", again: "kecamatan", Word: "setu", Yes: true, Number: -7, negative: math.MinInt64,
		Digest: [2]uint64{1, math.MaxUint64}, Small: 200, Middle: math.MaxUint32, Share: math.Inf(-1), Maybe: &half,
		List: []inner{{"a", -1, &inner{"b", math.MinInt32, nil}}, {"kecamatan", 3, nil}},
		none: nil, empty: []string{}, Bytes: []byte("setu"), noBytes: nil, emptyBytes: []byte{},
		Table: map[string]inner{"x": {Text: "y"}, "": {}, "kecamatan": {number: 9}},
		Any:   &inner{Text: "held"}, anys: []any{nil, word("w"), 3, "kecamatan", long, long},
		At: time.Date(2024, 2, 29, 1, 2, 3, 4, time.FixedZone("WIB", 7*3600)), Zone: zone, nowhere: nil,
	}
}

func codec() *memory.Codec {
	return memory.NewCodec([]any{everything{}, ""}, []any{&inner{}, word(""), 0, ""})
}

func written(t *testing.T, c *memory.Codec, v *everything) []byte {
	t.Helper()
	w := memory.Writer{Codec: c}
	w.Put(v)
	b, err := w.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestCodecReadsWhatItWrote(t *testing.T) {
	c, want := codec(), value(t)
	b := written(t, c, &want)
	if n := bytes.Count(b, []byte("kecamatan")); n != 1 {
		t.Errorf("a text is written %d times", n)
	}
	if again := written(t, codec(), &want); !bytes.Equal(again, b) {
		t.Error("the same value makes other bytes")
	}
	var got everything
	if err := c.Read(string(b)).Get(&got); err != nil {
		t.Fatal(err)
	}
	if !got.At.Equal(want.At) || got.At.Format(time.RFC1123) != want.At.Format(time.RFC1123) {
		t.Errorf("%v became %v", want.At, got.At)
	}
	got.At = want.At // zones without a name are no equal pointers
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nbecame\n%+v", want, got)
	}
}

func TestCodecBeginsAnewWithEachRecord(t *testing.T) {
	c := codec()
	w := memory.Writer{Codec: c}
	for _, text := range []string{"kecamatan", "kecamatan"} {
		w.Put(&text)
		b, err := w.Bytes()
		var got string
		if err == nil {
			err = c.Read(string(b)).Get(&got)
		}
		if err != nil || got != text {
			t.Errorf("%q, %v", got, err)
		}
	}
}

func TestCodecRefusesWhatNobodyNamed(t *testing.T) {
	w := memory.Writer{Codec: codec()}
	w.Put(&everything{Any: []int{1}})
	if _, err := w.Bytes(); err == nil {
		t.Error("a value of a type that nobody named is written")
	}
	defer func() {
		if recover() == nil {
			t.Error("a function passes for a value")
		}
	}()
	memory.NewCodec([]any{struct{ f func() }{}}, nil)
}

// Whatever is cut off or changed, nobody falls over it; a bit of it is found by the sum.
func TestFileIsWholeOrNothing(t *testing.T) {
	c, v := codec(), value(t)
	var packed bytes.Buffer
	f := memory.NewFile(&packed, "one")
	f.Put(c, &v)
	f.End()
	for _, part := range []string{"la", "st"} {
		if _, err := f.Write([]byte(part)); err != nil {
			t.Error(err)
		}
	}
	f.End()
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	file := packed.Bytes()
	sections, ok := memory.Unpack("one", bytes.Clone(file))
	if !ok || len(sections) != 3 || sections[0] != string(written(t, c, &v)) ||
		sections[1] != "" || sections[2] != "last" {
		t.Fatalf("%t %q", ok, sections)
	}
	if _, ok := memory.Unpack("other", bytes.Clone(file)); ok {
		t.Error("another program's memory is read")
	}
	if _, ok := memory.Unpack("one", []byte(strings.Replace(string(file), "memory 3", "memory 0", 1))); ok {
		t.Error("another form is read")
	}
	for n := range file {
		if _, ok := memory.Unpack("one", bytes.Clone(file[:n])); ok {
			t.Fatalf("read although only %d bytes of %d are there", n, len(file))
		}
		for bit := range 8 {
			damaged := bytes.Clone(file)
			damaged[n] ^= 1 << bit
			if _, ok := memory.Unpack("one", damaged); ok {
				t.Fatalf("bit %d of byte %d is another, and nobody sees it", bit, n)
			}
		}
	}
	if _, ok := memory.Unpack("one", append(bytes.Clone(file), 0)); ok {
		t.Error("something follows, and nobody sees it")
	}
}

func FuzzDamaged(f *testing.F) {
	c := codec()
	f.Add("")
	w := memory.Writer{Codec: c}
	w.Put(&everything{Text: "kecamatan", List: []inner{{Text: "kecamatan"}}, Table: map[string]inner{"a": {}}, Any: 3})
	b, _ := w.Bytes()
	f.Add(string(b))
	f.Fuzz(func(t *testing.T, data string) {
		var v everything
		if err := c.Read(data).Get(&v); err != nil && err != memory.ErrDamaged {
			t.Error(err)
		}
		memory.Unpack("one", []byte(data))
		memory.Unpack("one", []byte("blandongan memory 3\n"+data))
	})
}

func BenchmarkCodec(b *testing.B) {
	c := codec()
	v := everything{Text: "kecamatan", List: make([]inner, 20), Table: map[string]inner{"a": {}}}
	w := memory.Writer{Codec: c}
	w.Put(&v)
	data, _ := w.Bytes()
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			w.Put(&v)
			_, _ = w.Bytes()
		}
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			var got everything
			if err := c.Read(string(data)).Get(&got); err != nil {
				b.Fatal(err)
			}
		}
	})
}
