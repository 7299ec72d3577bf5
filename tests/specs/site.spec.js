// 网站包: a plan becomes a website of its own, on any web server.
import { writeFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import JSZip from 'jszip';
import { App } from '../pages/app.js';
import { Data } from '../pages/data.js';
import { Library } from '../pages/library.js';
import { opened, OTHER } from '../support/plans.js';
import { BELOW, serve } from '../support/server.js';
import { expect, test } from '../support/test.js';

/** The files of a zip file, put into a folder; their names. */
async function unpack(zip, folder) {
  const { files } = await JSZip.loadAsync(zip);
  for (const [name, file] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), await file.async('nodebuffer'));
  }
  return Object.keys(files);
}

/** What pressing the button makes. */
async function made(data) {
  const [download] = await Promise.all([
    data.page.waitForEvent('download'),
    data.button('生成网站包（ZIP）').click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** A browser of somebody else, in which service workers may be installed. */
async function visitor(app, use) {
  const context = await app.page.context().browser().newContext({ serviceWorkers: 'allow' });
  const page = await context.newPage();
  const trouble = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(String(error)));
  await use(page);
  expect(trouble).toEqual([]);
  await context.close();
}

for (const title of [
  OTHER.title,
  '</title></script><!-- <b id="before">\u202e"\\&\u2028=1+1 ../../a/b',
  '长'.repeat(300),
]) {
  test(`promise 19, 20: the website of a plan works below any path, and offline: ${title.slice(0, 20)}`, async ({
    app,
    server,
  }, info) => {
    const { data } = await opened(app, server, { ...OTHER, title });
    await data.open();
    const { name, bytes } = await made(data);
    expect(name).toBe(`要点-${OTHER.id}-网站包-20230715.zip`);
    const folder = info.outputPath('site');
    const names = await unpack(bytes, folder);
    for (const name of names) expect(name).toMatch(/^[\w-]+(\/[\w-]+)*(\.[a-z_]+)+$/);
    expect(names).toContain(`yaodian-${OTHER.id}.html`);
    expect(names).toContain('install/icon-512.png');

    const site = { folder, answers: [] };
    const { origin, stop } = await serve(site);
    await visitor(app, async (page) => {
      const there = new App(page, origin + BELOW);
      await there.open();
      await expect(page).toHaveTitle(`总览 · ${title}`.replace(/\s+/g, ' '));
      await page.evaluate(() => navigator.serviceWorker.ready);
      const session = await page.context().newCDPSession(page);
      const { url, errors } = await session.send('Page.getAppManifest');
      expect(errors).toEqual([]);
      expect((await (await page.request.get(url)).json()).name).toBe(title);
      await page.context().setOffline(true);
      await stop();
      await page.reload();
      await there.ready();
      await there.open('#/item/s2-1');
      await expect(there.heading).not.toHaveText('');
      await there.search.fill('wcnr');
      await expect(there.main.locator('mark').first()).toBeVisible();
      await expect(there.notice).toHaveCount(0);
    });
  });
}

test('promise 19, 20: the website of a plan of the library works below any path, and offline', async ({
  app,
  page,
}, info) => {
  const plan = JSON.parse(
    await readFile(new URL('../../plans/nanhai-2023/plan.json', import.meta.url), 'utf8'),
  );
  const mou = { ...plan, id: 'mou-2024', title: '某区人大常委会 2024 年工作要点', year: 2024 };
  Object.assign(mou, { items: mou.items.slice(0, 50), links: [], corrections: [] });
  const library = new Library(app);
  await library.open();
  await library.give(['mou.json', JSON.stringify(mou)]);
  await expect(library.told).toContainText('已把');
  const data = new Data(app);
  await app.open(`#/@${mou.id}/data`);
  const { name, bytes } = await made(data);
  expect(name).toBe(`要点-${mou.id}-网站包-20230715.zip`);
  const folder = info.outputPath('site');
  await unpack(bytes, folder);
  const { origin, stop } = await serve({ folder, answers: [] });
  await visitor(app, async (page) => {
    const there = new App(page, origin + BELOW);
    await there.open();
    await expect(page).toHaveTitle(`总览 · ${mou.title}`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.context().setOffline(true);
    await stop();
    await page.reload();
    await there.ready();
    // It is the plan that the page ships with: no address names it.
    await there.open('#/calendar/list');
    await expect(there.bar.locator('.brand')).toHaveText(mou.title);
    await there.open('#/item/s1-1');
    await expect(there.heading).toHaveText(plan.items[0].title);
    await there.search.fill('wcnr');
    await expect(there.main.locator('mark').first()).toBeVisible();
  });
  // In the browser where it was made nothing has changed.
  await app.open();
  await expect(page).toHaveTitle(/2024 年工作要点$/);
});

test('the single file in the website has its plan, and the website can be made from the website', async ({
  app,
  server,
}, info) => {
  const { data } = await opened(app, server);
  await data.open();
  const first = await made(data);
  const folder = info.outputPath('site');
  await unpack(first.bytes, folder);
  const { origin, stop } = await serve({ folder, answers: [] });
  await visitor(app, async (page) => {
    await page.clock.setFixedTime(new Date('2023-07-15T09:00:00+08:00'));
    const there = new App(page, origin + BELOW);
    const data = new Data(there);
    await data.open();
    const again = await made(data);
    expect(again.name).toBe(first.name);
    expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
    const file = await data.download(data.button('不带登记内容'));
    expect(file.name).toBe(`yaodian-${OTHER.id}.html`);
    expect(file.text).toContain(`<title data-own="">${OTHER.title}</title>`);
  });
  await stop();
});

test('without the server, or with files of two versions on it, there is no website and that is said', async ({
  app,
  page,
}) => {
  const data = new Data(app);
  await data.open();
  await page.route('**/manifest.webmanifest*', (route) => route.fulfill({ body: '{}' }));
  await data.button('生成网站包（ZIP）').click();
  await expect(data.told).toContainText('网站上的文件 manifest.webmanifest 与其余的不是同一个版本');
  await page.unroute('**/manifest.webmanifest*');
  await page.route('**/sums.txt*', (route) => route.fulfill({ body: '<!DOCTYPE html>' }));
  await data.button('生成网站包（ZIP）').click();
  await expect(data.told).toContainText('“要点”的文件不全');
});

test.describe('from the disk', () => {
  test.use({ single: true });

  test('the single file says where a website can be made, and that it is a page itself', async ({ app }) => {
    const data = new Data(app);
    await data.open();
    await expect(app.card('网站包')).toContainText('单文件本身就是一个网页');
    await expect(data.button('生成网站包（ZIP）')).toHaveCount(0);
  });
});
