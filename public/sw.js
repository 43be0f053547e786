// Serves every file of one version of the page from the browser's cache. tools/finish.mjs fills in the two constants.
'use strict';
const VERSION = '{{version}}';
const FILES = ['{{files}}'];

const PREFIX = 'rectification-ledger-';
// Caches belong to the origin: another copy of the page under another path must not lose its own.
const SCOPE = new URL(self.registration.scope);
const OURS = `${PREFIX}${SCOPE.pathname}-`;
const CACHE = OURS + VERSION;
const PAGES = [SCOPE.pathname, new URL('index.html', SCOPE).pathname];

self.addEventListener('install', (event) => event.waitUntil(takeIn()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data?.type === 'apply') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === location.origin) event.respondWith(answer(request));
});

// All files or none: one that is missing leaves the version before in place.
async function takeIn() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(FILES.map((name) => keep(cache, new URL(name, SCOPE))));
  } catch (fault) {
    await caches.delete(CACHE);
    throw fault;
  }
}

async function keep(cache, url) {
  const response = await fetch(new Request(url, { cache: 'reload' }));
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  if (PAGES.includes(url.pathname) && !(await response.clone().text()).includes(VERSION)) {
    throw new Error(`${url.pathname} is of another version than sw.js`);
  }
  // A redirected answer may not be given to a navigation, hence the copy.
  const { status, headers } = response;
  await cache.put(url, response.redirected ? new Response(await response.arrayBuffer(), { status, headers }) : response);
}

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

async function answer(request) {
  const cache = await caches.open(CACHE);
  const page = () => cache.match(SCOPE, { ignoreVary: true });
  const isNavigation = request.mode === 'navigate';
  const kept = isNavigation && PAGES.includes(new URL(request.url).pathname)
    ? await page()
    : await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (fault) {
    const shown = isNavigation && (await page());
    if (shown) return shown;
    throw fault;
  }
}
