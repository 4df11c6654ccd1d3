// What Cloudflare makes of a site's folder: node cloudflare.mjs MODULES FOLDER <hrefs.json
//
// Lines are parsed and answers given by Cloudflare's own code, without its runtime, which
// weighs 120 MB: the parser and the worker of Workers lie in miniflare, which uses them;
// the handler of Pages is a package. In FOLDER is what is published; a file that lies in
// it is found. Each href is asked for as a browser would ask.
import {existsSync, readFileSync} from "node:fs"
import {createRequire} from "node:module"
import {join} from "node:path"
import {pathToFileURL} from "node:url"

const [modules, folder] = process.argv.slice(2)
const hrefs = JSON.parse(readFileSync(0, "utf8"))
const miniflare = join(modules, "miniflare/dist/src")

// Miniflare exports what it does with the parser, not the parser: it is cut out whole.
const from = "// ../workers-shared/utils/configuration/constants.ts\n"
const end = "// ../workers-shared/utils/configuration/parseStaticRouting.ts\n"
const bundle = readFileSync(join(miniflare, "index.js"), "utf8")
const start = bundle.indexOf(from), stop = bundle.indexOf(end, start)
if (start < 0 || stop < 0) throw new Error("miniflare's bundle is laid out in another way")
const names = "parseRedirects, parseHeaders, constructRedirects, constructHeaders, " +
  "MAX_LINE_LENGTH, MAX_STATIC_REDIRECT_RULES, MAX_HEADER_RULES"
const cf = new Function("require", bundle.slice(start, stop) + `;return {${names}}`)(createRequire(import.meta.url))

const complaints = []
const say = message => complaints.push(String(message))
const logger = {debug() {}, log() {}, info: say, warn: say, error: say}
const read = name => existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : ""
const html_handling = "auto-trailing-slash"
const rules = cf.parseRedirects(read("_redirects"), {htmlHandling: html_handling})
const {redirects} = cf.constructRedirects({redirects: rules, logger})
const {headers} = cf.constructHeaders({headers: cf.parseHeaders(read("_headers")), logger})

const isFile = path => /[^/]$/.test(path) && existsSync(join(folder, path))
const stream = path => new Response(readFileSync(join(folder, path))).body

// The worker's one import is its base class, which only keeps what it is given.
const base = "class WorkerEntrypoint { constructor(ctx, env) { this.ctx = ctx; this.env = env } }"
const source = readFileSync(join(miniflare, "workers/assets/assets.worker.js"), "utf8")
const worker = source.replace('import { WorkerEntrypoint } from "cloudflare:workers";', base)
if (worker === source) throw new Error("the worker is laid out in another way")
const {AssetWorkerInner} = await import("data:text/javascript," + encodeURIComponent(worker))
const config = {redirects, headers, html_handling, not_found_handling: "404-page"}
const workers = new AssetWorkerInner({}, {CONFIG: config})
workers.unstable_exists = async path => isFile(path) ? path : null
workers.unstable_getByETag = async path => ({readableStream: stream(path), contentType: "text/plain", cacheStatus: "MISS"})

const {generateHandler} = await import(pathToFileURL(join(modules, "@cloudflare/pages-shared/dist/asset-server/handler.js")))
const pages = request => generateHandler({
  request, metadata: {redirects, headers}, logError: say,
  findAssetEntryForPath: async path => isFile(path) ? path : null,
  getAssetKey: path => path, negotiateContent: () => ({encoding: null}),
  fetchAsset: async path => ({body: stream(path), contentType: "text/plain"}),
})

const answers = async ask => Object.fromEntries(await Promise.all(hrefs.map(async href => {
  const answer = await ask(new Request(new URL(href, "https://kota.example/")))
  const {location = "", ...headers} = Object.fromEntries(answer.headers)
  return [href, {status: answer.status, to: location, headers}]
})))
console.log(JSON.stringify({
  complaints, rules: Object.keys(redirects?.staticRules ?? {}).length,
  limits: {rules: cf.MAX_STATIC_REDIRECT_RULES, line: cf.MAX_LINE_LENGTH, headers: cf.MAX_HEADER_RULES},
  answers: {workers: await answers(r => workers.fetch(r)), pages: await answers(pages)},
}))
