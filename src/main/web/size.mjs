// Fails when the script of a first visit to the chat weighs more than its budget, gzipped.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 250_000;
const ROOT = new URL('../../../target/web/', import.meta.url);

const read = (path) => readFileSync(new URL(path, ROOT));
const html = read('index.html').toString('utf8');
const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path);

// What the entry loads at once, besides what the page names.
const wanted = new Set(first);
for (const path of wanted) {
  for (const [, name] of read(path)
    .toString('utf8')
    .matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
    wanted.add(`assets/${name}`);
  }
}
const weigh = (paths) => paths.reduce((sum, path) => sum + gzipSync(read(path)).length, 0);
const all = readdirSync(new URL('assets/', ROOT)).filter((name) => name.endsWith('.js'));

const size = weigh([...wanted]);
console.log(`first visit: ${wanted.size} files, ${size} of ${BUDGET} bytes gzipped`);
console.log(
  `all pages:   ${all.length} files, ${weigh(all.map((name) => `assets/${name}`))} bytes gzipped`,
);
if (size > BUDGET) process.exit(1);
