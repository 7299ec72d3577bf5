// The database is broken, for a while or for good: the app says so in words, keeps what it was told where it can, and
// saves it once that is possible again.
import { Notes } from '../pages/notes.js';
import { changeLocal, dump, leave, own, settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

const ITEM = 'item/s4-1';
const UNSAVED = '未能保存';

test.beforeEach(({ page }) => page.addInitScript(settling));

/** Another page of the same browser, in which these scripts run first: itself, and its notes. */
async function another({ page, root, constructor }, ...scripts) {
  const other = await page.context().newPage();
  for (const script of scripts) await other.addInitScript(script);
  return { other, notes: new Notes(new constructor(other, root)) };
}

/** Leaves the app with one note in both stores and one that only the database has. */
async function setBack(app) {
  const notes = new Notes(app);
  await notes.open();
  await notes.write('两处都有');
  await notes.expectSaved();
  const before = await dump(app.page);
  await notes.write('只有数据库还有');
  await notes.expectSaved();
  await leave(app.page, app);
  // What a crash does: localStorage was not on the disk yet.
  await changeLocal(app.page, own(before.local));
  return notes;
}

/** What IndexedDB does when it is opened. */
const BROKEN = {
  'throws when it is opened': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('broken', 'UnknownError');
    };
  },
  'is missing': () => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  },
  'fails to open': () => {
    const open = IDBFactory.prototype.open;
    // A lower version than what is there cannot be opened.
    IDBFactory.prototype.open = function (name) {
      const request = open.call(this, `${name}.other`, 2);
      request.onupgradeneeded = () => request.transaction.abort();
      Object.defineProperty(request, 'onupgradeneeded', { set() {} });
      return request;
    };
  },
  'never answers': () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name, version) {
      const request = open.call(this, name, version);
      for (const event of ['onsuccess', 'onerror', 'onupgradeneeded']) {
        Object.defineProperty(request, event, { set() {} });
      }
      return request;
    };
  },
};

for (const [how, breaking] of Object.entries(BROKEN)) {
  test(`the database ${how}: notes are in localStorage, 已保存 is not said, and they move once it works`, async ({
    page,
    app,
  }) => {
    const notes = new Notes(app);
    await notes.open();
    await notes.write('都好的时候');
    await notes.expectSaved();
    const { other: broken, notes: worse } = await another(app, breaking);
    await leave(page, app);
    await worse.open();
    await worse.expectNotes(['都好的时候']);
    await worse.write('数据库坏的时候');
    await worse.expectTrouble(UNSAVED, '还没有确认写到磁盘上');
    await worse.expectNotes(['数据库坏的时候', '都好的时候']);
    await broken.close();
    await notes.open();
    await notes.expectNotes(['数据库坏的时候', '都好的时候']);
    await notes.expectSaved();
    expect((await dump(page)).entries[ITEM]).toContain('数据库坏的时候');
  });
}

test('the database failed for a while and localStorage was set back: what only either had is there', async ({
  app,
}) => {
  const notes = await setBack(app);
  const { other: broken, notes: worse } = await another(app, BROKEN['throws when it is opened']);
  await worse.open();
  await worse.expectNotes(['两处都有']);
  await worse.write('这时写的一');
  await worse.write('这时写的二');
  await worse.write('这时写的三');
  await broken.close();
  await notes.open();
  await notes.expectNotesInAnyOrder(['这时写的三', '这时写的二', '这时写的一', '只有数据库还有', '两处都有']);
  await notes.expectSaved();
});

test('the connection to the database is lost in the middle: the next save opens another', async ({
  page,
  app,
}) => {
  await page.addInitScript(() => {
    window.connections = [];
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args);
      request.addEventListener('success', () => window.connections.push(request.result));
      return request;
    };
  });
  const notes = new Notes(app);
  await notes.open();
  await notes.write('一');
  await notes.expectSaved();
  await page.evaluate(() => window.connections.forEach((connection) => connection.close()));
  await notes.write('二');
  await notes.expectSaved();
  expect((await dump(page)).entries[ITEM]).toContain('二');
});

test('a transaction of the database fails: it is said, and trying again saves', async ({ page, app }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      if (window.aborting) this.transaction.abort();
      return request;
    };
  });
  const notes = new Notes(app);
  await notes.open();
  await page.evaluate(() => (window.aborting = true));
  await notes.write('一');
  await notes.expectTrouble(UNSAVED, '还没有确认写到磁盘上');
  await page.evaluate(() => (window.aborting = false));
  await notes.retry.click();
  await notes.expectSaved();
  expect((await dump(page)).entries[ITEM]).toContain('一');
});

test('the database failed at the start and works again: 再试一次 merges and saves, without loading the page anew', async ({
  app,
}) => {
  await setBack(app);
  const { other: later, notes: regained } = await another(app, settling, () => {
    window.broken = true;
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...args) {
      if (window.broken) throw new DOMException('broken', 'UnknownError');
      return open.apply(this, args);
    };
  });
  await regained.open();
  await regained.expectNotes(['两处都有']);
  await regained.write('坏的时候写的');
  await regained.expectTrouble(UNSAVED, '还没有确认写到磁盘上');
  await regained.retry.click();
  await regained.expectTrouble(UNSAVED, '还没有确认写到磁盘上');
  await later.evaluate(() => (window.broken = false));
  await regained.retry.click();
  await regained.expectSaved();
  await regained.expectNotesInAnyOrder(['坏的时候写的', '只有数据库还有', '两处都有']);
  const { entries, local } = await dump(later);
  expect(entries[ITEM]).toContain('坏的时候写的');
  expect(entries[ITEM]).toContain('只有数据库还有');
  expect(Object.values(own(local)).some((text) => text.includes('只有数据库还有'))).toBe(true);
});
