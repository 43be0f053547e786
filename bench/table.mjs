// Medians of all starts, side by side: as a table for people, as JSON for machines.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** What a first visit must load before the page works, as tools/weigh.mjs counts it. */
const COUNTED = /\.(wasm|js|css|html)$/;

/** One line per number. `ratio` and `most` are aims: for ours by vanilla, and for ours alone. */
const LINES = [
  { name: 'cold start to first rows, ms', of: (start) => start.start, ratio: 1.5 },
  { name: 'edit and save, to painted, ms', of: painted('edit'), script: 'edit', ratio: 1.1 },
  { name: 'filter, a keystroke, many hits, ms', of: painted('many'), script: 'many', ratio: 1.2 },
  { name: 'filter, a keystroke, one hit, ms', of: painted('one'), script: 'one', ratio: 1.2 },
  { name: 'sort by deadline, ms', of: painted('deadline'), script: 'deadline', ratio: 1.3 },
  { name: 'sort by title, ms', of: painted('title'), script: 'title', ratio: 1.3 },
  { name: 'JS heap + wasm after start, MB', of: (start) => start.calm.own, most: 56 },
  { name: 'JS heap + wasm after work, MB', of: (start) => start.busy.own, most: 56 },
  { name: '  of it wasm, MB', of: (start) => start.busy.wasm },
  { name: 'private memory of the renderer, MB', of: (start) => start.busy.process },
  { name: 'DOM nodes', of: (start) => start.busy.nodes },
  { name: 'brotli, kB', of: (start) => start.brotli },
  { name: 'opening a title to edit, ms', of: painted('open'), script: 'open' },
  { name: 'edit until 已保存 (on disk), ms', of: (start) => start.durable },
  { name: 'longest task after first rows, ms', of: (start) => start.longest },
];

function painted(kind) {
  return (start) => start[kind].map((time) => time.painted);
}

/** `starts` by page: the numbers of each of its starts. */
export function summary(starts) {
  return LINES.map(({ name, of, script, ratio, most }) => {
    const [ours, vanilla] = [starts.ours, starts.vanilla].map((all) => median(all.flatMap(of)));
    const scripts = script && [starts.ours, starts.vanilla].map((all) => median(all.flatMap((start) => start[script].map((time) => time.script))));
    const by = ours !== null && vanilla ? ours / vanilla : null;
    const met = ratio ? by <= ratio : most ? ours <= most : null;
    return { name, ours, vanilla, ratio: by, aim: ratio ? `≤ ${ratio}` : most ? `≤ ${most} MB` : '', met, script: scripts };
  });
}

export function printed(lines) {
  const number = (value) => (value === null || value === undefined ? '–' : value.toFixed(value < 1000 ? 1 : 0));
  const rows = lines.map(({ name, ours, vanilla, ratio, aim, met, script }) => [
    name,
    number(ours),
    number(vanilla),
    ratio === null ? '–' : ratio.toFixed(2),
    aim,
    met === null ? '' : met ? 'met' : 'MISSED',
    script ? `${number(script[0])} / ${number(script[1])}` : '',
  ]);
  const table = [['median', 'ours', 'vanilla', 'ratio', 'aim', '', 'script alone'], ...rows];
  const widths = table[0].map((_, at) => Math.max(...table.map((row) => width(row[at]))));
  return table.map((row) => row.map((cell, at) => pad(cell, widths[at], at === 0)).join('  ').trimEnd()).join('\n');
}

/** Kilobytes of the files that count, compressed as a static host would. */
export function brotliOf(folder, files) {
  const sizes = files.filter((file) => COUNTED.test(file)).map((file) => {
    const bytes = readFileSync(join(folder, file));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return brotliCompressSync(bytes, { params }).length;
  });
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

function median(values) {
  const sorted = values.filter((value) => value !== null && value !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Chinese characters take two columns. */
function width(text) {
  return [...text].reduce((sum, letter) => sum + (letter >= '\u2e80' && letter <= '\uff60' ? 2 : 1), 0);
}

function pad(text, to, left) {
  const gap = ' '.repeat(to - width(text));
  return left ? text + gap : gap + text;
}
