// Sending a part out: a department opens it in one step, fills it in, sends it back; nothing of the rest goes along.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, card, content, exported, fieldOf, findingsOf, go, holds, notice, open, openFinding, person,
  pick, saved, setField, site, standing, takeSample,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';
const READING = '全民阅读推广实效性不强';
const [SERVICE, CULTURE] = ['服务保障科', '文化活动科'];

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

/** The office's ledger: two departments, each with a finding and words of its own. */
async function office(t) {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await go(page, '台账信息');
  await page.locator('input[autocomplete="name"]').fill('王芳 巡察整改办');
  await page.keyboard.press('Tab');
  for (const [title, department] of [[NETWORK, SERVICE], [READING, CULTURE]]) {
    await openFinding(page, title);
    await setField(page, '责任部门', department);
    await setField(page, '责任人', `${department}经办人`);
  }
  await saved(page);
  return { context, page };
}

async function toSend(page) {
  await go(page, '文件');
  await page.getByRole('link', { name: '按部门分发' }).click();
  await page.getByRole('heading', { name: '分发', level: 1 }).waitFor();
}

/** What a click on an export button of that view saves. */
async function sent(page, click) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, text: await readFile(path, 'utf8') };
}

const exportFor = (page, department) =>
  sent(page, () => page.getByRole('row').filter({ hasText: department }).getByRole('button').click());

/** A department without a ledger opens the file, and says who it is when it is asked. */
async function department(t, path, name) {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await pick(page, '打开台账文件', path);
  const asked = page.locator('dialog[open]');
  await asked.getByLabel('您的科室和姓名').fill(name);
  await page.keyboard.press('Enter');
  await page.getByText('这是部分台账').waitFor();
  return { context, page };
}

test('a department gets its part, fills in progress, and what comes back is merged', async (t) => {
  const { context, page } = await office(t);
  await toSend(page);
  await page.getByLabel('交回日期').fill('2027-03-05');
  const part = await exportFor(page, SERVICE);
  assert.match(part.name, new RegExp(SERVICE));
  const whole = await exported(page);
  const foreign = findingsOf(whole.file).filter((finding) => finding.department !== SERVICE);
  for (const finding of foreign) {
    const words = [finding.title, ...(finding.measures ?? []).flatMap((measure) => [measure.heading, measure.text])];
    for (const word of words.filter((word) => word?.length > 3)) assert.ok(!part.text.includes(word), word);
  }
  assert.ok(!part.text.includes(CULTURE));

  const there = await department(t, part.path, '李军 服务保障科');
  await there.page.getByText('请于2027年3月5日前交回').waitFor();
  await openFinding(there.page, NETWORK);
  assert.ok(await fieldOf(there.page, '整改时限').isDisabled());
  assert.ok(await fieldOf(there.page, '责任人').isDisabled());
  assert.equal(await button(there.page, '添加措施').count(), 0);
  assert.equal(await button(there.page, '移除此问题').count(), 0);
  await fieldOf(there.page, '状态').selectOption('largely_done');
  await card(there.page, '未完成').getByLabel('未完成整改原因').fill('设备尚未到货');
  await there.page.keyboard.press('Tab');
  await saved(there.page);
  // The page opens again as the part that it is, and asks for no name any more.
  await there.page.reload();
  await standing(there.page);
  await there.page.getByText('这是部分台账').waitFor();
  assert.equal(await there.page.locator('dialog[open]').count(), 0);
  const back = await sent(there.page, () => button(there.page, '导出交回').click());

  await go(page, '文件');
  await pick(page, '导入', back.path);
  await page.getByRole('heading', { name: '核对来件' }).waitFor();
  await button(page, '全部并入').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await openFinding(page, NETWORK);
  await holds(fieldOf(page, '状态'), 'largely_done');
  assert.equal(await page.getByText('这是部分台账').count(), 0, 'the office has the whole ledger');
  // With the whole ledger the department has no part any more.
  const all = await exported(page);
  await go(there.page, '文件');
  await pick(there.page, '导入', all.path);
  await button(there.page, '全部并入').click();
  await there.page.getByText('这是部分台账').waitFor({ state: 'detached' });
  assert.deepEqual(await content(there.page), await content(page));
  assertNoFaults(context);
  assertNoFaults(there.context);
});

test('chosen findings go to whom they are chosen for, with all fields where that is wanted', async (t) => {
  const { context, page } = await office(t);
  await toSend(page);
  await button(page, /^导出所选/).click();
  await page.getByText('请先勾选问题。').waitFor();
  await page.getByText('选择问题', { exact: true }).click();
  await page.getByLabel(READING).check();
  await button(page, '导出所选 1 个问题').click();
  await page.getByText('请填写发给谁。').waitFor();
  await page.getByLabel('发给').fill('张主任');
  await page.getByLabel('只填写进展').uncheck();
  const part = await sent(page, () => button(page, '导出所选 1 个问题').click());
  const there = await department(t, part.path, '张主任');
  await openFinding(there.page, READING);
  assert.ok(!(await fieldOf(there.page, '整改时限').isDisabled()));
  await setField(there.page, '责任人', '赵敏');
  await saved(there.page);
  const file = await content(there.page);
  assert.deepEqual(findingsOf(file).map((finding) => finding.owner), ['赵敏']);
  assert.equal(file.parts[0].for, '张主任');
  assertNoFaults(there.context);
  assertNoFaults(context);
});

test('rows chosen in the table are sent on, and a department that supports has its part', async (t) => {
  const { context, page } = await office(t);
  await openFinding(page, NETWORK);
  await setField(page, '配合部门', CULTURE);
  await go(page, '台账');
  await page.getByRole('searchbox', { name: '搜索' }).fill('推广');
  await page.locator('.grid-finding').first().getByRole('checkbox').click();
  const hand = page.getByRole('region', { name: '批量与表格' });
  await button(hand, '分发…').click();
  await page.getByRole('heading', { name: '分发', level: 1 }).waitFor();
  assert.ok(await page.getByLabel(READING).isChecked());
  // What was chosen, and for whom, outlives the page until it is sent.
  await page.getByLabel('发给').fill('张主任');
  await page.reload();
  await page.getByRole('heading', { name: '分发', level: 1 }).waitFor();
  await holds(page.getByLabel('发给'), '张主任');
  const chosen = await sent(page, () => button(page, '导出所选 1 个问题').click());
  assert.ok(chosen.text.includes(READING) && !chosen.text.includes(NETWORK));
  await button(page, '导出所选 0 个问题').waitFor();

  const row = page.getByRole('row').filter({ hasText: CULTURE });
  assert.deepEqual(await row.getByRole('cell').allInnerTexts().then((cells) => cells.slice(0, 3)), ['2', '1', '1']);
  const part = await exportFor(page, CULTURE);
  assert.ok(part.text.includes(READING) && part.text.includes(NETWORK));
  assertNoFaults(context);
});

test('sending works with the keyboard alone', async (t) => {
  const { context, page } = await office(t);
  await toSend(page);
  await page.getByLabel('交回日期').focus();
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => document.activeElement.matches('button') && document.activeElement.textContent);
    if (text && text.includes(`发给${SERVICE}`)) break;
  }
  const part = await sent(page, () => page.keyboard.press('Enter'));
  assert.match(part.name, new RegExp(SERVICE));
  await notice(page, '已导出');
  assertNoFaults(context);
});
