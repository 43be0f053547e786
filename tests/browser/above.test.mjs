// What stands above every view: the palette of commands and the list of keys.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertNoFaults, browser, button, go, open, person, saved, shows, site, takeSample } from './support.mjs';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

const dialog = (page) => page.locator('dialog[open]');
const closed = (page) => dialog(page).waitFor({ state: 'detached' });

/** Calls the palette, types, and waits until the first line is the one that is meant. */
async function find(page, words, first) {
  await page.keyboard.press('Control+k');
  await page.waitForFunction(() => document.activeElement?.matches('dialog[open] [role="combobox"]'));
  await page.keyboard.type(words);
  await shows(page.locator('[role="option"][aria-selected="true"]'), first);
}

test('the palette finds findings, people and departments, does commands, and the keyboard alone does', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await find(page, '智慧借阅', '智慧借阅平台运行滞后');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '智慧借阅平台运行滞后', level: 1 }).waitFor();
  await closed(page);

  await page.getByLabel('责任人', { exact: true }).first().fill('王小芳');
  await page.keyboard.press('Enter');
  await saved(page);
  await find(page, '王小芳', '人员');
  await page.keyboard.press('Enter');
  await page.locator('[data-count="1"]').waitFor();

  await find(page, '转到 文件', '转到：文件');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '文件', level: 1 }).waitFor();

  await find(page, '配色', '配色：');
  const first = await page.locator('[role="option"][aria-selected="true"]').textContent();
  await page.keyboard.press('ArrowDown');
  await page.locator('[role="option"][aria-selected="true"]', { hasNotText: first }).waitFor();
  await page.keyboard.press('ArrowUp');
  await shows(page.locator('[role="option"][aria-selected="true"]'), first);
  await page.keyboard.press('Escape');
  await closed(page);

  await button(page, '查找').click();
  await page.waitForFunction(() => document.activeElement?.matches('dialog[open] [role="combobox"]'));
  await page.keyboard.type('撤销');
  await shows(page.locator('[role="option"][aria-selected="true"]'), '撤销');
  await page.locator('.palette-option').first().click();
  await closed(page);
  await find(page, '转到', '转到：');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('王小芳');
  await dialog(page).getByText('没有找到。').waitFor();
  await page.keyboard.press('Escape');
  await closed(page);
  assertNoFaults(context);
});

test('a new finding is made in a category that is found', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await go(page, '台账');
  const category = await page.locator('.grid-category .heading-title').first().textContent();
  await find(page, category, '');
  await page.getByRole('option', { name: `在“${category}”下添加问题…` }).click();
  await dialog(page).getByRole('textbox').fill('新发现的问题');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '新发现的问题', level: 1 }).waitFor();
  await shows(page.locator('main'), category);
  await closed(page);
  assertNoFaults(context);
});

test('a ledger is begun with the keyboard alone', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await button(page, /^新建空白台账/).click();
  await page.keyboard.type('甲局整改');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  const add = async (words, offer, title) => {
    await page.keyboard.press('Control+k');
    await dialog(page).getByRole('combobox').waitFor();
    await page.keyboard.type(words);
    await page.getByRole('option', { name: offer }).waitFor();
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('textbox').waitFor();
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await closed(page);
  };
  await add('添加', '添加聚焦方面', '聚焦党建方面');
  await add('问题类别', '在“聚焦党建方面”下添加问题类别…', '学习');
  await add('添加 学习', '在“学习”下添加问题…', '集中学习次数不够');
  await page.getByRole('heading', { name: '集中学习次数不够', level: 1 }).waitFor();
  assertNoFaults(context);
});

test('a question mark lists the keys, but not while something is typed', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await go(page, '台账');
  await page.getByRole('grid').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  await shows(dialog(page), '勾选筛选出的全部问题');
  await page.keyboard.press('Escape');
  await closed(page);
  const search = page.getByRole('searchbox', { name: '搜索' });
  await search.focus();
  await page.keyboard.press('?');
  await page.waitForFunction(() => document.activeElement.value === '?');
  assert.equal(await dialog(page).count(), 0);
  await page.getByLabel('语言').selectOption({ label: 'English' });
  await page.getByRole('grid').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  assert.doesNotMatch(await dialog(page).innerText(), /\p{Script=Han}/u);
  assertNoFaults(context);
});
