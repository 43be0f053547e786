// Several returned files, what they raise as questions, and how what nobody has decided stays marked.
import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, card, data, exported, fieldOf, findingsOf, go, holds, officeAndDepartment, open, openFinding, person, pick,
  saved, setField, shows, site, takeSample, temporary,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';
const READING = '全民阅读推广实效性不强';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

/** Where the finding of a page that is open stands. */
const category = (page) => page.getByLabel('移到类别').evaluate((list) => list.selectedOptions[0].textContent.split(' · ')[0]);

async function moveTo(page, index) {
  await page.getByLabel('移到类别').selectOption({ index });
  await button(page, '移动').click();
  const name = await page.getByLabel('移到类别').evaluate((list, at) => list.options[at].textContent.split(' · ')[0], index);
  await saved(page);
  return name;
}

test('of several files each is told with its place, and nothing is lost where one is refused or cancelled', async (t) => {
  const { office, department } = await officeAndDepartment(t, engine, server.address);
  const folder = await temporary(t);
  const returned = async (name, owner) => {
    await openFinding(department.page, NETWORK);
    await setField(department.page, '责任人', owner);
    await saved(department.page);
    const path = join(folder, name);
    await copyFile((await exported(department.page)).path, path);
    return path;
  };
  const first = await returned('甲科.json', '王芳');
  const second = await returned('乙科.json', '李军');
  const third = await returned('丙科.json', '赵敏');

  await go(office.page, '文件');
  await pick(office.page, '导入', first, data('bad/cut-in-half.json'), second, third);
  await office.page.getByText('第 1 份，共 4 份：甲科.json').waitFor();
  await office.page.locator('summary', { hasText: '本次来件' }).click();
  await shows(office.page.getByRole('row').filter({ hasText: '丙科.json' }), '等候核对');
  await button(office.page, '全部并入').click();
  await office.page.getByText('第 3 份，共 4 份：乙科.json').waitFor();
  // The comparison is of this file, not of the one before.
  await shows(card(office.page, '逐项核对').getByRole('row').filter({ hasText: '责任人' }), '李军');
  await button(office.page, '取消').click();
  await office.page.getByText('第 4 份，共 4 份：丙科.json').waitFor();
  await button(office.page, '全部并入').click();
  const told = office.page.getByRole('alert').filter({ hasText: '本次来件 4 份' });
  for (const [name, outcome] of [
    ['甲科.json', '已并入，新增 1 条变更'],
    ['cut-in-half.json', '未读入：'],
    ['乙科.json', '未并入（已取消）'],
    ['丙科.json', '已并入，新增 2 条变更'],
  ]) {
    await shows(told.getByRole('row').filter({ hasText: name }), outcome);
  }
  await openFinding(office.page, NETWORK);
  await holds(fieldOf(office.page, '责任人'), '赵敏');
  assertNoFaults(office.context);
  assertNoFaults(department.context);
});

test('what comes while a file is reviewed waits behind it', async (t) => {
  const { office, department } = await officeAndDepartment(t, engine, server.address);
  await openFinding(department.page, NETWORK);
  await setField(department.page, '责任人', '王芳');
  await saved(department.page);
  const back = await exported(department.page);
  await go(office.page, '文件');
  await pick(office.page, '导入', back.path);
  await office.page.getByRole('heading', { name: '核对来件' }).waitFor();
  const transfer = await office.page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['{'], '后到.json', { type: 'application/json' }));
    return transfer;
  });
  await office.page.locator('main').dispatchEvent('drop', { dataTransfer: transfer });
  await office.page.getByText(/^第 1 份，共 2 份：/).waitFor();
  // Looked up elsewhere, and with another ledger open meanwhile, the comparison stays that of its own ledger.
  await go(office.page, '全部台账');
  await button(office.page, '新建空白台账').click();
  await office.page.getByRole('dialog').getByRole('textbox').fill('另一本');
  await office.page.keyboard.press('Enter');
  await office.page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await go(office.page, '文件');
  await office.page.getByText('来件中有 1 条新的变更，涉及 1 个问题。').waitFor();
  await button(office.page, '全部并入').click();
  const told = office.page.getByRole('alert').filter({ hasText: '本次来件 2 份' });
  await shows(told.getByRole('row').filter({ hasText: '后到.json' }), '未读入：');
  assertNoFaults(office.context);
  assertNoFaults(department.context);
});

test('removed against edited, moved against edited and moved twice are each told in words', async (t) => {
  const { office, department } = await officeAndDepartment(t, engine, server.address);
  await openFinding(office.page, NETWORK);
  await button(office.page, '移除此问题').click();
  await button(office.page.getByRole('dialog'), '移除').click();
  await openFinding(office.page, READING);
  const from = await category(office.page);
  const here = await moveTo(office.page, 0);

  await openFinding(department.page, NETWORK);
  await setField(department.page, '责任人', '王芳');
  await openFinding(department.page, READING);
  await setField(department.page, '责任人', '李军');
  await saved(department.page);
  const edited = await exported(department.page);
  await go(office.page, '文件');
  await pick(office.page, '导入', edited.path);
  const questions = card(office.page, '另有 2 处请斟酌');
  await shows(questions.getByRole('listitem'), `问题“${NETWORK}”已由本机移除，而来件在不知情时作了 1 处修改。`);
  await shows(questions.getByRole('listitem'), `问题“${READING}”由本机从“${from}”移到“${here}”，而来件在不知情时修改了其内容。`);
  await button(office.page, '取消').click();

  await openFinding(department.page, READING);
  const there = await moveTo(department.page, 2);
  const moved = await exported(department.page);
  await go(office.page, '文件');
  await pick(office.page, '导入', moved.path);
  const both = card(office.page, '两边都改过');
  await shows(both.getByRole('listitem'), here);
  await shows(both.getByRole('listitem').filter({ hasText: '较晚' }), there);
  const row = card(office.page, '逐项核对').getByRole('row').filter({ hasText: '移动位置' });
  await shows(row.filter({ hasText: here }), there);
  await button(office.page, '全部并入').click();
  await office.page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  // The history says from where to where.
  await go(office.page, '记录');
  await shows(office.page.locator('.history li').filter({ hasText: '移动位置' }), `${from} → ${there}`);
  assertNoFaults(office.context);
  assertNoFaults(department.context);
});

test('what nobody has decided is marked in table, overview, reports and file until it is', async (t) => {
  const { office, department } = await officeAndDepartment(t, engine, server.address);
  await openFinding(department.page, NETWORK);
  await setField(department.page, '责任人', '王芳');
  await saved(department.page);
  const back = await exported(department.page);
  const { page } = office;
  await openFinding(page, NETWORK);
  await setField(page, '责任人', '李军');
  await saved(page);
  await go(page, '台账');
  assert.equal(await page.getByLabel('待裁定').count(), 0, 'nothing waits yet');
  await go(page, '文件');
  await pick(page, '导入', back.path);
  await button(page, '全部并入').click();

  await page.getByRole('link', { name: '有 1 处两人填写不一致，尚未裁定' }).click();
  await page.locator('[data-count="1"]').waitFor();
  assert.match(page.url(), /#\/ledger\?undecided=1$/);
  await shows(page.locator('.grid-finding').filter({ hasText: NETWORK }), '待裁定');
  await page.getByLabel('待裁定').press('Space');
  await page.locator('[data-count="30"]').waitFor();
  for (const place of ['public', 'problems', 'tasks']) {
    await page.goto(`${server.address}#/report/${place}`);
    await page.locator('main').getByRole('link', { name: '有 1 处两人填写不一致，尚未裁定' }).waitFor();
  }
  const { ledger } = (await exported(page)).file;
  const [conflict] = ledger.conflicts;
  const finding = findingsOf({ ledger }).find((each) => each.title === NETWORK);
  assert.deepEqual([conflict.record, conflict.field], [finding.id, 'owner']);
  assert.deepEqual(
    conflict.versions.map(({ value, author }) => [value, author]),
    [['王芳', '服务保障科'], ['李军', '巡察整改办']],
  );

  await page.goto(`${server.address}#/report/problems`);
  await page.locator('main').getByRole('link', { name: '尚未裁定' }).click();
  await page.locator('.conflict').getByRole('listitem').filter({ hasText: '王芳' }).getByRole('button').click();
  await page.getByText('没有待定事项。').waitFor();
  await go(page, '总览');
  assert.equal(await page.getByText('尚未裁定').count(), 0);
  assert.equal((await exported(page)).file.ledger.conflicts, undefined);
  assertNoFaults(office.context);
  assertNoFaults(department.context);
});

test('a notice of success stands ten seconds, told twice ten from the second time, also under a dialog', async (t) => {
  const context = await person(t, engine);
  await context.clock.install();
  const page = await open(context, server.address);
  await takeSample(page);
  await exported(page);
  const told = page.locator('.notice', { hasText: '已导出“' });
  await told.waitFor();
  await context.clock.fastForward(6_000);
  await exported(page);
  await context.clock.fastForward(6_000);
  assert.equal(await told.count(), 1, 'the timer of the first time is not that of the second');
  await openFinding(page, NETWORK);
  await button(page, '移除此问题').click();
  await page.getByRole('dialog').waitFor();
  await context.clock.fastForward(6_000);
  await told.waitFor({ state: 'detached' });
  assertNoFaults(context);
});
