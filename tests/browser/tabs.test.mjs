// Three tabs at work on one ledger at once, one of which is killed: what was typed is there, and all agree.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  browser, content, fieldOf, findingsOf, open, person, saved, site, standing, takeSample,
} from './support.mjs';

const EDITS = 500;
const FIELDS = ['责任领导', '责任部门', '责任人'];

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

/** Numbers that look like chance, the same at every run. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Types texts of its own into chance fields of chance findings, until told to stop; what was typed stands in `typed`. */
async function work(page, name, findings, count, typed) {
  const roll = dice(name.charCodeAt(0));
  for (let at = 0; at < count; at += 1) {
    if (at % 5 === 0) {
      const id = findings[roll(findings.length)];
      await page.evaluate((hash) => (location.hash = hash), `#/finding/${id}`);
      await page.locator(`[id="${id}-owner"]`).waitFor();
    }
    const field = fieldOf(page, FIELDS[roll(FIELDS.length)]);
    const text = `${name}${at}。`;
    await field.fill(text);
    await field.press('Tab');
    typed.push(text);
  }
  await saved(page);
}

test('500 edits in three tabs at once, one killed midway: nothing is lost, and all agree', async (t) => {
  const context = await person(t, engine);
  const one = await open(context, server.address);
  await takeSample(one);
  const findings = findingsOf(await content(one)).slice(0, 6).map((finding) => finding.id);
  const [two, three] = [await open(context, server.address, '#/overview'), await open(context, server.address, '#/overview')];

  const share = Math.floor(EDITS / 3);
  const typed = { one: [], two: [], three: [] };
  const killed = (async () => {
    await work(three, 'C', findings, Math.floor(share / 2), typed.three);
    const session = await context.newCDPSession(three);
    const gone = three.waitForEvent('crash');
    // In the midst of the next edits; its answer never comes.
    const next = work(three, 'D', findings, share, []).catch(() => {});
    session.send('Page.crash').catch(() => {});
    await gone;
    await next;
  })();
  await Promise.all([work(one, 'A', findings, share, typed.one), work(two, 'B', findings, share, typed.two), killed]);

  const [here, there] = [await content(one), await content(two)];
  assert.deepEqual(here, there);
  // Another tab's value can come between the driver's choosing of a field's text and its typing; then it stands before it.
  const values = here.changes.map((change) => change.value ?? '');
  const lost = Object.values(typed).flat().filter((text) => !values.some((value) => value.endsWith(text)));
  assert.deepEqual(lost, []);

  await Promise.all([one.reload(), two.reload()]);
  await Promise.all([standing(one), standing(two)]);
  assert.deepEqual(await content(one), here);
  const fresh = await open(context, server.address, '#/overview');
  assert.deepEqual(await content(fresh), here);
  assert.deepEqual(context.faults, []);
});

test('what is being typed is not written over by another tab', async (t) => {
  const context = await person(t, engine);
  const one = await open(context, server.address);
  await takeSample(one);
  const [id] = findingsOf(await content(one)).map((finding) => finding.id);
  const two = await open(context, server.address, `#/finding/${id}`);
  await one.bringToFront();
  await one.evaluate((hash) => (location.hash = hash), `#/finding/${id}`);
  const [here, there] = [fieldOf(one, '责任人'), fieldOf(two, '责任人')];
  // What arrives is told in the finding's history, once that is open.
  await one.locator('summary', { hasText: '变更记录' }).click();
  await here.focus();
  await one.keyboard.type('李');
  await there.fill('王芳');
  await there.press('Tab');
  await saved(two);
  // The other value has arrived.
  await one.locator('.history', { hasText: '王芳' }).waitFor();
  assert.equal(await here.inputValue(), '李');
  // Nothing typed after all: the field shows what there is.
  await one.keyboard.press('Backspace');
  await here.evaluate((field) => field.blur());
  assert.equal(await here.inputValue(), '王芳');
  await here.focus();
  await one.keyboard.press('End');
  await one.keyboard.type('、李军');
  await one.keyboard.press('Tab');
  await two.waitForFunction((id) => document.getElementById(`${id}-owner`)?.value === '王芳、李军', id);
  assert.deepEqual(context.faults, []);
});
