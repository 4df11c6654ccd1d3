package publishing

import (
	"blandongan/internal/desk/web"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/site"
)

// examples finds addresses in the site's own file that nobody can have: with one for its own, every
// page would tell search engines, feeds and whoever shares it that it lies elsewhere. Where another
// address was asked for, that one counts. What is wrong with the file, a build tells.
func (p *publication) examples() diag.List {
	f := files.At(site.ConfigFile)
	text, problems := files.Read(p.folders.Content, f)
	if problems.HasErrors() {
		return nil
	}
	record, _ := site.Parse(f.Path, text, nil)
	entries, _ := site.Decode(record)
	var found diag.List
	for _, e := range entries {
		if config, is := e.Value.(*site.Config); is {
			found = append(found, p.unpublishable(config, web.Examples(config))...)
		}
	}
	return found.Excerpt(func(string) string { return string(text) })
}

// unpublishable makes a fault of the site's own address, if it is an example.
func (p *publication) unpublishable(config *site.Config, found diag.List) (told diag.List) {
	for _, one := range found {
		if one.Place == config.At("base_url") {
			if p.c.IsSet("base-url") {
				continue
			}
			one = diag.At(one.Place, "publish-example", one.Words).About(one.Words).WithHint("publish-address")
		}
		told = append(told, one)
	}
	return told
}
