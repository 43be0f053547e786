// The clock, inside either page, from before its first script. A time ends with the first frame painted after the
// answer stands in the document: looked at just before the frame is drawn, timed in the first task after it.
(() => {
  'use strict';
  /** No start takes longer than the first, and nothing else longer than the second. */
  const PATIENCE = { start: 60_000, act: 10_000 };
  const titleOf = (row) => row?.querySelector('.cell-title')?.textContent;
  const pause = (millis) => new Promise((done) => setTimeout(done, millis));
  const nextTask = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(0);
    });
  /** One painted frame: what `look` saw before it was drawn, and when it had been. */
  const frame = (look) =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const seen = look?.();
        nextTask().then((at) => done({ seen, at }));
      });
    });

  /** The first frame in which `look` holds; none if it never does. */
  async function painted(look, patience = PATIENCE.act) {
    const end = performance.now() + patience;
    for (;;) {
      const { seen, at } = await frame(look);
      if (seen) return at;
      if (at > end) return null;
    }
  }

  /** Does something and times it, to the end of its own script (`script`) and to the painted answer (`painted`). */
  async function timed(act, look) {
    // From rest, and from the beginning of a frame.
    await pause(60);
    await frame();
    await frame();
    const start = performance.now();
    act();
    const script = (await nextTask()) - start;
    const end = await painted(look);
    return { script, painted: end === null ? null : end - start };
  }

  /** The findings drawn, from the top. */
  const drawn = () =>
    [...document.querySelectorAll('.grid-finding[data-row]')].sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top));

  function holds({ count, top }) {
    if (Number(document.querySelector('[data-count]')?.dataset.count) !== count) return false;
    const rows = drawn();
    return top.every((title, at) => titleOf(rows[at]) === title);
  }

  function type(text) {
    const field = document.querySelector('[data-search]');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  /** Rewrites a title in its row. `durable`: until the page's sign says that it is saved; a page without a sign has none. */
  async function edit({ title, to }) {
    const row = () => drawn().find((each) => titleOf(each) === title);
    const input = () => document.querySelector('.inline-edit');
    const open = await timed(() => row()?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })), input);
    if (!input()) return { open, commit: { painted: null } };
    input().value = to;
    input().dispatchEvent(new InputEvent('input', { bubbles: true }));
    const entries = localStorage.length;
    let start = 0;
    const commit = await timed(
      () => {
        start = performance.now();
        input().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      },
      () => !input() && drawn().some((each) => titleOf(each) === to),
    );
    const stored = localStorage.length > entries;
    const sign = document.querySelector('.saved');
    const saved = sign && (await painted(() => sign.dataset.state === 'saved'));
    return { open, commit, stored, durable: sign ? saved && saved - start : undefined };
  }

  window.bench = {
    timed,
    edit,
    keystroke: (step) => timed(() => type(step.text), () => holds(step)),
    sort: (column, answer) => timed(() => document.querySelector(`[data-sort="${column}"]`).click(), () => holds(answer)),
    holds,
    shown: () => drawn().map(titleOf),
    nodes: () => {
      const walk = document.createTreeWalker(document);
      let count = 1;
      while (walk.nextNode()) count += 1;
      return count;
    },
    /** Bytes of WebAssembly memory, which the JavaScript heap does not count. */
    wasm: () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
    /** The longest task since the first rows. */
    longest: 0,
  };

  const memories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      const memory = (made.instance ?? made).exports.memory;
      if (memory) memories.push(memory);
      return made;
    };
  }

  // A cold start ends with the frame that shows the first finding. Navigation began at 0.
  const firstTitle = () => titleOf(document.querySelector('.grid-finding[data-row]'));
  window.bench.start = painted(firstTitle, PATIENCE.start).then((at) => {
    const observer = new PerformanceObserver((list) => {
      for (const task of list.getEntries()) window.bench.longest = Math.max(window.bench.longest, task.duration);
    });
    observer.observe({ type: 'longtask' });
    return at;
  });
})();
