// What DuckDB reads: node duckdb.mjs MODULES <query.sql
import {readFileSync} from "node:fs"
import {createRequire} from "node:module"
import {join} from "node:path"

const [modules] = process.argv.slice(2)
const {DuckDBInstance} = createRequire(join(modules, "x.js"))("@duckdb/node-api")
const db = await (await DuckDBInstance.create(":memory:")).connect()
const result = await db.runAndReadAll(readFileSync(0, "utf8"))
console.log(JSON.stringify(result.getRowObjectsJson()))
