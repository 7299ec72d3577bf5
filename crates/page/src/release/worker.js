// The service worker: keeps one whole version of the release on the device, so that it opens without a network.
// `cargo xtask dist` puts three constants in front: VERSION, the digest of this text with all that it lists; FILES, the
// digest of every file that opening needs by its name; and ASKED, the same for what is only handed out. Lines that hold nothing but a comment are left out of what is shipped.
const BASE = new URL('./', location.href);
const PAGE = 'index.html';
// Several releases may lie below different paths of one origin, and all share its caches. A path has no blanks.
const OURS = `yaodian ${BASE.pathname} `;
const CACHE = OURS + VERSION;
const DIGESTS = { ...FILES, ...ASKED };

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(tidy()));
addEventListener('message', (event) => {
  if (event.data === 'activate') skipWaiting();
  if (event.data === 'keep') event.waitUntil(keep().catch(() => {}));
});
addEventListener('fetch', (event) => {
  const name = nameOf(event.request);
  if (name) event.respondWith(answer(name, event));
});

// All or nothing: nothing is kept before every file is there and is the very file of this version.
async function install() {
  const names = Object.keys(FILES);
  const files = await Promise.all(names.map(load));
  const existed = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(names.map((name, at) => cache.put(new URL(name, BASE), files[at])));
  } catch (error) {
    // A server that went back to an earlier version makes it install once more, over what is in use.
    if (!existed) await caches.delete(CACHE);
    throw error;
  }
}

// As large as all the rest, and the page opens without: it is kept when there is time, and had from the network if not.
async function keep() {
  await keepAll(ASKED);
}

async function keepAll(files) {
  const cache = await caches.open(CACHE);
  for (const name of Object.keys(files)) {
    const place = new URL(name, BASE);
    if (!(await cache.match(place))) await cache.put(place, await load(name));
  }
}

// The digest decides, so the browser's own cache may answer first: a first visit has just filled it.
async function load(name) {
  // Some servers have the page at the folder's address alone, others under its name alone.
  const places = name === PAGE ? ['./', name] : [name];
  for (const cache of ['default', 'reload']) {
    for (const place of places) {
      const response = await fetch(new URL(place, BASE), { cache });
      const bytes = response.ok ? await response.arrayBuffer() : null;
      if (bytes && (await digest(bytes)) === DIGESTS[name]) return plain(response, bytes);
    }
  }
  throw new Error(`${name} on the server is not of this version`);
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  // As in the lists: the first sixteen digits.
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// Browsers refuse to open a page from an answer that was redirected, and the bytes are unpacked by now.
function plain(response, bytes) {
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
  return new Response(bytes, { headers });
}

async function tidy() {
  // What a newer version has put by, while this one waited, is not old.
  if (registration.installing || registration.waiting) return;
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

// The release's file that a request asks for, if it does. All others go to the network as if there were no worker.
function nameOf({ method, mode, url }) {
  const { origin, pathname, search } = new URL(url);
  if (method !== 'GET' || origin !== BASE.origin || !pathname.startsWith(BASE.pathname)) return null;
  const name = pathname.slice(BASE.pathname.length);
  if (mode === 'navigate' && (name === '' || name === PAGE)) return PAGE;
  return search === '' && Object.hasOwn(DIGESTS, name) ? name : null;
}

async function answer(name, event) {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const kept = await cache.match(new URL(name, BASE));
  if (kept) return kept;
  // Browsers may drop what a site keeps. The network will do, if it has the same version still. If it does not, a
  // page of another version is whole by itself; but no other file may come from another version.
  try {
    const loaded = await load(name);
    event.waitUntil(fill().catch(() => {}));
    return loaded;
  } catch (error) {
    const whole = request.mode === 'navigate' || Object.hasOwn(ASKED, name);
    if (whole) return fetch(request);
    // The page tells a server with another version from no network.
    return error instanceof TypeError ? Response.error() : new Response('', { status: 404 });
  }
}

// Keeps again what was dropped, so that the next visit without a network finds all of it.
let filling = null;
function fill() {
  filling ??= keepAll(FILES).finally(() => (filling = null));
  return filling;
}
