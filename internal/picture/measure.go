package picture

import (
	"image/color"
	"math"
)

// mostMemory is what one picture may take at a time: a photo of 108 million pixels as telephones take them, a PNG of 40
// million, a photo's copy of 1600 by 7800.
const mostMemory = 192 << 20

// longest is a side that no camera has. Below it, sums of pixels are far from overflowing.
const longest = 1 << 16

// highest is the longest side of a WebP.
const highest = 1<<14 - 1

// What writing a WebP takes a pixel: from light and colours, from four values, without loss; and how many pixels one
// may have for which the last is tried.
const (
	planesBytes   = 16
	lossyBytes    = 28
	losslessBytes = 100
	mostLossless  = 1600 * 1200
)

// measure estimates the memory that the picture takes while it is decoded and made small, or else its widest copy while
// it is written.
func (s *Source) measure(m color.Model) {
	pixels := int64(s.width) * int64(s.height)
	factor := int64(max(1, s.width/Widest))
	small := 4 * pixels / (factor * factor)
	if m == color.YCbCrModel {
		small /= 2
	}
	width, height := s.widest()
	written := s.written(m) * width * height
	if s.Format != JPEG && m != color.YCbCrModel && width*height <= mostLossless {
		written = losslessBytes * width * height
	}
	s.memory, s.fits = max(s.decoded(m, pixels)+small, written), mostMemory/s.written(m)
}

// written is what writing the widest copy takes a pixel.
func (s *Source) written(m color.Model) int64 {
	if m == color.YCbCrModel && s.profile == nil {
		return planesBytes
	}
	return lossyBytes
}

// decoded is what the decoder takes.
func (s *Source) decoded(m color.Model, pixels int64) int64 {
	if s.memory > 0 { // the walk knew better
		if s.Format == JPEG && (m == color.CMYKModel || m == color.RGBAModel) {
			return s.memory + 4*pixels // its planes are put together
		}
		return s.memory
	}
	each := int64(4)
	_, isPalette := m.(color.Palette)
	switch {
	case isPalette, m == color.GrayModel && !s.alpha:
		each = 1
	case m == color.NRGBA64Model || m == color.RGBA64Model || m == color.Gray16Model:
		each = 8
	}
	if s.passes {
		each *= 2
	}
	return each * pixels
}

// widest is the size of the widest copy.
func (s *Source) widest() (width, height int64) {
	w := min(s.Width, Widest)
	return int64(w), int64(heightAt(s.Width, s.Height, w))
}

func (s *Source) isHuge() bool {
	_, height := s.widest()
	return s.Width > longest || s.Height > longest || height > highest || s.memory > mostMemory
}

// fitting is a width at which the picture is huge no more: twice that of the widest copy, or less when it is high.
func (s *Source) fitting() int {
	slim := float64(s.Width) / float64(s.Height)
	width := min(highest*slim, math.Sqrt(float64(s.fits)*slim))
	if width >= Widest {
		return 2 * Widest
	}
	if width > 100 {
		return int(width) / 10 * 10
	}
	return max(1, int(width))
}
