// The office's daily work: names of the whole ledger, and all ledgers together.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, card, content, fieldOf, findingsOf, go, holds, open, openFinding, person, saved, setField,
  shows, site, takeSample,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';
const READING = '全民阅读推广实效性不强';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

async function toWork(page, name) {
  await go(page, '办理');
  await page.getByRole('navigation', { name: '办理各页' }).getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

/** Nothing is wider than the window; what axe says is asked in access.test.mjs. */
async function inEverySize(page) {
  for (const viewport of [{ width: 390, height: 844 }, { width: 1366, height: 768 }]) {
    await page.setViewportSize(viewport);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the window');
  }
}

test('a name is changed everywhere, two become one, and each act is taken back as one', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  for (const [title, department] of [[NETWORK, '服务保障部'], [READING, '服务保障科、文化科']]) {
    await openFinding(page, title);
    await setField(page, '责任部门', department);
  }
  await toWork(page, '名录');
  const list = card(page, '责任部门');
  await button(list, '改名：服务保障部').click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByRole('textbox').fill('服务保障科');
  await page.keyboard.press('Enter');
  // It is in use: whether the two are one is asked first.
  await page.getByText('把“服务保障部”并入“服务保障科”，涉及 1 个问题？').first().waitFor();
  await button(page.locator('dialog[open]'), '合并').click();
  await shows(list.getByRole('row').filter({ hasText: '服务保障科' }), '2');
  await saved(page);
  const departments = async () => findingsOf(await content(page)).map((finding) => finding.department).filter(Boolean);
  assert.deepEqual(await departments(), ['服务保障科', '服务保障科、文化科']);
  await button(page, '撤销').click();
  assert.deepEqual((await departments()).sort(), ['服务保障科、文化科', '服务保障部']);

  // Listed beforehand, a name is offered where it is to be filled in.
  await toWork(page, '名录');
  const add = card(page, '责任领导').getByLabel('列入一位责任领导');
  await add.press('Enter');
  await page.getByText('请填写名称。').waitFor();
  await add.fill('陈副主任');
  await add.press('Enter');
  await shows(card(page, '责任领导').getByRole('row'), '陈副主任');
  await inEverySize(page);
  await openFinding(page, NETWORK);
  await page.locator('#list-leaders option[value="陈副主任"]').waitFor({ state: 'attached' });
  assertNoFaults(context);
});

test('all ledgers together add up, and what was found before is confirmed by hand', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await go(page, '全部台账');
  await button(page, /^复制：/).first().click();
  await page.getByRole('row').filter({ hasText: '（副本）' }).waitFor();
  await openFinding(page, NETWORK);
  await fieldOf(page, '状态').selectOption('done');
  await saved(page);
  await toWork(page, '汇总');
  const total = card(page, '按单位').getByRole('row').last();
  await shows(total, '合计');
  assert.deepEqual(await total.getByRole('cell').allTextContents(), ['2', '60', '53', '88.3 %', '3']);
  const again = card(page, '重复发现');
  await button(again, `确认重复：${NETWORK}`).click();
  await shows(again.getByRole('listitem'), NETWORK);
  await saved(page);
  await inEverySize(page);
  const file = await content(page);
  assert.equal(findingsOf(file).filter((finding) => finding.repeats?.length === 1).length, 1);
  assertNoFaults(context);
});
