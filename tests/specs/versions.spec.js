// The page as an installed app goes from one version to the next as a whole or not at all.
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { App } from '../pages/app.js';
import { find, marks, release, seal } from '../support/releases.js';
import { SIZES } from '../support/sizes.js';
import { cutOff, install, test } from '../support/site.js';
import { expect } from '../support/test.js';

test.use({ serviceWorkers: 'allow' });

/** Looks for a new version, and waits until it has been installed or refused. */
function look(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    const worker = registration.installing;
    if (worker?.state === 'installing') {
      await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
    }
    return { waiting: registration.waiting !== null, caches: (await caches.keys()).length };
  });
}

const kept = (page) => page.evaluate(() => caches.keys());

test.describe('promise 21:', () => {
  test.beforeEach(async ({ site }, info) => {
    site.folder = await release(info.outputPath('a'), 'A');
  });

  test('promise 21: the next version comes as a whole, when it is asked for', async ({
    app,
    page,
    site,
  }, info) => {
    await install(app);
    await page.evaluate(() =>
      Promise.all([caches.open('another app'), caches.open('yaodian /elsewhere/ 1')]),
    );
    site.folder = await release(info.outputPath('b'), 'B');
    for (let visit = 0; visit < 3; visit += 1) {
      await page.reload();
      await expect(app.notice).toBeVisible();
      expect(await marks(page)).toBe('AAA');
    }
    let loads = 0;
    page.on('load', () => (loads += 1));
    await app.update.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('html[data-mark="B"]')).toBeAttached();
    await app.ready();
    expect(await marks(page)).toBe('BBB');
    await expect(app.notice).toHaveCount(0);
    expect(loads).toBe(1);
    // Its own old version is gone, and nothing else.
    const names = await kept(page);
    expect(names.filter((name) => name.startsWith('yaodian / '))).toHaveLength(1);
    expect(names).toEqual(expect.arrayContaining(['another app', 'yaodian /elsewhere/ 1']));
    await cutOff(app, site);
    await page.reload();
    await app.ready();
    expect(await marks(page)).toBe('BBB');
  });

  test('promise 21: a second tab stays whole, and follows when it is told to', async ({
    app,
    page,
    site,
  }, info) => {
    await install(app);
    const other = new App(await page.context().newPage(), app.root);
    await other.open('#/units');
    site.folder = await release(info.outputPath('b'), 'B');
    await look(page);
    await app.update.click();
    await expect(page.locator('html[data-mark="B"]')).toBeAttached();
    await app.ready();
    expect(await marks(page)).toBe('BBB');
    await other.paste('#/points');
    await expect(other.heading).toHaveText('要点');
    await expect(other.page.locator('html[data-mark="A"]')).toBeAttached();
    await other.update.click();
    await expect(other.page.locator('html[data-mark="B"]')).toBeAttached();
    await other.ready();
    expect(await marks(other.page)).toBe('BBB');
  });

  const BROKEN = [
    { what: 'one file is wrong', spoil: async (b) => appendFile(await find(b, '.wasm'), '\0') },
    { what: 'one file is missing', spoil: async (b) => rm(await find(b, '.js')) },
    {
      what: 'the page is the old one still',
      spoil: async (b, a) =>
        writeFile(path.join(b, 'index.html'), await readFile(path.join(a, 'index.html'))),
    },
  ];
  for (const { what, spoil } of BROKEN) {
    test(`promise 21: a version is not taken if ${what}`, async ({ app, page, site }, info) => {
      await install(app);
      const a = site.folder;
      const b = await release(info.outputPath('b'), 'B');
      await spoil(b, a);
      site.folder = b;
      expect(await look(page)).toEqual({ waiting: false, caches: 1 });
      await page.reload();
      await app.ready();
      expect(await marks(page)).toBe('AAA');
      await expect(app.notice).toHaveCount(0);
      // As soon as the server has all of it, it is taken.
      site.folder = await release(info.outputPath('c'), 'C');
      await look(page);
      await app.update.click();
      await expect(page.locator('html[data-mark="C"]')).toBeAttached();
      expect(await marks(page)).toBe('CCC');
    });
  }

  test('promise 21: a server that goes back is followed back', async ({ app, page, site }, info) => {
    await install(app);
    const a = site.folder;
    site.folder = await release(info.outputPath('b'), 'B');
    expect(await look(page)).toEqual({ waiting: true, caches: 2 });
    site.folder = a;
    expect(await look(page)).toEqual({ waiting: true, caches: 2 });
    await app.update.click();
    await expect.poll(() => kept(page).catch(() => [])).toHaveLength(1);
    await app.ready();
    await cutOff(app, site);
    await page.reload();
    await app.ready();
    expect(await marks(page)).toBe('AAA');
  });

  test('promise 21: sealing what has not changed is no new version', async ({ app, page, site }) => {
    await install(app);
    await seal(site.folder);
    expect(await look(page)).toEqual({ waiting: false, caches: 1 });
  });

  for (const size of Object.values(SIZES)) {
    test.describe(size.name, () => {
      test.use(size.use);

      test(`promise 21: the notice covers no navigation, ${size.name}`, async ({ app, page, site }, info) => {
        await install(app);
        site.folder = await release(info.outputPath('b'), 'B');
        await look(page);
        await expect(app.notice).toBeInViewport({ ratio: 1 });
        const [notice, rail, button] = await Promise.all(
          [app.notice, app.rail, app.update].map((part) => part.boundingBox()),
        );
        const apart = notice.x >= rail.x + rail.width || notice.y + notice.height <= rail.y;
        expect(apart, JSON.stringify({ notice, rail })).toBe(true);
        expect(Math.min(button.width, button.height)).toBeGreaterThanOrEqual(44);
        await page.screenshot({ path: info.outputPath('notice.png') });
      });
    });
  }
});
