// A round from the feedback to the published report, as the brief in tests/data/brief tells it.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, card, content, data, exported, fieldOf, findingsOf, go, holds, open, openFinding, paste, person,
  pick, saved, setField, shows, site, temporary,
} from './support.mjs';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

const fill = async (scope, values) => {
  for (const [label, value] of Object.entries(values)) await scope.getByLabel(label, { exact: true }).fill(value);
};

/** The tables of the brief, as a spreadsheet program puts them on the clipboard. */
async function duties() {
  const brief = await readFile(data('brief/brief.md'), 'utf8');
  const rows = brief.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('|--'));
  return rows.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()).join('\t')).join('\n');
}

/** Page one: the feedback, pasted as it is. */
async function feedback(page) {
  const brief = await readFile(data('brief/brief.md'), 'utf8');
  const first = brief.slice(brief.indexOf('2026年3月2日'), brief.indexOf('## 第二页'));
  await paste(page, first.replace(/\*\*|^ +- /gm, ''));
  await page.getByRole('heading', { name: '核对读入的内容' }).waitFor();
  await holds(page.getByLabel('这份文字是'), 'feedback');
  assert.deepEqual(await page.locator('dl.counts dd').allInnerTexts(), ['3', '6', '8']);
  await shows(page.locator('.card'), '8 个问题都按“未启动”读入');
  await button(page, '存入台账').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await saved(page);
  assert.equal(await page.locator('.completion-rate').innerText(), '0/8 = 0.0 %');
}

/** Page two: the table of who answers for what, and of the measures. */
async function assign(page, rows) {
  await go(page, '台账');
  await button(page, '批量与表格').click();
  await button(page, '粘贴表格…').click();
  const area = page.locator('dialog[open]').getByLabel('表格内容');
  await area.evaluate((element, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, rows);
  await shows(page.locator('dialog[open]'), '将补充 8 个已有问题，添加 16 条措施');
  await button(page.locator('dialog[open]'), '添加到台账').click();
  await page.getByText('已补充 8 个已有问题，添加 16 条措施').waitFor();
  await saved(page);
}

async function schedule(page) {
  await go(page, '台账信息');
  await page.locator('input[autocomplete="name"]').fill('王芳 整改办');
  await page.keyboard.press('Tab');
  await button(page, '填入 2026 年放假安排').click();
  const terms = card(page, '时间安排');
  await button(terms, '10 个工作日（2026年6月1日）').click();
  await button(terms, '3 个月（2026年8月18日）').first().click();
  await holds(terms.getByLabel('整改方案报送期限', { exact: true }), '2026-06-01');
}

/** Measures done on a day, with what came of them; the finding is done. */
async function finish(page, title, day, results, { status = 'done' } = {}) {
  await openFinding(page, title);
  const measures = page.locator('.measure');
  for (const [at, result] of results.entries()) {
    const measure = measures.nth(at);
    await measure.getByLabel('成效', { exact: true }).fill(result);
    await measure.getByLabel('状态', { exact: true }).selectOption('done');
    await measure.getByLabel('日期', { exact: true }).fill(day);
    await measure.getByLabel('日期', { exact: true }).press('Tab');
  }
  await fieldOf(page, '状态').selectOption(status);
  if (status === 'done') await setField(page, '完成日期', day);
  await saved(page);
}

const register = (page) => card(page, /^制度、问责、追缴挽回/);
const part = (page, name) => register(page).locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
const disclose = (page, name) => page.locator('summary').filter({ hasText: name }).click();

async function rule(page, title, day, act) {
  await disclose(page, '制度、问责、追缴挽回');
  await fill(part(page, '制度'), { 制度名称: title, 日期: day });
  await part(page, '制度').getByLabel('制定或修订', { exact: true }).selectOption({ label: act });
  await button(part(page, '制度'), '登记').click();
  await page.getByRole('button', { name: `移除：${title.slice(1, -1)} ${act}` }).waitFor();
}

async function work(page, name) {
  await go(page, '办理');
  await page.getByRole('main').locator('..').getByRole('link', { name, exact: true }).first().click();
}

/** Page three, 5 June: a meeting, and what it decided about the rents. */
async function meet(page) {
  await work(page, '调度会');
  await page.getByRole('heading', { name: '调度会', level: 1 }).waitFor();
  const form = card(page, '新的会议');
  await fill(form, { 会议日期: '2026-06-05', 上次调度日期: '2026-05-18', 参会人员: '周敏、郑峰、各科室负责人' });
  await button(form, '记录会议').click();
  const decisions = card(page, '议定事项').first();
  await fill(decisions.locator('form'), { 议定内容: '欠租户名单由财务科报送', 涉及问题: '4', 责任人: '高宁', 完成时限: '2026-06-10' });
  await button(decisions, '添加议定事项').click();
  await button(decisions.getByRole('listitem', { name: '议定事项 1' }), '记入问题备注').click();
  await decisions.getByRole('link', { name: '已记入问题备注' }).waitFor();
  await saved(page);
}

/** Page four, 1: the finance department gets its part, fills it in, and sends it back. */
async function askFinance(t, page) {
  await work(page, '分发');
  await page.getByRole('heading', { name: '分发', level: 1 }).waitFor();
  const row = page.getByRole('row').filter({ hasText: '财务科' });
  const [out] = await Promise.all([page.waitForEvent('download'), row.getByRole('button').click()]);
  const context = await person(t, engine);
  const there = await open(context, server.address);
  await pick(there, '打开台账文件', await out.path());
  await there.locator('dialog[open]').getByLabel('您的科室和姓名').fill('高宁 财务科');
  await there.keyboard.press('Enter');
  await there.getByText('这是部分台账').waitFor();
  await openFinding(there, '租金收缴不及时');
  const progress = card(there, '进展记录');
  await fill(progress, { 日期: '2026-06-20', 进展: '收回欠租6.24万元' });
  await button(progress, '登记').click();
  await shows(progress.getByRole('listitem'), '收回欠租6.24万元');
  const [back] = await Promise.all([there.waitForEvent('download'), button(there, '导出交回').click()]);
  assert.match(back.suggestedFilename(), /-财务科-交回-/);
  await go(page, '文件');
  await pick(page, '导入', await back.path());
  await page.getByRole('heading', { name: '核对来件' }).waitFor();
  await button(page, '全部并入').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  assertNoFaults(context);
}

/** What the keyboard is at: the label of a field, or the words of a button. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return (element.labels?.[0] ?? element).innerText?.trim() || element.getAttribute('aria-label') || '';
  });

async function tabTo(page, name) {
  const seen = [];
  for (let left = 90; left > 0; left -= 1) {
    await page.keyboard.press('Tab');
    seen.push(await focused(page));
    if (seen.at(-1) === name) return;
  }
  assert.fail(`Tab comes to no “${name}”, but to ${seen.join(' | ')}`);
}

/** A date field has the parts month, day and year in the browser of the tests. */
const typeDay = (page, [year, month, day]) => page.keyboard.type(month + day + year);

/** Not begun, in progress, largely done, done. */
async function setDone(page) {
  await tabTo(page, '状态');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
}

/** Page three, 12 to 16 June: “三会一课” from its measures to the sign-off, with the keyboard alone. */
async function signOffByKeyboard(t, page) {
  const name = '“三会一课”记录不全';
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').or(page.getByRole('dialog').getByRole('textbox')).first().waitFor();
  await page.keyboard.type('三会一课');
  await page.getByRole('option', { name }).or(page.getByRole('dialog').getByRole('button', { name })).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  // The evidence: its file stays where it is.
  const copy = join(await temporary(t), '会议记录本复印件.txt');
  await writeFile(copy, '三会一课记录');
  await tabTo(page, '佐证材料（0）');
  await page.keyboard.press('Enter');
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, '登记文件……');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(copy);
  await page.getByText('佐证材料（1）').waitFor();
  await tabTo(page, '跳到正文');
  await page.keyboard.press('Enter');

  for (const result of ['记录齐全', '专人保管']) {
    await tabTo(page, '成效');
    await page.keyboard.type(result);
    await setDone(page);
    await typeDay(page, ['2026', '06', '12']);
  }
  await setDone(page);
  await tabTo(page, '完成日期');
  await typeDay(page, ['2026', '06', '12']);
  await tabTo(page, '日期');
  await typeDay(page, ['2026', '06', '12']);
  await tabTo(page, '进展');
  await page.keyboard.type('补齐全部记录');
  await tabTo(page, '登记');
  await page.keyboard.press('Enter');
  await shows(card(page, '进展记录').getByRole('listitem'), '补齐全部记录');
  await card(page, '销号').getByText('可以申请销号。').waitFor();

  const step = async (label, day, who) => {
    await tabTo(page, '日期');
    await typeDay(page, day);
    await tabTo(page, '经办人');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(who);
    await tabTo(page, label);
    await page.keyboard.press('Enter');
  };
  await tabTo(page, '登记');
  await step('申请销号', ['2026', '06', '15'], '许兰');
  await card(page, '销号').getByText('已申请，等待办理。').waitFor();
  await step('批准销号', ['2026', '06', '16'], '周敏');
  await card(page, '销号').getByText('2026年6月16日由周敏批准销号。').waitFor();
  await card(page, '销号').getByText('是否按时：提前。').waitFor();
  await tabTo(page, '打印销号单');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '巡察整改问题销号单' }).waitFor();
  await shows(page.locator('.opinion').filter({ hasText: '批准意见' }), '周敏');
  await saved(page);
}

test('from the feedback to the published report', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await feedback(page);
  await assign(page, await duties());
  await schedule(page);
  const before = await content(page);
  assert.deepEqual(
    findingsOf(before).map(({ leader, department, owner, remedy, deadline, measures }) => [leader, department, owner, remedy, deadline, measures.length]),
    [
      ['周敏', '培训科', '林涛', 'by_date', '2026-08-31', 2],
      ['周敏', '活动科', '何静', 'by_date', '2026-08-31', 2],
      ['郑峰', '办公室', '许兰', 'by_date', '2026-08-31', 2],
      ['郑峰', '财务科', '高宁', 'at_once', '2026-06-30', 2],
      ['郑峰', '财务科', '高宁', 'by_date', '2026-07-31', 2],
      ['周敏', '办公室', '许兰', 'at_once', '2026-06-15', 2],
      ['周敏', '办公室', '许兰', 'kept_up', '2026-12-31', 2],
      ['郑峰', '财务科', '高宁', 'by_date', '2026-08-31', 2],
    ],
  );
  await meet(page);
  await askFinance(t, page);
  await signOffByKeyboard(t, page);

  await finish(page, '租金收缴不及时', '2026-07-02', ['逐户催缴完毕', '租金台账已建立']);
  await disclose(page, '制度、问责、追缴挽回');
  for (const [amount, day] of [['6.24', '2026-06-20'], ['2.4', '2026-07-02']]) {
    await fill(part(page, '追缴挽回'), { 金额: amount });
    await part(page, '追缴挽回').getByLabel('单位').selectOption({ label: '万元' });
    await button(part(page, '追缴挽回'), '登记').click();
    await button(page, `移除：追缴 ${amount}万元`).waitFor();
  }
  await part(page, '问责').getByLabel('类别').selectOption({ label: '谈话提醒' });
  await fill(part(page, '问责'), { 数量: '1' });
  await part(page, '问责').getByLabel('计数单位').selectOption({ label: '人' });
  await button(part(page, '问责'), '登记').click();
  await button(page, '移除：谈话提醒 1人').waitFor();

  await finish(page, '小额采购没有比价', '2026-07-28', ['办法已修订', '第一次抽查已完成']);
  await rule(page, '《采购管理办法》', '2026-07-15', '修订');
  await finish(page, '未按规定程序出租', '2026-08-20', ['4间门面完成公开招租', '办法已制定']);
  await rule(page, '《场地出租管理办法》', '2026-07-30', '制定');
  await finish(page, '培训班次偏少', '2026-08-28', ['计划已编制', '晚间班开班6期']);
  await finish(page, '活动场地闲置', '2026-08-28', ['网上预约上线', '每月公布']);

  await openFinding(page, '固定资产账实不符');
  await disclose(page, '延期');
  const extension = page.locator('details.card').filter({ hasText: '延期' });
  await fill(extension, { 新的时限: '2026-10-31', 延期原因: '移交资料不全', 批准人: '郑峰', 批准日期: '2026-08-25' });
  await button(extension, '登记延期').click();
  await holds(fieldOf(page, '整改时限'), '2026-10-31');
  const unfinished = async (reason, next) => {
    await fieldOf(page, '状态').selectOption('in_progress');
    await fill(card(page, '未完成'), { 未完成整改原因: reason, 下一步整改措施: next });
    await page.keyboard.press('Tab');
    await saved(page);
  };
  await unfinished('移交资料不全，清查未能完成。', '补齐移交资料，10月底前完成清查。');
  await openFinding(page, '没有专职党务人员');
  await unfinished('专职党务干部须经上级核定编制。', '继续向上级申请编制，尽快选配。');

  await go(page, '总览');
  assert.equal(await page.locator('.completion-rate').innerText(), '6/8 = 75.0 %');
  await work(page, '制度·问责·追缴');
  const sum = (name, label) => card(page, name).getByRole('row').filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });
  await shows(sum(/^追缴挽回$/, '追缴'), '8.64');
  await shows(sum(/^问责$/, '谈话提醒（人）'), '1');
  await shows(card(page, /^制度$/), '场地出租管理办法');

  // Page four, 4: what is published says what the ledger counts.
  await page.evaluate(() => location.assign('#/report/public'));
  await page.locator('.public-report').waitFor();
  const [published] = await Promise.all([page.waitForEvent('download'), button(page, '下载文本').click()]);
  const report = await readFile(await published.path(), 'utf8');
  for (const said of ['市委第二巡察组', '移交资料不全', '继续向上级申请编制', '2026年10月31日前', '2026年12月31日前', '反馈的8个问题，已完成整改6个，正在整改2个。']) {
    assert.ok(report.includes(said), said);
  }
  assert.match(published.suggestedFilename(), /^临江市职工文化宫党支部整改进展情况通报/);

  // Page four, 2 and 3: the lists, and the sign-off.
  const rows = async (place, count) => {
    await page.evaluate((hash) => location.assign(hash), place);
    await page.locator('main tbody tr').nth(count - 1).waitFor();
  };
  await rows('#/report/problems', 8);
  await rows('#/report/tasks', 16);
  await rows('#/report/progress', 8);
  await work(page, '销号');
  await shows(card(page, '各环节数量').getByRole('row'), '已批准销号，待回头看1');
  await page.getByText('1 个问题延过期，共 1 次。').waitFor();

  // Page four, 5: the file holds all of it.
  const { path } = await exported(page);
  const archive = await person(t, engine);
  const copy = await open(archive, server.address);
  await pick(copy, '打开台账文件', path);
  await copy.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  assert.equal(await copy.locator('.completion-rate').innerText(), '6/8 = 75.0 %');
  assert.deepEqual(await content(copy), await content(page));
  assertNoFaults(archive);
  assertNoFaults(context);
});
