// What the browser tests share: a browser, a served page, a person at it, and what the page stores and exports.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { serve } from '../../tools/serve.mjs';

if (!process.env.BROWSER_DRIVER) throw new Error('BROWSER_DRIVER is not set; run the tests with `make test`');
const driver = createRequire(join(process.env.BROWSER_DRIVER, 'package.json'));
export const { chromium } = driver('playwright-core');
export const AXE = driver.resolve('axe-core/axe.min.js');

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const SITE = resolve(ROOT, process.env.DIST ?? 'dist');
const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium'));
export const EXECUTABLE = process.env.CHROMIUM ?? onPath.find((path) => existsSync(path)) ?? '/usr/bin/chromium';
export const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** How long a test waits for what it expects. */
const PATIENCE = 15_000;

export const site = (options = {}) => serve({ folder: SITE, ...options });
export const browser = () => chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS, headless: true });
export const data = (name) => join(ROOT, 'tests/data', name);
export const sampleReport = () => readFile(join(ROOT, 'public/sample-report.txt'), 'utf8');

/** A folder that is gone after the test. */
export async function temporary(t) {
  const folder = await mkdtemp(join(tmpdir(), 'rectification-ledger-'));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A person without history: a context of its own, closed after the test, watched for faults. */
export async function person(t, engine, options = {}) {
  const context = await engine.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', ...options });
  t.after(() => context.close());
  return watch(context);
}

/** Gathers in `context.faults` what no page may do: errors, breaches of the content security policy, foreign requests. */
export async function watch(context) {
  const faults = [];
  context.faults = faults;
  context.setDefaultTimeout(PATIENCE);
  context.on('weberror', (fault) => faults.push(`uncaught: ${fault.error()}`));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') faults.push(`request: ${request.url()}`);
  });
  await context.exposeBinding('reportBreach', (_, what) => faults.push(`content security policy: ${what}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      window.reportBreach(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return context;
}

export function assertNoFaults(context) {
  assert.deepEqual(context.faults, []);
}

/** Opens the page at a place, e.g. `#/ledger`, and waits until the app stands. */
export async function open(context, address, place = '#/') {
  const page = await context.newPage();
  await page.goto(address + place);
  await standing(page);
  return page;
}

export const standing = (page) => page.locator('main h1').waitFor();

/** Goes to a view by its tab. */
export async function go(page, tab) {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: tab, exact: true }).click();
  await page.locator('main h1').waitFor();
}

export const button = (scope, name) => scope.getByRole('button', { name, exact: typeof name === 'string' });
/** The part of a view under a heading. */
export const card = (page, heading) => page.locator('.card').filter({ has: page.getByRole('heading', { name: heading }) });
export const saved = (page) => page.locator('.saved[data-state="saved"]', { hasText: /^已保存$/ }).waitFor();
export const offlineReady = (page) => page.locator('html[data-offline="ready"]').waitFor({ state: 'attached' });
export const notice = (page, text) => page.locator('.notice', { hasText: text }).waitFor();

/** Pastes a text into the box for it, and has it read. */
export async function paste(page, text) {
  await page.getByLabel('粘贴反馈意见、报告全文或 JSON').fill(text);
  await button(page, '读取').click();
}

/** Gives files to the picker that a button opens. */
export async function pick(page, name, ...files) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name }).first().click(),
  ]);
  await chooser.setFiles(files);
}

/** A ledger from the sample, as a first run makes it; ends on the overview. */
export async function takeSample(page) {
  await page.getByRole('button', { name: '看看示例' }).click();
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await saved(page);
}

/** Exports by the button: the file's name, text, and content. */
export async function exported(page) {
  // Behind another tab a download takes seconds.
  await page.bringToFront();
  await go(page, '文件');
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '导出 JSON').click()]);
  const path = await download.path();
  const text = await readFile(path, 'utf8');
  return { name: download.suggestedFilename(), path, text, file: JSON.parse(text) };
}

/** The same, without what may differ between two exports of one ledger: the time, and the order in which changes arrived. */
export async function content(page) {
  const { file } = await exported(page);
  delete file.exported_at;
  file.changes.sort((one, other) => (one.id < other.id ? -1 : 1));
  return file;
}

export const findingsOf = (file) =>
  file.ledger.focus_areas.flatMap((area) => area.categories).flatMap((category) => category.findings);

/** Opens a finding of the table by its title, by way of the search. */
export async function openFinding(page, title) {
  await go(page, '台账');
  await page.getByRole('searchbox', { name: '搜索' }).fill(title);
  await page.getByRole('row').getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

/** Types into a field of the finding that is open, outside its measures, and leaves it. */
export async function setField(page, label, value) {
  const field = card(page, '责任与时限').getByLabel(label, { exact: true });
  await field.fill(value);
  await field.press('Tab');
}

export const fieldOf = (page, label) => card(page, '责任与时限').getByLabel(label, { exact: true });

/** Waits until a locator shows a text. */
export const shows = (locator, text) => locator.filter({ hasText: text }).first().waitFor();

/** Waits until a field has a value, and says which it had instead. */
export async function holds(field, value) {
  const handle = await field.elementHandle();
  const page = field.page();
  await page.waitForFunction(([element, value]) => element.value === value, [handle, value]).catch(async () => {
    assert.equal(await field.inputValue(), value);
  });
}

/** Somebody with a page, who gives his name when he signs. */
async function named(t, engine, address, name) {
  const context = await person(t, engine);
  const page = await open(context, address);
  return { context, page, sign: async () => {
    await go(page, '台账信息');
    await page.locator('input[autocomplete="name"]').fill(name);
    await page.keyboard.press('Tab');
  } };
}

/** The office has a ledger, the department a copy of it; both have a name. */
export async function officeAndDepartment(t, engine, address) {
  const office = await named(t, engine, address, '巡察整改办');
  await takeSample(office.page);
  await office.sign();
  const { path } = await exported(office.page);
  const department = await named(t, engine, address, '服务保障科');
  await pick(department.page, '打开台账文件', path);
  await department.page.getByRole('heading', { name: '总览', level: 1 }).waitFor();
  await department.sign();
  return { office, department };
}
