// Many rows of the table at once: chosen with mouse and keys, changed, removed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, content, exported, findingsOf, go, open, person, saved, shows, site, takeSample,
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
  await dialog(page).getByLabel('改为：状态').selectOption({ label: '已完成' });
  await dialog(page).getByLabel('修改说明').fill('经党委会研究');
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
