package records

import (
	"testing"

	"blandongan/internal/diag"
)

type fieldsSample struct {
	Places
	Title  Text         `key:"title,required"`
	Status string       `key:"status" oneof:"open|closed"`
	Hosts  []fieldsHost `key:"hosts"`
	Named  []fieldsPort `key:"ports"`
	Refs   []string     `key:"refs" ref:"program"`
	Count  *int         `key:"count"`
	Share  float64      `key:"share"`
	Draft  bool         `key:"draft"`
	Day    fieldsDay    `key:"day" when:"past"`
	Days   []fieldsDay  `key:"days"`
}

type fieldsHost struct {
	Name string `key:"name,required"`
}

type fieldsPort struct {
	Named
	Number int `key:"number,filled"`
}

type fieldsDay string

func (d *fieldsDay) ReadLiteral(word string) *diag.Problem { *d = fieldsDay(word); return nil }

// A declaration tells of every key what its tags say, and keeps that to itself.
func TestFields(t *testing.T) {
	s := ShapeOf[fieldsSample](Words{})
	want := []Field{
		{Key: "title", Required: true, Type: TextField},
		{Key: "status", Type: StringField, OneOf: []string{"open", "closed"}},
		{Key: "hosts", List: true, Type: StructField},
		{Key: "ports", List: true, Named: true, Type: StructField},
		{Key: "refs", List: true, Type: StringField, Ref: "program"},
		{Key: "count", Type: IntField},
		{Key: "share", Type: FloatField},
		{Key: "draft", Type: BoolField},
		{Key: "day", Type: LiteralField, Past: true},
		{Key: "days", List: true, Type: LiteralField},
	}
	got := s.Fields()
	if len(got) != len(want) {
		t.Fatalf("%d fields, want %d", len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		if g.Key != w.Key || g.Required != w.Required || g.List != w.List || g.Named != w.Named || g.Type != w.Type ||
			g.Ref != w.Ref || g.Past != w.Past || len(g.OneOf) != len(w.OneOf) || g.Name != "records.fieldsSample" {
			t.Errorf("%+v, want %+v", g, w)
		}
		if (g.Of != nil) != (w.Type == LiteralField) || (g.Inner != nil) != (w.Type == StructField) {
			t.Errorf("%s: reads with %v, holds %v", g.Key, g.Of, g.Inner)
		}
		if g.Example == "" {
			t.Errorf("%s has no example", g.Key)
		}
	}
	if inner := got[3].Inner.Fields(); len(inner) != 1 || !inner[0].Filled || inner[0].Name != "records.fieldsPort" {
		t.Errorf("ports hold %+v", inner)
	}
	got[1].OneOf[0] = "changed"
	if s.Fields()[1].OneOf[0] != "open" {
		t.Error("a caller can change the declaration")
	}
	if title := s.Needing().Fields()[0]; title.Required {
		t.Error("what is not needed is required")
	}
}
