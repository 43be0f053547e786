// The public report: it follows the ledger, its settings change it, what is withheld is not in it, and it leaves the page whole.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { assertNoFaults, browser, button, holds, open, openFinding, person, saved, shows, site, standing, takeSample } from './support.mjs';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

const FIRST = '档案与图书资源融合利用谋划不深';
const SECOND = '基层服务网点布局还不均衡';

async function reported(t, options = {}) {
  const context = await person(t, engine, options);
  const page = await open(context, server.address);
  await takeSample(page);
  await toReport(page);
  return { context, page };
}

async function toReport(page) {
  await page.evaluate(() => location.assign('#/report/public'));
  await page.locator('.public-report').waitFor();
}

const paragraphs = (page) =>
  page.locator('.public-report').locator('p, h2, h3, h4, h5').evaluateAll((all) => all.map((each) => each.textContent));
const heading = (page, text) => page.locator('.public-report').getByRole('heading', { name: text, exact: true });
const gone = (locator) => locator.waitFor({ state: 'detached' });
/** The tools beside the heading of a finding. */
const toolsOf = (page, title) => page.locator('.public-spot', { has: page.getByRole('heading', { name: title }) }).first();

test('the report follows what another tab does to the ledger, and an undo', async (t) => {
  const { context, page } = await reported(t);
  await heading(page, `（1）针对${FIRST}的问题`).waitFor();
  const other = await open(context, server.address);
  await openFinding(other, FIRST);
  const title = other.getByLabel('标题', { exact: true });
  await title.fill('资源融合没有规划');
  await title.press('Enter');
  await heading(page, '（1）针对资源融合没有规划的问题').waitFor();
  await button(other, '撤销').click();
  await heading(page, `（1）针对${FIRST}的问题`).waitFor();
  assertNoFaults(context);
});

test('each finding leads to its page', async (t) => {
  const { context, page } = await reported(t);
  await toolsOf(page, SECOND).getByRole('link', { name: '打开问题' }).click();
  await page.getByRole('heading', { name: SECOND, level: 1 }).waitFor();
  assertNoFaults(context);
});

test('a setting changes the numbering at once, is kept, and goes back to the usual', async (t) => {
  const { context, page } = await reported(t);
  await page.getByLabel('问题序号').selectOption('circle');
  await heading(page, `①针对${FIRST}的问题`).waitFor();
  await page.getByLabel('问题表述').selectOption('about_quoted_short');
  await page.getByLabel('措施写法').selectOption('apart');
  await heading(page, `①关于“${FIRST}”问题`).waitFor();
  await shows(page.locator('.public-example'), '①关于“窗口等候时间长”问题');
  await page.getByLabel('状态写在').selectOption('heading');
  await heading(page, `①关于“${FIRST}”问题（已完成）`).waitFor();
  const measures = (await paragraphs(page)).filter((text) => /^[一二三四五六七八九十]+是/.test(text));
  assert.equal(measures.length, 90, 'each measure is a paragraph');
  await saved(page);
  await page.reload();
  await heading(page, `①关于“${FIRST}”问题（已完成）`).waitFor();
  await holds(page.getByLabel('问题序号'), 'circle');
  await button(page, '恢复默认格式').click();
  await heading(page, `（1）针对${FIRST}的问题`).waitFor();
  assertNoFaults(context);
});

test('a finding is withheld for a reason: numbers close up, only the number is told, and it can be taken back', async (t) => {
  const { context, page } = await reported(t);
  const before = await paragraphs(page);
  await button(toolsOf(page, FIRST), '不公开…').click();
  const dialog = page.getByRole('dialog', { name: `不公开：${FIRST}` });
  await button(dialog, '可能引发信访风险').click();
  await heading(page, `（1）针对${SECOND}的问题`).waitFor();
  await shows(page.locator('.public-report'), '按照有关规定，另有1个问题不予公开。');
  assert.ok(!(await paragraphs(page)).some((text) => text.includes(FIRST)));
  await shows(page.getByRole('status'), `已不公开：${FIRST}`);
  const list = page.locator('.public-settings li');
  await shows(list, '可能引发信访风险');
  await button(list, '恢复公开').click();
  await heading(page, `（1）针对${FIRST}的问题`).waitFor();
  assert.deepEqual(await paragraphs(page), before);

  // One of its measures alone.
  await button(toolsOf(page, FIRST), '不公开…').click();
  await dialog.getByLabel('范围').selectOption({ index: 1 });
  await button(dialog, '其他敏感事项').click();
  await shows(page.locator('.public-report'), '另有1条整改措施不予公开。');
  await button(toolsOf(page, FIRST), '不公开…').click();
  await dialog.getByLabel('范围').selectOption({ index: 1 });
  await shows(dialog, '现不公开，原因：其他敏感事项。');
  await button(dialog, '恢复公开').click();
  await gone(page.locator('dialog[open]'));
  assert.deepEqual(await paragraphs(page), before);
  await button(page, '撤销').click();
  await shows(page.locator('.public-report'), '另有1条整改措施不予公开。');
  assertNoFaults(context);
});

test('names and numbers are masked, but not in the contact', async (t) => {
  const { context, page } = await reported(t);
  const intro = page.locator('#public-intro-text');
  await button(page.locator('.public-spot').first(), '修改文字').click();
  await page.waitForFunction(() => document.activeElement?.id === 'public-intro-text');
  await intro.fill('由欧阳小明牵头，电话13812345678。');
  await intro.press('Tab');
  await shows(page.locator('.public-report'), '由欧阳小明牵头，电话13812345678。');
  await page.getByLabel('遮盖的姓名').fill('欧阳小明，李军');
  await page.getByLabel('遮盖的姓名').press('Tab');
  await shows(page.locator('.public-report'), '由欧阳某某牵头，电话13812345678。');
  await holds(page.getByLabel('遮盖的姓名'), '欧阳小明、李军');
  await page.getByLabel('遮盖手机号码和身份证号码').check();
  await shows(page.locator('.public-report'), '由欧阳某某牵头，电话138****5678。');
  await page.getByLabel('联系方式').fill('联系人欧阳小明，13812345678。');
  await page.getByLabel('联系方式').press('Tab');
  await shows(page.locator('.public-report'), '联系人欧阳小明，13812345678。');
  assertNoFaults(context);
});

test('words for the public stand in the report alone', async (t) => {
  const { context, page } = await reported(t);
  await button(toolsOf(page, FIRST), '公开文字…').click();
  const dialog = page.getByRole('dialog', { name: `公开文字：${FIRST}` });
  await dialog.getByLabel('公开标题').fill('资源利用不够');
  await dialog.getByLabel('公开的措施要点').first().fill('公开的要点');
  // What is being typed is taken over when the dialog is closed by the keyboard.
  await page.keyboard.press('Escape');
  await heading(page, '（1）针对资源利用不够的问题').waitFor();
  await shows(page.locator('.public-report'), '一是公开的要点。');
  await page.waitForFunction(() => document.activeElement?.textContent === '公开文字（已另写）…');
  await openFinding(page, FIRST);
  await page.getByRole('heading', { name: FIRST, level: 1 }).waitFor();
  assertNoFaults(context);
});

test('text, Markdown and clipboard hold what is shown', async (t) => {
  const { context, page } = await reported(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  const shown = await paragraphs(page);
  const download = async (name) => {
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const text = await download('下载文本');
  assert.match(text.name, /^云岭市档案与图书服务中心党委整改进展情况通报-\d{4}-\d\d-\d\d\.txt$/);
  assert.deepEqual(text.text, shown.map((line) => `${line}\n`).join(''));
  const markdown = await download('下载 Markdown');
  assert.match(markdown.name, /\.md$/);
  const plain = (line) => line.replace(/^(#+|>) /, '').replace(/\\(?=[\p{P}\p{S}])/gu, '');
  assert.deepEqual(markdown.text.split('\n').filter(Boolean).map(plain), shown);
  assert.match(markdown.text, /^## 一、对巡察整改的组织领导情况$/m);
  assert.match(markdown.text, new RegExp(`^##### （1）针对${FIRST}的问题$`, 'm'));
  await button(page, '复制全文').click();
  await shows(page.getByRole('status'), '全文已复制。');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text.text);
  assertNoFaults(context);
});

test('sections are edited, moved, removed and added; all of it can follow from the ledger again', async (t) => {
  const { context, page } = await reported(t);
  const sections = async () => (await page.locator('.public-report h2').allTextContents()).map((text) => text.slice(2));
  const before = await sections();
  assert.equal(before.length, 5);
  await page.locator('#public-section-4-up').click();
  await page.waitForFunction(() => document.activeElement?.id === 'public-section-3-up');
  assert.deepEqual(await sections(), [...before.slice(0, 3), before[4], before[3]]);
  await button(page.locator('fieldset', { has: page.locator('#public-section-3-up') }).last(), '移除').click();
  await page.waitForFunction(() => document.querySelectorAll('.public-report h2').length === 4);
  await button(page.getByRole('group', { name: '添加部分' }), '其他').click();
  await page.waitForFunction(() => document.activeElement?.id === 'public-section-4-title');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('工作体会');
  await page.keyboard.press('Tab');
  await page.keyboard.type('整改只有进行时。');
  await page.keyboard.press('Tab');
  await heading(page, '五、工作体会').waitFor();
  await button(page, '全部文字按台账重新生成').click();
  await shows(page.locator('.public-title'), '云岭市档案与图书服务中心党委关于巡察整改进展情况的通报');
  await shows(page.locator('.public-report'), '反馈的30个问题，已完成整改26个，正在整改4个。');
  // What is to be filled in is counted, and leads to its place.
  const blanks = page.locator('.public-blanks');
  await shows(blanks.locator('summary'), '待填写 8 处');
  await blanks.locator('summary').click();
  await button(blanks, /问责情况/).click();
  assert.match(await page.evaluate(() => document.activeElement.textContent), /追责问责情况：〔　　〕。/);
  assertNoFaults(context);
});

test('what is being typed when the screen is left is kept', async (t) => {
  const { context, page } = await reported(t);
  await page.getByLabel('联系方式').fill('电话0595-0000000。');
  await page.evaluate(() => location.assign('#/overview'));
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await toReport(page);
  await shows(page.locator('.public-report'), '电话0595-0000000。');
  assertNoFaults(context);
});

test('a ledger without findings says where to begin', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await button(page, /^新建空白台账/).click();
  await page.getByRole('dialog').getByRole('textbox').fill('空白');
  await button(page.getByRole('dialog'), '确定').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await page.evaluate(() => location.assign('#/report/public'));
  await shows(page.locator('main'), '台账中还没有问题。');
  assert.equal(await button(page, '下载文本').count(), 0);
  await page.getByRole('link', { name: '读入报告' }).click();
  await page.getByRole('heading', { name: '文件', level: 1 }).waitFor();
  assertNoFaults(context);
});

test('on paper: A4, the margins and type of an official document, and nothing else', async (t) => {
  const { context, page } = await reported(t, { colorScheme: 'dark' });
  await button(page, '全部文字按台账重新生成').click();
  await page.locator('.public-title').waitFor();
  await page.emulateMedia({ media: 'print' });
  const seen = page.locator('main button, main nav, main select, main textarea, .topbar, .print-only, main h1');
  assert.deepEqual(await seen.evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.outerHTML)), []);
  const type = (selector) =>
    page.locator(`.public-report ${selector}`).first().evaluate((element) => {
      const { fontSize, lineHeight, fontFamily, textIndent, textAlign, color } = getComputedStyle(element);
      const points = (pixels) => Math.round(parseFloat(pixels) * 7.5) / 10;
      return { size: points(fontSize), line: points(lineHeight), family: fontFamily, indent: points(textIndent), align: textAlign, color };
    });
  const body = await type('p:not(.public-title)');
  assert.deepEqual([body.size, body.line, body.indent, body.color], [16, 28, 32, 'rgb(0, 0, 0)']);
  assert.match(body.family, /^FangSong/);
  const title = await type('.public-title');
  assert.deepEqual([title.size, title.align, title.indent], [22, 'center', 0]);
  assert.equal(await page.locator('.public-title span').evaluate((word) => word.textContent + getComputedStyle(word).whiteSpace), '关于nowrap');
  assert.deepEqual(await page.locator('.public-signature').allTextContents(), ['云岭市档案与图书服务中心党委', '〔　　〕']);
  assert.equal((await type('.public-signature')).align, 'end');
  for (const [level, family] of [['h2', /^SimHei/], ['h3', /^KaiTi/], ['h4', /^FangSong/], ['h5', /^FangSong/]]) {
    const heading = await type(level);
    assert.equal(heading.size, 16, level);
    assert.match(heading.family, family, level);
  }
  const margins = await page.evaluate(() => {
    const rules = (list) => [...list].flatMap((rule) => (rule.cssRules && !(rule instanceof CSSPageRule) ? rules(rule.cssRules) : [rule]));
    const all = [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules));
    return all.find((rule) => rule instanceof CSSPageRule && rule.selectorText === 'official').style.margin;
  });
  assert.equal(margins, '37mm 26mm 35mm 28mm');
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).page), 'official');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const [, width, height] = pdf.toString('latin1').match(/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/).map(Number);
  assert.deepEqual([Math.round(width), Math.round(height)], [595, 842]);
  assertNoFaults(context);
});

test('the keyboard alone writes, withholds and changes the style', async (t) => {
  const { context, page } = await reported(t);
  const keys = page.keyboard;
  const tabTo = async (found) => {
    for (let stop = 0; stop < 120; stop += 1) {
      await keys.press('Tab');
      if (await page.evaluate(found)) return;
    }
    assert.fail(`the tabulator never gets to ${found}`);
  };
  await tabTo(() => document.activeElement.textContent === '成文设置');
  await keys.press('Enter');
  await tabTo(() => document.activeElement.id === 'public-style-findings');
  await keys.press('ArrowDown');
  await heading(page, `1）针对${FIRST}的问题`).waitFor();
  await keys.press('Control+z');
  await heading(page, `（1）针对${FIRST}的问题`).waitFor();
  await page.evaluate(() => document.querySelector('h1').scrollIntoView());
  await page.locator('.public-report').focus();
  await tabTo(() => document.activeElement.textContent === '不公开…');
  await keys.press('Enter');
  await page.locator('dialog[open]').waitFor();
  await tabTo(() => document.activeElement.textContent === '涉及未公开的案件');
  await keys.press('Enter');
  await gone(heading(page, `（1）针对${FIRST}的问题`));
  await page.waitForFunction(() => document.activeElement?.closest('.public-report'));
  await tabTo(() => document.activeElement.textContent === '公开文字…');
  await keys.press('Enter');
  await page.locator('dialog[open]').waitFor();
  await tabTo(() => document.activeElement.matches('textarea'));
  await keys.type('网点布局不均');
  await keys.press('Escape');
  await heading(page, '（1）针对网点布局不均的问题').waitFor();
  assertNoFaults(context);
});

test('in English all but the report itself is English', async (t) => {
  const { context, page } = await reported(t);
  await page.getByLabel('语言').selectOption({ label: 'English' });
  await page.locator('html[lang="en"]').waitFor({ state: 'attached' });
  await standing(page);
  await button(page, 'Download text').waitFor();
  const han = await page.evaluate(() => {
    const own = '.public-report, .public-example, option, textarea, .topbar, .public-spot';
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (!parentElement.closest(own) && /\p{Script=Han}/u.test(data)) found.push(data);
    }
    return [...found, ...[...document.querySelectorAll('.public-tools')].map((each) => each.textContent).filter((text) => /\p{Script=Han}/u.test(text))];
  });
  // A sign that is explained, and the ledger's own count, are Chinese.
  assert.deepEqual(han.filter((text) => !/^With “、”|^The ledger has:/.test(text)), []);
  assertNoFaults(context);
});
