// Work that takes longer than a moment says what it does and how far it is, and can be called off.
import { readFile } from 'node:fs/promises';
import { Data } from '../pages/data.js';
import { OfficeFiles, refill } from '../pages/office.js';
import { withDoubles } from '../support/plans.js';
import { expect, test } from '../support/test.js';

test.beforeEach(async ({ app, page }) => {
  await withDoubles(app, [50, 50]);
  // However fast this computer is: every look at the clock takes a while, and once the work is shown, it waits until it
  // may go on.
  await page.addInitScript(() => {
    let now = 0;
    performance.now = () => (now += 100);
    const post = MessagePort.prototype.postMessage;
    const held = [];
    MessagePort.prototype.postMessage = function (...message) {
      const turn = () => post.apply(this, message);
      if (window.released || !document.querySelector('.underway')) turn();
      else held.push(turn);
    };
    window.release = () => {
      window.released = true;
      for (const turn of held.splice(0)) turn();
    };
  });
});

const hold = (app) => app.page.evaluate(() => (window.released = false));
const release = (app) => app.page.evaluate(() => window.release());

/** 数据, with everything that is downloaded from it. */
async function opened(app) {
  const downloads = [];
  app.page.on('download', (download) => downloads.push(download.suggestedFilename()));
  await new Data(app).open();
  return { files: new OfficeFiles(app), downloads };
}

for (const [file, named] of [
  ['ledger', '工作台账（Excel）'],
  ['forms', '填报表（Excel）'],
  ['plan', '计划全文（Word）'],
  ['supervision', '督办单（Word）'],
]) {
  test(`${named}: it is said how far the file is, and the page can be used meanwhile`, async ({ app }) => {
    const { files, downloads } = await opened(app);
    await files[file].click();
    await expect(app.work.text).toContainText(`正在生成${named}…`);
    await expect(app.work.bar).toHaveAttribute('value', /^\d+$/);
    await expect(app.main).toHaveAttribute('aria-busy', 'true');
    // The page answers, and what is made stays under way on another page.
    await app.rail.getByRole('link', { name: '日历' }).click();
    await expect(app.heading).toContainText('日历');
    await expect(app.work.text).toContainText(`正在生成${named}…`);
    const done = app.page.waitForEvent('download');
    await release(app);
    await done;
    await expect(app.work.text).toHaveCount(0);
    await expect(app.main).not.toHaveAttribute('aria-busy');
    await files.expectSaid('已交给浏览器下载');
    expect(downloads).toHaveLength(1);
  });
}

for (const [way, cancel] of [
  ['取消', (app) => app.work.cancel.click()],
  ['Escape', (app) => app.page.keyboard.press('Escape')],
]) {
  test(`after ${way} there is no file, and the page is as it was`, async ({ app }) => {
    const { files, downloads } = await opened(app);
    await files.ledger.click();
    await expect(app.work.cancel).toBeVisible();
    await cancel(app);
    await release(app);
    await files.expectSaid('已取消，没有生成文件。');
    await expect(app.work.text).toHaveCount(0);
    await app.expectHash('#/data');
    // What was asked for next is made: nothing of the other is left behind.
    const next = app.page.waitForEvent('download');
    await files.wholeCalendar.click();
    await next;
    expect(downloads).toEqual([expect.stringMatching(/\.ics$/)]);
  });
}

test('forms that come back in one zip file: what was read before 取消 is there, and no more', async ({
  app,
}) => {
  const { files } = await opened(app);
  const done = app.page.waitForEvent('download');
  await files.forms.click();
  await expect(app.work.text).toBeVisible();
  await release(app);
  const forms = await readFile(await (await done).path());
  const filled = ['办公室', '财经工委', '城建环资工委', '教科文卫工委', '法制工委', '选联工委'].map(
    (unit) => [`填报表-${unit}.xlsx`, {}],
  );
  await hold(app);
  const data = new Data(app);
  await data.give(['填报.zip', await refill(forms, Object.fromEntries(filled))]);
  await expect(app.work.text).toContainText('正在读取文件…');
  await expect(app.work.bar).toHaveAttribute('value', /^\d+$/);
  await app.work.cancel.click();
  await release(app);
  await files.expectSaid('已取消，其余的文件没有读取。');
  await expect(app.work.text).toHaveCount(0);
  await expect(data.refusal).toContainText('没有填写任何内容');
  const [, read] = /第 1 份，共 (\d) 份/.exec(await app.main.locator('.waiting').innerText()) ?? [];
  expect(Number(read ?? 1)).toBeLessThan(filled.length);
});
