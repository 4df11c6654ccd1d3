// What ajv says of a report by the schema of SARIF 2.1.0, as its committee publishes it: node judge.mjs MODULES.
// The report comes on standard input; on standard output goes what is wrong, a line for each fault.
import {readFileSync} from "node:fs"
import {createRequire} from "node:module"
import {join} from "node:path"

const need = createRequire(join(process.argv[2], "x.js"))
const {default: Ajv} = need("ajv-draft-04"), {default: formats} = need("ajv-formats")
const schema = join(process.argv[2], "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")
const ajv = new Ajv({allErrors: true, strict: false, unicodeRegExp: false})
formats(ajv)
const valid = ajv.compile(JSON.parse(readFileSync(schema, "utf8")))
if (!valid(JSON.parse(readFileSync(0, "utf8"))))
  for (const e of valid.errors) console.log(`${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`)
