// Lighthouse, as a phone on a slow line, over several pages with one browser:
//
//   node lighthouse.mjs CHROMIUM PROFILE URL…
//
// One line of JSON for each page: its address, scores from 0 to 100 by category,
// and the audits that cost points; audits without weight in a score are left out. A
// phone is this machine made four times slower; one that is busy is slow already, which
// Lighthouse's own benchmark of it tells. So a page that seems slow is tried again, up
// to three times, made slower by as much less, and the best counts. PROFILE is a folder
// for the browser. An address that ends in 404.html may ask not to be indexed.
import { mkdirSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import config from "lighthouse/core/config/default-config.js";
import * as constants from "lighthouse/core/config/constants.js";

// A phone of the middle is four times slower than a machine with this benchmark index,
// on the slow line that Lighthouse judges phones on.
const idle = 1250, phone = 4;
const { mobileSlow4G: line } = constants.throttling;

const weighed = Object.values(config.categories).flatMap(c => c.auditRefs).filter(a => a.weight > 0).map(a => a.id);

// Pages of this site do nothing once they are there: there is no need to wait long.
const soon = { pauseAfterFcpMs: 200, pauseAfterLoadMs: 200, networkQuietThresholdMs: 250, cpuQuietThresholdMs: 250 };

const [chromePath, userDataDir, ...urls] = process.argv.slice(2);
mkdirSync(userDataDir, { recursive: true });
const chrome = await launch({
  chromePath,
  userDataDir,
  logLevel: "silent",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
});
try {
  for (const url of urls) {
    let best, slowdown = phone;
    for (let tries = 1; tries <= 3 && !(best?.scores.performance === 100); tries++) {
      const { power, ...result } = await judge(url, slowdown);
      if (!best || result.scores.performance > best.scores.performance) best = { ...result, tries };
      slowdown = phone * Math.min(1, power / idle);
    }
    console.log(JSON.stringify(best));
  }
} finally {
  chrome.kill();
}

async function judge(url, cpuSlowdownMultiplier) {
  const run = await lighthouse(url, {
    port: chrome.port,
    logLevel: "silent",
    disableFullPageScreenshot: true,
    ...soon,
    throttling: { ...line, cpuSlowdownMultiplier },
    onlyAudits: weighed.filter(id => id !== "is-crawlable" || !url.endsWith("404.html")),
  });
  const scores = {}, faults = [];
  for (const [name, category] of Object.entries(run.lhr.categories)) {
    scores[name] = Math.round(100 * category.score);
    for (const { id, weight } of category.auditRefs) {
      const { score, title, displayValue } = run.lhr.audits[id];
      if (weight > 0 && score !== null && score < 1) faults.push(`${name}: ${title} (${displayValue ?? score})`);
    }
  }
  if (run.lhr.runtimeError) faults.push(run.lhr.runtimeError.message);
  return { url, scores, faults, power: run.lhr.environment.benchmarkIndex };
}
