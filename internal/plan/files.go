package plan

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/picture"
	"blandongan/internal/plan/whose"
	"blandongan/internal/site/value"
	"blandongan/internal/views"
)

// picture finds a picture and its size. It is nil when there is none. from is the
// name of its file.
func (p *planner) picture(
	file, target string, at diag.Place,
) (photo *views.PhotoView, from string, problem *diag.Problem) {

	to := target
	if _, _, _, isWeb := address.SplitWeb(target); isWeb {
		rooted, is := p.bases.Own(target)
		if is != whose.Ours {
			foreign := p.foreign(at, target, is)
			return nil, "", &foreign
		}
		to, _, _ = whose.CutTail(rooted)
	}
	name := unescape(to)
	address, from, ok := p.find(file, name)
	if !ok {
		if p.mayExist(file, name) {
			return nil, "", nil
		}
		broken := p.nearby(diag.At(at, "image-broken", target), file, name)
		return nil, "", &broken
	}
	f := p.files[cmp.Or(from, p.fileName(file, name))]
	if f.Picture != nil {
		return p.shown(f), from, p.small(at, target, f.Picture)
	}
	if (f.Width == 0 || f.Height == 0) && !f.Broken {
		unreadable := diag.At(at, "image-unreadable", target)
		if other := f.asJPEG(); other != "" {
			unreadable = unreadable.WithHint("image-jpeg", other)
		}
		problem = &unreadable
	}
	return &views.PhotoView{URL: p.link(address), Width: f.Width, Height: f.Height}, from, problem
}

// asJPEG is what a picture that we cannot read, whatever it is called, may be called as JPEG; "" for any other file.
func (f *File) asJPEG() string {
	switch end := path.Ext(f.Name); {
	case f.Broken:
		return ""
	case f.Image && f.Picture == nil && !strings.EqualFold(end, ".svg"):
		return strings.TrimSuffix(path.Base(f.Name), end) + ".jpg"
	}
	return files.AsJPEG(f.Name)
}

// foreign reports a picture that is not on this site: a page loads nothing from
// elsewhere.
func (p *planner) foreign(at diag.Place, target string, is whose.Owner) diag.Problem {
	if is == whose.Private {
		return p.privately(at, target)
	}
	return diag.At(at, "image-foreign", target).WithHint("own-image")
}

// findPictures finds the picture at the head of every article: what it shows is for an edition to say.
func (p *planner) findPictures() {
	for i := range p.site.News {
		n := &p.site.News[i]
		if n.Image == nil || n.Image.File == "" {
			continue
		}
		photo, from, problem := p.picture(n.File, n.Image.File, n.Image.At("file"))
		if problem != nil {
			p.say(*problem)
		}
		if photo == nil {
			continue
		}
		p.pictures[from] = true
		photo.Lead = true
		if alt := p.site.Say(n.Image.Alt); isFileName(alt, from) {
			p.say(diag.At(n.Image.At("alt"), "image-alt-name", alt).WithHint("image-describe"))
		}
		p.heads[i] = photo
	}
}

// verbatim plans the files that are there whatever the texts lead to: all below content/files as they are, and the
// pictures of profiles and at the heads of articles.
func (p *planner) verbatim() {
	for _, f := range p.in.Files {
		isVerbatim := strings.HasPrefix(f.Name, files.VerbatimFolder)
		switch {
		case f.Broken:
			continue
		case p.pictures[f.Name] && f.Picture != nil:
			p.copies(f)
		case p.pictures[f.Name] && !isVerbatim:
			p.copy(f)
		}
		if isVerbatim {
			p.tellPosition(f)
			p.copy(f)
		}
	}
	for _, a := range p.in.Assets {
		p.add(Target{Path: a, Asset: true, From: diag.Place{File: "templates/"}})
	}
}

// copy plans a file that is copied, if its name can be one of the site's.
func (p *planner) copy(f File) {
	from, to := diag.Place{File: f.Path}, copiedTo(f.Name)
	if why := value.Unfit(to); why != "" {
		p.say(diag.At(from, "file-unfit", to, why).WithHint("rename-plain"))
		return
	}
	p.add(Target{Path: to, Copy: f.Path, From: from})
}

// Linked plans the files beside articles that published texts lead to, given by
// name. The pictures of a draft stay where they are.
func (p *Plan) Linked(names map[string]bool) ([]Target, diag.List) {
	q := *p.planner
	q.targets, q.problems, q.clashes = slices.Clip(q.targets), nil, map[string][]int{}
	q.claimed = q.claimed.Clone()
	for _, f := range q.in.Files {
		switch {
		case !names[f.Name] || q.pictures[f.Name] || f.Broken:
		case f.Picture != nil:
			q.copies(f)
		default:
			q.copy(f)
		}
	}
	linked := q.targets[len(p.planner.targets):]
	if len(linked) > 0 {
		q.checkLinked(linked)
		q.checkClaims()
	}
	return linked, q.problems
}

// pictureSizes tells browsers how wide pictures in texts are, before they know the style sheet.
const pictureSizes = "(min-width: 46rem) 42rem, calc(100vw - 2rem)"

// pictureFolder is where the copies of pictures lie: see posterFolder.
const pictureFolder = AssetFolder + "gambar/"

// copies plans the copies of a picture, unless another file holds the same picture.
func (p *planner) copies(f File) {
	for _, c := range f.Picture.Copies() {
		at := pictureFolder + c.Name
		if _, planned := p.target(at); !planned {
			p.add(Target{Path: at, Picture: &Picture{f.Path, f.Picture, c}, From: diag.Place{File: f.Path}})
		}
	}
}

// shown returns how pages show a picture: the widest copy in a form that all know, and the sets to choose from.
func (p *planner) shown(f File) *views.PhotoView {
	v := &views.PhotoView{Sizes: pictureSizes}
	for _, c := range f.Picture.Copies() {
		at := p.link(pictureFolder + c.Name)
		set := &v.Set
		if c.Format == picture.WebP {
			set = &v.WebP
		}
		if *set != "" {
			*set += ", "
		}
		*set += at + " " + strconv.Itoa(c.Width) + "w"
		v.URL, v.Width, v.Height = at, c.Width, c.Height // the last is the widest of the old form
	}
	return v
}

// small warns of a picture that is too narrow for most screens.
func (p *planner) small(at diag.Place, target string, x *picture.Info) *diag.Problem {
	if x.Width >= picture.Narrow {
		return nil
	}
	narrow := diag.At(at, "image-narrow", target, x.Width).WithHint("image-larger", picture.Narrow)
	return &narrow
}

// isFileName says whether an alternative text is only the name of the picture's file.
func isFileName(alt, file string) bool {
	name := path.Base(file)
	return strings.EqualFold(alt, name) || strings.EqualFold(alt, strings.TrimSuffix(name, path.Ext(name)))
}

// tellPosition warns of a picture that is published as it is and tells where it was taken.
func (p *planner) tellPosition(f File) {
	if f.Picture == nil || f.Picture.Position == nil {
		return
	}
	at := *f.Picture.Position
	where := strconv.FormatFloat(at.Lat, 'f', 4, 64) + ", " + strconv.FormatFloat(at.Lon, 'f', 4, 64)
	p.say(diag.At(diag.Place{File: f.Path}, "image-position", where).WithHint("image-strip"))
}
