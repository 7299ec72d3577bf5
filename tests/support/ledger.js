// What was recorded before a page opens, put into the browser's storage the way the app stores it.
import { readFileSync } from 'node:fs';

const PLAN = JSON.parse(
  readFileSync(new URL('../../plans/nanhai-2023/plan.json', import.meta.url), 'utf8'),
).id;

/** A device that is not the one that the test runs on. */
export const COLLEAGUE = 'k3f9x2';

/** The stamp of a write at a moment of China's time, e.g. `2023-07-03T09:30`. */
export function stamp(moment, count = 0, by = COLLEAGUE) {
  return `${Date.parse(`${moment}:00+08:00`)}-${count}-${by}`;
}

/** The register of a status. */
export function status(name, moment, { reason = '', month = null, count = 0 } = {}) {
  return { value: { status: name, month, reason }, stamp: stamp(moment, count) };
}

/** A note as a member of an item's `notes`. */
export function note(text, moment, count = 0) {
  const id = stamp(moment, count);
  return [`${id}-${count.toString(16).padStart(8, '0')}`, { value: text, stamp: id }];
}

/** Fills the storage of the page's origin with items and authors of a progress file, once. */
export async function record(page, { items = {}, authors = {} }) {
  const entries = [];
  const file = (part) => JSON.stringify({ format: 'yaodian-progress', version: 1, plan: PLAN, ...part });
  for (const [id, item] of Object.entries(items))
    entries.push([`item/${id}`, file({ items: { [id]: item } })]);
  for (const [id, author] of Object.entries(authors)) {
    entries.push([`author/${id}`, file({ authors: { [id]: author } })]);
  }
  const stored = entries.map(([key, text]) => [`yaodian.${PLAN}.${key}`, envelope(key, text)]);
  await page.addInitScript((stored) => {
    // A blank page has no storage.
    if (location.protocol === 'about:' || localStorage.length > 0) return;
    for (const [key, raw] of stored) localStorage.setItem(key, raw);
  }, stored);
}

/** One stored value, see `crates/vault/src/envelope.rs`. */
function envelope(key, text) {
  const head = '1 1 0 0 ';
  return `y1 ${head}${checksum([key, head, text])} =\n${text}`;
}

/** FNV-1a with 64 bits over texts, each with its end marked. */
export function checksum(texts) {
  let sum = 0xcbf29ce484222325n;
  for (const text of texts) {
    for (const byte of [...Buffer.from(text), 0xff]) {
      sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
    }
  }
  return sum;
}
