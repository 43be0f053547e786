// A year of weekly work by twelve departments: what its file and its storage weigh, and how long it opens.
// node bench/year.mjs FILE (from `cargo run --example year`); `make bench` does both.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { serve } from '../tools/serve.mjs';
import { launch } from './browser.mjs';

const STARTS = 5;
const AIMS = { json: 12_000_000, units: 2_000_000, open: 1_000 };

const file = process.argv[2];
const text = await readFile(file, 'utf8');
const { changes } = JSON.parse(text);
const work = await mkdtemp(join(tmpdir(), 'rectification-ledger-year-'));
const server = await serve({ folder: 'dist' });
try {
  const profile = join(work, 'profile');
  await inBrowser(profile, async (tab) => {
    await tab.goto(server.address);
    const [chooser] = await Promise.all([tab.waitForEvent('filechooser'), tab.getByRole('button', { name: '打开台账文件' }).click()]);
    await chooser.setFiles(file);
    await tab.getByRole('heading', { name: '总览', level: 1 }).waitFor({ timeout: 120_000 });
    await tab.locator('.saved[data-state="saved"]').waitFor({ timeout: 120_000 });
  });
  const starts = [];
  let units = 0;
  for (let at = 0; at < STARTS; at += 1) {
    await inBrowser(profile, async (tab) => {
      await tab.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector('.completion-rate')) return;
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => (window.opened = performance.now())));
        }).observe(document, { childList: true, subtree: true });
      });
      await tab.goto(`${server.address}#/overview`);
      await tab.waitForFunction(() => window.opened, null, { timeout: 120_000 });
      starts.push(await tab.evaluate(() => window.opened));
      units = await tab.evaluate(() => Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0));
    });
  }
  starts.sort((a, b) => a - b);
  const median = starts[Math.floor(starts.length / 2)];
  const line = (what, value, aim, unit) =>
    console.log(`${what.padEnd(44)}${Math.round(value).toLocaleString('en-US').padStart(12)} ${unit.padEnd(6)} ${(value / aim).toFixed(2)} of ${aim.toLocaleString('en-US')}`);
  console.log(`a year of weekly work: ${changes.length.toLocaleString('en-US')} changes`);
  line('exported JSON', Buffer.byteLength(text), AIMS.json, 'bytes');
  line('local storage', units, AIMS.units, 'units');
  line(`opening, from the address to the overview (median of ${STARTS})`, median, AIMS.open, 'ms');
} finally {
  await server.close();
  await rm(work, { recursive: true, force: true, maxRetries: 5 });
}

async function inBrowser(profile, act) {
  const context = await launch(profile);
  try {
    await act(context.pages()[0]);
  } finally {
    await context.close();
  }
}
