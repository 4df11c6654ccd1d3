// Package internal is the house; this page is its map.
//
// Data walks one way through the rooms, and each room hands plain data on:
//
//	 content/ data/                                        templates/
//	      │                                                    │
//	      ▼                                                    ▼
//	   files ──▶ records ──▶ site ──▶ plan ──▶ views, formats ──▶ render ──▶ output ──▶ public/
//	   texts     shapes      facts    targets  what each shows    bytes      changed files
//
//	   build  names these steps in order, once
//	   dev    builds after every save, serves what was built, shows it
//	   publish  sends what was built to a folder, over SFTP, to S3 storage
//	   lang, machine, diag, memo, memory, markdown, atlas, chart, workbook, picture, poster, host, search
//	   know nothing of the site
//
//	lang/sentences  the words of the commands
//	lang      the sentences of pages, terminal and overlay in each language; numbers, amounts, dates, spans
//	machine   what systems say and do differently: numbers of faults, files that others hold
//	diag/sentences  the words of all problems, rules and hints
//	diag      a problem with its place; what a misspelt word may mean; ways to mend it; printing
//	explain   a page for every problem and rule: what it means, a bad and a good example
//	memo      remembered results of pure functions
//	positions where in a list a text stands, found by the list itself
//	memory    what a build writes down for the next process: plain values as bytes, the form of the file
//	search/words     texts cut into words, words into stems; what is one letter apart; the same in the browser
//	markdown/markup  what editors typed that Markdown reads otherwise or drops, and what it meant
//	markdown/grammar our dialect, read with goldmark
//	markdown  Markdown: HTML with holes for addresses, links, limits
//	atlas/vector     arithmetic with coordinates that gives the same digits on every machine
//	atlas/geojson    a GeoJSON file: its areas with their names and codes, and what is wrong in it
//	atlas     areas of one code joined, simplified with shared borders, drawn as paths, with labels
//	chart     numbers in, shapes out: dots, bars, trends, arcs, evidence, classes of values and their shades
//	workbook  workbooks: sheets of typed cells in, an .xlsx out
//	picture   photos upright, in sRGB, at the sizes of screens, without a word of who took them where
//	poster    what stands beside a shared link: texts and a map in, a PNG out
//	diag/report  problems as text, JSON, SARIF and workflow commands
//	desk/mend       repairs made in a file, and the difference as people read it
//	author    what editors own, written when they ask: new files, and changes of what was read
//	host      what web servers must say: types, caching, security, redirects; their configuration
//	search    what can be found in; an index in small files and the script that searches it in browsers out
//	files     finding, reading and stamping files; what their names and bytes say
//	records/plain   texts that are shown as they are typed, and markup in them
//	records/quantity  numbers as people write them, and what they mean
//	records/ordinary   YAML as front matter mostly is, read at once
//	records/fault   what was meant by a file whose form is broken: YAML, front matter, Markdown
//	records   YAML and front matter → records that know their lines; secrets in them masked
//	records/within  keys that stand within a text of lines, a little too deep
//	records/omit    what was decoded without all that names what readers cannot see
//	site/value      dates, periods, codes, addresses as editors type them, and what they meant
//	publish/destination   data/publish.yaml: where the site is published, the form of addresses, masking
//	desk/settings   data/desk.yaml, data/regions.yaml: what the editors' desk is told
//	site      Kecamatan, Program, Visit, Article …: reading each kind, what contradicts itself, linking, backlinks
//	site/meaning    what each key that editors may write means, in words; names for forms
//	guide     the editors' guide as pages of the site: how to work, every key, every problem and rule
//	site/compare    figures beside each other: all kecamatan, the years, what somebody claimed
//	site/areas      which areas of a map are which kecamatan; whether the map agrees with the facts
//	site/check      what does not hold between facts: references, codes, figures, dates, names
//	site/translations  which texts lack a language, and the share that has it
//	site/strays     files at wrong places, misspelt folders, files that nothing links to; where they belong
//	desk/prose      what readers of a file read: blocks, words, sentences, and where each letter stands
//	desk/language   how Indonesian is written: words, marks, sentences
//	desk/reading    prose as rules read it: words, sentences, numbers and dates as people write them
//	desk/reckoning  what a text says against itself: weekdays, counts, sums, changes, spans, forms of numbers
//	desk/register   what the data have of figures and people, made ready to be looked up
//	desk/reference  prose held against the data: places, figures, people, what other regions are called
//	desk/web        what a text owes to the web: pictures, links, headings, titles; articles beside each other
//	desk/external   whether links to other sites can still be opened
//	desk      the rules of the editors' desk, and when one is silent
//	address   where things lie: sections, paths, links from the root
//	ground    what every page stands on: language, publisher, facts, the day; values written for people
//	figures   figures with period and source; side by side, claims, dots, trends, the map and its shades
//	views     what each page shows: a function of declared inputs
//	formats   what programs read: feeds, calendar, sitemap, posters, a profile's data; functions of declared inputs
//	opendata  what the site knows as tables, declared once: CSV, JSON, workbook, map, catalogues, their page
//	related   what articles have in common: topics, the articles like one
//	searchable  what of each page can be found, and the page on which one looks for it
//	schema    what other programs are told of what editors may write: JSON Schemas, settings, forms
//	plan/meant  what editors meant by a link that leads nowhere, as far as its words tell
//	plan/shelf  parts of what is made from one plan, remembered for the next
//	plan/whose  whose a web address is, and where on the site it leads
//	plan      what will exist in each language, what each page may see; addresses, where links lead, redirects
//	plan/moved  what became of pages that were published: addresses left empty, lost sections
//	render    templates and assets; a target → bytes
//	output/scratch  what a process asks for later, kept out of its memory
//	output/below  the files below one folder, in as few calls as a system needs
//	output    public/: files staged, then committed whole; what is not ours is left alone; the manifest
//	build/sink      where finished files go
//	build/progress  many things at once, and how far a build is
//	build/found     words of what can be found, kept from build to build; the index made of them
//	build/ledger    what lies in the output folder, and what each file was made from
//	build/reading   the files of a site, read as far as they changed
//	build/texts     where the texts of a site lead, kept from build to build
//	build/past      what an earlier process remembered, or why it is of no use
//	build/review    what the editors' desk found in each file, kept from build to build
//	build     the steps in order, what is remembered, what need not be made again, the report
//	lsp/text     the text of a document, in lines and characters of UTF-16
//	lsp/pipe     the pipes of a client: whole messages, of a size
//	lsp/outline  YAML as somebody types it: keys, values and entries with their places
//	lsp       what editors' programs show while somebody types: the language server
//	dev/tabs  which tabs are open, what they show
//	dev       watching, serving, live reload, problems over the page
//	publish/store   what stores have in common: what is found, records of ours, faults in words
//	publish/folder  a folder of this machine, plain or with releases
//	publish/sftp    a folder of a host that is reached by SFTP
//	publish/s3      a bucket of S3-compatible storage
//	publish/verify  looking at the site as visitors do, after it was sent
//	publish   plan, order, lock, grace, retries and rollback, over a store
//	command   what commands share: flags, folders, the clock, sentences of what went wrong
//	command/publishing  the command publish: its questions, what it prints
//	start/codes     lists of area codes, read as they are spread
//	start/colours   the colours of a site made from two, of which every text stands out
//	start     what editors begin with: a file of each kind, made from its declaration; a city's folder
//	lab       what tests need of the machine
//	lab/chrome      a browser
//	lab/photo       pictures as cameras and programs write them
//	publish/publishtest   scenery for tests of publishing
//
// Seven laws, held by law_test.go as far as a test can:
//
//  1. Only site and the rooms from address to plan know what a kecamatan is. records
//     reads any kind; render sees a view of type any.
//
//  2. Only build remembers, within a process and, by way of memory, from one to the next.
//     Every stage is a pure function of its arguments and never changes what an earlier one
//     returned.
//
//  3. Inputs arrive as an fs.FS; inside the house only output writes,
//     publish at destinations, and author: what editors own, when asked,
//     and what a command remembers.
//
//  4. One library, one room: YAML in records, goldmark in markdown, orb in atlas, fonts in
//     poster, file locks in output, watching in dev, JSON-RPC in lsp and lsp/pipe,
//     SFTP in publish/sftp, S3 in publish/s3.
//
//  5. No room imports one below it in the list above.
//
//  6. What a page depends on is said once: by the type of its inputs, which plan gathers
//     and whose digest decides. A view is given its inputs and can see nothing else: it is
//     a function of views, formats, opendata or searchable, which import no room that could tell it more.
//
//  7. A kind of content is a row of site's table of kinds, and a section of address's table
//     of sections. No other room spells a kind, a folder or a section in a string.
//
// Goroutines are begun where there is something to wait for: in build, dev and publish; in lsp,
// which answers while it walks through the site; in desk/external, which asks many hosts at once;
// in command, which shows how far others are and hears that they are to end; in command/publishing,
// which asks somebody at a terminal. All other rooms are done when they return.
//
// To add a kind with pages, event say:
//
//	site/event.go         its type, what its things are called, their order, its checks
//	site/kinds.go         KindEvent, and its row: folder, list, what articles say of it
//	site/facts.go         its list, and when it has a page in another language
//	site/article.go       the key under which articles name it, if they do
//	address/address.go    its section, and its row: kind, place in the navigation
//	views/event.go        what its pages show
//	searchable/things.go  what of it can be found
//	plan/pages.go         its pages, and what each may see
//	templates/event.html  and event-list.html
//	lang/pages.go         the name of the section, and other words of the pages
//	site/meaning          what each of its keys means; what it is called, one and many
//	start/thing.go        where its title stands
//	schema/forms.go       whether forms edit it, and which of its texts are long
//	diag/sentences/vocabulary.go  what problems call it
package internal
