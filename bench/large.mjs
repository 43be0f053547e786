// Every page over an office's large ledger against a small one: how long it takes to open, and an edit there.
//   node bench/large.mjs [--runs 5] [--rows 2000] [--small 40]; `make bench` does it, too
// Medians in milliseconds of both ledgers, the large one among one of each unit, and the ratio of the two. It prints times and judges
// none; it fails where a page does not come or stops.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { serve } from '../tools/serve.mjs';
import { launch } from './browser.mjs';
import { officeFile, unitFiles } from './large_data.mjs';

const CLOCK = fileURLToPath(new URL('clock.js', import.meta.url));
const PATIENCE = 300_000;
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const [RUNS, ROWS, SMALL] = [option('runs', 5), option('rows', 2_000), option('small', 40)];

const change = (selector, value) =>
  `const field = document.querySelector(${JSON.stringify(selector)}); field.value = ${value}; field.dispatchEvent(new Event('change', { bubbles: true }));`;
const click = (selector) => `document.querySelector(${JSON.stringify(selector)}).click();`;
/** Undo and redo of a status, in turn: an edit that any page follows. */
const again = (run) => click(run % 2 ? 'button[title="Ctrl+Shift+Z"]' : 'button[title="Ctrl+Z"]');
const nextStatus = `field.value === 'done' ? 'in_progress' : 'done'`;
const STATUS = 'select[id$="-status"]';
const typed = (run) => `'${'甲乙丙丁戊己庚辛'[run % 8]}' + field.value.slice(0, 20)`;
const key = (init) => `window.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...${JSON.stringify(init)} }));`;

/** `place` is where it is, `ready` what must stand there, `edit` what is done there, as scripts of the page. */
const PAGES = [
  { name: '总览', place: 'overview', ready: '.completion-rate', edits: { 撤销: again } },
  { name: '台账', place: 'ledger', ready: '.grid-finding', edits: { 撤销: again } },
  {
    name: '问题',
    place: 'finding',
    ready: 'textarea[id^="progress-"]',
    edits: {
      状态: () => change(STATUS, nextStatus),
      备注: (run) => change('textarea[id$="-note"]', typed(run)),
      进展: (run) => `const field = document.querySelector('textarea[id^="progress-"]'); field.value = '进展${run}'; field.dispatchEvent(new Event('input', { bubbles: true })); field.closest('section').querySelector('button.primary').click();`,
    },
  },
  { name: '销号单', place: 'sheet', ready: 'main table', edits: { 撤销: again } },
  { name: '记录（待定、历史）', place: 'history', ready: '.history li', edits: { 撤销: again } },
  { name: '调度表', place: 'work/meeting', ready: 'main .card', edits: { 撤销: again } },
  { name: '调度会', place: 'work/meetings', ready: 'main table', edits: { 撤销: again } },
  { name: '督办', place: 'work/reminders', ready: 'main table', edits: { 撤销: again } },
  { name: '销号', place: 'work/closing', ready: 'main table', edits: { 步骤: () => change('main select', `field.value === 'two' ? 'three' : 'two'`), 撤销: again } },
  { name: '佐证材料', place: 'work/evidence', ready: '#evidence-index tr', edits: { 撤销: again } },
  { name: '制度、问责、追缴', place: 'work/registers', ready: '#register-rules tr', edits: { 撤销: again } },
  { name: '分发', place: 'work/send', ready: 'main table', edits: { 撤销: again } },
  { name: '名录', place: 'work/names', ready: 'main tbody tr', edits: { 备注: (run) => change('main tbody input', typed(run)), 撤销: again } },
  { name: '通报', place: 'report/public', ready: '.public-settings', edits: { 标题: (run) => change('#public-title-text', typed(run)), 撤销: again } },
  { name: '核对', place: 'report/checks', ready: 'main li', edits: { 撤销: again } },
  { name: '问题清单', place: 'report/problems', ready: 'main tbody tr', edits: { 撤销: again } },
  { name: '责任清单', place: 'report/responsibility', ready: 'main tbody tr', edits: { 撤销: again } },
  { name: '任务清单', place: 'report/tasks', ready: 'main tbody tr', edits: { 撤销: again } },
  { name: '进度表', place: 'report/progress', ready: 'main tbody tr', edits: { 撤销: again } },
  { name: '台账信息', place: 'about', ready: 'main input', edits: { 撤销: again } },
  { name: '汇总', place: 'work/all', ready: 'main tbody tr', edits: { 撤销: again } },
];

/** What is done with the table at once, in turn: at first its tools come. `look` tells when the answer stands there. */
const DIALOG = `document.querySelector('dialog[open] [data-changes]')`;
const TOOLS = [
  { name: '批量与表格', act: click('.view-ledger .view-head button'), look: `document.querySelector('.hand')` },
  { name: '全选', act: `document.getElementById('grid').dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true, cancelable: true }));`, look: `document.querySelector('.hand [data-chosen]').dataset.chosen !== '0'` },
  { name: '复制表格', act: click('.hand > .button:not(.plan-only):nth-of-type(3)'), look: 'true' },
  { name: '批量：打开', act: click('.hand > .button:nth-of-type(1)'), look: DIALOG },
  { name: '批量：选状态', act: change('dialog[open] .field:nth-of-type(2) select', `'not_started'`), look: `${DIALOG}.dataset.changes !== '0'` },
  { name: '批量：全部更改', act: click('dialog[open] button[type="submit"]'), look: `!document.querySelector('dialog[open]')` },
  { name: '撤销批量', act: click('button[title="Ctrl+Z"]'), look: 'true' },
  { name: '命令面板', act: key({ key: 'k', ctrlKey: true }), look: `document.querySelector('dialog[open] [role="option"]')` },
  { name: '命令面板，一字', act: `const field = document.querySelector('dialog[open] input'); field.value = '管'; field.dispatchEvent(new InputEvent('input', { bubbles: true }));`, look: 'true' },
];

const timed = (tab, act, look) => tab.evaluate(`window.bench.timed(() => { ${act} }, () => ${look})`).then(({ painted }) => painted ?? Infinity);

async function openPage(tab, place, ready) {
  await tab.evaluate(`location.hash = '#/file'`);
  await tab.locator('main input[type=file]').first().waitFor({ state: 'attached' });
  return timed(tab, `location.hash = '#/${place}';`, `document.querySelector(${JSON.stringify(ready)})`);
}

async function take(tab, address, files) {
  await tab.goto(`${address}#/file`);
  for (const path of files) {
    await tab.locator('input[type=file][accept*=json]').first().setInputFiles(path);
    await tab.getByRole('button', { name: '导入为新台账' }).click();
    await tab.locator('main h1', { hasText: '总览' }).waitFor();
    await tab.locator('.saved[data-state="saved"]', { hasText: '已保存' }).waitFor();
    await tab.evaluate(`location.hash = '#/file'`);
  }
}

/** Medians by what was done. */
async function measured(address, work, name, files) {
  const context = await launch(join(work, name));
  context.setDefaultTimeout(PATIENCE);
  const times = new Map();
  const add = (what, time) => times.set(what, [...(times.get(what) ?? []), time]);
  try {
    const [tab] = context.pages();
    tab.on('pageerror', (fault) => {
      console.error(`WRONG: ${fault.message}`);
      process.exitCode = 1;
    });
    await tab.addInitScript({ path: CLOCK });
    await take(tab, address, files);
    await openPage(tab, 'ledger', '.grid-finding a');
    const own = await tab.evaluate(`document.querySelector('.grid-finding a').getAttribute('href').split('/').pop()`);
    for (const { name, place, ready, edits } of PAGES) {
      const there = ['finding', 'sheet'].includes(place) ? `${place}/${own}` : place;
      for (let run = 0; run < RUNS; run += 1) add(name, await openPage(tab, there, ready));
      for (const [what, edit] of Object.entries(edits)) {
        if (edit === again) {
          await openPage(tab, `finding/${own}`, STATUS);
          await timed(tab, change(STATUS, nextStatus), 'true');
          await openPage(tab, there, ready);
        }
        for (let run = 0; run < RUNS; run += 1) add(`${name}，${what}`, await timed(tab, edit(run), 'true'));
      }
    }
    for (let run = 0; run < RUNS; run += 1) {
      await openPage(tab, 'ledger', '.grid-finding');
      for (const { name, act, look } of TOOLS) add(name, await timed(tab, act, look));
      await tab.keyboard.press('Escape');
    }
  } finally {
    await context.close();
  }
  return new Map([...times].map(([what, all]) => [what, all.sort((one, other) => one - other)[all.length >> 1]]));
}

const work = await mkdtemp(join(tmpdir(), 'rectification-ledger-large-'));
// A build that ends during the run must not change the page under it.
await cp(process.env.DIST ?? fileURLToPath(new URL('../dist', import.meta.url)), join(work, 'site'), { recursive: true });
const server = await serve({ folder: join(work, 'site') });
try {
  const write = async (name, text) => {
    const path = join(work, name);
    await writeFile(path, text);
    return path;
  };
  /** The ledgers of some units, and last the office's own. */
  const kept = (count, units) =>
    Promise.all([...unitFiles(count).slice(0, units), officeFile(count)].map((text, at) => write(`${count}-${at}.json`, text)));
  const large = await measured(server.address, work, 'large', await kept(ROWS));
  const small = SMALL ? await measured(server.address, work, 'small', await kept(SMALL, 1)) : new Map();
  const number = (value) => (value === undefined ? '' : value.toFixed(0)).padStart(9);
  console.log(`milliseconds, median of ${RUNS}${String(ROWS).padStart(9)}${String(SMALL).padStart(9)}    ratio`);
  for (const [what, time] of large) {
    const width = [...what].reduce((sum, letter) => sum + (letter >= '\u2e80' ? 2 : 1), 0);
    const ratio = small.has(what) ? (time / small.get(what)).toFixed(1) : '';
    console.log(`${what}${' '.repeat(Math.max(1, 25 - width))}${number(time)}${number(small.get(what))}${ratio.padStart(9)}`);
  }
} finally {
  await server.close();
  await rm(work, { recursive: true, force: true, maxRetries: 5 });
}
