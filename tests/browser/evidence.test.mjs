// 佐证材料 and the registers: registered below a finding, indexed, compared with a folder; sums lead to their rows.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import {
  assertNoFaults, browser, button, card, content, findingsOf, go, open, openFinding, person, pick, saved, shows, site, takeSample,
  temporary,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

async function toWork(page, name) {
  await go(page, '办理');
  await page.getByRole('navigation', { name: '办理各页' }).getByRole('link', { name, exact: true }).click();
}

async function network(page) {
  const finding = findingsOf(await content(page)).find(({ title }) => title === NETWORK);
  await openFinding(page, NETWORK);
  return finding;
}

/** Drops files on an element, as a hand would. */
async function drop(page, zone, ...files) {
  const data = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const [name, text] of files) data.items.add(new File([text], name));
    return data;
  }, files);
  for (const type of ['dragover', 'drop']) await zone.dispatchEvent(type, { dataTransfer: data });
}

const disclose = (page, heading) => page.locator('summary', { hasText: heading }).click();

test('files are registered by what they hold, in one act, and never twice in one place', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  const folder = await temporary(t);
  // Several slices, so that a slice that is lost or doubled shows.
  const large = Buffer.alloc(3 * 1024 * 1024 + 17, '佐证');
  await writeFile(join(folder, '大文件.bin'), large);
  await writeFile(join(folder, '会议纪要.txt'), '纪要');
  await takeSample(page);
  await openFinding(page, NETWORK);
  await disclose(page, '佐证材料（0）');
  await pick(page, '登记文件：整个问题', join(folder, '大文件.bin'), join(folder, '会议纪要.txt'));
  await page.getByText('已登记 2 个文件。').waitFor();
  await page.getByText('佐证材料（2）').waitFor();
  const told = JSON.stringify(await network(page));
  assert.ok(told.includes(sha256(large)), 'a large file has the hash that others find');
  assert.ok(told.includes(sha256('纪要')));

  await disclose(page, '佐证材料（2）');
  const evidence = card(page, /^佐证材料/);
  const zones = evidence.locator('.drop');
  await drop(page, zones.nth(1), ['副本.txt', '纪要'], ['通知.txt', '通知']);
  await shows(evidence.getByRole('alert'), `“副本.txt”与已登记的“会议纪要.txt”（${NETWORK}）内容相同`);
  await page.getByText('佐证材料（4）').waitFor();
  await drop(page, zones.nth(1), ['通知2.txt', '通知']);
  await shows(evidence.getByRole('alert'), '“通知2.txt”与此处已登记的“通知.txt”内容相同，没有重复登记。');
  await page.getByText('佐证材料（4）').waitFor();

  // A note is typed in place; the drop is taken back as one.
  await evidence.getByLabel('备注').first().fill('原件存档案室');
  await page.keyboard.press('Tab');
  await saved(page);
  await button(page, '移除：通知.txt').click();
  await page.getByText('佐证材料（3）').waitFor();
  for (const count of [4, 4, 2]) {
    await button(page, '撤销').click();
    await page.getByText(`佐证材料（${count}）`).waitFor();
  }
  assertNoFaults(context);
});

test('a folder is compared with the register', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  const folder = await temporary(t);
  await takeSample(page);
  await openFinding(page, NETWORK);
  await disclose(page, '佐证材料（0）');
  const zone = card(page, /^佐证材料/).locator('.drop').first();
  await drop(page, zone, ['在.txt', '甲'], ['原名.txt', '乙'], ['改过.txt', '丙'], ['没有.txt', '丁']);
  await page.getByText('已登记 4 个文件。').waitFor();
  await mkdir(join(folder, '材料/下层'), { recursive: true });
  const put = (name, text) => writeFile(join(folder, '材料', name), text);
  await Promise.all([put('在.txt', '甲'), put('下层/新名.txt', '乙'), put('改过.txt', '丙丙'), put('另一份.txt', '戊')]);

  await toWork(page, '佐证材料');
  await page.getByRole('heading', { name: '佐证材料目录', level: 1 }).waitFor();
  await pick(page, '选择文件夹', join(folder, '材料'));
  await page.getByText('文件夹里有 4 个文件。登记的材料：在 1 份、在但文件名不同 1 份、内容有变 1 份、缺失 1 份。').waitFor();
  const row = (name) => card(page, '检查文件夹').getByRole('row').filter({ hasText: name });
  await shows(row('原名.txt'), '在（文件名不同）材料/下层/新名.txt');
  await shows(row('改过.txt'), '内容有变');
  await shows(row('没有.txt'), '缺失');
  await shows(card(page, '检查文件夹').getByRole('listitem'), '材料/另一份.txt');

  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '下载 .csv').click()]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  assert.equal(lines.length, 5);
  assert.ok(lines[1].includes(sha256('甲')), lines[1]);
  assert.match(lines[4], /^\d+-0-4,/);
  assertNoFaults(context);
});

test('rules, persons and money are registered, summed exactly, and lead to their rows', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await openFinding(page, NETWORK);
  await disclose(page, /^制度、问责、追缴挽回/);
  const section = card(page, /^制度、问责、追缴挽回/);
  const part = (name) => section.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const money = async (amount, unit) => {
    await part('追缴挽回').getByLabel('金额').fill(amount);
    await part('追缴挽回').getByLabel('单位').selectOption({ label: unit });
    await button(part('追缴挽回'), '登记').click();
  };
  await money('0.12345', '元');
  await shows(part('追缴挽回').getByRole('alert'), '小数位数过多');
  assert.equal(await part('追缴挽回').getByLabel('金额').inputValue(), '0.12345', 'nothing typed is lost');
  await money('0.0001', '元');
  await button(page, '移除：追缴 0.0001元').waitFor();
  await money('12.3456', '万元');
  await button(page, '修改：追缴 12.3456万元').click();
  await part('追缴挽回').getByLabel('金额').fill('12.5');
  await button(part('追缴挽回'), '保存修改').click();
  await button(page, '移除：追缴 12.5万元').waitFor();

  await part('问责').getByLabel('类别').selectOption({ label: '诫勉' });
  await button(part('问责'), '登记').click();
  await shows(part('问责').getByRole('alert'), '请填写大于 0 的整数。');
  await part('问责').getByLabel('数量').fill('2');
  await part('问责').getByLabel('计数单位').selectOption({ label: '人次' });
  await button(part('问责'), '登记').click();
  await button(page, '移除：诫勉 2人次').waitFor();

  await button(part('制度'), '登记').click();
  await shows(part('制度').getByRole('alert'), '请填写制度名称。');
  await part('制度').getByLabel('制度名称').fill('服务网点管理办法');
  await button(part('制度'), '登记').click();
  await button(page, '移除：服务网点管理办法 制定').waitFor();
  await saved(page);

  await toWork(page, '制度·问责·追缴');
  await page.getByRole('heading', { name: '制度、问责、追缴挽回', level: 1 }).waitFor();
  const sum = card(page, /^追缴挽回$/).getByRole('row').filter({ has: page.getByRole('rowheader', { name: '追缴', exact: true }) });
  await shows(sum, '125000.0001');
  await shows(sum, '12.50000001');
  await button(page, '看其中各行：诫勉（人次）').click();
  const held = page.locator('#register-accountability tbody tr');
  await shows(card(page, /^问责$/).getByRole('status'), '诫勉（人次）：1 条');
  assert.equal(await held.count(), 1);
  await held.getByRole('link', { name: NETWORK }).click();
  await page.getByRole('heading', { name: NETWORK, level: 1 }).waitFor();
  assertNoFaults(context);
});
