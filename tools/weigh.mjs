// Prints what the page weighs, file by file, against its budget: node tools/weigh.mjs dist [light|usual]
// Fails above it. `usual` is a page without the standard library compiled along (see tools/page.sh): it is heavier, and has a
// limit of its own, which is only ever lowered.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const BUDGET = 200 * 1024;
const LIMITS = { light: BUDGET, usual: 245_000 };
// What a first visit must load before the page works. The sample and the icons come later or not at all; a wasm that index.html
// does not name is a part that comes when it is first needed, and each has a budget of its own.
const COUNTED = /\.(wasm|js|css|html)$/;
const PART_BUDGET = 200 * 1024;

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
      const part = name.endsWith('.wasm') && !html.includes(name);
      return [{ name, raw: bytes.length, brotli: brotli(bytes), part, counted: COUNTED.test(name) && !part }];
    });
}

const html = readFileSync(join(folder, 'index.html'), 'utf8');
const files = weigh().sort((a, b) => b.counted - a.counted || b.part - a.part || b.brotli - a.brotli);
const number = (value) => value.toLocaleString('en-US').padStart(11);
const kindOf = (file) => (file.part ? '  (a part, loaded when needed)' : file.counted ? '' : '  (not counted)');

console.log(`${'bytes'.padStart(11)}${'brotli'.padStart(11)}  file`);
for (const file of files) console.log(`${number(file.raw)}${number(file.brotli)}  ${file.name}${kindOf(file)}`);
const heavy = [
  tooHeavy('first visit: wasm + js + css + html', files.filter((file) => file.counted), limit, BUDGET),
  ...files.filter((file) => file.part).map((file) => tooHeavy(file.name, [file], PART_BUDGET, PART_BUDGET)),
];
if (heavy.some(Boolean)) process.exit(1);

function tooHeavy(name, counted, most, budget) {
  const sum = (key) => counted.reduce((total, file) => total + file[key], 0);
  const share = ((sum('brotli') / budget) * 100).toFixed(1);
  console.log(`${number(sum('raw'))}${number(sum('brotli'))}  ${name}: ${share} % of ${budget.toLocaleString('en-US')} bytes`);
  if (sum('brotli') <= most) return false;
  console.error(`${name}: heavier than ${most?.toLocaleString('en-US')} bytes of brotli, which is the most`);
  return true;
}
