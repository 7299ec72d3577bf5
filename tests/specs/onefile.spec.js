// The release as one file: opened from the disk it is the same app, and it needs nothing but itself.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PLACES } from '../support/places.js';
import { SINGLE } from '../support/server.js';
import { SIZES } from '../support/sizes.js';
import { expect, test } from '../support/test.js';

test.describe('the single file', () => {
  test.use({ single: true });

  test('promise 18: the single file opens from the disk and asks for nothing but itself', async ({
    app,
    page,
    watch,
  }) => {
    await page.goto(SINGLE);
    await app.ready();
    await expect(app.heading).toHaveText('总览');
    for (const place of PLACES) await app.paste(place.hash);
    await expect(app.heading).toHaveText('没有这一页');
    await page.emulateMedia({ media: 'print' });
    expect(watch.requests.map((url) => url.split('#')[0])).toEqual([SINGLE]);
    // What it could have asked for and did not, because the file names no other.
    expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBe(0);
  });

  test('promise 18: the single file finds characters and sounds, and the address follows', async ({
    app,
  }) => {
    await app.open();
    await app.search.fill('未成年人');
    await expect(app.main.locator('mark').first()).toHaveText('未成年人');
    await app.search.fill('wcnr');
    await expect(app.main.locator('mark').first()).toHaveText('未成年人');
    await app.expectHash('#/search?q=wcnr');
  });

  test('promise 18: a link into the single file opens its page, and so does loading it again', async ({
    app,
    page,
  }) => {
    await app.open('#/calendar/list?unit=law&group=2&item=s4-1');
    for (const load of [() => {}, () => page.reload()]) {
      await load();
      await app.ready();
      await expect(app.heading).toHaveText('日历 · 列表');
      await app.item.expectOpen('关于推动金融与科技资源更好服务制造业当家专题调研');
      await app.expectHash('#/calendar/list?unit=law&group=2&item=s4-1');
    }
  });

  test('promise 18: Back and Forward work in the single file', async ({ app, page }) => {
    await app.open();
    await app.rail.getByRole('link', { name: '日历' }).click();
    await app.rail.getByRole('link', { name: '类别' }).click();
    await app.search.fill('断头路');
    await app.expectHash('#/search?q=断头路');
    await page.goBack();
    await expect(app.heading).toHaveText('类别');
    await page.goBack();
    await expect(app.heading).toHaveText('日历 · 年历');
    await page.goForward();
    await page.goForward();
    await expect(app.main.locator('mark').first()).toHaveText('断头路');
  });

  test('promise 18: a theme chosen in the single file is there the next time', async ({ app, page }) => {
    await app.open();
    await app.bar.getByRole('combobox', { name: '外观' }).selectOption({ label: '深色' });
    await page.reload();
    await app.ready();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('promise 18: the single file offers no download of itself', async ({ app, page }) => {
    await app.open();
    await expect(page.getByRole('link', { name: '下载单文件', includeHidden: true })).toHaveCount(0);
  });

  test('promise 18: a browser that cannot unpack the single file says so and shows the plan', async ({
    app,
    page,
  }) => {
    await page.addInitScript(() => delete window.DecompressionStream);
    await page.goto(app.root);
    await expect(page.getByRole('alert')).toContainText('这个浏览器版本太旧');
    await expect(page.getByRole('main')).toContainText('开展打通“断头路”工作情况专题调研');
    await expect(app.rail).toHaveCount(0);
  });
});

for (const { name, use } of [SIZES.desktop, SIZES.phone]) {
  test.describe(name, () => {
    test.use(use);

    test('promise 18: the hosted page offers the single file for download', async ({ app, page }) => {
      await app.open();
      const link = page.getByRole('link', { name: '下载单文件' });
      await expect(link).toHaveCount(1);
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(download.suggestedFilename()).toBe('yaodian-nanhai-2023.html');
      expect(readFileSync(await download.path())).toEqual(readFileSync(fileURLToPath(SINGLE)));
      await expect(app.heading).toHaveText('总览');
    });
  });
}

test('promise 18: the single file works on a server as well', async ({ app, page, server, watch }) => {
  await page.goto(`${server.origin}/yaodian-nanhai-2023.html#/units/law`);
  await app.ready();
  await expect(app.heading).toHaveText('法制工委');
  expect(watch.requests).toHaveLength(1);
});
