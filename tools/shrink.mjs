// Makes the wasm and its glue small; tools/finish.mjs calls it, before it gives both a name by what they hold.
//
// wasm-bindgen writes imports and exports for whatever the crates could want, under names with hashes. Here what the glue
// does not name is taken out of the wasm's exports, wasm-opt drops what nobody needs then, the glue's imports follow,
// the rest of both get short names, and Terser does for JavaScript what wasm-opt does for wasm.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CUSTOM = 0;
const IMPORTS = 2;
const FUNCTIONS = 3;
const EXPORTS = 7;
const CODE = 10;
// Smaller after compression than -Oz. The lowest bytes of the memory are the far end of the stack, so nothing lies there.
const SMALLER = [
  '-Os', '--skip-pass=local-cse', '--low-memory-unused', '--gufa', '-Os', '--one-caller-inline-max-function-size=20', '--dealign',
];
const KINDS = { function: 0, table: 1, memory: 2, global: 3, tag: 4 };

/** @returns the wasm and the glue, both smaller: `{ wasm: Buffer, glue: string }`. */
export function shrink(wasm, glue) {
  glue = withoutUnusedClasses(glue);
  wasm = optimised(withoutExports(wasm, (name) => mentions(glue, name)), SMALLER);
  wasm = likeBesideLike(wasm);
  const used = importsOf(wasm);
  glue = withoutImports(glue, used);
  const short = new Map([...used].map((name, at) => [name, shortName(at)]));
  wasm = renamed(wasm, (name) => short.get(name) ?? name);
  for (const name of used) {
    if (!mentions(glue, name)) throw new Error(`the glue does not give ${name}, which the wasm imports`);
  }
  glue = glue.replace(/[\w./-]+/g, (word) => short.get(word) ?? word);
  const called = [...new Set([...glue.matchAll(/\bwasm\.(\w+)/g)].map(([, name]) => name))].filter((name) => name !== 'memory');
  const shortCalled = new Map(called.map((name, at) => [name, shortName(at)]));
  wasm = withoutCustom(exportsRenamed(wasm, (name) => shortCalled.get(name) ?? name));
  glue = glue.replace(/\bwasm\.(\w+)/g, (text, name) => (shortCalled.has(name) ? `wasm.${shortCalled.get(name)}` : text));
  return { wasm, glue: smallerJs(glue, true) };
}

/** What is loaded later: its imports are the page's own, by the names they have there. */
export function shrinkPart(wasm) {
  return withoutCustom(likeBesideLike(optimised(wasm, SMALLER)));
}

/** Terser's short form of a script. */
export function smallerJs(source, isModule) {
  return inFolder((folder) => {
    const from = join(folder, 'from.js');
    writeFileSync(from, source);
    const options = [from, '--compress', 'passes=2', '--mangle', '--ecma', '2020', '--comments', 'false'];
    return execFileSync('terser', isModule ? [...options, '--module'] : options, { encoding: 'utf8' });
  });
}

/** Classes of crates that Leptos brings along and the page does not use; a class that is used is kept. */
function withoutUnusedClasses(glue) {
  const unused = [];
  const rest = glue.replace(/^export class (\w+) \{[\s\S]*?^\}\n(if \(Symbol\.dispose\)[^\n]*\n)?/gm, (text, name) => {
    if (mentions(glue.replace(text, ''), name)) return text;
    unused.push(name);
    return '';
  });
  // What frees their objects would keep all of them in the wasm.
  return unused.reduce((text, name) => text.replace(new RegExp(`^const ${name}Finalization = [^;]*;\\n`, 'm'), ''), rest);
}

function mentions(text, name) {
  return new RegExp(`(?<![\\w$])${name.replace(/[^\w]/g, '\\$&')}(?![\\w$])`).test(text);
}

/** Drops the members of the import object that the wasm does not import. */
function withoutImports(glue, used) {
  return glue.replace(/^ {8}(\w+): function[\s\S]*?^ {8}\},\n/gm, (text, name) => (used.has(name) ? text : ''));
}

/** Functions in the order of their types and bytes: what is alike stands together, and compresses better. */
function likeBesideLike(wasm) {
  const [types, bodies] = [[], []];
  eachSection(wasm, FUNCTIONS, (reader, out) => out.list(reader.list(() => part(reader, () => types.push(reader.number())))));
  eachSection(wasm, CODE, (reader, out) => out.list(reader.list(() => part(reader, () => bodies.push(reader.bytesOf())))));
  const order = types.map((_, at) => at).sort((a, b) => types[a] - types[b] || Buffer.compare(bodies[a], bodies[b]));
  const imported = [...importKinds(wasm)].filter((kind) => kind === KINDS.function).length;
  const names = [];
  order.forEach((at, place) => (names[at] = String(place).padStart(6, '0')));
  const out = new Writer();
  out.list(names.map((name, at) => Buffer.concat([leb(imported + at), out.text(name)])));
  const map = Buffer.concat(out.parts);
  const body = Buffer.concat([out.text('name'), Buffer.from([1]), leb(map.length), map]);
  const named = Buffer.concat([wasm, Buffer.from([0]), leb(body.length), body]);
  return optimised(named, ['--reorder-functions-by-name', '--strip-debug', '--strip-producers', '--strip-target-features']);
}

function part(reader, read) {
  const start = reader.at;
  read();
  return reader.from(start);
}

function optimised(wasm, options) {
  return inFolder((folder) => {
    const [from, to] = [join(folder, 'from.wasm'), join(folder, 'to.wasm')];
    writeFileSync(from, wasm);
    execFileSync('wasm-opt', [...options, from, '-o', to], { stdio: ['ignore', 'inherit', 'inherit'] });
    return readFileSync(to);
  });
}

/** Acts in a folder that is gone afterwards. */
export function inFolder(act) {
  const folder = mkdtempSync(join(tmpdir(), 'rectification-ledger-'));
  try {
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** a, b, … z, A, … aa, ab, … */
export function shortName(at) {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const rest = Math.floor(at / letters.length);
  return `${rest ? shortName(rest - 1) : ''}${letters[at % letters.length]}`;
}

/** The names of what a wasm imports, the modules' among them. */
function importsOf(wasm) {
  const names = new Set();
  renamed(wasm, (name) => {
    names.add(name);
    return name;
  });
  return names;
}

function importKinds(wasm) {
  const kinds = [];
  eachSection(wasm, IMPORTS, (reader, out) => {
    out.list(reader.list(() => part(reader, () => {
      reader.text();
      reader.text();
      kinds.push(reader.bytes[reader.at]);
      skipKind(reader);
    })));
  });
  return kinds;
}

function renamed(wasm, name) {
  return eachSection(wasm, IMPORTS, (reader, out) => {
    out.list(reader.list(() => {
      const entry = [out.text(name(reader.text())), out.text(name(reader.text()))];
      return Buffer.concat([...entry, part(reader, () => skipKind(reader))]);
    }));
  });
}

function withoutExports(wasm, isKept) {
  return eachSection(wasm, EXPORTS, (reader, out) => {
    const entries = reader.list(() => {
      const start = reader.at;
      const name = reader.text();
      const kind = reader.byte();
      reader.number();
      return kind === KINDS.memory || isKept(name) ? reader.from(start) : null;
    });
    out.list(entries.filter(Boolean));
  });
}

function exportsRenamed(wasm, name) {
  return eachSection(wasm, EXPORTS, (reader, out) => {
    out.list(reader.list(() => {
      const renamed = out.text(name(reader.text()));
      return Buffer.concat([renamed, part(reader, () => {
        reader.byte();
        reader.number();
      })]);
    }));
  });
}

/** Notes of the tools, which no browser reads. */
function withoutCustom(wasm) {
  const reader = new Reader(wasm, 8);
  const parts = [wasm.subarray(0, 8)];
  while (reader.at < wasm.length) {
    const start = reader.at;
    const id = reader.byte();
    reader.bytesOf();
    if (id !== CUSTOM) parts.push(reader.from(start));
  }
  return Buffer.concat(parts);
}

/** Steps over what is imported. */
function skipKind(reader) {
  const limits = () => {
    const flags = reader.byte();
    reader.number();
    if (flags & 1) reader.number();
  };
  const kind = reader.byte();
  if (kind === KINDS.function) reader.number();
  else if (kind === KINDS.memory) limits();
  else if (kind === KINDS.table) {
    reader.byte();
    limits();
  } else if (kind === KINDS.global) {
    reader.byte();
    reader.byte();
  } else throw new Error(`an import of kind ${kind} is not known`);
}

/** The wasm with one of its sections written anew. */
function eachSection(wasm, id, act) {
  const reader = new Reader(wasm, 8);
  const parts = [wasm.subarray(0, 8)];
  while (reader.at < wasm.length) {
    const start = reader.at;
    const found = reader.byte();
    const length = reader.number();
    const body = wasm.subarray(reader.at, reader.at + length);
    reader.at += length;
    if (found !== id) {
      parts.push(wasm.subarray(start, reader.at));
      continue;
    }
    const out = new Writer();
    act(new Reader(body, 0), out);
    const written = Buffer.concat(out.parts);
    parts.push(Buffer.from([id]), leb(written.length), written);
  }
  return Buffer.concat(parts);
}

function leb(value) {
  const bytes = [];
  do {
    const low = value % 128;
    value = Math.floor(value / 128);
    bytes.push(value ? low + 128 : low);
  } while (value);
  return Buffer.from(bytes);
}

class Writer {
  parts = [];

  text(text) {
    const bytes = Buffer.from(text);
    return Buffer.concat([leb(bytes.length), bytes]);
  }

  list(entries) {
    this.parts.push(leb(entries.length), ...entries);
  }
}

class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    if (this.at >= this.bytes.length) throw new Error('the wasm ends too early');
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  }

  bytesOf() {
    const length = this.number();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return this.bytesOf().toString('utf8');
  }

  list(read) {
    return Array.from({ length: this.number() }, read);
  }

  from(start) {
    return this.bytes.subarray(start, this.at);
  }
}
