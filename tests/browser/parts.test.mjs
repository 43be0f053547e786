// The part of the page that comes later: not before it is needed, and nothing is lost where it does not come.
import assert from 'node:assert/strict';
import { cp, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { SITE, browser, button, data, go, open, paste, person, pick, sampleReport, shows, site, temporary } from './support.mjs';

const MISSING = '这一部分未能载入';

let engine;
before(async () => (engine = await browser()));
after(() => engine?.close());

test('reports come when they are first needed; a failure is said, and can be tried again', async (t) => {
  const folder = join(await temporary(t), 'page');
  await cp(SITE, folder, { recursive: true });
  const [part] = (await readdir(folder)).filter((name) => /^reports-.*\.wasm$/.test(name));
  assert.ok(part, 'the page has a part of that name');
  const server = await site({ folder });
  t.after(() => server.close());
  // Without its worker, which would take in the part beforehand.
  const context = await person(t, engine, { serviceWorkers: 'block' });
  const asked = [];
  context.on('request', (request) => asked.push(request.url()));
  const askedForPart = () => asked.filter((url) => url.endsWith(part)).length;

  await rename(join(folder, part), join(folder, `${part}.away`));
  const page = await open(context, server.address);
  await go(page, '文件');
  assert.equal(askedForPart(), 0, 'what no screen needs is not loaded');

  await paste(page, await sampleReport());
  const alert = page.getByRole('alert').filter({ hasText: MISSING });
  await alert.waitFor();
  assert.equal(askedForPart(), 1);
  const again = page.waitForResponse((answer) => answer.url().endsWith(part));
  await button(alert, '重试').click();
  assert.equal((await again).status(), 404);
  await alert.waitFor();

  await rename(join(folder, `${part}.away`), join(folder, part));
  await button(alert, '重试').click();
  await page.getByRole('heading', { name: '核对读入的内容' }).waitFor();
  await button(page, '存入台账').click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  // What follows from the missing file, and from the blocked worker.
  const unexpected = context.faults.filter((fault) => !/404|Service Worker|reading 'active'/.test(fault));
  assert.deepEqual(unexpected, []);
});

test('a ledger file waits for the part that reads it; where that does not come, nothing is taken and that is said', async (t) => {
  const folder = join(await temporary(t), 'page');
  await cp(SITE, folder, { recursive: true });
  const [part] = (await readdir(folder)).filter((name) => /^desk-.*\.wasm$/.test(name));
  const server = await site({ folder });
  t.after(() => server.close());
  const context = await person(t, engine, { serviceWorkers: 'block' });
  await rename(join(folder, part), join(folder, `${part}.away`));
  const page = await open(context, server.address);
  await pick(page, '打开台账文件', data('good/v1-full.json'));
  await shows(page.getByText(MISSING), MISSING);
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('ledger/')));
  assert.deepEqual(await kept(), [], 'nothing is taken that nobody could look at');
  await page.getByRole('heading', { name: '建立整改台账' }).waitFor();
  await rename(join(folder, `${part}.away`), join(folder, part));
  await pick(page, '打开台账文件', data('good/v1-full.json'));
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  const unexpected = context.faults.filter((fault) => !/404|Service Worker|reading 'active'/.test(fault));
  assert.deepEqual(unexpected, []);
});
