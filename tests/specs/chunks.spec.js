// Parts of the program are fetched when they are first needed: what is shown until then, what wins meanwhile, and what
// is said when one cannot be had.
import { IN_CHUNKS } from '../support/server.js';
import { expect, test } from '../support/test.js';

test.skip(!IN_CHUNKS, 'a quick build is one module');

/** Keeps the chunks back; resolves to what waits until one is asked for, lets them through, or lets them fail. */
async function hold(page) {
  const held = [];
  let then = (route) => held.push(route);
  await page.route('**/chunks/*', (route) => then(route));
  return {
    held,
    wanted: () => expect.poll(() => held.length).toBeGreaterThan(0),
    release: () => {
      then = (route) => route.continue();
      return Promise.all(held.splice(0).map(then));
    },
    fail: () => {
      then = (route) => route.abort('internetdisconnected');
      return Promise.all(held.splice(0).map(then));
    },
  };
}

test('the page that was there stays until the chunk of the next one is', async ({ app, page }) => {
  await app.open();
  const chunks = await hold(page);
  await app.rail.getByRole('link', { name: '数据' }).click();
  await chunks.wanted();
  await expect(app.heading).toHaveText('总览');
  await chunks.release();
  await expect(app.heading).toHaveText('数据');
  await expect(app.heading).toBeFocused();
});

test('who goes elsewhere meanwhile stays there', async ({ app, page }) => {
  await app.open();
  const chunks = await hold(page);
  await app.rail.getByRole('link', { name: '数据' }).click();
  await chunks.wanted();
  await app.rail.getByRole('link', { name: '日历' }).click();
  await expect(app.heading).toHaveText('日历 · 年历');
  await chunks.release();
  await app.rail.getByRole('link', { name: '进展' }).click();
  await expect(app.heading).toHaveText('进展');
  await page.goBack();
  await expect(app.heading).toHaveText('日历 · 年历');
});

test('who goes back meanwhile stays there', async ({ app, page }) => {
  await app.open();
  const chunks = await hold(page);
  await app.rail.getByRole('link', { name: '数据' }).click();
  await chunks.wanted();
  await page.goBack();
  await chunks.release();
  await app.rail.getByRole('link', { name: '工委' }).click();
  await expect(app.heading).toHaveText('工委');
});

test('an item that is opened before its chunk is there gets the focus when it is', async ({ app, page }) => {
  await app.open();
  const chunks = await hold(page);
  await app.main.locator('.lists a[data-item]').first().click();
  await chunks.wanted();
  await chunks.release();
  await expect(app.item.title).toBeFocused();
});

test('a chunk that cannot be fetched: its page says so and offers to try again', async ({
  app,
  page,
  watch,
}) => {
  await app.open();
  const chunks = await hold(page);
  await app.rail.getByRole('link', { name: '数据' }).click();
  await chunks.wanted();
  await chunks.fail();
  const alert = app.main.getByRole('alert');
  await expect(alert).toContainText('这一部分没有取到');
  await chunks.release();
  await alert.getByRole('button', { name: '再试一次' }).click();
  await expect(app.heading).toHaveText('数据');
  await expect(app.main.getByRole('alert')).toHaveCount(0);
  // It was meant to be complained of.
  expect(watch.trouble.filter((said) => /chunks/.test(said)).length).toBeGreaterThan(0);
  watch.trouble.length = 0;
});

test('a status that cannot be recorded for want of a chunk: it is said, and works once there is a network', async ({
  app,
  page,
  watch,
}) => {
  await app.open();
  const chunks = await hold(page);
  await expect(app.saved).toHaveText('已保存');
  const sign = app.main.locator('.lists button[data-of]').first();
  await sign.click();
  await chunks.wanted();
  await chunks.fail();
  await expect(app.told).toContainText('这一部分没有取到');
  await chunks.release();
  await sign.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  watch.trouble.length = 0;
});

test('a click whose chunk takes long shows at once that it is on its way, also to screen readers', async ({
  app,
  page,
}) => {
  await app.open();
  const chunks = await hold(page);
  const busy = page.getByRole('status').filter({ hasText: '正在打开' });
  await expect(busy).toHaveCount(0);
  await app.rail.getByRole('link', { name: '数据' }).click();
  await expect(busy).toBeVisible();
  await expect(app.main).toHaveAttribute('aria-busy', 'true');
  await chunks.wanted();
  await chunks.release();
  await expect(app.heading).toHaveText('数据');
  await expect(busy).toHaveCount(0);
  await expect(app.main).not.toHaveAttribute('aria-busy');
});

test('a chunk that could not be fetched is tried again by itself when there is a network again', async ({
  app,
  page,
  watch,
}) => {
  await app.open();
  const chunks = await hold(page);
  await app.rail.getByRole('link', { name: '数据' }).click();
  await chunks.wanted();
  await chunks.fail();
  await expect(app.main.getByRole('alert')).toContainText('这一部分没有取到');
  const loaded = await page.evaluate(() => performance.timeOrigin);
  await chunks.release();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(app.heading).toHaveText('数据');
  await expect(app.main.getByRole('alert')).toHaveCount(0);
  // The page was not loaded anew for it.
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded);
  watch.trouble.length = 0;
});

for (const { how, answer } of [
  { how: 'says that there is no such file', answer: { status: 404, body: 'not found' } },
  {
    how: 'answers with its new page',
    answer: { status: 200, contentType: 'text/html', body: '<!doctype html>' },
  },
]) {
  test(`a server that has another version and ${how}: the page is told to be loaded anew`, async ({
    app,
    page,
    watch,
  }) => {
    await app.open();
    await page.route('**/chunks/*', (route) => route.fulfill(answer));
    await app.rail.getByRole('link', { name: '数据' }).click();
    const alert = app.main.getByRole('alert');
    await expect(alert).toContainText('换了新版本');
    await expect(alert.getByRole('button', { name: '再试一次' })).toHaveCount(0);
    await page.unroute('**/chunks/*');
    await alert.getByRole('button', { name: '重新载入' }).click();
    await expect(app.heading).toHaveText('数据');
    watch.trouble.length = 0;
  });
}

test('a page that is opened by its address waits for its chunk with the plan in view', async ({
  app,
  page,
}) => {
  const chunks = await hold(page);
  await page.goto(`${app.root}#/progress`);
  await chunks.wanted();
  await expect(page.locator('#before h1').first()).toBeVisible();
  await chunks.release();
  await app.ready();
  await expect(app.heading).toHaveText('进展');
  await expect(page.locator('#before')).toHaveCount(0);
});

test('what was recorded cannot be read for want of a chunk: it is said, and comes once there is a network', async ({
  app,
  page,
  watch,
}) => {
  await app.open('#/?item=s4-1');
  await app.record.status('进行中').click();
  await app.expectSaved();
  const chunks = await hold(page);
  await chunks.fail();
  await app.open('#/');
  const alert = app.main.getByRole('alert');
  await expect(alert).toContainText('已经登记的内容还没有读出来');
  await expect(app.saved).toHaveText('未能读取');
  await chunks.release();
  await alert.getByRole('button', { name: '再试一次' }).click();
  await app.expectSaved();
  await expect(app.main.getByRole('alert')).toHaveCount(0);
  watch.trouble.length = 0;
});

test('what is typed before the search is there is searched for as a whole, and is one step to go back', async ({
  app,
  page,
}) => {
  await app.open('#/calendar');
  const chunks = await hold(page);
  await app.search.pressSequentially('未成年人');
  await chunks.wanted();
  await expect(app.heading).toHaveText('日历 · 年历');
  await chunks.release();
  await expect(app.heading).toHaveText('搜索');
  await expect(app.search).toHaveValue('未成年人');
  await expect(app.search).toBeFocused();
  const found = await app.titles();
  expect(found).not.toEqual([]);
  for (const title of found) expect(title).toContain('未成年人');
  await page.goBack();
  await expect(app.heading).toHaveText('日历 · 年历');
  await expect(app.search).toHaveValue('');
});

test('a filter by text for want of a chunk: it is said, everything stays in view, and works once there is a network', async ({
  app,
  page,
  watch,
}) => {
  await app.open('#/calendar');
  const shown = app.main.locator('[data-item]:visible');
  const all = await shown.allTextContents();
  const chunks = await hold(page);
  await app.filters.text.fill('养老');
  await chunks.wanted();
  await chunks.fail();
  await expect(app.told).toContainText('这一部分没有取到');
  expect(await shown.allTextContents()).toEqual(all);
  await chunks.release();
  await app.filters.text.fill('养');
  await expect.poll(() => shown.count()).toBeLessThan(all.length);
  watch.trouble.length = 0;
});

test('an address with a filter by text opens filtered, with the plan in view until then', async ({
  app,
  page,
}) => {
  const chunks = await hold(page);
  await page.goto(`${app.root}#/units?text=${encodeURIComponent('养老')}`);
  await chunks.wanted();
  await expect(page.locator('#before h1').first()).toBeVisible();
  await chunks.release();
  await app.ready();
  const found = await app.titles();
  expect(found).not.toEqual([]);
  for (const title of found) expect(title).toContain('养老');
});
