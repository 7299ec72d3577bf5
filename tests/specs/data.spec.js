// Handing everything on and joining what others recorded: nothing is lost on the way, and nothing happens unasked.
import { Data } from '../pages/data.js';
import { Notes } from '../pages/notes.js';
import { fileFrom } from '../support/device.js';
import { another } from '../support/pages.js';
import { dump, settling, texts } from '../support/storage.js';
import { expect, test } from '../support/test.js';

const PLAN = 'nanhai-2023';

test.beforeEach(({ page }) => page.addInitScript(settling));

test('promise 6: a restore point precedes an import, and the import can be taken back whole', async ({
  app,
  page,
  browser,
}) => {
  const file = await fileFrom(browser, app, '李强', { note: '乙的记录' });

  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('甲的记录');
  await notes.setStatus('已完成');
  await data.show();
  const before = await texts(page);
  for (const takeBack of [
    () => data.told.getByRole('button', { name: '撤销' }).click(),
    () => page.keyboard.press('Control+z'),
  ]) {
    await data.give([file.name, file.text]);
    await data.mergeOne();
    expect(await texts(page)).not.toEqual(before);
    await expect(data.points.filter({ hasText: '导入' }).first()).toBeVisible();
    await takeBack();
    await expect(data.told).toContainText('已撤销');
    await expect.poll(() => texts(page)).toEqual(before);
  }
  await notes.show('s4-1');
  await notes.expectNotes(['甲的记录']);
});

test('promise 6: another page that is open follows when an import is taken back', async ({
  app,
  browser,
}) => {
  const file = await fileFrom(browser, app, '李强', { note: '乙的记录' });

  const data = new Data(app);
  await data.open();
  const seen = await another(app);
  await data.give([file.name, file.text]);
  await data.mergeOne();
  await seen.expectNotes(['乙的记录']);
  await data.told.getByRole('button', { name: '撤销' }).click();
  await seen.expectNotes([]);
});

test('promise 4: going back asks first, says how many notes it would cost, and can itself be taken back', async ({
  app,
  page,
}) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('第一条');
  await data.show();
  await data.button('现在留一个恢复点').click();
  await expect(data.points).toHaveCount(1);
  await notes.show('s4-1');
  await notes.write('第二条');
  await notes.write('第三条');
  await data.show();
  const before = await texts(page);

  const refused = data.answer(false);
  await data.points.first().getByRole('button').click();
  expect(await refused).toContain('2 条记录');
  expect(await texts(page)).toEqual(before);

  const agreed = data.answer(true);
  await data.points.first().getByRole('button').click();
  await agreed;
  await expect(data.told).toContainText('已恢复');
  await notes.show('s4-1');
  await notes.expectNotes(['第一条']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => texts(page)).toEqual(before);
});

test('promise 11: importing, restoring and clearing touch nobody else’s keys', async ({ app, page }) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('一条');
  await page.evaluate(() => {
    localStorage.setItem('other', '别人的');
    localStorage.setItem('yaodian.nanhai-2024.item/s4-1', 'y1 1 1 0 0 0 =\n明年');
  });
  const foreign = async () => {
    const { local } = await dump(page);
    return Object.entries(local).filter(
      ([key]) => !key.startsWith(`yaodian.${PLAN}.`) && !/^yaodian\.(device|backup)/.test(key),
    );
  };
  const before = await foreign();
  await data.show();
  const file = await data.backup();
  const cleared = data.answer(true);
  await data.button('清空全部登记').click();
  await cleared;
  await expect(data.told).toContainText('已清空');
  await expect.poll(() => texts(page)).toEqual({});
  await data.give([file.name, file.text]);
  await data.mergeOne();
  const back = data.answer(true);
  await data.points.filter({ hasText: '清空之前' }).getByRole('button').click();
  await back;
  await expect(data.told).toContainText('已恢复');
  await notes.show('s4-1');
  await notes.expectNotes(['一条']);
  expect(await foreign()).toEqual(before);
});

test('promise 5: damaged data is listed, and can be taken out as it was found', async ({ app, page }) => {
  const data = new Data(app);
  const raw = 'y1 3 7 2 7 12345 =\n{"format": "yaodian-progress", "ver';
  await page.addInitScript((raw) => {
    if (location.protocol !== 'about:' && localStorage.length === 0)
      localStorage.setItem('yaodian.nanhai-2023.item/s4-1', raw);
  }, raw);
  await data.open();
  const found = app.main.getByRole('listitem').filter({ hasText: 'item/s4-1' });
  const file = await data.download(found.getByRole('button', { name: '下载原样内容' }));
  expect(file.text).toBe(raw);
});

test('promise 14: after a week without a backup the page says so, until there is one', async ({
  app,
  page,
}) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('一条');
  await notes.expectSaved();
  await expect(data.reminder).toHaveCount(0);
  await page.clock.setFixedTime(new Date('2023-07-22T08:00:00+08:00'));
  await data.open();
  await expect(data.reminder).toHaveCount(0);
  await page.clock.setFixedTime(new Date('2023-07-23T09:00:00+08:00'));
  await app.open();
  await expect(data.reminder).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    app.main.getByRole('button', { name: '下载备份' }).first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^要点备份-nanhai-2023-20230723.*\.json$/);
  await expect(data.reminder).toHaveCount(0);
  await app.open();
  await expect(data.reminder).toHaveCount(0);
});

test('a sealed backup tells nothing without its passphrase, and everything with it', async ({
  app,
  page,
  browser,
}) => {
  const take = (data) => data.sealed('山高水长 2023');
  const file = await fileFrom(browser, app, '李强', { note: '机密的一句话', take });
  expect(file.text).not.toContain('机密');
  const data = new Data(app);
  await data.open();
  await data.give([file.name, file.text]);
  const passphrase = page.locator('#unseal');
  await passphrase.fill('山高水长');
  await passphrase.press('Enter');
  await expect(app.main.getByText('口令不对')).toBeVisible();
  await passphrase.fill('山高水长 2023');
  await passphrase.press('Enter');
  await data.mergeOne();
  const notes = new Notes(app);
  await notes.show('s4-1');
  await notes.expectNotes(['机密的一句话']);
});
