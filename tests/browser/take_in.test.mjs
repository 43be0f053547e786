// Taking a returned file in: who, when, what; all of it or by choice; and what both sides set.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, card, content, exported, fieldOf, go, holds, officeAndDepartment, openFinding, pick, saved,
  setField, shows, site,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';
const READING = '全民阅读推广实效性不强';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

test('a returned file is reviewed, and taken as a whole', async (t) => {
  const { office, department } = await officeAndDepartment(t, engine, server.address);
  await openFinding(department.page, NETWORK);
  await setField(department.page, '责任人', '王芳');
  await fieldOf(department.page, '状态').selectOption('done');
  await saved(department.page);
  const back = await exported(department.page);

  await go(office.page, '文件');
  await pick(office.page, '导入', back.path);
  await office.page.getByRole('heading', { name: '核对来件' }).waitFor();
  await office.page.getByText('来件中有 2 条新的变更，涉及 1 个问题。').waitFor();
  await shows(card(office.page, '经手情况').getByRole('row'), '服务保障科');
  const row = card(office.page, '逐项核对').getByRole('row').filter({ hasText: '责任人' });
  await shows(row, '王芳');
  await button(office.page, '取消').click();
  await openFinding(office.page, NETWORK);
  await holds(fieldOf(office.page, '责任人'), '');

  await go(office.page, '文件');
  await pick(office.page, '导入', back.path);
  await button(office.page, '全部并入').click();
  await office.page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  assert.deepEqual(await content(office.page), await content(department.page));
  // The same file again has nothing to review.
  await pick(office.page, '导入', back.path);
  await office.page.locator('.notice', { hasText: '没有变化' }).waitFor();
  assertNoFaults(office.context);
  assertNoFaults(department.context);
});

test('what is not taken is set back, and both steps stay in the history', async (t) => {
  const { office, department } = await officeAndDepartment(t, engine, server.address);
  for (const [title, owner] of [[NETWORK, '王芳'], [READING, '李军']]) {
    await openFinding(department.page, title);
    await setField(department.page, '责任人', owner);
  }
  await button(department.page, '移除此问题').click();
  await button(department.page.getByRole('dialog'), '移除').click();
  await saved(department.page);
  const back = await exported(department.page);

  await go(office.page, '文件');
  await pick(office.page, '导入', back.path);
  const table = card(office.page, '逐项核对');
  await shows(table.getByRole('row').filter({ hasText: READING }), '移除此问题');
  await table.getByRole('checkbox', { name: new RegExp(READING) }).press('Space');
  // Looked up elsewhere meanwhile, the choice stands.
  await go(office.page, '总览');
  await go(office.page, '文件');
  await button(office.page, '并入，采纳 1/2 个问题').click();
  await office.page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await shows(office.page.locator('.completion-rate'), '26/30');
  await openFinding(office.page, NETWORK);
  await holds(fieldOf(office.page, '责任人'), '王芳');
  await openFinding(office.page, READING);
  await holds(fieldOf(office.page, '责任人'), '');

  // Taken in at the department again, both have the same ledger.
  await saved(office.page);
  const again = await exported(office.page);
  await go(department.page, '文件');
  await pick(department.page, '导入', again.path);
  await button(department.page, '全部并入').click();
  await department.page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  assert.deepEqual(await content(department.page), await content(office.page));
  assertNoFaults(office.context);
  assertNoFaults(department.context);
});

test('what both sides set is shown with both hands, and stays open until it is decided', async (t) => {
  const { office, department } = await officeAndDepartment(t, engine, server.address);
  await openFinding(department.page, NETWORK);
  await setField(department.page, '责任人', '王芳');
  await saved(department.page);
  const back = await exported(department.page);
  await openFinding(office.page, NETWORK);
  await setField(office.page, '责任人', '李军');
  await saved(office.page);

  await go(office.page, '文件');
  await pick(office.page, '导入', back.path);
  const both = card(office.page, '两边都改过');
  await shows(both.getByRole('listitem'), '王芳');
  await shows(both.getByRole('listitem').filter({ hasText: '较晚' }), '李军');
  await shows(both, '服务保障科');
  await button(office.page, '全部并入').click();
  await office.page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await go(office.page, '记录');
  const question = office.page.locator('.conflict');
  await question.waitFor();
  await question.getByRole('listitem').filter({ hasText: '王芳' }).getByRole('button').click();
  await office.page.getByText('没有待定事项。').waitFor();
  await openFinding(office.page, NETWORK);
  await holds(fieldOf(office.page, '责任人'), '王芳');
  assertNoFaults(office.context);
  assertNoFaults(department.context);
});
