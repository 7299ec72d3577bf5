// A static web server for the release, as plain as the ones it has to work on. The same folder is served at `/` and
// below a path, because the page must not care where it lies.
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));

/** The folder of the release. */
export const FOLDER = path.resolve(process.env.DIST || path.join(HERE, '../../dist'));

/** Whether the program comes in chunks, as in a release. What `--quick` builds is one module. */
export const IN_CHUNKS =
  existsSync(FOLDER) &&
  readdirSync(FOLDER, { recursive: true }).some((file) => /^chunks.+\.wasm$/.test(file));

/** The address of the release as one file, opened from the disk. */
export const SINGLE = pathToFileURL(path.join(FOLDER, 'yaodian-nanhai-2023.html')).href;

/**
 * How long every chunk is kept waiting, in milliseconds. A test that passes only because its chunk is there at once
 * fails with some hundred of them.
 */
const DELAY = Number(process.env.CHUNK_DELAY ?? 0);

/** The path below which the release is served a second time. */
export const BELOW = '/a/b/';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/**
 * Starts the server on a port that is free; resolves to its origin and a way to stop it. The folder of a site may be
 * changed while it is served; its `answers` tell what was asked for and answered; its `hold` may keep an answer waiting.
 */
export async function serve(site = { folder: FOLDER, answers: [] }) {
  const server = createServer((request, response) => {
    response.on('finish', () => site.answers.push({ path: request.url, status: response.statusCode }));
    const to = { [BELOW.slice(0, -1)]: BELOW, ...site.redirects }[request.url];
    if (to) {
      response.writeHead(301, { Location: to }).end();
      return;
    }
    const answered = async () => {
      await site.hold?.(request.url);
      if (DELAY && request.url.includes('/chunks/')) await sleep(DELAY);
      await answer(request, response, site.folder);
    };
    answered().catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { origin, stop };
}

async function answer(request, response, folder) {
  const url = new URL(request.url, 'http://127.0.0.1');
  const asked = decodeURIComponent(url.pathname);
  const relative = asked.startsWith(BELOW) ? asked.slice(BELOW.length) : asked.slice(1);
  const file = path.join(
    folder,
    relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative,
  );
  const inside = file.startsWith(folder + path.sep);
  const found = inside ? await stat(file).catch(() => null) : null;
  if (!found?.isFile()) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('not found');
    return;
  }
  const tag = `"${found.mtimeMs.toString(36)}-${found.size}"`;
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, { ETag: tag, 'Cache-Control': 'no-cache' }).end();
    return;
  }
  response.writeHead(200, {
    ETag: tag,
    'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': 'no-cache',
  });
  createReadStream(file).pipe(response);
}
