// Files that are wrong say what and where, and leave everything as it was; a file that raises a question asks it.
import assert from 'node:assert/strict';
import { copyFile, open as openFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, card, content, data, exported, findingsOf, go, notice, open, openFinding, paste, person, pick, saved,
  setField, shows, site, standing, takeSample, temporary,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';
const UNCHANGED = '现有内容没有改动。';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

/** Somebody with a ledger, at 文件. */
async function atFiles(t) {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await go(page, '文件');
  return { context, page };
}

/** Everything that this browser keeps of ledgers. */
const kept = (page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([key]) => /ledger\/|about\//.test(key)).sort());

/** The file is refused with such a message, at once and in sight, and nothing has changed. */
async function refused(page, path, name, message) {
  const before = await kept(page);
  await pick(page, '导入', path);
  const alert = page.getByRole('alert').filter({ hasText: `未读入“${name}”：` });
  await alert.waitFor();
  const text = await alert.innerText();
  assert.match(text, message, name);
  assert.ok(text.includes(UNCHANGED), text);
  assert.deepEqual(await kept(page), before, name);
}

test('each kind of wrong file is refused by name, with what and where', async (t) => {
  const { context, page } = await atFiles(t);
  const before = await content(page);
  for (const [name, message] of [
    ['not-json.json', /第 1 行第 \d+ 个字符处不合 JSON 的写法/],
    ['missing-comma.json', /第 \d+ 行第 \d+ 个字符处不合 JSON 的写法.*逗号/],
    ['other-json.json', /是 JSON，但不是整改台账/],
    ['list.json', /是 JSON，但不是整改台账：里面是一个列表/],
    ['cut-in-half.json', /文件到第 \d+ 行第 \d+ 个字符就断了/],
    ['cut-in-a-letter.json', /断了|不是 UTF-8 文字/],
    ['newer.json', /文件是第 7 版格式，本页只认识到第 1 版。请刷新页面/],
    ['number-for-text.json', /第 \d+ 行第 \d+ 个字符处（.*）应为文字/],
    ['field-twice.json', /只出现一次的属性/],
    ['empty.json', /没有任何文字/],
    ['gb18030.json', /不是 UTF-8 文字/],
  ]) {
    await refused(page, data(`bad/${name}`), name, message);
  }
  const folder = await temporary(t);
  const named = async (name, bytes) => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  await refused(page, await named('报告.docx', 'PK\u0003\u0004…'), '报告.docx', /文档已损坏或不完整.*粘贴/);
  await refused(page, await named('报告.pdf', '%PDF-1.7'), '报告.pdf', /这是 PDF/);
  await refused(page, await named('照片.txt', Buffer.from([0x89, 0x50, 0, 1, 2, 0])), '照片.txt', /这不是文本文件/);
  assert.deepEqual(await content(page), before);
  await page.reload();
  await standing(page);
  assert.deepEqual(await content(page), before);
  assertNoFaults(context);
});

test('a file of 200 MB is refused without being read', async (t) => {
  const { context, page } = await atFiles(t);
  const path = join(await temporary(t), '很大.json');
  const file = await openFile(path, 'w');
  await file.truncate(200 << 20);
  await file.close();
  await refused(page, path, '很大.json', /文件有 200\.0 MB，超过可读的 64\.0 MB/);
  assertNoFaults(context);
});

test('text that is no report is said to be none', async (t) => {
  const { context, page } = await atFiles(t);
  const before = await kept(page);
  await paste(page, '今天天气很好。\n没有别的。');
  await shows(page.getByRole('alert'), /没有读出任何问题。.*现有内容没有改动。/);
  assert.equal(await button(page, '存入台账').count(), 0);
  await button(page, '取消').click();
  await page.getByRole('heading', { name: '文件', level: 1 }).waitFor();
  assert.deepEqual(await kept(page), before);
  assertNoFaults(context);
});

test('a readable part edited by hand is shown, and asked about', async (t) => {
  const { context, page } = await atFiles(t);
  const { text } = await exported(page);
  const folder = await temporary(t);
  const path = join(folder, '手工.json');
  const file = JSON.parse(text);
  const finding = findingsOf(file).find((each) => each.title === NETWORK);
  finding.owner = '赵敏';
  finding.status = 'largely_done';
  await writeFile(path, JSON.stringify(file, null, 1));

  const before = await content(page);
  await pick(page, '导入', path);
  await page.getByRole('heading', { name: '核对来件' }).waitFor();
  await page.getByText('来件：手工.json').waitFor();
  await page.getByRole('heading', { name: '手工修改 2 处' }).waitFor();
  await shows(page.getByRole('row').filter({ hasText: '责任人' }), `问题“${NETWORK}”`);
  await shows(page.getByRole('row').filter({ hasText: '状态' }), '基本完成');
  // Side by side with what is here, as long as they are to be taken.
  const table = card(page, '逐项核对');
  await shows(table.getByRole('row').filter({ hasText: '责任人' }), '赵敏');
  await page.getByLabel('采用这些手工修改，记在我名下').press('Space');
  await page.getByText('各个问题没有变化').waitFor();
  await button(page, '取消').click();
  assert.deepEqual(await content(page), before);

  await pick(page, '导入', path);
  await page.getByLabel('采用这些手工修改，记在我名下').uncheck();
  await button(page, '全部并入').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  assert.deepEqual(await content(page), before);

  await pick(page, '导入', path);
  await button(page, '全部并入').click();
  await notice(page, '新增 2 条变更');
  await saved(page);
  const taken = findingsOf(await content(page)).find((each) => each.title === NETWORK);
  assert.deepEqual([taken.owner, taken.status], ['赵敏', 'largely_done']);
  assertNoFaults(context);
});

test('an altered history is named with its first wrong change, and taken only when asked for twice', async (t) => {
  const { context, page } = await atFiles(t);
  await openFinding(page, NETWORK);
  await setField(page, '责任人', '王芳');
  await saved(page);
  const { text } = await exported(page);
  const folder = await temporary(t);
  const path = join(folder, '改过.json');
  const file = JSON.parse(text);
  const change = file.changes.find((each) => each.values?.title === NETWORK);
  change.values.title = '基层服务网点已经均衡';
  file.changes.find((each) => each.field === 'owner').value = '李军';
  await writeFile(path, JSON.stringify(file));

  const before = await content(page);
  await pick(page, '导入', path);
  const altered = card(page, '变更记录有误');
  await shows(altered.locator('.error'), /第一处有误的变更：问题“.*” 标题，经手人：未署名，/);
  const row = altered.getByRole('row').filter({ hasText: '基层服务网点已经均衡' });
  await shows(row, NETWORK);
  await shows(row, '与校验值不符');
  await shows(altered.getByRole('row').filter({ hasText: '李军' }), '王芳');
  const take = button(page, '全部并入');
  assert.ok(await take.isDisabled());
  await button(page, '不并入').click();
  assert.deepEqual(await content(page), before);

  await pick(page, '导入', path);
  await page.getByLabel('我已核实来源，仍要并入').check();
  await take.click();
  // Nothing of it is new: what is here stays as it is.
  await notice(page, '没有变化');
  assert.deepEqual(await content(page), before);
  assertNoFaults(context);
});

test('a ledger that is not here is looked at before it is taken', async (t) => {
  const { context, page } = await atFiles(t);
  const before = await kept(page);
  await pick(page, '导入', data('bad/edited-by-hand.json'));
  await page.getByText('来件是本机没有的台账“档案中心整改台账”').waitFor();
  await shows(card(page, '来件中的问题').getByRole('row'), '针对档案归档不及时的问题');
  await button(page, '取消').click();
  assert.deepEqual(await kept(page), before);
  await pick(page, '导入', data('bad/edited-by-hand.json'));
  await page.locator('main').getByRole('button', { name: '导入', exact: true }).click();
  await notice(page, '文件已导入');
  assertNoFaults(context);
});

test('several files at once: the good are taken, the bad are named', async (t) => {
  const { context, page } = await atFiles(t);
  const folder = await temporary(t);
  const good = join(folder, '好.json');
  await copyFile(data('good/v1-full.json'), good);
  await pick(page, '导入', good, data('bad/cut-in-half.json'));
  const told = page.getByRole('alert').filter({ hasText: '本次来件 2 份' });
  await shows(told.getByRole('row').filter({ hasText: 'cut-in-half.json' }), /未读入：.*断了.*现有内容没有改动。/);
  await shows(told.getByRole('row').filter({ hasText: '好.json' }), '已导入为一本新台账');
  await notice(page, '文件已导入');
  // It stays until it is closed.
  await go(page, '总览');
  await go(page, '文件');
  await button(told, '关闭处理结果').click();
  await told.waitFor({ state: 'detached' });
  await go(page, '全部台账');
  await shows(page.getByRole('row'), '档案中心整改台账');
  assert.equal(await page.getByRole('row').count(), 1 + 2);
  assertNoFaults(context);
});

test('a report in GB18030 is read as one in UTF-8', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  const read = async (name, encoding) => {
    await pick(page, '打开反馈意见或报告', data(`good/${name}`));
    await page.getByText(`文件：${name}；编码：${encoding}`).waitFor();
    const tree = await page.locator('main').innerText();
    await button(page, '取消').click();
    await page.getByRole('heading', { name: '建立整改台账' }).waitFor();
    return tree.replace(/文件：.*/, '');
  };
  const utf8 = await read('report-small.txt', 'UTF-8');
  assert.match(utf8, /松泉县农业技术推广中心/);
  assert.equal(await read('report-small-gb18030.txt', 'GB18030'), utf8);
  assert.ok(!(await readFile(data('good/report-small-gb18030.txt'))).includes('松泉'), 'the file is not UTF-8');
  assertNoFaults(context);
});

test('a file dropped on the page and one pasted are taken like a chosen one', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  const report = await readFile(data('good/report-small.txt'), 'utf8');
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], '拖来.txt', { type: 'text/plain' }));
    return transfer;
  }, report);
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: transfer });
  await page.getByText('文件：拖来.txt；编码：UTF-8').waitFor();
  await button(page, '取消').click();
  const json = await readFile(data('good/v1-full.json'), 'utf8');
  await paste(page, json);
  await notice(page, '文件已导入');
  await openFinding(page, '针对档案归档不及时的问题');
  await setField(page, '责任人', '李军');
  await saved(page);
  assertNoFaults(context);
});
