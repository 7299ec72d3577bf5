// A file about another plan where the browser keeps nothing, and where somebody means harm: nothing is promised that did not
// happen, and nothing is let go before it is safe elsewhere.
import { Data } from '../pages/data.js';
import { noted } from '../support/foreign.js';
import { opened, OTHER, WANG } from '../support/plans.js';
import { fullDatabase, leftFor, settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

test.beforeEach(({ context }) => context.addInitScript(settling));

/** As in private windows of some browsers. */
const BLOCKED = () => {
  IDBFactory.prototype.open = () => {
    throw new DOMException('no', 'SecurityError');
  };
  Object.defineProperty(window, 'localStorage', {
    get: () => {
      throw new DOMException('no', 'SecurityError');
    },
  });
};

test('on a full disk the file is not called kept, and what to do is said; once there is room it is kept', async ({
  app,
  page,
}) => {
  await page.addInitScript(fullDatabase);
  const data = new Data(app);
  await data.open();
  await data.give(WANG);
  await page.evaluate(() => (window.failing = true));
  await data.leave.click();
  await expect(data.other.getByRole('status')).toContainText(
    '没有留成：浏览器的存储空间已满。请打开那份计划，在它的“数据”页里选择这个文件。',
  );
  expect(await leftFor(page, OTHER.id)).toEqual([]);
  await page.evaluate(() => (window.failing = false));
  await data.leave.click();
  await expect(data.other.getByRole('status')).toContainText('已经留好');
  expect(await leftFor(page, OTHER.id)).toHaveLength(1);
});

test('where the browser stores nothing the file is not called kept, and what to do is said', async ({
  app,
  page,
}) => {
  await page.addInitScript(BLOCKED);
  const data = new Data(app);
  await app.open('#/data');
  await data.give(WANG);
  await data.leave.click();
  await expect(data.other.getByRole('status')).toContainText('没有留成');
  await expect(data.other.getByRole('status')).toContainText('请打开那份计划');
});

test('a file that is merged while the disk is full goes on waiting until the records are saved', async ({
  app,
  page,
  server,
}) => {
  const data = new Data(app);
  await data.open();
  await data.leaveOne(WANG);
  const { there: other, data: there, notes } = await opened(app, server);
  await other.page.addInitScript(fullDatabase);
  await other.page.addInitScript(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...given) {
      if (window.failing) throw new DOMException('full', 'QuotaExceededError');
      return write.apply(this, given);
    };
  });
  await other.open();
  await there.see.click();
  await there.ready();
  await other.page.evaluate(() => (window.failing = true));
  await there.merge.click();
  await expect(there.told).toContainText('已合并');
  await notes.expectTrouble('未能保存', '存储空间已满');
  expect(await leftFor(page, OTHER.id)).toHaveLength(1);
  await other.page.evaluate(() => (window.failing = false));
  await notes.retry.click();
  await notes.expectSaved();
  await expect.poll(() => leftFor(page, OTHER.id)).toEqual([]);
});

test('promise 16: a file whose plan has a name that no plan may have is left nowhere', async ({
  app,
  page,
}) => {
  const data = new Data(app);
  await data.open();
  const before = (await page.evaluate(() => indexedDB.databases())).map(({ name }) => name).sort();
  for (const id of ['../x', 'a.b', 'left/a', 'nanhai-2023.', '计划', '', 'x'.repeat(41), '__proto__', 'A']) {
    await data.give(['x.json', noted('a1', '王芳', '一条', { plan: { id, title: '冒名' } })]);
    await expect(data.refusal).toContainText('看不出');
    await expect(data.leave).toHaveCount(0);
    await data.refusal.getByRole('button', { name: '关闭' }).click();
  }
  const names = (await page.evaluate(() => indexedDB.databases())).map(({ name }) => name).sort();
  expect(names).toEqual(before);
});

test('promise 16: what others put where files wait is read as any file is, and is nothing but text on the page', async ({
  app,
  page,
  server,
}) => {
  const hostile = { id: OTHER.id, title: `${'长'.repeat(500)}<img src=x onerror="hacked=1">` };
  const name = '<b>王芳</b>\u202e.json';
  const data = new Data(app);
  await data.open();
  await data.give(['x.json', noted('a1', '王芳', '一条', { plan: hostile })]);
  await expect(data.other).toContainText(`“${'长'.repeat(60)}…”`);
  await data.leave.click();
  await expect(data.other).toContainText('已经留好');
  await data.other.getByRole('button', { name: '关闭' }).click();
  await data.leaveOne([name, noted('b2', '李强', '另一条', { plan: OTHER })]);
  // Damaged, and put there by somebody else.
  await page.evaluate(async (database) => {
    const opened = await window.settled(indexedDB.open(database));
    const store = opened.transaction('entries', 'readwrite').objectStore('entries');
    await window.settled(store.put('y1 99 0 0 0 7 =\nnonsense', '0000'));
    await window.settled(store.put({ not: 'text' }, '0001'));
    opened.close();
  }, `yaodian.left/${OTHER.id}`);

  const other = await opened(app, server);
  await expect(other.data.left).toContainText('有 2 份');
  await expect(other.data.left).toContainText('<b>王芳</b>');
  await other.data.see.click();
  await other.data.mergeOne();
  await other.data.mergeOne();
  expect(await other.there.page.evaluate(() => window.hacked)).toBeUndefined();
});
