// The table and the list of ledgers: large ones, building one up, and several side by side.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, content, exported, findingsOf, go, holds, notice, open, person, pick, saved, shows, site, standing,
  takeSample, temporary,
} from './support.mjs';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

/** A file as written by hand, without changes: 4 areas, 10 categories each, 50 findings each. */
function large() {
  const numbers = (count) => Array.from({ length: count }, (_, at) => at + 1);
  const finding = (area, category) => (number) => ({
    title: `问题 ${area}-${category}-${number}`,
    status: ['not_started', 'in_progress', 'largely_done', 'done', 'closed'][number % 5],
    department: `第${number % 7}科`,
    deadline: `2031-${String((number % 12) + 1).padStart(2, '0')}-15`,
    measures: [{ heading: `措施 ${area}-${category}-${number}。`, status: 'done' }],
  });
  const category = (area) => (number) => ({ title: `类别 ${area}-${number}`, findings: numbers(50).map(finding(area, number)) });
  const area = (number) => ({ title: `方面 ${number}`, categories: numbers(10).map(category(number)) });
  return { format: 'rectification-ledger', version: 1, ledger: { name: '两千个问题', focus_areas: numbers(4).map(area) } };
}

test('of 2,000 findings only the rows in sight are in the page', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  const path = join(await temporary(t), '两千.json');
  await writeFile(path, JSON.stringify(large()));
  await pick(page, '打开台账文件', path);
  await page.getByText('文件没有变更记录，只有可读部分。').waitFor();
  await button(page, '导入为新台账').click();
  await shows(page.locator('.completion-rate'), '800/2000 = 40.0 %');
  await saved(page);

  await go(page, '台账');
  await page.locator('[data-count="2000"]').waitFor();
  const grid = page.getByRole('grid', { name: '台账' });
  assert.equal(await grid.getAttribute('aria-rowcount'), String(1 + 4 + 40 + 2000));
  const rows = grid.locator('[role="row"]');
  const few = async () => assert.ok((await rows.count()) < 60, `${await rows.count()} rows in the page`);
  await few();
  assert.ok((await page.evaluate(() => document.querySelectorAll('*').length)) < 1500);

  const link = (title) => grid.getByRole('link', { name: title, exact: true });
  await link('问题 1-1-1').waitFor();
  await grid.focus();
  await page.keyboard.press('End');
  await link('问题 4-10-50').waitFor();
  assert.equal(await link('问题 1-1-1').count(), 0);
  await few();
  const box = await link('问题 4-10-50').boundingBox();
  assert.ok(box && box.y > 0 && box.y + box.height <= 768, 'the last row is in sight');
  await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await link(/^问题 2-10-\d+$/).or(link(/^问题 3-1-\d+$/)).first().waitFor();
  await few();

  await page.getByRole('searchbox', { name: '搜索' }).fill('措施 3-7-4');
  await page.locator('[data-count="11"]').waitFor();
  await link('问题 3-7-4').waitFor();
  await page.getByRole('search').getByLabel('聚焦方面').selectOption({ label: '方面 2' });
  await page.getByText('没有符合条件的问题。').waitFor();
  await page.getByRole('searchbox', { name: '搜索' }).fill('');
  await page.locator('[data-count="500"]').waitFor();
  await page.getByRole('search').getByLabel('责任部门').selectOption({ label: '第3科' });
  await page.locator('[data-count="70"]').waitFor();
  assertNoFaults(context);
});

test('the filters show what is filtered, however that came about', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await go(page, '台账');
  const status = page.getByRole('search').getByLabel('状态');
  await status.selectOption({ label: '整改中' });
  await page.locator('[data-count="4"]').waitFor();
  await button(page, '清除筛选').click();
  await page.locator('[data-count="30"]').waitFor();
  await holds(status, '');
  await go(page, '总览');
  await page.getByRole('list', { name: '按状态查看问题' }).getByRole('link', { name: '整改中' }).click();
  await page.locator('[data-count="4"]').waitFor();
  await holds(status, 'in_progress');
  for (const [choice, count] of [['未启动', 0], ['整改中', 4], ['已完成', 26]]) {
    await status.selectOption({ label: choice });
    await page.locator(`[data-count="${count}"]`).waitFor();
  }
  await page.evaluate(() => location.assign('#/ledger?status=in_progress'));
  await page.locator('[data-count="4"]').waitFor();
  await holds(status, 'in_progress');
  await page.evaluate(() => location.assign('#/ledger'));
  await page.locator('[data-count="30"]').waitFor();
  await holds(status, '');
  assertNoFaults(context);
});

test('on a phone every tab is in sight, the heads sort, names of areas are whole', async (t) => {
  const context = await person(t, engine, { viewport: { width: 390, height: 844 }, hasTouch: true });
  const page = await open(context, server.address);
  await takeSample(page);
  await go(page, '台账');
  const outside = (selector) =>
    page.locator(selector).evaluateAll((all) =>
      all
        .filter((each) => {
          const { left, right } = each.getBoundingClientRect();
          return left < 0 || right > innerWidth || each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
        })
        .map((each) => each.textContent),
    );
  assert.deepEqual(await outside('.tabs a, .topbar-tools > :not(.visually-hidden), .grid .sort, .grid-area .heading-title'), []);
  assert.equal(await page.getByText('上下方向键选行').isVisible(), false, 'a phone has no keys');
  const deadline = page.getByRole('columnheader', { name: '整改时限' });
  await deadline.getByRole('button').tap();
  await page.locator('[aria-sort="ascending"]').waitFor();
  assert.equal(await page.locator('.grid-finding').first().locator('.cell-due').textContent(), '2026-09-30');
  assertNoFaults(context);
});

const named = async (page, name) => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(name);
  await button(dialog, '确定').click();
  await dialog.waitFor({ state: 'hidden' });
};
const heading = (page, title) => page.getByRole('row').filter({ has: page.locator('.heading-title', { hasText: title }) });
const headings = (page) => page.locator('.heading-title').allInnerTexts();

test('a ledger is built up, arranged, and taken back', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await page.getByRole('button', { name: '新建空白台账' }).click();
  await named(page, '云岭市档案中心');
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await go(page, '台账');
  await page.getByText('台账里还没有内容。').waitFor();

  for (const area of ['责任落实方面', '作风建设方面']) {
    await button(page, '添加聚焦方面').click();
    await named(page, area);
    await heading(page, area).waitFor();
  }
  for (const category of ['档案管理', '队伍建设']) {
    await button(heading(page, '责任落实方面'), '添加类别').click();
    await named(page, category);
    await heading(page, category).waitFor();
  }
  await button(heading(page, '队伍建设'), '整个类别作为一个问题').click();
  await page.locator('[data-count="1"]').waitFor();
  // A name that was left half typed is there again; who cancels begins anew.
  const asked = page.getByRole('dialog').getByRole('textbox');
  await button(heading(page, '档案管理'), '添加问题').click();
  await asked.fill('归档');
  await page.reload();
  await button(heading(page, '档案管理'), '添加问题').click();
  await holds(asked, '归档');
  await button(page.getByRole('dialog'), '取消').click();
  await button(heading(page, '档案管理'), '添加问题').click();
  await holds(asked, '');
  await page.keyboard.press('Escape');
  for (const finding of ['归档不及时', '借阅无登记']) {
    await button(heading(page, '档案管理'), '添加问题').click();
    await named(page, finding);
    await page.getByRole('heading', { name: finding, level: 1 }).waitFor();
    await button(page, '返回台账').or(page.getByRole('link', { name: '返回台账' })).click();
  }
  await page.locator('[data-count="3"]').waitFor();

  // A new name that was left half typed is that of its own heading alone.
  await button(heading(page, '责任落实方面'), '改名').click();
  await asked.fill('责任');
  await page.keyboard.press('Escape');
  await button(heading(page, '作风建设方面'), '改名').click();
  await holds(page.getByRole('dialog').getByRole('textbox'), '作风建设方面');
  await named(page, '服务群众方面');
  await heading(page, '服务群众方面').waitFor();
  await button(heading(page, '队伍建设'), '上移').click();
  await page.waitForFunction(() => document.querySelectorAll('.heading-title')[1]?.textContent === '队伍建设');
  assert.deepEqual(await headings(page), ['责任落实方面', '队伍建设', '档案管理', '服务群众方面']);
  await heading(page, '档案管理').getByLabel('移到聚焦方面').selectOption({ label: '服务群众方面' });
  // Choosing is not moving: an arrow key chooses too.
  assert.deepEqual(await headings(page), ['责任落实方面', '队伍建设', '档案管理', '服务群众方面']);
  await button(heading(page, '档案管理'), '移动').click();
  await page.waitForFunction(() => document.querySelectorAll('.heading-title')[3]?.textContent === '档案管理');
  // A choice that does something stands ready for the next time.
  await holds(heading(page, '档案管理').getByLabel('移到聚焦方面'), '');

  // F2 renames in place; Escape leaves it.
  await page.getByRole('row').filter({ hasText: '借阅无登记' }).locator('.cell-number').click();
  await page.getByRole('grid').focus();
  await page.keyboard.press('F2');
  const cell = page.getByRole('textbox', { name: '问题的名称' });
  await cell.fill('别的');
  await cell.press('Escape');
  await page.getByRole('link', { name: '借阅无登记' }).waitFor();
  await page.keyboard.press('F2');
  await cell.fill('借阅登记不全');
  await cell.press('Enter');
  await page.getByRole('link', { name: '借阅登记不全' }).waitFor();

  await page.getByRole('link', { name: '归档不及时' }).click();
  await page.getByRole('heading', { name: '归档不及时', level: 1 }).waitFor();
  await page.getByLabel('移到类别').selectOption({ label: '队伍建设 · 责任落实方面' });
  await button(page, '移动').click();
  await page.getByText('责任落实方面 › 队伍建设').first().waitFor();
  await button(page, '移除此问题').click();
  await button(page.getByRole('dialog'), '移除').click();
  await page.locator('[data-count="2"]').waitFor();
  await button(heading(page, '服务群众方面'), '移除').click();
  await page.getByText('移除“服务群众方面”及其下 1 个问题？').waitFor();
  await button(page.getByRole('dialog'), '移除').click();
  await page.locator('[data-count="1"]').waitFor();
  assert.deepEqual(await headings(page), ['责任落实方面', '队伍建设']);

  await go(page, '记录');
  for (const title of ['归档不及时', '服务群众方面']) {
    await button(page.getByRole('listitem').filter({ hasText: title }), '恢复').click();
  }
  await page.getByText('没有移除的内容。').waitFor();
  await saved(page);
  const { file } = await exported(page);
  assert.deepEqual(
    file.ledger.focus_areas.map(({ title, categories = [] }) => [
      title,
      categories.map((category) => [category.title, category.findings.map((finding) => finding.title ?? '')]),
    ]),
    [
      ['责任落实方面', [['队伍建设', ['', '归档不及时']]]],
      ['服务群众方面', [['档案管理', ['借阅登记不全']]]],
    ],
  );
  assertNoFaults(context);
});

test('several ledgers stand side by side', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  const sample = await content(page);
  await go(page, '全部台账');
  const row = (title) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) });

  await button(page, '新建空白台账').click();
  await named(page, '另一本');
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await go(page, '全部台账');
  await shows(row('另一本'), '（当前）');
  await button(row('另一本'), '改名：另一本').click();
  await named(page, '第二本');
  await row('第二本').waitFor();

  await button(row('示例：'), /^复制：/).click();
  await row('（副本）').waitFor();
  assert.equal(await page.getByRole('row').count(), 1 + 3);
  await shows(row('（副本）'), '26/30（86.7%）');
  await button(row('（副本）'), /^打开：/).click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  const copy = await content(page);
  assert.notEqual(copy.id, sample.id);
  assert.deepEqual(findingsOf(copy), findingsOf(sample));

  await go(page, '全部台账');
  const removal = page.getByRole('dialog', { name: '移除台账' });
  await button(row('（副本）'), /^移除：/).click();
  await button(removal, '取消').click();
  await button(row('（副本）'), /^移除：/).click();
  const [download] = await Promise.all([page.waitForEvent('download'), button(removal, '先导出再移除').click()]);
  assert.match(download.suggestedFilename(), /副本.*\.json$/);
  await notice(page, /（副本）”已从本机移除。/);
  await row('（副本）').waitFor({ state: 'detached' });
  await button(row('第二本'), /^移除：/).click();
  await button(removal, '直接移除').click();
  await notice(page, '“第二本”已从本机移除。');
  await row('第二本').waitFor({ state: 'detached' });

  await page.reload();
  await standing(page);
  assert.equal(await page.getByRole('row').count(), 1 + 1);
  await button(row('示例：'), /^打开：/).click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  assert.deepEqual(await content(page), sample);
  const path = await download.path();
  await go(page, '文件');
  await pick(page, '导入', path);
  await notice(page, '文件已导入');
  assert.deepEqual(findingsOf(await content(page)), findingsOf(sample));
  assertNoFaults(context);
});

test('a title being typed is taken over, not lost, when the row goes out of sight or the view is left', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  const typeTitle = async (text) => {
    await go(page, '台账');
    await page.locator('.grid-finding .cell-number').first().click();
    await page.getByRole('grid').focus();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: '问题的名称' }).fill(text);
  };
  await typeTitle('滚动前输入的名称');
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, grid.scrollHeight));
  await page.waitForFunction(() => !document.querySelector('.cell-title input'));
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 0));
  await page.getByRole('link', { name: '滚动前输入的名称' }).waitFor();

  await typeTitle('离开前输入的名称');
  await page.evaluate(() => (location.hash = '#/overview'));
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await go(page, '台账');
  await page.getByRole('link', { name: '离开前输入的名称' }).waitFor();
  assertNoFaults(context);
});

test('the focus stays with what was moved or duplicated, and a name tells where one is', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  const name = '示例：云岭市档案与图书服务中心党委';
  assert.equal(await page.title(), `总览 · ${name}`);

  await go(page, '台账');
  const second = page.locator('.grid-category').nth(1);
  const title = await second.locator('.heading-title').textContent();
  const tools = page.getByRole('group', { name: title, exact: true });
  await button(tools, '上移').focus();
  await page.keyboard.press('Enter');
  await page.locator('.grid-category').first().getByText(title).waitFor();
  await page.waitForFunction(
    (title) => document.activeElement.closest('[role="group"]')?.getAttribute('aria-label') === title,
    title,
  );
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), '上移');

  // F2 renames a heading as it does a finding.
  await page.locator('.grid-category').first().click();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('聚焦改过名称的方面');
  await dialog.getByRole('textbox').press('Enter');
  await page.locator('.grid-area', { hasText: '聚焦改过名称的方面' }).waitFor();
  await saved(page);

  await go(page, '全部台账');
  assert.equal(await page.title(), '全部台账 · 整改台账');
  await button(page, `复制：${name}`).press('Enter');
  await page.getByRole('row').nth(2).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), `复制：${name}`);
  assertNoFaults(context);
});

test('an empty ledger says where to begin', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await button(page, /新建空白台账/).click();
  await page.getByRole('dialog').getByRole('textbox').fill('空白的台账');
  await button(page.getByRole('dialog'), '确定').click();
  await page.getByRole('link', { name: '录入聚焦方面和问题' }).click();
  await button(page, '添加聚焦方面').click();
  await page.getByRole('dialog').getByRole('textbox').fill('聚焦履职尽责方面');
  await page.keyboard.press('Enter');
  await page.locator('.grid-area').waitFor();
  await go(page, '总览');
  assert.equal(await page.getByRole('link', { name: '录入聚焦方面和问题' }).count(), 0);
  assertNoFaults(context);
});
