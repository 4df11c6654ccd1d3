// Package internal is the house; this page is its map.
//
// Data walks one way through the rooms, and each room hands plain data on:
//
//	 content/ data/                     templates/
//	      │                                 │
//	      ▼                                 ▼
//	   files ──▶ records ──▶ site ──▶ plan ──▶ render ──▶ output ──▶ public/
//	   texts     shapes      facts    targets  bytes      changed files
//
//	   build  names these steps in order, once
//	   dev    builds after every save, serves what was built, shows it
//	   publish  sends what was built to a folder, over SFTP, to S3 storage
//	   lang, diag, memo, markdown, atlas, chart, host  are tools that know nothing of the site
//
//	lang      the sentences of pages, terminal and overlay in each language; numbers, amounts, dates, spans
//	diag      a problem with its place; the catalogue of their sentences; printing
//	memo      remembered results of pure functions
//	markdown  Markdown: HTML with holes for addresses, links, limits
//	  markup  what editors typed that Markdown reads otherwise or drops, and what it meant
//	  grammar our dialect, read with goldmark
//	atlas     GeoJSON areas: reading, doubting, joining, simplifying with shared borders, paths, labels
//	chart     numbers in, shapes out: bars, trends, networks, shades, labels of maps
//	host      what web servers must say: types, caching, security, redirects; their configuration
//	files     finding, reading and stamping files; what their names and bytes say
//	records   YAML and front matter → records that know their lines
//	records/fault   what was meant by a file whose form is broken: YAML, front matter, Markdown
//	records/plain   texts that are shown as they are typed, and markup in them
//	site      Kecamatan, Program, Visit, Article …; checking, linking, backlinks
//	plan      what will exist: path, template, view; lists, feeds, sitemap
//	render    templates and assets; a target → bytes
//	output    public/: staging, atomic writes, removal of the stale, the manifest
//	build     the walk, what is remembered, the report
//	dev       watching, serving, live reload, problems over the page
//	publish   sending a folder to a folder, over SFTP, to S3 storage; looking at it after
//	lab       what tests need of the machine
//
// Five laws, held by law_test.go as far as a test can:
//
//  1. Only site and plan know what a kecamatan is. records reads any
//     kind; render sees a view of type any.
//  2. Only build remembers. Every stage is a pure function of its arguments and
//     never changes what an earlier one returned.
//  3. Inputs arrive as an fs.FS; inside the house only output writes,
//     and publish on targets.
//  4. One library, one room: YAML in records, goldmark in markdown, orb in atlas, file
//     locks in output, watching in dev, SFTP and S3 in publish.
//  5. No room imports one below it in the list above.
//
// A new kind of content touches one word in four places: data/WORD/,
// site/WORD.go, plan/WORD.go, templates/WORD.html.
package internal
