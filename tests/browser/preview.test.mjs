// A report before it is stored: every value beside its passage, corrections and what becomes of them, several units, documents.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';

import {
  assertNoFaults, browser, button, card, data, exported, go, notice, open, paste, person, pick, saved, shows, site,
  temporary,
} from './support.mjs';

const REPORT = `2026年3月2日至4月10日，县委第二巡察组对青禾县文化馆党支部开展了巡察，并于2026年5月18日反馈了意见。
一、整改进展情况
（一）聚焦学习教育方面
1.关于学习制度不落实的问题
（1）针对学习计划缺失的问题
整改情况：一是制定计划。5月20日印发《学习计划管理办法》。二是按月抽查。对2名责任人给予批评教育。
（2）针对台账不全的问题
整改状态：基本完成
整改情况：一是补建台账，追缴违规费用1.25万元；又逐页核对。二是专人保管。
二、联系方式
联系电话：0000-1234567。
`;

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

/** Somebody new, with a text before him. */
async function reading(t, text) {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await paste(page, text);
  await page.getByRole('heading', { name: '核对读入的内容' }).waitFor();
  return { context, page };
}

const line = (page, number) => page.locator(`#line-${number}`);
const panel = (page) => page.locator('.panel');
const value = (scope, text) => scope.locator('.read', { hasText: text }).first();
const marked = (page) => page.locator('mark').allInnerTexts();
const counts = (page) => page.locator('dl.counts dd').allInnerTexts();
const opened = (page) => page.locator('.tree summary').evaluateAll((all) => all.forEach((each) => (each.parentElement.open = true)));

/** Stores what is before the person, and gives the ledger that came of it. */
async function stored(page) {
  await button(page, '存入台账').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await saved(page);
  return (await exported(page)).file.ledger;
}

test('each value leads to the passage it was read from', async (t) => {
  const { context, page } = await reading(t, REPORT);
  await opened(page);
  for (const [scope, text, passage] of [
    [page.locator('.tree'), '学习计划缺失', '学习计划缺失'],
    [page.locator('.tree'), '聚焦学习教育方面', '聚焦学习教育方面'],
    [page.locator('.tree'), '基本完成', '基本完成'],
    [page.locator('.tree'), '按月抽查', '按月抽查'],
    [card(page, '巡察信息'), '2026年5月18日', '2026年5月18日'],
    [card(page, '巡察信息'), '县委第二巡察组', '县委第二巡察组'],
    [card(page, /^问责、制度/), '批评教育 2 人', '2名责任人给予批评教育'],
    [card(page, /^问责、制度/), '学习计划管理办法', '《学习计划管理办法》'],
    [card(page, /^问责、制度/), '追缴 1.25万元', '1.25万元'],
  ]) {
    await value(scope, text).click();
    await page.waitForFunction((part) => [...document.querySelectorAll('mark')].some((mark) => mark.textContent.includes(part)), passage)
      .catch(async () => assert.fail(`${text}: ${await marked(page)}`));
    assert.ok(await page.locator('mark').first().isVisible());
  }
  // A status that nobody wrote says so, and leads to the heading.
  const row = page.locator('.tree p', { hasText: '学习计划缺失' });
  await shows(row, '（文中未写明）');
  await value(row, '已完成').click();
  await page.locator('#line-5 mark').waitFor();
  assertNoFaults(context);
});

test('a level, a status and the beginning of a measure are corrected, and that is what is stored', async (t) => {
  const { context, page } = await reading(t, REPORT);
  assert.deepEqual((await counts(page)).slice(0, 4), ['1', '1', '2', '4']);
  // 1.关于… is an area, so its findings stand under it.
  await line(page, 4).click();
  await shows(panel(page), '读作：问题类别');
  await panel(page).getByLabel('此行是').selectOption({ label: '聚焦方面' });
  await shows(card(page, '更正（1）'), '此行是：聚焦方面');
  await line(page, 5).click();
  await panel(page).getByLabel('此问题的状态').selectOption({ label: '整改中' });
  await shows(page.locator('.tree p', { hasText: '学习计划缺失' }), /整改中\s*（已更正）/);
  await line(page, 9).click();
  await panel(page).getByLabel('又逐页核对').check();
  await panel(page).getByLabel('二是专人保管').uncheck();
  await shows(card(page, '更正（4）'), '从“又逐页核对”起是一条措施');
  // The language and other views take nothing of it away.
  await page.getByLabel('语言').selectOption({ label: 'English' });
  await page.getByRole('heading', { name: 'Corrections (4)' }).waitFor();
  await page.getByLabel('Language').selectOption({ label: '中文' });
  await go(page, '文件');
  await go(page, '全部台账');
  await page.getByRole('heading', { name: '更正（4）' }).waitFor();
  const ledger = await stored(page);
  const findings = ledger.focus_areas.flatMap((area) => area.categories ?? []).flatMap((category) => category.findings);
  assert.deepEqual(ledger.focus_areas.map((area) => area.title), ['聚焦学习教育方面', '关于学习制度不落实的问题']);
  assert.deepEqual(findings.map((finding) => finding.status), ['in_progress', 'largely_done']);
  assert.deepEqual(findings[1].measures.map((measure) => measure.heading), [
    '补建台账，追缴违规费用1.25万元',
    '又逐页核对',
  ]);
  assertNoFaults(context);
});

test('a correction is taken back, and a line that was not understood leads to its place', async (t) => {
  const { context, page } = await reading(t, `${REPORT.split('二、联系')[0]}（九）无处可归的一行\n`);
  const before = await page.locator('.tree').innerText();
  await line(page, 7).click();
  await panel(page).getByLabel('此行是').selectOption({ label: '不读入' });
  await page.locator('.tree p', { hasText: '台账不全' }).waitFor({ state: 'detached' });
  await button(page, '撤回：第 7 行').click();
  await page.getByText('尚无更正。').waitFor();
  assert.equal(await page.locator('.tree').innerText(), before);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'corrections');
  const unread = page.getByRole('region', { name: '未读懂的行' });
  if (await unread.count()) {
    await unread.getByRole('button').first().click();
    await shows(panel(page), '未读懂。');
  }
  await button(page, '取消').click();
  await page.getByRole('heading', { name: '建立整改台账' }).waitFor();
  assertNoFaults(context);
});

test('the keyboard alone reads and corrects', async (t) => {
  const { context, page } = await reading(t, REPORT);
  const keys = page.keyboard;
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
  const finding = page.locator('.tree p', { hasText: '台账不全' });
  await value(finding, '台账不全').focus();
  await keys.press('Enter');
  await page.locator('#line-7 mark').waitFor();
  assert.equal(await focused(), '台账不全');
  await keys.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'line-7');
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  assert.equal(await focused(), 'line-9');
  await keys.press('Enter');
  await shows(panel(page), '从哪里开始是一条措施');
  while (!(await page.evaluate(() => document.activeElement.matches('.place input')))) await keys.press('Tab');
  await keys.press('Tab');
  await keys.press('Space');
  await page.getByRole('heading', { name: '更正（1）' }).waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.matches('.place input')), 'the focus stays');
  await keys.press('Escape');
  assert.equal(await focused(), '台账不全');
  await line(page, 9).focus();
  await keys.press('Home');
  assert.equal(await focused(), 'line-1');
  await keys.press('End');
  assert.equal(await focused(), 'line-11');
  assertNoFaults(context);
});

test('the reports of two units become a ledger each', async (t) => {
  const text = await readFile(data('reports/16-two-units.txt'), 'utf8');
  const { context, page } = await reading(t, text);
  const units = page.getByRole('group', { name: '文中有 2 个单位的报告' });
  await shows(units, '凤栖县林业局党组');
  await shows(page.locator('.tree'), '轮换台账不清');
  // Where it is one report after all, it is read as one.
  await units.getByLabel('其实是一份报告').check();
  await shows(page.locator('.tree'), /轮换台账不清[^]*护林员管理松散/);
  assert.equal(await button(page, /^全部存入/).count(), 0);
  await page.getByRole('group', { name: '合为一份报告' }).getByLabel('其实是一份报告').uncheck();
  await units.getByLabel(/凤栖县林业局党组/).check();
  await shows(page.locator('.tree'), '护林员管理松散');
  await button(page, '存入台账').click();
  await notice(page, '已存入台账：2 个问题');
  await shows(units, /林业局党组.*已存入/);
  await shows(page.locator('.tree'), '轮换台账不清');
  await button(page, '存入台账').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await saved(page);
  await go(page, '全部台账');
  await shows(page.getByRole('row'), '凤栖县粮食局党组');
  await shows(page.getByRole('row'), '凤栖县林业局党组');
  // Both at once, of another text.
  await paste(page, await readFile(data('reports/28-units-by-heading.txt'), 'utf8'));
  await button(page, '全部存入（2 本台账）').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await go(page, '全部台账');
  await shows(page.getByRole('row'), '岭南县司法局党组');
  assert.equal(await page.getByRole('row').count(), 1 + 4);
  assertNoFaults(context);
});

// Documents.

const CRC = Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte >>> 0;
});
const crc32 = (bytes) => ~bytes.reduce((sum, byte) => CRC[(sum ^ byte) & 255] ^ (sum >>> 8), -1) >>> 0;

/** A zip of texts by name. */
function zip(files, { deflated = true, encrypted = false, whole } = {}) {
  const locals = [];
  const entries = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const packed = deflated ? deflateRawSync(bytes) : bytes;
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(encrypted ? 1 : 0, 2);
    about.writeUInt16LE(deflated ? 8 : 0, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(whole ?? bytes.length, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(at, 10);
    locals.push(Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed);
    entries.push(Buffer.from('PK\x01\x02\x14\x00'), about, offset, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const wordDocument = (body) => `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`;
const level = (at, format, text) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'hebrew1', '%4')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const numbered = (at) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="3"/></w:numPr>`;

/** The report as Word keeps it: headings are numbered by Word, so the numbers stand in no text. */
function wordFiles() {
  const shapes = [[/^[一二]、/, 0], [/^（一）/, 1], [/^1\./, 2]];
  const body = REPORT.trimEnd().split('\n').map((text) => {
    const shape = shapes.find(([shape]) => shape.test(text));
    return shape ? paragraph(text.replace(shape[0], ''), numbered(shape[1])) : paragraph(text);
  });
  return { '[Content_Types].xml': '<Types/>', 'word/document.xml': wordDocument(body.join('')), 'word/numbering.xml': NUMBERING };
}

/** A file of such a name in a folder that is gone after the test. */
async function file(t, name, bytes) {
  const path = join(await temporary(t), name);
  await writeFile(path, bytes);
  return path;
}

const treeOf = async (page) => {
  await page.getByRole('heading', { name: '核对读入的内容' }).waitFor();
  return page.locator('.tree').innerText();
};

test('a .docx reads as its text, with the numbers that Word writes itself', async (t) => {
  const { context, page } = await reading(t, REPORT);
  const expected = await treeOf(page);
  for (const deflated of [true, false]) {
    await button(page, '取消').click();
    await pick(page, '打开反馈意见或报告', await file(t, '报告.docx', zip(wordFiles(), { deflated })));
    assert.equal(await treeOf(page), expected);
    await page.getByText('文件：报告.docx（Word 文档）').waitFor();
    assert.equal(await line(page, 3).innerText(), '3\n（一）聚焦学习教育方面');
  }
  // A number that cannot be told is not made up.
  const files = wordFiles();
  files['word/document.xml'] = files['word/document.xml'].replace('</w:body>', `${paragraph('谢谢。', numbered(3))}</w:body>`);
  await button(page, '取消').click();
  await pick(page, '打开反馈意见或报告', await file(t, '报告.docx', zip(files)));
  await page.getByText('有 1 处自动编号无法确定，没有补写。').waitFor();
  assertNoFaults(context);
});

test('a saved web page in GB18030 reads as its text; nothing in it runs or is fetched', async (t) => {
  const { context, page } = await reading(t, REPORT);
  const expected = await treeOf(page);
  await button(page, '取消').click();
  const encoded = await encode(page, REPORT);
  const lines = Buffer.concat(encoded.flatMap((bytes) => [Buffer.from('<p style="color:red">'), bytes, Buffer.from('</p>\n')]));
  const head = '<!DOCTYPE html><html><head><meta charset="gb2312"><title>x</title><style>p{color:red}</style><link rel="stylesheet" href="http://example.invalid/a.css"><script>document.title="run"</script></head>';
  const body = '<body onload="alert(1)"><img src="http://example.invalid/a.png" onerror="alert(2)"><div>';
  await pick(page, '打开反馈意见或报告', await file(t, '通报.html', Buffer.concat([Buffer.from(head + body), lines, Buffer.from('</div></body></html>')])));
  assert.equal(await treeOf(page), expected);
  await page.getByText('文件：通报.html；编码：GB18030').waitFor();
  assertNoFaults(context);
});

/** Each line in GB18030. Node writes none, so the bytes are sought by the decoder, pair by pair. */
async function encode(page, text) {
  const bytes = await page.evaluate((text) => {
    const decoder = new TextDecoder('gb18030');
    const known = new Map();
    for (let high = 0x81; high <= 0xfe; high += 1) {
      for (let low = 0x40; low <= 0xfe; low += 1) {
        if (low !== 0x7f) known.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
      }
    }
    return text.trimEnd().split('\n').map((line) => [...line].flatMap((letter) => known.get(letter) ?? [letter.charCodeAt(0)]));
  }, text);
  return bytes.map((line) => Buffer.from(line));
}

test('documents that cannot be read are refused with what helps, and nothing is stored', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  const good = zip(wordFiles());
  const damaged = Buffer.from(good);
  damaged.fill(0, 300, 340);
  const bomb = { 'word/document.xml': wordDocument(paragraph('整改'.repeat(12_000_000))) };
  const entities = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  for (const [name, bytes, message] of [
    ['断了.docx', good.subarray(0, good.length - 60), /文档已损坏或不完整.*粘贴/],
    ['坏了.docx', damaged, /文档已损坏或不完整/],
    ['炸弹.docx', zip(bomb), /文档展开后过大/],
    ['谎报.docx', zip(bomb, { whole: 1000 }), /文档展开后过大/],
    ['实体.docx', zip({ 'word/document.xml': entities + wordDocument(paragraph('&b;')).split('?>')[1] }), /文档已损坏或不完整/],
    ['加密.docx', zip(wordFiles(), { encrypted: true }), /文档加了密码/],
    ['表格.xlsx', zip({ 'xl/workbook.xml': '<x/>' }), /不是 Word 文档/],
    ['空白.docx', zip({ 'word/document.xml': wordDocument('<w:p/>') }), /文档里没有文字/],
    ['旧版.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /旧格式.*密码.*另存/],
    ['空白.html', '<html><script>1</script></html>', /文档里没有文字/],
  ]) {
    const path = await file(t, name, bytes);
    await pick(page, '打开反馈意见或报告', path);
    const alert = page.getByRole('alert').filter({ hasText: `未读入“${name}”：` });
    await alert.waitFor();
    assert.match(await alert.innerText(), message, name);
    assert.match(await alert.innerText(), /现有内容没有改动。/);
  }
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('ledger/')).length), 0);
  assertNoFaults(context);
});

test('a page with a report that is not stored yet asks before it goes', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await paste(page, REPORT);
  await page.getByRole('heading', { name: '核对读入的内容' }).waitFor();
  const asked = page.waitForEvent('dialog');
  // Whoever has touched nothing is not asked.
  await page.getByRole('heading', { name: '核对读入的内容' }).click();
  const going = page.reload().catch(() => {});
  const dialog = await asked;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.dismiss();
  await going;
  await button(page, '存入台账').first().click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await saved(page);
  page.on('dialog', () => assert.fail('nothing waits any more'));
  await page.reload();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  assertNoFaults(context);
});
