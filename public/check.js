// Says why the page cannot start or go on, and what helps. Must itself run in the oldest browsers: no syntax after ES5.
(function () {
  'use strict';
  var words = {
    file: [
      '此页不能直接从文件打开。请通过网址（http 或 https）打开，例如在项目文件夹中执行 make run，或把整个文件夹放到任意静态网站上。',
      'This page cannot be opened as a file. Open it by an http or https address: run make run in the project, or put the folder on any static web host.'
    ],
    old: [
      '此浏览器太旧，无法运行整改台账。请使用 2023 年以后的 Edge、Chrome、Firefox 或 Safari；360 等双核浏览器请切换到“极速模式”。',
      'This browser is too old for the ledger. Use an Edge, Chrome, Firefox or Safari of 2023 or later; in browsers with two engines, choose the fast (Chromium) mode.'
    ],
    load: [
      '页面的文件没有全部载入，或此浏览器不能运行它们。请检查网络后刷新；若仍不行，请使用 2023 年以后的浏览器。已保存的台账不受影响。',
      'Not all files of the page were loaded, or this browser cannot run them. Check the network and reload; if that does not help, use a browser of 2023 or later. Saved ledgers are not affected.'
    ],
    stopped: [
      '页面遇到错误，已停止工作。显示“已保存”的内容不会丢失。请刷新页面后继续。',
      'The page met an error and has stopped. What was shown as saved is not lost. Reload the page to go on.'
    ]
  };
  var boot = document.getElementById('boot');
  var dialog = document.getElementById('boot-fault');
  var shown = false;

  function put(id, text) {
    dialog.querySelector('#' + id).textContent = text;
  }

  function show(kind, detail) {
    if (shown) return;
    shown = true;
    document.documentElement.setAttribute('data-fault', kind);
    put('boot-fault-zh', words[kind][0]);
    put('boot-fault-en', words[kind][1]);
    put('boot-fault-detail', detail || '');
    if (kind === 'stopped') put('boot-fault-title', '台账已停止 The ledger has stopped');
    dialog.querySelector('#boot-fault-reload').onclick = function () {
      location.reload();
    };
    // The app may have removed #boot, and the dialog with it.
    document.body.insertBefore(dialog, document.body.firstChild);
    dialog.removeAttribute('hidden');
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute('open', '');
  }

  window.ledgerFault = function (fault) {
    show(fault instanceof WebAssembly.RuntimeError ? 'stopped' : 'load', String(fault));
  };

  window.addEventListener('error', function (event) {
    var source = event.target;
    if (source && source.tagName === 'SCRIPT') {
      show('load', source.getAttribute('src'));
    } else if (typeof WebAssembly === 'object' && event.error instanceof WebAssembly.RuntimeError) {
      show('stopped', String(event.error));
    }
  }, true);
  window.addEventListener('unhandledrejection', function (event) {
    if (event.reason instanceof WebAssembly.RuntimeError) show('stopped', String(event.reason));
  });

  if (!boot || !dialog) return;
  if (location.protocol === 'file:') show('file');
  else if (!('noModule' in document.createElement('script')) || typeof WebAssembly !== 'object') show('old');
})();
