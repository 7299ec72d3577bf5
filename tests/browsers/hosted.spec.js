// The release on a server.
import { ENGINES, expect, test } from './test.js';

const ITEM = '关于推动金融与科技资源更好服务制造业当家专题调研';

test('the plan is there first, and the app takes its place', async ({ engine, page, site }) => {
  test.skip(!ENGINES[engine].seesLoading, 'the driver of this engine waits until all of a page is loaded');
  let release;
  const held = new Promise((resolve) => (release = resolve));
  site.hold = (path) => (path.endsWith('.wasm') ? held : null);
  await page.open(site.address);
  await page.expectState('starting');
  await page.expectPlan();
  release();
  await page.expectLive();
  await page.expectText('main h1', '总览');
});

test('search finds characters and the first letters of their sounds', async ({ page, site }) => {
  await page.open(site.address);
  await page.expectLive();
  for (const text of ['未成年人', 'wcnr']) {
    await page.search(text);
    await page.expect(() => page.run(() => decodeURIComponent(location.hash)), `#/search?q=${text}`);
    await page.expectFound('未成年人');
  }
});

test('a note and a status are there after the page is loaded again', async ({ page, site }) => {
  await page.open(site.address);
  await page.expectLive();
  await page.search('制造业当家');
  await page.press('main a[data-item]', ITEM);
  await page.expectText('#item-title', ITEM);
  await page.write('已与区金融办对接。');
  await page.press('button', '进行中');
  await page.expectStatus('进行中');
  await page.expectText('.saved', '已保存');
  await page.reload();
  await page.expectLive();
  await page.expectNotes(['已与区金融办对接。']);
  await page.expectStatus('进行中');
});

test('a note is there after the browser was closed and opened', async ({ browsing, engine, site }) => {
  test.skip(!ENGINES[engine].keepsProfile, 'this engine keeps nothing when it is driven');
  const address = `${site.address}#/?item=s4-1`;
  await browsing.page.open(address);
  await browsing.page.expectLive();
  await browsing.page.write('关机以后还在。');
  await browsing.restart();
  await browsing.page.open(address);
  await browsing.page.expectLive();
  await browsing.page.expectNotes(['关机以后还在。']);
});

test('a link into the app opens its page and its item', async ({ page, site }) => {
  await page.open(`${site.address}#/calendar/list?unit=law&group=2&item=s4-1`);
  await page.expectLive();
  await page.expectText('main h1', '日历 · 列表');
  await page.expectText('#item-title', ITEM);
});

test('the title of what is recorded stands below its line, not on it', async ({ page, site }) => {
  await page.open(`${site.address}#/?item=s4-1`);
  await page.expectLive();
  // A browser may take the title of a group of fields out of their layout, and put it on the border.
  const tops = await page.run(() => {
    const top = (selector) => document.querySelector(selector).getBoundingClientRect().top;
    return { line: top('.record'), title: top('.record legend'), next: top('.record .statuses') };
  });
  expect(tops.title).toBeGreaterThanOrEqual(tops.line + 8);
  expect(tops.next).toBeGreaterThanOrEqual(tops.title + 24);
});

test('it opens without the server after one visit', async ({ page, site }) => {
  await page.open(site.address);
  await page.expectLive();
  const state = () =>
    page.run(() => navigator.serviceWorker.getRegistration().then((one) => one?.active?.state));
  await page.expect(state, 'activated');
  await site.stop();
  // Another address of the same page, so that it is loaded. Firefox's driver reloads past the worker, unlike its users.
  await page.open(`${site.address}?again#/units/law`);
  await page.expectLive();
  await page.expectText('main h1', '法制工委');
  expect(await page.run(() => navigator.serviceWorker.controller !== null)).toBe(true);
});
