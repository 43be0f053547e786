// Finishes Trunk's output; Trunk runs it in the staging folder before dist/ is replaced (Trunk.toml).
//
// The wasm and the scripts made small, one style sheet from those index.html names, names by what the files hold, the
// service worker's list of files, and a check that the page keeps its own content security policy and names no file that is
// missing.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

import { shortName, shrink, shrinkPart, smallerJs } from './shrink.mjs';
import { split } from './split.mjs';

const WORKER = 'sw.js';
const TARGET = 'wasm32-unknown-unknown';
const STYLE_LINK = /[ \t]*<link rel="stylesheet" href="(style\/[^"]+)">\n?/g;

export function finish(stage, source) {
  const page = join(stage, 'index.html');
  let html = readFileSync(page, 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  html = shrinkWasm(html, stage, source);
  html = mergeStyles(html, stage, source);
  html = hashScripts(html, stage);
  html = html.replace(/^\s*\n/gm, '');

  const files = filesUnder(stage).filter((name) => name !== WORKER);
  const version = versionOf(files.map((name) => [name, name === 'index.html' ? html : readFileSync(join(stage, name))]));
  html = html.replace('</head>', `<meta name="ledger-version" content="${version}">\n</head>`);
  check(html, files);
  writeFileSync(page, html);
  fillWorker(join(stage, WORKER), version, ['./', ...files]);
}

/** The wasm and its glue, which index.html names as `data-wasm` and `data-js`; then the parts that are loaded later. */
function shrinkWasm(html, stage, source) {
  const named = (key) => html.match(new RegExp(`\\bdata-${key}="([^"]+)"`))?.[1] ?? fail('the start script is missing');
  const [js, wasm] = [named('js'), named('wasm')];
  // Trunk's hashes have no leading zeros.
  const stem = basename(js, '.js').replace(/-[0-9a-f]{1,16}$/, '');
  rmSync(join(stage, js));
  rmSync(join(stage, wasm));
  // Trunk's own output knows nothing of parts.
  const built = split(join(process.env.CARGO_TARGET_DIR ?? join(source, 'target'), TARGET, 'release', `${stem}.wasm`), stem);
  let { glue } = built;
  for (const [name, bytes] of built.parts) {
    const part = shrinkPart(bytes);
    const hashed = `${basename(name, '.wasm').replace(/^split_/, '')}-${hashOf(part)}.wasm`;
    if (!glue.includes(`"./${name}"`)) fail(`nothing loads ${name}`);
    glue = glue.replace(`"./${name}"`, `"./${hashed}"`);
    writeFileSync(join(stage, hashed), part);
  }
  const small = shrink(built.wasm, glue);
  const names = { [js]: `${stem}-${hashOf(small.glue)}.js`, [wasm]: `${stem}-${hashOf(small.wasm)}.wasm` };
  writeFileSync(join(stage, names[js]), small.glue);
  writeFileSync(join(stage, names[wasm]), small.wasm);
  return html.replace(/[\w.-]+/g, (word) => names[word] ?? word);
}

function mergeStyles(html, stage, source) {
  const names = [...html.matchAll(STYLE_LINK)].map((match) => match[1]);
  const missing = names.filter((name) => !existsSync(join(source, name)));
  if (missing.length) fail(`index.html names style sheets that do not exist: ${missing.join(', ')}`);
  const unnamed = readdirSync(join(source, 'style')).filter((name) => name.endsWith('.css') && !names.includes(`style/${name}`));
  if (unnamed.length) fail(`style sheets that index.html does not name: ${unnamed.join(', ')}`);

  const css = shortProperties(names.map((name) => smallerCss(readFileSync(join(source, name), 'utf8'))).join('\n'));
  const name = `style-${hashOf(css)}.css`;
  writeFileSync(join(stage, name), css);
  let isFirst = true;
  return html.replace(STYLE_LINK, () => {
    if (!isFirst) return '';
    isFirst = false;
    return `<link rel="stylesheet" href="${name}">\n`;
  });
}

/** Custom properties are named for readers of the source; only the style sheets use them. */
function shortProperties(css) {
  const names = [...new Set(css.match(/--[a-z][\w-]*/g))];
  const short = new Map(names.map((name, at) => [name, `--${shortName(at)}`]));
  return css.replace(/--[a-z][\w-]*/g, (name) => short.get(name));
}

/** Drops comments and needless white space; strings stay as they are. */
export function smallerCss(css) {
  const parts = css.match(/\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\s+|[{};,]|[^\s"'/{};,]+|\//g) ?? [];
  let out = '';
  let gap = false;
  for (const part of parts) {
    if (part.startsWith('/*') || /^\s/.test(part)) {
      gap = true;
      continue;
    }
    const last = out.at(-1);
    if (part === '}' && last === ';') out = out.slice(0, -1);
    // A space before a colon can mean something (`a :hover`), one behind it cannot.
    else if (gap && out && !/[{};,]/.test(part) && !/[{};,:]/.test(last)) out += ' ';
    out += part;
    gap = false;
  }
  return out;
}

function hashScripts(html, stage) {
  return html.replace(/(<script\b[^>]*\bsrc=")([\w.]+)\.js"/g, (_, before, stem) => {
    const from = join(stage, `${stem}.js`);
    if (!existsSync(from)) fail(`index.html names a script that does not exist: ${stem}.js`);
    const text = smallerJs(readFileSync(from, 'utf8'));
    const name = `${stem}-${hashOf(text)}.js`;
    rmSync(from);
    writeFileSync(join(stage, name), text);
    return `${before}${name}"`;
  });
}

function filesUnder(folder, root = folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.')) {
        rmSync(path, { recursive: true });
        return [];
      }
      return entry.isDirectory() ? filesUnder(path, root) : [relative(root, path).split(sep).join('/')];
    })
    .sort();
}

function versionOf(entries) {
  const hash = createHash('sha256');
  for (const [name, content] of entries) hash.update(`${name}\0${hashOf(content)}\n`);
  return hash.digest('hex').slice(0, 16);
}

function fillWorker(path, version, files) {
  const text = readFileSync(path, 'utf8');
  const filled = text.replace("'{{version}}'", JSON.stringify(version)).replace("['{{files}}']", JSON.stringify(files.map(encodeURI)));
  if (filled.includes('{{')) fail(`${WORKER}: a place to fill in was not found`);
  writeFileSync(path, smallerJs(filled));
}

function check(html, files) {
  const faults = [];
  if (!html.includes('http-equiv="Content-Security-Policy"')) faults.push('no content security policy');
  if (/unsafe-inline|'unsafe-eval'/.test(html)) faults.push('the content security policy is not strict');
  if (/<style\b|\sstyle=|\son\w+=/i.test(html)) faults.push('inline style or handler');
  if (/<script\b(?![^>]*\bsrc=)/i.test(html)) faults.push('inline script');
  if (/data-trunk/.test(html)) faults.push('a link that Trunk did not take');
  for (const [, name] of html.matchAll(/\s(?:href|src|data-js|data-wasm)="([^"#]+)"/g)) {
    if (!files.includes(name.replace(/^\.\//, ''))) faults.push(`no such file in the page's folder: ${name}`);
  }
  if (!/data-wasm="[^"]+"/.test(html)) faults.push('the start script is missing');
  if (faults.length) fail(`index.html: ${faults.join('; ')}`);
}

function hashOf(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

function fail(message) {
  throw new Error(message);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { TRUNK_STAGING_DIR: stage, TRUNK_SOURCE_DIR: source } = process.env;
  try {
    if (!stage || !source) fail('Trunk runs this as a hook; run `make build`');
    finish(stage, source);
  } catch (fault) {
    console.error(`${basename(process.argv[1])}: ${fault.message}`);
    process.exit(1);
  }
}
