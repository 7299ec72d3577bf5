// Runs in the page of a release: has the service worker installed, and offers a new version once it is there as a
// whole. Lines that hold nothing but a comment are left out of what is shipped.
const READY = '有新版本';
const UPDATE = '更新';
const HOUR = 3600000;
const PAUSE = 2000;

const root = document.documentElement;
const notice = document.createElement('div');
notice.className = 'update';
notice.setAttribute('role', 'status');

// The worker fetches what the page has fetched: it waits until that is there, however the start came out.
const watch = new MutationObserver(begin);
if (/^https?:$/.test(location.protocol) && isSecureContext) {
  watch.observe(root, { attributeFilter: ['data-app'] });
  begin();
}

function begin() {
  if (root.getAttribute('data-app') === 'starting') return;
  watch.disconnect();
  // What is on screen comes first, and on a first visit what the first clicks ask for as well: nothing of it is kept yet.
  // Safari has no idle callbacks.
  const idle = window.requestIdleCallback || ((then) => setTimeout(then, 500));
  setTimeout(() => idle(start, { timeout: 3000 }), isKept() ? 0 : PAUSE);
}

function isKept() {
  try {
    return Boolean(navigator.serviceWorker.controller);
  } catch {
    // Frames without rights may not even ask.
    return false;
  }
}

function start() {
  // Frames without rights, private windows and settings refuse workers. The page works without.
  install().catch(() => {});
}

async function install() {
  const registration = await navigator.serviceWorker.register('./sw.js');
  // A region that is there before its text is read out more surely.
  document.body.append(notice);
  if (!navigator.connection?.saveData) {
    navigator.serviceWorker.ready.then(({ active }) => active.postMessage('keep'));
  }
  if (registration.waiting) offer(registration);
  follow(registration, registration.installing);
  registration.addEventListener('updatefound', () => follow(registration, registration.installing));
  // An installed app may stay open for weeks, and browsers look for a new version only when a page is opened.
  let looked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - looked < HOUR) return;
    looked = performance.now();
    registration.update().catch(() => {});
  });
}

function follow(registration, worker) {
  // Without an active worker this is the first version, of which there is nothing to say.
  if (!worker || !registration.active) return;
  worker.addEventListener('statechange', () => {
    if (worker.state === 'installed') offer(registration);
  });
}

function offer(registration) {
  if (notice.firstChild) return;
  const text = document.createElement('span');
  text.textContent = READY;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = UPDATE;
  button.addEventListener('click', () => update(registration));
  notice.append(text, button);
}

// Only the page in which the button was pressed is loaded anew: in another one somebody may be writing. That one has
// all that it needs, stays as it is, and has its own button.
function update(registration) {
  const { waiting } = registration;
  if (!waiting) return location.reload();
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload();
  });
  waiting.postMessage('activate');
}
