// Checks and lists: a difference shows both values, can be explained and comes back when a value changes; what it is compared
// with; lists that equal the ledger, copied, saved and printed.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, card, exported, findingsOf, go, open, openFinding, person, sampleReport, saved, setField, shows, site,
  standing, takeSample,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';
const SUMS = '问责数字与各问题合计不一致';
const LATE = '时限已过，尚未完成';
const REASON = '一名人员涉及两个问题，报告按人数统计。';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

/** The sample on a day on which two of its deadlines are past. */
async function sample(t, options = {}) {
  const context = await person(t, engine, { timezoneId: 'Asia/Shanghai', ...options });
  await context.clock.setFixedTime('2026-11-25T10:00:00+08:00');
  const page = await open(context, server.address);
  await takeSample(page);
  return { context, page };
}

async function report(page, name) {
  await page.evaluate((hash) => location.assign(hash), `#/report/${name}`);
  await page.locator('.subtabs a[aria-current="page"]').and(page.locator(`[href="#/report/${name}"]`)).waitFor();
  await standing(page);
}

const group = (page, title) => card(page, new RegExp(`^${title}（\\d+）$`));
const item = (scope, text) => scope.getByRole('listitem').filter({ has: scope.page().getByRole('button') }).filter({ hasText: text });
const count = (page, name) => page.locator('.counts div', { hasText: name }).locator('dd');

async function explain(page, scope, reason) {
  await button(scope, /^说明原因/).click();
  await scope.getByLabel('原因', { exact: true }).fill(reason);
  await button(scope, '保存说明').click();
}

test('a difference shows both values and leads to both places', async (t) => {
  const { context, page } = await sample(t);
  await report(page, 'checks');
  const criticism = item(group(page, SUMS), '批评教育').filter({ hasText: '20人' });
  assert.match(await criticism.innerText(), /报告\s*11人[\s\S]*批评教育11人[\s\S]*各问题合计\s*20人/);
  assert.equal(await criticism.getByRole('link', { name: '报告' }).getAttribute('href'), '#/report/public');
  assert.equal(await criticism.getByRole('link', { name: '各问题合计' }).getAttribute('href'), '#/overview');
  // Those that agree are not listed: 责令检查 3 and 3, 谈话提醒 2 and 2.
  assert.equal(await group(page, SUMS).getByRole('heading', { level: 3, name: /责令检查|谈话提醒/ }).count(), 0);
  await shows(card(page, /^核对无误/), '未完成的问题的原因、下一步措施和时限');
  await shows(card(page, /^未核对/), '重复发现的问题');
  await item(group(page, LATE), NETWORK).getByRole('link', { name: '整改时限' }).click();
  await page.getByRole('heading', { name: NETWORK, level: 1 }).waitFor();
  assertNoFaults(context);
});

test('an explanation is kept over a reload, has its author, is undone, and does not outlive its values', async (t) => {
  const { context, page } = await sample(t);
  await go(page, '台账信息');
  const author = page.locator('[autocomplete="name"]');
  await author.fill('王芳');
  await author.press('Tab');
  await report(page, 'checks');
  const late = group(page, LATE);
  const network = item(late, NETWORK);

  await button(network, /^说明原因/).click();
  await button(network, '保存说明').click();
  await shows(network.getByRole('alert'), '请填写原因。');
  // What is typed stays, also where one looks at the finding first.
  await network.getByLabel('原因', { exact: true }).fill('延期申请已报批，');
  await network.getByRole('link', { name: NETWORK }).click();
  await page.getByRole('heading', { name: NETWORK, level: 1 }).waitFor();
  await page.goBack();
  const typed = network.getByLabel('原因', { exact: true });
  assert.equal(await typed.inputValue(), '延期申请已报批，');
  await typed.fill('延期申请已报批，待批复。');
  await button(network, '保存说明').click();
  const explained = card(page, '已说明（1）');
  await shows(explained, '延期申请已报批，待批复。');
  assert.match(await explained.innerText(), /2026年9月30日[\s\S]*整改中[\s\S]*王芳，2026-11-25 10:00/);
  assert.equal(await count(page, '待核对').innerText(), '3');

  await saved(page);
  await page.reload();
  await shows(card(page, '已说明（1）'), '延期申请已报批，待批复。');

  // Another value: a new question, that remembers the answer to the old one.
  await openFinding(page, NETWORK);
  await setField(page, '整改时限', '2026-10-15');
  await report(page, 'checks');
  await shows(network, '数值已有变化，原来的说明不再适用：延期申请已报批，待批复。');
  assert.equal(await card(page, /^已说明/).count(), 0);
  await button(page, '撤销').click();
  await card(page, '已说明（1）').waitFor();

  await button(card(page, '已说明（1）'), /^撤回说明/).click();
  await network.waitFor();
  assert.equal(await card(page, /^已说明/).count(), 0);
  await button(page, '撤销').click();
  await card(page, '已说明（1）').waitFor();

  await explain(page, item(group(page, SUMS), '20人'), REASON);
  await card(page, '已说明（2）').waitFor();
  await button(page, '撤销').click();
  await card(page, '已说明（1）').waitFor();
  await button(page, '重做').click();
  await card(page, '已说明（2）').waitFor();
  await go(page, '记录');
  await shows(page.locator('.history li', { hasText: '核对说明' }), REASON);
  assertNoFaults(context);
});

test('the keyboard alone explains, and the focus goes on to the next', async (t) => {
  const { context, page } = await sample(t);
  await report(page, 'checks');
  const keys = page.keyboard;
  const first = item(group(page, LATE), NETWORK);
  await button(first, /^说明原因/).focus();
  await keys.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('textarea'));
  await keys.press('Escape');
  await page.waitForFunction(() => document.activeElement?.matches('[id^="explain-"]'));
  await keys.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('textarea'));
  await keys.type('已报批');
  await keys.press('Tab');
  await keys.press('Enter');
  await card(page, '已说明（1）').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('说明原因：档案'));
  assertNoFaults(context);
});

test('problems found before are found in another ledger of this browser, which is not opened', async (t) => {
  const { context, page } = await sample(t);
  await go(page, '全部台账');
  await button(page, '新建空白台账').click();
  await page.getByRole('dialog').getByRole('textbox').fill('今年巡察');
  await button(page.getByRole('dialog'), '确定').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await go(page, '文件');
  await page.getByLabel('粘贴反馈意见、报告全文或 JSON').fill(`关于今年巡察整改进展情况的报告\n一、整改情况\n（一）聚焦服务方面\n1.关于服务不足的问题\n（1）针对${NETWORK}的问题\n整改进展情况：一是增设网点。新设网点3个。\n（2）针对食堂管理混乱的问题\n整改进展情况：一是整顿食堂。更换承包人。`);
  await button(page, '读取').click();
  await button(page, '存入台账').first().click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await report(page, 'checks');
  const other = page.getByRole('checkbox', { name: '示例：云岭市档案与图书服务中心党委（30 个问题）' });
  await other.check();
  const repeated = group(page, '重复发现的问题');
  await repeated.waitFor();
  assert.equal(await item(repeated, NETWORK).count(), 1);
  await shows(repeated, '以前的台账“示例：云岭市档案与图书服务中心党委”');
  assert.equal(await item(repeated, '食堂').count(), 0);
  await explain(page, item(repeated, NETWORK), '新的网点不在原来的范围内。');
  await card(page, '已说明（1）').waitFor();
  // The choice is remembered, the ledger in the title is still the open one.
  await saved(page);
  await page.reload();
  await card(page, '已说明（1）').waitFor();
  assert.match(await page.locator('.topbar-title').innerText(), /今年巡察/);
  assert.ok(await other.isChecked());
  await other.uncheck();
  await page.getByText('不再需要的说明（1）').waitFor();
  assertNoFaults(context);
});

test('a finding that a report or the plan leaves out is named', async (t) => {
  const { context, page } = await sample(t);
  await report(page, 'checks');
  const published = page.getByRole('group', { name: '已公布的报告' });
  const text = await sampleReport();
  const cut = text.split('\n').filter((line) => !line.includes(NETWORK)).join('\n');
  assert.notEqual(cut, text);
  const paste = published.getByLabel('或粘贴已公布的报告全文');
  await paste.fill('没有编号的一句话');
  await button(published, /^读取/).click();
  await shows(published.getByRole('alert'), '没有读出任何问题');
  assert.equal(await paste.inputValue(), '没有编号的一句话');
  await paste.fill(cut);
  await button(published, /^读取/).click();
  await shows(published.getByRole('status'), /^已读出 29 个问题/);
  const missing = group(page, '报告中没有的问题');
  await missing.waitFor();
  assert.equal(await missing.getByRole('listitem').count(), 1);
  await shows(missing, NETWORK);

  const plan = page.getByRole('group', { name: '整改方案' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(plan, /^打开文件/).click()]);
  await chooser.setFiles({ name: '方案.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await shows(plan.getByRole('status'), '已读出 30 个问题（方案.txt）。');
  await shows(card(page, /^核对无误/), '整改方案有无漏列问题');
  await button(published, /^不再对照/).click();
  await missing.waitFor({ state: 'detached' });
  assertNoFaults(context);
});

test('lists equal the ledger, lead to findings, and are copied and saved as tables', async (t) => {
  const { context, page } = await sample(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  await openFinding(page, NETWORK);
  await setField(page, '责任人', '王"芳"');
  await saved(page);
  const { file } = await exported(page);
  const findings = findingsOf(file);
  const measures = findings.flatMap((finding) => finding.measures);
  for (const [name, rows] of [
    ['problems', findings.length],
    ['responsibility', findings.length],
    ['tasks', measures.length],
    ['progress', findings.length],
  ]) {
    await report(page, name);
    assert.equal(await page.locator('.list-table tbody tr').count(), rows, name);
    await shows(page.locator('.list-table caption'), '填报单位：云岭市档案与图书服务中心党委　　日期：2026年11月25日');
  }
  await report(page, 'responsibility');
  const titles = await page.locator('.list-table tbody th').allInnerTexts();
  assert.equal(titles[1], NETWORK);
  await button(page, '复制表格').click();
  await shows(page.getByRole('status'), '已复制');
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  assert.equal(copied.length, findings.length + 2);
  assert.equal(copied[0], '序号\t反馈问题\t责任领导\t责任部门\t责任人\t整改时限');
  assert.equal(copied[2], `2\t${NETWORK}\t\t\t"王""芳"""\t2026年9月30日`);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '下载 .csv').click()]);
  assert.match(download.suggestedFilename(), /责任清单-2026-11-25\.csv$/);
  assert.match(await readFile(await download.path(), 'utf8'), /^\ufeff序号,反馈问题,/);
  await page.getByRole('link', { name: NETWORK }).click();
  await page.getByRole('heading', { name: NETWORK, level: 1 }).waitFor();
  assertNoFaults(context);
});

const pages = (pdf) => pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

test('a list is printed across, without controls, with its title and date, its heads on every page', async (t) => {
  const { context, page } = await sample(t);
  for (const name of ['tasks', 'progress']) {
    await report(page, name);
    await page.emulateMedia({ media: 'print' });
    const controls = '.topbar, .subtabs, .toolbar, .notices, button, .hint';
    const seen = await page.locator(controls).evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.outerHTML));
    assert.deepEqual(seen, []);
    await shows(page.locator('caption'), '日期：2026年11月25日');
    assert.equal(await page.locator('thead').evaluate((head) => getComputedStyle(head).display), 'table-header-group');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.match(pdf, /\/MediaBox\s*\[\s*0 0 84[12][.\d]* 59[45]/, `${name} lies across`);
    assert.ok(pages(pdf) > 1, 'several pages');
    const spaces = await page.locator('td.list-date').evaluateAll((all) => all.map((day) => getComputedStyle(day).whiteSpace));
    assert.deepEqual([...new Set(spaces)], ['pre'], 'days do not wrap');
    await page.evaluate(() => document.querySelectorAll('tbody tr:nth-child(n+3)').forEach((row) => row.remove()));
    assert.equal(pages((await page.pdf({ preferCSSPageSize: true })).toString('latin1')), 1, 'no empty page follows');
    await page.emulateMedia({ media: 'screen' });
  }
  assertNoFaults(context);
});

test('an empty ledger says what there will be', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await page.getByRole('button', { name: '新建空白台账' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('空');
  await button(page.getByRole('dialog'), '确定').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await report(page, 'checks');
  await shows(page.locator('.empty'), '暂无可核对的内容');
  for (const name of ['problems', 'responsibility', 'tasks', 'progress']) {
    await report(page, name);
    await shows(page.locator('.empty'), '这里自动列出');
    assert.equal(await page.getByRole('table').count(), 0);
  }
  assertNoFaults(context);
});
