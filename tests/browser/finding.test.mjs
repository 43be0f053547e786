// One finding, worked on with the keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertNoFaults, browser, button, open, openFinding, person, site, takeSample } from './support.mjs';

let engine;
let server;
before(async () => {
  [engine, server] = await Promise.all([browser(), site()]);
});
after(() => Promise.all([engine?.close(), server?.close()]));

test('a measure that is moved with the keyboard keeps the focus', async (t) => {
  const context = await person(t, engine);
  const page = await open(context, server.address);
  await takeSample(page);
  await openFinding(page, '基层服务网点布局还不均衡');
  const items = page.locator('.measure');
  const count = await items.count();
  const heading = (at) => items.nth(at).locator('textarea, input').first().inputValue();
  const first = await heading(0);
  const second = await heading(1);
  await button(items.nth(0), /^下移/).focus();
  // Down to the end, where the button can do no more and is still where the keyboard is.
  for (let at = 1; at < count; at += 1) {
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      ([at, text]) => document.querySelectorAll('.measure')[at].querySelector('textarea, input').value === text, [at, first],
    );
    const isHere = await items.nth(at).evaluate((item) => item.contains(document.activeElement));
    assert.ok(isHere, `the focus left the measure when it became number ${at + 1}`);
  }
  assert.equal(await heading(0), second);
  assert.equal(await button(items.nth(count - 1), /^下移/).getAttribute('aria-disabled'), 'true');
  await page.keyboard.press('Enter');
  assert.equal(await heading(count - 1), first);
  assertNoFaults(context);
});
