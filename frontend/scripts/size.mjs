// Prints what a device downloads (brotli 11) and fails over the budget. KB is 1000 bytes.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

// first: what the page asks for; second: the one part that comes right after the start; fonts: those of paper.
const budgets = { first: 45_000, second: 30_000, css: 12_000, 'second css': 4_000, fonts: 900_000 };
const root = fileURLToPath(new URL('../dist/app', import.meta.url));

const sizes = { first: 0, second: 0, css: 0, 'second css': 0, fonts: 0, worker: 0, other: 0 };
const page = readFileSync(join(root, 'index.html'), 'utf8');
for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || /\.(br|gz|map)$/.test(entry.name)) continue;
  const data = readFileSync(join(entry.parentPath, entry.name));
  const compressed = brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const size = Math.min(compressed.length, data.length);
  const early = page.includes(`/${entry.name}`);
  const kinds = { '.js': early ? 'first' : 'second', '.css': early ? 'css' : 'second css', '.woff2': 'fonts' };
  const kind = entry.name === 'sw.js' ? 'worker' : kinds[extname(entry.name)];
  sizes[kind ?? 'other'] += size;
}

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
console.log(
  `JavaScript ${kb(sizes.first)} of ${kb(budgets.first)}, second part ${kb(sizes.second)} of ${kb(budgets.second)} (brotli 11)`,
);
console.log(
  `CSS        ${kb(sizes.css)} of ${kb(budgets.css)}, second part ${kb(sizes['second css'])} of ${kb(budgets['second css'])}`,
);
console.log(`fonts      ${kb(sizes.fonts)} of ${kb(budgets.fonts)}, for paper`);
console.log(`worker     ${kb(sizes.worker)}`);
console.log(`page, icons, manifest ${kb(sizes.other)}; shell in all ${kb(total)}`);
for (const [kind, budget] of Object.entries(budgets)) {
  if (sizes[kind] > budget) {
    console.error(`${kind}: ${kb(sizes[kind])} is over the budget of ${kb(budget)}`);
    process.exitCode = 1;
  }
}
if (sizes.first === 0 || sizes.second === 0) {
  console.error('JavaScript is missing in dist/app: run the build first');
  process.exitCode = 1;
}
