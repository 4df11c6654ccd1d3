// What Netlify makes of a site: node netlify.mjs MODULES FOLDER <hrefs.json
//
// In FOLDER lie netlify.toml and public/. The parsers are those of its builds, the matcher
// is that of its servers, made for browsers. It is asked with the path that a browser
// sends; "netlify dev" unescapes it first, and then finds no rule whose path is escaped.
import {existsSync, readFileSync} from "node:fs"
import {createRequire} from "node:module"
import {join} from "node:path"
import {pathToFileURL} from "node:url"

const [modules, folder] = process.argv.slice(2)
const hrefs = JSON.parse(readFileSync(0, "utf8"))
const from = name => import(pathToFileURL(join(modules, "@netlify", name, "lib/index.js")))
const {parseAllRedirects} = await from("redirect-parser")
const {parseAllHeaders} = await from("headers-parser")
const redirector = createRequire(import.meta.url)(join(modules, "netlify-redirector"))

const netlifyConfigPath = join(folder, "netlify.toml")
const parsed = await parseAllRedirects({redirectsFiles: [join(folder, "public/_redirects")], netlifyConfigPath})
const headersFiles = [join(folder, "public/_headers")]
const {headers, errors} = await parseAllHeaders({headersFiles, netlifyConfigPath, minimal: false})

const rules = parsed.redirects.map(({from, query, ...rest}) => ({...rest, origin: from, params: query}))
const matcher = await redirector.parseJSON(JSON.stringify(rules), {jwtSecret: "", jwtRoleClaim: ""})
const ask = href => {
  const {pathname} = new URL(href, "https://kota.example/")
  const found = matcher.match({
    scheme: "https", host: "kota.example", path: pathname, query: "",
    headers: {}, cookieValues: {}, getHeader: () => "", getCookie: () => "",
  })
  // A rule that is not forced gives way to a file.
  const gives = found && !found.force && !found.force404 && existsSync(join(folder, "public", decodeURIComponent(pathname)))
  return found && !gives ? {status: found.status, to: found.to} : {}
}
console.log(JSON.stringify({
  complaints: [...parsed.errors, ...errors].map(String), rules: rules.length,
  headers: Object.fromEntries(headers.map(h => [h.for, h.values])),
  answers: {netlify: Object.fromEntries(hrefs.map(href => [href, ask(href)]))},
}))
