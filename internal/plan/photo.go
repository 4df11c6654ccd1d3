package plan

import "blandongan/internal/site"

// PhotoView is a picture.
type PhotoView struct {
	URL, Alt, Credit string
	Width, Height    int
}

// checkPhotos wants every picture of a profile among the copied files.
func (p *planner) checkPhotos(k *site.Kecamatan) {
	for i := range k.Photos {
		x := &k.Photos[i]
		if x.File == "" {
			continue // it has been reported
		}
		if _, _, problem := p.picture("", "/"+x.File, x.At("file")); problem != nil {
			p.say(*problem)
		}
	}
}

func (p *planner) photos(k *site.Kecamatan) []PhotoView {
	var views []PhotoView
	for _, x := range k.Photos {
		f, ok := p.files["content/files/"+x.File]
		if !ok {
			continue
		}
		views = append(views, PhotoView{p.link(x.File), p.site.Say(x.Alt), x.Credit, f.Width, f.Height})
	}
	return views
}
