// 已保存 is true: the whole browser is killed at that moment, and everything is there when it is started again.
import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Notes } from '../pages/notes.js';
import { launch, profile } from '../support/browser.js';
import { serve } from '../support/server.js';
import { expect, test } from '@playwright/test';

let server;
let disk;

test.beforeEach(async () => {
  [server, disk] = await Promise.all([serve(), profile()]);
});
test.afterEach(async () => {
  await server.stop();
  await disk.remove();
});

/** Starts the browser and opens the item. */
async function start(launchOptions) {
  const browser = await launch(disk.folder, launchOptions, `${server.origin}/`);
  const notes = new Notes(browser.app);
  await notes.open();
  return { ...browser, notes };
}

test('promise 1: the browser is killed when 已保存 shows, five times: nothing that was said to be saved is lost', async ({
  launchOptions,
}) => {
  const texts = [
    '第一次断电之前 👍',
    '多行\n第二行\n\t“引号”与 \\ 反斜杠',
    '长'.repeat(2_000),
    '&<>\u2028"\'',
    '最后',
  ];
  const written = [];
  for (const [round, text] of texts.entries()) {
    const { notes, kill } = await start(launchOptions);
    // What the rounds before have left.
    await expect.poll(async () => await notes.texts.allTextContents()).toEqual(written);
    if (round > 0) await notes.expectStatus(round % 2 ? '进行中' : '已完成');
    await notes.expectSaved();
    await notes.write(text);
    await notes.setStatus(round % 2 ? '已完成' : '进行中');
    await notes.expectSaved();
    await kill();
    written.unshift(text);
  }
  const { notes, context } = await start(launchOptions);
  await expect.poll(async () => await notes.texts.allTextContents()).toEqual(written);
  await notes.expectSaved();
  await context.close();
});

test('promise 1: a changed, a deleted and an undone note stay so when the browser is killed', async ({
  launchOptions,
}) => {
  let { notes, page, kill } = await start(launchOptions);
  for (const text of ['要改的', '要删的', '要撤销的']) await notes.write(text);
  await notes.expectSaved();
  await kill();

  ({ notes, page, kill } = await start(launchOptions));
  await notes.edit('要改的');
  await notes.edited.fill('改过的');
  await notes.saveEdited();
  await notes.note('要删的').getByRole('button', { name: '删除' }).click();
  await notes.note('要撤销的').getByRole('button', { name: '删除' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await notes.expectNotes(['要撤销的', '改过的']);
  await notes.expectSaved();
  await kill();

  const again = await start(launchOptions);
  await again.notes.expectNotes(['要撤销的', '改过的']);
  await again.notes.expectSaved();
  await again.context.close();
});

test('promise 1: a draft of which 已保存 is said outlives the kill as well', async ({ launchOptions }) => {
  const { notes, kill } = await start(launchOptions);
  await notes.field.pressSequentially('还没有写完');
  // Typing stays unsaved until it pauses.
  await notes.expectSaved();
  await kill();
  const again = await start(launchOptions);
  await expect(again.notes.field).toHaveValue('还没有写完');
  await again.context.close();
});

/** Leaves half a record at the end of the log of the browser's databases, as a write does that the disk has no room for. */
async function tear(folder) {
  const record = Buffer.alloc(24, 1);
  // A checksum of 4 bytes, the length, which more than the file has left, and the kind of record.
  record.writeUInt16LE(1_024, 4);
  const files = await readdir(join(folder, 'Default', 'IndexedDB'), { recursive: true });
  const logs = files.filter((name) => name.endsWith('.log'));
  for (const name of logs) await appendFile(join(folder, 'Default', 'IndexedDB', name), record);
  return logs.length;
}

test('promise 1: what is said to be saved behind a write that a full disk has torn is there when the browser is started again', async ({
  launchOptions,
}) => {
  const first = await start(launchOptions);
  await first.notes.write('磁盘满之前');
  await first.notes.expectSaved();
  await first.kill();
  expect(await tear(disk.folder)).toBeGreaterThan(0);

  const second = await start(launchOptions);
  await second.notes.expectNotes(['磁盘满之前']);
  await second.notes.write('腾出地方以后');
  await second.notes.expectSaved();
  await second.kill();

  const third = await start(launchOptions);
  await third.notes.expectNotes(['腾出地方以后', '磁盘满之前']);
  await third.context.close();
});
