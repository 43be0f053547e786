// The page against a hand-written virtual list, over the same findings, in turn: make bench
//   node bench/run.mjs [--runs 5] [--rows 10000]
// Ratios within one run are what counts: both pages meet the same machine and the same noise. A wrong answer makes the
// run fail; a missed aim is printed.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { findings, plan } from './data.mjs';
import { inReadingOrder, prepare } from './pages.mjs';
import { freshStart } from './start.mjs';
import { brotliOf, printed, summary } from './table.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = join(ROOT, 'bench/results');

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} takes a whole number above 0`);
};

async function main() {
  const [runs, count] = [option('runs', 5), option('rows', 10_000)];
  if (!existsSync(join(ROOT, 'dist/index.html'))) throw new Error('dist/index.html does not exist; run `make bench`, or `make build` first');
  const work = await mkdtemp(join(tmpdir(), 'rectification-ledger-bench-'));
  let pages = [];
  try {
    const rows = findings(count);
    console.log(`${count} findings × 12 columns; filling one profile for each page`);
    const steps = await planned(rows, work);
    pages = await prepare(rows, work);
    const starts = await inTurn(pages, steps, runs, work);
    await report(starts, { runs, rows: count });
  } finally {
    await Promise.all(pages.map((page) => page.close()));
    await rm(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Reading order is asked of the browser twice: the edits of the plan change what there is to sort. */
async function planned(rows, work) {
  let asked = [];
  plan(rows, (titles) => (asked = titles));
  const sorted = await inReadingOrder(asked, work);
  return plan(rows, () => sorted);
}

async function inTurn(pages, steps, runs, work) {
  const starts = Object.fromEntries(pages.map((page) => [page.name, []]));
  for (let run = 0; run < runs; run += 1) {
    // Who goes first changes, so that neither always meets a warm disk.
    for (const page of run % 2 ? [...pages].reverse() : pages) {
      const start = await freshStart(page, steps, work);
      for (const what of start.wrong) console.error(`WRONG, ${page.name}, start ${run + 1}: ${what}`);
      if (start.wrong.length) throw new Error('An answer was wrong, so no number counts.');
      start.brotli = brotliOf(page.folder, start.files);
      starts[page.name].push(start);
      console.log(`start ${run + 1} of ${runs}, ${page.name}: first rows after ${start.start.toFixed(0)} ms`);
    }
  }
  return starts;
}

async function report(starts, asked) {
  const lines = summary(starts);
  console.log(`\n${printed(lines)}\n`);
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg() };
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, 'latest.json'), JSON.stringify({ when: new Date().toISOString(), ...asked, machine, lines, starts }, null, 1));
  const missed = lines.filter((line) => line.met === false).length;
  console.log(`${missed ? `${missed} of the aims missed` : 'all aims met'}; every start is in bench/results/latest.json`);
}

main().catch((fault) => {
  console.error(fault.message);
  process.exitCode = 1;
});
