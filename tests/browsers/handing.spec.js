// A plan goes on to others: as one file, and as a website.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import { BELOW, SINGLE, serve } from '../support/server.js';
import { expect, test } from './test.js';

const WORD = fileURLToPath(new URL('../../crates/reading/tests/cases/office/notice.docx', import.meta.url));
const TITLE = '江源市人大常委会2026年工作要点';

/** Makes a plan of a Word file and shows the page from where it goes on. */
async function plan(browsing, root) {
  // What Firefox says of a request that ends because the page is loaded anew.
  browsing.expected = /NetworkError when attempting to fetch/;
  const { page } = browsing;
  await page.open(`${root}#/import`);
  await page.expectLive();
  await page.give('input[type=file]', WORD);
  await page.expectText('.review-bar .kept', '已存到这个浏览器');
  await page.usePlan(TITLE);
  const data = await page.run(() => location.hash.replace(/[^/]*$/, 'data'));
  await page.run((hash) => location.assign(hash), data);
  await page.expectText('main h1', '数据');
}

for (const single of [false, true]) {
  test(`${single ? 'in the single file' : 'hosted'}, a plan is saved as one file, and that opens with it`, async ({
    browsing,
    page,
    site,
  }, info) => {
    await plan(browsing, single ? SINGLE : site.address);
    const { name, bytes } = await page.handed('button', '不带登记内容');
    expect(name).toMatch(/^yaodian-.*-2026-.*\.html$/);
    const file = info.outputPath(name);
    await writeFile(file, bytes);
    await page.open(`${pathToFileURL(file).href}#/calendar/list`);
    await page.expectLive();
    await page.expectText('header .brand', TITLE);
    await expect.poll(() => page.texts('main a[data-item]')).not.toEqual([]);
    await page.reload();
    await page.expectLive();
    await page.expectText('header .brand', TITLE);
  });
}

test('a plan becomes a website, which works below any path', async ({ browsing, page, site }, info) => {
  await plan(browsing, site.address);
  const { bytes } = await page.handed('button', '生成网站包（ZIP）');
  const folder = info.outputPath('site');
  const { files } = await JSZip.loadAsync(bytes);
  for (const [name, file] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), await file.async('nodebuffer'));
  }
  const { origin, stop } = await serve({ folder, answers: [] });
  await page.open(`${origin}${BELOW}#/calendar/list`);
  await page.expectLive();
  await page.expectText('header .brand', TITLE);
  await expect.poll(() => page.texts('main a[data-item]')).not.toEqual([]);
  await page.reload();
  await page.expectLive();
  await page.open('about:blank');
  await stop();
});
