// For everybody: axe-core finds nothing on any view, everything fits a phone, the keyboard alone does, English is English.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import {
  AXE, assertNoFaults, browser, button, card, data, fieldOf, holds, open, paste, person, pick, sampleReport, saved, shows, site,
  standing, takeSample,
} from './support.mjs';

/** A folder for a picture of each view, where wanted. */
const { SHOTS } = process.env;
const SIZES = { wide: { width: 1366, height: 768 }, narrow: { width: 390, height: 844 } };

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
  if (SHOTS) await mkdir(SHOTS, { recursive: true });
});
after(() => Promise.all([engine?.close(), server?.close()]));

/** Goes to a place by the address, for the tabs may be out of sight. */
async function at(page, place) {
  await page.evaluate((hash) => location.assign(hash), place);
  await standing(page);
}

const inDialog = (page) => page.locator('dialog[open]').waitFor();
const escape = async (page) => {
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
};

/** Each view, and the way from the one before. */
const VIEWS = [
  ['start-empty', (page) => page.getByRole('heading', { name: '建立整改台账' }).waitFor()],
  ['no-ledger', (page) => at(page, '#/overview').then(() => page.getByText('还没有打开台账。').waitFor())],
  ['start-refused', async (page) => {
    await at(page, '#/');
    await paste(page, '{"a":1}');
    await shows(page.getByRole('alert'), '不是整改台账');
  }],
  ['report', async (page) => {
    await paste(page, `${await sampleReport()}\n（九）无处可归的一行`);
    await page.getByRole('heading', { name: '核对读入的内容' }).waitFor();
  }],
  ['report-corrected', async (page) => {
    await page.locator('.tree summary').first().click();
    await page.locator('.tree ol .read').first().click();
    await page.locator('mark').waitFor();
    await page.locator('.panel .place input').last().click();
    await page.getByRole('heading', { name: '更正（1）' }).waitFor();
  }],
  ['overview', async (page) => {
    await button(page, /^撤回：/).click();
    await button(page, '存入台账').click();
    await page.getByRole('heading', { name: '待归位事项（1）' }).waitFor();
    for (const summary of await page.locator('.bar-table > summary').all()) await summary.click();
  }],
  ['overview-place', (page) => button(page, '归入其他问题…').click()],
  ['start', (page) => at(page, '#/').then(() => page.getByRole('heading', { name: '台账列表' }).waitFor())],
  ['dialog-new', (page) => button(page, '新建空白台账').click().then(() => inDialog(page))],
  ['dialog-remove', async (page) => {
    await escape(page);
    await button(page, /^移除：/).click();
    await inDialog(page);
  }],
  ['ledger', async (page) => {
    await escape(page);
    await at(page, '#/ledger');
    await page.locator('[data-count="30"]').waitFor();
  }],
  ['ledger-nothing', (page) => at(page, '#/ledger?q=%E6%97%A0%E6%AD%A4&status=done').then(() => page.locator('[data-count="0"]').waitFor())],
  ['ledger-filtered', (page) => at(page, '#/ledger?status=in_progress&sort=deadline').then(() => page.locator('[data-count="4"]').waitFor())],
  ['ledger-chosen', async (page) => {
    await page.getByRole('checkbox', { name: '全部勾选' }).click();
    await page.locator('[data-chosen="4"]').waitFor();
  }],
  ['ledger-bulk', (page) => button(page, '批量修改…').click().then(() => inDialog(page))],
  ['ledger-columns', async (page) => {
    await escape(page);
    await button(page, '列…').click();
    await inDialog(page);
  }],
  ['ledger-paste', async (page) => {
    await escape(page);
    await button(page, '粘贴表格…').click();
    await page.getByLabel('表格内容').fill('类别\t问题\t整改时限\n新的类别\t甲\t尽快\n\t\t2026-05-06');
    await page.getByText('需要留意的行').waitFor();
  }],
  ['commands', async (page) => {
    await escape(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '查找' }).fill('档案');
    await page.locator('.palette-option').first().waitFor();
  }],
  ['keys', async (page) => {
    await escape(page);
    await page.keyboard.press('?');
    await inDialog(page);
  }],
  ['finding', async (page) => {
    await escape(page);
    await page.getByRole('row').getByRole('link').first().click();
    await card(page, '责任与时限').waitFor();
    await page.locator('summary', { hasText: '变更记录' }).click();
  }],
  ['finding-fault', async (page) => {
    const title = page.getByLabel('标题', { exact: true });
    await title.fill('');
    await title.press('Tab');
    await shows(page.getByRole('alert'), '名称不能为空。');
  }],
  ['dialog-remove-finding', (page) => button(page, '移除此问题').click().then(() => inDialog(page))],
  ['file', (page) => escape(page).then(() => at(page, '#/file'))],
  ['file-review', async (page) => {
    await pick(page, '导入', data('bad/edited-by-hand.json'));
    await page.getByRole('heading', { name: '核对来件' }).waitFor();
  }],
  ['file-altered', async (page) => {
    await button(page, '取消').click();
    await pick(page, '导入', data('bad/altered-change.json'));
    await page.getByLabel('我已核实来源，仍要并入').waitFor();
  }],
  ['arrivals', async (page) => {
    await button(page, '不并入').click();
    await pick(page, '导入', data('bad/list.json'), data('bad/empty.json'));
    await page.getByRole('heading', { name: '本次来件 2 份' }).waitFor();
  }],
  ['history', (page) => button(page, '关闭处理结果').click().then(() => at(page, '#/history'))],
  ['past', async (page) => {
    await page.getByLabel('日期', { exact: true }).fill('2020-01-01');
    await button(page, '查看').click();
    await page.locator('.past').waitFor();
  }],
  ['meeting', async (page) => {
    await button(page, '回到现在').click();
    await at(page, '#/work/meeting');
  }],
  ['public', (page) => at(page, '#/report/public').then(() => page.locator('.public-report').waitFor())],
  ['public-withhold', (page) => button(page, '不公开…').first().click().then(() => inDialog(page))],
  ['public-words', async (page) => {
    await escape(page);
    await button(page, '公开文字…').first().click();
    await inDialog(page);
  }],
  ['checks', async (page) => {
    await escape(page);
    await at(page, '#/report/checks');
    await button(page, /^说明原因/).first().click();
    await button(page, '保存说明').click();
    await shows(page.getByRole('alert'), '请填写原因。');
  }],
  ['checks-explained', async (page) => {
    await page.getByLabel('原因', { exact: true }).fill('已经核实');
    await button(page, '保存说明').click();
    await card(page, '已说明（1）').waitFor();
  }],
  ['problems', (page) => at(page, '#/report/problems').then(() => page.locator('.list-table').waitFor())],
  ['tasks', (page) => at(page, '#/report/tasks').then(() => page.locator('.list-table .list-long').first().waitFor())],
  ['progress', (page) => at(page, '#/report/progress').then(() => page.locator('caption', { hasText: '整改进展情况表' }).waitFor())],
  ['about', (page) => at(page, '#/about')],
  ['evidence', (page) => at(page, '#/work/evidence')],
  ['closing', (page) => at(page, '#/work/closing')],
  ['names', (page) => at(page, '#/work/names')],
  ['all-ledgers', (page) => at(page, '#/work/all').then(() => page.getByRole('heading', { name: '重复发现' }).waitFor())],
  ['send', (page) => at(page, '#/work/send')],
  ['registers', (page) => at(page, '#/work/registers').then(() => page.locator('#register-rules').waitFor())],
  ['times', (page) => at(page, '#/about').then(() => page.locator('#holidays').waitFor())],
  ['meetings', (page) => at(page, '#/work/meetings').then(() => button(page, '记录会议').click()).then(() => page.locator('#meeting-opened').waitFor())],
  ['reminders', (page) => at(page, '#/work/reminders').then(() => button(page, /^拟函/).first().click()).then(() => page.locator('#letter-heading').waitFor())],
];

for (const scheme of ['light', 'dark']) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`every view, ${scheme}, ${viewport.width}×${viewport.height}: axe finds nothing, nothing sticks out`, async (t) => {
      const context = await person(t, engine, { viewport, colorScheme: scheme, reducedMotion: 'reduce' });
      await context.addInitScript({ path: AXE });
      const page = await open(context, server.address);
      const found = [];
      for (const [name, go] of VIEWS) {
        await go(page);
        await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
        found.push(...(await page.evaluate(look)).map((what) => `${name}: ${what}`));
        if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}-${size}-${scheme}.png`), fullPage: true });
      }
      assert.deepEqual(found, []);
      assertNoFaults(context);
    });
  }
}

/** Runs in the page: what axe finds, and what is wider than the window. */
async function look() {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map((check) => check.message);
      return `${id} at ${target.join(' ')} (${why.join('; ')})`;
    }),
  );
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}`);
  return found;
}

test('the keyboard alone does', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  const keys = page.keyboard;
  const focused = (selector) => page.evaluate((selector) => document.activeElement?.matches(selector), selector);
  const visible = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      // The calendar button inside a date field is the browser's own, with a ring of its own.
      if (document.activeElement.matches('[type="date"]:not(:focus)')) return true;
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    });
  /** Tabs on until the focus is there; every stop on the way shows that it has it. */
  const tabTo = async (selector) => {
    for (let stop = 0; stop < 80; stop += 1) {
      await keys.press('Tab');
      const name = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
      if (name && !name.startsWith('<body')) assert.ok(await visible(), `the focus is not seen on ${name}`);
      if (await focused(selector)) return;
    }
    assert.fail(`the tabulator never gets to ${selector}`);
  };

  await tabTo('.skip-link');
  await keys.press('Enter');
  assert.ok(await focused('#main'), 'the skip link leads to the content');
  await tabTo('button.choice:last-of-type');
  await keys.press('Enter');
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await saved(page);
  await page.reload();
  await standing(page);
  await tabTo('nav.tabs a[href="#/ledger"]');
  await keys.press('Enter');
  await page.getByRole('grid').waitFor();

  await tabTo('input[type="search"]');
  await keys.type('智慧借阅平台运行');
  await page.locator('[data-count="1"]').waitFor();
  await tabTo('[role="grid"]');
  // Area, category, finding.
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  const active = await page.getByRole('grid').getAttribute('aria-activedescendant');
  await shows(page.locator(`#${active}`), '智慧借阅平台运行滞后');
  await keys.press('Enter');
  await page.getByRole('heading', { name: '智慧借阅平台运行滞后', level: 1 }).waitFor();

  await tabTo('select[id$="-status"]:not(.measure *)');
  const status = fieldOf(page, '状态');
  await holds(status, 'in_progress');
  await keys.press('ArrowDown');
  await holds(status, 'largely_done');
  await saved(page);
  await keys.press('Control+z');
  await holds(status, 'in_progress');
  await keys.press('Control+Shift+z');
  await holds(status, 'largely_done');

  await tabTo('input[id$="-owner"]:not(.measure *)');
  await keys.type('王芳');
  // What is being typed is the field's own to take back.
  await keys.press('Control+z');
  await keys.type('李军');
  await keys.press('Enter');
  await saved(page);
  await keys.press('Control+z');
  await holds(fieldOf(page, '责任人'), '');
  await holds(status, 'largely_done');
  assertNoFaults(context);
});

test('a dialog holds the focus, closes on Escape and gives the focus back', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await at(page, '#/ledger');
  const add = button(page, '添加聚焦方面');
  await add.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '聚焦方面的名称' });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('dialog[open] input'));
  await page.keyboard.press('Enter');
  await shows(dialog.getByRole('alert'), '名称不能为空。');
  await escape(page);
  await page.waitForFunction((name) => document.activeElement?.textContent === name, '添加聚焦方面');
  await page.keyboard.press('Enter');
  await page.keyboard.type('新的方面');
  await page.keyboard.press('Enter');
  await shows(page.getByRole('button', { name: '撤销' }).and(page.locator(':enabled')), '撤销');
  assertNoFaults(context);
});

test('English is English, and is remembered', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
  await page.getByLabel('语言').selectOption({ label: 'English' });
  await page.locator('html[lang="en"]').waitFor({ state: 'attached' });
  await page.getByRole('heading', { name: 'Start a rectification ledger' }).waitFor();
  await page.getByRole('button', { name: 'New blank ledger' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Archive');
  await button(page.getByRole('dialog'), 'OK').click();
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  for (const place of ['#/overview', '#/ledger', '#/file', '#/history', '#/report/checks', '#/report/tasks', '#/work/meetings', '#/work/reminders', '#/about', '#/']) {
    await at(page, place);
    const text = await page.evaluate(() => {
      const labels = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
        ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
      );
      return [document.body.innerText, ...labels].join('\n');
    });
    assert.deepEqual(text.replace('中文', '').match(/.*\p{Script=Han}.*/gu) ?? [], [], place);
  }
  await page.reload();
  await page.getByRole('heading', { name: 'Ledgers', level: 1 }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assertNoFaults(context);
});
