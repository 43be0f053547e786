// A new version of the page is offered, never forced, and loses nothing.
import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import {
  SITE, assertNoFaults, browser, button, fieldOf, holds, offlineReady, open, openFinding, person, saved, setField, site,
  standing, takeSample, temporary,
} from './support.mjs';

const NETWORK = '基层服务网点布局还不均衡';

let engine;
before(async () => (engine = await browser()));
after(() => engine?.close());

const versionOf = (page) => page.locator('meta[name="ledger-version"]').getAttribute('content');

/** A copy of the page, served, that can become another version of itself. */
async function copyOfThePage(t) {
  const folder = join(await temporary(t), 'page');
  await cp(SITE, folder, { recursive: true });
  const server = await site({ folder });
  t.after(() => server.close());
  const [, before] = (await readFile(join(folder, 'index.html'), 'utf8')).match(/name="ledger-version" content="(\w+)"/);
  const become = async (version, names = ['index.html', 'sw.js']) => {
    for (const file of names.map((name) => join(folder, name))) {
      const text = await readFile(file, 'utf8');
      assert.ok(text.includes(before), `${file} names its version`);
      await writeFile(file, text.replaceAll(before, version));
    }
  };
  return { address: server.address, before, become };
}

test('a new version waits until the user asks for it, in every tab', async (t) => {
  const copy = await copyOfThePage(t);
  const context = await person(t, engine);
  const page = await open(context, copy.address);
  await offlineReady(page);
  await takeSample(page);
  await copy.become('0123456789abcdef');

  await page.reload();
  await standing(page);
  const offer = page.locator('.update-offer');
  await offer.waitFor();
  assert.equal(await versionOf(page), copy.before, 'the version before goes on');
  // Work goes on under the offer, and is there afterwards.
  await openFinding(page, NETWORK);
  await setField(page, '责任人', '王芳');
  await saved(page);
  const other = await open(context, copy.address, '#/overview');
  await other.locator('.update-offer').waitFor();
  assert.equal(await versionOf(other), copy.before, 'a second tab is not changed over either');
  await other.close();

  await Promise.all([page.waitForEvent('load'), button(offer, '刷新启用').click()]);
  await page.locator('meta[name="ledger-version"][content="0123456789abcdef"]').waitFor({ state: 'attached' });
  await standing(page);
  await holds(fieldOf(page, '责任人'), '王芳');
  assert.equal(await page.locator('.update-offer').count(), 0, 'nothing more is offered');
  assertNoFaults(context);
});

test('a version that is only half there leaves the one before in place', async (t) => {
  const copy = await copyOfThePage(t);
  const context = await person(t, engine);
  const page = await open(context, copy.address);
  await offlineReady(page);
  // The worker is new, the page it names is not yet: a copy under way.
  await copy.become('fedcba9876543210', ['sw.js']);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await new Promise((refused) => {
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker.addEventListener('statechange', () => worker.state === 'redundant' && refused());
      });
      registration.update().catch(() => {});
    });
  });
  await page.reload();
  await standing(page);
  assert.equal(await versionOf(page), copy.before);
  assert.equal(await page.locator('.update-offer').count(), 0);
  await copy.become('fedcba9876543210', ['index.html']);
  await page.reload();
  await page.locator('.update-offer').waitFor();
});
