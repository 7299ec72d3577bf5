// The two stores of a plan as they are underneath the app: copies of their raw contents, changed behind its back. The
// app must not run meanwhile, so this is done in a document of the same origin that is not the app.
export const PREFIX = 'yaodian.nanhai-2023.';
const DATABASE = 'yaodian.nanhai-2023';

const NOTHING = '<!doctype html><link rel="icon" href="data:,">';

/** Opens a document of the app's origin that is empty. */
export async function leave(page, app) {
  // Beside the single file lies nothing; its own address is answered so, once.
  const single = app.root.startsWith('file:');
  const address = single ? app.root : `${app.root}nothing`;
  const answer = (route) => route.fulfill({ contentType: 'text/html', body: NOTHING });
  await page.route(address, answer, single ? { times: 1 } : {});
  await page.goto(address);
}

/** All of `localStorage`, foreign keys too, and both shelves of the database: `{ local, entries, restore }`. */
export function dump(page) {
  return page.evaluate(async (name) => {
    const local = Object.fromEntries(
      Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)]),
    );
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === name)) return { local, entries: {}, restore: {} };
    const database = await window.settled(indexedDB.open(name));
    const shelf = async (shelf) => {
      const store = database.transaction(shelf).objectStore(shelf);
      const [keys, texts] = await Promise.all([
        window.settled(store.getAllKeys()),
        window.settled(store.getAll()),
      ]);
      return Object.fromEntries(keys.map((key, at) => [key, texts[at]]));
    };
    const found = { local, entries: await shelf('entries'), restore: await shelf('restore') };
    database.close();
    return found;
  }, DATABASE);
}

/** All of `localStorage`, and all that every database of this origin holds, by their names. */
export function dumpAll(page) {
  return page.evaluate(async () => {
    const local = Object.fromEntries(
      Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)]),
    );
    const databases = {};
    for (const { name } of await indexedDB.databases()) {
      const database = await window.settled(indexedDB.open(name));
      for (const shelf of database.objectStoreNames) {
        const store = database.transaction(shelf).objectStore(shelf);
        const [keys, texts] = await Promise.all([
          window.settled(store.getAllKeys()),
          window.settled(store.getAll()),
        ]);
        databases[`${name} ${shelf}`] = Object.fromEntries(keys.map((key, at) => [key, texts[at]]));
      }
      database.close();
    }
    return { local, databases };
  });
}

/** What of it belongs to one plan. */
export function ofPlan({ local, databases }, plan) {
  const own = (all) => Object.entries(all).filter(([name]) => name.includes(plan));
  return [own(local), own(databases)];
}

/** Changes keys of `localStorage`, named without the plan's prefix; `null` removes one. */
export function changeLocal(page, changes) {
  return page.evaluate(
    ([prefix, changes]) => {
      for (const [key, raw] of Object.entries(changes)) {
        if (raw === null) localStorage.removeItem(prefix + key);
        else localStorage.setItem(prefix + key, raw);
      }
    },
    [PREFIX, changes],
  );
}

/** Changes keys of the database; `null` removes one. */
export function changeMirror(page, changes) {
  return page.evaluate(
    async ([name, changes]) => {
      const database = await window.settled(indexedDB.open(name));
      const transaction = database.transaction('entries', 'readwrite');
      const done = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = reject;
      });
      const store = transaction.objectStore('entries');
      for (const [key, raw] of Object.entries(changes)) {
        if (raw === null) store.delete(key);
        else store.put(raw, key);
      }
      await done;
      database.close();
    },
    [DATABASE, changes],
  );
}

/** Removes the whole database. */
export function dropMirror(page) {
  return page.evaluate((name) => window.settled(indexedDB.deleteDatabase(name)), DATABASE);
}

/** The plan's own part of `localStorage`, named as in the database. */
export function own(local) {
  const own = Object.entries(local).filter(([key]) => key.startsWith(PREFIX));
  return Object.fromEntries(own.map(([key, raw]) => [key.slice(PREFIX.length), raw]));
}

/** The texts of the entries that live, without the line that says which version of each it is. */
export async function texts(page) {
  const entries = Object.entries(own((await dump(page)).local)).filter(([key]) => !key.startsWith('!'));
  const live = entries.filter(([, raw]) => !raw.split('\n')[0].endsWith('-'));
  return Object.fromEntries(live.map(([key, raw]) => [key, raw.slice(raw.indexOf('\n') + 1)]));
}

/** Runs in every page before its scripts: turns a request of IndexedDB into a promise. */
export function settling() {
  window.settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
}

/** What was left on this device for a plan: the texts of the files, in no order; `null` if there never was any. */
export function leftFor(page, plan) {
  return page.evaluate(async (name) => {
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === name)) return null;
    const database = await window.settled(indexedDB.open(name));
    const texts = await window.settled(database.transaction('entries').objectStore('entries').getAll());
    database.close();
    return texts;
  }, `yaodian.left/${plan}`);
}

/** A script for a page: the database refuses what is put into it while `window.failing` is true. */
export function fullDatabase() {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    if (window.failing) throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, given);
  };
}
