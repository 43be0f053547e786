// Looking back: the ledger of an earlier day, what changed since a meeting, and giving a value back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, card, exported, fieldOf, findingsOf, go, holds, open, openFinding, paste, person, sampleReport, saved, setField, shows, site,
  takeSample,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

/** A ledger from the sample, made on 2 March 2026; the day is 10 March afterwards. */
async function eightDaysLater(t) {
  const context = await person(t, engine, { timezoneId: 'Asia/Shanghai' });
  await context.clock.setFixedTime('2026-03-02T10:00:00+08:00');
  const page = await open(context, server.address);
  await takeSample(page);
  await context.clock.setFixedTime('2026-03-10T09:00:00+08:00');
  await page.reload();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  return { context, page };
}

async function lookBack(page, day) {
  await go(page, '记录');
  await page.getByLabel('日期', { exact: true }).fill(day);
  await button(page, '查看').click();
}

test('the ledger of an earlier day is shown with its charts, and cannot be changed', async (t) => {
  const { context, page } = await eightDaysLater(t);
  await openFinding(page, NETWORK);
  await setField(page, '责任人', '王芳');
  await fieldOf(page, '状态').selectOption('done');
  await saved(page);
  await go(page, '总览');
  await shows(page.locator('.completion-rate'), '27/30');

  await lookBack(page, '2026-03-05');
  const banner = page.locator('.past');
  await shows(banner, '2026年3月5日');
  await go(page, '总览');
  await shows(page.locator('.completion-rate'), '26/30');
  await openFinding(page, NETWORK);
  await holds(fieldOf(page, '责任人'), '');
  assert.ok(await fieldOf(page, '责任人').isDisabled());
  assert.ok(await button(page, '撤销').isDisabled());
  // What was typed into a form that is refused stays.
  const told = card(page, '进展记录').getByLabel('进展', { exact: true });
  await told.fill('当日不能登记');
  await button(card(page, '进展记录'), '登记').click();
  await holds(told, '当日不能登记');
  await button(page, '移除此问题').click();
  await button(page.getByRole('dialog'), '移除').click();
  await page.locator('.notice', { hasText: '不能修改' }).waitFor();

  // What another tab does meanwhile is there afterwards, and an export holds the present.
  const other = await open(context, server.address, '#/overview');
  await openFinding(other, NETWORK);
  await setField(other, '责任领导', '李军');
  await saved(other);
  await page.bringToFront();
  const { file } = await exported(page);
  const [now] = findingsOf(file).filter((finding) => finding.title?.includes(NETWORK));
  assert.equal(now.owner, '王芳');

  await button(page, '回到现在').click();
  await openFinding(page, NETWORK);
  await holds(fieldOf(page, '责任人'), '王芳');
  await holds(fieldOf(page, '责任领导'), '李军');
  assert.equal(await banner.count(), 0);

  // A day before the ledger was begun has nothing.
  await lookBack(page, '2026-02-01');
  await go(page, '总览');
  await page.getByText('那一天台账里还没有内容。').waitFor();
  // A report that is stored meanwhile becomes a ledger of its own.
  await go(page, '文件');
  await paste(page, await sampleReport());
  await button(page, '存入台账').click();
  await page.locator('.notice', { hasText: '30 个问题' }).waitFor();
  assert.equal(await banner.count(), 0);
  await shows(page.locator('.completion-rate'), '26/30');
  await go(page, '全部台账');
  await button(page, /^打开：示例/).click();
  await shows(page.locator('.completion-rate'), '27/30');
  await page.reload();
  await shows(page.locator('.completion-rate'), '27/30');
  assertNoFaults(context);
});

test('the meeting sheet tells what changed, and gives a value back', async (t) => {
  const { context, page } = await eightDaysLater(t);
  await openFinding(page, NETWORK);
  await setField(page, '责任部门', '服务保障科、办公室');
  await setField(page, '责任人', '王芳');
  await fieldOf(page, '状态').selectOption('done');
  await saved(page);

  await page.goto(`${server.address}#/work/meeting`);
  await page.getByRole('heading', { name: '调度表', level: 1 }).waitFor();
  await page.getByText('完成：26/30 = 86.7 % → 27/30 = 90.0 %').waitFor();
  const department = page.locator('section.card').filter({ has: page.getByRole('heading', { name: '办公室' }) }).first();
  await shows(department, '王芳');
  await button(department, /^改回：责任人/).click();
  await saved(page);
  await page.getByText('有变化的问题 1 个').waitFor();
  assert.equal(await button(department, /^改回：责任人/).count(), 0);
  await button(page, '撤销').click();
  await button(department, /^改回：责任人/).waitFor();

  // From today on nothing has changed; from before the ledger all is new.
  await page.getByLabel('上次调度日期').fill('2026-03-10');
  await page.getByText('有变化的问题 0 个').waitFor();
  await page.getByLabel('上次调度日期').fill('2026-02-01');
  await page.getByText('有变化的问题 30 个').waitFor();
  await page.getByLabel('截止日期').fill('2026-01-01');
  await page.getByRole('alert').filter({ hasText: '早于' }).waitFor();
  assert.equal(await page.getByText(/有变化的问题/).count(), 0);
  // No day after today.
  await page.getByLabel('截止日期').fill('2027-01-01');
  await holds(page.getByLabel('截止日期'), '2026-03-10');

  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByLabel('上次调度日期').isVisible(), false);
  assertNoFaults(context);
});

test('changes are found by person, field and time, and a value is given back', async (t) => {
  const { context, page } = await eightDaysLater(t);
  await openFinding(page, NETWORK);
  await setField(page, '责任人', '王芳');
  await setField(page, '责任人', '李军');
  await saved(page);
  await go(page, '记录');
  await page.getByRole('combobox', { name: '内容' }).selectOption({ label: '责任人' });
  await page.getByText('符合条件的变更 2 条').waitFor();
  const lines = page.locator('.history > li');
  assert.equal(await lines.count(), 2);
  await button(lines.first(), /^改回：责任人“王芳”/).click();
  await saved(page);
  await page.getByText('符合条件的变更 3 条').waitFor();
  await page.getByLabel('起', { exact: true }).fill('2026-03-11');
  await page.getByText('符合条件的变更 0 条').waitFor();
  await page.getByLabel('起', { exact: true }).fill('2026-03-10');
  await page.getByLabel('止', { exact: true }).fill('2026-03-10');
  await page.getByText('符合条件的变更 3 条').waitFor();
  await openFinding(page, NETWORK);
  await holds(fieldOf(page, '责任人'), '王芳');
  assertNoFaults(context);
});
