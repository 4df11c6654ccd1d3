// What d3-geo draws of a map: node d3.mjs MODULES <code, which leaves a map and a path.
import {readFileSync} from "node:fs"
import {join} from "node:path"
import {pathToFileURL} from "node:url"

const [modules] = process.argv.slice(2)
const geo = await import(pathToFileURL(join(modules, "d3-geo/src/index.js")))
const d3 = {...geo, json: async file => JSON.parse(readFileSync(file, "utf8"))}
const run = Object.getPrototypeOf(async () => {}).constructor
const areas = await new run("d3", readFileSync(0, "utf8") + "\nreturn map.features.map(f => [f.id, path.area(f)])")(d3)
console.log(JSON.stringify(Object.fromEntries(areas)))
