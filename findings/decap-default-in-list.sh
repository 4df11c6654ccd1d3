#!/usr/bin/env bash
# What Decap CMS makes of a default within a list.
#
# `default: ""` is how a date field is told to begin empty. Among the fields of a list that default, which says "nothing",
# says more: the list of every new entry holds one item already, which nobody added.
# Guess: a new entry has an empty list, whether or not a field of its items has an empty default.
# Seen with decap-cms 3.16.3 in Chromium: the list without a default is empty, the other holds one item. So a form must
# leave the default out there.
set -euo pipefail
chromium=$(command -v chromium || command -v google-chrome) || { echo "this wants Chromium"; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
# The bundle alone is wanted, not the packages that it was made from.
cat >package.json <<'JSON'
{"private": true, "type": "module",
 "dependencies": {"decap-cms": "3.16.3", "puppeteer-core": "25.16.0"},
 "overrides": {"decap-cms": {
   "codemirror": "npm:empty-npm-package@1.0.0", "create-react-class": "npm:empty-npm-package@1.0.0",
   "file-loader": "npm:empty-npm-package@1.0.0", "react": "npm:empty-npm-package@1.0.0",
   "react-dom": "npm:empty-npm-package@1.0.0", "svgo-loader": "npm:empty-npm-package@1.0.0",
   "decap-cms-app": "npm:empty-npm-package@1.0.0", "decap-cms-media-library-cloudinary": "npm:empty-npm-package@1.0.0",
   "decap-cms-media-library-uploadcare": "npm:empty-npm-package@1.0.0"}}}
JSON
npm install --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
cat >config.yml <<'YAML'
backend: {name: test-repo}
media_folder: files
collections:
  - name: posts
    label: Posts
    folder: posts
    create: true
    fields:
      - {name: title, label: Title, widget: string}
      - name: plain
        label: Plain
        label_singular: plain
        widget: list
        required: false
        fields: [{name: day, label: Day, widget: datetime, format: YYYY-MM-DD, time_format: false}]
      - name: empty
        label: Empty
        label_singular: empty
        widget: list
        required: false
        fields: [{name: day, label: Day, widget: datetime, format: YYYY-MM-DD, time_format: false, default: ""}]
YAML
cat >look.js <<'JS'
import {createServer} from "node:http"
import {readFileSync} from "node:fs"
import puppeteer from "puppeteer-core"
const server = createServer((request, response) => {
  const file = new URL(request.url, "http://x").pathname
  if (file === "/") return response.writeHead(200, {"Content-Type": "text/html"})
    .end('<!doctype html><meta charset="utf-8"><body><script src="/decap-cms.js"></script>')
  try {
    response.end(readFileSync(file === "/config.yml" ? "config.yml" : "node_modules/decap-cms/dist" + file))
  } catch {
    response.writeHead(404).end()
  }
}).listen(0, "127.0.0.1")
await new Promise(done => server.on("listening", done))
const browser = await puppeteer.launch({executablePath: process.argv[2], args: ["--no-sandbox"]})
const page = await browser.newPage()
await page.goto(`http://127.0.0.1:${server.address().port}/`)
await page.waitForFunction(() => {
  [...document.querySelectorAll("button")].find(b => b.innerText.trim() === "Login")?.click()
  return /Posts/.test(document.body.innerText)
})
await page.evaluate(() => { location.hash = "#/collections/posts/new" })
await page.waitForFunction(() => /\d+ (plain|empty)/.test(document.body.innerText))
console.log((await page.evaluate(() => document.body.innerText.match(/\d+ (plain|empty)/g))).join(", "))
await browser.close()
server.close()
JS
seen=$(node look.js "$chromium")
echo "seen: $seen"
[ "$seen" = "0 plain, 1 empty" ] || { echo "this changed: it was 0 plain, 1 empty"; exit 1; }
