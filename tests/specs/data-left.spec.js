// A file about another plan: it is not merged here, and it is not lost either. It can be left for that plan's page, which
// offers it when it is opened.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { App } from '../pages/app.js';
import { Data } from '../pages/data.js';
import { Notes } from '../pages/notes.js';
import { expectNoViolations } from '../support/axe.js';
import { noted } from '../support/foreign.js';
import { showAgain } from '../support/pages.js';
import { LI, opened, OTHER, WANG } from '../support/plans.js';
import { seal } from '../support/seal.js';
import { SINGLE } from '../support/server.js';
import { dump, leftFor, settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

const PASSPHRASE = '山高水长';

test.beforeEach(({ context }) => context.addInitScript(settling));

/** Whatever anybody has stored on this device, but for what a page remembers about itself. */
async function everything(page) {
  const { local, entries, restore } = await dump(page);
  return { local, entries, restore };
}

test('a file about another plan is left for that plan: nothing here changes, and there it is offered, looked at, merged, and offered no more', async ({
  app,
  page,
  server,
}) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('本计划的记录');
  await data.show();
  const before = await everything(page);

  await data.give(WANG);
  await expect(data.other).toContainText(`这是另一份计划“${OTHER.title}”的进展，不会并入本计划。`);
  await expect(data.other).toContainText('王芳.json');
  // Nothing is kept before somebody wants it.
  expect(await leftFor(page, OTHER.id)).toBe(null);
  await data.leave.click();
  await expect(data.other.getByRole('status')).toContainText('已经留好');
  await expect(data.leave).toHaveCount(0);
  const close = data.other.getByRole('button', { name: '关闭' });
  await expect(close).toBeFocused();
  await expectNoViolations(page, 'a file that was left');
  await close.click();
  await expect(data.files).toBeFocused();
  expect(await everything(page)).toEqual(before);

  const other = await opened(app, server);
  await expect(other.data.left).toContainText(
    '有 1 份进展文件留给这份计划：“王芳.json”，2023年7月15日 09:00 留下。',
  );
  await other.data.see.click();
  await other.data.ready();
  await expect(other.data.left).toHaveCount(0);
  await expect(other.data.preview).toContainText('王芳');
  // Looking changes nothing.
  expect(await leftFor(page, OTHER.id)).toHaveLength(1);
  await other.data.mergeOne();
  await expect.poll(() => leftFor(page, OTHER.id)).toEqual([]);
  await other.notes.show('s4-1');
  await other.notes.expectNotes(['王芳的记录']);
  await other.there.open();
  await other.there.expectSaved();
  await expect(other.data.left).toHaveCount(0);

  await notes.open();
  await notes.expectNotes(['本计划的记录']);
  const now = await everything(page);
  const ours = ([key]) => key.startsWith('yaodian.nanhai-2023.');
  expect(Object.entries(now.local).filter(ours)).toEqual(Object.entries(before.local).filter(ours));
  expect([now.entries, now.restore]).toEqual([before.entries, before.restore]);
});

test('several files for one plan all wait, the same one once, and each is looked at in its turn', async ({
  app,
  page,
  server,
}) => {
  const data = new Data(app);
  await data.open();
  await data.leaveOne(WANG);
  await data.leaveOne(LI);
  await data.leaveOne(['王芳 (1).json', WANG[1]]);
  expect(await leftFor(page, OTHER.id)).toHaveLength(2);

  const other = await opened(app, server);
  await expect(other.data.left).toContainText('有 2 份');
  await expect(other.data.left).not.toContainText('(1)');
  await other.data.see.click();
  await other.data.mergeOne();
  // The second one is not merged now, so it goes on waiting.
  await other.data.preview.getByRole('button', { name: '不导入' }).click();
  await expect(other.data.left).toContainText('有 1 份');
  await expect.poll(() => leftFor(page, OTHER.id)).toHaveLength(1);
  await other.there.open();
  await expect(other.data.left).toContainText('有 1 份');
  await other.data.see.click();
  await other.data.mergeOne();
  await expect.poll(() => leftFor(page, OTHER.id)).toEqual([]);
  await other.notes.show('s4-1');
  await other.notes.expectNotesInAnyOrder(['王芳的记录', '李强的记录']);
});

test('who does not want it is asked once, and then it is gone; who changes their mind keeps it', async ({
  app,
  page,
  server,
}) => {
  const data = new Data(app);
  await data.open();
  await data.leaveOne(WANG);
  const other = await opened(app, server);
  await other.notes.open();
  await other.notes.write('那份计划的记录');
  await other.there.paste('#/');
  const before = await leftFor(page, OTHER.id);

  const kept = other.data.answer(false);
  await other.data.decline.click();
  expect(await kept).toContain('“王芳.json”');
  await expect(other.data.left).toBeVisible();
  expect(await leftFor(page, OTHER.id)).toEqual(before);

  const agreed = other.data.answer(true);
  await other.data.decline.click();
  await agreed;
  await expect(other.data.left).toHaveCount(0);
  await expect(other.data.told).toContainText('已经删去');
  await expect(other.there.heading).toBeFocused();
  expect(await leftFor(page, OTHER.id)).toEqual([]);
  await other.there.open();
  await other.there.expectSaved();
  await expect(other.data.left).toHaveCount(0);
  await other.notes.show('s4-1');
  await other.notes.expectNotes(['那份计划的记录']);
});

for (const [how, show] of [
  ['nothing was recorded', (other) => other.there.open()],
  ['somebody records', (other) => other.notes.open()],
]) {
  test(`a page that is open already, in which ${how}, offers the file when it is shown again`, async ({
    app,
    server,
  }) => {
    const other = await opened(app, server);
    await show(other);
    const data = new Data(app);
    await data.open();
    await data.leaveOne(WANG);
    await expect(other.data.left).toHaveCount(0);
    await showAgain(other.there);
    await expect(other.data.left).toContainText('王芳.json');
  });
}

test('an import of a file that was left can be taken back, and costs nothing that was recorded before', async ({
  app,
  server,
}) => {
  const data = new Data(app);
  await data.open();
  await data.leaveOne(WANG);
  const other = await opened(app, server);
  await other.notes.open();
  await other.notes.write('早就有的');
  await other.data.see.click();
  await other.data.mergeOne();
  await other.data.told.getByRole('button', { name: '撤销' }).click();
  await expect(other.data.told).toContainText('已撤销');
  await other.notes.open();
  await other.notes.expectNotes(['早就有的']);
});

test('clearing and restoring a plan’s records leaves alone what waits for it and for others', async ({
  app,
  page,
  server,
}) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('一条');
  await data.show();
  await data.leaveOne(WANG);
  const waiting = await leftFor(page, OTHER.id);
  const other = await opened(app, server);
  await other.data.open();
  for (const plan of [data, other.data]) {
    const cleared = plan.answer(true);
    await plan.button('清空全部登记').click();
    await cleared;
    await expect(plan.told).toContainText('已清空');
    expect(await leftFor(page, OTHER.id)).toEqual(waiting);
  }
  await expect(other.data.left).toBeVisible();
});

test('a file that brings nothing new is let go when it is closed', async ({ app, page, server }) => {
  const data = new Data(app);
  await data.open();
  await data.leaveOne(WANG);
  const other = await opened(app, server);
  await other.data.open();
  await other.data.give(WANG);
  await other.data.mergeOne();
  await expect(other.data.left).toBeVisible();
  await other.data.see.click();
  await expect(other.data.preview).toContainText('不需要导入');
  await other.data.preview.getByRole('button', { name: '关闭' }).click();
  await expect.poll(() => leftFor(page, OTHER.id)).toEqual([]);
  await expect(other.data.left).toHaveCount(0);
});

test('a sealed file stays sealed while it waits', async ({ app, page, server }) => {
  const data = new Data(app);
  const sealed = await seal(noted('b2', '李强', '封好的记录', { plan: OTHER }), PASSPHRASE);
  await data.open();
  await data.give(['李强-加密.json', sealed]);
  // Nobody can tell whose it is before it is opened.
  await expect(data.other).toHaveCount(0);
  await data.passphrase.fill(PASSPHRASE);
  await data.passphrase.press('Enter');
  await expect(data.other).toContainText('要再输一次口令');
  await data.leave.click();
  await expect(data.other).toContainText('已经留好');
  const [waiting] = await leftFor(page, OTHER.id);
  expect(waiting).toContain(sealed);
  expect(waiting).not.toContain('封好的记录');

  const other = await opened(app, server);
  await other.data.see.click();
  await other.data.passphrase.fill(PASSPHRASE);
  await other.data.passphrase.press('Enter');
  await other.data.mergeOne();
  await expect.poll(() => leftFor(page, OTHER.id)).toEqual([]);
  await other.notes.show('s4-1');
  await other.notes.expectNotes(['封好的记录']);
});

test('a page that carries the records of another plan says so, and they can be left for that one', async ({
  browser,
}, info) => {
  const place = info.outputPath('carries.html');
  const whole = readFileSync(fileURLToPath(SINGLE), 'utf8');
  await writeFile(
    place,
    whole.replace(/(id="?notes"?>)(?=<\/script>)/, (begin) => begin + WANG[1]),
  );
  const context = await browser.newContext();
  await context.addInitScript(settling);
  const page = await context.newPage();
  const app = new App(page, `file://${place}`);
  const data = new Data(app);
  await app.open();
  const offer = app.main
    .getByRole('status')
    .filter({ hasText: `这份文件带有另一份计划“${OTHER.title}”的进展` });
  await offer.getByRole('button', { name: '查看' }).click();
  await data.leave.click();
  await expect(data.other).toContainText('已经留好');
  expect(await leftFor(page, OTHER.id)).toHaveLength(1);
  await context.close();
});
