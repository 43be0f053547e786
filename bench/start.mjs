// One fresh start of one page: a new browser on a copy of its profile, timed, measured, and its answers checked.
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { launch, memory } from './browser.mjs';

const CLOCK = fileURLToPath(new URL('clock.js', import.meta.url));
/** Until whatever the page does after its first rows is over: reading its second store, checking seals. */
const REST = 5_000;
const ROUNDS = 3;
/** No list may draw more rows than these. */
const MOST_ROWS = 100;

/** Gives the numbers of this start, and in `wrong` every answer that was not the right one. */
export async function freshStart(page, plan, work) {
  const profile = join(work, 'profile');
  await cp(page.profile, profile, { recursive: true });
  const context = await launch(profile);
  const wrong = [];
  try {
    const tab = context.pages()[0];
    tab.on('pageerror', (fault) => wrong.push(`error: ${fault}`));
    await tab.addInitScript({ path: CLOCK });
    await tab.goto(page.address + page.start, { waitUntil: 'commit' });
    await tab.waitForFunction(() => window.bench);
    const checked = checker(tab, wrong);
    const start = await checked('start', tab.evaluate(() => window.bench.start), { count: plan.all.count, top: [plan.first] });
    if (wrong.length) return { wrong };
    await tab.waitForTimeout(REST);
    const calm = await memory(context, tab);
    const longest = await tab.evaluate(() => window.bench.longest);
    const files = await loaded(tab);
    const times = await act(tab, plan, checked, wrong);
    const busy = await memory(context, tab);
    await keptOverReload(tab, plan, wrong);
    return { start, calm, busy, longest, files, ...times, wrong };
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Looks at the answer on the page once more, after the clock has stopped, and notes where it is wrong. */
function checker(tab, wrong) {
  return async (what, measured, answer) => {
    const result = await measured;
    const right = answer === null || (await tab.evaluate((answer) => window.bench.holds(answer), answer));
    const rows = await tab.evaluate(() => window.bench.shown().length);
    if (result === null || result.painted === null) wrong.push(`${what}: the answer never came`);
    else if (!right) wrong.push(`${what}: another answer than ${JSON.stringify(answer)}`);
    if (rows > MOST_ROWS) wrong.push(`${what}: ${rows} rows are drawn`);
    return result;
  };
}

/** Edits, searches and sorts, each as often as asked for. */
async function act(tab, plan, checked, wrong) {
  const times = { open: [], edit: [], durable: [], many: [], one: [], deadline: [], title: [] };
  for (const edit of plan.edits) {
    const done = await tab.evaluate((edit) => window.bench.edit(edit), edit);
    await checked(`edit of row ${edit.number}`, done.commit, null);
    if (!done.stored) wrong.push(`edit of row ${edit.number}: painted, but not stored`);
    times.open.push(done.open);
    times.edit.push(done.commit);
    if (done.durable !== undefined) times.durable.push(await checked('saved', done.durable, null));
  }
  const clear = { text: '', ...plan.all };
  const type = (step) => checked(`search for “${step.text}”`, tab.evaluate((step) => window.bench.keystroke(step), step), step);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [kind, counts] of [['many', (step) => step.count > 1], ['one', (step) => step.count === 1]]) {
      for (const step of plan[kind]) {
        const time = await type(step);
        if (step.changed && counts(step)) times[kind].push(time);
      }
      await type(clear);
    }
    for (const [column, answers] of Object.entries(plan.sorts)) {
      for (const answer of [...answers, plan.all]) {
        const turn = tab.evaluate(([column, answer]) => window.bench.sort(column, answer), [column, answer]);
        const time = await checked(`sort by ${column}`, turn, answer);
        if (answer !== plan.all) times[column].push(time);
      }
    }
  }
  return times;
}

/** What was edited is there again when the page is opened anew. */
async function keptOverReload(tab, plan, wrong) {
  await tab.reload({ waitUntil: 'commit' });
  await tab.waitForFunction(() => window.bench);
  await tab.evaluate(() => window.bench.start);
  const titles = await tab.evaluate(() => window.bench.shown());
  for (const edit of plan.edits) {
    if (!titles.includes(edit.to)) wrong.push(`reload: the edit of row ${edit.number} is gone`);
  }
}

/** The names of the files that the page was made of. */
async function loaded(tab) {
  const addresses = await tab.evaluate(() => [
    location.href,
    ...performance.getEntriesByType('resource').map((entry) => entry.name),
    ...(navigator.serviceWorker?.controller ? [navigator.serviceWorker.controller.scriptURL] : []),
  ]);
  const base = new URL('.', addresses[0]);
  const own = [...new Set(addresses.map((address) => new URL(address)))].filter((url) => url.href.startsWith(base.href));
  return [...new Set(own.map((url) => decodeURIComponent(url.pathname.slice(base.pathname.length)) || 'index.html'))];
}
