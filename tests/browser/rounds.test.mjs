// The round: its terms and the line of time, meetings with decisions and minutes, letters in steps, deadlines as a calendar.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, card, content, findingsOf, go, holds, open, openFinding, person, saved, setField, shows, site,
  standing, takeSample,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';
/** Within its term the sample has four findings that are not complete. */
const TODAY = new Date('2026-11-26T09:00:00');

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

/** Somebody with the sample, on a day that does not pass. */
async function withSample(t) {
  const context = await person(t, engine);
  await context.clock.setFixedTime(TODAY);
  const page = await open(context, server.address);
  await takeSample(page);
  return { context, page };
}

async function at(page, place) {
  await page.evaluate((hash) => location.assign(hash), place);
  await standing(page);
}

async function due(page, title, department, deadline) {
  await openFinding(page, title);
  await setField(page, '责任部门', department);
  await setField(page, '整改时限', deadline);
  await saved(page);
}

async function download(page, act) {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** What paper would show. */
async function onPaper(page) {
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('main').innerText();
  const controls = await page.locator('button').evaluateAll((all) => all.filter((each) => each.checkVisibility()).length);
  await page.emulateMedia({ media: 'screen' });
  assert.equal(controls, 0);
  return text;
}

test('terms are counted from the feedback by the list of days off, and nothing is set by itself', async (t) => {
  const { context, page } = await withSample(t);
  await go(page, '台账信息');
  await page.getByLabel('反馈日期', { exact: true }).fill('2026-09-24');
  await page.getByLabel('反馈日期', { exact: true }).press('Tab');
  const terms = card(page, '时间安排');
  const plan = terms.getByLabel('整改方案报送期限', { exact: true });
  // Without a list only Saturdays and Sundays are off.
  await shows(button(terms, '10 个工作日（2026年10月8日）'), '10');
  await holds(plan, '');
  const holidays = card(page, '节假日安排');
  await button(holidays, '填入 2026 年放假安排').click();
  await shows(button(terms, '10 个工作日（2026年10月15日）'), '10');
  await holds(plan, '');
  await button(terms, '10 个工作日（2026年10月15日）').click();
  await holds(plan, '2026-10-15');
  await button(terms, '6 个月（2027年3月24日）').click();
  await button(terms, '3 个月（2026年12月24日）').last().click();
  await holds(terms.getByLabel('整改报告报送期限', { exact: true }), '2026-12-24');
  await shows(terms, '集中整改截止：2027年3月24日');

  // A line that says nothing is named and kept.
  const list = holidays.getByRole('textbox');
  await list.fill(`${await list.inputValue()}\n中秋放假`);
  await list.press('Tab');
  await shows(holidays.getByRole('alert'), '“中秋放假”：没有可以识别的日期');
  assert.equal(await list.getAttribute('aria-invalid'), 'true');
  assert.match(await list.inputValue(), /中秋放假$/);

  const line = card(page, '时间轴');
  await line.locator('svg text', { hasText: '方案报送 10-15' }).waitFor();
  await line.locator('svg text', { hasText: '今天 11-26' }).waitFor();
  await line.locator('summary').click();
  await shows(line.getByRole('row'), '整改方案报送期限');
  await saved(page);
  const { ledger } = await content(page);
  assert.equal(ledger.plan_due, '2026-10-15');
  assertNoFaults(context);
});

test('warnings follow the days that the ledger is set to; what cannot be is said and kept', async (t) => {
  const { context, page } = await withSample(t);
  await due(page, NETWORK, '服务部', '2026-12-20');
  await go(page, '台账信息');
  const warnings = card(page, '超期预警');
  const [green, yellow] = [warnings.getByLabel('绿色预警天数'), warnings.getByLabel('黄色预警天数')];
  await yellow.fill('25');
  await button(warnings, '保存').click();
  await shows(warnings.getByRole('alert'), '绿色预警天数应大于黄色预警天数。');
  await page.reload();
  await standing(page);
  await holds(yellow, '25');
  await green.fill('40');
  await button(warnings, '保存').click();
  await shows(warnings.getByRole('status'), '已按新的天数预警。');
  await go(page, '总览');
  const notice = page.locator('.notice', { hasText: '25 天内到期' });
  await notice.getByRole('link').click();
  await shows(page.getByRole('row'), NETWORK);
  await go(page, '总览');
  await button(notice, '今天不再提示').click();
  await notice.waitFor({ state: 'detached' });
  await page.reload();
  await standing(page);
  assert.equal(await notice.count(), 0);
  await context.clock.setFixedTime(new Date('2026-11-27T09:00:00'));
  await page.reload();
  await notice.waitFor();
  assertNoFaults(context);
});

test('a meeting has an agenda and minutes, and its decisions become measures and notes in one act', async (t) => {
  const { context, page } = await withSample(t);
  await due(page, NETWORK, '服务部', '2026-11-20');
  await at(page, '#/work/meeting');
  await page.getByRole('main').getByRole('link', { name: '调度会' }).last().click();
  await page.getByRole('heading', { name: '调度会', level: 1 }).waitFor();
  const form = card(page, '新的会议');
  await holds(form.getByLabel('上次调度日期'), '2026-11-19');
  await form.getByLabel('会议日期').fill('');
  await form.getByLabel('会议种类').fill('党委会');
  await form.getByLabel('参会人员').fill('王芳、李军');
  await button(form, '记录会议').click();
  await shows(form.getByRole('alert'), '请填写会议日期。');
  // Half filled, it is there after a reload.
  await page.reload();
  await standing(page);
  await holds(form.getByLabel('参会人员'), '王芳、李军');
  await form.getByLabel('会议日期').fill('2026-11-26');
  await button(form, '记录会议').click();
  const agenda = page.locator('details', { has: page.getByRole('heading', { name: '议程' }) });
  await shows(agenda.getByRole('heading'), '服务部');
  await shows(agenda.locator('.due-overdue'), '超期 6 天');

  const decisions = card(page, '议定事项').first();
  await button(decisions, '添加议定事项').click();
  await shows(decisions.getByRole('alert'), '请填写议定内容。');
  await decisions.getByLabel('议定内容').fill('增设两处网点。明年三月前开放。');
  await decisions.getByLabel('涉及问题').fill('不存在的问题');
  await button(decisions, '添加议定事项').click();
  await shows(decisions.getByRole('alert'), '台账里没有这个问题');
  await decisions.getByLabel('涉及问题').fill(NETWORK);
  await decisions.locator('form').getByLabel('责任人').fill('李军');
  await decisions.locator('form').getByLabel('完成时限').fill('2027-03-31');
  await button(decisions, '添加议定事项').click();
  const first = decisions.getByRole('listitem', { name: '议定事项 1' });
  await button(first, '转为整改措施').click();
  await first.getByRole('link', { name: '已转为整改措施' }).waitFor();
  await decisions.locator('form').getByLabel('议定内容').fill('加强巡查。');
  await decisions.locator('form').getByLabel('涉及问题').fill(NETWORK);
  await button(decisions, '添加议定事项').click();
  const second = decisions.getByRole('listitem', { name: '议定事项 2' });
  await button(second, '记入问题备注').click();
  await second.getByRole('link', { name: '已记入问题备注' }).waitFor();

  const paper = await onPaper(page);
  assert.match(paper, /整改工作党委会纪要/);
  assert.match(paper, /王芳、李军/);
  assert.match(paper, /超期 \d+ 个/);
  assert.doesNotMatch(paper, /新的会议|议程|历次会议/);
  const finding = findingsOf(await content(page)).find((each) => each.title === NETWORK);
  const measure = finding.measures.at(-1);
  assert.deepEqual([measure.heading, measure.text, measure.owner, measure.date], ['增设两处网点', '明年三月前开放。', '李军', '2027-03-31']);
  assert.equal(finding.note, '2026年11月26日党委会议定：加强巡查。');
  // The note and what is said of it go together.
  await at(page, '#/work/meetings');
  await button(page, '撤销').click();
  await button(second, '记入问题备注').waitFor();
  assert.equal(findingsOf(await content(page)).find((each) => each.title === NETWORK).note ?? '', '');
  assertNoFaults(context);
});

/** Sets a dated record of a finding by the form of its card. */
async function record(page, heading, fields) {
  const form = card(page, heading);
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(value);
  await button(form, '登记').click();
  await saved(page);
}

test('what happened before the ledger was made is told by the dates written: in the sheet, the agenda and the minutes', async (t) => {
  const { context, page } = await withSample(t);
  await openFinding(page, NETWORK);
  await setField(page, '责任部门', '服务部');
  await record(page, '进展记录', { 日期: '2026-08-05', 进展: '已选定两处新址。' });
  await record(page, '进展记录', { 日期: '2026-08-01', 进展: '已完成调研。' });
  await record(page, '进展记录', { 日期: '2026-09-01', 进展: '新址已装修。' });
  await at(page, '#/work/meeting');
  await page.getByLabel('上次调度日期').fill('2026-07-31');
  await page.getByLabel('截止日期').fill('2026-08-31');
  await page.getByText('到2026年8月31日台账尚未建立，没有按录入时间可比的变化。').waitFor();
  await page.getByRole('status').filter({ hasText: /^有办理情况的问题 1 个$/ }).waitFor();
  const department = page.locator('section.card', { has: page.getByRole('heading', { name: '服务部' }) });
  await shows(department.getByRole('heading', { level: 3 }), '期间办理情况（按填写的日期，1 个问题）');
  assert.deepEqual(await department.locator('li li').allInnerTexts(), ['2026年8月1日，进展：已完成调研。', '2026年8月5日，进展：已选定两处新址。']);
  assert.equal(await page.getByRole('heading', { name: '台账变化' }).count(), 0);
  assert.equal(await page.getByText(/→|台账里还没有问题|\d\/0/).count(), 0);
  // Up to a day that has a ledger, its changes stand beside what happened.
  await page.getByLabel('截止日期').fill('2026-11-26');
  await page.getByText('2026年7月31日台账尚未建立，变化从建立时算起。').waitFor();
  await shows(department.getByRole('heading', { name: /^台账变化（按录入时间，1 个问题）$/ }), '台账变化');
  assert.equal(await department.locator('li li').filter({ hasText: '新址已装修。' }).count(), 1);
  assert.match(await onPaper(page), /期间办理情况（按填写的日期，1 个问题）[^]*2026年9月1日，进展：新址已装修。/);

  await at(page, '#/work/meetings');
  const form = card(page, '新的会议');
  await form.getByLabel('会议日期').fill('2026-08-31');
  await form.getByLabel('上次调度日期').fill('2026-07-31');
  await form.getByLabel('会议名称').fill('八月调度会');
  const people = form.getByLabel('参会人员');
  assert.equal(await people.evaluate((field) => field.tagName), 'TEXTAREA');
  await people.fill('王芳、李军');
  await button(form, '记录会议').click();
  const agenda = page.locator('details', { has: page.getByRole('heading', { name: '议程' }) });
  await shows(agenda.locator('li li').first(), '2026年8月1日，进展：已完成调研。');
  const minutes = await onPaper(page);
  assert.match(minutes, /到2026年8月31日台账尚未建立/);
  assert.match(minutes, /\d+\. 基层服务网点布局还不均衡（服务部）：2026年8月1日，进展：已完成调研；2026年8月5日，进展：已选定两处新址。/);
  assert.doesNotMatch(minutes, /→|—|0 个|台账里还没有问题/);

  // A meeting that is open has the words of the form that made it.
  const facts = card(page, '会议情况');
  await holds(facts.getByLabel('会议名称', { exact: true }), '八月调度会');
  await holds(facts.getByLabel('会议日期', { exact: true }), '2026-08-31');
  await holds(facts.getByLabel('上次调度日期', { exact: true }), '2026-07-31');
  await holds(facts.locator('textarea').and(page.getByLabel('参会人员', { exact: true })), '王芳、李军');
  const decisions = card(page, '议定事项').first();
  await decisions.getByLabel('议定内容').fill('加强巡查。');
  await decisions.getByLabel('完成时限').fill('2026-12-31');
  await button(decisions, '添加议定事项').click();
  const first = decisions.getByRole('listitem', { name: '议定事项 1' });
  await holds(first.getByLabel('议定内容', { exact: true }), '加强巡查。');
  await holds(first.getByLabel('完成时限', { exact: true }), '2026-12-31');
  assertNoFaults(context);
});

test('letters rise step by step from templates of the unit, and are kept as they were recorded', async (t) => {
  const { context, page } = await withSample(t);
  await due(page, NETWORK, '服务部', '2026-11-20');
  await at(page, '#/work/reminders');
  await button(page, '拟函：服务部').click();
  const letter = page.locator('form.card');
  await shows(letter.getByRole('heading'), '提醒函：服务部');
  const text = letter.getByLabel('函件');
  assert.match(await text.inputValue(), /服务部：[^]*1 个问题[^]*1\. 基层服务网点布局还不均衡（整改时限2026年11月20日，超期 6 天）[^]*2026年12月3日前/);
  await letter.getByLabel('答复日期').fill('2026-11-01');
  await button(letter, '记录这次督办').click();
  await shows(letter.getByRole('alert'), '答复日期不能早于今天。');
  await letter.getByLabel('答复日期').fill('2026-12-01');
  assert.match(await onPaper(page), /^关于抓紧整改的提醒函\n/);
  const file = await download(page, () => button(letter, '保存为文本').click());
  assert.equal(file.name, '提醒函-服务部-2026-11-26.txt');
  assert.match(file.text, /于2026年12月1日前/);
  await button(letter, '记录这次督办').click();
  await shows(page.getByRole('status'), '已记录');
  const history = card(page, '督办记录');
  await shows(history.getByRole('listitem'), '2026年11月26日 提醒 服务部（1 个问题）');

  const templates = page.locator('details', { has: page.getByRole('heading', { name: '函件格式' }) });
  await templates.locator('summary').click();
  const template = templates.getByLabel('督办函格式', { exact: true });
  await template.fill('{部门}：请于{答复日期}前办结。{领导}');
  await template.press('Tab');
  await shows(templates.getByRole('alert'), '不认识的占位词：领导');
  await button(page, '拟函：服务部').click();
  await shows(letter.getByRole('heading'), '督办函：服务部');
  await holds(text, '服务部：请于2026年12月3日前办结。{领导}');
  await button(templates, '恢复默认：督办函格式').click();
  await page.waitForFunction(() => document.querySelector('form.card textarea').value.startsWith('关于限期整改的督办函'));
  // Edited by hand, it stays as it is, also across a reload.
  await text.fill('手工改过的函件');
  await page.reload();
  await standing(page);
  await holds(text, '手工改过的函件');
  await button(letter, '记录这次督办').click();
  await shows(history.getByRole('listitem').first(), '督办 服务部');
  await saved(page);
  const { ledger } = await content(page);
  assert.deepEqual(ledger.reminders.map((each) => [each.level, each.text.slice(0, 8)]), [['reminder', '关于抓紧整改的提'], ['supervision', '手工改过的函件']]);
  assertNoFaults(context);
});

test('deadlines come as a calendar, of all or of a department', async (t) => {
  const { context, page } = await withSample(t);
  await due(page, NETWORK, '服务部', '2026-11-20');
  await at(page, '#/work/reminders');
  const one = await download(page, () => button(page, '导出日历：服务部').click());
  assert.match(one.name, /整改时限（服务部）\.ics$/);
  assert.equal(one.text.match(/BEGIN:VEVENT\r\n/g).length, 1);
  assert.match(one.text, /DTSTART;VALUE=DATE:20261120\r\n/);
  assert.match(one.text, /TRIGGER:-P10D\r\n/);
  const all = await download(page, () => button(page, '导出全部时限（.ics 日历）').click());
  const again = await download(page, () => button(page, '导出全部时限（.ics 日历）').click());
  const uids = (text) => text.replaceAll('\r\n ', '').match(/^UID:.*$/gm);
  assert.deepEqual(uids(all.text), uids(again.text));
  assert.ok(uids(all.text).length >= 1 && uids(all.text).includes(uids(one.text)[0]));
  assert.equal(new Set(uids(all.text)).size, uids(all.text).length);
  assertNoFaults(context);
});
