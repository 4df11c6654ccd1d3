package plan

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/site/value"
	"blandongan/internal/views"
)

// picture finds a picture and its size. It is nil when there is none. from is the
// name of its file.
func (p *planner) picture(
	file, target string, at diag.Place,
) (picture *views.PhotoView, from string, problem *diag.Problem) {

	path := target
	if _, _, _, isWeb := splitWeb(target); isWeb {
		rooted, is := p.own(target)
		if is != ours {
			foreign := p.foreign(at, target, is)
			return nil, "", &foreign
		}
		path, _, _ = cutTail(rooted)
	}
	name := unescape(path)
	address, from, ok := p.find(file, name)
	if !ok {
		if p.mayExist(file, name) {
			return nil, "", nil
		}
		broken := p.nearby(diag.At(at, "image-broken", target), file, name)
		return nil, "", &broken
	}
	f := p.files[cmp.Or(from, p.fileName(file, name))]
	if (f.Width == 0 || f.Height == 0) && !f.Broken {
		unreadable := diag.At(at, "image-unreadable", target)
		if other := files.AsJPEG(name); other != "" {
			unreadable = unreadable.WithHint("image-jpeg", other)
		}
		problem = &unreadable
	}
	return &views.PhotoView{URL: p.link(address), Width: f.Width, Height: f.Height}, from, problem
}

// foreign reports a picture that is not on this site: a page loads nothing from
// elsewhere.
func (p *planner) foreign(at diag.Place, target string, is owner) diag.Problem {
	if is == private {
		return p.privately(at, target)
	}
	return diag.At(at, "image-foreign", target).WithHint("own-image")
}

// findPictures finds the picture at the head of every article.
func (p *planner) findPictures() {
	for i := range p.site.News {
		n := &p.site.News[i]
		if n.Image == nil || n.Image.File == "" {
			continue
		}
		picture, from, problem := p.picture(n.File, n.Image.File, n.Image.At("file"))
		if problem != nil {
			p.say(*problem)
		}
		if picture == nil {
			continue
		}
		p.pictures[from] = true
		picture.Alt, picture.Credit = n.Image.Alt, n.Image.Credit
		p.heads[n.ID] = picture
	}
}

// verbatim plans the files that are copied whatever the texts lead to: all
// below content/files, and the pictures at the heads of articles.
func (p *planner) verbatim() {
	for _, f := range p.in.Files {
		if !f.Broken && (p.pictures[f.Name] || strings.HasPrefix(f.Name, files.VerbatimFolder)) {
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
	q.claimed = maps.Clone(q.claimed)
	for _, f := range q.in.Files {
		if names[f.Name] && !q.pictures[f.Name] && !f.Broken {
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
