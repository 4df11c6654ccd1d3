// What yaml-language-server says of files: node yls.mjs MODULES. On standard input come {root, settings, files: [{name, text,
// at}]}: a folder with our schemas, what VS Code's settings hold, and files; at is where the completion is asked for and a word
// hovered over, by line and character. On standard output goes, for each, {diagnostics, completion, hover}.
import {readFileSync} from "node:fs"
import {spawn} from "node:child_process"
import {pathToFileURL} from "node:url"
import {join} from "node:path"

const modules = process.argv[2]
const {root, settings, files} = JSON.parse(readFileSync(0, "utf8"))
const folder = pathToFileURL(root).href
const server = spawn(process.execPath, [join(modules, "yaml-language-server", "bin", "yaml-language-server"), "--stdio"],
  {stdio: ["pipe", "pipe", "inherit"]})
const waiting = new Map(), diagnostics = new Map(), heard = new Map()
let id = 0
const send = message => {
  const body = JSON.stringify({jsonrpc: "2.0", ...message})
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}
const ask = (method, params) => new Promise(done => {
  waiting.set(++id, done)
  send({id, method, params})
})
// The settings of a section, nested as VS Code has them: "yaml.schemas" is schemas of yaml.
const section = name => {
  const of = {}
  for (const [key, value] of Object.entries(settings)) if (key.startsWith(name + ".")) of[key.slice(name.length + 1)] = value
  return name === "yaml" ? {validate: true, completion: true, hover: true, ...of} : {}
}
const hear = m => {
  if (m.id !== undefined && m.method === undefined) {
    if (m.error) throw new Error(JSON.stringify(m.error))
    waiting.get(m.id)(m.result)
  } else if (m.method === "workspace/configuration") {
    send({id: m.id, result: m.params.items.map(i => section(i.section))})
  } else if (m.method === "textDocument/publishDiagnostics") {
    diagnostics.set(m.params.uri, m.params.diagnostics)
    heard.get(m.params.uri)?.()
  } else if (m.id !== undefined) {
    send({id: m.id, result: null})
  }
}
let rest = Buffer.alloc(0)
server.stdout.on("data", data => {
  rest = Buffer.concat([rest, data])
  for (;;) {
    const end = rest.indexOf("\r\n\r\n")
    if (end < 0) return
    const length = +/Content-Length: (\d+)/.exec(rest.subarray(0, end))[1]
    if (rest.length < end + 4 + length) return
    const body = rest.subarray(end + 4, end + 4 + length).toString()
    rest = rest.subarray(end + 4 + length)
    hear(JSON.parse(body))
  }
})

await ask("initialize", {
  processId: process.pid, rootUri: folder, workspaceFolders: [{uri: folder, name: "site"}],
  capabilities: {
    workspace: {configuration: true, workspaceFolders: true, didChangeConfiguration: {dynamicRegistration: true}},
    textDocument: {
      completion: {completionItem: {snippetSupport: false, documentationFormat: ["markdown"]}},
      hover: {contentFormat: ["markdown"]},
    },
  },
})
send({method: "initialized", params: {}})
send({method: "workspace/didChangeConfiguration", params: {settings: {yaml: section("yaml")}}})
const answers = []
for (const {name, text, at} of files) {
  const uri = pathToFileURL(join(root, name)).href
  const judged = new Promise(done => heard.set(uri, done))
  send({method: "textDocument/didOpen", params: {textDocument: {uri, languageId: "yaml", version: 1, text}}})
  await judged
  const answer = {diagnostics: diagnostics.get(uri).map(d => `${d.range.start.line + 1}: ${d.message}`)}
  if (at) {
    const params = {textDocument: {uri}, position: at}
    const completion = await ask("textDocument/completion", params)
    answer.completion = (completion.items ?? completion).map(i => i.label)
    answer.hover = (await ask("textDocument/hover", params))?.contents?.value ?? ""
  }
  answers.push(answer)
}
console.log(JSON.stringify(answers))
server.kill()
