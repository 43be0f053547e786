// The two pages: where they are served from, and a profile of each that has the findings in it.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { serve } from '../tools/serve.mjs';
import { launch } from './browser.mjs';
import { asFile } from './data.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** Reading ten thousand findings from a file, and storing them, on a slow machine. */
const PATIENCE = 300_000;
/** Chromium writes local storage down some seconds after it was set. */
const WRITE_DOWN = 7_000;

/** Serves both pages, each on an origin of its own; `work` is a folder that may be filled. */
export async function prepare(rows, work) {
  // A build that ends during the run must not change the page under it.
  const site = join(work, 'site');
  await cp(join(HERE, '../dist'), site, { recursive: true });
  const vanilla = join(HERE, 'vanilla');
  const pages = [
    { name: 'ours', folder: site, start: '#/ledger', key: 'ledger/', keep: (page) => keepOurs(page, rows, work) },
    { name: 'vanilla', folder: vanilla, start: '', key: 'rows', keep: (page) => keepVanilla(page, rows) },
  ];
  for (const page of pages) {
    const server = await serve({ folder: page.folder });
    page.address = server.address;
    page.close = server.close;
    page.profile = join(work, `${page.name}-profile`);
    await mkdir(page.profile, { recursive: true });
    await inBrowser(page, (tab) => page.keep({ ...page, tab }));
    await inBrowser(page, (tab) => isKept(page, tab, rows.length));
  }
  return pages;
}

async function inBrowser(page, act) {
  const context = await launch(page.profile);
  try {
    await act(context.pages()[0]);
    await context.pages()[0].waitForTimeout(WRITE_DOWN);
  } finally {
    await context.close();
  }
}

/** Local storage that was written shortly before the browser closed need not be on disk: no start may begin without it. */
async function isKept({ name, address, start, key }, tab, count) {
  await tab.goto(address + start);
  await tab.locator(`[data-count="${count}"]`).waitFor();
  const kept = await tab.evaluate((key) => Object.keys(localStorage).some((each) => each.startsWith(key)), key);
  if (!kept) throw new Error(`the browser did not keep what ${name} wrote to local storage; run it again`);
}

/** The titles as Chinese readers sort them, which only the browser knows for certain. */
export async function inReadingOrder(titles, work) {
  const context = await launch(join(work, 'order-profile'));
  try {
    return await context.pages()[0].evaluate((titles) => titles.sort(new Intl.Collator('zh-CN', { numeric: true }).compare), titles);
  } finally {
    await context.close();
  }
}

/** As a user would: the file is imported, confirmed, and saved; the page is kept for use without a network. */
async function keepOurs({ tab, address }, rows, work) {
  const file = join(work, 'findings.json');
  await writeFile(file, asFile(rows));
  tab.setDefaultTimeout(PATIENCE);
  await tab.goto(`${address}#/file`);
  await tab.locator('input[type=file][accept*=json]').first().setInputFiles(file);
  await tab.getByRole('button', { name: '导入为新台账' }).click();
  await tab.locator('.saved[data-state="saved"]', { hasText: '已保存' }).waitFor();
  await tab.goto(`${address}#/ledger`);
  await tab.locator(`[data-count="${rows.length}"]`).waitFor();
  await tab.locator('html[data-offline="ready"]').waitFor({ state: 'attached' });
}

async function keepVanilla({ tab, address }, rows) {
  await tab.goto(address);
  await tab.evaluate((rows) => localStorage.setItem('rows', rows), JSON.stringify(rows));
  await tab.reload();
  await tab.locator(`[data-count="${rows.length}"]`).waitFor();
}
