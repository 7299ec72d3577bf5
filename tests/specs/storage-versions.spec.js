// What is not ours, what is newer than we are, and clocks that are wrong: nothing of it costs a note.
import { Notes } from '../pages/notes.js';
import { showAgain } from '../support/pages.js';
import { changeLocal, changeMirror, dump, leave, settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

const NEWER = '更新版本的“要点”写入';

test.beforeEach(({ page }) => page.addInitScript(settling));

test('promise 11: a whole session of recording touches nobody else’s keys and databases', async ({
  page,
  app,
}) => {
  const foreign = {
    other: 'something else',
    yaodian: 'no dot',
    'yaodian.nanhai-2023': 'the plan without a dot',
    'yaodian.nanhai-2023x.item/s4-1': 'another plan',
    'yaodian.nanhai-2024.item/s4-1': 'y1 1 1 0 0 0 =\nnext year',
    'xyaodian.nanhai-2023.item/s4-1': 'begins otherwise',
    'draft/s4-1': 'not a draft of ours',
  };
  const notes = new Notes(app);
  await leave(page, app);
  await page.evaluate(async (foreign) => {
    for (const [key, value] of Object.entries(foreign)) localStorage.setItem(key, value);
    for (const name of ['other', 'yaodian.nanhai-2024']) {
      const opening = indexedDB.open(name);
      opening.onupgradeneeded = () => opening.result.createObjectStore('entries').put('theirs', 'item/s4-1');
      (await window.settled(opening)).close();
    }
  }, foreign);

  await notes.open();
  await notes.write('一');
  await notes.setStatus('进行中');
  await notes.edit('一');
  await notes.edited.fill('二');
  await notes.saveEdited();
  await notes.note('二').getByRole('button', { name: '删除' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await notes.field.fill('草稿');
  await notes.expectSaved();
  await showAgain(notes);
  await notes.open();
  await notes.expectNotes(['二']);
  await leave(page, app);

  const { local } = await dump(page);
  for (const [key, value] of Object.entries(foreign)) expect(local[key], key).toBe(value);
  // And no key is new but those that begin as ours do.
  const strange = Object.keys(local).filter(
    (key) => !(key in foreign) && !/^yaodian\.(nanhai-2023\.|[a-z-]+$)/.test(key),
  );
  expect(strange).toEqual([]);
  const theirs = await page.evaluate(async () => {
    const found = [];
    for (const name of ['other', 'yaodian.nanhai-2024']) {
      const database = await window.settled(indexedDB.open(name));
      found.push(await window.settled(database.transaction('entries').objectStore('entries').getAll()));
    }
    return found;
  });
  expect(theirs).toEqual([['theirs'], ['theirs']]);
});

const SEEDS = {
  'in localStorage': (page) => changeLocal(page, { '!schema': '2' }),
  'in the database': (page) => changeMirror(page, { '!schema': '2' }),
  'in both': async (page) => {
    await changeLocal(page, { '!schema': '2' });
    await changeMirror(page, { '!schema': '2' });
  },
  'in one text of localStorage': (page) => changeLocal(page, { 'item/s2-1': 'y2 of a later form' }),
  'in one text of the database': (page) => changeMirror(page, { 'item/s2-1': 'y2 of a later form' }),
  'as the structure of the database': (page) =>
    page.evaluate(async () => (await window.settled(indexedDB.open('yaodian.nanhai-2023', 2))).close()),
};

for (const [where, seed] of Object.entries(SEEDS)) {
  test(`promise 13: the data are of a later version, ${where}: they can be read, and not a byte changes`, async ({
    page,
    app,
  }) => {
    const notes = new Notes(app);
    await notes.open();
    await notes.write('旧版本写的');
    await notes.expectSaved();
    await leave(page, app);
    await seed(page);
    const before = await dump(page);
    for (const load of [1, 2]) {
      await notes.open();
      await notes.expectTrouble('未能保存', NEWER);
      await expect(notes.retry, `load ${load}`).toHaveCount(0);
      await notes.expectNotes(['旧版本写的']);
      await expect(notes.form).toHaveAttribute('disabled', '');
      for (const control of await notes.form.locator('button:visible, input:visible, textarea').all()) {
        await expect(control).toBeDisabled();
      }
      await page.keyboard.press('Control+z');
      await showAgain(notes);
      // Nothing is unsaved, so nobody is asked on leaving.
      await leave(page, app);
    }
    expect(await dump(page)).toEqual(before);
  });
}

test('promise 13: a later version writes while this page is open: from then on this one only reads', async ({
  page,
  app,
  context,
}) => {
  const notes = new Notes(app);
  await notes.open();
  await notes.write('之前');
  await notes.expectSaved();
  const other = await context.newPage();
  await other.addInitScript(settling);
  await leave(other, app);
  await changeLocal(other, { '!schema': '2' });
  await notes.expectTrouble('未能保存', NEWER);
  await expect(notes.form).toHaveAttribute('disabled', '');
  await notes.expectNotes(['之前']);
});

test('promise 13: a page that has not heard of the later version yet notices before it writes', async ({
  page,
  app,
}) => {
  await page.addInitScript(() => {
    window.addEventListener('storage', (event) => event.stopImmediatePropagation());
  });
  const notes = new Notes(app);
  await notes.open();
  await notes.write('之前');
  await notes.expectSaved();
  const other = await page.context().newPage();
  await other.addInitScript(settling);
  await leave(other, app);
  await changeLocal(other, { '!schema': '2' });
  await changeMirror(other, { '!schema': '2' });
  const before = await dump(other);
  await notes.status('进行中').click();
  await notes.expectTrouble('未能保存', NEWER);
  await expect(notes.form).toHaveAttribute('disabled', '');
  expect(await dump(other)).toEqual(before);
  // What was entered and is nowhere stored is worth asking.
  const asked = page.waitForEvent('dialog');
  const leaving = page.evaluate(() => location.reload());
  await (await asked).dismiss();
  await leaving;
  await notes.expectStatus('进行中');
});

for (const [how, first, second] of [
  ['is set back between two sessions', '2023-07-15T09:00:00', '2023-01-02T09:00:00'],
  ['is set back to 1970', '2023-07-15T09:00:00', '1970-01-01T09:00:00'],
  ['was years ahead and is right again', '2031-07-15T09:00:00', '2023-07-15T09:00:00'],
  ['is said to be past all years', '2023-07-15T09:00:00', '9999-07-15T09:00:00'],
]) {
  test(`the clock ${how}: what is entered later still wins`, async ({ page, app }) => {
    const notes = new Notes(app);
    await page.clock.setFixedTime(new Date(`${first}+08:00`));
    await notes.open();
    await notes.write('原来的');
    await notes.setStatus('进行中');
    await notes.expectSaved();
    await page.clock.setFixedTime(new Date(`${second}+08:00`));
    await notes.open();
    await notes.setStatus('已完成');
    await notes.edit('原来的');
    await notes.edited.fill('后来改的');
    await notes.saveEdited();
    await notes.write('后来写的');
    await notes.expectSaved();
    await notes.open();
    await notes.expectStatus('已完成');
    await notes.expectNotesInAnyOrder(['后来改的', '后来写的']);
    await notes.note('后来改的').getByRole('button', { name: '删除' }).click();
    await notes.expectSaved();
    await notes.open();
    await notes.expectNotes(['后来写的']);
  });
}

test('the clock is set back while the page is open: what is entered later still wins', async ({
  page,
  app,
}) => {
  const notes = new Notes(app);
  await notes.open();
  await notes.write('一');
  await page.clock.setFixedTime(new Date('2023-02-01T09:00:00+08:00'));
  await notes.write('二');
  await notes.edit('一');
  await notes.edited.fill('一改');
  await notes.saveEdited();
  await notes.setStatus('进行中');
  await page.clock.setFixedTime(new Date('2022-02-01T09:00:00+08:00'));
  await notes.setStatus('已完成');
  await notes.expectSaved();
  await notes.expectNotes(['二', '一改']);
  await notes.open();
  await notes.expectNotes(['二', '一改']);
  await notes.expectStatus('已完成');
});
