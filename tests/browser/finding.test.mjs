// One finding, worked on with the keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, exported, fieldOf, findingsOf, go, holds, open, openFinding, person, saved, setField, site,
  standing, takeSample,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

test('a measure that is moved with the keyboard keeps the focus', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await openFinding(page, NETWORK);
  const items = page.locator('.measure');
  const count = await items.count();
  const heading = (at) => items.nth(at).locator('textarea, input').first().inputValue();
  const first = await heading(0);
  const second = await heading(1);
  await button(items.nth(0), /^下移/).focus();
  // Down to the end, where the button can do no more and is still where the keyboard is.
  for (let at = 1; at < count; at += 1) {
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      ([at, text]) => document.querySelectorAll('.measure')[at].querySelector('textarea, input').value === text, [at, first],
    );
    const isHere = await items.nth(at).evaluate((item) => item.contains(document.activeElement));
    assert.ok(isHere, `the focus left the measure when it became number ${at + 1}`);
  }
  assert.equal(await heading(0), second);
  assert.equal(await button(items.nth(count - 1), /^下移/).getAttribute('aria-disabled'), 'true');
  await page.keyboard.press('Enter');
  assert.equal(await heading(count - 1), first);
  assertNoFaults(context);
});

test('one field is undone and redone step by step', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await openFinding(page, NETWORK);
  const owner = fieldOf(page, '责任人');
  const before = await owner.inputValue();
  for (const name of ['甲', '乙', '丙']) await setField(page, '责任人', name);
  for (const name of ['乙', '甲', before]) {
    await button(page, '撤销').click();
    await holds(owner, name);
  }
  for (const name of ['甲', '乙', '丙']) {
    await button(page, '重做').click();
    await holds(owner, name);
  }
  assert.equal(await page.locator('.notice', { hasText: '另有修改' }).count(), 0);
  assertNoFaults(context);
});

test('a date typed on the keyboard is one change, and no year is taken by half', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await openFinding(page, NETWORK);
  const deadline = fieldOf(page, '整改时限');
  await deadline.fill('');
  await deadline.focus();
  // The parts of a date field stand in the order of the browser's own language, which is English here.
  await page.keyboard.type('11122027');
  await page.keyboard.press('Tab');
  for (let stop = 0; stop < 3 && (await deadline.evaluate((field) => field === document.activeElement)); stop += 1) await page.keyboard.press('Tab');
  await holds(deadline, '2027-11-12');
  await saved(page);
  const { file } = await exported(page);
  const { id } = findingsOf(file).find((finding) => finding.title === NETWORK);
  const values = file.changes.filter((change) => change.record === id && change.field === 'deadline').map((change) => change.value);
  assert.deepEqual(values.at(-1), '2027-11-12');
  assert.ok(values.every((value) => value === '' || value >= '2000'), `taken over on the way: ${values}`);
  assert.ok(values.length <= 2, `one date is ${values.length} changes`);
  assertNoFaults(context);
});

test('what is being typed survives a reload', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await openFinding(page, NETWORK);
  const note = page.getByLabel('备注', { exact: true });
  await note.focus();
  await page.keyboard.type('正在输入');
  await page.reload();
  await standing(page);
  await holds(page.getByLabel('备注', { exact: true }), '正在输入');
  assertNoFaults(context);
});

test('back from a finding the focus is on its row, and in the view where a view has gone', async (t) => {
  const context = await person(t, engine, { viewport: { width: 1366, height: 500 } });
  const page = await open(context, server.address);
  await takeSample(page);
  await go(page, '台账');
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('End');
  const row = await grid.getAttribute('aria-activedescendant');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '返回台账' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'main');
  await page.getByRole('link', { name: '返回台账' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'grid');
  assert.equal(await grid.getAttribute('aria-activedescendant'), row);
  assert.ok((await grid.evaluate((element) => element.scrollTop)) > 0, 'the row is in sight');
  assertNoFaults(context);
});

test('a field that goes with its view is taken over, and the page goes on', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  const leave = async () => {
    await page.evaluate(() => (location.hash = '#/overview'));
    await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  };

  await openFinding(page, NETWORK);
  // The focus is within the date, and nothing was typed.
  await fieldOf(page, '整改时限').focus();
  await page.keyboard.press('Tab');
  await leave();

  await openFinding(page, NETWORK);
  await fieldOf(page, '整改时限').focus();
  await page.keyboard.type('06302027');
  await leave();
  await openFinding(page, NETWORK);
  await holds(fieldOf(page, '整改时限'), '2027-06-30');

  await fieldOf(page, '责任人').focus();
  await page.keyboard.type('王芳');
  await leave();
  await openFinding(page, NETWORK);
  await holds(fieldOf(page, '责任人'), '王芳');
  assertNoFaults(context);
});
