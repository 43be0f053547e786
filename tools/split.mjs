// Takes what `wasm_split` marks in the sources out of the wasm, into files of their own that are loaded when they are first
// needed; tools/finish.mjs calls it. The functions stay in one memory and one table: see ARCHITECTURE.md.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { inFolder } from './shrink.mjs';

const LINK = './__wasm_split.js';

/**
 * @param wasm the file that cargo built, with relocations
 * @param stem what the files are called
 * @returns what wasm-bindgen makes of the rest, and the parts: `{ wasm, glue, parts: Map(name → Buffer) }`. The glue fetches each
 *   part by its name, beside itself.
 */
export function split(wasm, stem) {
  return inFolder((folder) => {
    const quiet = { stdio: ['ignore', 'inherit', 'inherit'] };
    execFileSync('wasm-split-cli', ['--out-name', stem, wasm, folder], quiet);
    const out = join(folder, 'out');
    execFileSync('wasm-bindgen', ['--target', 'web', '--no-typescript', '--keep-lld-exports', '--out-dir', out, join(folder, `${stem}.wasm`)], quiet);
    const parts = readdirSync(folder).filter((name) => name.endsWith('.wasm') && name !== `${stem}.wasm`);
    if (!parts.length) throw new Error(`${wasm} has no part to be split off; was it built by tools/page.sh?`);
    return {
      wasm: readFileSync(join(out, `${stem}_bg.wasm`)),
      glue: joined(readFileSync(join(out, `${stem}.js`), 'utf8'), readFileSync(join(folder, LINK), 'utf8')),
      parts: new Map(parts.map((name) => [name, readFileSync(join(folder, name))])),
    };
  });
}

/** One script of the glue and of what loads the parts: each would import the other, and neither could be named by a hash. */
function joined(glue, link) {
  const loaders = [...link.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  // The glue imports the loaders once for each of them, under a name of its own each time.
  const imports = /^import \* as (\w+) from "\.\/__wasm_split\.js"\n/gm;
  const imported = [...glue.matchAll(imports)].map(([, name]) => name);
  if (!imported.length) fail('the import of the parts');
  const edits = [
    [/^import \{ initSync \} from .*\n/m, ''],
    [/^\s*const \{[^}]*\} = initSync\(undefined, undefined\);\n/m, ''],
    // By name, where tools/shrink.mjs finds what the page gives.
    [/(Object\.assign\(sharedImports\.__wasm_split, \{)([^}]*)/, (_, before, names) => before + names.replace(/\w+/g, '$&: wasm.$&')],
    [/^export const /gm, 'const '],
    // Also from a server that does not know wasm; and an answer that is none is a failure, to be tried again.
    [/\bWebAssembly\.instantiateStreaming\(src, imports\)/g, 'instantiatePart(src, imports)'],
  ];
  for (const [pattern, text] of edits) {
    if (link.search(pattern) < 0) fail(String(pattern));
    link = link.replace(pattern, text);
  }
  return [
    glue.replace(imports, ''),
    link,
    `async function instantiatePart(src, imports) {
  const answer = await src;
  if (!answer.ok) throw new Error(\`\${answer.url}: \${answer.status}\`);
  return WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}`,
    ...imported.map((name) => `const ${name} = { ${loaders.join(', ')} };`),
  ].join('\n');
}

function fail(what) {
  throw new Error(`not found in what the splitter wrote: ${what}`);
}
