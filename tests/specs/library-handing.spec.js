// A plan goes from hand to hand: in backups, plan files and the page as one file.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { App } from '../pages/app.js';
import { Data } from '../pages/data.js';
import { Library } from '../pages/library.js';
import { opened, OTHER } from '../support/plans.js';
import { SINGLE } from '../support/server.js';
import { dump, settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

test.beforeEach(({ context }) => context.addInitScript(settling));

/** A backup of the other plan, made in another browser. */
async function backupOfOther(app, server) {
  const context = await app.page.context().browser().newContext({ serviceWorkers: 'block' });
  const { there, data, notes } = await opened(new App(await context.newPage(), app.root), server);
  await notes.open();
  await notes.write('某区的记录');
  await data.show();
  const backup = await data.backup();
  const packed = await there.page.locator('#plan').textContent();
  await context.close();
  return { backup, packed };
}

test('a backup whose plan is not here brings both, and nothing of the plan that is open changes', async ({
  app,
  page,
  server,
}) => {
  const { backup } = await backupOfOther(app, server);
  const data = new Data(app);
  await data.open();
  const before = await dump(page);
  await data.give([backup.name, backup.text]);
  await expect(data.other).toContainText(OTHER.title);
  await data.other.getByRole('button', { name: '收进计划库' }).click();
  await expect(data.other.getByRole('status')).toContainText('收进计划库');
  expect((await dump(page)).local).toEqual(before.local);
  await data.other.getByRole('link', { name: '打开这份计划' }).click();
  await expect(page).toHaveTitle(`总览 · ${OTHER.title}`);
  await data.see.click();
  await data.mergeOne();
  await app.open(`#/@${OTHER.id}/item/s4-1`);
  await expect(app.main.getByText('某区的记录')).toBeVisible();
});

test('a plan file goes out and comes in again', async ({ app, page, server }) => {
  const { backup } = await backupOfOther(app, server);
  const library = new Library(app);
  await library.open();
  await library.give([backup.name, backup.text]);
  await expect(library.told).toContainText('会提示合并');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    library.button(OTHER.title, '下载计划文件').click(),
  ]);
  expect(download.suggestedFilename()).toBe(`要点计划-${OTHER.id}.json`);
  const text = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 1, id: OTHER.id, title: OTHER.title });
  // The same once more is the one that is there; of another one under its name nothing is taken before somebody says so.
  await library.give(['x.json', text]);
  await expect(library.told).toHaveText(`已把“${OTHER.title}”收进计划库。`);
  await expect(library.plan(OTHER.title)).toHaveCount(1);
  const before = await dump(page);
  await library.give(['x.json', text.replace(OTHER.title, '另一个题目')]);
  await expect(library.versions).toContainText('内容不一样');
  await expect(library.plan(OTHER.title)).toHaveCount(1);
  expect(await dump(page)).toEqual(before);
});

test('promise 31: files that are no plans, or broken ones, are named with the remedy and change nothing', async ({
  app,
  page,
  server,
}) => {
  const { backup, packed } = await backupOfOther(app, server);
  const library = new Library(app);
  await library.open();
  await library.give([backup.name, backup.text]);
  await expect(library.told).toContainText('会提示合并');
  const before = await dump(page);
  const html = (plan) => `<!DOCTYPE html><script type="text/plain" id="plan">${plan}</script>`;
  for (const [text, said] of [
    ['', '没有计划'],
    ['{}', '没有计划'],
    ['PK\u0003\u0004', '没有计划'],
    [html(packed.replace('某区', '另区')), '坏了'],
    [html(packed.slice(0, 5000)), '坏了'],
    [html(packed.replace(/^yaodian-plan \d+/, 'yaodian-plan 99')), '更新'],
    ['{"format":99}', '更新'],
  ]) {
    await library.give(['x.json', text]);
    await expect(library.told).toContainText(said);
    await expect(library.plans).toHaveCount(2);
  }
  expect(await dump(page)).toEqual(before);
});

test('a plan of the library is saved as one file, which is that plan wherever it is opened', async ({
  app,
  page,
  server,
  context,
}, info) => {
  test.skip(!existsSync(fileURLToPath(SINGLE)), 'only a release has the single file');
  const { backup } = await backupOfOther(app, server);
  const library = new Library(app);
  await library.open();
  await library.give([backup.name, backup.text]);
  await library.opens.click();
  await expect(page).toHaveTitle(`总览 · ${OTHER.title}`);
  const data = new Data(app);
  await data.see.click();
  await data.mergeOne();
  await app.open(`#/@${OTHER.id}/data`);
  await data.ready();
  const file = await data.download(data.button(/^带上登记内容（/));
  expect(file.name).toBe(`yaodian-${OTHER.id}.html`);
  const place = info.outputPath(file.name);
  await writeFile(place, file.text);
  const there = new App(await context.newPage(), pathToFileURL(place).href);
  await there.page.goto(there.root);
  await there.ready();
  await expect(there.page).toHaveTitle(`总览 · ${OTHER.title}`);
  await there.search.fill('wcnr');
  await expect(there.main.locator('.hit').first()).toBeVisible();
  const plain = await context.browser().newContext({ javaScriptEnabled: false });
  const reader = await plain.newPage();
  await reader.goto(there.root);
  await expect(reader.locator('.brand')).toHaveText(OTHER.title);
  await plain.close();
});
