// On paper: everything of a view is printed, and nothing that only a screen can use.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertNoFaults, browser, go, open, openFinding, person, site, takeSample } from './support.mjs';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

/** The buttons in the table's head are its headings. */
const CONTROLS = '.topbar, .skip-link, .filters, .toolbar, .notices, button:not(.sort)';

async function printed(page) {
  await page.emulateMedia({ media: 'print' });
  // What draws other rows for paper listens to the same event as the browser's own print.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  assert.deepEqual(
    await page.locator(CONTROLS).evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.outerHTML)),
    [],
  );
}

/** Texts that do not fit the box that cuts them off. */
const cutOff = (page, selector) =>
  page.locator(selector).evaluateAll((all) =>
    all
      .filter((each) => each.checkVisibility() && getComputedStyle(each).overflow !== 'visible' && each.scrollWidth > each.clientWidth + 1)
      .map((each) => each.textContent),
  );

test('the ledger is printed with every row, on as many pages as it takes', async (t) => {
  const context = await person(t, engine, { viewport: { width: 1366, height: 400 } });
  const page = await open(context, server.address);
  await takeSample(page);
  await go(page, '台账');
  const rows = page.locator('.grid-finding[data-row]');
  assert.ok((await rows.count()) < 30, 'the screen has only the rows in sight');
  await printed(page);
  await page.waitForFunction(() => document.querySelectorAll('.grid-finding[data-row]').length === 30);
  assert.deepEqual(await cutOff(page, '.grid .cell, .grid .cell *'), []);
  assert.match(await page.locator('.print-only').innerText(), /^示例：云岭市档案与图书服务中心党委 · \d+年\d+月\d+日$/);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  assert.ok(pages >= 2, `30 findings are on ${pages} pages`);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await page.waitForFunction(() => document.querySelectorAll('.grid-finding[data-row]').length < 30);
  assertNoFaults(context);
});

test('paper says what is filtered, and shows no control of a finding', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await page.evaluate(() => location.assign('#/ledger?status=in_progress'));
  await page.locator('[data-count="4"]').waitFor();
  const title = await page.locator('.grid-finding a').first().textContent();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByLabel('状态').isVisible(), true);
  assert.equal(await page.getByLabel('聚焦方面', { exact: true }).isVisible(), false);
  await page.emulateMedia({ media: 'screen' });
  await openFinding(page, title);
  await page.emulateMedia({ media: 'print' });
  for (const [label, seen] of [['整改时限', true], ['完成日期', false], ['移到类别', false]]) {
    assert.equal(await page.getByLabel(label).isVisible(), seen, label);
  }
  assert.equal(await page.locator('details:visible, main button:visible, main [role="group"]:visible').count(), 0);
  assertNoFaults(context);
});

test('overview and finding are printed in black on white, in the dark too', async (t) => {
  const context = await person(t, engine, { colorScheme: 'dark' });
  const page = await open(context, server.address);
  await takeSample(page);
  for (const view of ['总览', '问题']) {
    if (view === '问题') await openFinding(page, '基层服务网点布局还不均衡');
    await printed(page);
    const [paper, ink] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    const sum = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((all, each) => all + Number(each), 0);
    assert.ok(paper === 'rgba(0, 0, 0, 0)' || sum(paper) > 700, `${view}: paper is ${paper}`);
    assert.ok(sum(ink) < 200, `${view}: ink is ${ink}`);
    await page.emulateMedia({ media: 'screen' });
  }
  assertNoFaults(context);
});
