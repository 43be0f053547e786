// Long lists: what is drawn at first, the rest by a button, and all of it on paper, in what is saved and where one searches.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { officeFile } from '../../bench/large_data.mjs';
import { assertNoFaults, browser, button, open, person, pick, saved, shows, site, temporary } from './support.mjs';

const FINDINGS = 250;
const MEASURES = 4 * FINDINGS;
const FIRST = 200;

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

async function office(t) {
  const context = await person(t, engine);
  // What stands in the page when the browser's dialog would open.
  await context.addInitScript(() => {
    window.print = () => {
      window.printed = document.querySelectorAll('main tbody tr').length;
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  const page = await open(context, server.address);
  const path = join(await temporary(t), 'office.json');
  await writeFile(path, officeFile(FINDINGS));
  await pick(page, '打开台账文件', path);
  await button(page, '导入为新台账').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await saved(page);
  return { context, page };
}

async function at(page, place, heading) {
  await page.evaluate((place) => location.assign(place), place);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
}

const rows = (page, count) => page.waitForFunction((count) => document.querySelectorAll('main tbody tr').length === count, count);

test('the rest of a long list comes by its button, and the keyboard goes on there', async (t) => {
  const { context, page } = await office(t);
  await at(page, '#/report/problems', '问题清单');
  await rows(page, FIRST);
  await shows(page.getByRole('status'), `${FINDINGS}`);
  const more = button(page, `显示其余 ${FINDINGS - FIRST} 项`);
  await more.focus();
  await page.keyboard.press('Enter');
  await rows(page, FINDINGS);
  assert.equal(await more.count(), 0);
  const isNew = (first) => document.activeElement.closest('tr') === document.querySelectorAll('main tbody tr')[first];
  await page.waitForFunction(isNew, FIRST);
  assertNoFaults(context);
});

test('a long list is printed and saved as a whole', async (t) => {
  const { context, page } = await office(t);
  await at(page, '#/report/tasks', '任务清单');
  await rows(page, FIRST);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await rows(page, MEASURES);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await rows(page, FIRST);
  // Asked for by the page, too: the browser then tells too late.
  await button(page, '打印').click();
  await page.waitForFunction(() => window.printed);
  assert.equal(await page.evaluate(() => window.printed), MEASURES);
  await rows(page, FIRST);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '下载 .csv').click()]);
  const text = await readFile(await download.path(), 'utf8');
  assert.equal(text.trim().split('\r\n').length, MEASURES + 1);
  assertNoFaults(context);
});

test('what is filtered is found in the whole list', async (t) => {
  const { context, page } = await office(t);
  await at(page, '#/work/evidence', '佐证材料目录');
  const index = page.locator('#evidence-index tbody tr');
  await index.nth(FIRST - 1).waitFor();
  assert.equal(await index.count(), FIRST);
  const departments = page.getByLabel('责任部门');
  const last = await departments.evaluate((list) => list.options[list.options.length - 1].value);
  await departments.selectOption(last);
  await page.waitForFunction((first) => document.querySelectorAll('#evidence-index tbody tr').length < first, FIRST);
  assert.ok((await index.count()) > 0, `${last} has evidence`);
  assertNoFaults(context);
});
