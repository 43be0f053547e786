// Chromium for the benchmark: found as the browser tests find it, one profile folder per start.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

if (!process.env.BROWSER_DRIVER) {
  console.error('BROWSER_DRIVER is not set; run this with `make bench`');
  process.exit(1);
}
const { chromium } = createRequire(join(process.env.BROWSER_DRIVER, 'package.json'))('playwright-core');
const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium'));
const executablePath = process.env.CHROMIUM ?? onPath.find((path) => existsSync(path)) ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const MEGABYTE = 2 ** 20;

/** A browser of its own on a profile folder, closed as its context is closed. */
export function launch(profile) {
  return chromium.launchPersistentContext(profile, {
    executablePath,
    args,
    headless: true,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
}

/** What a tab holds in memory once its garbage is collected, in megabytes, and its nodes. */
export async function memory(context, tab) {
  const inspector = await context.newCDPSession(tab);
  await inspector.send('Performance.enable');
  await inspector.send('HeapProfiler.enable');
  await inspector.send('HeapProfiler.collectGarbage');
  await inspector.send('HeapProfiler.collectGarbage');
  const { metrics } = await inspector.send('Performance.getMetrics');
  await inspector.detach();
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value / MEGABYTE;
  const wasm = (await tab.evaluate(() => window.bench.wasm())) / MEGABYTE;
  const nodes = await tab.evaluate(() => window.bench.nodes());
  return { heap, wasm, own: heap + wasm, process: await privateMemory(context), nodes };
}

/** Private memory of the largest renderer; nothing where the system has no /proc. */
async function privateMemory(context) {
  const session = await context.browser().newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => {
    const map = `/proc/${id}/smaps_rollup`;
    if (!existsSync(map)) return null;
    const parts = readFileSync(map, 'utf8').matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm);
    return [...parts].reduce((sum, [, size]) => sum + Number(size), 0) / 1024;
  });
  return sizes.includes(null) || sizes.length === 0 ? null : Math.max(...sizes);
}
