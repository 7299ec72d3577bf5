// The page as an installed app: it opens without a network after one visit.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LASTING } from '../support/places.js';
import { BELOW, SINGLE } from '../support/server.js';
import { cutOff, install, test } from '../support/site.js';
import { expect } from '../support/test.js';

test.use({ serviceWorkers: 'allow' });

test('promise 20: caches that were deleted under the worker are filled again by the next visit', async ({
  app,
  page,
  site,
}) => {
  await install(app);
  const all = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const counts = await Promise.all(
        names.map(async (name) => (await (await caches.open(name)).keys()).length),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    });
  const before = await all();
  expect(before).toBeGreaterThan(3);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await app.ready();
  await expect.poll(all).toBeGreaterThanOrEqual(before);
  await cutOff(app, site);
  await page.reload();
  await app.ready();
  for (const place of LASTING.filter(({ heading }) => heading).slice(0, 12)) {
    await app.open(place.hash);
    await expect(app.heading).toHaveText(place.heading);
  }
});

for (const below of ['/', BELOW]) {
  test.describe(`at ${below}`, () => {
    test.use({ path: below });

    test(`promise 20: after one visit of ${below} it opens, reloads and follows links offline`, async ({
      app,
      page,
      site,
    }) => {
      await install(app);
      await cutOff(app, site);
      await page.reload();
      await app.ready();
      for (const place of LASTING.filter(({ heading }) => heading)) {
        await app.open(place.hash);
        await expect(app.heading).toHaveText(place.heading);
      }
      await page.goto(`${app.root}index.html?from=a-link#/units`);
      await expect(app.heading).toHaveText('工委');
      await app.search.fill('wcnr');
      await expect(app.main.locator('mark').first()).toBeVisible();
      await expect(app.notice).toHaveCount(0);
    });

    test(`promise 19: ${below} can be installed, and lands where it says`, async ({ app, page, site }) => {
      await app.open();
      const session = await page.context().newCDPSession(page);
      const { url, errors } = await session.send('Page.getAppManifest');
      expect(errors).toEqual([]);
      const manifest = await (await page.request.get(url)).json();
      expect(manifest).toMatchObject({ short_name: '要点', lang: 'zh-CN', display: 'standalone' });
      expect(manifest.name).toBe(await app.bar.locator('.brand').innerText());
      for (const address of ['start_url', 'scope']) {
        expect(new URL(manifest[address], url).href).toBe(site.origin + below);
      }
      const hashes = manifest.shortcuts.map((shortcut) => new URL(shortcut.url, url).hash);
      expect(LASTING.map(({ hash }) => hash)).toEqual(expect.arrayContaining(hashes));

      const touch = await page.locator('link[rel="apple-touch-icon"]').evaluate((link) => link.href);
      const tab = await page.locator('link[rel="icon"]').getAttribute('href');
      // It decodes in an <img>, which is as strict about an SVG as a tab is.
      await page.evaluate((src) => Object.assign(new Image(), { src }).decode(), tab);
      const icons = manifest.icons.map(({ src, sizes, type }) => ({
        src: new URL(src, url).href,
        sizes,
        type,
      }));
      icons.push({ src: touch, sizes: '180x180', type: 'image/png' });
      for (const { src, sizes, type } of icons) {
        const response = await page.request.get(src);
        expect(response.status(), src).toBe(200);
        expect(response.headers()['content-type'], src).toBe(type);
        const bytes = await response.body();
        if (type === 'image/png')
          expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
      }
      expect(manifest.icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(1);
    });
  });
}

test('promise 20: the single file is handed out offline, byte for byte', async ({ app, page, site }) => {
  await install(app);
  const name = path.basename(SINGLE);
  await expect.poll(() => page.evaluate((name) => caches.match(name).then(Boolean), name)).toBe(true);
  await cutOff(app, site);
  await app.open('#/data');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    app.main.getByRole('button', { name: '不带登记内容' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toBe(await readFile(fileURLToPath(SINGLE), 'utf8'));
});

test('promise 19: an address without the last slash works online, and offline where it was visited', async ({
  app,
  page,
  site,
}) => {
  const bare = site.origin + BELOW.slice(0, -1);
  await page.goto(`${bare}#/units`);
  await expect(app.heading).toHaveText('工委');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await cutOff(app, site);
  await page.goto('about:blank');
  await page.goto(`${bare}#/points`);
  await expect(app.heading).toHaveText('要点');
});

test('promise 20: a server that keeps the page at the folder alone is served well', async ({
  app,
  page,
  site,
}) => {
  // What many hosts do with the name: send it on to the folder.
  site.redirects = { '/index.html': '/' };
  await install(app);
  await cutOff(app, site);
  await page.goto(`${app.root}index.html`);
  await app.ready();
});

test('promise 20: putting it by transfers no file twice', async ({ app, site }) => {
  await install(app);
  const whole = site.answers.filter(({ status }) => status === 200).map((answer) => answer.path);
  expect(whole.sort()).toEqual([...new Set(whole)]);
  expect(site.answers.filter(({ status }) => status !== 200 && status !== 304)).toEqual([]);
  // Nor anything that no visit needs.
  expect(whole.filter((file) => /^\/(install|on-demand)\/|\.(br|gz)$/.test(file))).toEqual([]);
});
