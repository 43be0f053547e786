// A static server for this machine alone: node tools/serve.mjs [folder]. The port is PORT, or 8080.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const HOST = '127.0.0.1';
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Serves `folder` under the path `base`; port 0 takes a free one. Gives the address and a `close` that cuts open connections. */
export function serve({ folder, port = 0, base = '/' }) {
  const root = resolve(folder);
  const server = createServer((request, response) => answer(root, base, request, response));
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, HOST, () => {
      const close = () =>
        new Promise((closed) => {
          server.close(closed);
          server.closeAllConnections();
        });
      done({ address: `http://${HOST}:${server.address().port}${base}`, port: server.address().port, close });
    });
  });
}

function answer(root, base, request, response) {
  const end = (status, headers = {}) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff', ...headers });
    response.end(`${status}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, { Allow: 'GET, HEAD' });

  const [rawPath, query] = request.url.split('?', 2);
  let path;
  try {
    path = decodeURIComponent(rawPath);
  } catch {
    return end(400);
  }
  if (path.includes('\0') || path.includes('\\')) return end(400);
  if (!path.startsWith(base)) return end(404);

  let file = resolve(root, `./${path.slice(base.length)}`);
  if (file !== root && !file.startsWith(root + sep)) return end(404);
  let entry = stat(file);
  if (path.endsWith('/') && !entry?.isDirectory()) return end(404);
  if (entry?.isDirectory()) {
    if (!path.endsWith('/')) return end(301, { Location: `${rawPath.replace(/^\/+/, '/')}/${query === undefined ? '' : `?${query}`}` });
    file = resolve(file, 'index.html');
    entry = stat(file);
  }
  if (!entry?.isFile()) return end(404);

  response.writeHead(200, {
    'Content-Type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': entry.size,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

function stat(path) {
  return statSync(path, { throwIfNoEntry: false });
}

async function main() {
  const folder = process.argv[2] ?? 'dist';
  const port = Number(process.env.PORT || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) return stop(`PORT=${process.env.PORT} is not a port number (0 to 65535)`);
  if (!stat(resolve(folder, 'index.html'))) return stop(`${folder}/index.html does not exist; run \`make build\` first`);
  try {
    const { address } = await serve({ folder, port });
    console.log(`整改台账 / Rectification Ledger: ${address}   (Ctrl+C to stop)`);
  } catch (fault) {
    if (fault.code === 'EADDRINUSE') stop(`port ${port} is taken; choose another one: make run PORT=${port + 1}`);
    else if (fault.code === 'EACCES') stop(`port ${port} needs more rights; choose one above 1023: make run PORT=8080`);
    else stop(fault.message);
  }
}

function stop(message) {
  console.error(message);
  process.exitCode = 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
