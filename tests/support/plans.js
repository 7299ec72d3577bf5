// A second plan on the same server: the release as it is, with another plan's name and title in its page. The items are
// those of the first, so that whatever gets from one plan's records into the other's would be seen there.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { App } from '../pages/app.js';
import { Data } from '../pages/data.js';
import { Notes } from '../pages/notes.js';
import { noted } from './foreign.js';
import { BELOW, FOLDER } from './server.js';
import { JULY } from './test.js';

/** What names the second plan. */
export const OTHER = { id: 'example-2024', title: '某区人大常委会 2024 年工作要点' };

/** Files of two colleagues about it. */
export const WANG = ['王芳.json', noted('a1', '王芳', '王芳的记录', { plan: OTHER })];
export const LI = ['李强.json', noted('b2', '李强', '李强的记录', { plan: OTHER })];

/** A page of a second plan in the browser of the first one's. Its address is below a path of the same server. */
export async function opened(app, { origin }, plan = OTHER) {
  const page = await app.page.context().newPage();
  const address = `${origin}${BELOW}`;
  await answer(page, address, (html) => renamed(html, plan));
  await page.clock.setFixedTime(new Date(`${JULY}+08:00`));
  const there = new App(page, address);
  await there.open();
  return { there, data: new Data(there), notes: new Notes(there) };
}

/** From now on the page at the app's address has doubles of the plan's last two items, so many of each. */
export function withDoubles(app, counts) {
  return answer(app.page, app.root, (html) => multiplied(html, counts));
}

/** Answers at an address with the release's page, changed. */
async function answer(page, address, change) {
  const body = change(await readFile(path.join(FOLDER, 'index.html'), 'utf8'));
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
}

/** The page with a plan of another name: the first lines of the packed plan are sum, format, id, title. */
function renamed(html, { id, title }) {
  const written = title.replace(/\\/g, '\\\\').replace(/</g, '\\l').replace(/&/g, '\\a');
  return repacked(html, ([format, , , ...rest]) => [format, id, written, ...rest]);
}

/** The page with doubles of the plan's last two items, with a number behind their titles. */
function multiplied(html, [many, more]) {
  return repacked(html, (lines) => {
    // The first time that an id stands there is the item itself; links come behind all items.
    const [count, one, other] = [lines.indexOf('s1-1') - 1, lines.indexOf('m12-3'), lines.indexOf('m12-4')];
    const end = lines.indexOf('b', other) - 1;
    const doubles = Array.from({ length: many + more }, (_, at) => {
      const [, title, ...rest] = at < many ? lines.slice(one, other) : lines.slice(other, end);
      return [`m12-${at + 5}`, `${title}（${at + 5}）`, ...rest];
    });
    const items = [Number(lines[count]) + many + more, ...lines.slice(count + 1, end), ...doubles.flat()];
    return [...lines.slice(0, count), ...items, ...lines.slice(end)];
  });
}

/** The page with other lines of the packed plan, and the sum that they have. */
function repacked(html, change) {
  const [, packed] = /id="?plan"?>([^<]*)<\/script>/.exec(html);
  const [head, ...lines] = packed.split('\n');
  const [name, version] = head.split(' ');
  const body = change(lines).join('\n');
  return html.replace(packed, () => `${name} ${version} ${sum(body)}\n${body}`);
}

/** FNV-1a with 32 bits, see `crates/page/src/pack.rs`. */
function sum(text) {
  let sum = 0x811c9dc5;
  for (const byte of Buffer.from(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, '0');
}
