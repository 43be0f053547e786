// Keeps the page for use without a network, and offers new versions. The app sees this much of it:
//   <html data-offline="ready">      the page opens without a network from now on   (event `rl-offline` on window)
//   <html data-update="waiting">     a new version is there                         (event `rl-update` on window)
//   dispatch `rl-apply-update`       change to the new version: the page reloads once
(() => {
  'use strict';
  const HOUR = 3_600_000;
  const workers = navigator.serviceWorker;
  if (!workers || !/^https?:$/.test(location.protocol)) return;

  const page = document.documentElement;
  const tell = (name) => window.dispatchEvent(new CustomEvent(name));
  let controlled = Boolean(workers.controller);
  let registration = null;
  let asked = false;

  const offerUpdate = () => {
    page.dataset.update = 'waiting';
    tell('rl-update');
  };

  const whenActivated = (worker) => {
    if (worker.state === 'activated' && page.dataset.offline !== 'ready') {
      page.dataset.offline = 'ready';
      tell('rl-offline');
    }
  };

  const follow = (worker) => {
    if (!worker) return;
    const look = () => {
      if (worker.state === 'installed' && registration.active) offerUpdate();
      whenActivated(worker);
    };
    worker.addEventListener('statechange', look);
    look();
  };

  window.addEventListener('rl-apply-update', () => {
    asked = true;
    // Without a waiting version another tab has applied it already.
    if (registration?.waiting) registration.waiting.postMessage({ type: 'apply' });
    else location.reload();
  });

  workers.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    else if (controlled) offerUpdate();
    controlled = true;
  });

  let checked = Date.now();
  const checkHourly = () => {
    if (document.visibilityState !== 'visible' || Date.now() - checked < HOUR) return;
    checked = Date.now();
    registration.update().catch(() => {}); // no network: the next hour will do
  };

  const start = async () => {
    try {
      registration = await workers.register('./sw.js', { updateViaCache: 'none' });
    } catch (fault) {
      console.warn('offline use is not available:', fault);
      return;
    }
    follow(registration.active);
    follow(registration.waiting);
    follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration.installing));
    document.addEventListener('visibilitychange', checkHourly);
    setInterval(checkHourly, HOUR / 4);
    registration.update().catch(() => {});
  };

  // After the page's own files, so that the first visit does not fetch them against each other.
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start);
})();
