// Starts the app. The names of its two files carry hashes and stand on this script's own tag.
const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
const address = (name) => new URL(name, document.baseURI).href;

import(address(js))
  .then((app) => app.default({ module_or_path: address(wasm) }))
  .catch((fault) => window.ledgerFault(fault));
