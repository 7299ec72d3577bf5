// The whole library in a single file, on its way to another browser.
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { App } from '../pages/app.js';
import { Data } from '../pages/data.js';
import { Library } from '../pages/library.js';
import { Notes } from '../pages/notes.js';
import { opened, OTHER } from '../support/plans.js';
import { settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

test.beforeEach(({ context }) => context.addInitScript(settling));

/** The backup of another plan, which somebody has written something about. */
async function backupOfOther(app, server) {
  const context = await app.page.context().browser().newContext({ serviceWorkers: 'block' });
  const { data, notes } = await opened(new App(await context.newPage(), app.root), server);
  await notes.open();
  await notes.write('某区的记录');
  await data.show();
  const backup = await data.backup();
  await context.close();
  return backup;
}

/** The single file of a browser with that plan in its library, and a note about its own plan. */
async function fileWithLibrary(app, server) {
  const backup = await backupOfOther(app, server);
  const library = new Library(app);
  await library.open();
  await library.give([backup.name, backup.text]);
  await library.opens.click();
  await expect(app.page).toHaveTitle(`总览 · ${OTHER.title}`);
  const data = new Data(app);
  await data.see.click();
  await data.mergeOne();
  await app.open('#/');
  const notes = new Notes(app);
  await notes.show('s1-1');
  await notes.write('南海的记录');
  await data.show();
  const button = data.button('带上登记内容和整个计划库（另有 1 份计划）');
  await expect(button).toBeVisible();
  return data.download(button);
}

/** Another browser, in which the file is opened from the disk. */
async function elsewhere(app, place) {
  const context = await app.page.context().browser().newContext();
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2023-07-15T09:00:00+08:00'));
  return new App(page, pathToFileURL(place).href);
}

test('a file with the whole library gives another browser every plan with its records', async ({
  app,
  server,
}, info) => {
  const file = await fileWithLibrary(app, server);
  expect(file.name).toBe('yaodian-nanhai-2023.html');
  const place = info.outputPath(file.name);
  await writeFile(place, file.text);
  const there = await elsewhere(app, place);
  await there.open();
  const offer = there.main.getByRole('status').filter({ hasText: '这份文件还带有 1 份计划' });
  await offer.getByRole('button', { name: '查看' }).click();
  const library = new Library(there);
  const card = there.card('这份文件带来的计划');
  await expect(card).toContainText(OTHER.title);
  await expect(library.plan(OTHER.title)).toHaveCount(0);
  await card.getByRole('button', { name: '全部收进计划库' }).click();
  await expect(card.getByRole('status')).toHaveText('已把 1 份计划收进计划库。');
  await expect(library.plan(OTHER.title)).toHaveCount(1);
  // What came with its own plan is offered, too.
  await expect(there.main.getByText('这份文件带有')).toBeVisible();
  await library.goTo(OTHER.title);
  const data = new Data(there);
  await data.see.click();
  await data.mergeOne();
  await there.paste(`#/@${OTHER.id}/item/s4-1`);
  await expect(there.main.getByText('某区的记录')).toBeVisible();
  // What was taken is not offered again.
  await there.open('#/');
  await expect(there.main.getByText('这份文件带有')).toBeVisible();
  await expect(offer).toHaveCount(0);
  // A file for others has no more than they are to have.
  await data.show();
  const bare = await data.download(data.button('不带登记内容'));
  expect(bare.text).not.toContain('id="library"');
  for (const kept of ['某区的记录', '南海的记录', OTHER.title]) expect(bare.text).not.toContain(kept);
  await there.page.context().close();
});

test('such a file that is given to 计划库 brings its own plan and all others', async ({ app, server }) => {
  const file = await fileWithLibrary(app, server);
  const context = await app.page.context().browser().newContext({ serviceWorkers: 'block' });
  const there = new App(await context.newPage(), app.root);
  const library = new Library(there);
  await library.open();
  await library.give([file.name, file.text]);
  await expect(library.told).toContainText('已把“佛山市南海区人大常委会 2023 年工作要点”收进计划库');
  await expect(library.told).toContainText('这份文件还带着计划库：已把 1 份计划收进计划库。');
  await expect(library.plan(OTHER.title)).toHaveCount(1);
  await context.close();
});

test('without other plans there is nothing more to hand on', async ({ app }) => {
  const data = new Data(app);
  await data.open();
  await expect(data.button('不带登记内容')).toBeVisible();
  await expect(app.card('另存为单文件').getByRole('button')).toHaveCount(2);
  await expect(app.card('这份文件带来的计划')).toHaveCount(0);
});
