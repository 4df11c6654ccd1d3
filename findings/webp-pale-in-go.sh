#!/usr/bin/env bash
# What Go's own reader of WebP (golang.org/x/image/webp) makes of colours.
#
# A lossy WebP has light in 219 steps and colours in 224 (VP8, RFC 6386; ITU-R BT.601). The reader hands its planes on as an
# image.YCbCr, whose values Go's image package takes for those of JPEG, in all 255 steps: every colour comes out paler.
# Guess: a plain red of 200, 40, 40 is read within 8 of that in each value.
# Seen with golang.org/x/image v0.48.0, written by libwebp (github.com/gen2brain/webp v0.5.5): 189, 49, 48; the same file
# is read as 202, 40, 42 by libwebp's dwebp. So whoever wants the picture has to widen the planes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"

	write "github.com/gen2brain/webp"
	read "golang.org/x/image/webp"
)

func main() {
	red := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	for i := 0; i < len(red.Pix); i += 4 {
		copy(red.Pix[i:], []uint8{200, 40, 40, 255})
	}
	var file bytes.Buffer
	if err := write.Encode(&file, red, write.Options{Quality: 95}); err != nil {
		panic(err)
	}
	img, err := read.Decode(&file)
	if err != nil {
		panic(err)
	}
	c := color.NRGBAModel.Convert(img.At(10, 10)).(color.NRGBA)
	fmt.Printf("%T %d %d %d\n", img, c.R, c.G, c.B)
}
GO
go mod init findings >/dev/null 2>&1
go get golang.org/x/image@v0.48.0 github.com/gen2brain/webp@v0.5.5 >/dev/null 2>&1
seen=$(go run -tags nodynamic .)
echo "seen: $seen"
[ "$seen" = "*image.YCbCr 189 49 48" ] || { echo "this changed: it was *image.YCbCr 189 49 48"; exit 1; }
