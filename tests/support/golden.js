// What an earlier release left behind, see golden/README.md: its stores put where it had them, and what one sees of a link.
import { readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(`../golden/v1/${name}`, import.meta.url), 'utf8');

/** Everything that the release stored: all of `localStorage`, and its databases with their shelves. */
export const stores = () => JSON.parse(read('stores.json'));
/** What it exported. */
export const backup = () => read('backup.json');
export const sealedBackup = () => read('sealed.json');
export const singleFile = () => read('single.html');
/** Addresses, and what it showed at each. */
export const links = () => JSON.parse(read('links.json'));

/** What the sealed backup is opened with. */
export const PASSPHRASE = '山高水长 2023';

/** Everything that is stored at the page's origin, in the form of `stores`. Asks for `settling` in support/storage.js. */
export function dumpAll(page) {
  return page.evaluate(async () => {
    const sorted = (pairs) => Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
    const local = sorted(Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)]));
    const databases = [];
    for (const { name, version } of await indexedDB.databases()) {
      const database = await window.settled(indexedDB.open(name));
      const shelves = [];
      for (const shelf of database.objectStoreNames) {
        const store = database.transaction(shelf).objectStore(shelf);
        const keys = await window.settled(store.getAllKeys());
        const texts = await window.settled(store.getAll());
        shelves.push([shelf, sorted(keys.map((key, at) => [key, texts[at]]))]);
      }
      database.close();
      databases.push([name, { version, shelves: sorted(shelves) }]);
    }
    return { local, databases: sorted(databases) };
  });
}

/** Stores everything as it was, in a document of the origin that is not the app. */
export function fill(page, stores) {
  return page.evaluate(async ({ local, databases }) => {
    for (const [key, raw] of Object.entries(local)) localStorage.setItem(key, raw);
    for (const [name, { version, shelves }] of Object.entries(databases)) {
      const opening = indexedDB.open(name, version);
      opening.onupgradeneeded = () => {
        for (const [shelf, texts] of Object.entries(shelves)) {
          const store = opening.result.createObjectStore(shelf);
          for (const [key, text] of Object.entries(texts)) store.put(text, key);
        }
      };
      (await window.settled(opening)).close();
    }
  }, stores);
}

/** What somebody sees at an address: how the tab and the page are headed, and the items that the page leads to. */
export function look(page) {
  return page.evaluate(() => {
    const text = (selector) => document.querySelector(selector)?.textContent ?? null;
    const seen = [...document.querySelectorAll('main a[href]')].filter((link) => link.checkVisibility());
    const ids = seen.map((link) => /[?&/]item[=/]([sm]\d+-\d+)/.exec(link.getAttribute('href'))?.[1]);
    const items = [...new Set(ids.filter(Boolean))];
    return {
      address: decodeURIComponent(location.hash),
      title: document.title,
      heading: text('main h1'),
      items: items.length,
      first: items[0] ?? null,
      last: items.at(-1) ?? null,
      open: text('#item-title'),
    };
  });
}
