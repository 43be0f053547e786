// From measures done to signed off, put off, looked back at: each step a form, each one act.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, card, content, fieldOf, findingsOf, go, holds, open, openFinding, person, saved, setField,
  shows, site, standing, takeSample,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

async function start(t) {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await go(page, '台账信息');
  await page.locator('input[autocomplete="name"]').fill('王芳 巡察整改办');
  await page.keyboard.press('Tab');
  await openFinding(page, NETWORK);
  return { context, page };
}

const theFinding = async (page) => findingsOf(await content(page)).find((finding) => finding.title === NETWORK);
const fill = (scope, values) =>
  Object.entries(values).reduce((done, [label, value]) => done.then(() => scope.getByLabel(label, { exact: true }).fill(value)), Promise.resolve());

async function inEverySize(page) {
  for (const viewport of [{ width: 390, height: 844 }, { width: 1366, height: 768 }]) {
    await page.setViewportSize(viewport);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the window');
  }
}

test('a finding is requested, sent back, approved, and its timeliness stays as it was', async (t) => {
  const { context, page } = await start(t);
  const closing = card(page, '销号');
  await button(closing, '申请销号').click();
  await shows(closing.getByRole('alert'), '问题还没有完成');
  // Each line that is missing leads to its field.
  const lines = closing.getByRole('button', { name: /没有填写成效/ });
  for (let left = await lines.count(); left > 0; left -= 1) {
    await lines.first().click();
    await page.waitForFunction(() => document.activeElement.id.endsWith('-result'));
    await page.keyboard.type('已见效');
    await page.keyboard.press('Tab');
    await lines.nth(left - 1).waitFor({ state: 'detached' });
  }
  await setField(page, '完成日期', '2026-09-20');
  await closing.getByText('可以申请销号。').waitFor();
  await fill(closing, { 日期: '2026-09-21', 意见: '三个站点已开放' });
  // A draft stands after a reload.
  await page.reload();
  await standing(page);
  await holds(closing.getByLabel('意见', { exact: true }), '三个站点已开放');
  await button(closing, '申请销号').click();
  await closing.getByText('已申请，等待办理。').waitFor();
  // Who asked is not who answers.
  await holds(closing.getByLabel('经办人', { exact: true }), '');
  await button(closing, '退回').click();
  await shows(closing.getByRole('alert'), '请填写经办人');
  await fill(closing, { 经办人: '陈主任' });
  await button(closing, '退回').click();
  await shows(closing.getByRole('alert'), '退回须写明意见');
  await fill(closing, { 日期: '2026-09-22', 意见: '补充照片' });
  await button(closing, '退回').click();
  await closing.getByText('可以申请销号。').waitFor();
  await fill(closing, { 日期: '2026-09-23' });
  await button(closing, '申请销号').click();
  await fill(closing, { 日期: '2026-09-20', 经办人: '陈主任' });
  await button(closing, '批准销号').click();
  await shows(closing.getByRole('alert'), '日期早于上一步');
  await fill(closing, { 日期: '2026-09-25', 经办人: '陈主任' });
  await button(closing, '批准销号').click();
  await closing.getByText('2026年9月25日由陈主任批准销号。').waitFor();
  await closing.getByText('是否按时：提前。').waitFor();
  await holds(fieldOf(page, '状态'), 'closed');
  // Whatever is changed later, it was in time.
  await setField(page, '整改时限', '2026-01-01');
  await closing.getByText('是否按时：提前。').waitFor();
  await button(page, '撤销').click();
  await saved(page);
  assert.deepEqual((await theFinding(page)).closures.map((step) => step.step), ['requested', 'returned', 'requested', 'approved']);

  await openFinding(page, NETWORK);
  await page.getByRole('link', { name: '打印销号单' }).click();
  await page.getByRole('heading', { name: '巡察整改问题销号单' }).waitFor();
  await shows(page.locator('.opinion').filter({ hasText: '批准意见' }), '陈主任');
  await inEverySize(page);
  await page.getByRole('link', { name: '返回问题' }).click();

  // A relapse opens it again and keeps the sign-off.
  const recheck = card(page, '回头看');
  await button(recheck, '登记').click();
  await shows(recheck.getByRole('alert').first(), '请选择结果');
  await recheck.getByLabel('结果').selectOption('relapsed');
  await button(recheck, '登记').click();
  await shows(recheck.getByRole('alert').first(), '请写明情况');
  await fill(recheck, { 情况: '又有两个站点停开', 日期: '2026-11-01' });
  await button(recheck, '登记').click();
  await holds(fieldOf(page, '状态'), 'in_progress');
  await closing.getByText('第 2 轮').waitFor();
  await inEverySize(page);
  const finding = await theFinding(page);
  assert.equal(finding.closures.length, 4);
  assert.equal(finding.rechecks[0].outcome, 'relapsed');
  assertNoFaults(context);
});

test('an extension needs its reason and approver; the first deadline stays', async (t) => {
  const { context, page } = await start(t);
  const extension = page.locator('details.card').filter({ hasText: '延期' });
  await extension.locator('summary').click();
  await fill(extension, { 新的时限: '2026-01-01' });
  await button(extension, '登记延期').click();
  await shows(extension.getByRole('alert').first(), '请写明延期原因');
  await fill(extension, { 延期原因: '设备到货推迟', 批准人: '陈主任' });
  await button(extension, '登记延期').click();
  await shows(extension.getByRole('alert').first(), '新的时限应晚于现在的时限');
  await fill(extension, { 新的时限: '2027-03-31' });
  await button(extension, '登记延期').click();
  await holds(fieldOf(page, '整改时限'), '2027-03-31');
  await page.getByText('已延期 1 次。').waitFor();
  // One act: taken back as one.
  await button(page, '撤销').click();
  await holds(fieldOf(page, '整改时限'), '2026-09-30');
  await button(page, '重做').click();
  await saved(page);
  await go(page, '办理');
  await page.getByRole('link', { name: '销号', exact: true }).click();
  await page.getByText('1 个问题延过期，共 1 次。').waitFor();
  const counts = card(page, '各环节数量').getByRole('row');
  const cells = (await counts.getByRole('cell').allTextContents()).map(Number);
  assert.equal(cells.slice(0, -1).reduce((sum, count) => sum + count, 0), cells.at(-1), 'the stages add up');
  await page.getByLabel('销号程序').selectOption('three');
  await page.getByLabel('申请前须登记佐证材料').check();
  await saved(page);
  await inEverySize(page);
  assertNoFaults(context);
});

test('what was done is noted day by day, of the finding or of a measure', async (t) => {
  const { context, page } = await start(t);
  const progress = card(page, '进展记录');
  await button(progress, '登记').click();
  await shows(progress.getByRole('alert'), '请写明进展');
  const choices = await progress.getByLabel('关于').locator('option').allTextContents();
  await progress.getByLabel('关于').selectOption({ label: choices[1] });
  await fill(progress, { 日期: '2026-10-08', 进展: '完成第一批站点踏勘' });
  await button(progress, '登记').click();
  await shows(progress.getByRole('listitem'), '完成第一批站点踏勘');
  await saved(page);
  assert.equal((await theFinding(page)).measures[0].progress[0].text, '完成第一批站点踏勘');
  assertNoFaults(context);
});
