// The whole way: from a published report to the exported JSON, and back in on another machine.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import {
  ROOT, assertNoFaults, browser, button, card, content, exported, fieldOf, findingsOf, go, holds, notice, open, paste, person,
  pick, sampleReport, saved, setField, shows, site,
} from './support.mjs';

const PUBLISHED = join(ROOT, '../shared/samples/jinjiang-media-2025.txt');
const NETWORK = '基层服务网点布局还不均衡';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

/** First run, paste, preview: the figures of both reports are the same by design. */
async function toLedger(page, report) {
  await page.getByRole('heading', { name: '建立整改台账' }).waitFor();
  await paste(page, report);
  await page.getByRole('heading', { name: '核对读入的内容' }).waitFor();
  const counts = page.locator('dl.counts');
  assert.deepEqual(await counts.locator('dt').allInnerTexts(), [
    '聚焦方面', '问题类别', '问题', '措施', '未完成事项', '已匹配', '待归位',
  ]);
  assert.deepEqual(await counts.locator('dd').allInnerTexts(), ['4', '11', '30', '90', '5', '4', '1']);
  await page.getByText('未列入“未完成”的 26 个问题按“已完成”读入。').waitFor();
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('ledger/')).length), 0);
  await button(page, '存入台账').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await saved(page);
  assert.equal(await page.locator('.completion-rate').innerText(), '26/30 = 86.7 %');
  await page.getByRole('heading', { name: '待归位事项（1）' }).waitFor();
  assert.equal(await page.locator('#overview-categories ~ .bars .bar-row').count(), 11);
}

test('a published report becomes a ledger', async (t) => {
  const report = await readFile(PUBLISHED, 'utf8').catch(() => null);
  if (report === null) return t.skip('the published report is not present');
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await toLedger(page, report);
  const { file } = await exported(page);
  assert.deepEqual(file.ledger.inspection, {
    source: '巡察',
    team: '市委巡察二组',
    unit: '晋江市融媒体中心党委',
    period_from: '2024-12-26',
    period_to: '2025-01-26',
    feedback: '2025-02-24',
    ...(file.ledger.inspection.concentrated_until && { concentrated_until: file.ledger.inspection.concentrated_until }),
  });
  assert.equal(file.ledger.unplaced.length, 1);
  const open4 = findingsOf(file).filter((finding) => finding.status === 'in_progress');
  assert.deepEqual(open4.map((finding) => finding.deadline).sort(), ['2025-08-31', '2025-10-31', '2025-12-31', '2025-12-31']);
  assertNoFaults(context);
});

test('from the report to the exported JSON, and in again elsewhere', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await toLedger(page, await sampleReport());
  await inTheTable(page);
  await inAFinding(page);
  await placeTheItem(page);
  const { path, name } = await checkTheFile(page);
  assert.match(name, /^云岭市档案与图书服务中心党委-\d{4}-\d\d-\d\d\.json$/);
  assertNoFaults(context);
  const here = await content(page);
  await go(page, '记录');
  const history = await page.getByRole('heading', { name: /^全部变更/ }).innerText();

  const elsewhere = await person(t, engine);
  const other = await open(elsewhere, server.address);
  await pick(other, '打开台账文件', path);
  await other.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await saved(other);
  assert.deepEqual(await content(other), here);
  await go(other, '记录');
  assert.equal(await other.getByRole('heading', { name: /^全部变更/ }).innerText(), history);
  await go(other, '文件');
  await pick(other, '导入', path);
  await notice(other, '文件里的内容本机都已有，没有变化。');
  assert.deepEqual(await content(other), here);
  assertNoFaults(elsewhere);
});

async function inTheTable(page) {
  await go(page, '台账');
  await shows(page.locator('[data-count="30"]'), '共 30 个问题');
  assert.equal(await page.getByRole('grid', { name: '台账' }).getAttribute('aria-rowcount'), String(1 + 4 + 11 + 30));

  const search = page.getByRole('searchbox', { name: '搜索' });
  await search.fill('基层服务 网点布局');
  await shows(page.locator('[data-count="1"]'), '显示 1 个，共 30 个问题');
  await page.getByRole('row').getByRole('link', { name: NETWORK }).waitFor();
  await search.fill('查无此词');
  await page.getByText('没有符合条件的问题。').waitFor();
  await button(page, '清除筛选').click();
  await page.locator('[data-count="30"]').waitFor();

  await page.getByRole('search').getByLabel('状态').selectOption({ label: '整改中' });
  await page.locator('[data-count="4"]').waitFor();
  const deadlines = page.locator('[data-row] .cell-due');
  const inOrder = ['2026-09-30', '2026-10-31', '2026-11-30', '2027-03-31'];
  const sort = page.getByRole('columnheader').getByRole('button', { name: '整改时限' });
  await sort.click();
  await page.locator('[aria-sort="ascending"]').waitFor();
  assert.deepEqual(await deadlines.allInnerTexts(), inOrder);
  await sort.click();
  await page.locator('[aria-sort="descending"]').waitFor();
  assert.deepEqual(await deadlines.allInnerTexts(), [...inOrder].reverse());
  await page.getByRole('row').getByRole('link', { name: NETWORK }).click();
  await page.getByRole('heading', { name: NETWORK, level: 1 }).waitFor();
}

async function inAFinding(page) {
  const [owner, status] = [fieldOf(page, '责任人'), fieldOf(page, '状态')];
  assert.equal(await fieldOf(page, '整改时限').inputValue(), '2026-09-30');
  await setField(page, '责任人', '王芳');
  await status.selectOption({ label: '已完成' });
  await button(page, '添加措施').click();
  const measures = page.getByRole('listitem', { name: /^措施 \d+$/ });
  const heading = measures.nth(4).getByLabel('措施要点');
  await heading.waitFor();
  await heading.fill('逐个网点验收。');
  await heading.press('Enter');
  await saved(page);
  assert.equal(await measures.count(), 5);

  const [undo, redo] = [button(page, '撤销'), button(page, '重做')];
  await undo.click();
  await holds(heading, '');
  await undo.click();
  await heading.waitFor({ state: 'detached' });
  await undo.click();
  await holds(status, 'in_progress');
  await undo.click();
  await holds(owner, '');
  for (let act = 0; act < 4; act += 1) await redo.click();
  await holds(owner, '王芳');
  await holds(status, 'done');
  await holds(heading, '逐个网点验收。');
  await page.getByText('变更记录', { exact: true }).click();
  await shows(page.locator('.history li'), '责任人');
  await saved(page);
}

async function placeTheItem(page) {
  await go(page, '总览');
  await shows(page.locator('.completion-rate'), '27/30 = 90.0 %');
  const item = page.locator('.unplaced-item');
  await shows(item, '未完成整改原因');
  await button(item, '归入其他问题…').click();
  const choice = item.getByRole('combobox', { name: /^全部问题/ });
  const value = await choice.locator('option', { hasText: NETWORK }).getAttribute('value');
  await choice.selectOption(value);
  await button(item, '归入此问题').last().click();
  await page.getByRole('status').filter({ hasText: '已将“' }).waitFor();
  await item.waitFor({ state: 'detached' });
  await saved(page);
}

async function checkTheFile(page) {
  const { name, path, text, file } = await exported(page);
  assert.deepEqual([file.format, file.version, Object.keys(file).at(-1)], ['rectification-ledger', 1, 'changes']);
  assert.ok(text.startsWith('{\n "format": "rectification-ledger",\n "version": 1,'), text.slice(0, 80));
  const findings = findingsOf(file);
  const categories = file.ledger.focus_areas.flatMap((area) => area.categories);
  const measures = findings.flatMap((finding) => finding.measures);
  assert.deepEqual([file.ledger.focus_areas.length, categories.length, findings.length, measures.length], [4, 11, 30, 91]);
  assert.equal(file.ledger.unplaced?.length ?? 0, 0);
  const statuses = ['not_started', 'in_progress', 'largely_done', 'done', 'closed'];
  assert.ok(findings.every((finding) => statuses.includes(finding.status)));
  const placed = findings.find((finding) => finding.title === NETWORK);
  assert.equal(placed.owner, '王芳');
  assert.equal(placed.measures.at(-1).heading, '逐个网点验收。');
  assert.ok(file.changes.length > 130, `${file.changes.length} changes`);
  return { name, path };
}
