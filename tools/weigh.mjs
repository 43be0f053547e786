// Prints what the page weighs, file by file, against its budget: node tools/weigh.mjs dist [light|usual]
// Fails above it. `usual` is a page without the standard library compiled along (see tools/page.sh): it is heavier, and has a
// limit of its own, which is only ever lowered.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const BUDGET = 200 * 1024;
const LIMITS = { light: BUDGET, usual: 245_000 };
// What a first visit must load before the page works. The sample and the icons come later or not at all.
const COUNTED = /\.(wasm|js|css|html)$/;

const [folder = 'dist', kind = 'light'] = process.argv.slice(2);
const limit = LIMITS[kind];

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

function weigh(under = '') {
  return readdirSync(join(folder, under), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const name = under ? `${under}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return weigh(name);
      const bytes = readFileSync(join(folder, name));
      return [{ name, raw: bytes.length, brotli: brotli(bytes), counted: COUNTED.test(name) }];
    });
}

const files = weigh().sort((a, b) => b.counted - a.counted || b.brotli - a.brotli);
const counted = files.filter((file) => file.counted);
const sum = (key) => counted.reduce((total, file) => total + file[key], 0);
const number = (value) => value.toLocaleString('en-US').padStart(11);

console.log(`${'bytes'.padStart(11)}${'brotli'.padStart(11)}  file`);
for (const file of files) console.log(`${number(file.raw)}${number(file.brotli)}  ${file.name}${file.counted ? '' : '  (not counted)'}`);
const share = ((sum('brotli') / BUDGET) * 100).toFixed(1);
console.log(`${number(sum('raw'))}${number(sum('brotli'))}  wasm + js + css + html: ${share} % of ${BUDGET.toLocaleString('en-US')} bytes`);
if (!(sum('brotli') <= limit)) {
  console.error(`heavier than ${limit?.toLocaleString('en-US')} bytes of brotli, which is the most`);
  process.exit(1);
}
