// What is stored twice comes back from whichever store still has it, and damage costs nothing that was whole.
import { Notes } from '../pages/notes.js';
import { checksum } from '../support/ledger.js';
import { changeLocal, changeMirror, dropMirror, dump, leave, own, settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

const ITEM = 'item/s4-1';
const OTHER = 'item/s2-1';

test.beforeEach(({ page }) => page.addInitScript(settling));

/** Records something and then more; the raw contents of the stores after each of the two. */
async function twoStates(page, app) {
  const notes = new Notes(app);
  await notes.open();
  await notes.write('第一条：已与区检察院沟通');
  await notes.setStatus('进行中');
  await notes.expectSaved();
  const older = await dump(page);
  await notes.edit('第一条');
  await notes.edited.fill('第一条：已与区检察院、区法院沟通');
  await notes.saveEdited();
  await notes.write('第二条 👍\n第二行');
  await notes.setStatus('已完成');
  await notes.expectSaved();
  const newer = await dump(page);
  await leave(page, app);
  return { notes, older, newer };
}

async function expectNewer(notes) {
  await notes.open();
  await notes.expectNotes(['第二条 👍\n第二行', '第一条：已与区检察院、区法院沟通']);
  await notes.expectStatus('已完成');
  await notes.expectSaved();
}

test('what is stored is the same in both stores', async ({ page, app }) => {
  const { newer } = await twoStates(page, app);
  expect(Object.keys(newer.entries)).toContain(ITEM);
  expect(own(newer.local)).toEqual(newer.entries);
});

test('promise 2: the database is newer than localStorage: the database wins', async ({ page, app }) => {
  const { notes, older, newer } = await twoStates(page, app);
  await changeLocal(page, own(older.local));
  await expectNewer(notes);
  await leave(page, app);
  const now = await dump(page);
  expect(own(now.local)[ITEM]).toBe(newer.entries[ITEM]);
  expect(now.entries[ITEM]).toBe(newer.entries[ITEM]);
});

test('promise 2: localStorage is newer than the database: localStorage wins', async ({ page, app }) => {
  const { notes, older, newer } = await twoStates(page, app);
  await changeMirror(page, older.entries);
  await expectNewer(notes);
  await leave(page, app);
  const now = await dump(page);
  expect(now.entries[ITEM]).toBe(newer.entries[ITEM]);
  expect(own(now.local)[ITEM]).toBe(newer.entries[ITEM]);
});

test('promise 2: the newer copy is damaged: the older one, which can be used, wins', async ({
  page,
  app,
}) => {
  const { notes, older, newer } = await twoStates(page, app);
  const damaged = newer.entries[ITEM].slice(0, -9);
  await changeLocal(page, { [ITEM]: damaged });
  await changeMirror(page, { [ITEM]: older.entries[ITEM] });
  await notes.open();
  await notes.expectNotes(['第一条：已与区检察院沟通']);
  await notes.expectStatus('进行中');
  await notes.expectSaved();
  expect(Object.values((await dump(page)).local)).toContain(damaged);
});

test('promise 2: each store has what the other lacks: both are there', async ({ page, app }) => {
  const notes = new Notes(app);
  await notes.open('s4-1');
  await notes.expectSaved();
  await notes.write('只在一处');
  await notes.expectSaved();
  const one = await dump(page);
  // The same start once more, in a page that never knew of the first note.
  await leave(page, app);
  await changeLocal(page, { [ITEM]: null });
  await changeMirror(page, { [ITEM]: null });
  await notes.open('s4-1');
  await notes.write('只在另一处');
  await notes.write('它的版本更高');
  await notes.expectSaved();
  await leave(page, app);
  await changeMirror(page, { [ITEM]: one.entries[ITEM] });
  await notes.open();
  await notes.expectNotesInAnyOrder(['只在一处', '只在另一处', '它的版本更高']);
  await notes.expectSaved();
  await leave(page, app);
  const now = await dump(page);
  expect(own(now.local)[ITEM]).toBe(now.entries[ITEM]);
});

test('promise 3: localStorage is empty: everything comes back from the database, which stays as it was', async ({
  page,
  app,
}) => {
  const { notes, newer } = await twoStates(page, app);
  await page.evaluate(() => localStorage.clear());
  await expectNewer(notes);
  await leave(page, app);
  const now = await dump(page);
  expect(now.entries).toEqual(newer.entries);
  expect(own(now.local)).toEqual(own(newer.local));
});

test('promise 3: the database is gone: everything comes back from localStorage', async ({ page, app }) => {
  const { notes, newer } = await twoStates(page, app);
  await dropMirror(page);
  await expectNewer(notes);
  await leave(page, app);
  const now = await dump(page);
  expect(now.entries).toEqual(newer.entries);
  expect(own(now.local)).toEqual(own(newer.local));
});

for (const [name, stores] of [
  ['localStorage', ['local']],
  ['the database', ['mirror']],
  ['both stores', ['local', 'mirror']],
]) {
  test(`promise 5: bytes are missing in ${name}: they are put aside as they are, and all else is there`, async ({
    page,
    app,
  }) => {
    const { notes } = await twoStates(page, app);
    await notes.open('s2-1');
    await notes.write('别的事项');
    await notes.expectSaved();
    const whole = await dump(page);
    await leave(page, app);
    const damaged = whole.entries[ITEM].slice(0, whole.entries[ITEM].length / 2);
    if (stores.includes('local')) await changeLocal(page, { [ITEM]: damaged });
    if (stores.includes('mirror')) await changeMirror(page, { [ITEM]: damaged });

    await notes.open('s2-1');
    await notes.expectNotes(['别的事项']);
    await notes.show('s4-1');
    const survives = stores.length === 1;
    await notes.expectNotes(survives ? ['第二条 👍\n第二行', '第一条：已与区检察院、区法院沟通'] : []);
    await notes.expectSaved();
    await notes.write('接着写');
    await notes.expectSaved();
    await leave(page, app);
    const now = await dump(page);
    for (const [store, texts] of [
      ['local', own(now.local)],
      ['mirror', now.entries],
    ]) {
      const aside = Object.entries(texts).filter(([key]) => key.startsWith('!quarantine.'));
      const expected = stores.includes(store) ? [damaged] : [];
      expect(
        aside.map(([, raw]) => raw),
        store,
      ).toEqual(expected);
      for (const [key] of aside) expect(key).toContain(ITEM);
      expect(texts[OTHER], store).toBe(whole.entries[OTHER]);
      expect(texts[ITEM], store).toContain('接着写');
    }
  });
}

test('promise 5: what cannot be read inside a whole text survives the next change of its item', async ({
  page,
  app,
}) => {
  const notes = new Notes(app);
  await notes.open();
  await notes.write('读得懂的');
  await notes.expectSaved();
  await leave(page, app);
  const now = await dump(page);
  // As a version that knows more would have written it.
  const raw = resealed(ITEM, now.entries[ITEM], (text) =>
    text.replace('"items": {', '"later": {"a": "读不懂的"}, "items": {'),
  );
  await changeLocal(page, { [ITEM]: raw });
  await changeMirror(page, { [ITEM]: raw });
  await notes.open();
  await notes.write('又一条');
  await notes.expectSaved();
  await notes.open();
  await notes.expectNotes(['又一条', '读得懂的']);
  await leave(page, app);
  for (const texts of [own((await dump(page)).local), (await dump(page)).entries]) {
    expect(Object.values(texts).join('\n')).toContain('读不懂的');
  }
});

test('promise 5: a whole text that cannot be read at all is kept when its item is changed', async ({
  page,
  app,
}) => {
  const notes = new Notes(app);
  await notes.open();
  await notes.write('会读不懂');
  await notes.expectSaved();
  await leave(page, app);
  const now = await dump(page);
  const raw = resealed(ITEM, now.entries[ITEM], (text) => text.slice(0, -5));
  await changeLocal(page, { [ITEM]: raw });
  await changeMirror(page, { [ITEM]: raw });
  await notes.open();
  await notes.expectNotes([]);
  await notes.write('新的一条');
  await notes.expectSaved();
  await notes.open();
  await notes.expectNotes(['新的一条']);
  await leave(page, app);
  for (const texts of [own((await dump(page)).local), (await dump(page)).entries]) {
    expect(Object.values(texts).join('\n')).toContain('会读不懂');
  }
});

/** A stored text with something changed and its checksum right again. */
function resealed(key, raw, change) {
  const end = raw.indexOf('\n');
  const [form, seq, writer, parent, of, , mark] = raw.slice(0, end).split(' ');
  const head = `${seq} ${writer} ${parent} ${of} `;
  const text = change(raw.slice(end + 1));
  return `${form} ${head}${checksum([key, head, text])} ${mark}\n${text}`;
}
