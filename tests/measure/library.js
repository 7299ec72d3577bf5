// How long pages take to open with many plans in the library and with many entries in a ledger:
// `DIST=… node measure/library.js`. Prints medians in milliseconds; nothing is asserted.
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { App } from '../pages/app.js';
import { Data } from '../pages/data.js';
import { Library } from '../pages/library.js';
import { FLAGS } from '../support/chromium.js';
import { serve } from '../support/server.js';
import { JULY } from '../support/test.js';

const PLANS = 50;
const ENTRIES = 20_000;
const TIMES = 9;
const PLAN = JSON.parse(readFileSync(new URL('../../plans/nanhai-2023/plan.json', import.meta.url), 'utf8'));

const server = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: FLAGS,
});

async function device() {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await page.clock.setFixedTime(new Date(`${JULY}+08:00`));
  return new App(page, `${server.origin}/`);
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** From the address to what `shown` waits for. */
async function opening(app, hash, shown) {
  const times = [];
  for (let time = 0; time < TIMES; time++) {
    await app.page.goto('about:blank');
    const begun = performance.now();
    await app.page.goto(app.root + hash);
    await shown();
    times.push(performance.now() - begun);
  }
  return Math.round(median(times));
}

/** Plans with ids and titles of their own. */
async function withPlans(app, count) {
  const library = new Library(app);
  await library.open();
  for (let no = 0; no < count; no++) {
    const plan = { ...PLAN, id: `plan-${no}`, title: `第 ${no} 份计划` };
    await library.give([`${no}.json`, JSON.stringify(plan)]);
    await library.link(plan.title).waitFor();
  }
  return library;
}

/** A backup of so many notes, on all items in turn. */
function backup(count) {
  const items = {};
  for (let no = 0; no < count; no++) {
    const { id } = PLAN.items[no % PLAN.items.length];
    const stamp = `${Date.parse('2023-07-01') + no}-0-a1`;
    const note = `${stamp}-${no.toString(16).padStart(8, '0')}`;
    items[id] ??= { notes: {} };
    items[id].notes[note] = { value: `第 ${no} 条记录`, stamp };
  }
  return JSON.stringify({ format: 'yaodian-progress', version: 1, plan: PLAN.id, items });
}

const say = (what, figures) => console.log(what.padEnd(40), figures.join('  '));

for (const count of [1, PLANS]) {
  const app = await device();
  const library = await withPlans(app, count);
  const running = () => app.page.locator('html[data-app=running]').waitFor();
  const overview = await opening(app, '#/', running);
  const other = await opening(app, '#/@plan-0/', running);
  const shelf = await opening(app, '#/library', () => library.plans.first().waitFor());
  await app.open('#/');
  const begun = performance.now();
  await library.unfold();
  const menu = Math.round(performance.now() - begun);
  say(`${count} plans: overview, other, 计划库, menu`, [overview, other, shelf, menu]);
  await app.page.context().close();
}
for (const count of [0, ENTRIES / 2, ENTRIES]) {
  const app = await device();
  const data = new Data(app);
  if (count > 0) {
    await data.open();
    await data.give(['backup.json', backup(count)]);
    await data.merge.click();
    await app.told.filter({ hasText: '已合并' }).waitFor();
    await app.bar.locator('.saved').filter({ hasText: '已保存' }).waitFor();
  }
  const running = () => app.page.locator('html[data-app=running]').waitFor();
  const overview = await opening(app, '#/', running);
  const history = await opening(app, '#/progress', () => app.heading.filter({ hasText: '进展' }).waitFor());
  const library = new Library(app);
  const shelf = await opening(app, '#/library', () => library.plans.first().waitFor());
  say(`${count} entries: overview, 进展, 计划库`, [overview, history, shelf]);
  await app.page.context().close();
}
await browser.close();
await server.stop();
