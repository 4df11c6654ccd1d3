// What ajv says of files by our schemas: node judge.mjs MODULES. On standard input come cases, {schema, files: [{name, text}]};
// on standard output goes, for each file of each, what is wrong with it, or null.
import {readFileSync} from "node:fs"
import {createRequire} from "node:module"
import {join} from "node:path"

const need = createRequire(join(process.argv[2], "x.js"))
const {default: Ajv} = need("ajv"), YAML = need("yaml")
const ajv = new Ajv({allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true})
// What VS Code and its YAML extension read beside the standard's words.
for (const word of [
  "markdownDescription", "enumDescriptions", "markdownEnumDescriptions", "errorMessage", "patternErrorMessage",
]) ajv.addKeyword(word)

const read = ({name, text}) => {
  text = text.replace(/^\uFEFF/, "")
  if (name.endsWith(".md")) {
    const head = /^--- *\r?\n([^]*?\n)?--- *(\r?\n|$)/.exec(text)
    if (!head) throw new Error("no front matter")
    text = head[1] ?? ""
  }
  const documents = YAML.parseAllDocuments(text)
  if (documents.length === 0 || documents.empty) return null
  if (documents.length > 1) throw new Error("several documents")
  if (documents[0].errors.length) throw documents[0].errors[0]
  return documents[0].toJS()
}
const judge = (valid, file) => {
  try {
    if (valid(read(file))) return null
    return valid.errors.map(e => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`)
  } catch (e) {
    return [String(e)]
  }
}
const cases = JSON.parse(readFileSync(0, "utf8"))
const compiled = new Map() // many cities differ in one file
console.log(JSON.stringify(cases.map(({schema, files}) => {
  const text = JSON.stringify(schema)
  const valid = compiled.get(text) ?? ajv.compile(schema)
  compiled.set(text, valid)
  return files.map(f => judge(valid, f))
})))
