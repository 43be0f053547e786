// Many rows of the table at once: chosen with mouse and keys, changed, removed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, content, exported, findingsOf, go, holds, open, person, saved, shows, site, takeSample,
} from './support.mjs';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

async function table(t, options) {
  const context = await person(t, engine, options);
  const page = await open(context, server.address);
  await takeSample(page);
  await go(page, '台账');
  await page.locator('[data-count="30"]').waitFor();
  return { context, page, grid: page.getByRole('grid', { name: '台账' }) };
}

const chosen = (page, count) =>
  count ? page.locator(`[data-chosen="${count}"]`).waitFor() : page.locator('[data-chosen]:not([data-chosen="0"])').waitFor({ state: 'detached' });
const bar = (page) => page.getByRole('region', { name: '批量与表格' });
const box = (page, at) => page.locator('.grid-finding').nth(at).getByRole('checkbox');
const dialog = (page) => page.locator('dialog[open]');

test('rows are chosen by box, by range, by Ctrl+A among what is shown, and with the keyboard alone', async (t) => {
  const { context, page, grid } = await table(t);
  await box(page, 1).click();
  await chosen(page, 1);
  await box(page, 4).click({ modifiers: ['Shift'] });
  await chosen(page, 4);
  await box(page, 2).click();
  await chosen(page, 3);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'grid', 'the keys go on from there');
  await page.keyboard.press('Escape');
  await chosen(page, 0);

  // Area, category, finding, finding, finding.
  await page.keyboard.press('Home');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await chosen(page, 1);
  await page.keyboard.press('Shift+ArrowDown');
  await chosen(page, 2);
  await page.keyboard.press('Space');
  await chosen(page, 1);

  await page.getByRole('search').getByLabel('状态').selectOption({ label: '整改中' });
  await page.locator('[data-count="4"]').waitFor();
  await shows(bar(page), '其中 1 个不在当前筛选结果中');
  await grid.focus();
  await page.keyboard.press('Control+a');
  await chosen(page, 5);
  await page.getByRole('checkbox', { name: '全部勾选' }).click();
  await chosen(page, 0);
  await page.getByRole('checkbox', { name: '全部勾选' }).click();
  await chosen(page, 4);
  assertNoFaults(context);
});

test('many findings are changed in one act, with a note, and taken back by one undo', async (t) => {
  const { context, page, grid } = await table(t);
  const before = await content(page);
  await go(page, '台账');
  await page.getByRole('search').getByLabel('状态').selectOption({ label: '整改中' });
  await page.locator('[data-count="4"]').waitFor();
  await grid.focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('search').getByLabel('状态').selectOption({ label: '全部' });
  await page.locator('[data-count="30"]').waitFor();
  await chosen(page, 4);
  const done = page.locator('.grid-finding', { has: page.locator('.status-done') }).first();
  await done.getByRole('checkbox').click();
  await chosen(page, 5);

  await button(bar(page), '批量修改…').click();
  assert.ok(await button(dialog(page), /^修改/).isDisabled(), 'nothing is meant before it is chosen');
  await dialog(page).getByLabel('修改内容').selectOption({ label: '责任人' });
  await page.locator('[data-changes="0"]').waitFor();
  await dialog(page).getByLabel('修改内容').selectOption({ label: '状态' });
  await dialog(page).getByLabel('改为：状态').selectOption({ label: '已完成' });
  await dialog(page).getByLabel('修改说明').fill('经党委会研究');
  // Closed half filled, it is there again.
  await page.keyboard.press('Escape');
  await button(bar(page), '批量修改…').click();
  await holds(dialog(page).getByLabel('修改说明'), '经党委会研究');
  await holds(dialog(page).getByLabel('改为：状态'), 'done');
  await page.locator('[data-changes="4"]').waitFor();
  await shows(dialog(page), '1 个问题已是这样，不作改动');
  await button(dialog(page), '修改 4 个问题').click();
  await shows(bar(page), '已修改 4 个问题，可以一次撤销。');
  await saved(page);
  const { file } = await exported(page);
  const noted = findingsOf(file).filter((finding) => finding.note?.endsWith('经党委会研究'));
  assert.equal(noted.length, 4);
  assert.ok(noted.every((finding) => finding.status === 'done'));

  await page.keyboard.press('Control+z');
  await saved(page);
  const after = await content(page);
  assert.deepEqual(findingsOf(after), findingsOf(before));
  assertNoFaults(context);
});

test('many findings are removed at once, and come back at once', async (t) => {
  const { context, page } = await table(t);
  await box(page, 0).click();
  await box(page, 2).click({ modifiers: ['Shift'] });
  await button(bar(page), '批量修改…').click();
  await dialog(page).getByLabel('修改内容').selectOption({ label: '移除问题' });
  await button(dialog(page), '移除 3 个问题').click();
  await page.locator('[data-count="27"]').waitFor();
  await chosen(page, 0);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.locator('[data-count="30"]').waitFor();
  assertNoFaults(context);
});

const tools = (page) => button(page, '批量与表格').click();

test('columns are chosen, stand in the address and are remembered; a view keeps them with filters and order', async (t) => {
  const { context, page } = await table(t);
  await tools(page);
  await button(bar(page), '列…').click();
  await dialog(page).getByLabel('责任领导').uncheck();
  await dialog(page).getByLabel('问题类别').check();
  assert.ok(await dialog(page).getByLabel('问题', { exact: true }).isDisabled());
  await button(dialog(page), '确定').click();
  const heads = () => page.getByRole('columnheader').allInnerTexts();
  await page.getByRole('columnheader', { name: '问题类别' }).waitFor();
  assert.deepEqual((await heads()).filter(Boolean).map((head) => head.trim()), [
    '序号', '问题类别', '问题', '责任部门', '责任人', '整改时限', '状态', '措施',
  ]);
  assert.match(page.url(), /columns=number%2Ccategory%2Ctitle/);
  const first = page.locator('.grid-finding').first();
  assert.equal(await first.getByRole('gridcell').count(), 9);

  await page.getByRole('search').getByLabel('状态').selectOption({ label: '整改中' });
  await button(page.getByRole('columnheader', { name: '整改时限' }), /整改时限/).click();
  await page.locator('[data-count="4"]').waitFor();
  await button(bar(page), '保存为视图…').click();
  await dialog(page).getByRole('textbox').fill('在办事项');
  await page.keyboard.press('Enter');
  const views = bar(page).getByLabel('常用视图');
  await views.locator('option:checked', { hasText: '在办事项' }).waitFor({ state: 'attached' });
  await saved(page);

  // The page that comes back has the columns, but not the filters: those are the view's.
  await page.evaluate(() => location.assign('#/overview'));
  await page.reload();
  await go(page, '台账');
  await page.locator('[data-count="30"]').waitFor();
  await page.getByRole('columnheader', { name: '问题类别' }).waitFor();
  await bar(page).getByLabel('常用视图').selectOption({ label: '在办事项' });
  await page.locator('[data-count="4"]').waitFor();
  await page.locator('[aria-sort="ascending"]').waitFor();

  await button(bar(page), '视图改名…').click();
  await dialog(page).getByRole('textbox').fill('未完成');
  await page.keyboard.press('Enter');
  await page.getByRole('search').getByLabel('状态').selectOption({ label: '已完成' });
  await button(bar(page), '按现在的筛选更新').click();
  await saved(page);
  const { file } = await exported(page);
  assert.deepEqual(file.ledger.views.map(({ title, query }) => [title, query.split('&').slice(0, 2)]), [['未完成', ['status=done', 'sort=deadline']]]);
  await go(page, '台账');
  await bar(page).getByLabel('常用视图').selectOption({ label: '未完成' });
  await page.locator('[data-count="26"]').waitFor();
  await button(bar(page), '移除视图…').click();
  await button(dialog(page), '移除').click();
  await page.locator('option', { hasText: '未完成' }).waitFor({ state: 'detached' });
  await button(bar(page), '列…').click();
  await button(dialog(page), '恢复默认').click();
  await button(dialog(page), '确定').click();
  await page.getByRole('columnheader', { name: '责任领导' }).waitFor();
  assertNoFaults(context);
});

/** What the clipboard has. */
const clipboard = (page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type) => (await item.getType(type)).text();
    return { plain: await text('text/plain'), html: await text('text/html') };
  });

test('rows are copied as a table, and pasted into another ledger they are its findings', async (t) => {
  const { context, page, grid } = await table(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  await box(page, 0).click();
  await box(page, 1).click();
  await button(bar(page), '复制勾选的 2 行').click();
  await shows(bar(page), '已复制 2 行');
  const { plain, html } = await clipboard(page);
  const titles = await page.locator('.grid-finding a').allInnerTexts();
  assert.match(plain, /^序号\t问题\t责任领导\t责任部门\t责任人\t整改时限\t状态\t措施\r\n1\t/);
  assert.ok(titles.slice(0, 2).every((title) => plain.includes(title) && html.includes(`<td>${title}</td>`)));
  assert.match(html, /<tr><th>序号<\/th>/);
  await grid.focus();
  await page.keyboard.press('Control+c');
  assert.equal((await clipboard(page)).plain, plain);

  await go(page, '全部台账');
  await button(page, '新建空白台账').click();
  await dialog(page).getByRole('textbox').fill('另一本台账');
  await page.keyboard.press('Enter');
  await go(page, '台账');
  await button(page, '添加聚焦方面').click();
  await dialog(page).getByRole('textbox').fill('聚焦党建方面');
  await page.keyboard.press('Enter');
  await page.locator('.grid-area').waitFor();
  await tools(page);
  await button(bar(page), '粘贴表格…').click();
  await dialog(page).getByLabel('表格内容').focus();
  await page.keyboard.press('Control+v');
  await shows(dialog(page), '没有可以添加的内容；2 行不添加');
  // The number says nothing of where they belong; it serves as a category here.
  await dialog(page).getByLabel('“序号”对应的内容').selectOption({ label: '问题类别' });
  await shows(dialog(page), /将添加 2 个问题、\d+ 条措施/);
  await button(dialog(page), '添加到台账').click();
  await shows(bar(page), '可以一次撤销');
  await page.locator('[data-count="2"]').waitFor();
  assert.deepEqual(await page.locator('.grid-finding a').allInnerTexts(), titles.slice(0, 2));
  await page.keyboard.press('Control+z');
  await page.locator('[data-count="0"]').waitFor();
  assertNoFaults(context);
});

const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td { color: red }</style></head><body>
<table><tr><td colspan=5>某单位整改台账</td></tr>
<tr><td>序号</td><td>类别</td><td>问题</td><td>整改时限</td><td>状态</td></tr>
<tr><td>1</td><td rowspan=2>学习制度</td><td>甲
  问题</td><td>2026年5月6日</td><td>整改中</td></tr>
<tr><td>2</td><td>乙问题</td><td>46148</td><td>差不多</td></tr>
<tr><td>3</td><td>作风</td><td></td><td>2026.5.6</td><td></td></tr></table></body></html>`;

test('a table from Excel is read with its merged cells; what is wrong is said by row, and a new category is chosen', async (t) => {
  const { context, page } = await table(t);
  await tools(page);
  await button(bar(page), '粘贴表格…').click();
  const area = dialog(page).getByLabel('表格内容');
  await area.evaluate((element, html) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', 'x');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, EXCEL);
  await shows(dialog(page), '第 4 行“乙问题”：状态“差不多”无法识别');
  await shows(dialog(page), '第 5 行：没有问题名称');
  await shows(dialog(page), '没有可以添加的内容；3 行不添加');
  // What was pasted is there again after a reload.
  await page.reload();
  await tools(page);
  await button(bar(page), '粘贴表格…').click();
  await shows(dialog(page), '没有可以添加的内容；3 行不添加');
  const place = dialog(page).getByLabel('学习制度');
  const [, label] = await place.locator('option').allInnerTexts();
  await place.selectOption({ label });
  await shows(dialog(page), '将添加 2 个问题；1 行不添加');
  await button(dialog(page), '添加到台账').click();
  await page.locator('[data-count="32"]').waitFor();
  await saved(page);
  const { file } = await exported(page);
  const added = findingsOf(file).filter((finding) => ['甲 问题', '乙问题'].includes(finding.title));
  assert.deepEqual(added.map(({ deadline, status }) => [deadline, status]), [['2026-05-06', 'in_progress'], ['2026-05-06', 'not_started']]);
  assertNoFaults(context);
});

test('where the part does not come, that is said in its place, and what was chosen is not lost', async (t) => {
  const context = await person(t, engine, { serviceWorkers: 'block' });
  await context.route('**/desk-*.wasm', (route) => route.abort());
  const page = await open(context, server.address);
  await takeSample(page);
  await go(page, '台账');
  await box(page, 1).click();
  const alert = page.getByRole('alert').filter({ hasText: '这一部分未能载入' });
  await alert.waitFor();
  await page.locator('[data-count="30"]').waitFor();
  await context.unroute('**/desk-*.wasm');
  await button(alert, '重试').click();
  await chosen(page, 1);
  assert.ok(await box(page, 1).isChecked());
  const unexpected = context.faults.filter((fault) => !/ERR_FAILED|Service Worker|reading 'active'|WebAssembly|Failed to fetch/.test(fault));
  assert.deepEqual(unexpected, []);
});
