// The release as one file, opened from the disk.
import { SINGLE } from '../support/server.js';
import { ENGINES, test } from './test.js';

test('the file opens, and search finds characters and sounds', async ({ page }) => {
  await page.open(SINGLE);
  await page.expectLive();
  for (const text of ['未成年人', 'wcnr']) {
    await page.search(text);
    await page.expect(() => page.run(() => decodeURIComponent(location.hash)), `#/search?q=${text}`);
    await page.expectFound('未成年人');
  }
});

test('a note written in the file is there after it is loaded again', async ({ page }) => {
  await page.open(`${SINGLE}#/?item=s4-1`);
  await page.expectLive();
  await page.write('单文件里的记录。');
  await page.press('button', '已完成');
  await page.expectText('.saved', '已保存');
  await page.reload();
  await page.expectLive();
  await page.expectNotes(['单文件里的记录。']);
  await page.expectStatus('已完成');
});

test('a note written in the file is there after the browser was closed and opened', async ({
  browsing,
  engine,
}) => {
  test.skip(!ENGINES[engine].keepsProfile, 'this engine keeps nothing when it is driven');
  await browsing.page.open(`${SINGLE}#/?item=s4-1`);
  await browsing.page.expectLive();
  await browsing.page.write('明天再打开。');
  await browsing.restart();
  await browsing.page.open(`${SINGLE}#/?item=s4-1`);
  await browsing.page.expectLive();
  await browsing.page.expectNotes(['明天再打开。']);
});
