// What published schemas and readers say of files: node judge.mjs MODULES PROFILES FOLDER, where FOLDER is a built site.
// It prints complaints, one a line.
import {readFileSync, readdirSync} from "node:fs"
import {createRequire} from "node:module"
import {join} from "node:path"

const [modules, profiles, folder] = process.argv.slice(2)
const need = createRequire(join(modules, "x.js"))
const {default: Ajv} = need("ajv"), {default: formats} = need("ajv-formats")
const text = name => readFileSync(join(folder, name), "utf8")
const json = name => JSON.parse(text(name))
const profile = name => JSON.parse(readFileSync(join(profiles, name), "utf8"))
const say = (name, what) => console.log(`${name}: ${what}`)

// Schemas: whatever they leave open, dates, addresses and the like are looked at.
const judge = (name, schema, value) => {
  const ajv = new Ajv({strict: false, allErrors: true, logger: false})
  formats(ajv)
  ajv.addFormat("iri", s => URL.canParse(s))
  const valid = ajv.compile(schema)
  if (!valid(value)) for (const e of valid.errors) say(name, `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`)
}
const dataPackage = json("data/datapackage.json")
judge("data/datapackage.json", profile("datapackage-2.0.json"), dataPackage)
for (const r of dataPackage.resources) if (r.schema) judge(`schema of ${r.name}`, profile("tableschema-2.0.json"), r.schema)
judge("data/data.json", profile("dcat-us-3.0.json"), json("data/data.json"))
judge("berita/feed.json", need("jsonfeed-schema/v1.1.js"), json("berita/feed.json"))

// GeoJSON.
const {check} = need("@placemarkio/check-geojson")
try {
  check(text("data/peta.geojson"))
} catch (e) {
  for (const issue of e.issues ?? [e]) say("data/peta.geojson", issue.message)
}

// iCalendar: read strictly, and what each component must have.
const ICAL = need("ical.js")
ICAL.design.strict = true
const calendar = new ICAL.Component(ICAL.parse(text("kunjungan/kalender.ics")))
for (const p of ["prodid", "version"]) if (!calendar.hasProperty(p)) say("kalender.ics", `no ${p}`)
const uids = new Set()
for (const event of calendar.getAllSubcomponents("vevent")) {
  for (const p of ["uid", "dtstamp", "dtstart", "summary"]) if (!event.hasProperty(p)) say("kalender.ics", `no ${p}`)
  const {uid, startDate, endDate} = new ICAL.Event(event)
  if (uids.has(uid)) say("kalender.ics", `${uid} twice`)
  uids.add(uid)
  if (!startDate.isDate || !(endDate.compare(startDate) > 0)) say("kalender.ics", `${uid} from ${startDate} to ${endDate}`)
}

// JSON-LD: each type and each property is one of schema.org's, and a property one of its type's.
const words = readFileSync(join(modules, "schema-dts/dist/schema.d.ts"), "utf8")
const types = {}
for (const [, name, above, body] of words.matchAll(/^interface (\w+)Base extends ([^{]+)\{\n([^]*?)^\}/gm))
  types[name] = {
    above: [...above.matchAll(/(\w+)Base\b/g)].map(m => m[1]),
    own: new Set([...body.matchAll(/^    "(\w+)"\?:/gm)].map(m => m[1])),
  }
const has = (type, p) => Boolean(types[type]) && (types[type].own.has(p) || types[type].above.some(t => has(t, p)))
const leaf = name => new RegExp(`^(?:export )?interface ${name}Leaf extends ([^{]+)\\{`, "m").exec(words)?.[1] ?? ""
const bases = name => [...leaf(name).matchAll(/(\w+)Base\b/g)].map(m => m[1])
const walk = (page, node) => {
  if (Array.isArray(node)) return node.forEach(n => walk(page, n))
  if (node === null || typeof node !== "object") return
  const type = node["@type"]
  if (!type || !bases(type).length) return say(page, `schema.org has no type ${type}`)
  for (const [p, value] of Object.entries(node)) {
    if (p.startsWith("@")) continue
    if (!bases(type).some(b => has(b, p))) say(page, `a ${type} of schema.org has no ${p}`)
    walk(page, value)
  }
}
let nodes = 0
for (const name of readdirSync(folder, {recursive: true}).filter(n => n.endsWith(".html")).sort())
  for (const [, data] of text(name).matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)) {
    const node = JSON.parse(data)
    if (node["@context"] !== "https://schema.org") say(name, `the context is ${node["@context"]}`)
    walk(name, node)
    nodes++
  }
if (nodes < 20) say("pages", `only ${nodes} say something to machines`)
