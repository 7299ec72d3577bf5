// From a Word file to a plan in use, hosted and in the single file.
import { fileURLToPath } from 'node:url';
import { SINGLE } from '../support/server.js';
import { expect, test } from './test.js';

const WORD = fileURLToPath(new URL('../../crates/reading/tests/cases/office/notice.docx', import.meta.url));
const CORRECTED = '审议市人大常委会2026年工作要点（讨论稿）';

for (const single of [false, true]) {
  test(`${single ? 'in the single file' : 'hosted'}, a Word file becomes a plan that is there after a reload`, async ({
    browsing,
    page,
    site,
  }) => {
    // What Firefox says of a request that ends because the page is loaded anew.
    browsing.expected = /NetworkError when attempting to fetch/;
    await page.open(`${single ? SINGLE : site.address}#/import`);
    await page.expectLive();
    await page.expectText('main h1', '导入计划');
    await page.give('input[type=file]', WORD);
    await page.expect(() => page.value('.head-fields input'), '江源市人大常委会2026年工作要点');
    await page.expectText('.review-bar .kept', '已存到这个浏览器');
    await page.fill('.rows article [data-column=title]', CORRECTED);
    await page.expectText('.review-bar .kept', '已存到这个浏览器');
    await page.usePlan('江源市人大常委会2026年工作要点');
    const list = await page.run(() => location.hash.replace(/[^/]*$/, 'calendar/list'));
    await page.run((hash) => location.assign(hash), list);
    const titles = () => page.texts('main a[data-item]');
    await expect.poll(titles).toContain(CORRECTED);
    await page.reload();
    await page.expectLive();
    await expect.poll(titles).toContain(CORRECTED);
  });
}
