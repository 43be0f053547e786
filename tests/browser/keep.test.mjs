// What is shown as saved is kept: over a reload, without the server, between tabs, and when the browser is killed.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import {
  ARGUMENTS, EXECUTABLE, assertNoFaults, browser, button, chromium, content, exported, fieldOf, findingsOf, go, holds, offlineReady,
  open, openFinding, person, saved, setField, shows, site, standing, takeSample, temporary, watch,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';
const PLATFORM = '智慧借阅平台运行滞后';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

async function edit(page, title, owner) {
  await openFinding(page, title);
  await setField(page, '责任人', owner);
  await saved(page);
}

async function ownerOf(page, title) {
  const { file } = await exported(page);
  return findingsOf(file).find((finding) => finding.title === title).owner;
}

test('a reload keeps every edit', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await edit(page, NETWORK, '王芳');
  const before = await content(page);
  await page.reload();
  await standing(page);
  assert.deepEqual(await content(page), before);
  assert.equal(await ownerOf(page, NETWORK), '王芳');
  assertNoFaults(context);
});

test('either store alone gives the whole ledger back', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await edit(page, NETWORK, '李军');
  const before = await content(page);

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await standing(page);
  await go(page, '全部台账');
  await button(page.getByRole('row'), /^打开：/).click();
  await shows(page.locator('.completion-rate'), '26/30');
  assert.deepEqual(await content(page), before);

  assert.ok((await page.evaluate(emptyDatabases)) > 0, 'there is a log');
  await page.reload();
  await standing(page);
  assert.deepEqual(await content(page), before);
  assertNoFaults(context);
});

/** Runs in the page: leaves nothing in its databases, and tells how many entries went. */
async function emptyDatabases() {
  const settled = (request) =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  let entries = 0;
  for (const { name } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const entry = database.transaction(store, 'readwrite').objectStore(store);
      entries += await settled(entry.count());
      await settled(entry.clear());
    }
    database.close();
  }
  return entries;
}

test('without the server the page opens, works and saves', async (t) => {
  const context = await person(t, engine);
  const mine = await site();
  t.after(() => mine.close());
  const page = await open(context, mine.address);
  await takeSample(page);
  await offlineReady(page);
  await mine.close();

  await page.reload();
  await standing(page);
  await edit(page, NETWORK, '王芳');
  await page.reload();
  await standing(page);
  assert.equal(await ownerOf(page, NETWORK), '王芳');

  const second = await open(context, mine.address, '#/overview');
  await shows(second.locator('.completion-rate'), '26/30 = 86.7 %');
  // The sample is one of the page's files, so it is there as well.
  await go(second, '全部台账');
  await button(second, '看看示例').click();
  await second.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  // Nothing but the worker's own look for a new version may fail.
  assert.deepEqual(context.faults.filter((fault) => !/sw\.js|ERR_CONNECTION_REFUSED/.test(fault)), []);
});

test('two tabs see each other and lose nothing', async (t) => {
  const context = await person(t, engine);
  const one = await open(context, server.address);
  await takeSample(one);
  const two = await open(context, server.address, '#/overview');
  await shows(two.locator('.completion-rate'), '26/30');

  await Promise.all([openFinding(one, NETWORK), openFinding(two, PLATFORM)]);
  await setField(one, '责任人', '王芳');
  await openFinding(two, NETWORK);
  await holds(fieldOf(two, '责任人'), '王芳');
  await fieldOf(two, '状态').selectOption({ label: '已销号' });
  await holds(fieldOf(one, '状态'), 'closed');

  // Both at once, on different findings and on different fields of one finding.
  await openFinding(two, PLATFORM);
  const rounds = ['甲', '乙', '丙', '丁'];
  await Promise.all([
    (async () => {
      for (const name of rounds) await setField(one, '责任部门', `${name}科`);
    })(),
    (async () => {
      for (const name of rounds) await setField(two, '责任领导', name);
    })(),
  ]);
  await Promise.all([saved(one), saved(two)]);
  await openFinding(one, PLATFORM);
  await holds(fieldOf(one, '责任领导'), '丁');
  const [here, there] = [await content(one), await content(two)];
  assert.deepEqual(here, there);
  const [network, platform] = [NETWORK, PLATFORM].map((title) => findingsOf(here).find((finding) => finding.title === title));
  assert.deepEqual([network.owner, network.department, network.status], ['王芳', '丁科', 'closed']);
  assert.equal(platform.leader, '丁');
  assert.equal(here.ledger.conflicts?.length ?? 0, 0);

  await Promise.all([one.reload(), two.reload()]);
  await Promise.all([standing(one), standing(two)]);
  assert.deepEqual(await content(one), here);
  assert.deepEqual(await content(two), here);
  assertNoFaults(context);
});

/** A browser of its own on a profile, to be killed. */
async function start(profile) {
  const child = spawn(EXECUTABLE, ['--headless', ...ARGUMENTS, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const endpoint = await new Promise((done, failed) => {
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) done(found[1]);
    });
    child.once('exit', (code) => failed(new Error(`the browser ended with ${code}: ${said}`)));
  });
  const engine = await chromium.connectOverCDP(endpoint);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  return { context: await watch(engine.contexts()[0]), kill };
}

test('a browser killed one second after 已保存 has kept every edit', async (t) => {
  const profile = await temporary(t);
  const first = await start(profile);
  t.after(first.kill);
  const page = await open(first.context, server.address);
  await takeSample(page);
  await edit(page, PLATFORM, '李军');
  await openFinding(page, NETWORK);
  for (const [label, value] of [['责任人', '王芳'], ['责任部门', '读者服务科'], ['责任领导', '周强']]) {
    await setField(page, label, value);
  }
  await fieldOf(page, '状态').selectOption({ label: '基本完成' });
  await saved(page);
  // This second is the promise under test.
  await pause(1000);
  await first.kill();

  const second = await start(profile);
  t.after(second.kill);
  const again = await open(second.context, server.address);
  // Which ledger was open stands in local storage alone, which the browser writes out later.
  await button(again.getByRole('row'), /^打开：/).click();
  await shows(again.locator('.completion-rate'), '26/30 = 86.7 %');
  await openFinding(again, NETWORK);
  await holds(fieldOf(again, '责任人'), '王芳');
  await holds(fieldOf(again, '责任部门'), '读者服务科');
  await holds(fieldOf(again, '责任领导'), '周强');
  await holds(fieldOf(again, '状态'), 'largely_done');
  await openFinding(again, PLATFORM);
  await holds(fieldOf(again, '责任人'), '李军');
  assertNoFaults(second.context);
});

test('ledgers opened in quick turns are whole, each with its own', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  for (const owner of ['甲', '乙', '王芳']) await edit(page, NETWORK, owner);
  const before = await content(page);
  await go(page, '全部台账');
  await button(page, /^新建空白台账/).click();
  await page.getByRole('dialog').getByRole('textbox').fill('另一本');
  await page.keyboard.press('Enter');
  await shows(page.locator('.topbar-title'), '另一本');
  await saved(page);
  await go(page, '全部台账');
  await button(page.getByRole('row'), /^打开：/).nth(1).waitFor();

  // Three clicks in one task: no reading can end in between.
  await page.evaluate(() => {
    const all = [...document.querySelectorAll('tr button')].filter((each) => each.textContent.startsWith('打开'));
    const of = (title) => all.find((each) => each.closest('tr').textContent.includes(title));
    for (const title of ['示例', '另一本', '示例']) of(title).click();
  });
  await shows(page.locator('.completion-rate'), '26/30');
  assert.deepEqual(await content(page), before);
  await go(page, '全部台账');
  await button(page.getByRole('row').filter({ hasText: '另一本' }), /^打开：/).click();
  await shows(page.locator('.topbar-title'), '另一本');
  assert.equal((await content(page)).changes.length, 1);
  assertNoFaults(context);
});
